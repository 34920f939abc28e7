"""Pledge slots: figures that cannot all be right for one promise.

Values are compared, not claims: equal figures fold into one, and of many different ones
only the best supported are set against each other, so that the work stays bounded. Two
values that one article states both are two pledges, not a disagreement.
"""

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from streams.conflicts.digests import stage_class
from streams.conflicts.disputes import Dispute
from streams.conflicts.relations.amounts import relate_amounts
from streams.conflicts.relations.pledges import period_of_terms, relate_pledges
from streams.conflicts.state import Digest, Terms, terms_of
from streams.conflicts.values import show_amount
from streams.conflicts.view import View

VALUES_MAX: Final = 6  # of one lane that are set against each other
WITNESSES_MAX: Final = 12  # claims of a value that are compared one by one
SUPPORT_MAX: Final = 4  # articles that count for a value's place among the compared


def amount_disputes(view: View) -> Iterator[Dispute]:
    """Find values of one quantity, stage and recurrence that reports of one announcement differ in."""
    lanes: dict[tuple[object, ...], list[tuple[Digest, ...]]] = {}
    for group in view.groups():
        terms = terms_of(group[0])
        if terms.value is not None:
            lane = (terms.kind, terms.unit, stage_class(terms.stage), terms.recurrence, terms.polarity)
            lanes.setdefault(lane, []).append(group)
    for groups in lanes.values():
        yield from _lane_disputes(view, sorted(groups, key=_support)[:VALUES_MAX])


def _lane_disputes(view: View, groups: list[tuple[Digest, ...]]) -> Iterator[Dispute]:
    stated = [_articles(group, groups) for group in groups]
    for (one, told_one), (other, told_other) in combinations(zip(groups, stated, strict=True), 2):
        if (
            relate_amounts(terms_of(one[0]), terms_of(other[0])).relation != "conflict"
            or told_one & told_other
        ):
            continue
        yield from _dispute(view, one, other, groups)


def _dispute(
    view: View, one: tuple[Digest, ...], other: tuple[Digest, ...], groups: list[tuple[Digest, ...]]
) -> Iterator[Dispute]:
    left: dict[str, Digest] = {}
    right: dict[str, Digest] = {}
    reasons = set()
    for a in one[:WITNESSES_MAX]:
        for b in other[:WITNESSES_MAX]:
            reason = _disagreement(view, a, b, groups)
            if reason:
                left[a.claim_id], right[b.claim_id] = a, b
                reasons.add(reason)
    if reasons:
        values = show_amount(terms_of(one[0])), show_amount(terms_of(other[0]))
        yield Dispute("amount", "alert", values, (tuple(left.values()), tuple(right.values())), min(reasons))


def _disagreement(view: View, a: Digest, b: Digest, groups: list[tuple[Digest, ...]]) -> str | None:
    one, other = terms_of(a), terms_of(b)
    verdict = relate_pledges(view.report(a), view.report(b))
    if verdict.relation != "conflict":
        return None
    tied = one.value == other.value or _same_period(one, other)
    sole = _figures(a, groups) == 1 and _figures(b, groups) == 1
    return verdict.reason if tied or sole else None


def _same_period(a: Terms, b: Terms) -> bool:
    one = period_of_terms(a)
    return one is not None and one == period_of_terms(b)


def _figures(digest: Digest, groups: list[tuple[Digest, ...]]) -> int:
    """Count the different figures that the claim's article states in its lane."""
    return sum(any(d.article_id == digest.article_id for d in group) for group in groups)


def _articles(group: tuple[Digest, ...], groups: list[tuple[Digest, ...]]) -> set[str]:
    """Give the articles that state this value, or one that agrees with it."""
    terms = terms_of(group[0])
    return {
        digest.article_id
        for other in groups
        if other is group
        or relate_amounts(terms, terms_of(other[0])).relation in ("equivalent", "compatible")
        for digest in other
    }


def _support(group: tuple[Digest, ...]) -> tuple[int, str]:
    return -min(SUPPORT_MAX, len({digest.article_id for digest in group})), group[0].group
