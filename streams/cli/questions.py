"""What the commands that read the ledger share: a connection, filters, and forms of output."""

import csv
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Final

import msgspec
import typer
from msgspec import Struct
from rich.console import Console
from rich.table import Table

from streams.cli.context import CommandError, Context

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from streams.ledger.queries import Page

PIPED_WIDTH: Final = 100
TABLE_ROWS: Final = 100
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would run

Speaker = Annotated[str | None, typer.Option(help="Who said it: words of a name or role, or an id.")]
Pledger = Annotated[str | None, typer.Option(help="Who gives: words of a name, an alias, or an id.")]
Beneficiary = Annotated[str | None, typer.Option(help="Who receives: likewise.")]
Since = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="From this day on.")]
Until = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Up to this day, included.")]
Limit = Annotated[
    int | None,
    typer.Option(min=0, help="Rows of a page, 0 for all; without it 100 in a table, all in CSV and JSON."),
]
PageNumber = Annotated[int, typer.Option("--page", min=1, help="Which page.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="CSV with a header line.")]
AsJson = Annotated[bool, typer.Option("--json", help="JSON Lines, one object a row.")]


@contextmanager
def reading(context: Context) -> "Iterator[Connection]":
    """Have a connection that sees one state of the ledger, whatever is written meanwhile.

    Raises:
        CommandError: the database cannot be reached, or holds no ledger.
    """
    from psycopg.errors import UndefinedTable
    from sqlalchemy.exc import OperationalError, ProgrammingError

    snapshot = context.engine().execution_options(isolation_level="REPEATABLE READ")
    try:
        with snapshot.connect() as connection:
            yield connection
    except OperationalError as error:
        raise CommandError(f"Postgres does not answer: {' '.join(str(error.orig).split())}") from error
    except ProgrammingError as error:
        if isinstance(error.orig, UndefinedTable):
            raise CommandError("the database holds no ledger yet: run `pledgewire migrate`") from error
        raise


def output() -> Console:
    """Give the console for rows: no markup, since articles hold brackets; wide enough when piped."""
    width = None if sys.stdout.isatty() else PIPED_WIDTH
    return Console(width=width, markup=False, highlight=False, emoji=False)


def table(*columns: str) -> Table:
    """Make a plain table that keeps every character of its cells."""
    made = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for column in columns:
        made.add_column(column, overflow="fold", no_wrap=column == "id")
    return made


def printable(text: str | None) -> str:
    """Give text on one line and without what a terminal would obey; a dash for none."""
    if not text:
        return "–"
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def counted(number: int, thing: str) -> str:
    """Give ``1 pledge``, ``2 pledges``."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def page_of(limit: int | None, number: int, *, table: bool) -> "Page":
    """Give the page asked for; a table that nobody limited has pages of a size to read."""
    from streams.ledger.queries import Page

    size = (TABLE_ROWS if table else 0) if limit is None else limit
    if not size and number > 1:
        raise CommandError("--page needs a --limit")
    return Page(size or None, number)


def more(page: "Page", shown: int, total: int) -> str:
    """Say which rows of how many a page shows, and how to see the next; nothing if it shows all."""
    if shown == total:
        return ""
    last = page.first + shown
    then = f"; --page {page.number + 1} shows more" if last < total else ""
    return f"rows {page.first + 1:,} to {last:,} of {total:,}{then}"


def day(given: datetime | None) -> date | None:
    """Take the day of an option's value."""
    return given.date() if given else None


def only_one(**given: bool) -> None:
    """Refuse two forms of output at once."""
    chosen = [f"--{name}" for name, on in given.items() if on]
    if len(chosen) > 1:
        raise CommandError(f"choose one of {' and '.join(chosen)}")


def write_json(rows: Iterable[Struct | Mapping[str, object]]) -> None:
    """Print each row as one line of JSON."""
    for row in rows:
        sys.stdout.buffer.write(msgspec.json.encode(row) + b"\n")


def write_csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a header and rows; lists are joined by `` | ``, nothing is an empty field.

    Text that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([_field(value) for value in row])


def _field(value: object) -> object:
    if isinstance(value, list | tuple):
        value = " | ".join(map(str, value))
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
