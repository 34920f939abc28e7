"""Single amounts of a text: money, shares of output, counts, each with its bound.

In: text and its sentences. Out: Amount for each figure that counts something, in order;
joining ranges and conversions is the next step.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from models.messages import Quantity, Span
from models.messages.claim import Qualifier
from streams.claims.components.bounds import Bounds, bounds_of
from streams.claims.components.counts import Counts
from streams.claims.components.money import Currencies
from streams.claims.components.numbers import Number, NumberFinder
from streams.claims.components.shares import Shares
from streams.claims.vocabulary import Units

_RANGE_GOES_ON: Final = re.compile(r"\s(?:and|to|or)\s")
_YEARS: Final = range(1900, 2101)


@dataclass(slots=True, frozen=True)
class Amount:
    """One figure with what it counts; ``bare`` money has a scale but no currency of its own yet."""

    kind: Literal["money", "gdp_share", "units", "number"]
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
        self._numbers = NumberFinder(units.scales, units.letters)
        self._currencies = Currencies(units.currency)
        self._counts = Counts(units.units, units.words.breaks, units.words.single)
        self._shares = Shares(units.words)
        self._bounds = Bounds(units)

    def read(self, text: str, sentences: Sequence[Span]) -> list[Amount]:
        """Give the amounts of ``text`` in order."""
        starts = [start for start, _ in sentences]
        found: list[Amount] = []
        for number in self._numbers.find(text):
            if found and number.start < found[-1].end:
                continue  # part of a name: "30 Leopard 2 tanks"
            sentence = sentences[max(0, bisect_right(starts, number.start) - 1)]
            amount = self._amount(text, number, sentence)
            if amount is not None:
                found.append(self._bounded(text, amount))
        taken = {amount.start for amount in found}
        found.extend(amount for amount in self._singles(text) if amount.start not in taken)
        return sorted(found, key=lambda amount: amount.start)

    def _amount(self, text: str, number: Number, sentence: Span) -> Amount | None:
        money = self._currencies.read(text, number)
        if money and not number.percent:
            return Amount(
                "money",
                money.start,
                money.end,
                number.value,
                number.low,
                number.high,
                number.scale,
                currency=money.currency,
                shared=money.shared,
                unit=f"also printed as {money.other}" if money.other else None,
                plain=number.plain,
            )
        if number.start and text[number.start - 1].isalpha() and number.digits:
            return None
        if number.percent:
            return self._share(text, number, sentence)
        return self._count(text, number)

    def _share(self, text: str, number: Number, sentence: Span) -> Amount | None:
        if not self._shares.is_share(text, number, sentence):
            return None
        value = number.plain
        return Amount(
            "gdp_share",
            number.start,
            number.end,
            value,
            value,
            value,
            1.0,
            unit="percent of GDP",
            plain=value,
        )

    def _count(self, text: str, number: Number) -> Amount | None:
        if number.lettered:
            number = replace(
                number,
                end=number.plain_end,
                value=number.plain,
                low=number.plain,
                high=number.plain,
                scale=1.0,
            )
        counted = self._counts.read(text, number)
        if counted and not (
            number.scale == 1.0 and number.digits and number.value in _YEARS and _is_year(text, number)
        ):
            return Amount(
                "units",
                number.start,
                counted.end,
                number.value,
                number.low,
                number.high,
                number.scale,
                unit=counted.unit,
                plain=number.plain,
            )
        if number.scale >= 1e6:
            return Amount(
                "money",
                number.start,
                number.end,
                number.value,
                number.low,
                number.high,
                number.scale,
                bare=True,
                plain=number.plain,
            )
        spelt = number.digits or _RANGE_GOES_ON.match(text, number.end)
        if spelt and number.scale == 1.0 and not _is_year(text, number):
            return Amount(
                "number",
                number.start,
                number.end,
                number.value,
                number.low,
                number.high,
                1.0,
                plain=number.plain,
            )
        return None

    def _bounded(self, text: str, amount: Amount) -> Amount:
        following = text[amount.end : amount.end + 6]
        if amount.kind == "number" and not any(
            c.isdigit() for c in following
        ):  # counts nothing by itself, only as the lower end of a range
            return replace(amount, outer=(amount.start, amount.end))
        bound = self._bounds.read(text, amount.start, amount.end)
        low, high = amount.low, amount.high
        if amount.value is not None:
            low, high = bounds_of(bound.qualifier, amount.value)
        outer = (min(bound.start, amount.start), max(bound.end, amount.end))
        return replace(
            amount, qualifier=bound.qualifier, low=low, high=high, additional=bound.additional, outer=outer
        )

    def _singles(self, text: str) -> Iterator[Amount]:
        for start, counted in self._counts.singles(text):
            span = (start, counted.end)
            yield Amount("units", *span, 1.0, 1.0, 1.0, 1.0, unit=counted.unit, outer=span, plain=1.0)


def _is_year(text: str, number: Number) -> bool:
    return number.value in _YEARS and number.plain_end - number.start == 4 and text[number.start].isdigit()
