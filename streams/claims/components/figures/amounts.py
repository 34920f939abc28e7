"""Single amounts of a text: money, shares of output, counts, each with its bound.

In: text and its sentences. Out: Amount for each figure that counts something, in order;
joining ranges and conversions is the next step.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from models.messages import Quantity, Span
from models.messages.claim import Qualifier
from streams.claims.components.figures.bounds import Bounds, bounds_of
from streams.claims.components.figures.counts import Counted, Counts
from streams.claims.components.figures.money import Currencies
from streams.claims.components.figures.numbers import Number, NumberFinder
from streams.claims.components.figures.shares import Shares, ShareWords
from streams.claims.components.text.words import Words
from streams.claims.vocabulary import Units

Kind = Literal["money", "gdp_share", "units", "number"]
_IN_DATE: Final = re.compile(r"\b(?:19|20)\d\d[-/](?:\d\d[-/])?$")  # "2025-05-22 Quay Terminals"
_GOES_ON: Final = re.compile(r"\s?(?:[-–—]|to|and|or|through)(?=[\s\d$€£¥])")
_YEAR_DIGITS: Final = 4
_DOTTED: Final = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_MONEYED: Final = 1e6  # a figure of this scale that counts nothing else counts money
# What comes by the million; "30m boats" have a length.
_MANY: Final = frozenset({"relief", "weapons", "people"})
_YEARS: Final = (1900.0, 2100.0)


class Amount(Struct, frozen=True):
    """One figure with what it counts; ``bare`` money has a scale but no currency of its own yet."""

    kind: Kind
    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    scale: float
    qualifier: Qualifier = "exactly"
    currency: str | None = None
    shared: tuple[str, ...] = ()
    unit: str | None = None
    additional: bool = False
    outer: Span = (0, 0)
    bare: bool = False
    plain: float = 0.0
    unlisted: bool = False

    def quantity(self, text: str) -> Quantity:
        """Give the Quantity of the contract; its text takes in the words that bound it."""
        start, end = self.outer
        return Quantity(
            kind="units" if self.kind == "number" else self.kind,
            value=self.value,
            low=self.low,
            high=self.high,
            qualifier=self.qualifier,
            currency=self.currency,
            unit=self.unit,
            text=text[start:end],
            span=(start, end),
        )


class AmountReader:
    """Reads every figure of a text as money, a share, a count, or nothing."""

    def __init__(self, units: Units) -> None:
        self._numbers = NumberFinder(units)
        self._currencies = Currencies(units.currency, units.words.currency_scaled)
        self._counts = Counts(units.units, units.words.breaks, units.words.single, units.words.uncountable)
        self._shares = ShareWords(units.words)
        self._bounds = Bounds(units)

    def read(self, text: str, sentences: Sequence[Span], words: Words) -> list[Amount]:
        """Give the amounts of ``text`` in order; ``words`` are those it has."""
        starts = [start for start, _ in sentences]
        found: list[Amount] = []
        reached, shares = 0, Shares(self._shares, words)
        for number in self._numbers.find(text, words):
            if number.start < reached or _names_model(text, number, found):
                continue  # part of a name: "30 Leopard 2 tanks", "16 Combat Boat 90"
            amount = self._money(text, number)
            if amount is None and number.percent:
                sentence = sentences[max(0, bisect_right(starts, number.start) - 1)]
                last = found[-1] if found else None
                listed = last is not None and last.kind == "gdp_share" and last.start >= sentence[0]
                if shares.is_share(number, sentence, listed=listed):
                    amount = self._share(text, number)
            elif amount is None:
                amount = self._count(text, number)
            if amount is not None:
                reached = amount.end
                found.append(amount)
        singles = list(self._singles(text, words))
        if not singles:
            return found
        taken = {amount.start for amount in found}
        found.extend(amount for amount in singles if amount.start not in taken)
        return sorted(found, key=lambda amount: amount.start)

    def _money(self, text: str, number: Number) -> Amount | None:
        money = None if number.percent else self._currencies.read(text, number)
        if money is None:
            return None
        number = _grouped(text, number)
        return self._bounded(
            text,
            number,
            "money",
            (money.start, money.end),
            currency=money.currency,
            shared=money.shared,
            unit=f"also printed as {money.other}" if money.other else None,
        )

    def _share(self, text: str, number: Number) -> Amount:
        return self._bounded(text, number, "gdp_share", (number.start, number.end), unit="percent of GDP")

    def _count(self, text: str, number: Number) -> Amount | None:
        before = text[number.start - 1] if number.start else " "
        if number.digits and before.isalpha():
            return None
        if before in "-/" and _IN_DATE.search(text, max(0, number.start - 8), number.start):
            return None
        counted = self._lettered(text, number)
        number = number if counted else number.without_letter()
        year = _is_year(text, number) and number.scale == 1.0
        if counted is None and not year:
            counted = self._counts.read(text, number)
        if counted:
            number = _grouped(text, number)
            return self._bounded(text, number, "units", (number.start, counted.end), unit=counted.unit)
        return None if year else self._unlisted(text, number) or self._bare(text, number)

    def _unlisted(self, text: str, number: Number) -> Amount | None:
        """Read what no table lists, or is not named again; whether it is given is for others to say."""
        thing = self._counts.unlisted(text, number)
        if thing is None and (named := self._counts.named_before(text, number)):
            span = (number.start, number.end)
            return self._bounded(text, number, "units", span, unit=named)
        if thing is None and not self._counts.elided(text, number):
            return None
        number = _grouped(text, number)
        span = (number.start, thing.end if thing else number.end)
        return replace(
            self._bounded(text, number, "units", span, unit=thing.unit if thing else None), unlisted=True
        )

    def _bare(self, text: str, number: Number) -> Amount | None:
        span = (number.start, number.end)
        if number.scale >= _MONEYED:
            return self._bounded(text, number, "money", span, bare=True)
        if number.value is None or number.scale != 1.0 or not _GOES_ON.match(text, number.end):
            return None
        # It counts nothing by itself, only as the lower end of a range.
        return self._bounded(text, number, "number", span)

    def _lettered(self, text: str, number: Number) -> Counted | None:
        """Read "1.3m doses" and "600k people": a letter right behind the digits is a scale."""
        if not number.lettered or number.end - number.plain_end != 1:
            return None
        counted = self._counts.read(text, number)
        return counted if counted is not None and counted.group in _MANY else None

    def _bounded(  # noqa: PLR0913  (what makes an amount of a number)
        self,
        text: str,
        number: Number,
        kind: Kind,
        span: Span,
        *,
        unit: str | None = None,
        currency: str | None = None,
        shared: tuple[str, ...] = (),
        bare: bool = False,
    ) -> Amount:
        bound = self._bounds.read(text, *span)
        low: float | None = number.low
        high = number.high
        if number.value is not None:
            low, high = bounds_of(bound.qualifier, number.value)
        return Amount(
            kind,
            span[0],
            span[1],
            number.value,
            low,
            high,
            number.scale,
            bound.qualifier,
            currency,
            shared,
            unit,
            bound.additional,
            (min(bound.start, span[0]), max(bound.end, span[1])),
            bare,
            number.plain,
        )

    def _singles(self, text: str, words: Words) -> Iterator[Amount]:
        for start, counted in self._counts.singles(text, words):
            span = (start, counted.end)
            yield Amount("units", *span, 1.0, 1.0, 1.0, 1.0, unit=counted.unit, outer=span, plain=1.0)


def _names_model(text: str, number: Number, found: Sequence[Amount]) -> bool:
    """Tell the digits behind a counted name: "12 Patrol Boat 80,"."""
    last = found[-1] if found else None
    if last is None or last.kind != "units" or last.unit is None or text[last.end : number.start] != " ":
        return False
    return number.digits and number.scale == 1.0 and last.unit.rpartition(" ")[2][:1].isupper()


def _is_year(text: str, number: Number) -> bool:
    if number.plain_end - number.start != _YEAR_DIGITS or not number.digits or number.value is None:
        return False
    return _YEARS[0] <= number.value <= _YEARS[1] and text[number.start].isdigit()


def _grouped(text: str, number: Number) -> Number:
    """Read "€30.000" and "800.000 shells" in thousands: the dot groups on the continent."""
    if number.scale != 1.0 or not number.digits or number.value is None:
        return number
    if not _DOTTED.fullmatch(text, number.start, number.plain_end):
        return number
    value = round(number.value * 1000.0, 6)
    return replace(number, value=value, low=value, high=value, plain=value)
