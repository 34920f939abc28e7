"""The words of a text, cut out once for all that look for some of them: a text in, words and places out.

A pass over a text costs more than a thousand look-ups. So the article's words are cut out once,
and whoever looks for hundreds of words asks for each word of the text whether it is one of them.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Final

from spacy.tokens import Doc

from streams.claims.annotations import source_text

_WORD: Final = re.compile(r"[^\W_]+")
_LETTERS: Final = re.compile(r"[^\W\d_]+")


class Words:
    """The words of a text in order: where each begins, as printed, and in lower case."""

    def __init__(self, text: str) -> None:
        self.text = text
        found = list(_WORD.finditer(text))
        self.starts = [word.start() for word in found]
        self.printed: list[str] = [word[0] for word in found]
        self.lowered = [word.lower() for word in self.printed]
        # The letters of "5bn" and "G7" are words, too, for those who look for words.
        self._parts = [
            (start + part.start(), part[0])
            for start, word in zip(self.starts, self.printed, strict=True)
            if not word.isalpha()
            for part in _LETTERS.finditer(word)
        ]
        self.known = frozenset([*self.printed, *(part for _, part in self._parts)])

    def within(self, start: int, end: int) -> Iterator[tuple[int, str]]:
        """Give (offset, lower-case word) of the words that begin in ``start``..``end``."""
        low, high = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return zip(self.starts[low:high], self.lowered[low:high], strict=True)

    def places(self, vocabulary: AbstractSet[str]) -> list[tuple[int, str]]:
        """Give (offset, word as printed) of the words that are in ``vocabulary``, in order."""
        found = [(at, word) for at, word in zip(self.starts, self.printed, strict=True) if word in vocabulary]
        parts = [place for place in self._parts if place[1] in vocabulary]
        return sorted(found + parts) if parts else found


def words_of(doc: Doc) -> Words:
    """Give the article's words, cut out once a Doc."""
    words: Words | None = doc._.words
    if words is None:
        words = doc._.words = Words(source_text(doc))
    return words


def with_capitals(words: AbstractSet[str]) -> frozenset[str]:
    """Add to each word its form at the start of a sentence."""
    return frozenset(words) | {word[:1].upper() + word[1:] for word in words}
