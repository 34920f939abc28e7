"""Send messages and know that Kafka has them: everything or an error.

A confluent-kafka producer (idempotent, ``acks=all``) behind one call that returns when
every record is confirmed.
"""

import os
from collections.abc import Iterable, Mapping
from typing import Final

from confluent_kafka import KafkaError, Message, Producer

from streams.runtime.codec import encode
from streams.runtime.errors import DeliveryError
from streams.runtime.records import Output, now

FLUSH_SECONDS: Final = 30
_CONTENT_TYPE: Final = b"application/json"


class ConfirmedProducer:
    """Use from one thread at a time: ``add`` what goes out, then ``confirm`` all of it."""

    def __init__(self, config: Mapping[str, object], source: str) -> None:
        self._producer = Producer(dict(config))
        self._source = f"pledgewire/{source}".encode()
        self._failed: list[str] = []
        self.offsets: dict[tuple[str, int], int] = {}

    def send(self, outputs: Iterable[Output]) -> None:
        """Send messages and wait until Kafka has them; raises as ``confirm`` does."""
        for output in outputs:
            self.queue(output)
        self.confirm()

    def queue(self, output: Output) -> None:
        """Queue one message, as ``add`` does, with its CloudEvents headers."""
        self.add(output.topic, output.key.encode(), encode(output.message), headers=self._headers(output))

    def add(
        self,
        topic: str,
        key: bytes | None,
        value: bytes | None,
        *,
        partition: int = -1,
        headers: Iterable[tuple[str, bytes]] = (),
    ) -> None:
        """Queue one record; waits while the queue is full (back-pressure)."""
        while True:
            try:
                self._producer.produce(
                    topic, value, key, partition, on_delivery=self._delivered, headers=list(headers)
                )
            except BufferError:
                self._producer.poll(0.1)
            else:
                self._producer.poll(0)
                return

    def confirm(self) -> None:
        """Wait for the delivery reports of everything queued.

        Raises:
            DeliveryError: at least one was not confirmed; names the first and the reason.
        """
        left = self._producer.flush(FLUSH_SECONDS)
        failed, self._failed = self._failed, []
        if left:
            self._producer.purge()
            self._producer.flush(1)
            self._failed = []
            raise DeliveryError(f"{left} records not confirmed within {FLUSH_SECONDS} s")
        if failed:
            raise DeliveryError(f"{len(failed)} records refused, the first: {failed[0]}")

    def _delivered(self, error: KafkaError | None, message: Message) -> None:
        if error is not None:
            self._failed.append(f"{message.topic()}: {error.str()}")
            return
        place = (message.topic() or "", message.partition() or 0)
        self.offsets[place] = message.offset() or 0

    def _headers(self, output: Output) -> list[tuple[str, bytes]]:
        kind = type(output.message).__name__.lower()
        traced = output.cause.header("traceparent") if output.cause else None
        return [
            ("ce_specversion", b"1.0"),
            ("ce_id", output.id.encode()),
            ("ce_type", f"org.pledgewire.{kind}".encode()),
            ("ce_source", self._source),
            ("ce_time", now().encode()),
            ("content-type", _CONTENT_TYPE),
            ("traceparent", traced or new_traceparent()),
        ]


def new_traceparent() -> bytes:
    """Start a W3C trace: a random trace and span id, not sampled."""
    return b"00-%s-%s-00" % (os.urandom(16).hex().encode(), os.urandom(8).hex().encode())
