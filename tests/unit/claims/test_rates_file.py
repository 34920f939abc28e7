"""Rates that an operator supplies: read as they stand, or refused with line and reason."""

import datetime as dt
from pathlib import Path

import pytest

from streams.claims.exchange import Rate, Rates, RatesError, shipped_rates
from streams.claims.rates_file import check_rates, load_supplied

HEADER = "currency,day,per_euro,source\n"
WEDNESDAY = dt.date(2024, 7, 10)


def written(folder: Path, text: str) -> Path:
    (folder / "rates.csv").write_text(text, "utf-8")
    return folder / "rates.csv"


def test_rates_are_read_with_their_sources(tmp_path: Path) -> None:
    text = f"# of two central banks\n\n{HEADER}UAH,2024-07-10,44.05,NBU\n AED , 2024-07-09 , 3.97 , CBUAE \n"
    rates = load_supplied(written(tmp_path, text))
    assert rates["UAH"] == {WEDNESDAY: Rate(44.05, WEDNESDAY, "NBU")}
    assert rates["AED"][dt.date(2024, 7, 9)].source == "CBUAE"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("UAH,2024-07-10,44.05", "3 fields"),
        ("UAH,2024-07-10,44.05,NBU,x", "5 fields"),
        ("UAH,10.07.2024,44.05,NBU", "no day"),
        ("UAH,2024-7-1x,44.05,NBU", "no day"),
        ("UAH,2024-02-30,44.05,NBU", "no day"),
        ("UAH,2024-07-10,0,NBU", "no positive number"),
        ("UAH,2024-07-10,-1,NBU", "no positive number"),
        ("UAH,2024-07-10,nan,NBU", "no positive number"),
        ("UAH,2024-07-10,inf,NBU", "no positive number"),
        ('UAH,2024-07-10,"44,05",NBU', "no positive number"),
        ("UAH,2024-07-10,44.05,", "source"),
        ("uah,2024-07-10,44.05,NBU", "no currency"),
        ("XXX,2024-07-10,44.05,NBU", "no currency"),
        ("EUR,2024-07-10,1,ECB", "the euro"),
        ("AED,2024-07-09,3.98,CBUAE", "stands in line 2 already"),
    ],
)
def test_a_line_that_gives_no_rate_is_named_with_its_reason(tmp_path: Path, line: str, reason: str) -> None:
    path = written(tmp_path, f"{HEADER}AED,2024-07-09,3.97,CBUAE\n{line}\n")
    rates, (fault,) = check_rates(path)
    assert (list(rates), fault.line) == (["AED"], 3)
    assert reason in fault.reason
    with pytest.raises(RatesError, match=r"rates\.csv, line 3: "):
        load_supplied(path)


@pytest.mark.parametrize(
    "text", ["", "# nothing\n", "day,currency,per_euro,source\n", "UAH,2024-07-10,44,NBU\n"]
)
def test_a_file_without_the_header_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(RatesError, match=r"line 1: the header is not currency,day,per_euro,source"):
        load_supplied(written(tmp_path, text))


def test_a_file_that_is_no_text_or_not_there_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "rates.csv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(RatesError, match="not UTF-8 at byte 0"):
        load_supplied(tmp_path / "rates.csv")
    with pytest.raises(RatesError, match="cannot be read"):
        load_supplied(tmp_path / "none.csv")


def rates_of(**by_currency: tuple[float, str]) -> Rates:
    supplied = {
        currency: {dt.date.fromisoformat(day): Rate(value, dt.date.fromisoformat(day), "own")}
        for currency, (value, day) in by_currency.items()
    }
    return Rates(shipped_rates().table, supplied)


def test_a_supplied_rate_holds_for_its_day_and_four_more() -> None:
    rates = rates_of(UAH=(44.0, "2024-07-10"))
    assert rates.of("UAH", WEDNESDAY) == Rate(44.0, WEDNESDAY, "own")
    assert rates.of("UAH", dt.date(2024, 7, 14)) == Rate(44.0, WEDNESDAY, "own")
    assert rates.of("UAH", dt.date(2024, 7, 15)) is None
    assert rates.of("UAH", dt.date(2024, 7, 9)) is None


def test_the_later_day_is_taken_and_the_ecbs_own_rate_of_one_day() -> None:
    rates = rates_of(RUB=(118.0, "2022-03-03"), USD=(2.0, "2024-07-10"), GBP=(3.0, "2024-07-13"))
    assert rates.of("RUB", dt.date(2022, 3, 4)) == Rate(118.0, dt.date(2022, 3, 3), "own")
    assert rates.of("RUB", dt.date(2022, 3, 2)).source == "ECB"  # type: ignore[union-attr]
    assert rates.of("USD", WEDNESDAY).source == "ECB"  # type: ignore[union-attr]
    assert rates.of("GBP", dt.date(2024, 7, 14)).source == "own"  # type: ignore[union-attr]
