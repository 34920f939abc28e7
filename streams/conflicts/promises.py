"""Pledge slots: reports that agree on the figure and differ in its period, its stage or its standing.

Claims of one figure are put together whatever their lane, told apart by the facet in
question, and each two of its values are set against each other by their reports. An article
that states both knows of two pledges, or of a course of things.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from typing import Final, NamedTuple

from models.messages.conflict import ConflictKind
from streams.conflicts.disputes import Dispute
from streams.conflicts.moments import apart, days_of
from streams.conflicts.pairing import alike, set_against
from streams.conflicts.relations.periods import horizon, length, relate_periods, show_period, years
from streams.conflicts.relations.pledges import Report
from streams.conflicts.relations.promises import (
    GIVEN,
    SAME_TIME_DAYS,
    UNSURE,
    given_and_promised,
    relate_polarities,
    relate_stages,
    relate_withdrawals,
)
from streams.conflicts.relations.units import comparable, family
from streams.conflicts.relations.verdict import Verdict
from streams.conflicts.state import Digest, Terms, stage_class, terms_of
from streams.conflicts.together import apart_unless_of_one_event, in_one_event, joined
from streams.conflicts.values import show_figure
from streams.conflicts.view import View, meet_elsewhere

DAY_SLACK: Final = 1  # it is tomorrow already on the other side of the world
FACETS_MAX: Final = 6  # values of one facet that are set against each other


class Facet(NamedTuple):
    """One way in which reports of a figure can differ: its value in words, and its relation."""

    kind: ConflictKind
    of: Callable[[Terms], str]  # "" where the report says nothing of it
    relate: Callable[[Report, Report], Verdict]


def promise_disputes(view: View, amounts: Iterable[Dispute]) -> Iterator[Dispute]:
    """Find reports of one promise that cannot both be right about what became of it or when.

    ``amounts`` are the slot's disputes of amount: reports of one promise that differ in the figure.
    """
    for members in _figures(view.digests):
        for facet in FACETS:
            yield from _facet_disputes(view, members, facet)
    for dispute in amounts:
        yield from _horizons(view, dispute)


def _horizons(view: View, amount: Dispute) -> Iterator[Dispute]:
    """Find promises of disputed amount that are to be kept by different days, too."""
    sides = set_against(
        _kinds(view, amount.claims[0], set()),
        _kinds(view, amount.claims[1], set()),
        lambda a, b: _disagreement(view, a, b, _HORIZON),
    )
    if sides:
        shown = [
            f"{show_figure(t)} {_period_of(t)}" for t in (terms_of(c[0]) for c in (sides.left, sides.right))
        ]
        yield Dispute("period", "alert", (shown[0], shown[1]), (sides.left, sides.right), sides.reason)


def _figures(digests: Iterable[Digest]) -> list[list[Digest]]:
    """Put claims of one figure together: value, currency or thing counted."""
    figures: dict[tuple[object, ...], list[Digest]] = {}
    for digest in digests:
        t = terms_of(digest)
        if t.value is not None:
            key = t.kind, t.value, t.currency, family(t.unit) if t.kind == "units" else ""
            figures.setdefault(key, []).append(digest)
    return [members for members in figures.values() if len(members) > 1]


def _facet_disputes(view: View, members: list[Digest], facet: Facet) -> Iterator[Dispute]:
    values: dict[str, list[Digest]] = {}
    for digest in members:
        if value := facet.of(terms_of(digest)):
            values.setdefault(value, []).append(digest)
    names = sorted(values, key=lambda value: (-min(4, len(values[value])), value))[:FACETS_MAX]
    for one, other in combinations(sorted(names), 2):
        both = {d.article_id for d in values[one]} & {d.article_id for d in values[other]}
        sides = set_against(
            _kinds(view, values[one], both),
            _kinds(view, values[other], both),
            lambda a, b: _disagreement(view, a, b, facet),
        )
        if sides:
            sides = joined(
                view, sides, *([d for d in values[v] if d.article_id not in both] for v in (one, other))
            )
            figure = show_figure(terms_of(members[0]))
            shown = f"{figure} {one}", f"{figure} {other}"
            yield Dispute(facet.kind, "alert", shown, (sides.left, sides.right), sides.reason)


def _kinds(view: View, digests: Iterable[Digest], both: set[str]) -> list[tuple[Digest, ...]]:
    return alike(
        (digest for digest in digests if digest.article_id not in both),
        lambda d: (view.report(d).when, d.home, _facets(terms_of(d)), _sketches(view, d)),
    )


def _sketches(view: View, digest: Digest) -> tuple[bytes, bytes]:
    source = view.source(digest)
    return source.names, source.told


def _facets(t: Terms) -> tuple[object, ...]:
    return (
        t.stage,
        t.polarity,
        t.operation,
        t.unit,
        t.start,
        t.end,
        t.deadline,
        t.precision,
        years(t),
        t.announced_on,
    )


def _disagreement(view: View, a: Digest, b: Digest, facet: Facet) -> str | None:
    one, other = view.report(a), view.report(b)
    if meet_elsewhere(a, b) or not comparable(one.terms.unit, other.terms.unit):
        return None
    if facet is _ANNOUNCED and (_tells_of_a_change(view, a) or _tells_of_a_change(view, b)):
        return None
    verdict = facet.relate(one, other)
    if (found := _in_one_event(verdict, one, other, a.moved or b.moved)) and in_one_event(view, a, b):
        return found
    if (one.terms.recurrence != other.terms.recurrence) != (facet is _SPREAD):
        return None
    if verdict.relation != "conflict" or apart_unless_of_one_event(view, a, b):
        return None
    return verdict.reason


def _in_one_event(verdict: Verdict, one: Report, other: Report, moved: bool) -> str | None:
    """Give the conflict of two reports if they tell of one event; ``moved`` says that the sum was paid."""
    if verdict.reason == UNSURE:
        return "only proposed in one, signed or set aside in the other, of one event"
    found = given_and_promised(one, other) if verdict.reason == GIVEN and moved else verdict
    return found.reason if found is not verdict and found.relation == "conflict" else None


def _tells_of_a_change(view: View, digest: Digest) -> bool:
    """Say whether the claim's article raises or lowers a figure: its day is that of the change."""
    return any(terms_of(d).operation in _CHANGES for d in view.of_article(digest.article_id))


