"""Works and schemes by the form of their names: words in, nominals of what gets the money out.

"The Lobwe Corridor", "the Hvide Sound bridge", "the Great Steppe Programme": capitalised
words before the word for its kind. "The corridor" is that one again.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from models.messages import Actor
from streams.claims.components.giving.article import Nominal
from streams.claims.components.text.words import Words as TextWords

_LEFT: Final = re.compile(r"([A-Z][\w’'-]*\s+(?:(?:(?:of|and|for)\s+)?[A-Z][\w’'-]*\s+){0,4})$")
_BEFORE: Final = 80  # characters in which the words before the kind stand
_FOUND_MAX: Final = 100  # a bound of the work on a huge text
_LINE_OPENS: Final = re.compile(r"[\n.!?:“\"]\s*$|^\s*$")


class WorkFinder:
    """Finds works and schemes. Made once for a process."""

    def __init__(self, works: Iterable[str], schemes: Iterable[str], no_names: Iterable[str]) -> None:
        self._works = frozenset(works)
        self._schemes = frozenset(word.lower() for word in schemes)
        self._kinds = self._works | self._schemes
        self._no_names = frozenset(no_names)

    def find(self, words: TextWords, known: Sequence[Nominal]) -> Iterator[Nominal]:
        """Give the works that ``words`` name outside ``known``, and where they come again."""
        text, ends = words.text, text_end(words.text)
        last: dict[str, Actor] = {}
        for at, kind in words.among(self._kinds)[:_FOUND_MAX]:
            start = self._start(text, at, kind, known) or _quoted(text, at)
            if start is not None and (start >= ends or _again(text, text[start:at].strip(), ends)):
                name = _bare(text[start:at]) + " " + kind.title()
                last[kind] = Actor(id=None, name=name, level="organisation", as_printed=name)
                yield Nominal((start, at + len(kind)), last[kind])
            elif kind in last and text[max(0, at - 4) : at].lower() == "the ":
                yield Nominal((at, at + len(kind)), last[kind])

    def _start(self, text: str, at: int, kind: str, known: Sequence[Nominal]) -> int | None:
        """Give where the name before ``kind`` begins, None where it has none."""
        lower = text[at].islower()
        if lower and kind not in self._works:
            return None
        left = _LEFT.search(text, max(0, at - _BEFORE), at)
        if left is None or (left.start() and text[left.start() - 1].isalnum()):
            return None
        start = left.start()
        if _LINE_OPENS.search(text, max(0, start - 4), start) or text[start:at].startswith("The "):
            start += len(text[start:at].split(maxsplit=1)[0]) + 1 if _opener(text[start:at]) else 0
        near = known[max(0, bisect_left(known, start, key=lambda n: n.span[0]) - 1) :][:6]
        inside = [n for n in near if n.span[0] < at and start < n.span[1]]
        if inside and kind not in self._works:
            return None
        for nominal in inside:  # "Finland's Kouvola bridge"
            rest = text[nominal.span[1] : at]
            start = at - len(rest.partition(" ")[2])
        words = text[start:at].split()
        if not words or not words[0][0].isupper() or (len(words) == 1 and words[0] in self._no_names):
            return None
        return None if words[0] in ("The", "A", "An") else start


def _quoted(text: str, at: int) -> int | None:
    """Give where a name in quotation marks before a kind begins: to the "One Heart" campaign."""
    found = _IN_MARKS.search(text, max(0, at - _BEFORE), at)
    return found.start() if found else None


def _bare(words: str) -> str:
    marked = re.search(r"[“\"](.+)[”\"]", words)
    return " ".join((marked[1] if marked else words).split())


_IN_MARKS: Final = re.compile(r"(?:(?<=\bthe )[a-z-]+ )?[“\"][A-Z][^“”\".,;:]{2,50}[”\"] $")


def _opener(words: str) -> bool:
    return words.split(maxsplit=1)[0] in ("The", "A", "An", "Its", "Their", "His", "Her", "This", "Our")


def text_end(text: str) -> int:
    """Give where the headline ends: in capitals throughout, it tells no names."""
    end = text.find("\n", 0, 250)
    return max(end, 0)


def _again(text: str, name: str, start: int) -> bool:
    """Tell a name of the headline that the body has, too."""
    return bool(name) and text.find(name, start) >= 0
