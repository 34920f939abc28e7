"""Comparing two values by their claims without comparing every pair of claims.

Claims of one value that are alike in all that a relation looks at stand or fall together;
of what remains, a bounded number chosen by claim id is compared. Sides are then the claims
that were found in disagreement.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Final, NamedTuple

from streams.conflicts.state import Digest

WITNESSES_MAX: Final = 12  # kinds of claims of one value that are compared one by one


class Sides(NamedTuple):
    """Claims of two values that disagree, and why."""

    left: tuple[Digest, ...]
    right: tuple[Digest, ...]
    reason: str


def alike(digests: Iterable[Digest], key: Callable[[Digest], Hashable]) -> list[tuple[Digest, ...]]:
    """Put claims together that ``key`` cannot tell apart; the first of each stands for them."""
    kinds: dict[Hashable, list[Digest]] = {}
    for digest in digests:
        kinds.setdefault(key(digest), []).append(digest)
    return sorted((tuple(kind) for kind in kinds.values()), key=lambda kind: kind[0].claim_id)[:WITNESSES_MAX]


def set_against(
    one: Sequence[tuple[Digest, ...]],
    other: Sequence[tuple[Digest, ...]],
    disagree: Callable[[Digest, Digest], str | None],
) -> Sides | None:
    """Compare each kind of one value with each of the other; None where none disagree."""
    left: dict[str, Digest] = {}
    right: dict[str, Digest] = {}
    reasons: list[str] = []
    for these in one:
        for those in other:
            if reason := disagree(these[0], those[0]):
                left.update((digest.claim_id, digest) for digest in these)
                right.update((digest.claim_id, digest) for digest in those)
                reasons.append(reason)
    return Sides(tuple(left.values()), tuple(right.values()), min(reasons)) if reasons else None
