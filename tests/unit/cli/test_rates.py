"""``pledgewire rates``: what is known, what is wrong with a file, and a newer table."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from streams.claims.ecb import refreshed
from streams.claims.exchange import RatesError
from streams.cli import app
from streams.cli.rates_in_use import rates_in_use, table_in_use
from streams.settings import Settings
from tests.unit.claims.test_ecb import OLD, Bank, bank, zipped

__all__ = ["bank"]

HEADER = "currency,day,per_euro,source\n"


def run(tmp_path: Path, *arguments: str, code: int = 0, **settings: Path | str) -> str:
    env = {f"PLEDGEWIRE_{name.upper()}": str(value) for name, value in settings.items()}
    given = {"COLUMNS": "200", "PLEDGEWIRE_STATE_DIR": str(tmp_path), **env}
    shown = CliRunner().invoke(app, ["rates", *arguments], env=given)
    assert shown.exit_code == code, shown.output
    return shown.stdout


@pytest.fixture
def supplied(tmp_path: Path) -> Path:
    path = tmp_path / "rates.csv"
    path.write_text(f"{HEADER}UAH,2024-07-10,44.05,NBU\nUAH,2024-07-11,44.06,NBU\n")
    return path


def test_what_is_known_is_shown_with_its_source(tmp_path: Path, supplied: Path) -> None:
    shown = run(tmp_path, "show", rates_file=supplied)
    assert "USD" in shown
    assert ["UAH", "2024-07-10", "2024-07-11", "2", "NBU"] in [line.split() for line in shown.splitlines()]
    assert str(supplied) in shown
    day = run(tmp_path, "show", "uah", "--on", "2024-07-14", rates_file=supplied)
    assert ["UAH", "44.06", "2024-07-11", "NBU"] in [line.split() for line in day.splitlines()]
    run(tmp_path, "show", "uah", code=1)


def test_every_faulty_line_of_a_file_is_named(tmp_path: Path, supplied: Path) -> None:
    assert "UAH: 2 days from 2024-07-10 to 2024-07-11" in run(tmp_path, "check", str(supplied))
    supplied.write_text(f"{HEADER}UAH,2024-07-10,0,NBU\nUAH,yesterday,44,NBU\nUSD,2024-07-10,1.1,me\n")
    shown = run(tmp_path, "check", str(supplied), code=1)
    assert "rates.csv, line 2: '0' is no positive number" in shown
    assert "rates.csv, line 3: 'yesterday' is no day" in shown
    assert "USD: 1 days from 2024-07-10 to 2024-07-10; for 1 of them the ECB's own rate is used" in shown


def test_a_refreshed_table_is_in_use_from_then_on(tmp_path: Path, bank: Bank) -> None:
    table = tmp_path / "own.zip"
    table.write_bytes(zipped(OLD))
    before = rates_in_use(Settings(state_dir=tmp_path, ecb_table=table))
    assert "3 currencies from 2024-07-08 to 2024-07-10" in run(
        tmp_path, "refresh", "--from", bank.url, ecb_table=table
    )
    after = rates_in_use(Settings(state_dir=tmp_path, ecb_table=table))
    assert (after.as_fields()["ecb_until"], before.as_fields()["ecb_until"]) == ("2024-07-10", "2024-07-09")
    assert after.digest != before.digest


def test_without_a_setting_the_refreshed_table_of_the_state_folder_is_used(
    tmp_path: Path, bank: Bank
) -> None:
    shipped = table_in_use(Settings(state_dir=tmp_path))
    refreshed(tmp_path).parent.mkdir()
    refreshed(tmp_path).write_bytes(zipped(OLD))
    assert table_in_use(Settings(state_dir=tmp_path)) == refreshed(tmp_path) != shipped
    run(tmp_path, "refresh", "--from", bank.url)
    assert refreshed(tmp_path).read_bytes() == bank.body


def test_a_table_smaller_than_the_one_that_ships_is_refused(tmp_path: Path, bank: Bank) -> None:
    shown = CliRunner().invoke(
        app, ["rates", "refresh", "--from", bank.url], env={"PLEDGEWIRE_STATE_DIR": str(tmp_path)}
    )
    assert isinstance(shown.exception, RatesError)
    assert "it lacks AUD" in str(shown.exception)
    assert not refreshed(tmp_path).exists()


def test_workers_of_the_same_settings_have_the_same_digest(tmp_path: Path, supplied: Path) -> None:
    one, other = (rates_in_use(Settings(state_dir=tmp_path, rates_file=supplied)) for _ in range(2))
    assert one.as_fields() == other.as_fields()
    assert one.as_fields()["supplied"] == ["UAH"]
    assert one.digest != rates_in_use(Settings(state_dir=tmp_path)).digest
