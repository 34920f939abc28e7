"""What leads to a place: the words before it in, whether one of them leads to it out.

A pattern of forty words that ends at a place tries each of them at every character before it. This
looks the few words there up, and tries what may follow only behind those that it knows.
"""

import re
from collections.abc import Iterable, Mapping

Before = Iterable[tuple[int, str]]  # offset and lower-case form of each word before a place, in order


class LeadIns:
    """Words, and what may stand between each and the place that it leads to. Made once for a process."""

    def __init__(self, leads: Mapping[str, str], *, fold: bool = True) -> None:
        """Take words in lower case, parted by blanks, with the pattern of what may follow them.

        ``fold`` finds them in any case.
        """
        self._fold = fold
        self._rests: dict[str, list[re.Pattern[str]]] = {}
        for words, rest in leads.items():
            pattern = re.compile(rest, re.IGNORECASE if fold else 0)
            for word in words.split():
                self._rests.setdefault(word, []).append(pattern)
        self.words = frozenset(self._rests)

    def lead(self, text: str, before: Before, at: int) -> bool:
        """Tell whether one of the words ``before`` leads to ``at``."""
        rests, fold = self._rests, self._fold
        for start, word in before:
            if word in rests and (fold or text.startswith(word, start)):
                for rest in rests[word]:
                    if rest.fullmatch(text, start + len(word), at):
                        return True
        return False
