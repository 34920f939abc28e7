"""What became of a pledge: its claims stage by stage in, chains from promise to delivery out.

A pledge that is allocated or delivered stays the pledge that it was. A later stage belongs to
the promise whose amount it repeats, or else to the one promise for the same time that it can
be the yield of: "pledged 40, delivered 50" is a pledge exceeded, not two pledges.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from streams.conflicts.clusters import join_figures
from streams.conflicts.moments import Window
from streams.conflicts.relations.amounts import BOUND_REACH
from streams.conflicts.relations.pledges import period_of_terms
from streams.conflicts.state import Digest, Terms, stage_class, terms_of
from streams.conflicts.view import View

ORDER: Final = ("pledged", "allocated", "delivered", "proposed")  # in which strands find their chain
LEAD_DAYS: Final = 14  # a delivery can be reported so long before the promise it keeps
REACH_DAYS: Final = 3 * 366  # a later repetition of the amount is another pledge's
Track = tuple[object, ...]
Place = tuple[int, float, str]
Sentence = tuple[str, bytes]  # the article's id and a hash of the sentence


class Strand(NamedTuple):
    """Claims of one stage that speak of one pledge; ``first`` is the day of their first news, or 0.

    ``place`` orders strands by first news, then by size; ``figure`` names the value that stands
    for all of theirs.
    """

    place: Place
    members: tuple[Digest, ...]
    figure: str
    year: str
    first: int

    @property
    def terms(self) -> Terms:
        """The pledge as the first claim states it."""
        return terms_of(self.members[0])


Chain = list[Strand]


def strand_of(members: Sequence[Digest], figure: str, year: str, first: int) -> Strand:
    """Make a strand of claims in order of id."""
    least = min(terms_of(digest).value or 0.0 for digest in members)
    return Strand((first, least, members[0].claim_id), tuple(members), figure, year, first)


def track_of(t: Terms) -> Track:
    """Give what stays the same from a pledge's promise to its delivery."""
    return t.kind, t.unit, t.recurrence, t.polarity == "denied"


def join_stages(view: View, strands: Iterable[Strand]) -> list[Chain]:
    """Put each strand into the chain of the pledge that it belongs to, the promise first."""
    tracks: dict[Track, list[Strand]] = {}
    for strand in strands:
        tracks.setdefault(track_of(strand.terms), []).append(strand)
    return [chain for track in tracks.values() for chain in _chains(view, track)]


def _chains(view: View, strands: Sequence[Strand]) -> list[Chain]:
    if len({stage_class(strand.terms.stage) for strand in strands}) < 2:
        return [[strand] for strand in strands]
    _, homes = join_figures(view.figures, {strand.figure for strand in strands})
    alike: dict[str, list[Chain]] = {}
    promises = _Promises(view)
    chains: list[Chain] = []
    for strand in sorted(strands, key=_turn):
        home = homes[strand.figure]
        chain = _repeated(strand, alike.get(home, ())) or promises.kept_by(strand)
        if chain is None:
            chains.append(chain := [])
            alike.setdefault(home, []).append(chain)
            promises.add(strand, chain)
        chain.append(strand)
    return chains


def _turn(strand: Strand) -> tuple[int, Place]:
    return ORDER.index(stage_class(strand.terms.stage)), strand.place


def _repeated(strand: Strand, chains: Iterable[Chain]) -> Chain | None:
    """Find the chain of the same amount that the strand continues: of several, the last before it."""
    fitting = [
        chain
        for chain in chains
        if not _of_stage(strand, chain) and _fits(strand, chain[0]) and _years_agree(strand, chain[0])
    ]
    return max(fitting, key=lambda chain: (chain[0].first, chain[0].place), default=None)


class _Promises:
    """The chains of a track that begin with a promise, found by its time and its sentences."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._timed: list[tuple[Window, Strand, Chain]] = []
        self._told: dict[Sentence, list[tuple[Strand, Chain]]] = {}

    def add(self, strand: Strand, chain: Chain) -> None:
        """Take in a chain that ``strand`` begins, if it is a promise."""
        if stage_class(strand.terms.stage) != "pledged":
            return
        if period := period_of_terms(strand.terms):
            self._timed.append((period, strand, chain))
        for sentence in _sentences(strand):
            self._told.setdefault(sentence, []).append((strand, chain))

    def kept_by(self, strand: Strand) -> Chain | None:
        """Find the one promise of another amount, for the same time, that a delivery can have kept.

        Failing that, one of at least the amount that stands in the delivery's own sentence.
        """
        if strand.terms.stage not in ("allocated", "delivered") or strand.terms.value is None:
            return None
        timed, told = self._in_time(strand), self._in_sentence(strand)
        found = list(islice(timed, 2)) or list(islice(told, 2))
        return found[0] if len(found) == 1 else None

    def _in_time(self, strand: Strand) -> Iterator[Chain]:
        if period := period_of_terms(strand.terms):
            for other, promise, chain in self._timed:
                overlap = period.start <= other.end and other.start <= period.end
                if overlap and self._within(strand, promise, BOUND_REACH):
                    yield chain

    def _in_sentence(self, strand: Strand) -> Iterator[Chain]:
        met = {}
        for sentence in _sentences(strand):
            for promise, chain in self._told.get(sentence, ()):
                if self._within(strand, promise, 1.0):
                    met[promise.place] = chain
        yield from met.values()

    def _within(self, strand: Strand, promise: Strand, reach: float) -> bool:
        got, asked = comparable(self._view, strand.members[0], promise.members[0])
        return 0 < got <= reach * asked and _fits(strand, promise)


def comparable(view: View, one: Digest, other: Digest) -> tuple[float, float]:
    """Give two amounts in one unit; zeros where none is known."""
    a, b = view.figures[one.group].terms, view.figures[other.group].terms
    if a.currency == b.currency:
        return a.value or 0.0, b.value or 0.0
    return (a.in_eur, b.in_eur) if a.in_eur and b.in_eur else (0.0, 0.0)


def _fits(strand: Strand, promise: Strand) -> bool:
    """Say whether purpose and time let the strand speak of what was promised."""
    a, b = strand.terms, promise.terms
    if a.purpose != b.purpose and "other" not in (a.purpose, b.purpose):
        return False
    if not strand.first or not promise.first or a.stage == "proposed":
        return True
    return -LEAD_DAYS <= strand.first - promise.first <= REACH_DAYS


def _years_agree(strand: Strand, promise: Strand) -> bool:
    return not strand.year or not promise.year or strand.year == promise.year


def _of_stage(strand: Strand, chain: Chain) -> bool:
    stage = stage_class(strand.terms.stage)
    return any(stage_class(known.terms.stage) == stage for known in chain)


def _sentences(strand: Strand) -> set[Sentence]:
    return {(digest.article_id, digest.evidence) for digest in strand.members if digest.evidence}
