"""``pledgewire ledger``: today's pledges, or who said what, or who holds which post."""

from typing import Annotated, Literal

import typer

from streams.cli import questions
from streams.cli.context import CommandError, Context

Kind = Annotated[
    Literal["pledge", "quote", "office"], typer.Option(help="Pledges, quotes or posts that people hold.")
]


def ledger(
    ctx: typer.Context,
    speaker: questions.Speaker = None,
    pledger: questions.Pledger = None,
    beneficiary: questions.Beneficiary = None,
    kind: Kind = "pledge",
    since: questions.Since = None,
    until: questions.Until = None,
    as_csv: questions.AsCsv = False,
    as_json: questions.AsJson = False,
    digest: Annotated[
        bool, typer.Option("--digest", help="One hash of all content; the same articles give the same.")
    ] = False,
) -> None:
    """Show the ledger: who pledged how much to whom, how far it has come, who said so and where."""
    from streams.ledger.queries import Filters

    questions.only_one(csv=as_csv, json=as_json)
    context: Context = ctx.obj
    filters = Filters(
        speaker=speaker,
        pledger=pledger,
        beneficiary=beneficiary,
        since=questions.day(since),
        until=questions.day(until),
    )
    if digest:
        _digest(context, filters, as_json=as_json)
    elif kind == "pledge":
        _pledges(context, filters, as_csv=as_csv, as_json=as_json)
    else:
        _spoken(context, kind, filters, as_csv=as_csv, as_json=as_json)


def _digest(context: Context, filters: object, *, as_json: bool) -> None:
    from streams.ledger.digest import digest
    from streams.ledger.queries import Filters

    if filters != Filters():
        raise CommandError("--digest covers the whole ledger: give it no filters")
    with questions.reading(context) as connection:
        found = digest(connection)
    if as_json:
        questions.write_json([found])
    else:
        print(found.ledger)


def _pledges(context: Context, filters: object, *, as_csv: bool, as_json: bool) -> None:
    from streams.cli import pledge_rows
    from streams.ledger.queries import Filters, pledges

    assert isinstance(filters, Filters)
    with questions.reading(context) as connection:
        rows = pledges(connection, filters)
    if as_json:
        questions.write_json(map(pledge_rows.as_json, rows))
    elif as_csv:
        questions.write_csv(pledge_rows.HEADER, map(pledge_rows.as_fields, rows))
    else:
        pledge_rows.show(questions.output(), rows)


def _spoken(
    context: Context, kind: Literal["quote", "office"], filters: object, *, as_csv: bool, as_json: bool
) -> None:
    from streams.cli import spoken_rows
    from streams.ledger.queries import Filters, spoken

    assert isinstance(filters, Filters)
    if filters.pledger or filters.beneficiary:
        raise CommandError(f"--pledger and --beneficiary ask for pledges, not for --kind {kind}")
    with questions.reading(context) as connection:
        rows = spoken(connection, kind, filters)
    if as_json:
        questions.write_json(rows)
    elif as_csv:
        questions.write_csv(spoken_rows.HEADER, map(spoken_rows.as_fields, rows))
    else:
        spoken_rows.show(questions.output(), rows)
