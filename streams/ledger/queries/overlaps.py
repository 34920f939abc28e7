"""Pledges that hold the same money: countable ones in, those to leave out with their reasons out.

Each rule looks at what the rules before it left standing.
"""

from collections.abc import Sequence
from typing import Final

from streams.ledger.queries.changes import changed
from streams.ledger.queries.countable import (
    By,
    Context,
    Countable,
    Reason,
    Reasons,
    Rule,
    comparable,
    euros_of,
    paid_unpromised,
    same_sum,
)
from streams.ledger.queries.nesting import nested


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
        for late in filter(paid_unpromised, members):
            others = [p for p in members if p is not late and comparable(p, late)]
            larger = (p for p in others if not paid_unpromised(p) or _larger(p, late))
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
            same = (p for p in given.get(pledge.state.pledger.name, ()) if same_sum(p, pledge))
            if (held := next(same, None)) is not None:
                reasons[pledge.state.pledge_id] = Reason("counted with its receiver", held.state.pledge_id)
    return reasons


def _larger(a: Countable, b: Countable) -> bool:
    return (euros_of(a), a.state.pledge_id) > (euros_of(b), b.state.pledge_id)


def _doubt(pledge: Countable) -> tuple[int, int, float, str]:
    state = pledge.state
    return -state.independent_origins, -state.articles, euros_of(pledge), state.pledge_id


RULES: Final[tuple[Rule, ...]] = (_without_receiver, _parts, _disputed, changed, _yields, nested)
