"""The command ``pledgewire``: one file a command, put together here.

Each command imports what it needs when it runs, so that ``--help`` stays quick.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError
from rich.console import Console
from rich.markup import escape

from models.reference import SeedError
from streams.claims.exchange import RatesError
from streams.claims.lexicon import LexiconError
from streams.cli import dead, lexicon, rates
from streams.cli.audit import audit
from streams.cli.bench import bench
from streams.cli.conflicts import conflicts
from streams.cli.context import CommandError, Context
from streams.cli.demo import demo
from streams.cli.evaluate import evaluate
from streams.cli.feed import feed
from streams.cli.ledger import ledger
from streams.cli.migrate import migrate
from streams.cli.pages import pages
from streams.cli.replay import replay
from streams.cli.show import show
from streams.cli.topics import topics
from streams.cli.try_ import try_
from streams.cli.up import up
from streams.cli.worker import worker

app = typer.Typer(
    name="pledgewire",
    help="A running ledger of pledges and who said them, from news articles.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)


@app.callback()
def settings(
    ctx: typer.Context,
    state: Annotated[
        Path | None, typer.Option("--state", help="Folder of the embedded services and of worker state.")
    ] = None,
    demo_data: Annotated[bool, typer.Option("--demo", help="Use what the last demo left behind.")] = False,
) -> None:
    """Settings come from the environment (PLEDGEWIRE_…) and from .env."""
    ctx.obj = Context.of(state=state, demo=demo_data)
    ctx.call_on_close(ctx.obj.close)


# In the order of --help: the first things that a person wants first.
_COMMANDS: tuple[Callable[..., None], ...] = (
    demo, try_, up, feed, ledger, conflicts, show, audit, replay, worker, topics, migrate, evaluate, bench,
    pages,
)  # fmt: skip
for _command in _COMMANDS:
    app.command(_command.__name__.rstrip("_"))(_command)
app.add_typer(dead.app, name="dead")
app.add_typer(lexicon.app, name="lexicon")
app.add_typer(rates.app, name="rates")


def main() -> None:
    """Run the command; what a person can mend is one line, not a traceback."""
    try:
        app()
    except (CommandError, LexiconError, RatesError, SeedError, ValidationError) as error:
        Console(stderr=True).print(
            f"[red]pledgewire:[/red] {escape(str(error))}", highlight=False, soft_wrap=True
        )
        sys.exit(1)
