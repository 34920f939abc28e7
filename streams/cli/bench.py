"""``pledgewire bench``: speed as ratios inside one run."""

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from streams.cli.context import Context
from streams.cli.up import pipeline

if TYPE_CHECKING:
    from streams.speed.run import Plan


def bench(
    ctx: typer.Context,
    dense: Annotated[
        bool, typer.Option("--dense/--mixed", help="Every article holds pledges, or one in ten.")
    ] = True,
    articles: Annotated[int, typer.Option(min=100, max=1_000_000, help="Articles in the burst.")] = 2000,
    rate: Annotated[
        float, typer.Option(min=0.1, max=10_000, help="Articles a second for the latency.")
    ] = 20.0,
    samples: Annotated[
        Path | None,
        typer.Option(exists=True, help="Articles with pledges that others are made of (default: ours)."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Measure the flow beside its bounds, on embedded services of its own that are removed after."""
    from streams.speed.articles import STORIES
    from streams.speed.run import Plan

    given: Context = ctx.obj
    console = Console(stderr=True)
    with tempfile.TemporaryDirectory(prefix="pledgewire-bench-") as folder:
        own = given.given.model_copy(update={"state_dir": Path(folder), "kafka": None, "database_url": None})
        context = Context(own)
        try:
            figures = _measure(context, Plan(articles, rate, dense, samples or STORIES), console)
        finally:
            context.close()
    if as_json:
        print(json.dumps(figures))
    else:
        _show(figures)


def _measure(context: Context, plan: "Plan", console: Console) -> dict[str, object]:
    from streams.runtime.connection import producer_config
    from streams.runtime.producer import ConfirmedProducer
    from streams.speed.run import after_flow, before_flow, flow

    settings = context.settings
    producer = ConfirmedProducer(producer_config(settings), "bench")

    def say(what: str) -> None:
        console.print(f"[dim]{what}[/dim]", highlight=False)

    figures: dict[str, object] = dict(before_flow(plan, settings, producer, say))
    with pipeline(context):
        figures |= flow(plan, producer, context.engine(), say)
    figures |= after_flow(plan, context.engine(), say)
    flow_rate, bound = figures["flow_articles_per_s"], figures["bound_articles_per_s"]
    assert isinstance(flow_rate, float) and isinstance(bound, float)  # noqa: PT018
    return figures | {
        "ratio": round(flow_rate / bound, 3),
        "articles": plan.articles,
        "dense": plan.dense,
        "rate": plan.rate,
    }


def _show(figures: dict[str, object]) -> None:
    table = Table("figure", "value", box=None, pad_edge=False)
    for name, value in sorted(figures.items()):
        if isinstance(value, dict):
            for part, number in sorted(value.items()):
                table.add_row(f"{name}.{part}", f"{number:,}")
        else:
            table.add_row(name, str(value) if isinstance(value, bool) else f"{value:,}")
    Console().print(table)
