"""``pledgewire conflicts``: what reports disagree about, with both sides."""

from typing import Annotated

import typer

from models.messages.conflict import ConflictKind
from streams.cli import questions
from streams.cli.context import Context


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
    from streams.cli import conflict_rows
    from streams.ledger.queries import Filters
    from streams.ledger.queries import conflicts as ask

    questions.only_one(csv=as_csv, json=as_json)
    context: Context = ctx.obj
    days = (questions.day(since), questions.day(until))
    filters = Filters(speaker, pledger, beneficiary, kind, *days)
    with questions.reading(context) as connection:
        rows = ask(connection, filters, resolved_too=resolved_too)
    if as_json:
        questions.write_json(map(conflict_rows.as_json, rows))
    elif as_csv:
        questions.write_csv(conflict_rows.HEADER, map(conflict_rows.as_fields, rows))
    else:
        conflict_rows.show(questions.output(), rows)
