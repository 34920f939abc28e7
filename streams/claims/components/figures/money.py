"""Currencies around a number: text and Number in, currency code and span out."""

import re
from collections.abc import Iterable
from operator import itemgetter
from typing import Final, NamedTuple

from streams.claims.components.figures.numbers import Number
from streams.claims.components.text.phrases import any_of
from streams.claims.vocabulary import Currency

_SIGN_MAX: Final = 18  # characters a sign may stand before its figure
_BETWEEN: Final = " \t\n\u00a0\u2009\u202f“\"'‘~"  # what may part a sign from its figure
_GAP_MAX: Final = 3
_WORD: Final = re.compile(
    r"[\s\u00a0\u2009\u202f-]{0,2}(?:of\s+)?(u\.s|[^\W\d_]{1,3}|[^\w\s.,;:()'\"“”‘’-])", re.IGNORECASE
)


_THE: Final = re.compile(r"\b[Tt]he $")


class Priced(NamedTuple):
    """A number with its currency. ``shared`` lists the other currencies its sign or word may mean."""

    number: Number
    start: int
    end: int
    currency: str
    shared: tuple[str, ...] = ()
    other: str | None = None  # a second currency printed on the same figure, at odds with the first


class Currencies:
    """Reads currency signs before a figure and currency words behind it."""

    def __init__(self, currencies: Iterable[Currency], scaled: Iterable[str] = ()) -> None:
        currencies = tuple(currencies)
        self._scaled = frozenset(word.lower() for word in scaled)
        self._signs: dict[str, list[str]] = {}
        ranked: dict[str, list[tuple[int, str]]] = {}
        for currency in currencies:
            for sign in currency.signs:
                self._signs.setdefault(sign, []).append(currency.code)
            marks = [sign for sign in currency.signs if len(sign) == 1 and not sign.isalpha()]
            placed = {**dict.fromkeys(marks, 0), **{w.lower(): at for at, w in enumerate(currency.words)}}
            for word, place in placed.items():
                ranked.setdefault(word, []).append((place, currency.code))
        by_place = itemgetter(0)  # among those that list it at the same place, the first of the table
        self._words = {word: [c for _, c in sorted(codes, key=by_place)] for word, codes in ranked.items()}
        printed = {word for currency in currencies for word in currency.words}
        # Codes count in capitals only: "try", "mad" and "all" are words.
        self._codes = {word.lower() for word in printed if word.isupper() and word.lower() not in printed}
        endings = {sign[-1] for sign in self._signs}
        self._lengths = {end: _lengths(s for s in self._signs if s[-1] == end) for end in endings}
        self._first = frozenset(word.split()[0][:3] for word in self._words)
        self._behind = re.compile(
            rf"[\s\u00a0\u2009\u202f-]{{0,2}}(?:of\s+)?({any_of(self._words)})(?!\w)", re.IGNORECASE
        )

    def read(self, text: str, number: Number) -> Priced | None:
        """Give ``number`` with its currency, None where it has none."""
        sign, start = self._sign(text, number.start, scaled=number.scale > 1)
        word = self._word(text, number)
        if sign is None and word is None:
            return None
        codes = self._words[" ".join(word[1].lower().split())] if word else []
        end = word.end() if word else number.end
        if sign is None:
            return Priced(number, number.start, end, codes[0], tuple(codes[1:]))
        code, *shared = self._signs[sign]
        if not word:
            return Priced(number, start, end, code, tuple(shared))
        both = [own for own in (code, *shared) if own in codes]
        if both:  # "$5 million Canadian dollars", "$1.05 billion USD"
            return Priced(number, start, end, both[0], tuple(both[1:]))
        if text[number.end : word.start(1)].strip() or not word[1][0].isalpha():
            return Priced(number, start, number.end, code, tuple(shared))
        return Priced(number, start, end, code, other=codes[0])

    def _sign(self, text: str, at: int, *, scaled: bool) -> tuple[str | None, int]:
        """Give the sign right before the figure at ``at``, and where it starts.

        One letter is a sign only of a figure with a scale: "R100 million", not "R2".
        """
        low = max(0, at - _SIGN_MAX)
        before = text[low:at].rstrip(_BETWEEN)
        if not before or at - low - len(before) > _GAP_MAX:
            return None, at
        for length in self._lengths.get(before[-1], ()):
            sign = before[-length:]
            if sign in self._signs:
                start = low + len(before) - len(sign)
                if " " in sign and _THE.search(text, max(0, start - 5), start):
                    continue  # "Japan gives $260 million, the US $130 million"
                if not (sign[0].isalpha() and text[start - 1 : start].isalpha() and start):
                    return (sign, start) if len(sign) > 1 or not sign.isalpha() or scaled else (None, at)
        return None, at

    def _word(self, text: str, number: Number) -> re.Match[str] | None:
        following = _WORD.match(text, number.end)
        if following is None or following[1].lower() not in self._first:
            return None  # the alternation is long; most figures end here
        word = self._behind.match(text, number.end)
        if word is None or (word[1].lower() in self._codes and not word[1].isupper()):
            return None
        return word if number.scale > 1.0 or word[1].lower() not in self._scaled else None


def _lengths(signs: Iterable[str]) -> list[int]:
    """Give how long the ``signs`` are, the longest first."""
    return sorted({len(sign) for sign in signs}, reverse=True)
