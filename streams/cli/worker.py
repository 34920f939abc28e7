"""``pledgewire worker STAGE``: one Faust worker process of one stage."""

import gc
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from streams.cli.context import CommandError, Context
from streams.cli.rates_in_use import rates_in_use
from streams.settings import Settings
from streams.topology import CLAIMS_STAGE, CONFLICTS_STAGE, LEDGER_STAGE, SLOTS, STORIES, WORKERS, Stage

if TYPE_CHECKING:
    import faust

    from streams.runtime.runner import Handler


def worker(
    ctx: typer.Context,
    stage: Annotated[str, typer.Argument(help=f"One of: {', '.join(WORKERS)}.")],
    number: Annotated[int, typer.Option(help="Tells workers of one stage apart on one machine.")] = 0,
) -> None:
    """Run one worker of a stage until it is told to stop."""
    if stage not in WORKERS:
        raise typer.BadParameter(f"{stage!r} is none of {', '.join(WORKERS)}", param_hint="STAGE")
    context: Context = ctx.obj
    run(WORKERS[stage], context.settings, context.settings.state_dir / "workers" / f"{stage}-{number}")


def run(stage: Stage, settings: Settings, datadir: Path) -> None:
    """Run the stage's app in this process; returns when it was stopped."""
    import mode.loop

    mode.loop.use("uvloop")
    from streams.runtime.logs import configure_logging

    configure_logging(settings)
    import faust

    from streams.runtime.topics import TopicMismatch, verify_topics

    try:
        verify_topics(settings)
    except TopicMismatch as error:
        raise CommandError(str(error)) from error
    app = build(stage, settings, datadir)

    # What is here now stays: the collector need not walk it, nor look after every few records.
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)

    # Faust's own logging set-up would replace ours.
    raise SystemExit(
        faust.Worker(
            app, quiet=True, loglevel="WARNING", override_logging=False, redirect_stdouts=False
        ).execute_from_commandline()
    )


def build(stage: Stage, settings: Settings, datadir: Path) -> "faust.App":
    """Put the stage's app together: its handler, its producer and the runner around them."""
    from streams.runtime.app import make_app, run_agent
    from streams.runtime.connection import producer_config
    from streams.runtime.health import Health
    from streams.runtime.producer import ConfirmedProducer
    from streams.runtime.runner import StageRunner

    health = Health(stage.name)
    datadir.mkdir(parents=True, exist_ok=True)
    app = make_app(stage, settings, datadir, health)
    producer = ConfirmedProducer(producer_config(settings), stage.name)
    handler = _HANDLERS[stage.name](app, settings, producer)
    run_agent(app, StageRunner(stage, handler, producer, settings, health))
    return app


def _claims(app: "faust.App", settings: Settings, producer: Any) -> "Handler[Any]":  # noqa: ANN401
    import structlog

    from streams.claims.agent import ReadArticles
    from streams.claims.pipeline import Extractor
    from streams.runtime.table import StateTable

    rates = rates_in_use(settings)
    structlog.get_logger().info("rates", **rates.as_fields())
    extractor = Extractor.from_seeds(settings.seeds_dir, settings.spacy_model, rates.rates)
    return ReadArticles(extractor, StateTable(app, STORIES, settings.partitions), producer)


def _conflicts(app: "faust.App", settings: Settings, producer: Any) -> "Handler[Any]":  # noqa: ANN401
    from models.reference import SEEDS, load_reference
    from streams.conflicts.agent import ReconcileClaims
    from streams.conflicts.reading import Reconciler
    from streams.runtime.table import StateTable

    reference = load_reference((settings.seeds_dir or SEEDS) / "reference")
    table = StateTable(app, SLOTS, settings.partitions)
    return ReconcileClaims(Reconciler(reference, settings.slot_claims_max), table, producer)


def _ledger(_app: "faust.App", settings: Settings, _producer: object) -> "Handler[Any]":
    from streams.ledger.agent import StoreRecords
    from streams.ledger.database import make_engine
    from streams.ledger.writer import LedgerWriter
    from streams.runtime.connection import database_url

    return StoreRecords(LedgerWriter(make_engine(database_url(settings))))


_HANDLERS = {CLAIMS_STAGE.name: _claims, CONFLICTS_STAGE.name: _conflicts, LEDGER_STAGE.name: _ledger}
