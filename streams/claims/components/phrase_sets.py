"""Sets of words and phrases, found by one dictionary look-up for each word of a text.

An alternation of a hundred phrases tries them all at every place; this looks at each word
once, whatever the size of the set.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+")


class PhraseSet:
    """Whole words and phrases; ``fold`` finds them in any case."""

    def __init__(self, phrases: Iterable[str], *, fold: bool = True) -> None:
        self._fold = fold
        index: dict[str, list[str]] = {}
        for phrase in {p.lower() if fold else p for p in phrases}:
            first = _WORD.match(phrase)
            if first:
                index.setdefault(first[0], []).append(phrase)
        self._index = {first: sorted(group, key=len, reverse=True) for first, group in index.items()}

    def found(self, text: str, start: int = 0, end: int | None = None) -> Iterator[str]:
        """Give the phrases that stand in ``text[start:end]``, in order, the longest at each place."""
        end = len(text) if end is None else end
        for word in _WORD.finditer(text, start, end):
            group = self._index.get(word[0].lower() if self._fold else word[0])
            if group is None:
                continue
            at = word.start()
            for phrase in group:
                stop = at + len(phrase)
                here = text[at:stop].lower() if self._fold else text[at:stop]
                if here == phrase and stop <= end and not text[stop : stop + 1].isalnum():
                    yield phrase
                    break

    def any(self, text: str, start: int = 0, end: int | None = None) -> bool:
        """Tell whether one of the phrases stands in ``text[start:end]``."""
        return next(self.found(text, start, end), None) is not None
