"""Inputs to ``articles.raw``, confirmed; what cannot be an article to its dead-letter topic."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from streams.articles.reader import read_article
from streams.articles.sources import Input
from streams.runtime.dead_letters import refusal
from streams.runtime.errors import BadRecord
from streams.runtime.producer import ConfirmedProducer
from streams.runtime.records import Output
from streams.topology import FEEDER, RAW


@dataclass(slots=True)
class Fed:
    """How many articles went out, and what was refused: (path, reason) pairs."""

    articles: int
    refused: list[tuple[str, str]]


def feed(
    inputs: Iterable[Input], producer: ConfirmedProducer, sent: Callable[[str], None] = lambda _: None
) -> Fed:
    """Send every input on; returns when Kafka has confirmed all of it.

    Ids are functions of content, so an article that is fed again is not a new one.
    ``sent`` is called with the path of each article sent.

    Raises:
        DeliveryError: Kafka did not confirm a record.
    """
    fed = Fed(0, [])
    for given in inputs:
        try:
            article = read_article(given)
        except BadRecord as error:
            letter = refusal(FEEDER.name, RAW.name, given.path, given.original, error)
            producer.queue(Output(RAW.dead.name, letter.id, letter, letter.id))
            fed.refused.append((given.path, letter.reason))
            continue
        producer.queue(Output(RAW.name, article.story_id, article, article.id))
        fed.articles += 1
        sent(given.path)
    producer.confirm()
    return fed
