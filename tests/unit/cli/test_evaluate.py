import json
from pathlib import Path

from typer.testing import CliRunner

from streams.cli import app
from tests.unit.scoring.making import folder, gold_pledge

WRONG = {
    "published": "2025-03-01",
    "pledges": [gold_pledge(5_000_000, said_by="Kari Lie"), gold_pledge(9_000_000, "Sweden")],
}


def run(*arguments: str) -> str:
    shown = CliRunner().invoke(app, ["evaluate", *arguments], env={"COLUMNS": "200"})
    assert shown.exit_code == 0, shown.output
    return shown.stdout


def test_json_gives_figures_by_measure_and_what_is_wrong(tmp_path: Path) -> None:
    figures = json.loads(run(str(folder(tmp_path, WRONG)), "--json", "--show", "1"))
    assert figures["pledge_found"] == {"p": 1.0, "r": 0.5, "f1": 0.667, "n": 2}
    assert {finding["kind"] for finding in figures["findings"]} >= {"missed pledge", "wrong field"}


def test_findings_are_shown_with_the_words_they_stand_on(tmp_path: Path) -> None:
    shown = run(str(folder(tmp_path, WRONG)), "--show", "3")
    assert "missed pledge 001: Sweden → Chad, 9,000,000 EUR, pledged" in shown
    assert "Norway will give Chad 5 million euros." in shown


def test_accepted_figures_stand_beside_those_of_now(tmp_path: Path) -> None:
    path = folder(tmp_path, WRONG)
    run(str(path), "--accept")
    kept = (path / "figures.toml").read_text()
    assert "pledge_found.r = 0.5\n" in kept
    (path / "figures.toml").write_text(kept.replace("pledge_found.r = 0.5", "pledge_found.r = 0.75"))
    assert "-0.25" in run(str(path))


def test_folder_that_is_not_annotated_is_named_in_one_line(tmp_path: Path) -> None:
    shown = CliRunner().invoke(app, ["evaluate", str(tmp_path)])
    assert shown.exit_code == 1
    assert "no annotations" in str(shown.exception)
