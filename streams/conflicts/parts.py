"""What a sentence says of its figure: that it is a part of another, or that it changed hands.

"Spain had given €400 million" may tell of a promise made; "had wired", "arrived" do not.
"""

import re
from collections.abc import Sequence
from typing import Final

from models.reference import Reference

BEFORE, AFTER = 40, 30  # characters around a figure in which words can call it a part
REACH: Final = 160  # characters around a figure in which words can say that it changed hands
_CLAUSE: Final = re.compile(r"[.;:!?]\s")


class Parts:
    """Knows the words that call a figure a part of another, and those that say that it changed hands."""

    def __init__(self, reference: Reference) -> None:
        before = [words for part in reference.part for words in part.before]
        after = [words for part in reference.part for words in part.after]
        self._before, self._after = _any_of(before), _any_of(after)
        self._moved = _any_of([words for part in reference.part for words in part.moved])

    def told(self, evidence: str, figure: str | None) -> bool:
        """Say whether the sentence calls the figure, as printed, a part of another."""
        before, after = _around(evidence, figure, BEFORE, AFTER)
        return bool(self._before.search(before) or self._after.search(after))

    def moved(self, evidence: str, figure: str | None) -> bool:
        """Say whether the sentence says that what the figure counts changed hands."""
        return any(self._moved.search(words) for words in _around(evidence, figure, REACH, REACH))


def _around(evidence: str, figure: str | None, before: int, after: int) -> tuple[str, str]:
    """Give what stands before and after a figure in its clause, cut to so many characters."""
    at = evidence.find(figure) if figure else -1
    if at < 0 or figure is None:
        return "", ""
    end = at + len(figure)
    head = _CLAUSE.split(evidence[max(0, at - before) : at])[-1]
    return head, _CLAUSE.split(evidence[end : end + after])[0]


def _any_of(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{'|'.join(map(re.escape, sorted(words)))})\b" if words else r"(?!)", re.IGNORECASE
    )
