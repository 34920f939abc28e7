"""How many independent origins stand behind a set of claims: digests in, a number out.

Reprints are one origin: the same wire credit, one publisher, the same evidence sentence,
or a text that stands in the other (abridged reprints included).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from streams.conflicts.state import SKETCH_HASHES, Digest, Source

CONTAINED: Final = 0.5  # share of the shorter text's word runs that stand in the longer
SHARED_MIN: Final = 3  # hashes; fewer are chance or a common phrase
HASH_BYTES: Final = 4
HOLDERS_MAX: Final = 4  # articles that are remembered for a run of words
CANDIDATES_MAX: Final = 3  # articles that a text is compared with, those sharing most runs


def group_origins(digests: Sequence[Digest], sources: dict[str, Source]) -> dict[str, str]:
    """Map each article behind ``digests`` to the least id of the articles of its origin."""
    articles = sorted({digest.article_id for digest in digests})
    parent = {article: article for article in articles}
    if len(articles) < 2:
        return parent
    keys: dict[object, str] = {}
    for digest in digests:
        _join(parent, keys.setdefault(digest.evidence, digest.article_id), digest.article_id)
    for article in articles:
        for key in _credits(sources[article]):
            _join(parent, keys.setdefault(key, article), article)
    for one, other in _reprints(articles, sources):
        _join(parent, one, other)
    return {article: _root(parent, article) for article in articles}


def containment(one: bytes, other: bytes) -> float:
    """Estimate the share of the shorter text that stands in the longer, from their sketches."""
    a, b = set(_hashes(one)), set(_hashes(other))
    if not a or not b:
        return 0.0
    limit = min(_end(a), _end(b))
    a, b = {x for x in a if x <= limit}, {x for x in b if x <= limit}
    shared = len(a & b)
    return shared / min(len(a), len(b)) if shared >= SHARED_MIN else 0.0


def _credits(source: Source) -> Iterator[object]:
    """Name what makes two articles one origin whatever their texts."""
    yield "story", source.story_id
    if source.wire_credit:
        yield "credit", source.wire_credit.casefold()
    if source.publisher:
        yield "credit", source.publisher.casefold()


def _reprints(articles: Iterable[str], sources: dict[str, Source]) -> Iterator[tuple[str, str]]:
    """Find pairs of texts that stand in each other, by the runs of words they share."""
    holders: dict[bytes, list[str]] = {}
    for article in articles:
        sketch = sources[article].sketch
        sharing: Counter[str] = Counter()
        for run in _hashes(sketch):
            known = holders.setdefault(run, [])
            sharing.update(known)
            if len(known) < HOLDERS_MAX:
                known.append(article)
        for other, shared in sharing.most_common(CANDIDATES_MAX):
            if shared >= SHARED_MIN and containment(sketch, sources[other].sketch) >= CONTAINED:
                yield article, other


def _hashes(sketch: bytes) -> list[bytes]:
    return [sketch[i : i + HASH_BYTES] for i in range(0, len(sketch), HASH_BYTES)]


def _end(hashes: set[bytes]) -> bytes:
    return max(hashes) if len(hashes) >= SKETCH_HASHES else b"\xff" * HASH_BYTES


def _root(parent: dict[str, str], article: str) -> str:
    while parent[article] != article:
        parent[article] = parent[parent[article]]
        article = parent[article]
    return article


def _join(parent: dict[str, str], one: str, other: str) -> None:
    low, high = sorted((_root(parent, one), _root(parent, other)))
    parent[high] = low
