"""Migrations follow each other in one line: two made at the same time do not meet on a number."""

import re
from pathlib import Path

VERSIONS = Path(__file__).parents[2] / "migrations" / "versions"


def test_each_migration_follows_the_one_before() -> None:
    found = [(path.name[:4], path.read_text()) for path in sorted(VERSIONS.glob("*.py"))]
    numbers = [re.search(r'^revision = "(\w+)"', text, re.MULTILINE) for _, text in found]
    assert [match and match[1] for match in numbers] == [name for name, _ in found]
    before = [re.search(r'^down_revision = "(\w+)"', text, re.MULTILINE) for _, text in found[1:]]
    assert [match and match[1] for match in before] == [name for name, _ in found[:-1]]
