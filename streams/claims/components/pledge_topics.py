"""What a pledge is for and in which form it is given, by the words around it."""

import re
from collections.abc import Mapping
from typing import Final, cast

from models.messages import Span
from models.messages.claim import Instrument, Purpose
from streams.claims.components.phrases import words_pattern

_ORDER: Final[tuple[Purpose, ...]] = (
    "defence_spending",
    "military",
    "reconstruction",
    "humanitarian",
    "health",
    "climate",
    "energy",
    "development",
    "financial",
)


class Topics:
    """Names the purpose and the instrument of a pledge."""

    def __init__(
        self, purposes: Mapping[str, tuple[str, ...]], instruments: Mapping[str, tuple[str, ...]]
    ) -> None:
        self._purposes = {name: words_pattern(words) for name, words in purposes.items()}
        self._instruments = {name: words_pattern(words, re.NOFLAG) for name, words in instruments.items()}

    def purpose(self, text: str, *stretches: Span) -> Purpose:
        """Give the purpose that most words of the first telling stretch speak of."""
        for start, end in stretches:
            counts = {name: self._count(name, text, start, end) for name in _ORDER}
            best = max(_ORDER, key=lambda name: counts[name])
            if counts[best]:
                return best
        return "other"

    def instrument(self, text: str, span: Span, *, in_kind: bool) -> Instrument | None:
        """Give the form in which it is given, None where the words do not say."""
        if in_kind:
            return "in_kind"
        for name in ("guarantee", "loan", "grant"):
            pattern: re.Pattern[str] | None = self._instruments.get(name)
            if pattern and pattern.search(text, *span):
                return cast("Instrument", name)
        return None

    def _count(self, name: str, text: str, start: int, end: int) -> int:
        pattern = self._purposes.get(name)
        return len(pattern.findall(text, start, end)) if pattern else 0
