"""Whether two articles tell of one event: their sketches in, a yes or no out.

Two outlets that report one event name the same village, hall or envoy, and tell the same sums and
words; reports of two events share the states and leaders that are always named, which the sketches
leave out. The weights were read off 70,000 pairs of annotated pages: no two of different events
come to ENOUGH.
"""

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Final

from models.identities import slug
from models.name_sketch import KEPT as NAMES_KEPT
from models.name_sketch import code_of, read_names
from models.told_sketch import KEPT as TOLD_KEPT
from models.told_sketch import WORDS, read_told
from streams.conflicts.moments import FIRST, LAST, Window, apart, day_of
from streams.conflicts.origins import shared_runs
from streams.conflicts.pairing import Sides, alike, set_against
from streams.conflicts.state import Digest, Source
from streams.conflicts.view import View

NAME: Final = 3  # points of a shared name
PERSON: Final = 2  # of a person's: a minister is named in every story of the ministry
QUOTATION: Final = 4  # of words that both quote, however many
RUNS_MAX: Final = 6  # points of shared runs of words, one for each beyond the first
RUNS_FEW: Final = 3  # of them help names; as many are a kind of their own
RUNS_ALONE: Final = 8  # as many tell one event without anything else
NAMED: Final = 5  # points that names come to alone: two names, or one and the words of a speech
SHARE: Final = 1 / 3  # of the names of the article that has fewer
ENOUGH: Final = 6  # points of two kinds: names, figures, quotations, runs of words
FIGURES: Final = 6  # points that figures come to alone: three sums that are not round
SOON: Final = 3  # points of two kinds where both came out within SOON_DAYS of each other
SOON_DAYS: Final = 2
SAME_NEWS_DAYS: Final = 14


def set_against_by_event(
    view: View,
    one: Iterable[Digest],
    other: Iterable[Digest],
    disagree: Callable[[Digest, Digest], str | None],
) -> Sides | None:
    """Compare the claims of two values in articles that tell of one event."""
    left, right = ([d for d in digests if _sketched(view.source(d))] for digests in (one, other))

    def compare(a: Digest, b: Digest) -> str | None:
        reason = disagree(a, b)
        return reason if reason and in_one_event(view, a, b) else None

    return set_against(alike(left, _article), alike(right, _article), compare)


def joined(view: View, sides: Sides, one: Iterable[Digest], other: Iterable[Digest]) -> Sides:
    """Let claims of the same two values join the sides whose event their articles tell of."""
    against = [{digest.article_id for digest in digests} for digests in (one, other)]
    return Sides(
        _with_others(view, sides.left, one, against[1]),
        _with_others(view, sides.right, other, against[0]),
        sides.reason,
    )


def _with_others(
    view: View, side: tuple[Digest, ...], value: Iterable[Digest], against: AbstractSet[str]
) -> tuple[Digest, ...]:
    known = {digest.article_id for digest in side}
    left = [d for d in value if d.article_id not in known | against and _sketched(view.source(d))]
    if not left:
        return side
    first = [kind[0] for kind in alike(side, _article)]
    more = [d for kind in alike(left, _article) for d in kind if any(in_one_event(view, d, s) for s in first)]
    return (*side, *more)


def apart_unless_of_one_event(view: View, a: Digest, b: Digest) -> bool:
    """Say whether one of two claims names other parties than the slot's, and nothing ties their articles."""
    return any(digest.home not in ("", "-") for digest in (a, b)) and not in_one_event(view, a, b)


def in_one_event(view: View, a: Digest, b: Digest) -> bool:
    """Say whether the articles of two claims tell of one event."""
    return a.article_id != b.article_id and tell_one_event(view.slot, view.source(a), view.source(b))


def tell_one_event(slot: str, one: Source, other: Source) -> bool:
    """Say whether two articles of one time share enough that few others have.

    What the slot's parties bear is no name that tells.
    """
    days = apart(_time(one), _time(other))
    if days > SAME_NEWS_DAYS:
        return False
    names, share = _shared_names(slot, one.names, other.names)
    figures, words = _shared_told(one.told, other.told)
    runs = shared_runs(one.sketch, other.sketch)
    points = min(RUNS_MAX, max(0, runs - 1))
    if names and share >= SHARE and names + (min(RUNS_FEW, points) if names < NAMED else 0) >= NAMED:
        return True
    kinds = (names > 0) + (figures > 0) + (words > 0) + (runs >= RUNS_FEW)
    soon = days <= SOON_DAYS and one.published_at and other.published_at
    enough = kinds > 1 and names + figures + words + points >= (SOON if soon else ENOUGH)
    return enough or runs >= RUNS_ALONE or figures >= FIGURES


def _shared_names(slot: str, one: bytes, other: bytes) -> tuple[int, float]:
    """Give the points of the names that two sketches share, and the share of the shorter one's."""
    a, b = _names(one), _names(other)
    limit = min(_end(a, NAMES_KEPT), _end(b, NAMES_KEPT))
    known = _codes_of(slot)
    these = {code for code in a if code <= limit} - known
    those = {code for code in b if code <= limit} - known
    shared = these & those
    points = sum(PERSON if a[code] or b[code] else NAME for code in shared)
    return points, len(shared) / min(len(these), len(those)) if shared else 0.0


def _shared_told(one: bytes, other: bytes) -> tuple[int, int]:
    """Give the points of the figures and of the quotations that two sketches share."""
    a, b = _told(one), _told(other)
    limit = min(_end(a, TOLD_KEPT), _end(b, TOLD_KEPT))
    shared = [weight for code, weight in a.items() if code <= limit and code in b]
    return sum(shared), QUOTATION if WORDS in shared else 0


def _end(codes: dict[int, bool] | dict[int, int], kept: int) -> int:
    """Give the last code that a sketch speaks for: a full one says nothing of greater ones."""
    return max(codes) if len(codes) >= kept else 1 << 24


def _time(source: Source) -> Window:
    """Give the days in which an article can have come out."""
    return day_of(source) or Window(source.not_before or FIRST, source.not_after or LAST)


def _sketched(source: Source) -> bool:
    return bool(source.names or source.told)


def _article(digest: Digest) -> str:
    return digest.article_id


@lru_cache(4096)
def _names(sketch: bytes) -> dict[int, bool]:
    return read_names(sketch)


@lru_cache(4096)
def _told(sketch: bytes) -> dict[int, int]:
    return read_told(sketch)


@lru_cache(1024)
def _codes_of(slot: str) -> frozenset[int]:
    return frozenset(code_of(word) for word in slug(slot).split("-"))
