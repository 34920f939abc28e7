"""The words of a text, cut out once for all that look for some of them: a text in, words and places out.

A pass over a text costs more than a thousand look-ups. So the article's words are cut out once,
and whoever looks for hundreds of words asks which of the text's words are among them.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate
from typing import Final

from spacy.tokens import Doc

from streams.claims.annotations import source_text

# Plain letters and digits first: most characters need no look-up of what they are.
_WORD: Final = re.compile(r"([a-zA-Z0-9\w]+)")
_LETTERS: Final = re.compile(r"[^\W\d_]+")


class Words:
    """The words of a text: in lower case in order, and where each stands."""

    def __init__(self, text: str) -> None:
        self.text = text
        pieces = _WORD.split(text.replace("_", " "))  # what stands between words, a word, and so on
        printed = pieces[1::2]
        self.starts = list(accumulate(map(len, pieces)))[:-1:2]
        self.lowered = list(map(str.lower, printed))
        self.different = frozenset(self.lowered)
        self.at: dict[str, list[int]] = {word: [] for word in self.different}  # where each begins
        for start, word in zip(self.starts, self.lowered, strict=True):
            self.at[word].append(start)
        # Those that are not letters alone ("5bn", "2024", "½"), each with its offset, in order.
        self.with_digits = [(at, w) for at, w in zip(self.starts, printed, strict=True) if not w.isalpha()]
        self._parts = self._parts_of_mixed()
        self.known = frozenset(printed).union(self._parts)
        self._among: dict[frozenset[str], list[tuple[int, str]]] = {}
        self._places: dict[frozenset[str], list[int]] = {}

    def _parts_of_mixed(self) -> dict[str, list[int]]:
        """Give the letters of "5bn" and "G7": those who look for words take them for words, too."""
        parts: defaultdict[str, list[int]] = defaultdict(list)
        for at, word in self.with_digits:
            for part in () if word.isdecimal() else _LETTERS.finditer(word):
                parts[part[0]].append(at + part.start())
        return parts

    def has(self, vocabulary: frozenset[str]) -> bool:
        """Tell whether one of the words, in lower case, is in ``vocabulary``."""
        return not vocabulary.isdisjoint(self.different)

    def among(self, vocabulary: frozenset[str]) -> Sequence[tuple[int, str]]:
        """Give (offset, lower-case word) of the words that are in ``vocabulary``, in order, found once."""
        found = self._among.get(vocabulary)
        if found is None:
            hits = vocabulary & self.different
            found = sorted([(at, word) for word in hits for at in self.at[word]]) if hits else []
            self._among[vocabulary] = found
        return found

    def near(self, vocabulary: frozenset[str], start: int, end: int) -> Sequence[tuple[int, str]]:
        """Give those that among() gives that begin in ``start``..``end``."""
        among = self.among(vocabulary)
        return among[bisect_left(among, (start,)) : bisect_left(among, (end,))] if among else among

    def stands(self, vocabulary: frozenset[str], start: int, end: int) -> bool:
        """Tell whether one of the words that begin in ``start``..``end`` is in ``vocabulary``."""
        places = self._places.get(vocabulary)
        if places is None:
            hits = vocabulary & self.different
            places = self._places[vocabulary] = sorted([at for word in hits for at in self.at[word]])
        index = bisect_left(places, start)
        return index < len(places) and places[index] < end

    def before(self, at: int) -> tuple[int, str]:
        """Give (offset, lower-case word) of what stands right before ``at``, an empty word for none."""
        index = bisect_left(self.starts, at) - 1
        if index < 0:
            return at, ""
        start, word = self.starts[index], self.lowered[index]
        return (start, word) if self.text[start + len(word) : at].isspace() else (at, "")

    def within(self, start: int, end: int) -> Iterator[tuple[int, str]]:
        """Give (offset, lower-case word) of the words that begin in ``start``..``end``."""
        low, high = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return zip(self.starts[low:high], self.lowered[low:high], strict=True)

    def places(self, vocabulary: frozenset[str]) -> list[tuple[int, str]]:
        """Give (offset, word as printed) of the words that are in ``vocabulary``, in order."""
        text, whole, parts = self.text, self.at, self._parts
        hits = vocabulary & self.known
        found = [(at, w) for w in hits for at in whole.get(w.lower(), ()) if text.startswith(w, at)]
        found += [(at, w) for w in hits & parts.keys() for at in parts[w]]
        return sorted(found)


def words_of(doc: Doc) -> Words:
    """Give the article's words, cut out once a Doc."""
    words: Words | None = doc._.words
    if words is None:
        words = doc._.words = Words(source_text(doc))
    return words


def with_capitals(words: AbstractSet[str]) -> frozenset[str]:
    """Add to each word its form at the start of a sentence."""
    return frozenset(words) | {word[:1].upper() + word[1:] for word in words}
