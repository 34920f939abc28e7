"""A bare confluent-kafka consume-produce loop: what the broker and client alone allow."""

import time
from collections.abc import Sequence

from confluent_kafka import Consumer
from confluent_kafka.admin import AdminClient, NewTopic  # type: ignore[attr-defined]

from streams.runtime.connection import admin_config, consumer_config
from streams.runtime.producer import ConfirmedProducer
from streams.settings import Settings
from streams.topology import MESSAGE_BYTES_MAX

_FROM, _TO = "bench.loop.from", "bench.loop.to"


def loop_rate(settings: Settings, producer: ConfirmedProducer, values: Sequence[bytes]) -> float:
    """Give messages/s from one topic to another, every output confirmed; the topics are removed after."""
    admin = AdminClient(admin_config(settings))
    config = {"max.message.bytes": str(MESSAGE_BYTES_MAX)}
    for future in admin.create_topics(
        [NewTopic(t, settings.partitions, 1, config=config) for t in (_FROM, _TO)]
    ).values():
        future.result()
    try:
        for number, value in enumerate(values):
            producer.add(_FROM, str(number).encode(), value)
        producer.confirm()
        return _copy(settings, producer, len(values))
    finally:
        for future in admin.delete_topics([_FROM, _TO]).values():
            future.result()


def _copy(settings: Settings, producer: ConfirmedProducer, count: int) -> float:
    consumer = Consumer(
        {**consumer_config(settings), "group.id": "bench-loop", "auto.offset.reset": "earliest"}
    )
    consumer.subscribe([_FROM])
    done, start = 0, 0.0
    while done < count:
        for message in consumer.consume(500, timeout=0.05):
            start = start or time.monotonic()  # the join of the group is not the loop's
            producer.add(_TO, message.key(), message.value())
            done += 1
    producer.confirm()
    seconds = time.monotonic() - start
    consumer.close()
    return count / seconds
