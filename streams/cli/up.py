"""``pledgewire up``: services and all workers in the foreground, with one live table."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer
from confluent_kafka import KafkaException
from rich.console import Console, Group
from rich.live import Live
from rich.table import Table

from streams.cli.context import CommandError, Context
from streams.settings import Settings

if TYPE_CHECKING:
    from streams.runtime.supervisor import Supervisor


def up(ctx: typer.Context) -> None:
    """Run everything until Ctrl-C."""
    context: Context = ctx.obj
    console = Console(stderr=True)
    with pipeline(context) as supervisor, Live(console=console, refresh_per_second=4, transient=True) as live:
        console.print(
            f"Kafka at {context.settings.kafka}; feed articles with: pledgewire feed PATH…", highlight=False
        )
        try:
            while True:
                context.check()
                supervisor.check()
                try:
                    live.update(status(context.settings, supervisor))
                except KafkaException as error:
                    live.update(f"[red]Kafka does not answer:[/red] {error.args[0].str()}")
                time.sleep(1)
        except KeyboardInterrupt:
            live.stop()
            console.print("stopping")


@contextmanager
def pipeline(context: Context) -> Iterator["Supervisor"]:
    """Have services, topics, tables and running workers; all stopped on the way out."""
    from streams.ledger.migrate import upgrade
    from streams.runtime.supervisor import Supervisor, worker_commands, worker_environment
    from streams.runtime.topics import TopicMismatch, ensure_topics

    settings = context.settings
    try:
        ensure_topics(settings)
    except TopicMismatch as error:
        raise CommandError(str(error)) from error
    upgrade(context.engine())
    logs = settings.state_dir / "logs"
    with Supervisor(worker_commands(settings), worker_environment(settings), logs) as supervisor:
        yield supervisor


def status(settings: Settings, supervisor: "Supervisor") -> Group:
    """Give the live tables: topics with records and lag, workers with their state."""
    from streams.runtime.topics import describe

    topics = Table("topic", "records", "lag", box=None, pad_edge=False)
    for topic in describe(settings):
        if topic.records or not topic.name.endswith((".dead", "-changelog")):
            topics.add_row(
                topic.name, f"{topic.records:,}", " ".join(f"{k} {v:,}" for k, v in topic.lags.items())
            )
    workers = Table("worker", "state", "starts", "log", box=None, pad_edge=False)
    for child in supervisor.children:
        colour = {"running": "green", "halted": "red"}.get(child.state, "yellow")
        workers.add_row(child.name, f"[{colour}]{child.state}[/{colour}]", str(child.starts), str(child.log))
    return Group(topics, workers)
