"""Firms that an article calls by their trade: its text and nominals in, further nominals out.

"The company" and "the shipbuilder" are the firm that was named last, be it by its trade alone
("Swedish utility Sveakraft").
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from models.messages import Actor
from streams.claims.components.giving.article import Nominal
from streams.claims.components.text.words import Words as TextWords

_FOUND_MAX: Final = 100  # a bound of the work on a huge text
_NAME: Final = re.compile(r"\s+([A-Z][\w&’'-]*[a-z](?:\s+[A-Z][\w&-]+){0,2})(?<!['’]s)\b")
_OWNER: Final = re.compile(r"['’]s?$")


class FirmFinder:
    """Finds who "the company" is. Made once for a process from the words for trades."""

    def __init__(self, trades: Iterable[str]) -> None:
        self._trades = frozenset(trades)

    def find(self, words: TextWords, known: Sequence[Nominal]) -> Iterator[Nominal]:
        """Give where ``words`` call a firm by its trade, as the firm named last before it."""
        places = words.among(self._trades)[:_FOUND_MAX]
        if not places:
            return
        text = words.text
        starts = [nominal.span[0] for nominal in known]
        named = [(n.span[0], n.actor) for n in known if n.actor.level == "company"]
        for at, word in places:
            name = _NAME.match(text, at + len(word))
            if name is not None and not _touches(known, starts, name.span(1)):
                printed = _OWNER.sub("", name[1])
                firm = Actor(id=None, name=printed, level="company", as_printed=printed)
                named.append((name.start(1), firm))
            elif text[max(0, at - 4) : at].lower() == "the ":
                before = max((n for n in named if n[0] < at), key=lambda n: n[0], default=None)
                if before is not None:
                    yield Nominal((at, at + len(word)), before[1])


def _touches(known: Sequence[Nominal], starts: Sequence[int], span: tuple[int, int]) -> bool:
    at = bisect_left(starts, span[0])
    return any(n.span[0] < span[1] and span[0] < n.span[1] for n in known[max(0, at - 2) : at + 2])
