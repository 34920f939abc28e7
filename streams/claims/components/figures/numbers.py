"""Numbers in a text: digits in any grouping, number words, their scale and percent sign.

In: text. Out: Number for each, in order, with character offsets; what they count is
for others to say.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from msgspec import Struct

from streams.claims.components.figures.number_words import NumberWords
from streams.claims.components.text.words import Words
from streams.claims.vocabulary import Units

_SPACE: Final = " \u00a0\u2009\u202f"  # as a thousands separator too
_RUN: Final = re.compile(r"[\d½¼¾]+")
_DIGITS: Final = re.compile(
    r"\d{1,3}(?:,\d{3})+(?:\.\d{1,6})?(?!\d)"
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)"  # lakh and crore: 1,63,000
    r"|\d{1,3}(?:['’]\d{3})+(?!\d)"
    rf"|\d{{1,3}}(?:[{_SPACE}]\d{{3}})+(?!\d)(?:[.,]\d{{1,3}})?"
    r"|\d{1,3}(?:\.\d{3})+,\d{1,2}(?!\d)"
    r"|\d{1,3}(?:\.\d{3}){2,4}(?!\d)|\d{0,3} ?[½¼¾]|\d{1,15}(?:[.,·]\d{1,6})?"
)
_NEXT: Final = re.compile(rf"([{_SPACE}\t\n-]{{0,2}})([^\W\d_]+|%)")
_PER_CENT: Final = re.compile(r"(?:per\s?cents?|percentage[ -]points?)(?!\w)", re.IGNORECASE)
_PERCENT: Final = frozenset(("%", "percent", "percents", "pct", "pc", "proc"))
_CUT: Final = frozenset(("pct", "proc"))  # "2 proc. of GDP"
_FRACTIONS: Final = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_ABBREVIATED: Final = 4  # letters of the longest scale that may end in a full stop


class Number(Struct, frozen=True):
    """A number at ``start``..``end``, scale included. ``value`` is None for a vague one.

    ``scale`` is 1 where none is printed; ``lettered`` marks a scale of one letter, which
    counts only beside a currency; ``plain_end`` is the end, and ``plain`` the value, without it.
    """

    start: int
    end: int
    value: float | None
    low: float
    high: float | None
    scale: float
    percent: bool = False
    lettered: bool = False
    plain: float = 0.0
    plain_end: int = 0
    digits: bool = True

    def without_letter(self) -> "Number":
        """Give the number without a scale of one letter: "5 m" of road is no five million."""
        if not self.lettered:
            return self
        plain, end = self.plain, self.plain_end
        return Number(self.start, end, plain, plain, plain, 1.0, plain=plain, plain_end=end)


class NumberFinder:
    """Finds the numbers of a text: a look at its words with digits, a look-up for each number word."""

    def __init__(self, units: Units) -> None:
        self._scales: Mapping[str, float] = {name.lower(): value for name, value in units.scales.items()}
        self._letters = {name.lower(): value for name, value in units.letters.items()}
        self._words = NumberWords(units)

    def find(self, text: str, words: Words) -> list[Number]:
        """Give the numbers of ``text`` ordered by place; where two overlap, the first.

        ``words`` are those of the text.
        """
        found = [*self._in_digits(text, words), *self._in_words(text, words)]
        found.sort(key=lambda number: (number.start, -number.end))
        kept: list[Number] = []
        for number in found:
            if not kept or number.start >= kept[-1].end:
                kept.append(number)
        return kept

    def _in_digits(self, text: str, words: Words) -> Iterator[Number]:
        reached = 0
        for at, word in words.with_digits:
            runs = [at] if word.isdecimal() else [at + run.start() for run in _RUN.finditer(word)]
            for start in runs:
                if start >= reached and (number := self._of_digits(text, start)):
                    reached = number.plain_end
                    yield number

    def _of_digits(self, text: str, start: int) -> Number | None:
        before = text[start - 1] if start else " "
        if before in ".," and not _opens_fraction(text, start):
            return None  # the rest of a number that no grouping fits
        match = _DIGITS.match(text, start)
        if match is None or _inside_name(text, start, match.end()):
            return None
        digits = match[0]
        if before == ".":
            start, digits = start - 1, f".{digits}"
        return self._scaled(text, start, match.end(), _value(digits))

    def _in_words(self, text: str, words: Words) -> Iterator[Number]:
        for worded in self._words.find(text, words):
            if worded.value is not None:
                yield self._scaled(text, worded.start, worded.end, worded.value, digits=False)
                continue
            factor, end = self._scale(text, worded.end)
            if factor > 1.0:
                low, high = worded.low * factor, worded.high * factor
                yield Number(worded.start, end, None, low, high, factor, plain_end=worded.end, digits=False)

    def _scaled(self, text: str, start: int, end: int, plain: float, *, digits: bool = True) -> Number:
        after = _NEXT.match(text, end)
        if after is None:
            return Number(start, end, plain, plain, plain, 1.0, False, False, plain, end, digits)
        word = after[2].lower()
        factor, stop, percent, lettered = 1.0, end, False, False
        if word in self._scales:
            factor, stop = self._scale(text, end)
            if factor == 1e6 and 1 <= plain < 1000 and text[start:end].endswith(".000"):
                plain *= 1000  # "1.000 million": the dot groups thousands, as on the continent
        elif word in self._letters and digits and _is_letter_scale(text, after):
            factor, stop, lettered = self._letters[word], after.end(), True
        elif word in _PERCENT:
            stop, percent = after.end() + (word in _CUT and text.startswith(".", after.end())), True
        elif word in ("per", "percentage") and (per := _PER_CENT.match(text, after.start(2))):
            stop, percent = per.end(), True
        value = round(plain * factor, 6)
        return Number(start, stop, value, value, value, factor, percent, lettered, plain, end, digits)

    def _scale(self, text: str, end: int) -> tuple[float, int]:
        """Give the factor of the scale words behind ``end`` ("hundred million") and where they end."""
        factor, stop = 1.0, end
        while after := _NEXT.match(text, stop):
            word = after[2].lower()
            if word not in self._scales or text[after.end() : after.end() + 1].isdigit():
                break
            factor, stop = factor * self._scales[word], after.end()
            if text[stop : stop + 1] == "." and len(word) <= _ABBREVIATED and not _ends_sentence(text, stop):
                stop += 1
        return factor, stop


def _is_letter_scale(text: str, after: re.Match[str]) -> bool:
    """Tell "5m" and "5 m" from "5 -m", "5 m²" and "5 M's"."""
    following = text[after.end() : after.end() + 1]
    return after[1] in ("", " ", "\u00a0") and not (following.isalnum() or following in ("'", "’", "_"))


def _opens_fraction(text: str, start: int) -> bool:
    """Tell ".5 billion" and ", 300" from the tail of "1.2.3"."""
    return start >= 2 and (text[start - 2].isspace() or text[start - 2] in "$€£¥")


def _value(digits: str) -> float:
    if digits.isdecimal():
        return float(digits)
    if digits[-1] in _FRACTIONS:
        return float(digits[:-1].strip() or 0) + _FRACTIONS[digits[-1]]
    digits = digits.replace("·", ".")
    if digits.count(".") > 1 or 0 <= digits.find(".") < digits.find(","):
        digits = digits.replace(".", "")
    head, comma, tail = digits.partition(",")
    if comma and "," not in tail and "." not in tail and len(tail) != 3:
        digits = f"{head}.{tail}"  # a decimal comma
    return float(digits.translate(_NO_GROUPS))


_NO_GROUPS: Final = str.maketrans("", "", f",'’{_SPACE}")


def _inside_name(text: str, start: int, end: int) -> bool:
    """Tell a number that is part of a name (F-16, COP28, 3D) or a clock time."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in "-–/_#" and before and text[start - 2 : start - 1].isalpha():
        return before != "/" or not text[start - 2].islower()  # "kroner/67 million euros"
    if after == ":" and text[end + 1 : end + 2].isdigit():
        return True
    return before == ":" and text[start - 2 : start - 1].isdigit()


def _ends_sentence(text: str, at: int) -> bool:
    rest = text[at + 1 : at + 3].lstrip()
    return not rest or rest[0].isupper()
