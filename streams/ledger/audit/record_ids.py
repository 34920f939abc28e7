"""The ids of Kafka's records, held in temporary tables for the checks to compare with.

In: the retained range of ``articles.raw`` and ``claims.extracted``, read without a consumer
group. Out: ``audit_articles`` and ``audit_claims`` with one row a record (null ids where it
does not decode), and ``audit_dead_claims`` with the claims that died, by stage. They last
as long as the connection.
"""

import time
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, cast

from confluent_kafka import Consumer, KafkaError, Message, TopicPartition
from sqlalchemy import Connection, text

from models.messages import Claim
from streams.ledger.audit.copying import Row, copy
from streams.runtime.codec import decode, decode_article
from streams.runtime.connection import consumer_config
from streams.runtime.errors import BadRecord
from streams.runtime.topics import TopicState
from streams.settings import Settings
from streams.topology import CLAIMS, RAW

SILENCE_SECONDS: Final = 30.0
_AT_ONCE: Final = 500
_WAIT_SECONDS: Final = 0.1  # a call that finds fewer than it asks for waits this long in vain
# A name that librdkafka demands; nothing joins it and nothing is committed to it.
_GROUP: Final = "pledgewire-audit"

_TABLES: Final = """
CREATE TEMPORARY TABLE audit_articles ("partition" int, "offset" bigint, article_id text);
CREATE TEMPORARY TABLE audit_claims
    ("partition" int, "offset" bigint, claim_id text, slot text, retracts boolean, moved boolean);
CREATE TEMPORARY TABLE audit_dead_claims (stage text, claim_id text);
"""
_INDEXES: Final = """
CREATE INDEX ON audit_dead_claims (claim_id);
CREATE INDEX ON audit_claims (claim_id);
ANALYZE audit_articles; ANALYZE audit_claims; ANALYZE audit_dead_claims;
"""


class ReadError(RuntimeError):
    """Kafka did not give the records that it said it has."""


def hold_record_ids(connection: Connection, settings: Settings, topics: Mapping[str, TopicState]) -> None:
    """Fill the temporary tables, in a transaction of its own."""
    with connection.begin():
        connection.execute(text(_TABLES))
        raw, claims = topics[RAW.name], topics[CLAIMS.name]
        copy(connection, "audit_articles", map(_article_ids, records(settings, raw)))
        copy(connection, "audit_claims", map(_claim_ids, records(settings, claims)))
        copy(connection, "audit_dead_claims", list(_dead_claims(connection)))  # read before COPY holds it
        connection.execute(text(_INDEXES))


def records(settings: Settings, topic: TopicState) -> Iterator[Message]:
    """Give the topic's records from its lowest retained offset to ``high`` as ``topic`` has them.

    Raises:
        ReadError: a partition fell silent before its end.
    """
    left = {each.number: each.high for each in topic.offsets if each.high > each.low}
    if not left:
        return
    consumer = Consumer(consumer_config(settings, _GROUP) | {"enable.partition.eof": True})
    try:
        starts = {each.number: each.low for each in topic.offsets}
        consumer.assign([TopicPartition(topic.name, number, starts[number]) for number in left])
        heard = time.monotonic()
        while left:
            taken = consumer.consume(_AT_ONCE, _WAIT_SECONDS)
            heard = time.monotonic() if taken else heard
            if time.monotonic() - heard > SILENCE_SECONDS:
                raise ReadError(
                    f"{topic.name}: no record for {SILENCE_SECONDS:g} s, {len(left)} partitions left"
                )
            yield from _within(taken, left)
    finally:
        consumer.close()


def _within(taken: Iterable[Message], left: dict[int, int]) -> Iterator[Message]:
    """Give the records below each partition's end, and strike partitions that are at theirs."""
    for message in taken:
        number, error = cast("int", message.partition()), message.error()
        if error is not None and error.code() != KafkaError._PARTITION_EOF:  # noqa: SLF001  (its public name)
            raise ReadError(f"{message.topic()}: {error.str()}")
        offset = cast("int", message.offset())
        if error is None and offset < left.get(number, 0):
            yield message
        if error is not None or offset >= left.get(number, 0) - 1:
            left.pop(number, None)


def _article_ids(message: Message) -> Row:
    try:
        article_id = decode_article(message.value()).id
    except BadRecord:
        article_id = None
    return message.partition(), message.offset(), article_id


def _claim_ids(message: Message) -> Row:
    place = (message.partition(), message.offset())
    try:
        statement = decode(CLAIMS.name, message.value())
    except BadRecord:
        return (*place, None, None, None, None)
    return (*place, *_named(statement))


def _named(statement: object) -> Row:
    claim_id, slot = getattr(statement, "claim_id", None), getattr(statement, "slot", None)
    return claim_id, slot, not isinstance(statement, Claim), bool(getattr(statement, "moved", False))


def _dead_claims(connection: Connection) -> Iterator[Row]:
    """Give stage and claim id of each record of ``claims.extracted`` that died, as far as it tells."""
    found = connection.execute(
        text("SELECT stage, header_names, header_values, body FROM dead_letters WHERE topic = :topic"),
        {"topic": CLAIMS.name},
    )
    for stage, names, values, body in found.all():
        headers = dict(zip(names, values, strict=True))
        try:
            claim_id = getattr(decode(CLAIMS.name, bytes(body)), "claim_id", None)
        except BadRecord:
            claim_id = bytes(headers.get("ce_id", b"")).decode("utf-8", "replace").replace("\0", "")
        if claim_id:
            yield stage, claim_id
