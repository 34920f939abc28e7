"""``pledgewire feed PATH…``: articles into ``articles.raw``."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.markup import escape

from streams.cli.context import CommandError
from streams.settings import Settings

if TYPE_CHECKING:
    from streams.articles.feeder import Fed


def feed(
    ctx: typer.Context,
    paths: Annotated[
        list[str], typer.Argument(help="Files, folders, or - for standard input.", metavar="PATH…")
    ],
) -> None:
    """Send articles into the pipeline; what is none goes to the dead letters, with its reason."""
    from streams.topology import RAW

    console = Console(stderr=True)
    fed = send_articles(ctx.obj.settings, paths, console)
    console.print(f"{fed.articles} articles sent to {RAW.name}, {len(fed.refused)} refused", highlight=False)
    if fed.refused:
        raise typer.Exit(1)


def send_articles(settings: Settings, paths: Iterable[str], console: Console) -> "Fed":
    """Send the articles of ``paths`` and name on ``console`` what was refused."""
    from streams.articles.feeder import feed as send
    from streams.articles.sources import SourceError, inputs
    from streams.runtime.connection import producer_config
    from streams.runtime.errors import DeliveryError
    from streams.runtime.producer import ConfirmedProducer
    from streams.topology import FEEDER

    try:
        fed = send(inputs(paths), ConfirmedProducer(producer_config(settings), FEEDER.name))
    except (SourceError, DeliveryError) as error:
        raise CommandError(str(error)) from error
    for path, reason in fed.refused:
        console.print(f"[red]refused[/red] {escape(path)}: {escape(reason)}", highlight=False, soft_wrap=True)
    return fed
