"""Pledge slots: figures that cannot all be right for one promise.

Values are compared, not claims: equal figures fold into one, and of many different ones
only the best supported are set against each other, so that the work stays bounded. Two
values that one article states both are two pledges, not a disagreement.
"""

from collections.abc import Iterator, Mapping
from itertools import combinations, product
from typing import Final

from streams.conflicts.company import NEAR, facing, near, parts_of_one, share_the_rest
from streams.conflicts.disputes import Dispute
from streams.conflicts.moments import day_of
from streams.conflicts.pairing import Sides, alike, set_against
from streams.conflicts.relations.amounts import (
    AGREEING,
    bare_dollar,
    digit_more,
    garbled,
    mixed_up,
    nought_lost,
    relate_figures,
)
from streams.conflicts.relations.pledges import UNTIED, period_of_terms, relate_pledges, same_figure
from streams.conflicts.relations.units import family
from streams.conflicts.relations.verdict import Relation
from streams.conflicts.state import Digest, Terms, terms_of
from streams.conflicts.together import apart_unless_of_one_event, joined, set_against_by_event
from streams.conflicts.values import show_amount
from streams.conflicts.view import View, meet_elsewhere

VALUES_MAX: Final = 8  # of one lane that are set against each other
Value = tuple[Digest, ...]  # the claims that state one figure
Number = tuple[str, float | None, str | None]  # kind, figure, currency
SUPPORT_MAX: Final = 4  # articles that count for a value's place among the compared


def amount_disputes(view: View) -> Iterator[Dispute]:
    """Find values of one quantity, stage and recurrence that reports of one announcement differ in."""
    lanes: dict[str, list[Value]] = {}
    stated = _stated(view)
    for value in view.groups.values():
        if terms_of(value[0]).value is not None:
            lanes.setdefault(value[0].lane, []).append(value)
    yield from _slips(view, [value for lane in sorted(lanes) for value in lanes[lane]])
    for lane in sorted(lanes):
        if len(lanes[lane]) > 1:
            values = sorted(lanes[lane], key=_support)
            yield from _differences(view, values[:VALUES_MAX], stated)
    yield from _misprints(view, lanes, stated)


def _misprints(
    view: View, lanes: Mapping[str, list[Value]], stated: Mapping[Number, set[str]]
) -> Iterator[Dispute]:
    """Find figures promised in one report and paid in another that are one figure misprinted."""
    tracks: dict[tuple[object, ...], list[list[Value]]] = {}
    for lane in sorted(lanes):
        values = sorted(lanes[lane], key=_support)[:VALUES_MAX]
        tracks.setdefault(_of_any_stage(terms_of(values[0][0])), []).append(values)
    for track in tracks.values():
        for these, those in combinations(track, 2):
            for one, other in product(these, those):
                a, b = terms_of(one[0]), terms_of(other[0])
                if not (garbled(a, b) or nought_lost(a, b) or digit_more(a, b)) or a.currency != b.currency:
                    continue
                told = [stated[t.kind, t.value, t.currency] for t in (a, b)]
                if told[0].isdisjoint(told[1]) and (found := _dispute(view, one, other)):
                    yield found


def _of_any_stage(t: Terms) -> tuple[object, ...]:
    """Give what a lane has besides its stage."""
    return t.kind, family(t.unit) if t.kind == "units" else t.unit, t.recurrence, t.polarity == "denied"


def _slips(view: View, values: list[Value]) -> Iterator[Dispute]:
    """Find figures that stand in two currencies, whatever their stage: one is a slip, even of one article."""
    numbers: dict[float | None, list[Value]] = {}
    for value in values:
        if terms_of(value[0]).kind == "money":
            numbers.setdefault(terms_of(value[0]).value, []).append(value)
    for same in numbers.values():
        for one, other in combinations(sorted(same, key=_support)[:VALUES_MAX], 2):
            if same_figure(terms_of(one[0]), terms_of(other[0])) and (found := _dispute(view, one, other)):
                yield found


def _differences(view: View, values: list[Value], stated: Mapping[Number, set[str]]) -> Iterator[Dispute]:
    """Find different figures, but for two that one article tells apart: those are two pledges."""
    figures = [view.figures[value[0].group] for value in values]
    related = {(i, j): relate_figures(figures[i], figures[j]).relation for i, j in _pairs(len(values))}
    told: list[set[str]] = []
    for (i, j), relation in related.items():
        if relation != "conflict" or same_figure(figures[i].terms, figures[j].terms):
            continue
        told = told or _told_by(values, related, stated)
        if told[i].isdisjoint(told[j]) and (found := _dispute(view, values[i], values[j])):
            yield found


