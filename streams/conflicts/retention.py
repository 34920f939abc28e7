"""Which claims a full slot keeps: a choice by content, never by arrival.

In: the digests at hand. Out: the one to drop. Claims are ranked within their
value by claim id (a hash, so a fair draw), and the slot keeps the lowest ranks of
all values: every value keeps a witness before any value keeps a second one. A claim that
falls out can never come back (ranks only grow), so that the kept set is the same function
of all claims seen, however they came. A sketch of the smallest hashes (KMV) estimates how
many there were: exact up to its size.
"""

from bisect import bisect_left, insort
from collections import Counter
from hashlib import blake2b
from typing import Final

from streams.conflicts.state import Digest

SKETCH_SIZE: Final = 512  # a standard error of about 4.5 %
_RANGE: Final = 2**64


def surplus(digests: dict[str, Digest]) -> str:
    """Name the claim of highest rank: the last of the value with most claims (of equals, the last)."""
    counts = Counter(digest.value for digest in digests.values())
    _, value = max((count, value) for value, count in counts.items())
    return max(claim_id for claim_id, digest in digests.items() if digest.value == value)


def sketch(known: list[int], claim_id: str) -> None:
    """Add a claim to a sketch in place: the smallest distinct hashes, ascending."""
    code = int.from_bytes(blake2b(claim_id.encode(), digest_size=8).digest(), "big")
    place = bisect_left(known, code)
    if place == len(known) >= SKETCH_SIZE or (place < len(known) and known[place] == code):
        return
    insort(known, code)
    del known[SKETCH_SIZE:]


def distinct(known: list[int]) -> int:
    """Estimate how many distinct claims went into a sketch; exact while it is not full."""
    if len(known) < SKETCH_SIZE:
        return len(known)
    return round((SKETCH_SIZE - 1) / (known[-1] / _RANGE))
