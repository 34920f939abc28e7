"""Sums in euros that count nothing twice: pledges in; for each key a sum, what it adds, what it leaves out.

Of two figures that may hold the same money only one is added: of a pledge and its parts the
whole, of sides that dispute each other the better supported, of a promise and what came of
it the promise, of a bloc and its members the larger side. Each that is left out says why.
Yearly figures have sums of their own.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final, Literal, NamedTuple, get_args

from msgspec import Struct

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


class Context(NamedTuple):
    """What tells which pledges hold the same money.

    ``members`` are those of each bloc by id, ``disputes`` the claims of both sides of each
    open conflict.
    """

    members: Mapping[str, frozenset[str]] = {}
    disputes: Sequence[frozenset[str]] = ()


NO_CONTEXT: Final = Context()


class Item(Struct, frozen=True, kw_only=True):
    """A pledge in a sum, or left out of it for a ``reason``.

    ``eur`` is None where no rate is known; ``instead`` is a pledge that holds the same money.
    """

    pledge_id: str
    slot: str
    pledger: str
    beneficiary: str | None
    value: float | None
    currency: str | None
    eur: float | None
    stage: str
    reason: str | None = None
    instead: str | None = None


class Sum(Struct, frozen=True, kw_only=True):
    """The euros of one key, of yearly figures or of all others, and what they are made of."""

    by: By
    key: str
    recurrence: Literal["total", "annual"]
    eur: float
    added: tuple[Item, ...]
    left_out: tuple[Item, ...]


class Reason(NamedTuple):
    """Why a pledge is left out, and the pledge that holds the same money, if one does."""

    words: str
    instead: str | None = None


Reasons = dict[str, Reason]
Rule = Callable[[Sequence[Countable], By, Context], Reasons]


def add_up(pledges: Iterable[Countable], by: By, context: Context = NO_CONTEXT) -> list[Sum]:
    """Add pledges up by what ``by`` names, the largest sum first."""
    ordered = sorted(pledges, key=lambda pledge: pledge.state.pledge_id)
    reasons: Reasons = {}
    for rule in RULES:
        standing = [pledge for pledge in ordered if pledge.state.pledge_id not in reasons]
        reasons |= rule(standing, by, context)
    sums: dict[tuple[str, Literal["total", "annual"]], list[Item]] = {}
    for pledge in ordered:
        key = _key(pledge, by), pledge.state.period.recurrence
        sums.setdefault(key, []).append(_item(pledge, by, reasons.get(pledge.state.pledge_id)))
    return sorted(
        (_sum(by, *key, items) for key, items in sums.items()), key=lambda s: (-s.eur, s.key, s.recurrence)
    )


def _sum(by: By, key: str, recurrence: Literal["total", "annual"], items: Sequence[Item]) -> Sum:
    added = tuple(item for item in items if item.reason is None)
    left = tuple(item for item in items if item.reason is not None)
    eur = sum(item.eur or 0.0 for item in added)
    return Sum(by=by, key=key, recurrence=recurrence, eur=eur, added=added, left_out=left)


def _key(pledge: Countable, by: By) -> str:
    state = pledge.state
    if by == "pledger":
        return state.pledger.name
    if by == "beneficiary":
        return state.beneficiary.name if state.beneficiary else "–"
    return state.purpose if by == "purpose" else state.stage


def _item(pledge: Countable, by: By, reason: Reason | None = None) -> Item:
    state = pledge.state
    quantity = state.reached if by == "stage" and state.reached else state.quantity
    return Item(
        pledge_id=state.pledge_id,
        slot=pledge.slot,
        pledger=state.pledger.name,
        beneficiary=state.beneficiary.name if state.beneficiary else None,
        value=quantity.value,
        currency=quantity.currency,
        eur=quantity.in_eur if quantity.kind == "money" else None,
        stage=state.stage,
        reason=reason.words if reason else None,
        instead=reason.instead if reason else None,
    )


def _uncountable(pledges: Sequence[Countable], by: By, _: Context) -> Reasons:
    """Leave out what is no sum of money that somebody promised."""
    found = ((pledge.state.pledge_id, _fault(pledge, by)) for pledge in pledges)
    return {pledge_id: Reason(fault) for pledge_id, fault in found if fault}


def _fault(pledge: Countable, by: By) -> str | None:
    state, item = pledge.state, _item(pledge, by)
    faults = {
        "no sum of money": state.quantity.kind != "money" or item.value is None,
        "no rate to the euro": item.eur is None,
        "withdrawn": state.withdrawn,
        "denied": state.polarity == "denied",
        "promised on a condition": state.polarity == "conditional",
        "asked for, not promised": state.stage == "proposed" and by != "stage",
    }
    return next((reason for reason, holds in faults.items() if holds), None)


def _parts(pledges: Sequence[Countable], _: By, __: Context) -> Reasons:
    """Leave out parts whose whole is counted."""
    ids = {pledge.state.pledge_id for pledge in pledges}
    parts = (pledge.state for pledge in pledges if pledge.state.part_of in ids)
    return {part.pledge_id: Reason("a part of another pledge", part.part_of) for part in parts}


def _disputed(pledges: Sequence[Countable], _: By, context: Context) -> Reasons:
    """Of pledges that are sides of one conflict count the one with most support, of equals the least."""
    home = {claim: pledge for pledge in pledges for claim in pledge.state.claim_ids}
    reasons: Reasons = {}
    for claims in context.disputes:
        sides = {home[c].state.pledge_id: home[c] for c in sorted(claims) if c in home}
        rest = [pledge for name, pledge in sorted(sides.items()) if name not in reasons]
        best = min(rest, key=_doubt, default=None)
        for pledge in rest:
            if best is not None and pledge is not best:
                reasons[pledge.state.pledge_id] = Reason(
                    "disputed, the other side is counted", best.state.pledge_id
                )
    return reasons


def _yields(pledges: Sequence[Countable], by: By, _: Context) -> Reasons:
    """Of what was paid or set aside without a known promise count the largest, and none beside a promise."""
    slots: dict[tuple[str, str], list[Countable]] = {}
    for pledge in pledges:
        slots.setdefault((pledge.slot, pledge.state.stage if by == "stage" else ""), []).append(pledge)
    reasons: Reasons = {}
    for members in slots.values():
        for late in filter(_without_promise, members):
            others = [p for p in members if p is not late and _comparable(p, late)]
            larger = (p for p in others if not _without_promise(p) or _larger(p, late))
            if (held := min(larger, key=lambda p: p.state.pledge_id, default=None)) is not None:
                reasons[late.state.pledge_id] = Reason(
                    "may be what came of another pledge, or be held in it", held.state.pledge_id
                )
    return reasons


def _without_receiver(pledges: Sequence[Countable], _: By, __: Context) -> Reasons:
    """Leave out a sum told without its receiver, where the giver gave the same sum to one."""
    given: dict[str, list[Countable]] = {}
    for pledge in pledges:
        if pledge.state.beneficiary:
            given.setdefault(pledge.state.pledger.name, []).append(pledge)
    reasons: Reasons = {}
    for pledge in pledges:
        if not pledge.state.beneficiary:
            same = (p for p in given.get(pledge.state.pledger.name, ()) if _same_sum(p, pledge))
            if (held := next(same, None)) is not None:
                reasons[pledge.state.pledge_id] = Reason("counted with its receiver", held.state.pledge_id)
    return reasons


def _blocs(pledges: Sequence[Countable], by: By, context: Context) -> Reasons:
    """Of a bloc's pledge and those of its members to one receiver count the larger side."""
    if by == "pledger":
        return {}
    receivers: dict[str, list[Countable]] = {}
    for pledge in pledges:
        receivers.setdefault(_key(pledge, "beneficiary"), []).append(pledge)
    return {name: reason for group in receivers.values() for name, reason in _nested(group, context)}


