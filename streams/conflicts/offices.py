"""Office slots: who is said to hold one post, and which of these reports cannot both be true."""

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from models.identities import slug
from streams.conflicts.disputes import Dispute
from streams.conflicts.moments import LAST, Window, apart, day_of
from streams.conflicts.pairing import alike, set_against
from streams.conflicts.relations.offices import (
    SAME_TIME_DAYS,
    TOGETHER,
    UNTIED,
    misfits,
    relate_offices,
    same_person,
    spelt_alike,
)
from streams.conflicts.state import Digest, Holding, holding_of
from streams.conflicts.together import in_one_event, joined, set_against_by_event
from streams.conflicts.values import show_holding
from streams.conflicts.view import View

HOLDERS_MAX: Final = 8  # of one post that are set against each other


def office_disputes(view: View) -> Iterator[Dispute]:
    """Find holders that the reports, their dates and the reference tenures do not allow together."""
    holders: dict[str, list[Digest]] = {}
    for digest in view.digests:
        holders.setdefault(show_holding(holding_of(digest)), []).append(digest)
    if len(holders) < 2:
        return
    yield from _spellings(holders)
    compared = {value: _kinds(view, holders[value]) for value in _best_supported(holders)}
    for one, other in combinations(sorted(compared), 2):
        sides = set_against(
            compared[one], compared[other], lambda a, b: _disagreement(view, a, b)
        ) or set_against_by_event(
            view, holders[one], holders[other], lambda a, b: _disagreement(view, a, b, together=True)
        )
        if sides:
            sides = joined(view, sides, holders[one], holders[other])
            yield Dispute("office_holder", "alert", (one, other), (sides.left, sides.right), sides.reason)


def _spellings(holders: dict[str, list[Digest]]) -> Iterator[Dispute]:
    """Find two spellings of one holder's name; those of a listed person are known to be one."""
    names = {value: holding_of(digests[0]) for value, digests in holders.items()}
    for one, other in combinations(_best_supported(holders), 2):
        a, b = names[one], names[other]
        if (
            not (a.person_id or b.person_id)
            and a.tenure == b.tenure
            and slug(a.person) != slug(b.person)
            and spelt_alike(a, b)
        ):
            claims = tuple(holders[one]), tuple(holders[other])
            yield Dispute("name_variant", "warning", (one, other), claims, "one name in two spellings")


def _best_supported(holders: dict[str, list[Digest]]) -> list[str]:
    return sorted(holders, key=lambda value: (-min(4, len(holders[value])), value))[:HOLDERS_MAX]


def _kinds(view: View, digests: list[Digest]) -> list[tuple[Digest, ...]]:
    """Tell claims apart by when they hold, those that misfit the known tenures first."""
    terms = view.tenures.of(view.slot)
    misfit = [d for d in digests if misfits(holding_of(d), _when(view, d), terms)]
    rest = [d for d in digests if d not in misfit]
    return alike(misfit, lambda d: _context(view, d)) + alike(rest, lambda d: _context(view, d))


def _context(view: View, digest: Digest) -> tuple[object, ...]:
    source = view.source(digest)
    return _when(view, digest), _named(view, digest), digest.home, source.names, source.told


def _when(view: View, digest: Digest) -> Window:
    return view.moments.holding(digest, view.source(digest))


def _named(view: View, digest: Digest) -> tuple[str, ...]:
    """Give the people whom the claim's article names with the post."""
    return tuple(sorted(holding_of(d).person for d in view.of_article(digest.article_id)))


def _disagreement(view: View, one: Digest, other: Digest, *, together: bool = False) -> str | None:
    a, b = holding_of(one), holding_of(other)
    when, since = _when(view, one), _when(view, other)
    if together:  # one of the two is of unknown time, and tells of the other's event
        when = since = min(when, since, key=_width)
    verdict = relate_offices(a, b, when, since, view.tenures.of(view.slot))
    if verdict.reason == UNTIED and (together or _told_together(view, one, other)):
        verdict = TOGETHER
    if (one.home or other.home) and not in_one_event(view, one, other):
        return None
    if verdict.relation != "conflict" or _knows_both(view, one, b) or _knows_both(view, other, a):
        return None
    return verdict.reason


def _width(when: Window) -> tuple[bool, str]:
    return when.end == LAST, when.start


def _told_together(view: View, one: Digest, other: Digest) -> bool:
    """Say whether the news of two articles, one of them undated, is of one time."""
    days = [day_of(s) or view.moments.told(s) for s in (view.source(one), view.source(other))]
    return None not in days and apart(*(day for day in days if day)) <= SAME_TIME_DAYS


def _knows_both(view: View, digest: Digest, other: Holding) -> bool:
    """Say whether the claim's article names the other holder too: one of them is of the past."""
    mine = holding_of(digest)
    return any(
        same_person(holding_of(d), other)
        and (holding_of(d).tenure == other.tenure or not same_person(mine, other))
        for d in view.of_article(digest.article_id)
    )
