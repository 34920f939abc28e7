"""Pledge slots: figures that cannot all be right for one promise.

Values are compared, not claims: equal figures fold into one, and of many different ones
only the best supported are set against each other, so that the work stays bounded. Two
values that one article states both are two pledges, not a disagreement.
"""

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Final

from streams.conflicts.disputes import Dispute
from streams.conflicts.pairing import alike, set_against
from streams.conflicts.relations.amounts import AGREEING, relate_figures
from streams.conflicts.relations.pledges import UNTIED, period_of_terms, relate_pledges, same_figure
from streams.conflicts.relations.verdict import Relation
from streams.conflicts.state import Digest, Terms, terms_of
from streams.conflicts.values import show_amount
from streams.conflicts.view import View

VALUES_MAX: Final = 8  # of one lane that are set against each other
Value = tuple[Digest, ...]  # the claims that state one figure
SUPPORT_MAX: Final = 4  # articles that count for a value's place among the compared


def amount_disputes(view: View) -> Iterator[Dispute]:
    """Find values of one quantity, stage and recurrence that reports of one announcement differ in."""
    lanes: dict[str, list[Value]] = {}
    for value in view.groups.values():
        if terms_of(value[0]).value is not None:
            lanes.setdefault(value[0].lane, []).append(value)
    for lane in sorted(lanes):
        if len(lanes[lane]) > 1:
            values = sorted(lanes[lane], key=_support)
            yield from _slips(view, values)
            yield from _differences(view, values[:VALUES_MAX])


def _slips(view: View, values: list[Value]) -> Iterator[Dispute]:
    """Find figures that stand in two currencies: one is a slip, even within one article."""
    numbers: dict[float | None, list[Value]] = {}
    for value in values:
        numbers.setdefault(terms_of(value[0]).value, []).append(value)
    for same in numbers.values():
        for one, other in combinations(same[:VALUES_MAX], 2):
            if same_figure(terms_of(one[0]), terms_of(other[0])) and (
                found := _dispute(view, one, other, values)
            ):
                yield found


def _differences(view: View, values: list[Value]) -> Iterator[Dispute]:
    """Find different figures, but for two that one article tells apart: those are two pledges."""
    figures = [view.figures[value[0].group] for value in values]
    related = {(i, j): relate_figures(figures[i], figures[j]).relation for i, j in _pairs(len(values))}
    told: list[set[str]] = []
    for (i, j), relation in related.items():
        if relation != "conflict" or same_figure(figures[i].terms, figures[j].terms):
            continue
        told = told or _told_by(values, related)
        if told[i].isdisjoint(told[j]) and (found := _dispute(view, values[i], values[j], values)):
            yield found


def _dispute(view: View, one: Value, other: Value, values: list[Value]) -> Dispute | None:
    sides = set_against(
        alike(one, lambda d: _context(view, d)),
        alike(other, lambda d: _context(view, d)),
        lambda a, b: _disagreement(view, a, b, values),
    )
    if not sides:
        return None
    shown = show_amount(terms_of(one[0])), show_amount(terms_of(other[0]))
    return Dispute("amount", "alert", shown, (sides.left, sides.right), sides.reason)


def _pairs(count: int) -> Iterator[tuple[int, int]]:
    return combinations(range(count), 2)


def _context(view: View, digest: Digest) -> tuple[object, ...]:
    """Give all that the relation of two different figures looks at, besides the figures."""
    t, report = terms_of(digest), view.report(digest)
    when = report.when, t.start, t.end, t.deadline
    return (*when, t.purpose, t.instrument, t.operation, frozenset(_others(view, digest)))


def _disagreement(view: View, a: Digest, b: Digest, values: list[Value]) -> str | None:
    report_a, report_b = view.report(a), view.report(b)
    verdict = relate_pledges(report_a, report_b)
    if verdict.relation != "conflict":
        return _tied_by_company(view, a, b) if verdict.reason == UNTIED else None
    one, other = report_a.terms, report_b.terms
    tied = same_figure(one, other) or _same_period(one, other)
    sole = _figures(a, values) == 1 and _figures(b, values) == 1
    return verdict.reason if tied or sole else None


def _tied_by_company(view: View, a: Digest, b: Digest) -> str | None:
    """Tie two undated reports that agree on another figure of the slot: they tell one story."""
    shared = _others(view, a) & _others(view, b)
    return "different figures in reports that agree on the rest" if shared else None


def _others(view: View, digest: Digest) -> set[str]:
    return {d.group for d in view.of_article(digest.article_id)} - {digest.group}


def _same_period(a: Terms, b: Terms) -> bool:
    one = period_of_terms(a)
    return one is not None and one == period_of_terms(b)


def _figures(digest: Digest, values: list[Value]) -> int:
    """Count the different figures that the claim's article states in its lane."""
    return sum(any(d.article_id == digest.article_id for d in value) for value in values)


def _told_by(values: list[Value], related: Mapping[tuple[int, int], Relation]) -> list[set[str]]:
    """Give for each value the articles that state it, or one that agrees with it."""
    told = [{digest.article_id for digest in value} for value in values]
    agreeing = [pair for pair, relation in related.items() if relation in AGREEING]
    own = [set(articles) for articles in told]
    for i, j in agreeing:
        told[i] |= own[j]
        told[j] |= own[i]
    return told


def _support(value: Value) -> tuple[int, str]:
    return -min(SUPPORT_MAX, len({digest.article_id for digest in value})), value[0].group
