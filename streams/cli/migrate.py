"""``pledgewire migrate``: the ledger's tables, brought up to date."""

from typing import Annotated

import typer
from rich.console import Console

from streams.cli.context import CommandError, Context


def migrate(
    ctx: typer.Context,
    check: Annotated[
        bool, typer.Option("--check", help="Change nothing; fail if the tables are not as they must be.")
    ] = False,
    down_to: Annotated[
        str | None, typer.Option(help="Go back to this revision; `base` drops the ledger.")
    ] = None,
) -> None:
    """Make or upgrade the ledger's tables and store the reference data."""
    from sqlalchemy.exc import OperationalError

    try:
        _migrate(ctx.obj, check=check, down_to=down_to)
    except OperationalError as error:
        raise CommandError(f"Postgres does not answer: {' '.join(str(error.orig).split())}") from error


def _migrate(context: Context, *, check: bool, down_to: str | None) -> None:
    from models.reference import SEEDS, load_reference
    from streams.ledger.migrate import differences, downgrade, revision_of, upgrade

    engine = context.engine()
    if check:
        if found := differences(engine):
            raise CommandError(f"{len(found)} differences, the first: {found[0]}")
    elif down_to:
        downgrade(engine, down_to)
    else:
        upgrade(engine, load_reference((context.settings.seeds_dir or SEEDS) / "reference"))
    Console().print(f"the ledger's tables are at revision {revision_of(engine)}", highlight=False)
