"""Rules about the tree that no linter holds."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
LINES_MAX = 400
STAGES = ["articles", "claims", "conflicts", "ledger"]


def _files(*folders: str) -> list[Path]:
    below = (path for folder in folders for path in (ROOT / folder).rglob("*"))
    return [path for path in below if path.is_file() and "__pycache__" not in path.parts]


def test_no_file_must_scroll_for_long() -> None:
    long = {str(p.relative_to(ROOT)): len(p.read_text().splitlines()) for p in _files("streams", "models")}
    assert {name: lines for name, lines in long.items() if lines >= LINES_MAX} == {}


def test_models_package_stays_empty() -> None:
    assert (ROOT / "models" / "__init__.py").read_text() == ""


def test_stage_folders_list_in_flow_order() -> None:
    folders = sorted(p.name for p in (ROOT / "streams").iterdir() if p.is_dir())
    assert [name for name in folders if name in STAGES] == STAGES


def test_no_registry_host_is_committed() -> None:
    hosts = re.compile(
        r"(pypi|files\.pythonhosted|repo1?\.maven|registry\.npmjs)\.\w+|--(extra-)?index[-]url", re.IGNORECASE
    )
    mine = Path(__file__)
    top = [path for path in ROOT.iterdir() if path.is_file()]
    texts = [p for p in [*top, *_files(".ci", "deploy", "docs", "models", "streams", "tests")] if p != mine]
    found = [str(p.relative_to(ROOT)) for p in texts if hosts.search(p.read_text(errors="replace"))]
    assert found == []
