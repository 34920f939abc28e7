"""Whether two articles tell of one event: their sketches in, a yes or no out.

Two outlets that report one event name the same village, hall or envoy; reports of two events
share the states and leaders that are always named, which the sketches leave out. The weights were
read off 32,000 pairs of annotated pages: no two of different events come to ENOUGH.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final

from models.identities import slug
from models.name_sketch import KEPT, code_of, read_names
from streams.conflicts.moments import FIRST, LAST, Window, apart, day_of
from streams.conflicts.origins import shared_runs
from streams.conflicts.pairing import Sides, alike, set_against
from streams.conflicts.state import Digest, Source
from streams.conflicts.view import View

NAME: Final = 3  # points of a shared name
PERSON: Final = 2  # of a person's: a minister is named in every story of the ministry
RUNS_MAX: Final = 3  # points of shared runs of words, one for each beyond the first
ENOUGH: Final = 5  # points: two names, or one and the words of a speech
SHARE: Final = 1 / 3  # of the names of the article that has fewer
SAME_NEWS_DAYS: Final = 14


def set_against_by_names(
    view: View,
    one: Iterable[Digest],
    other: Iterable[Digest],
    disagree: Callable[[Digest, Digest], str | None],
) -> Sides | None:
    """Compare the claims of two values in articles, one of them undated, that tell of one event."""
    left, right = ([d for d in digests if view.source(d).names] for digests in (one, other))
    if all(view.source(d).published_at for d in (*left, *right)):
        return None

    def compare(a: Digest, b: Digest) -> str | None:
        return disagree(a, b) if tell_one_event(view.slot, view.source(a), view.source(b)) else None

    return set_against(alike(left, _article), alike(right, _article), compare)


def tell_one_event(slot: str, one: Source, other: Source) -> bool:
    """Say whether two articles, not both dated, share enough names that the slot's parties do not bear."""
    if (one.published_at and other.published_at) or not (one.names and other.names):
        return False
    a, b = _names(one.names), _names(other.names)
    limit = min(_end(a), _end(b))
    known = _codes_of(slot)
    these = {code for code in a if code <= limit} - known
    those = {code for code in b if code <= limit} - known
    shared = these & those
    if not shared or len(shared) < SHARE * min(len(these), len(those)):
        return False
    points = sum(PERSON if a[code] or b[code] else NAME for code in shared)
    if points < ENOUGH:
        points += min(RUNS_MAX, max(0, shared_runs(one.sketch, other.sketch) - 1))
    return points >= ENOUGH and apart(_time(one), _time(other)) <= SAME_NEWS_DAYS


def _end(names: dict[int, bool]) -> int:
    """Give the last code that a sketch speaks for: a full one says nothing of greater ones."""
    return max(names) if len(names) >= KEPT else 1 << 24


def _time(source: Source) -> Window:
    """Give the days in which an article can have come out."""
    return day_of(source) or Window(source.not_before or FIRST, source.not_after or LAST)


def _article(digest: Digest) -> str:
    return digest.article_id


@lru_cache(4096)
def _names(sketch: bytes) -> dict[int, bool]:
    return read_names(sketch)


@lru_cache(1024)
def _codes_of(slot: str) -> frozenset[int]:
    return frozenset(code_of(word) for word in slug(slot).split("-"))