def _periods(a: Report, b: Report) -> Verdict:
    one, other = a.terms, b.terms
    given = "delivered" in (one.stage, other.stage) and one.stage != other.stage
    if given or "withdraw" in (one.operation, other.operation):
        return Verdict("not_comparable", "not of one state of the pledge")
    if "denied" in (one.polarity, other.polarity):
        return Verdict("not_comparable", "one says that there is no such pledge")
    if a.when and b.when and apart(a.when, b.when) > SAME_TIME_DAYS:
        return Verdict("update", "another period at another time")
    years = [int(report.when.start[:4]) if report.when else 0 for report in (a, b)]
    return relate_periods(one, other, (years[0], years[1]))


def _period_of(t: Terms) -> str:
    return show_period(t) if horizon(t) or length(t) else ""


def _spread_of(t: Terms) -> str:
    return (
        f"{'a year' if t.recurrence == 'annual' else 'in all'} over {years(t)} years" if years(t) > 1 else ""
    )


def _spreads(a: Report, b: Report) -> Verdict:
    """Compare a sum for each of some years with the same sum for all of them."""
    one, other = a.terms, b.terms
    if stage_class(one.stage) != stage_class(other.stage) or years(one) != years(other):
        return Verdict("not_comparable", "not of one state of the pledge")
    if "denied" in (one.polarity, other.polarity) or "withdraw" in (one.operation, other.operation):
        return Verdict("not_comparable", "one says that there is no such pledge")
    if a.when and b.when and apart(a.when, b.when) > SAME_TIME_DAYS:
        return Verdict("update", "spread otherwise at another time")
    return Verdict("conflict", "one sum each year, or for all the years")


def _announcements(a: Report, b: Report) -> Verdict:
    """Compare the days on which two reports say that one pledge was announced."""
    one, other = a.terms.announced_on or "", b.terms.announced_on or ""
    if stage_class(a.terms.stage) != stage_class(b.terms.stage) or min(len(one), len(other)) < len(
        "2024-01-01"
    ):
        return Verdict("not_comparable", "no two days of one announcement")
    days = apart(days_of(one), days_of(other))
    if not DAY_SLACK < days <= SAME_TIME_DAYS:
        return Verdict("compatible", "one announcement, or two")
    return Verdict("conflict", f"announced {days} days apart")


def _announced_of(t: Terms) -> str:
    return f"announced {t.announced_on}" if t.announced_on else ""


def _stage_of(t: Terms) -> str:
    return "" if t.operation == "withdraw" or t.polarity == "denied" else t.stage


def _promise_of(t: Terms) -> str:
    if t.operation == "withdraw" or t.stage == "proposed":
        return ""
    return "denied" if t.polarity == "denied" else "promised"


def _standing_of(t: Terms) -> str:
    return "withdrawn" if t.operation == "withdraw" else "promised"


_CHANGES: Final = frozenset({"increase", "decrease"})
_ANNOUNCED: Final = Facet("period", _announced_of, _announcements)
_SPREAD: Final = Facet("period", _spread_of, _spreads)
_HORIZON: Final = Facet("period", _period_of, _periods)
FACETS: Final = (
    _HORIZON,
    _ANNOUNCED,
    _SPREAD,
    Facet("stage", _stage_of, relate_stages),
    Facet("polarity", _promise_of, relate_polarities),
    Facet("withdrawn", _standing_of, relate_withdrawals),
)
