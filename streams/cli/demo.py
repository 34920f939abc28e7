"""``pledgewire demo``: the main job on embedded services, from articles to a printed ledger."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

from streams.cli.context import DEMO, CommandError, Context
from streams.cli.feed import send_articles
from streams.cli.up import pipeline

if TYPE_CHECKING:
    from streams.articles.feeder import Fed
    from streams.runtime.supervisor import Supervisor

PATIENCE_SECONDS: Final = 600.0


def demo(
    ctx: typer.Context,
    paths: Annotated[
        list[str] | None, typer.Argument(help="Your own articles; default: sample wires.", metavar="[PATH…]")
    ] = None,
) -> None:
    """Feed articles through the whole pipeline and print the ledger that comes out.

    It starts from nothing each time; what it leaves behind is read with `pledgewire --demo …`.
    """
    from models.reference import SEEDS
    from streams.cli.audit import audit
    from streams.cli.conflicts import conflicts
    from streams.cli.ledger import ledger

    folder = ctx.obj.given.state_dir / DEMO
    own = ctx.obj.given.model_copy(update={"state_dir": folder, "kafka": None, "database_url": None})
    console = Console(stderr=True)
    _forget(folder)
    ctx.obj = context = Context(own)
    ctx.call_on_close(context.close)
    with _progress(console) as progress:
        task = progress.add_task("starting Kafka and Postgres")
        context.settings  # noqa: B018  (starts them)
        progress.update(task, description="making topics and tables, starting the workers")
        with pipeline(context) as supervisor:
            progress.update(task, description="feeding")
            sent = send_articles(context.settings, paths or [str(SEEDS / "wires")], console)
            _wait(context, supervisor, progress, task, sent)
    out = Console()
    out.rule("ledger", align="left")
    ctx.invoke(ledger, ctx)
    out.rule("conflicts", align="left")
    ctx.invoke(conflicts, ctx)
    out.rule("audit", align="left")
    ctx.invoke(audit, ctx)
    _how_to_go_on(out)


def _forget(folder: Path) -> None:
    """Remove what the last demo left; its Postgres may live elsewhere and is found by the sandbox."""
    from streams.sandbox import running
    from streams.sandbox.forget import forget

    if running(folder):
        raise CommandError(f"another demo is running on {folder}")
    forget(folder)


def _progress(console: Console) -> Progress:
    return Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        TimeElapsedColumn(),
        console=console,
        transient=True,
    )


def _wait(context: Context, supervisor: "Supervisor", progress: Progress, task: TaskID, fed: "Fed") -> None:
    """Wait until no stage lags behind: each confirms its outputs before it commits its input."""
    from streams.runtime.topics import describe

    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        topics = describe(context.settings)
        lags = {topic.name: sum(topic.lags.values()) for topic in topics}
        if not any(lags.values()):
            return
        behind = ", ".join(f"{name} {lag}" for name, lag in lags.items() if lag)
        progress.update(task, description=f"{fed.articles} articles fed; still to do: {behind}")
        context.check()
        halted = [child.name for child in supervisor.check() if child.halted]
        if halted or time.monotonic() > until:
            why = f"{halted[0]} has halted" if halted else "nothing moves any more"
            raise CommandError(f"{why}; see the logs in {context.settings.state_dir / 'logs'}")
        time.sleep(0.3)


def _how_to_go_on(console: Console) -> None:
    console.print(
        "\nGo on with\n"
        "  pledgewire --demo show ID             the sentence behind a figure\n"
        "  pledgewire --demo ledger --pledger X  filters; --csv and --json too\n"
        "  pledgewire demo YOUR-FILES            your own articles\n"
        "  pledgewire up                         run it for good, feed it from another terminal",
        highlight=False,
    )
