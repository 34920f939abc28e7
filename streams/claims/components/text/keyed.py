"""Patterns that are tried only where one of their key words stands: words and a stretch in, a match out.

A pattern looks at each place of a stretch; the article's index of words tells at once, and mostly, that
none of the words stands there without which it cannot match.
"""

import re

from streams.claims.components.text.words import Words


class Keyed:
    """A pattern and its key words, in lower case: whatever it matches has one of them."""

    def __init__(self, keys: str, pattern: str | re.Pattern[str], flags: re.RegexFlag = re.NOFLAG) -> None:
        self._keys = frozenset(keys.split())
        self._pattern = re.compile(pattern, flags) if isinstance(pattern, str) else pattern

    def search(self, words: Words, low: int, high: int) -> re.Match[str] | None:
        """Give the first match in ``low``..``high``, None where there is none."""
        return self._pattern.search(words.text, low, high) if words.stands(self._keys, low, high) else None

    def match(self, words: Words, low: int, high: int) -> re.Match[str] | None:
        """Give the match that begins at ``low`` and ends up to ``high``, None where there is none."""
        return self._pattern.match(words.text, low, high) if words.stands(self._keys, low, high) else None
