"""Sums in euros that count nothing twice: pledges in; for each key a sum, what it adds, what it leaves out.

Of two figures that may hold the same money only one is added (overlaps.py). Each that is left
out says why. Yearly figures have sums of their own.
"""

from collections.abc import Iterable, Sequence
from typing import Final, Literal

from msgspec import Struct

from streams.ledger.queries.countable import NO_CONTEXT, By, Context, Countable, Reason, Reasons, key_of
from streams.ledger.queries.overlaps import RULES

VOID: Final = ("withdrawn", "denied", "promised on a condition")  # with a pledge its parts fall, unless given
GIVEN: Final = ("allocated", "delivered")


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


def add_up(pledges: Iterable[Countable], by: By, context: Context = NO_CONTEXT) -> list[Sum]:
    """Add pledges up by what ``by`` names, the largest sum first."""
    ordered = sorted(pledges, key=lambda pledge: pledge.state.pledge_id)
    reasons: Reasons = {}
    for rule in (_uncountable, *RULES):
        standing = [pledge for pledge in ordered if pledge.state.pledge_id not in reasons]
        reasons |= rule(standing, by, context)
    sums: dict[tuple[str, Literal["total", "annual"]], list[Item]] = {}
    for pledge in ordered:
        key = key_of(pledge, by), pledge.state.period.recurrence
        sums.setdefault(key, []).append(_item(pledge, by, reasons.get(pledge.state.pledge_id)))
    return sorted(
        (_sum(by, *key, items) for key, items in sums.items()), key=lambda s: (-s.eur, s.key, s.recurrence)
    )


def _sum(by: By, key: str, recurrence: Literal["total", "annual"], items: Sequence[Item]) -> Sum:
    added = tuple(item for item in items if item.reason is None)
    left = tuple(item for item in items if item.reason is not None)
    eur = sum(item.eur or 0.0 for item in added)
    return Sum(by=by, key=key, recurrence=recurrence, eur=eur, added=added, left_out=left)


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
    faults = {pledge.state.pledge_id: _fault(pledge, by) for pledge in pledges}
    reasons = {pledge_id: Reason(fault) for pledge_id, fault in faults.items() if fault}
    for state in (pledge.state for pledge in pledges):
        void = faults.get(state.part_of or "")
        if void in VOID and state.stage not in GIVEN and state.pledge_id not in reasons:
            reasons[state.pledge_id] = Reason(f"a part of a pledge that is {void}", state.part_of)
    return reasons


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
