"""Which claims a full slot keeps: a choice by content, never by arrival.

In: the digests at hand. Out: at most ``limit`` of them. Claims are ranked within their
value group by claim id (a hash, so a fair draw), and the slot keeps the lowest ranks of
all groups: every value keeps a witness before any value keeps a second one. A claim that
falls out can never come back (ranks only grow), so that the kept set is the same function
of all claims seen, however they came. A sketch of the smallest hashes (KMV) estimates how
many there were: exact up to its size.
"""

from collections.abc import Iterable
from hashlib import blake2b
from typing import Final

from streams.conflicts.state import Digest

SKETCH_SIZE: Final = 512  # a standard error of about 4.5 %
_RANGE: Final = 2**64


def retain(digests: dict[str, Digest], limit: int) -> dict[str, Digest]:
    """Give the ``limit`` digests of lowest rank, all of them if there are no more."""
    if len(digests) <= limit:
        return digests
    ranks: dict[str, int] = {}
    order: list[tuple[int, str, str]] = []
    for claim_id in sorted(digests):
        group = digests[claim_id].group
        rank = ranks.get(group, 0)
        ranks[group] = rank + 1
        order.append((rank, group, claim_id))
    order.sort()
    kept = {claim_id for _, _, claim_id in order[:limit]}
    return {claim_id: digest for claim_id, digest in digests.items() if claim_id in kept}


def sketch(sketched: Iterable[int], claim_ids: Iterable[str]) -> list[int]:
    """Add ``claim_ids`` to a sketch: the smallest distinct hashes, ascending."""
    return sorted({*sketched, *(_hash(claim_id) for claim_id in claim_ids)})[:SKETCH_SIZE]


def distinct(sketched: list[int]) -> int:
    """Estimate how many distinct claims went into a sketch; exact while it is not full."""
    if len(sketched) < SKETCH_SIZE:
        return len(sketched)
    return round((SKETCH_SIZE - 1) / (sketched[-1] / _RANGE))


def _hash(claim_id: str) -> int:
    return int.from_bytes(blake2b(claim_id.encode(), digest_size=8).digest(), "big")
