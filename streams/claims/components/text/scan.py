"""Looking for many words at once: which of a vocabulary stand in a text, and where.

One pass gives the set of the text's words; only those of the vocabulary that are among
them are then looked for, by str.find. That costs a fifth of an alternation of hundreds.
"""

import re
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Final

from spacy.tokens import Doc

from streams.claims.annotations import source_text

_WORD: Final = re.compile(r"[A-Za-z]+")  # ASCII alone takes half the time


def words_of(doc: Doc) -> frozenset[str]:
    """Give the set of the article's words as printed, made once a Doc; others than ASCII in parts."""
    words: frozenset[str] | None = doc._.words
    if words is None:
        words = doc._.words = words_in(source_text(doc))
    return words


def words_in(text: str) -> frozenset[str]:
    """Give the set of the words of ``text`` as printed; others than ASCII in parts."""
    return frozenset(_WORD.findall(text))


def occurrences(text: str, words: AbstractSet[str], vocabulary: frozenset[str]) -> list[tuple[int, str]]:
    """Give where words of ``vocabulary`` stand in ``text``, in order; ``words`` are all it has."""
    found: list[tuple[int, str]] = []
    for word in (vocabulary & words) | _beyond_ascii(vocabulary):
        size = len(word)
        at = text.find(word)
        while at >= 0:
            end = at + size
            if not (text[at - 1 : at].isalpha() or text[end : end + 1].isalpha()):
                found.append((at, word))
            at = text.find(word, end)
    found.sort()
    return found


@lru_cache(maxsize=64)
def _beyond_ascii(vocabulary: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in vocabulary if not word.isascii())


def with_capitals(words: AbstractSet[str]) -> frozenset[str]:
    """Add to each word its form at the start of a sentence."""
    return frozenset(words) | {word[:1].upper() + word[1:] for word in words}
