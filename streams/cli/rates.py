"""``pledgewire rates``: which rates turn money into euros, whether a file of them is right, newer ones."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from streams.cli.context import CommandError, Context

if TYPE_CHECKING:
    from streams.claims.exchange import Rates

app = typer.Typer(help="The rates that turn money into euros.", no_args_is_help=True)


@app.command()
def show(
    ctx: typer.Context,
    currency: Annotated[str | None, typer.Argument(help="Of ISO 4217. Default: all.")] = None,
    on: Annotated[
        dt.datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help="Give the rate of this day.")
    ] = None,
) -> None:
    """Show the currencies that have rates, from when to when, and who says so."""
    from streams.cli.rates_in_use import rates_in_use

    context: Context = ctx.obj
    used, console = rates_in_use(context.given), Console()
    code = currency.upper() if currency else None
    table = Table("currency", "from", "to", "days", "source", box=None, pad_edge=False)
    if on is not None:
        table = Table("currency", "for one euro", "rate of", "source", box=None, pad_edge=False)
    rows = list(_on(used.rates, on.date(), code) if on else _spans(used.rates, code))
    if code and not rows:
        raise CommandError(f"no rate of {code}" + (f" for {on.date()}" if on else ""))
    for row in rows:
        table.add_row(*map(escape, row))
    console.print(table)
    for file in filter(None, (used.table, used.supplied)):
        console.print(escape(str(file)), highlight=False, soft_wrap=True)
    console.print(f"digest {used.digest}: the same at every claims worker", highlight=False)


@app.command()
def check(
    ctx: typer.Context, file: Annotated[Path, typer.Argument(help="currency,day,per_euro,source")]
) -> None:
    """Read a rates file and name every line that gives no rate, with the reason."""
    from models.reference import SEEDS
    from streams.claims.rates_file import check_rates
    from streams.cli.rates_in_use import rates_in_use

    context: Context = ctx.obj
    console = Console()
    ecb = rates_in_use(context.given.model_copy(update={"rates_file": None})).rates
    rates, faults = check_rates(file, (context.given.seeds_dir or SEEDS) / "lexicon")
    for fault in faults:
        console.print(
            f"[red]{escape(str(file))}, line {fault.line}[/red]: {escape(fault.reason)}",
            highlight=False, soft_wrap=True,
        )  # fmt: skip
    for currency, days in sorted(rates.items()):
        idle = sum(ecb.quoted(currency, day) is not None for day in days)
        note = f"; for {idle} of them the ECB's own rate is used" if idle else ""
        console.print(
            f"{currency}: {len(days):,} days from {min(days)} to {max(days)}{note}",
            highlight=False, soft_wrap=True,
        )  # fmt: skip
    if faults:
        raise typer.Exit(1)


@app.command()
def refresh(
    ctx: typer.Context,
    url: Annotated[str | None, typer.Option("--from", help="Default: the ECB's own address.")] = None,
) -> None:
    """Fetch the ECB's history; it replaces the one in use once it is checked against it."""
    from streams.claims import ecb
    from streams.claims.exchange import shipped_rates
    from streams.cli.rates_in_use import rates_in_use

    context: Context = ctx.obj
    path = context.given.ecb_table or ecb.refreshed(context.given.state_dir)
    settings = context.given.model_copy(update={"rates_file": None})
    known = rates_in_use(settings).rates.table if path.exists() else shipped_rates().table
    extent = ecb.refresh(url or ecb.URL, path, known)
    console = Console()
    console.print(f"{extent.currencies} currencies from {extent.first} to {extent.last}", highlight=False)
    console.print(
        f"kept in {escape(str(path))}; claims workers take it when they start",
        highlight=False, soft_wrap=True,
    )  # fmt: skip


def _spans(rates: "Rates", code: str | None) -> Iterator[tuple[str, ...]]:
    """Give for each currency from when to when its rates reach."""
    for currency, bounds in sorted(rates.table.bounds.items()):
        if currency != "EUR" and code in (None, currency):
            yield currency, str(bounds.first_date), str(bounds.last_date), "", "ECB"
    for currency, days in sorted(rates.supplied.items()):
        if code in (None, currency):
            sources = ", ".join(sorted({rate.source for rate in days.values()}))
            yield currency, str(min(days)), str(max(days)), f"{len(days):,}", sources


def _on(rates: "Rates", day: dt.date, code: str | None) -> Iterator[tuple[str, ...]]:
    for currency in [code] if code else sorted(rates.table.currencies | set(rates.supplied)):
        if rate := rates.of(currency, day):
            yield currency, f"{rate.per_euro:g}", str(rate.day), rate.source
