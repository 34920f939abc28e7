"""Pledges that were raised or cut: what claims change in, the pledges they leave out of a sum out.

"Raised to 46 million" holds the 35 million promised before; "raised by 10 million" comes on top of
it. "Cut to 20 million" takes the place of the 40 million before; "cut by 20 million" is no sum
that anybody gives. Of several that may be meant the largest is left out, so that none counts twice.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from models.messages import Pledge
from streams.ledger.queries.countable import (
    By,
    Change,
    Context,
    Countable,
    Operation,
    Reason,
    Reasons,
    comparable,
    euros_of,
    one_occasion,
    paid_unpromised,
)

OPERATIONS: Final = ("increase", "decrease")
Changes = Mapping[str, frozenset[Change]]  # by claim id
_BY: Final = re.compile(r"\bby\s+(?:[\w’'-]+\s+){0,3}$", re.IGNORECASE)


def change_of(pledge: Pledge, evidence: str, start: int) -> Change | None:
    """Say what a claim does to a pledge, from its sentence; ``start``: where in the article that begins."""
    if pledge.operation not in OPERATIONS:
        return None
    place = pledge.quantity.span[0] - start if pledge.quantity.span else 0
    operation: Operation = "increase" if pledge.operation == "increase" else "decrease"
    return Change(operation, bool(place > 0 and _BY.search(evidence[:place])))


def changed(pledges: Sequence[Countable], _: By, context: Context) -> Reasons:
    """Leave out what a pledge was before it was raised or cut, and what it was cut by."""
    slots: dict[str, list[Countable]] = {}
    changes = _with_disputed(context)
    for pledge in pledges:
        slots.setdefault(pledge.slot, []).append(pledge)
    return {name: reason for members in slots.values() for name, reason in _of_slot(members, changes)}


def _with_disputed(context: Context) -> dict[str, frozenset[Change]]:
    """Give by claim what it changes, or a claim that disputes it: they differ in the sum alone."""
    changes = {claim: frozenset({change}) for claim, change in context.changes.items()}
    for sides in context.disputes:
        told = frozenset(context.changes[claim] for claim in sides if claim in context.changes)
        changes |= {claim: changes.get(claim, frozenset()) | told for claim in sides if told}
    return changes


def _of_slot(members: Sequence[Countable], known: Changes) -> Iterator[tuple[str, Reason]]:
    lost = [p for p in members if Change("decrease", by=True) in _changes(p, known)]
    gone = {pledge.state.pledge_id for pledge in lost}
    yield from ((name, Reason("how much less is given, no sum of its own")) for name in sorted(gone))
    for late in sorted(members, key=_turn, reverse=True):
        changes = _changes(late, known)
        before = [p for p in members if p.state.pledge_id not in gone and _before(p, late)]
        for early in _replaced(late, changes, before, known):
            gone.add(early.state.pledge_id)
            yield early.state.pledge_id, Reason("raised or cut to another sum", late.state.pledge_id)


def _replaced(
    late: Countable, changes: set[Change], before: Sequence[Countable], known: Changes
) -> list[Countable]:
    """Give the sum that was raised or cut, and what it was raised by."""
    smaller = [p for p in before if euros_of(p) < euros_of(late)]
    found: list[Countable] = []
    if Change("increase", by=False) in changes:
        steps = [p for p in smaller if Change("increase", by=True) in _changes(p, known)]
        was = [p for p in smaller if p not in steps]
        found = [*steps, *sorted(was, key=_size)[-1:]]
    if Change("decrease", by=False) in changes:
        larger = [p for p in before if euros_of(p) > euros_of(late)]
        found += sorted(larger, key=_size)[-1:]
    return found


def _changes(pledge: Countable, known: Changes) -> set[Change]:
    return {change for claim in pledge.state.claim_ids for change in known.get(claim, ())}


def _before(early: Countable, late: Countable) -> bool:
    told = not early.day or not late.day or early.day <= late.day
    promised = early is not late and not paid_unpromised(early)
    return promised and told and comparable(early, late) and one_occasion(early, late)


def _turn(pledge: Countable) -> tuple[str, float, str]:
    return pledge.day or "", *_size(pledge)


def _size(pledge: Countable) -> tuple[float, str]:
    return euros_of(pledge), pledge.state.pledge_id
