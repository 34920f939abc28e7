"""``pledgewire topics``: the topics as they are, and each stage's lag."""

from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from streams.cli.context import CommandError, Context


def topics(
    ctx: typer.Context,
    create: Annotated[bool, typer.Option("--create", help="Create what is missing first.")] = False,
) -> None:
    """Check every topic against the map and show how far each stage has read."""
    from streams.runtime.topics import TopicMismatch, describe, ensure_topics

    context: Context = ctx.obj
    try:
        if create:
            ensure_topics(context.settings)
        shown = describe(context.settings)
    except TopicMismatch as error:
        raise CommandError(str(error)) from error
    table = Table("topic", "partitions", "records", "lag by stage", box=None, pad_edge=False)
    for topic in shown:
        lags = ", ".join(f"{stage} {lag}" for stage, lag in topic.lags.items())
        table.add_row(topic.name, str(topic.partitions), str(topic.records), lags or "–")
    Console().print(table)
