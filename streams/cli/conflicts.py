"""``pledgewire conflicts``: what reports disagree about, with both sides."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Final

import typer
from rich.console import Console

from models.messages.conflict import ConflictKind
from streams.cli import questions
from streams.cli.context import Context
from streams.cli.questions import counted, printable

if TYPE_CHECKING:
    from streams.ledger.queries import ConflictRow, SideRow

HEADER: Final = (
    "conflict_id", "kind", "severity", "state", "slot", "summary", "value_1", "articles_1", "claim_ids_1",
    "value_2", "articles_2", "claim_ids_2", "diff", "resolution",
)  # fmt: skip


def conflicts(
    ctx: typer.Context,
    speaker: questions.Speaker = None,
    pledger: questions.Pledger = None,
    beneficiary: questions.Beneficiary = None,
    kind: Annotated[ConflictKind | None, typer.Option(help="What they disagree about.")] = None,
    since: questions.Since = None,
    until: questions.Until = None,
    as_csv: questions.AsCsv = False,
    as_json: questions.AsJson = False,
    resolved_too: Annotated[bool, typer.Option("--all", help="Resolved ones too.")] = False,
) -> None:
    """Show what the reports contradict each other in, each side with those who state it."""
    from streams.ledger.queries import Filters
    from streams.ledger.queries import conflicts as ask

    questions.only_one(csv=as_csv, json=as_json)
    context: Context = ctx.obj
    days = (questions.day(since), questions.day(until))
    filters = Filters(speaker, pledger, beneficiary, kind, *days)
    with questions.reading(context) as connection:
        rows = ask(connection, filters, resolved_too=resolved_too)
    if as_json:
        questions.write_json(map(_as_json, rows))
    elif as_csv:
        questions.write_csv(HEADER, map(_as_fields, rows))
    else:
        _show(questions.output(), rows)


def _show(console: Console, rows: "Sequence[ConflictRow]") -> None:
    if not rows:
        console.print("no conflict answers this")
        return
    for row in rows:
        style = "red" if row.severity == "alert" else "yellow"
        console.print(f"{row.conflict_id[:8]}  {row.kind} {row.severity}", style=f"bold {style}", end="  ")
        console.print("" if row.state == "open" else f"resolved: {printable(row.resolution)}")
        console.print(f"  {printable(row.summary)}")
        for side in row.sides:
            console.print(f"    {printable(side.value)}: {_outlets(side)}")
    console.print(f"\n{counted(len(rows), 'conflict')}; `pledgewire show ID` prints the sentences")


def _outlets(side: "SideRow") -> str:
    named = {printable(claim.publisher or claim.title or claim.article_id[:8]) for claim in side.claims}
    missing = len(side.claim_ids) - len(side.claims)
    return ", ".join(sorted(named)) + (f" ({missing} not stored yet)" if missing else "")


def _as_json(row: "ConflictRow") -> Mapping[str, object]:
    """Give the message's fields, each side's claims with the article that makes them."""
    names = ("conflict_id", "state", "revision", "kind", "slot", "severity", "summary", "diff", "resolution")
    return {
        "type": "conflict",
        **{name: getattr(row, name) for name in names},
        "sides": [{"value": side.value, "claims": _side_claims(side)} for side in row.sides],
    }


def _side_claims(side: "SideRow") -> list[Mapping[str, object]]:
    stored = {claim.claim_id: claim for claim in side.claims}
    names = ("article_id", "publisher", "title", "url", "stated_at", "evidence")
    return [
        {"claim_id": id_} | {name: getattr(stored[id_], name) for name in names if id_ in stored}
        for id_ in side.claim_ids
    ]


def _as_fields(row: "ConflictRow") -> Sequence[object]:
    sides: list[object] = [
        field
        for side in row.sides[:2]
        for field in (side.value, sorted({claim.article_id for claim in side.claims}), side.claim_ids)
    ]
    sides += [None] * (6 - len(sides))
    first = (row.conflict_id, row.kind, row.severity, row.state, row.slot, row.summary)
    return (*first, *sides, row.diff, row.resolution)
