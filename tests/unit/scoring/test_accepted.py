"""Extraction's figures on the project's own articles must not fall."""

from functools import cache
from pathlib import Path

import pytest

from streams.cli.evaluate import score_of
from streams.scoring.accepted import falls, read_accepted, write_accepted
from streams.scoring.folder import FolderError
from streams.scoring.score import Figures
from streams.settings import Settings

DATA = Path(__file__).parents[2] / "data"
FOLDERS = ["articles", "reports", "outlets"]
RENEW = "if that is meant: pledgewire evaluate tests/data/FOLDER --accept"


@cache
def today(folder: str) -> Figures:
    return score_of(DATA / folder, Settings()).figures


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_figure_of_our_articles_falls_below_the_accepted_one(folder: str) -> None:
    accepted = read_accepted(DATA / folder)
    assert accepted is not None
    fallen = [str(fall) for fall in falls(accepted, today(folder))]
    assert fallen == [], RENEW


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_figure_has_an_accepted_one(folder: str) -> None:
    assert set(read_accepted(DATA / folder) or ()) == set(today(folder)), RENEW


@pytest.mark.parametrize(
    ("now", "fallen"),
    [
        ({"quote.f1": 0.9, "pledges_on_negatives": 1, "articles": 9}, []),
        ({"quote.f1": 0.95, "pledges_on_negatives": 0, "articles": 12}, []),
        ({"quote.f1": 0.898, "pledges_on_negatives": 1, "articles": 9}, []),
        ({"quote.f1": 0.897, "pledges_on_negatives": 1, "articles": 9}, ["quote.f1"]),
        ({"quote.f1": 0.9, "pledges_on_negatives": 2, "articles": 9}, ["pledges_on_negatives"]),
        ({"pledges_on_negatives": 1}, ["quote.f1"]),
    ],
)
def test_only_a_worse_figure_falls(now: Figures, fallen: list[str]) -> None:
    accepted = {"quote.f1": 0.9, "pledges_on_negatives": 1, "articles": 9}
    assert [fall.name for fall in falls(accepted, now)] == fallen


def test_accepted_figures_are_read_as_written(tmp_path: Path) -> None:
    figures = {"articles": 114, "pledge_found.f1": 0.753, "conflict_recall": 0.027}
    write_accepted(tmp_path, figures)
    assert read_accepted(tmp_path) == figures
    assert read_accepted(tmp_path / "none") is None


def test_broken_accepted_figures_are_named(tmp_path: Path) -> None:
    (tmp_path / "figures.toml").write_text("quote.f1 = high\n")
    with pytest.raises(FolderError, match=r"figures\.toml"):
        read_accepted(tmp_path)
