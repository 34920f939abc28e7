"""Currencies around a number: text and Number in, currency code and span out."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from streams.claims.components.numbers import Number
from streams.claims.components.phrases import any_of
from streams.claims.vocabulary import Currency

_SIGN_MAX: Final = 18  # characters a sign may stand before its figure


class Priced(NamedTuple):
    """A number with its currency. ``shared`` lists the other currencies its word may mean."""

    number: Number
    start: int
    end: int
    currency: str
    shared: tuple[str, ...] = ()
    other: str | None = None  # a second currency printed on the same figure, at odds with the first


class Currencies:
    """Reads currency signs before a figure and currency words behind it."""

    def __init__(self, currencies: Iterable[Currency]) -> None:
        currencies = tuple(currencies)
        self._signs = {sign: c.code for c in reversed(currencies) for sign in c.signs}
        self._words: dict[str, list[str]] = {}
        for currency in currencies:
            for word in currency.words:
                self._words.setdefault(word.lower(), []).append(currency.code)
        letters = [sign for sign in self._signs if sign[0].isalpha()]
        marks = [sign for sign in self._signs if not sign[0].isalpha()]
        self._before = re.compile(
            rf"(?:(?<![^\W\d_]){any_of(letters)}|{any_of(marks)})[\s\u00a0]?[“\"'‘]?(?:~\s?)?$"
        )
        self._behind = re.compile(
            rf"[\s\u00a0-]{{0,2}}(?:of\s+)?({any_of(self._words)})(?!\w)", re.IGNORECASE
        )

    def read(self, text: str, number: Number) -> Priced | None:
        """Give ``number`` with its currency, None where it has none."""
        sign = self._before.search(text, max(0, number.start - _SIGN_MAX), number.start)
        word = self._behind.match(text, number.end)
        if sign is None and word is None:
            return None
        codes = self._words[" ".join(word[1].lower().split())] if word else []
        end = word.end() if word else number.end
        if sign is None:
            return Priced(number, number.start, end, codes[0], tuple(codes[1:]))
        code = self._signs[sign[0].strip(" \t\n\u00a0“\"'‘~")]
        start = sign.start()
        if not word or code in codes:
            shared = () if word or sign[0].strip() != "$" else tuple(self._words["dollars"][1:])
            return Priced(number, start, end, code, shared)
        if code == "USD" and sign[0].startswith("$") and "dollars" in word[1].lower():
            return Priced(number, start, end, codes[0])  # "$5 million Canadian dollars"
        if text[number.end : word.start(1)].strip() or not word[1][0].isalpha():
            return Priced(number, start, number.end, code)
        return Priced(number, start, end, code, other=codes[0])
