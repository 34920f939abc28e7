"""Which posts one person holds at a time: an office slot in, yes or no out.

Two names for a post that many hold (envoy, senator, minister of state), or for the post of a
body that nobody named, are no disagreement. Which posts are which stands in the reference
data; a post whose tenures it lists needs no pattern.
"""

import re
from collections.abc import Iterable
from fnmatch import translate

from models.reference import Reference
from streams.conflicts.tenures import slots_with_tenures


class Posts:
    """Knows the posts of one holder."""

    def __init__(self, reference: Reference) -> None:
        self._one = _union(p for post in reference.post if post.holders == "one" for p in post.patterns)
        self._many = _union(p for post in reference.post if post.holders == "many" for p in post.patterns)
        self._known = slots_with_tenures(reference)

    def sole(self, slot: str) -> bool:
        """Say whether the slot is the post of a known body that one person holds at a time."""
        _, org, post = slot.split(":", 2)
        if org == "-":
            return False
        words = post.replace("-", " ")
        if post == "governor" and "bank" in org:
            words = "central bank governor"
        return slot in self._known or bool(self._one.match(words) and not self._many.match(words))


def _union(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(translate(pattern) for pattern in sorted(patterns)) or r"(?!)")
