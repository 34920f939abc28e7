"""``pledgewire replay``: the stored articles once more, for an extractor that reads better."""

from typing import TYPE_CHECKING

import typer

from streams.cli import questions
from streams.cli.context import CommandError, Context

if TYPE_CHECKING:
    from streams.settings import Settings


def replay(ctx: typer.Context) -> None:
    """Send every stored article back to the claims stage.

    After an upgrade of the extractor or its lexicon: restart the claims workers, replay, and
    the ledger ends as a fresh one would. Claims that are not read any more are taken back.
    """
    from streams.runtime.errors import DeliveryError
    from streams.topology import RAW

    context: Context = ctx.obj
    try:
        sent = send_stored(context, context.settings)
    except DeliveryError as error:
        raise CommandError(str(error)) from error
    questions.output().print(f"{questions.counted(sent, 'stored article')} sent to {RAW.name}")


def send_stored(context: Context, settings: "Settings") -> int:
    """Send the stored articles and wait until Kafka has them; gives how many.

    Raises:
        DeliveryError: Kafka did not confirm a record.
        CommandError: the database cannot be reached, or holds no ledger.
    """
    from streams.ledger.queries.stored import stored_articles
    from streams.runtime.connection import producer_config
    from streams.runtime.producer import ConfirmedProducer
    from streams.runtime.records import Output
    from streams.topology import RAW

    producer, sent = ConfirmedProducer(producer_config(settings), "replay"), 0
    with questions.reading(context) as connection:
        for article in stored_articles(connection):
            producer.queue(Output(RAW.name, article.story_id, article, article.id))
            sent += 1
    producer.confirm()
    return sent
