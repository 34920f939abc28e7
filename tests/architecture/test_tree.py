"""Rules about the tree that no linter holds."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
LINES_MAX = 400
STAGES = ["articles", "claims", "conflicts", "ledger"]


def _tracked(*patterns: str) -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", *patterns], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [ROOT / line for line in listed.stdout.splitlines() if (ROOT / line).exists()]


def test_no_file_must_scroll_for_long() -> None:
    long = {
        str(p.relative_to(ROOT)): len(p.read_text().splitlines())
        for p in _tracked("streams/*.py", "models/*.py")
    }
    assert {name: lines for name, lines in long.items() if lines >= LINES_MAX} == {}


def test_models_package_stays_empty() -> None:
    assert (ROOT / "models" / "__init__.py").read_text() == ""


def test_stage_folders_list_in_flow_order() -> None:
    folders = sorted(p.name for p in (ROOT / "streams").iterdir() if p.is_dir())
    assert [name for name in folders if name in STAGES] == STAGES


def test_no_registry_host_is_committed() -> None:
    hosts = re.compile(
        r"(pypi|files\.pythonhosted|repo1?\.maven|registry\.npmjs)\.\w+|--(extra-)?index-url", re.IGNORECASE
    )
    mine = Path(__file__)
    texts = [
        p
        for p in _tracked(
            "*.toml", "*.lock", "*.py", "*.md", "*.yml", "*.txt", "Makefile", "deploy/*", ".ci/*"
        )
        if p != mine
    ]
    found = [str(p.relative_to(ROOT)) for p in texts if hosts.search(p.read_text(errors="replace"))]
    assert found == []
