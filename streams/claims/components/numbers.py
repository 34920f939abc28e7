"""Numbers in a text: digits in any grouping, number words, their scale and percent sign.

In: text. Out: Number for each, in order, with character offsets; what they count is
for others to say.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from streams.claims.components.phrases import any_of

_ONES: Final = dict(
    zip(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ],
        range(1, 20),
        strict=True,
    )
)
_TENS: Final = dict(
    zip(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"],
        range(20, 100, 10),
        strict=True,
    )
)
_PARTS: Final = {
    "half a": 0.5,
    "a half": 0.5,
    "half": 0.5,
    "a quarter of a": 0.25,
    "quarter of a": 0.25,
    "three quarters of a": 0.75,
    "three-quarters of a": 0.75,
    "one and a half": 1.5,
    "a": 1.0,
    "one": 1.0,
    "a hundred": 100.0,
    "a thousand": 1000.0,
}
# "Hundreds of millions" names no figure, only the range it lies in.
_VAGUE: Final = {"tens of": (10.0, 100.0), "hundreds of": (100.0, 1000.0), "dozens of": (24.0, 100.0)}
_VAGUE_ONE: Final = {
    "several": (3.0, 10.0),
    "a few": (2.0, 10.0),
    "a couple of": (2.0, 3.0),
    "": (1.0, 1000.0),
}
_DIGITS: Final = (
    r"\d{1,3}(?:,\d{3})+(?:\.\d{1,6})?(?!\d)"
    r"|\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:\.\d{1,3})?"
    r"|\d{1,3}(?:\.\d{3}){2,4}(?!\d)|\d{1,15}(?:[.,·]\d{1,6})?|\.\d{1,3}"
)


@dataclass(slots=True, frozen=True)
class Number:
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


class NumberFinder:
    """Finds the numbers of a text in one pass over digits and one over number words."""

    def __init__(self, scales: Mapping[str, float], letters: Mapping[str, float]) -> None:
        self._scales = {name.lower(): value for name, value in scales.items()}
        self._letters = {name.lower(): value for name, value in letters.items()}
        cased = _cased(self._scales)
        self._digits = re.compile(_DIGITS)
        self._scale = re.compile(
            rf"[ \u00a0\t\n-]{{0,2}}(?P<name>{_cased(self._scales, upper=True)})(?!\w)\.?(?!\w)"
            rf"|[ \u00a0]?(?P<letter>{_cased(self._letters)})(?![\w’'])"
            r"|[ \u00a0-]?(?P<percent>%|per\s?cents?\b|[Pp]ercents?\b|pct\b|pc\b|percentage[ -]points?\b)"
        )
        # Both cases spelt out: a pattern that ignores case is three times slower.
        ones, tens, units = _cased([*_ONES, *_TENS]), _cased(_TENS), _cased(list(_ONES)[:9])
        self._words = re.compile(
            rf"\b(?:(?P<tens>{tens})[- ](?P<one>{units})"
            rf"|(?P<plain>{ones})(?:\s+point\s+(?P<point>{units}))?)"
            rf"(?P<half>\s+and\s+a\s+half)?(?P<hundred>\s+hundred)?\b"
            rf"|\b(?:(?P<part>{_cased(_PARTS)})[\s-]+(?={cased}\b)"
            rf"|(?P<vague>{_cased([*_VAGUE, *list(_VAGUE_ONE)[:3]])})\s+(?={cased}s?\b)"
            r"|(?P<bare>(?:[Mm]illions|[Bb]illions|[Tt]rillions|[Tt]housands)(?=\s+(?:of|in|more)\b)))",
        )

    def find(self, text: str) -> list[Number]:
        """Give the numbers of ``text`` ordered by place; where two overlap, the first."""
        found = [*self._in_digits(text), *self._in_words(text)]
        found.sort(key=lambda number: (number.start, -number.end))
        kept: list[Number] = []
        for number in found:
            if not kept or number.start >= kept[-1].end:
                kept.append(number)
        return kept

    def _in_digits(self, text: str) -> Iterator[Number]:
        for match in self._digits.finditer(text):
            start, end = match.span()
            if (
                text[start - 1 : start] in ("", ".", ",")
                and start
                and not text[start - 2 : start - 1].isspace()
            ):
                continue  # the rest of a number that no grouping fits
            if _inside_name(text, start, end):
                continue
            yield self._scaled(text, start, end, _value(match[0]))

    def _in_words(self, text: str) -> Iterator[Number]:
        for match in self._words.finditer(text):
            start, end = match.span()
            if match["vague"] or match["bare"]:
                yield from self._vague(text, match)
            elif match["part"]:
                part = " ".join(match["part"].lower().split())
                yield self._scaled(text, start, match.end("part"), _PARTS[part], digits=False)
            else:
                yield self._scaled(text, start, end, _spelt(match), digits=False)

    def _vague(self, text: str, match: re.Match[str]) -> Iterator[Number]:
        key = " ".join((match["vague"] or "").lower().split())
        low, high = (_VAGUE | _VAGUE_ONE)[key]
        begin = match.start() if match["bare"] else match.end()
        scale = self._scale.match(text, begin)
        if scale and scale["name"]:
            factor = self._scales[scale["name"].lower()]
            yield Number(match.start(), scale.end(), None, low * factor, high * factor, factor, digits=False)

    def _scaled(self, text: str, start: int, end: int, plain: float, *, digits: bool = True) -> Number:
        scale = self._scale.match(text, end)
        factor, stop, percent, lettered = 1.0, end, False, False
        if scale and scale["name"]:
            factor, stop = self._scales[scale["name"].lower()], scale.end()
            if text[stop - 1] == "." and _ends_sentence(text, stop):
                stop -= 1
            if factor == 1e6 and 1 <= plain < 1000 and text[start:end].endswith(".000"):
                plain *= 1000  # "1.000 million": the dot groups thousands, as on the continent
        elif scale and scale["letter"] and digits:
            factor, stop, lettered = self._letters[scale["letter"].lower()], scale.end(), True
        elif scale and scale["percent"]:
            stop, percent = scale.end(), True
        value = round(plain * factor, 6)
        return Number(start, stop, value, value, value, factor, percent, lettered, plain, end, digits)


def _cased(phrases: Iterable[str], *, upper: bool = False) -> str:
    forms = [form for phrase in phrases for form in (phrase, phrase[:1].upper() + phrase[1:])]
    return any_of([*forms, *(phrase.upper() for phrase in phrases if upper)])


def _value(digits: str) -> float:
    digits = digits.replace("·", ".")
    if digits.count(".") > 1:
        return float(digits.replace(".", ""))
    head, comma, tail = digits.partition(",")
    if comma and "," not in tail and "." not in tail and len(tail) != 3:
        return float(f"{head}.{tail}")  # a decimal comma
    return float(re.sub(r"[,\s\u00a0\u202f]", "", digits))


def _spelt(match: re.Match[str]) -> float:
    if match["tens"]:
        value = float(_TENS[match["tens"].lower()] + _ONES[match["one"].lower()])
    else:
        word = match["plain"].lower()
        value = float(_ONES.get(word) or _TENS[word])
    if match["point"]:
        value += _ONES[match["point"].lower()] / 10
    if match["half"]:
        value += 0.5
    return value * 100 if match["hundred"] else value


def _inside_name(text: str, start: int, end: int) -> bool:
    """Tell a number that is part of a name (F-16, COP28, 3D) or a clock time."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in "-–/_#" and before and text[start - 2 : start - 1].isalpha():
        return True
    if after == ":" and text[end + 1 : end + 2].isdigit():
        return True
    return before == ":" and text[start - 2 : start - 1].isdigit()


def _ends_sentence(text: str, at: int) -> bool:
    rest = text[at : at + 3].lstrip()
    return not rest or rest[0].isupper()
