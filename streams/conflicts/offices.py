"""Office slots: who is said to hold one post, and which of these reports cannot both be true."""

from collections.abc import Iterator

from streams.conflicts.disputes import Dispute
from streams.conflicts.relations.offices import relate_offices, same_person
from streams.conflicts.state import Digest, Holding
from streams.conflicts.values import show_holding
from streams.conflicts.view import View


def office_disputes(view: View) -> Iterator[Dispute]:
    """Find holders that the reports, their dates and the reference tenures do not allow together."""
    claims = [(d, d.content) for d in view.digests if isinstance(d.content, Holding)]
    sides: dict[tuple[str, str], tuple[dict[str, Digest], dict[str, Digest], str]] = {}
    for i, (one, a) in enumerate(claims):
        for other, b in claims[i + 1 :]:
            reason = _disagreement(view, one, a, other, b)
            if reason:
                first, second = sorted(((show_holding(a), one), (show_holding(b), other)), key=lambda x: x[0])
                left, right, _ = sides.setdefault((first[0], second[0]), ({}, {}, reason))
                left[first[1].claim_id], right[second[1].claim_id] = first[1], second[1]
    for values, (left, right, reason) in sides.items():
        yield Dispute("office_holder", "alert", values, (tuple(left.values()), tuple(right.values())), reason)


def _disagreement(view: View, one: Digest, a: Holding, other: Digest, b: Holding) -> str | None:
    if one.article_id == other.article_id:
        return None  # who names both knows both: one of them is told of the past
    when_a = view.moments.holding(one, view.source(one))
    when_b = view.moments.holding(other, view.source(other))
    verdict = relate_offices(a, b, when_a, when_b, view.tenures.of(view.slot))
    if verdict.relation != "conflict" or show_holding(a) == show_holding(b):
        return None
    if not same_person(a, b) and (_names(view, one, b) or _names(view, other, a)):
        return None
    return verdict.reason


def _names(view: View, digest: Digest, holding: Holding) -> bool:
    return any(
        d.article_id == digest.article_id
        and isinstance(d.content, Holding)
        and same_person(d.content, holding)
        for d in view.digests
    )
