"""Whether a sentence calls a figure a part of another: its words in, yes or no out."""

import re
from collections.abc import Sequence
from typing import Final

from models.reference import Reference

BEFORE, AFTER = 40, 30  # characters around a figure in which words can call it a part
_CLAUSE: Final = re.compile(r"[.;:!?]\s")


class Parts:
    """Knows the words that call a figure a part of another."""

    def __init__(self, reference: Reference) -> None:
        before = [words for part in reference.part for words in part.before]
        after = [words for part in reference.part for words in part.after]
        self._before, self._after = _any_of(before), _any_of(after)

    def told(self, evidence: str, figure: str | None) -> bool:
        """Say whether the sentence calls the figure, as printed, a part of another."""
        at = evidence.find(figure) if figure else -1
        if at < 0 or figure is None:
            return False
        end = at + len(figure)
        before = _CLAUSE.split(evidence[max(0, at - BEFORE) : at])[-1]
        after = _CLAUSE.split(evidence[end : end + AFTER])[0]
        return bool(self._before.search(before) or self._after.search(after))


def _any_of(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{'|'.join(map(re.escape, sorted(words)))})\b" if words else r"(?!)", re.IGNORECASE
    )
