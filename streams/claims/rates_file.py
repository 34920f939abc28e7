"""Rates for what the ECB does not quote: an operator's CSV file in, rates by currency and day out.

The header is ``currency,day,per_euro,source``; each line gives the units of a currency (its
ISO 4217 code, one that the lexicon knows) for one euro on one day (ISO) and who published
that. Empty lines and lines that begin with # say nothing.
"""

import csv
import datetime as dt
import math
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Final, NamedTuple

from streams.claims.exchange import Rate, RatesError, Supplied
from streams.claims.lexicon import LEXICON
from streams.claims.vocabulary import load_units

HEADER: Final = ["currency", "day", "per_euro", "source"]
SOURCE_MAX: Final = 60  # characters


class Fault(NamedTuple):
    """A line (from 1) that cannot be used, and why."""

    line: int
    reason: str


class Checked(NamedTuple):
    """What a file holds: its rates, and the lines that are none."""

    rates: Supplied
    faults: tuple[Fault, ...]


def load_supplied(path: Path, lexicon: Path = LEXICON) -> Supplied:
    """Read a rates file. Raises RatesError naming file, line and reason of the first fault."""
    rates, faults = check_rates(path, lexicon)
    if faults:
        more = f" (and {len(faults) - 1} more lines)" if len(faults) > 1 else ""
        raise RatesError(f"{path}, line {faults[0].line}: {faults[0].reason}{more}")
    return rates


def check_rates(path: Path, lexicon: Path = LEXICON) -> Checked:
    """Read a rates file with all of its faults. Raises RatesError for one that is no text at all."""
    rates: dict[str, dict[dt.date, Rate]] = {}
    lines: dict[tuple[str, dt.date], int] = {}
    faults: list[Fault] = []
    known = {currency.code for currency in load_units(lexicon).currency}
    rows = _rows(path)
    line, fields = next(rows, (1, []))
    if fields != HEADER:
        return Checked({}, (Fault(line, f"the header is not {','.join(HEADER)}"),))
    for line, fields in rows:
        try:
            currency, rate = _read(fields, known)
        except _LineError as error:
            faults.append(Fault(line, str(error)))
            continue
        if (first := lines.setdefault((currency, rate.day), line)) == line:
            rates.setdefault(currency, {})[rate.day] = rate
        else:
            faults.append(Fault(line, f"{currency} on {rate.day} stands in line {first} already"))
    return Checked(rates, tuple(faults))


class _LineError(ValueError):
    """A line that gives no rate."""


def _rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    try:
        text = path.read_text("utf-8-sig")
    except OSError as error:
        raise RatesError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise RatesError(f"{path}: not UTF-8 at byte {error.start}") from error
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.lstrip().startswith("#"):
            yield number, [field.strip() for field in next(csv.reader([line]))]


def _read(fields: list[str], known: AbstractSet[str]) -> tuple[str, Rate]:
    if len(fields) != len(HEADER):
        raise _LineError(f"{len(fields)} fields, not the {len(HEADER)} of {','.join(HEADER)}")
    currency, day, per_euro, source = fields
    if not source or len(source) > SOURCE_MAX:
        raise _LineError(f"a source of 1 to {SOURCE_MAX} characters is needed")
    return _currency(currency, known), Rate(_number(per_euro), _day(day), source)


def _currency(code: str, known: AbstractSet[str]) -> str:
    if code == "EUR":
        raise _LineError("the euro has no rate to itself")
    if code not in known:
        raise _LineError(f"{code!r} is no currency that the lexicon knows")
    return code


def _day(text: str) -> dt.date:
    try:
        return dt.datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007  (a day has no zone)
    except ValueError:
        raise _LineError(f"{text!r} is no day like 2024-07-10") from None


def _number(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value) or value <= 0:
        raise _LineError(f"{text!r} is no positive number")
    return value
