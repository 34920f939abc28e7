"""What a quotation is compared by: its beginning, and names for its wording.

Printings of one utterance differ in a word and in where they are cut. A wording is
therefore named after its longest pairs of neighbouring words: two texts that share most of
their pairs choose one in common, so that they meet though neither knows the other.
"""

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Final, NamedTuple

from models.identities import content_id, slug

COMPARED_WORDS: Final = 90
COMPARED_CHARACTERS: Final = 600
WORDING_MIN: Final = 5  # words: shorter phrases are anybody's
_LONG: Final = 4  # letters of a word that tells something
_STEM: Final = 5
_ANCHORS: Final = 3  # a word that one printing changes stands in two pairs
# Small words that one printing has and another leaves out: they part no neighbours.
_SMALL: Final = frozenset(
    (  # noqa: SIM905  (a list of words reads better unquoted)
        "that this these those which whom with from into have been were will would shall should could must "
        "their they them your ours what when where also than then very just only"
    ).split()
)
_WORD: Final = re.compile(r"[a-zA-Z0-9\w]+")  # plain letters first, they are most


def compared(text: str) -> str:
    """Cut a quotation to the part that is compared, with single spaces."""
    return " ".join(text.split()[:COMPARED_WORDS])[:COMPARED_CHARACTERS]


class Wording(NamedTuple):
    """The names of a wording, in order, and its words."""

    names: tuple[str, ...]
    words: int

    def anchors(self, *, named: bool) -> tuple[str, ...]:
        """Give the names; none for a short one of a named speaker."""
        return () if named and self.words < WORDING_MIN else self.names


def wording_of(text: str) -> Wording:
    """Name the wording of a quotation."""
    words = _WORD.findall(compared(text))
    long = [slug(word) for word in words if len(word) >= _LONG or word.isdigit()]
    telling = [word for word in long if word not in _SMALL]
    lengths: dict[tuple[str, str], int] = {}
    for one, other in pairwise(telling):
        pair = (one[:_STEM], other[:_STEM])
        lengths[pair] = max(lengths.get(pair, 0), len(one) + len(other))
    names = _longest(lengths) or (content_id("wording", *(slug(word) for word in words)),)
    return Wording(names, len(words))


def anchors(text: str, *, named: bool) -> tuple[str, ...]:
    """Name the wording of a quotation, in order; none for a short one of a named speaker."""
    return wording_of(text).anchors(named=named)


def _longest(lengths: Mapping[tuple[str, str], int]) -> tuple[str, ...]:
    """Name the longest pairs, in order; among pairs as long their names decide, so only those are made."""
    least = min(sorted(lengths.values(), reverse=True)[:_ANCHORS], default=0)
    names = [(-length, content_id("wording", *pair)) for pair, length in lengths.items() if length >= least]
    return tuple(name for _, name in sorted(names)[:_ANCHORS])
