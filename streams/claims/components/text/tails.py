"""Phrases that end right before a place: the text up to it in, the longest of a set out.

A pattern tries a hundred phrases at every place of the stretch before a figure; this looks
up the last word, which tells in most places that none ends there.
"""

from collections.abc import Iterable
from typing import Final

OPENING: Final = "“\"'‘(„«[—–-"


class Tails:
    """A set of phrases in lower case. Made once for a process."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_last: dict[str, list[str]] = {}
        for phrase in sorted({phrase.lower() for phrase in phrases}, key=len, reverse=True):
            self._by_last.setdefault(phrase.rpartition(" ")[2], []).append(phrase)
        self.last_words = frozenset(self._by_last)

    def at_end(self, tail: str) -> str | None:
        """Give the longest phrase that ends ``tail`` (lower case, single blanks), None for none."""
        last = tail[tail.rfind(" ") + 1 :].lstrip(OPENING)
        for phrase in self._by_last.get(last, ()):
            before = tail[-len(phrase) - 1 : -len(phrase)]
            if tail.endswith(phrase) and not before.isalnum():
                return phrase
        return None