def _nested(pledges: Sequence[Countable], context: Context) -> Iterator[tuple[str, Reason]]:
    gone: set[str] = set()
    for whole in sorted(pledges, key=lambda p: (-_eur(p), p.state.pledge_id)):
        name = whole.state.pledge_id
        inside = [p for p in pledges if p.state.pledge_id not in gone and _holds(whole, p, context)]
        if name in gone or not inside:
            continue
        if sum(map(_eur, inside)) > _eur(whole):
            gone.add(name)
            yield name, Reason("its members' pledges come to more, and are counted")
        else:
            for pledge in inside:
                gone.add(pledge.state.pledge_id)
                yield pledge.state.pledge_id, Reason(f"within that of {whole.state.pledger.name}", name)


def _holds(whole: Countable, part: Countable, context: Context) -> bool:
    """Say whether the giver of one is a bloc that the giver of the other belongs to, or overlaps with."""
    one, other = whole.state.pledger, part.state.pledger
    if one.name == other.name or whole.state.period.recurrence != part.state.period.recurrence:
        return False
    if one.level == "donors":
        return other.level != "donors" and _one_occasion(whole, part)
    ours, theirs = (
        context.members.get(one.id or "", frozenset()),
        context.members.get(other.id or "", frozenset()),
    )
    return (
        (other.id in ours or bool(ours & theirs)) and _comparable(whole, part) and _one_occasion(whole, part)
    )


def _comparable(a: Countable, b: Countable) -> bool:
    """Say whether two pledges can hold the same money by purpose and recurrence."""
    purposes = {a.state.purpose, b.state.purpose}
    return a.state.period.recurrence == b.state.period.recurrence and (
        len(purposes) == 1 or "other" in purposes
    )


def _one_occasion(a: Countable, b: Countable) -> bool:
    one, other = (pledge.state.announced_on or pledge.day for pledge in (a, b))
    if not one or not other or min(len(one), len(other)) < len("2025-01-01"):
        return True
    return abs((_date(one) - _date(other)).days) <= ONE_OCCASION_DAYS


def _date(day: str) -> date:
    try:
        return date.fromisoformat(day[:10])
    except ValueError:  # a day that no calendar has: the month's first stands for it
        return date.fromisoformat(f"{day[:7]}-01")


def _same_sum(a: Countable, b: Countable) -> bool:
    if not _comparable(a, b) or not _one_occasion(a, b):
        return False
    return abs(_eur(a) - _eur(b)) <= SAME_SUM * max(_eur(a), _eur(b))


def _without_promise(pledge: Countable) -> bool:
    state = pledge.state
    return state.fulfilment == "unratable" and state.stage in ("allocated", "delivered")


def _larger(a: Countable, b: Countable) -> bool:
    return (_eur(a), a.state.pledge_id) > (_eur(b), b.state.pledge_id)


def _doubt(pledge: Countable) -> tuple[int, int, float, str]:
    state = pledge.state
    return -state.independent_origins, -state.articles, _eur(pledge), state.pledge_id


def _eur(pledge: Countable) -> float:
    return pledge.state.quantity.in_eur or 0.0


RULES: Final[tuple[Rule, ...]] = (_uncountable, _parts, _disputed, _yields, _without_receiver, _blocs)