def _dispute(view: View, one: Value, other: Value) -> Dispute | None:
    sides = set_against(
        alike(one, lambda d: _context(view, d)),
        alike(other, lambda d: _context(view, d)),
        lambda a, b: _disagreement(view, a, b),
    ) or _tied_by_event(view, one, other)
    if not sides:
        return None
    sides = joined(view, sides, one, other)
    a, b = terms_of(one[0]), terms_of(other[0])
    severity = "warning" if same_figure(a, b) and bare_dollar(a, b) else "alert"
    return Dispute(
        "amount", severity, (show_amount(a), show_amount(b)), (sides.left, sides.right), sides.reason
    )


def _tied_by_event(view: View, one: Value, other: Value) -> Sides | None:
    """Set figures near each other against each other where their articles tell of one event."""
    a, b = (terms_of(digests[0]) for digests in (one, other))
    if not (near(view, one[0], other[0]) or digit_more(a, b)):
        return None
    return set_against_by_event(view, one, other, lambda a, b: _told_alike(view, a, b))


def _told_alike(view: View, a: Digest, b: Digest) -> str | None:
    if _grew(view, a, b) or _grew(view, b, a):
        return None
    verdict = relate_pledges(view.report(a), view.report(b), one_event=True)
    if verdict.relation != "conflict" or meet_elsewhere(a, b) or parts_of_one(view, a, b):
        return None
    return verdict.reason if facing(view, a, b, NEAR) else None


def _grew(view: View, before: Digest, after: Digest) -> bool:
    """Tell a sum of all donors that is somewhat higher in a report of a later day: more promised since."""
    days = [day_of(view.source(digest)) for digest in (before, after)]
    first, later = (terms_of(digest).value for digest in (before, after))
    if not view.slot.startswith(_OF_ALL) or days[0] is None or days[1] is None or not first or not later:
        return False
    return days[0].end < days[1].start and first < later <= first * _GROWTH_MAX


_OF_ALL: Final = "pledge:donors-total:"
_GROWTH_MAX: Final = 1.1


def _pairs(count: int) -> Iterator[tuple[int, int]]:
    return combinations(range(count), 2)


def _context(view: View, digest: Digest) -> tuple[object, ...]:
    """Give all that the relation of two different figures looks at, besides the figures."""
    t, report = terms_of(digest), view.report(digest)
    when = report.when, t.start, t.end, t.deadline
    home = digest.home, view.source(digest).told if digest.home else b""
    return (*when, t.purpose, t.instrument, t.operation, *home, frozenset(_others(view, digest)))


def _disagreement(view: View, a: Digest, b: Digest) -> str | None:
    reason = None if meet_elsewhere(a, b) else _difference(view, a, b)
    return reason if reason and not apart_unless_of_one_event(view, a, b) else None


def _difference(view: View, a: Digest, b: Digest) -> str | None:
    one, other = view.report(a), view.report(b)
    verdict = relate_pledges(one, other)
    differ = verdict.relation == "conflict"
    if differ and same_figure(one.terms, other.terms):
        return verdict.reason
    if not (differ or verdict.reason == UNTIED) or parts_of_one(view, a, b):
        return None
    if differ and (_same_period(one.terms, other.terms) or facing(view, a, b)):
        return verdict.reason
    return None if differ or not facing(view, a, b) else _tied_by_company(view, a, b)


def _tied_by_company(view: View, a: Digest, b: Digest) -> str | None:
    """Tie two reports of unknown time by what else they say, or by the digits of their figures."""
    if share_the_rest(view, a, b):
        return "different figures in reports that agree on the rest"
    return "one figure with its digits mixed up" if mixed_up(terms_of(a), terms_of(b)) else None


def _others(view: View, digest: Digest) -> set[str]:
    return {d.group for d in view.of_article(digest.article_id)} - {digest.group}


def _same_period(a: Terms, b: Terms) -> bool:
    one = period_of_terms(a)
    return one is not None and one == period_of_terms(b)


def _stated(view: View) -> dict[Number, set[str]]:
    """Give for each number the articles that state it, whatever stage they give it."""
    stated: dict[Number, set[str]] = {}
    for digest in view.digests:
        t = terms_of(digest)
        stated.setdefault((t.kind, t.value, t.currency), set()).add(digest.article_id)
    return stated


def _told_by(
    values: list[Value], related: Mapping[tuple[int, int], Relation], stated: Mapping[Number, set[str]]
) -> list[set[str]]:
    """Give for each value the articles that state it, or one that agrees with it."""
    terms = [terms_of(value[0]) for value in values]
    told = [set(stated[t.kind, t.value, t.currency]) for t in terms]
    agreeing = [pair for pair, relation in related.items() if relation in AGREEING]
    own = [set(articles) for articles in told]
    for i, j in agreeing:
        told[i] |= own[j]
        told[j] |= own[i]
    return told


def _support(value: Value) -> tuple[int, str]:
    return -min(SUPPORT_MAX, len({digest.article_id for digest in value})), value[0].group
