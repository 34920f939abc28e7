"""The ECB's history of reference rates, newer than the one that ships: an address in, a checked file out.

A table replaces another only whole, and only if it still says what the other said: a cut-off
download, an error page and a table of fewer currencies are refused.
"""

import datetime as dt
import math
import os
import urllib.error
import urllib.request
import zlib
from collections.abc import Iterator
from http.client import HTTPException
from pathlib import Path
from tempfile import mkstemp
from typing import Final, NamedTuple
from zipfile import BadZipFile, ZipFile

from currency_converter import ECB_URL, CurrencyConverter

from streams.claims.exchange import Rates, RatesError, load_table

URL: Final[str] = ECB_URL
FILE: Final = "eurofxref-hist.zip"
BYTES_MAX: Final = 16 * 1024 * 1024  # packed; the table of 1999 to 2025 has 0.6 MiB
TABLE_MAX: Final = 128 * 1024 * 1024  # unpacked
TIMEOUT_SECONDS: Final = 30
SAME: Final = 0.01  # a rate once published is not published again as another


class Extent(NamedTuple):
    """What a table covers."""

    currencies: int
    first: dt.date
    last: dt.date


def refreshed(state_dir: Path) -> Path:
    """Give where a refreshed table is kept."""
    return state_dir / "rates" / FILE


def refresh(url: str, path: Path, known: CurrencyConverter) -> Extent:
    """Fetch the table at ``url``, check it against ``known`` and put it at ``path`` in one step.

    Raises RatesError for a table that cannot be had or that ``known`` speaks against; what stands
    at ``path`` is then left as it is.
    """
    packed = _fetch(url)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = mkstemp(dir=path.parent, suffix=path.suffix)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(packed)
            file.flush()
            os.fsync(file.fileno())
        table = _checked(beside, url, known)
        beside.chmod(0o644)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return extent(table)


def extent(table: CurrencyConverter) -> Extent:
    """Say what a table covers."""
    bounds = table.bounds["EUR"]
    return Extent(len(table.currencies) - 1, bounds.first_date, bounds.last_date)


def _fetch(url: str) -> bytes:
    if not url.startswith(("https://", "http://")):
        raise RatesError(f"{url}: no address of http or https")
    try:
        with urllib.request.urlopen(url, timeout=TIMEOUT_SECONDS) as answer:  # noqa: S310  (looked at above)
            packed: bytes = answer.read(BYTES_MAX + 1)
            length = answer.headers.get("content-length")
    except (OSError, HTTPException) as error:
        raise RatesError(f"{url}: {getattr(error, 'reason', None) or error}") from error
    if len(packed) > BYTES_MAX:
        raise RatesError(f"{url}: more than {BYTES_MAX:,} bytes")
    if length and length.isdigit() and int(length) != len(packed):
        raise RatesError(f"{url}: {len(packed):,} bytes of {int(length):,} came")
    return packed


def _checked(path: Path, url: str, known: CurrencyConverter) -> CurrencyConverter:
    try:
        with ZipFile(path) as packed:
            size = sum(member.file_size for member in packed.infolist())
            broken = packed.testzip() if size <= TABLE_MAX else "its size"
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise RatesError(f"{url}: no zip file: {error}") from error
    if broken:
        raise RatesError(f"{url}: the zip file is damaged: {broken}")
    try:
        table = load_table(path)
    except RatesError as error:
        raise RatesError(str(error).replace(str(path), url)) from error
    if fault := next(_faults(table, known), None):
        raise RatesError(f"{url}: {fault}; the table in use stays")
    return table


def _faults(table: CurrencyConverter, known: CurrencyConverter) -> Iterator[str]:
    """Say what a newer table lacks or tells otherwise."""
    new, old = Rates(table), Rates(known)
    if lost := sorted(set(known.currencies) - set(table.currencies)):
        yield f"it lacks {', '.join(lost)}"
        return
    if extent(table).last < extent(known).last:
        yield f"it ends on {extent(table).last}, that in use on {extent(known).last}"
    for currency in sorted(set(table.currencies) - {"EUR"}):
        bounds = table.bounds[currency]
        for day in _days(bounds.first_date, bounds.last_date):
            rate = new.quoted(currency, day)
            if rate is not None and not (math.isfinite(rate) and rate > 0):
                yield f"{currency} on {day} is {rate}"
    for currency in sorted(set(known.currencies) - {"EUR"}):
        bounds = known.bounds[currency]
        for day in _days(bounds.first_date, bounds.last_date):
            was, now = old.quoted(currency, day), new.quoted(currency, day)
            if was is not None and (now is None or abs(now - was) > SAME * was):
                yield f"{currency} on {day} is {now or 'missing'}, not {was}"


def _days(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    return (first + dt.timedelta(days=n) for n in range((last - first).days + 1))
