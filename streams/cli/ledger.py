"""``pledgewire ledger``: today's pledges, or who said what, or who holds which post."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from streams.cli import questions
from streams.cli.context import CommandError, Context

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from streams.ledger.queries import By, Filters, Page, PledgeRow

Kind = Annotated[
    Literal["pledge", "quote", "office"], typer.Option(help="Pledges, quotes or posts that people hold.")
]
AsOf = Annotated[
    datetime | None,
    typer.Option(
        formats=["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S"],
        help="The pledges as the ledger read at the end of this day, or at this moment (UTC).",
    ),
]
ByClock = Annotated[
    Literal["recorded", "stated"],
    typer.Option("--clock", help="What counts for --as-of: when a report came in, or its own date."),
]

Totals = Annotated[
    Literal["pledger", "beneficiary", "purpose", "stage"] | None,
    typer.Option(help="Sums in EUR that count nothing twice, with what each adds and leaves out."),
]


def ledger(
    ctx: typer.Context,
    speaker: questions.Speaker = None,
    pledger: questions.Pledger = None,
    beneficiary: questions.Beneficiary = None,
    kind: Kind = "pledge",
    since: questions.Since = None,
    until: questions.Until = None,
    as_of: AsOf = None,
    clock: ByClock = "recorded",
    limit: questions.Limit = None,
    page: questions.PageNumber = 1,
    totals: Totals = None,
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
    part = questions.page_of(limit, page, table=not (as_csv or as_json))
    if digest:
        _digest(context, filters, as_json=as_json)
    elif totals:
        if as_of or kind != "pledge":
            raise CommandError("--totals adds up today's pledges: give it neither --as-of nor another --kind")
        _totals(context, totals, filters, as_csv=as_csv, as_json=as_json)
    elif kind == "pledge":
        with questions.reading(context) as connection:
            if as_of:
                rows, total = _past(connection, context, filters, part, as_of, clock)
            else:
                rows, total = _today(connection, filters, part)
        _print_pledges(rows, questions.more(part, len(rows), total), as_csv=as_csv, as_json=as_json)
    elif as_of:
        raise CommandError(f"--as-of asks for pledges, not for --kind {kind}")
    else:
        _spoken(context, kind, filters, part, as_csv=as_csv, as_json=as_json)


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


def _totals(context: Context, by: "By", filters: "Filters", *, as_csv: bool, as_json: bool) -> None:
    from streams.cli import totals as sums
    from streams.ledger.queries import totals

    with questions.reading(context) as connection:
        found = totals(connection, by, filters)
    if as_json:
        questions.write_json(found)
    elif as_csv:
        questions.write_csv(sums.HEADER, sums.as_fields(found))
    else:
        sums.show(questions.output(), found)


def _today(connection: "Connection", filters: "Filters", page: "Page") -> tuple[Sequence["PledgeRow"], int]:
    from streams.ledger.queries import count_pledges, pledges

    return pledges(connection, filters, page=page), count_pledges(connection, filters)


def _past(
    connection: "Connection",
    context: Context,
    filters: "Filters",
    page: "Page",
    day: datetime,
    clock: Literal["recorded", "stated"],
) -> tuple[Sequence["PledgeRow"], int]:
    from streams.cli.past import end_of, pledges_at

    rows = pledges_at(connection, context, end_of(day), filters, clock)
    return rows[page.first :][: page.size or None], len(rows)


def _print_pledges(rows: Sequence["PledgeRow"], more: str, *, as_csv: bool, as_json: bool) -> None:
    from streams.cli import pledge_rows

    if as_json:
        questions.write_json(map(pledge_rows.as_json, rows))
    elif as_csv:
        questions.write_csv(pledge_rows.HEADER, map(pledge_rows.as_fields, rows))
    else:
        pledge_rows.show(questions.output(), rows, more)


def _spoken(
    context: Context,
    kind: Literal["quote", "office"],
    filters: "Filters",
    page: "Page",
    *,
    as_csv: bool,
    as_json: bool,
) -> None:
    from streams.cli import spoken_rows
    from streams.ledger.queries import count_spoken, spoken

    if filters.pledger or filters.beneficiary:
        raise CommandError(f"--pledger and --beneficiary ask for pledges, not for --kind {kind}")
    with questions.reading(context) as connection:
        rows, total = (
            spoken(connection, kind, filters, page=page),
            count_spoken(connection, kind, filters),
        )
    if as_json:
        questions.write_json(rows)
    elif as_csv:
        questions.write_csv(spoken_rows.HEADER, map(spoken_rows.as_fields, rows))
    else:
        spoken_rows.show(questions.output(), rows, questions.more(page, len(rows), total))
