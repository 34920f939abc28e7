"""Conflicts of the ledger as text, as CSV fields and as JSON."""

from collections.abc import Mapping, Sequence
from typing import Final

from rich.console import Console

from streams.cli.questions import counted, printable
from streams.ledger.queries import ConflictRow, SideRow

HEADER: Final = (
    "conflict_id", "kind", "severity", "state", "slot", "summary", "value_1", "origins_1", "articles_1",
    "claim_ids_1", "value_2", "origins_2", "articles_2", "claim_ids_2", "diff", "resolution",
)  # fmt: skip


def show(console: Console, rows: Sequence[ConflictRow]) -> None:
    """Print each conflict with its sides and those who state them."""
    if not rows:
        console.print("no conflict answers this")
        return
    for row in rows:
        style = "red" if row.severity == "alert" else "yellow"
        console.print(f"{row.conflict_id[:8]}  {row.kind} {row.severity}", style=f"bold {style}", end="  ")
        console.print("" if row.state == "open" else f"resolved: {printable(row.resolution)}")
        console.print(f"  {printable(row.summary)}")
        for side in row.sides:
            console.print(f"    {printable(side.value)}: {_outlets(side)} ({support(side)})")
    console.print(f"\n{counted(len(rows), 'conflict')}; `pledgewire show ID` prints the sentences")


def _outlets(side: SideRow) -> str:
    named = {printable(claim.publisher or claim.title or claim.article_id[:8]) for claim in side.claims}
    missing = len(side.claim_ids) - len(side.claims)
    return ", ".join(sorted(named)) + (f" ({missing} not stored yet)" if missing else "")


def as_json(row: ConflictRow) -> Mapping[str, object]:
    """Give the message's fields, each side's claims with the article that makes them."""
    names = ("conflict_id", "state", "revision", "kind", "slot", "severity", "summary", "diff", "resolution")
    return {
        "type": "conflict",
        **{name: getattr(row, name) for name in names},
        "sides": [_side(side) for side in row.sides],
    }


def support(side: SideRow) -> str:
    """Say how many articles state a side, and how many origins they have."""
    origins = counted(side.independent_origins, "independent origin")
    return f"{origins}, {counted(side.articles, 'article')}"


def _side(side: SideRow) -> Mapping[str, object]:
    return {
        "value": side.value,
        "claims": _side_claims(side),
        "independent_origins": side.independent_origins,
        "articles": side.articles,
    }


def _side_claims(side: SideRow) -> list[Mapping[str, object]]:
    stored = {claim.claim_id: claim for claim in side.claims}
    names = ("article_id", "publisher", "title", "url", "stated_at", "evidence")
    return [
        {"claim_id": id_} | {name: getattr(stored[id_], name) for name in names if id_ in stored}
        for id_ in side.claim_ids
    ]


def as_fields(row: ConflictRow) -> Sequence[object]:
    """Give the fields that HEADER names."""
    sides: list[object] = [
        field
        for side in row.sides[:2]
        for field in (side.value, side.independent_origins, _articles(side), side.claim_ids)
    ]
    sides += [None] * (8 - len(sides))
    first = (row.conflict_id, row.kind, row.severity, row.state, row.slot, row.summary)
    return (*first, *sides, row.diff, row.resolution)


def _articles(side: SideRow) -> list[str]:
    return sorted({claim.article_id for claim in side.claims})
