import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from streams.cli import app

HOSTILE = "[/x] Oslo pays [bold]\nNorway will give Ukraine 500 million euros. “We pay [/red] what we owe,” said Kari Lie.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(HOSTILE)
    return path


def test_text_that_looks_like_markup_is_shown_as_printed(article: Path) -> None:
    shown = CliRunner().invoke(app, ["try", str(article)])
    assert shown.exit_code == 0, shown.output
    assert "[/x] Oslo pays [bold]" in shown.output
    assert "We pay [/red] what we owe," in shown.output
    assert "EUR 500m" in shown.output


def test_json_gives_each_claim_once(article: Path) -> None:
    lines = [
        json.loads(line)
        for line in CliRunner().invoke(app, ["try", "--json", str(article)]).stdout.splitlines()
    ]
    claims = [line["claim_id"] for line in lines if line["type"] == "claim"]
    assert len(claims) == len(set(claims)) >= 2
    assert {line["type"] for line in lines} >= {"claim", "entry"}


def test_what_is_no_article_is_named_and_fails(tmp_path: Path) -> None:
    (tmp_path / "[red].jsonl").write_text('{"text": 1}\n')
    shown = CliRunner().invoke(app, ["try", str(tmp_path)])
    assert shown.exit_code == 1
    assert "[red].jsonl:1" in shown.output.replace("\n", "")
