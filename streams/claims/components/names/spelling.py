"""Capitalised names: a text in, runs of capitalised words out, and how words compare.

A run is what may hold a name: "Spanish Prime Minister Pedro Sánchez", "Ursula von der
Leyen", "Mr. Cleverly". It stops at a possessive, a comma or a lower-case word that is
no particle of names.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from msgspec import Struct

from streams.claims.lexicon import Names

_UPPER: Final = "".join(chr(code) for code in range(0x41, 0x250) if chr(code).isupper()) + "А-ЯІЇЄҐ"
# Letters that do not decompose into a base letter and a mark.
_FLAT: Final = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"}
)
_RUN_WORDS: Final = 11

# surnames, too
COLOURS: Final = frozenset(["white", "green", "black", "blue", "red", "day", "bloomberg", "cross", "church"])
_GOVERNING: Final = frozenset(
    [
        "for",
        "with",
        "to",
        "from",
        "of",
        "in",
        "at",
        "on",
        "by",
        "against",
        "told",
        "tells",
        "about",
        "than",
        "between",
        "under",
        "over",
        "as",
        "asked",
        "asks",
        "thanked",
        "urged",
        "met",
        "into",
        "via",
        "after",
        "before",
        "since",
        "like",
        "alongside",
        "without",
        "behind",
        "near",
        "during",
        "including",
    ]
)
_ARTICLES: Final = frozenset(["the", "a", "an", "its", "his", "her"])


class Word(Struct, frozen=True, gc=False):
    """A word of a run and where it stands; ``key`` is what it is compared by."""

    text: str
    start: int
    end: int
    key: str


Run = tuple[Word, ...]


class RunFinder:
    """Finds runs of capitalised words; holds the pattern built from the lexicon's particles."""

    def __init__(self, names: Names) -> None:
        titles = {
            title
            for group in (names.honorifics, names.honorifics_male, names.honorifics_female)
            for title in group
        }
        tails = "|".join(
            sorted({re.escape(title[1:]) for title in titles if title[1:]}, key=len, reverse=True)
        )
        particles = "|".join(sorted(names.particles, key=len, reverse=True))
        # Every word begins with one class of characters, so that re skips to capitals fast.
        word = (
            rf"[{_UPPER}](?:(?:{tails})\.(?=\s)|\.(?:[{_UPPER}]\.){{0,3}}"
            rf"|[^\W_]{{0,40}}(?:(?:['’](?![sS]\b)|['’]?[-‑])[^\W_]{{1,40}}){{0,4}})"
        )
        joint = rf" (?:(?:{particles}) ){{0,3}}(?:(?:al|el|ul|as|ad|ash)-|[dl]['’])?"
        # "and Abba Sani N20 million": a sum is no name
        self._run = re.compile(rf"{word}(?:{joint}(?![A-Z]{{1,3}}\d){word}){{0,{_RUN_WORDS - 1}}}")
        self._lone = frozenset(names.function_words)

    def runs(self, text: str) -> Iterator[Run]:
        """Give the runs of ``text`` in order, but for lone words such as "The"."""
        lone = self._lone
        text = text.replace("\u00a0", " ")
        for match in self._run.finditer(text):
            printed, at = match[0], match.start()
            if printed in lone or (at and text[at - 1].isalnum()):
                continue
            words = []
            for word in printed.split(" "):
                end = at + len(word)
                words.append(Word(word, at, end, fold(word)))
                at = end + 1
            yield tuple(words)


def fold(word: str) -> str:
    """Give the form of a word that names are compared by: no accents, no case, no full stop."""
    return (word if word.isascii() else _without_accents(word)).lower().rstrip(".")


@lru_cache(maxsize=16_384)
def _without_accents(word: str) -> str:
    word = unicodedata.normalize("NFKD", word.lower().translate(_FLAT))
    return "".join(char for char in word if not unicodedata.combining(char)).replace("’", "'")


def governed(text: str, start: int) -> bool:
    """Tell whether a preposition, a possessive or a verb before ``start`` makes it no subject."""
    if text[start - 1 : start] != " ":
        return False
    words = text[max(0, start - 24) : start - 1].rsplit(" ", 2)
    word = words[-2] if words[-1] in _ARTICLES and len(words) > 1 else words[-1]
    return word in _GOVERNING or word.endswith(("’s", "'s"))
