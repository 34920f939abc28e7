"""How many independent origins stand behind a set of claims: digests in, a number out.

Reprints are one origin: the same wire credit, one publisher, the same evidence sentence,
or a text that stands in the other (abridged reprints included).
"""

from collections.abc import Sequence
from typing import Final

from streams.conflicts.digests import SKETCH_HASHES
from streams.conflicts.state import Digest, Source

CONTAINED: Final = 0.5  # share of the shorter text's word runs that stand in the longer
SHARED_MIN: Final = 3  # hashes; fewer are chance or a common phrase
HASH_BYTES: Final = 4
COMPARED_MAX: Final = 64  # articles whose texts are compared with each other


def count_origins(digests: Sequence[Digest], sources: dict[str, Source]) -> int:
    """Count the independent origins behind ``digests``."""
    return len(set(group_origins(digests, sources).values()))


def group_origins(digests: Sequence[Digest], sources: dict[str, Source]) -> dict[str, str]:
    """Map each article behind ``digests`` to the least id of the articles of its origin."""
    articles = sorted({digest.article_id for digest in digests})
    parent = {article: article for article in articles}
    keys: dict[object, str] = {}
    for digest in digests:
        keys_of = [("evidence", digest.evidence), *_keys(sources[digest.article_id])]
        for key in keys_of:
            _join(parent, keys.setdefault(key, digest.article_id), digest.article_id)
    _join_reprints(articles[:COMPARED_MAX], sources, parent)
    return {article: _root(parent, article) for article in articles}


def containment(one: bytes, other: bytes) -> float:
    """Estimate the share of the shorter text that stands in the longer, from their sketches."""
    a, b = _hashes(one), _hashes(other)
    if not a or not b:
        return 0.0
    limit = min(_end(a), _end(b))
    a, b = {x for x in a if x <= limit}, {x for x in b if x <= limit}
    shared = len(a & b)
    return shared / min(len(a), len(b)) if shared >= SHARED_MIN else 0.0


def _keys(source: Source) -> list[tuple[str, object]]:
    keys: list[tuple[str, object]] = [("story", source.story_id)]
    if source.wire_credit:
        keys.append(("credit", source.wire_credit.casefold()))
    if source.publisher:
        keys.append(("credit", source.publisher.casefold()))
    return keys


def _join_reprints(articles: list[str], sources: dict[str, Source], parent: dict[str, str]) -> None:
    for i, one in enumerate(articles):
        for other in articles[i + 1 :]:
            if _root(parent, one) != _root(parent, other) and (
                containment(sources[one].sketch, sources[other].sketch) >= CONTAINED
            ):
                _join(parent, one, other)


def _hashes(sketch: bytes) -> set[bytes]:
    return {sketch[i : i + HASH_BYTES] for i in range(0, len(sketch), HASH_BYTES)}


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
