"""How many independent origins stand behind a slot's claims: articles in, sets of one origin out.

Reprints are one origin: the same wire credit, one house, the same evidence sentence, or a
text of which a good part stands in the other (abridged and reworded reprints included). Two
reports of one event that were written apart share their quotations and little more.
"""

from bisect import bisect_right
from collections import Counter, OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from streams.conflicts.state import HASH_BYTES, SKETCH_HASHES, Digest, Source

CONTAINED: Final = 0.23  # share of the shorter text's word runs that stand in the longer
SHARED_MIN: Final = 3  # hashes; fewer are chance or a common phrase
ARTICLES_KEPT: Final = 4096  # of the slots in use, about 12 KB each: they need not be compared again
SMALL: Final = 8  # articles that are compared anew faster than they are remembered


class Sketch(NamedTuple):
    """The smallest hashes of a text's word runs, ascending; ``end`` is the last it speaks for."""

    hashes: Sequence[bytes]
    end: bytes


def read_sketch(data: bytes) -> Sketch:
    """Read the bytes that a Source keeps."""
    hashes = [data[at : at + HASH_BYTES] for at in range(0, len(data), HASH_BYTES)]
    return Sketch(hashes, hashes[-1] if len(hashes) >= SKETCH_HASHES else b"\xff" * HASH_BYTES)


def containment(one: Sketch, other: Sketch) -> float:
    """Estimate the share of the shorter text that stands in the longer, 0 where too little is shared.

    Only hashes up to the smaller of the two ends are compared: beyond it one sketch says nothing.
    """
    a, b = _comparable(one, other)
    shared = len(set(a).intersection(b))
    return shared / min(len(a), len(b)) if shared >= SHARED_MIN else 0.0


def shared_runs(one: bytes, other: bytes) -> int:
    """Count the word runs that two sketches have in common, as far as both speak for them."""
    if _runs(one).isdisjoint(_runs(other)):
        return 0
    a, b = _comparable(read_sketch(one), read_sketch(other))
    return len(set(a).intersection(b))


@lru_cache(ARTICLES_KEPT)
def _runs(sketch: bytes) -> frozenset[bytes]:
    return frozenset(read_sketch(sketch).hashes)


def _comparable(one: Sketch, other: Sketch) -> tuple[Sequence[bytes], Sequence[bytes]]:
    limit = min(one.end, other.end)
    return one.hashes[: bisect_right(one.hashes, limit)], other.hashes[: bisect_right(other.hashes, limit)]


class Origins:
    """Tells the origins of slots; keeps what it compared for the slots in use, and no more."""

    def __init__(self) -> None:
        self._texts: OrderedDict[str, _Texts] = OrderedDict()
        self._kept = 0  # articles in all of them

    def group(self, slot: str, digests: Sequence[Digest], sources: Mapping[str, Source]) -> dict[str, str]:
        """Map each article behind ``digests`` to the least id of the articles of its origin."""
        articles = sorted({digest.article_id for digest in digests})
        parent = self._by_text(slot, {article: sources[article].sketch for article in articles})
        keys: dict[object, str] = {}
        for digest in digests:
            if digest.evidence:
                _join(parent, keys.setdefault(digest.evidence, digest.article_id), digest.article_id)
        for article in articles:
            for key in _credits(sources[article]):
                _join(parent, keys.setdefault(key, article), article)
        return {article: _root(parent, article) for article in articles}

    @property
    def remembered(self) -> int:
        """Count the articles that are remembered, of all slots."""
        return self._kept

    def _by_text(self, slot: str, sketches: Mapping[str, bytes]) -> dict[str, str]:
        """Join the articles whose texts stand in each other; what was compared before stays so."""
        texts = self._take(slot) or _Texts()
        texts.keep(sketches)
        texts.add(sketches)
        if len(sketches) > SMALL:
            self._keep(slot, texts)
        return dict(texts.parent)

    def _take(self, slot: str) -> "_Texts | None":
        texts = self._texts.pop(slot, None)
        self._kept -= len(texts) if texts else 0
        return texts

    def _keep(self, slot: str, texts: "_Texts") -> None:
        """Remember a slot's texts and, where that is too much, forget those longest unused."""
        self._texts[slot] = texts
        self._kept += len(texts)
        while self._kept > ARTICLES_KEPT:
            _, oldest = self._texts.popitem(last=False)
            self._kept -= len(oldest)


class _Texts:
    """Articles with their sketches, found by the runs of words that they hold."""

    def __init__(self) -> None:
        self.parent: dict[str, str] = {}
        self._data: dict[str, bytes] = {}
        self._sketches: dict[str, Sketch] = {}
        self._holders: dict[bytes, list[str]] = {}

    def __len__(self) -> int:
        return len(self._data)

    def keep(self, sketches: Mapping[str, bytes]) -> None:
        """Forget the articles that are not among ``sketches``, and what was joined through them.

        A full slot loses an article with almost every claim: the others need not be compared again.
        """
        gone = [article for article, data in self._data.items() if sketches.get(article) != data]
        roots = {_root(self.parent, article) for article in gone}
        together = [known for known in self._data if roots and _root(self.parent, known) in roots]
        for article in together:
            self._forget(article)
        for article in together:
            del self.parent[article]

    def _forget(self, article: str) -> None:
        del self._data[article]
        for run in self._sketches.pop(article).hashes:
            self._holders[run].remove(article)
            if not self._holders[run]:
                del self._holders[run]

    def add(self, sketches: Mapping[str, bytes]) -> None:
        """Take in the articles that are new, and join each with those whose text it shares."""
        for article in sketches.keys() - self._data.keys():
            self._data[article] = sketches[article]
            self.parent[article] = article
            self._sketches[article] = sketch = read_sketch(sketches[article])
            for other in self._sharing(sketch):
                known = self._sketches[other]
                if not self._joined(article, other) and containment(sketch, known) >= CONTAINED:
                    _join(self.parent, article, other)
            for run in sketch.hashes:
                self._holders.setdefault(run, []).append(article)

    def _sharing(self, sketch: Sketch) -> list[str]:
        """Give the articles that share enough runs to be compared, those sharing most first."""
        counts: Counter[str] = Counter()
        for run in sketch.hashes:
            counts.update(self._holders.get(run, ()))
        return [article for article, shared in counts.most_common() if shared >= SHARED_MIN]

    def _joined(self, one: str, other: str) -> bool:
        return _root(self.parent, one) == _root(self.parent, other)


def _credits(source: Source) -> Iterator[object]:
    """Name what makes two articles one origin whatever their texts."""
    yield "story", source.story_id
    if source.wire_credit:
        yield "credit", source.wire_credit.casefold()
    if source.publisher:
        yield "credit", source.publisher.casefold()


def _root(parent: dict[str, str], article: str) -> str:
    while parent[article] != article:
        parent[article] = parent[parent[article]]
        article = parent[article]
    return article


def _join(parent: dict[str, str], one: str, other: str) -> None:
    low, high = sorted((_root(parent, one), _root(parent, other)))
    parent[high] = low
