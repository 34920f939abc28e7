"""Windows: a pattern and a text in, how often it stands in one window of the text after another out.

Where figures stand close together their windows overlap; each stretch is searched once.
"""

import re
from bisect import bisect_left
from typing import Final

_STEP: Final = 32
_AHEAD_MAX: Final = 10_000
_LONGEST: Final = 100  # characters of a match; a longer one may be missed at the edge of a window


class Windows:
    """The matches of one pattern in one text; make one for each kind of window.

    Meant for windows whose starts and ends never go back; one that does begins anew.
    """

    def __init__(self, pattern: re.Pattern[str], text: str) -> None:
        self._pattern = pattern
        self._text = text
        self._from = self._to = 0  # what is searched
        self._ahead = 0  # characters searched beyond a window: the more windows adjoin, the more
        self._starts: list[int] = []
        self._ends: list[int] = []

    def count(self, start: int, end: int) -> int:
        """Give how many matches lie within ``start`` and ``end``."""
        if start < self._from or start > self._to + _LONGEST:
            self._from = self._to = start
            self._ahead = 0
            self._starts.clear()
            self._ends.clear()
        self._search(end)
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end)
        while last > first and self._ends[last - 1] > end:
            last -= 1
        return last - first

    def _search(self, end: int) -> None:
        if end <= self._to:
            return
        end = reached = end + self._ahead
        self._ahead = min(2 * self._ahead + _STEP, _AHEAD_MAX)
        for match in self._pattern.finditer(self._text, self._to, end + _LONGEST):
            if match.start() >= end:
                break
            self._starts.append(match.start())
            self._ends.append(match.end())
            reached = max(reached, match.end())
        self._to = reached
