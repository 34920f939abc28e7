"""A newer table of the ECB comes over HTTP, whole and checked, or not at all."""

import datetime as dt
import io
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from streams.claims.ecb import extent, refresh, refreshed
from streams.claims.exchange import Rates, RatesError, load_table

OLD = ["Date,USD,JPY,", "2024-07-09,1.081,174.1,", "2024-07-08,1.084,174.2,"]
NEW = ["Date,USD,JPY,UAH,", "2024-07-10,1.083,175.0,44.0,", "2024-07-09,1.081,174.1,N/A,", *OLD[2:]]


def zipped(lines: list[str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("eurofxref-hist.csv", "\n".join(lines) + "\n")
    return packed.getvalue()


class Bank:
    """An HTTP server on this machine that gives ``body`` at any address."""

    def __init__(self) -> None:
        self.body, self.status, self.length = zipped(NEW), 200, 0
        bank = self

        class Answer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(bank.status)
                self.send_header("content-length", str(bank.length or len(bank.body)))
                self.end_headers()
                self.wfile.write(bank.body)

            def log_message(self, *arguments: object) -> None:
                """Keep the test's output clean."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        self.url = f"http://127.0.0.1:{self.server.server_port}/stats/eurofxref-hist.zip"


@pytest.fixture
def bank() -> Iterator[Bank]:
    bank = Bank()
    thread = threading.Thread(target=bank.server.serve_forever)
    thread.start()
    yield bank
    bank.server.shutdown()
    thread.join()
    bank.server.server_close()


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    path = refreshed(tmp_path)
    path.parent.mkdir()
    path.write_bytes(zipped(OLD))
    return path


def test_a_newer_table_takes_the_place_of_the_old(bank: Bank, kept: Path) -> None:
    got = refresh(bank.url, kept, load_table(kept))
    assert got == extent(load_table(kept)) == (3, dt.date(2024, 7, 8), dt.date(2024, 7, 10))
    rate = Rates(load_table(kept)).of("UAH", dt.date(2024, 7, 13))
    assert rate is not None
    assert (rate.per_euro, rate.day, rate.source) == (44.0, dt.date(2024, 7, 10), "ECB")
    assert [path.name for path in kept.parent.iterdir()] == [kept.name]


def test_a_folder_is_made_for_the_first(bank: Bank, kept: Path, tmp_path: Path) -> None:
    refresh(bank.url, tmp_path / "new" / "table.zip", load_table(kept))
    assert (tmp_path / "new" / "table.zip").read_bytes() == bank.body


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"<html>Service unavailable</html>", "no zip file"),
        (zipped(NEW)[:-30], "no zip file"),
        (zipped(NEW)[:60] + b"\x00\x01\x02\x03" + zipped(NEW)[64:], "damaged|no zip"),
        (zipped(["Date,USD,JPY,", "tomorrow,1.1,174.0,"]), "no zipped history"),
        (zipped([]), "no zipped history"),
        (zipped(["Date,USD,", *(line.rsplit(",", 2)[0] + "," for line in OLD[1:])]), "lacks JPY"),
        (zipped([OLD[0], OLD[2]]), "ends on 2024-07-08"),
        (zipped([NEW[0], NEW[1], NEW[3] + ","]), "2024-07-09 is missing"),
        (
            zipped([OLD[0], "2024-07-10,1.083,175.0,", "2024-07-09,10.81,174.1,", OLD[2]]),
            "is 10.81, not 1.081",
        ),
        (zipped([OLD[0], "2024-07-10,-1,175.0,", *OLD[1:]]), "is -1"),
        (zipped([OLD[0], "2024-07-10,nan,175.0,", *OLD[1:]]), "is nan"),
    ],
)
def test_what_is_no_newer_table_changes_nothing(bank: Bank, kept: Path, body: bytes, reason: str) -> None:
    bank.body, before = body, kept.read_bytes()
    with pytest.raises(RatesError, match=reason):
        refresh(bank.url, kept, load_table(kept))
    assert kept.read_bytes() == before
    assert [path.name for path in kept.parent.iterdir()] == [kept.name]


def test_an_answer_that_breaks_off_changes_nothing(bank: Bank, kept: Path) -> None:
    before = kept.read_bytes()
    bank.length = len(bank.body) + 100
    with pytest.raises(RatesError, match="bytes"):
        refresh(bank.url, kept, load_table(kept))
    bank.length, bank.status = 0, 404
    with pytest.raises(RatesError, match="Not Found"):
        refresh(bank.url, kept, load_table(kept))
    with pytest.raises(RatesError, match="no address"):
        refresh(kept.as_uri(), kept, load_table(kept))
    assert kept.read_bytes() == before
