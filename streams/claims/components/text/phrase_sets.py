"""Sets of words and phrases, found by the words of a text that one of them begins with.

An alternation of a hundred phrases tries them all at every place; this looks only where the first
word of one stands, which is found once an article, whatever the size of the set.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from streams.claims.components.text.words import Words

_WORD: Final = re.compile(r"[^\W_]+")


class PhraseSet:
    """Whole words and phrases; ``fold`` finds them in any case."""

    def __init__(self, phrases: Iterable[str], *, fold: bool = True) -> None:
        self._fold = fold
        index: dict[str, list[str]] = {}
        for phrase in {p.lower() if fold else p for p in phrases}:
            first = _WORD.match(phrase)
            if first:
                index.setdefault(first[0].lower(), []).append(phrase)
        self._index = {first: sorted(group, key=len, reverse=True) for first, group in index.items()}
        self._first = frozenset(index)

    def found(self, words: Words, start: int, end: int) -> Iterator[str]:
        """Give the phrases that stand within ``start``..``end``, in order, the longest at each place."""
        return (phrase for _, phrase in self.places(words, start, end))

    def places(self, words: Words, start: int, end: int) -> Iterator[tuple[int, str]]:
        """Give what found() gives, each with its offset."""
        text, index = words.text, self._index
        for at, word in words.near(self._first, start, end):
            for phrase in index[word]:
                stop = at + len(phrase)
                here = text[at:stop].lower() if self._fold else text[at:stop]
                if here == phrase and stop <= end and not text[stop : stop + 1].isalnum():
                    yield at, phrase
                    break

    def any(self, words: Words, start: int, end: int) -> bool:
        """Tell whether one of the phrases stands within ``start``..``end``."""
        return self.may_stand(words, start, end) and next(self.places(words, start, end), None) is not None

    def may_stand(self, words: Words, start: int, end: int) -> bool:
        """Tell whether the first word of one of the phrases begins within ``start``..``end``."""
        return words.stands(self._first, start, end)
