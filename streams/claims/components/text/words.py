"""The words of a text, cut out once for all that look for some of them: a text in, words and places out.

A pass over a text costs more than a thousand look-ups. So the article's words are cut out once,
and whoever looks for hundreds of words asks which of the text's words are among them.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import Final

from spacy.tokens import Doc

from streams.claims.annotations import source_text

_WORD: Final = re.compile(r"[^\W_]+")
_LETTERS: Final = re.compile(r"[^\W\d_]+")


class Words:
    """The words of a text: in lower case in order, and where each stands as printed."""

    def __init__(self, text: str) -> None:
        self.text = text
        found = list(_WORD.finditer(text))
        self.starts = [word.start() for word in found]
        printed = [word[0] for word in found]
        self.lowered = [word.lower() for word in printed]
        self._among: dict[frozenset[str], list[tuple[int, str]]] = {}
        self._at: dict[str, list[int]] = {}  # where each word as printed begins
        for start, word in zip(self.starts, printed, strict=True):
            self._at.setdefault(word, []).append(start)
        self._note_parts()
        self.known = frozenset(self._at)

    def _note_parts(self) -> None:
        """Take the letters of "5bn" and "G7" for words, too, for those who look for words."""
        for word in [word for word in self._at if not word.isalpha()]:
            for part in _LETTERS.finditer(word):
                places = [start + part.start() for start in self._at[word]]
                self._at.setdefault(part[0], []).extend(places)

    @cached_property
    def at(self) -> dict[str, list[int]]:
        """The different words in lower case, and where each begins."""
        at: dict[str, list[int]] = {}
        for start, word in zip(self.starts, self.lowered, strict=True):
            at.setdefault(word, []).append(start)
        return at

    def has(self, vocabulary: frozenset[str]) -> bool:
        """Tell whether one of the words, in lower case, is in ``vocabulary``."""
        return not vocabulary.isdisjoint(self.at)

    def among(self, vocabulary: frozenset[str]) -> Sequence[tuple[int, str]]:
        """Give (offset, lower-case word) of the words that are in ``vocabulary``, in order, found once."""
        found = self._among.get(vocabulary)
        if found is None:
            hits = self.at.keys() & vocabulary
            found = self._among[vocabulary] = sorted((at, word) for word in hits for at in self.at[word])
        return found

    def within(self, start: int, end: int) -> Iterator[tuple[int, str]]:
        """Give (offset, lower-case word) of the words that begin in ``start``..``end``."""
        low, high = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return zip(self.starts[low:high], self.lowered[low:high], strict=True)

    def places(self, vocabulary: frozenset[str]) -> list[tuple[int, str]]:
        """Give (offset, word as printed) of the words that are in ``vocabulary``, in order."""
        return sorted((at, word) for word in vocabulary & self.known for at in self._at[word])


def words_of(doc: Doc) -> Words:
    """Give the article's words, cut out once a Doc."""
    words: Words | None = doc._.words
    if words is None:
        words = doc._.words = Words(source_text(doc))
    return words


def with_capitals(words: AbstractSet[str]) -> frozenset[str]:
    """Add to each word its form at the start of a sentence."""
    return frozenset(words) | {word[:1].upper() + word[1:] for word in words}
