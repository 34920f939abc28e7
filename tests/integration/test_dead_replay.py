"""``pledgewire dead replay``: originals go back to the topic that they came from, as they came."""

import pytest
from confluent_kafka import Consumer, Message
from sqlalchemy import Engine, text

from streams.cli.context import CommandError
from streams.ledger.writer import LedgerWriter
from streams.runtime.connection import consumer_config
from streams.settings import Settings
from streams.topology import RAW
from tests.integration.test_ledger_commands import Command, Context
from tests.support.ledger import dead_letter, taken

BODY = b'{"text": "Norway pledged NOK 7bn."}'
HEADERS = (("traceparent", b"00-" + b"1" * 32 + b"-" + b"2" * 16 + b"-00"),)


@pytest.mark.usefixtures("fresh_kafka")
def test_an_original_goes_back_once_with_its_key_and_headers(ledger: Engine, settings: Settings) -> None:
    letter = dead_letter("claims", key=b"story-7", body=BODY, headers=HEADERS)
    again = dead_letter("ledger", key=b"story-7", body=BODY, headers=HEADERS)  # two stages refused it
    LedgerWriter(ledger).write(taken(letter, again))
    run = Command(Context(settings, ledger))

    assert "1 originals" in run("dead", "replay", "--all")

    (message,) = received(settings)
    assert (message.key(), message.value(), tuple(message.headers() or ())) == (b"story-7", BODY, HEADERS)
    with ledger.connect() as connection:
        marked = connection.scalar(text("SELECT count(*) FROM dead_letters WHERE replayed_at IS NOT NULL"))
    assert marked == 2
    assert "0 originals" in run("dead", "replay", "--all")
    with pytest.raises(CommandError, match="must name one dead letter"):
        run("dead", "replay", "no-such-id")


def received(settings: Settings) -> list[Message]:
    consumer = Consumer(consumer_config(settings, "test-replay"))
    consumer.subscribe([RAW.name])
    messages = []
    while (message := consumer.poll(10 if not messages else 1)) is not None:
        messages.append(message)
    consumer.close()
    return messages
