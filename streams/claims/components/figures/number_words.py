"""Number words in a text: "two hundred and fifty", "half a" billion, "tens of" millions.

In: text and its words. Out: Worded for each, in order, without the scale
that may follow; only words that the text has are looked for.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final, NamedTuple

from streams.claims.components.text.phrases import any_of
from streams.claims.components.text.words import Words, with_capitals
from streams.claims.vocabulary import Units

_HUNDRED: Final = 100.0
# The commonest words of all: they are looked for only before the scales with which they may count.
_COUNTING: Final = frozenset({"the", "another"})
_DETERMINERS: Final = _COUNTING | {"a", "an"}
_MANY: Final = (1.0, 1000.0)  # "millions of", of which nobody says how many


class Worded(NamedTuple):
    """A number word or phrase; ``value`` is None for a vague one, which lies in ``low``..``high``."""

    start: int
    end: int
    value: float | None
    low: float = 0.0
    high: float = 0.0


class NumberWords:
    """Finds the number words of a text; made once for a process from the lexicon."""

    def __init__(self, units: Units) -> None:
        self._values = {word.lower(): value for word, value in units.numbers.items()}
        self._parts = {phrase.lower(): value for phrase, value in units.parts.items()}
        self._vague = {phrase.lower(): bounds for phrase, bounds in units.vague.items()}
        ones = any_of(word for word, value in self._values.items() if value < 10)
        tens = any_of(word for word, value in self._values.items() if value >= 20)
        below = rf"(?:{tens}[- ]{ones}|{any_of(self._values)})"
        scales = [scale.lower() for scale in units.scales]
        whole = [scale for scale in scales if scale != "hundred"]  # "a hundred and fifty" is one number
        self._phrase = re.compile(
            rf"(?:(?P<part>{any_of(self._parts)})[\s-]+(?=(?:{any_of(whole)}|per\s?cent|percentage\spoint)\b)"
            rf"|(?P<vague>{any_of(self._vague)})(?=\s)"
            rf"|(?P<head>{below}|a(?=\s+hundred))(?P<hundred>\s+hundred(?:(?:\s+and)?\s+(?P<rest>{below}))?)?"
            rf"(?:\s+point\s+(?P<point>{ones}))?(?P<half>[\s-]+and[\s-]+a[\s-]+half)?"
            r"(?!\w)|(?P<bare>millions|billions|trillions)(?=\s+(?:of|in|more)\b))",
            re.IGNORECASE,
        )
        heads = {phrase.removeprefix("a ").split()[0] for phrase in (*self._parts, *self._vague)}
        heads |= {*self._values, *scales, "quarter", "third", "half"}
        self._heads = with_capitals(heads - _DETERMINERS)
        self._determined = with_capitals({*whole, "per", "percent", "percentage"})

    def find(self, text: str, words: Words) -> Iterator[Worded]:
        """Give the number words and phrases of ``text``; ``words`` are those it has."""
        reached = 0
        for at in self._places(words):
            if at < reached:
                continue
            match = self._with_article(text, at) or self._phrase.match(text, at)
            if match:
                yield self._worded(match)
                reached = match.end()

    def _places(self, words: Words) -> list[int]:
        """Give where a number may begin, in order."""
        places = [at for at, _ in words.places(self._heads)]
        for at, _ in words.places(self._determined):
            before = bisect_left(words.starts, at) - 1
            if before >= 0 and words.lowered[before] in _COUNTING:
                places.append(words.starts[before])
        return sorted(places)

    def _with_article(self, text: str, at: int) -> re.Match[str] | None:
        """Match "a few", "half a" from the article before their first word of note."""
        if text[at - 2 : at].lower() != "a " or text[at - 3 : at - 2].isalnum():
            return None
        return self._phrase.match(text, at - 2)

    def _worded(self, match: re.Match[str]) -> Worded:
        if match["bare"]:
            return Worded(match.start(), match.start(), None, *_MANY)
        if match["part"]:
            part = " ".join(match["part"].lower().split())
            return Worded(match.start(), match.end("part"), self._parts[part])
        if match["vague"]:
            phrase = " ".join(match["vague"].lower().split())
            return Worded(match.start(), match.end(), None, *self._vague[phrase])
        return Worded(match.start(), match.end(), self._spelt(match))

    def _spelt(self, match: re.Match[str]) -> float:
        value = self._below(match["head"])
        if match["hundred"]:
            value = value * _HUNDRED + (self._below(match["rest"]) if match["rest"] else 0.0)
        if match["point"]:
            value += self._values[match["point"].lower()] / 10
        return value + 0.5 if match["half"] else value

    def _below(self, words: str) -> float:
        """Read "twenty-five", "seven" or "a"."""
        value = self._values.get(words.lower())
        if value is not None:
            return value
        return sum(self._values.get(word, 1.0) for word in re.split(r"[\s-]+", words.lower()))
