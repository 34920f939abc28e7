"""Where topics and their readers stand: offsets from Kafka in, records and lag of each stage out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from confluent_kafka import Consumer, KafkaError, KafkaException, TopicPartition
from confluent_kafka.admin import (  # type: ignore[attr-defined]  # public, but its package has no __all__
    AdminClient,
    OffsetSpec,
)
from tenacity import retry, retry_if_exception, stop_after_delay, wait_fixed

from streams.runtime.connection import consumer_config
from streams.settings import Settings
from streams.topology import WORKERS, Stage, Topic

COORDINATOR_WAKING: Final = frozenset(
    {
        KafkaError.COORDINATOR_LOAD_IN_PROGRESS,
        KafkaError.COORDINATOR_NOT_AVAILABLE,
        KafkaError.NOT_COORDINATOR,
    }
)
_TIMEOUT: Final = 30.0  # seconds
_POLL: Final = 0.1
Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class PartitionState:
    """One partition: its oldest offset and the one its next record will get."""

    number: int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class TopicState:
    """A topic as it stands. ``lags`` gives for each stage that reads it the records it has not finished."""

    name: str
    offsets: tuple[PartitionState, ...]
    lags: Mapping[str, int]

    @property
    def partitions(self) -> int:
        """How many partitions it has."""
        return len(self.offsets)

    @property
    def records(self) -> int:
        """How many offsets it holds: its records, unless it is compacted."""
        return sum(each.high - each.low for each in self.offsets)


def topic_states(admin: AdminClient, topics: Sequence[Topic], settings: Settings) -> tuple[TopicState, ...]:
    """Ask Kafka how ``topics``, each of so many partitions, and their readers stand."""
    places = [(topic.name, number) for topic in topics for number in range(settings.partitions)]
    # Committed first: records that arrive in between then count as lag and never as negative lag.
    committed = {stage.name: _committed(settings, stage) for stage in WORKERS.values()}
    low = _offsets(admin, places, OffsetSpec.earliest())  # type: ignore[no-untyped-call]
    high = _offsets(admin, places, OffsetSpec.latest())  # type: ignore[no-untyped-call]
    return tuple(_state(topic, range(settings.partitions), low, high, committed) for topic in topics)


def _state(
    topic: Topic,
    numbers: Iterable[int],
    low: Mapping[Place, int],
    high: Mapping[Place, int],
    committed: Mapping[str, Mapping[Place, int]],
) -> TopicState:
    states = tuple(
        PartitionState(number, low[topic.name, number], high[topic.name, number]) for number in numbers
    )
    readers = (stage.name for stage in WORKERS.values() if topic in stage.reads)
    return TopicState(
        topic.name, states, {reader: _lag(topic.name, states, committed[reader]) for reader in readers}
    )


def _lag(topic: str, states: Iterable[PartitionState], committed: Mapping[Place, int]) -> int:
    # What retention has deleted cannot be read any more and is no lag.
    return sum(state.high - max(committed.get((topic, state.number), 0), state.low) for state in states)


def _committed(settings: Settings, stage: Stage) -> dict[Place, int]:
    """Ask what a stage's group has committed.

    A consumer asks, which never joins: asked by an admin client while the group's coordinator
    moves, librdkafka 2.16 ends the process (rd_kafka_cgrp_op without a group).
    """
    consumer = Consumer(consumer_config(settings, stage.group))
    try:
        found = _ask_coordinator(
            consumer,
            [
                TopicPartition(topic.name, number)
                for topic in stage.reads
                for number in range(settings.partitions)
            ],
        )
    finally:
        consumer.close()
    return {(each.topic, each.partition): each.offset for each in found if each.offset >= 0}


def _passing(error: BaseException) -> bool:
    """Say whether the cluster is still finding its feet: a group's coordinator wakes, a topic is new."""
    if not isinstance(error, KafkaException):
        return False
    fault = error.args[0]
    return fault.retriable() or fault.code() in {*COORDINATOR_WAKING, KafkaError.NOT_LEADER_FOR_PARTITION}


_patiently: Final = retry(
    retry=retry_if_exception(_passing), stop=stop_after_delay(_TIMEOUT), wait=wait_fixed(_POLL), reraise=True
)


@_patiently
def _ask_coordinator(consumer: Consumer, places: list[TopicPartition]) -> list[TopicPartition]:
    return consumer.committed(places, timeout=_TIMEOUT)


@_patiently
def _offsets(admin: AdminClient, places: Sequence[Place], which: OffsetSpec) -> dict[Place, int]:
    request = {TopicPartition(*place): which for place in places}
    futures = admin.list_offsets(request, request_timeout=_TIMEOUT)
    return {(each.topic, each.partition): int(future.result().offset) for each, future in futures.items()}
