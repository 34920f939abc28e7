"""What can be counted: pledges with what tells which of them hold the same money.

Two pledges can hold the same money when they are of one purpose (or one of none), both yearly or
both not, and told within a year.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final, Literal, NamedTuple, get_args

from models.messages import PledgeState

By = Literal["pledger", "beneficiary", "purpose", "stage"]
KEYS: Final[tuple[By, ...]] = get_args(By)
SAME_SUM: Final = 0.02  # two readings of one sum differ by no more
ONE_OCCASION_DAYS: Final = 366  # a bloc's total this far from a member's pledge tells of another round


class Countable(NamedTuple):
    """A pledge with its slot and the day of its first report (ISO, None if undated)."""

    slot: str
    state: PledgeState
    day: str | None


Operation = Literal["increase", "decrease"]


class Change(NamedTuple):
    """A claim that raises or cuts a pledge: to its figure, or ``by`` it."""

    operation: Operation
    by: bool


class Context(NamedTuple):
    """What tells which pledges hold the same money.

    ``members`` are those of each bloc by id, ``disputes`` the claims of both sides of each
    open conflict, ``changes`` what claims change by their id.
    """

    members: Mapping[str, frozenset[str]] = {}
    disputes: Sequence[frozenset[str]] = ()
    changes: Mapping[str, Change] = {}


NO_CONTEXT: Final = Context()


class Reason(NamedTuple):
    """Why a pledge is left out, and the pledge that holds the same money, if one does."""

    words: str
    instead: str | None = None


Reasons = dict[str, Reason]
Rule = Callable[[Sequence[Countable], By, Context], Reasons]


def key_of(pledge: Countable, by: By) -> str:
    """Name the sum that a pledge counts in."""
    state = pledge.state
    if by == "pledger":
        return state.pledger.name
    if by == "beneficiary":
        return state.beneficiary.name if state.beneficiary else "–"
    return state.purpose if by == "purpose" else state.stage


def comparable(a: Countable, b: Countable) -> bool:
    """Say whether two pledges can hold the same money by purpose and recurrence, asked for or promised."""
    purposes = {a.state.purpose, b.state.purpose}
    alike = a.state.period.recurrence == b.state.period.recurrence
    asked = (a.state.stage == "proposed") != (b.state.stage == "proposed")
    return alike and not asked and (len(purposes) == 1 or "other" in purposes)


def one_occasion(a: Countable, b: Countable) -> bool:
    """Say whether two pledges may have been made within a year; an unknown day may be any."""
    one, other = (pledge.state.announced_on or pledge.day for pledge in (a, b))
    if not one or not other or min(len(one), len(other)) < len("2025-01-01"):
        return True
    return abs((_date(one) - _date(other)).days) <= ONE_OCCASION_DAYS


def _date(day: str) -> date:
    try:
        return date.fromisoformat(day[:10])
    except ValueError:  # a day that no calendar has: the month's first stands for it
        return date.fromisoformat(f"{day[:7]}-01")


def same_sum(a: Countable, b: Countable) -> bool:
    """Say whether two pledges can be two readings of one sum."""
    if not comparable(a, b) or not one_occasion(a, b):
        return False
    return abs(euros_of(a) - euros_of(b)) <= SAME_SUM * max(euros_of(a), euros_of(b))


def euros_of(pledge: Countable) -> float:
    """Give what was promised in euros, 0 where no rate is known."""
    return pledge.state.quantity.in_eur or 0.0


def paid_unpromised(pledge: Countable) -> bool:
    """Say whether a pledge is one only by what was paid or set aside of it."""
    state = pledge.state
    return state.fulfilment == "unratable" and state.stage in ("allocated", "delivered")
