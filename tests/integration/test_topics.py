"""Topics on a real broker: made as the map says, compared, described."""

import time

import pytest
from confluent_kafka import Consumer, Producer, TopicPartition
from confluent_kafka.admin import (
    AdminClient,
    AlterConfigOpType,
    ConfigEntry,
    ConfigResource,
    NewPartitions,
    ResourceType,
)

from streams.runtime.connection import admin_config, consumer_config, producer_config
from streams.runtime.topics import TopicMismatch, describe, ensure_topics, verify_topics
from streams.settings import Settings
from streams.topology import ALL_TOPICS, CLAIMS_STAGE, CURRENT, LEDGER_STAGE, MESSAGE_BYTES_MAX, RAW
from tests.support.services import empty_kafka


@pytest.fixture
def kafka(settings: Settings) -> Settings:
    empty_kafka(settings)
    return settings


def alter(settings: Settings, topic: str, **values: str) -> None:
    entries = [
        ConfigEntry(name.replace("_", "."), value, incremental_operation=AlterConfigOpType.SET)
        for name, value in values.items()
    ]
    resource = ConfigResource(ResourceType.TOPIC, topic, incremental_configs=entries)
    admin = AdminClient(admin_config(settings))
    for future in admin.incremental_alter_configs([resource]).values():
        future.result()
    while not values.items() <= held(admin, topic).items():
        time.sleep(0.05)


def held(admin: AdminClient, topic: str) -> dict[str, str]:
    [future] = admin.describe_configs([ConfigResource(ResourceType.TOPIC, topic)]).values()
    return {name.replace(".", "_"): entry.value for name, entry in future.result().items()}


def found(error: TopicMismatch) -> set[tuple[str, str, str, str]]:
    return {(each.topic, each.setting, each.expected, each.found) for each in error.differences}


def test_missing_topics_are_made_and_those_there_are_left_alone(kafka: Settings) -> None:
    admin = AdminClient(admin_config(kafka))
    for future in admin.delete_topics([RAW.name, CURRENT.name], operation_timeout=30).values():
        future.result()
    while {RAW.name, CURRENT.name} & admin.list_topics(timeout=10).topics.keys():
        time.sleep(0.05)
    with pytest.raises(TopicMismatch) as caught:
        verify_topics(kafka)
    assert found(caught.value) == {
        (RAW.name, "topic", "present", "missing"),
        (CURRENT.name, "topic", "present", "missing"),
    }
    assert set(ensure_topics(kafka)) == {RAW.name, CURRENT.name}
    assert ensure_topics(kafka) == ()
    assert {topic.name for topic in ALL_TOPICS} <= admin.list_topics(timeout=10).topics.keys()


def test_topics_that_differ_stop_the_start_and_every_difference_is_named(kafka: Settings) -> None:
    alter(kafka, RAW.name, retention_ms="1000", max_message_bytes="2000")
    alter(kafka, CURRENT.name, cleanup_policy="delete")
    admin = AdminClient(admin_config(kafka))
    admin.create_partitions([NewPartitions("articles.read", 6)])["articles.read"].result()
    while len(admin.list_topics("articles.read", timeout=10).topics["articles.read"].partitions) < 6:
        time.sleep(0.05)
    with pytest.raises(TopicMismatch) as caught:
        ensure_topics(kafka)
    assert found(caught.value) == {
        (RAW.name, "retention.ms", str(RAW.retention_ms), "1000"),
        (RAW.name, "max.message.bytes", str(MESSAGE_BYTES_MAX), "2000"),
        (CURRENT.name, "cleanup.policy", "compact", "delete"),
        ("articles.read", "partitions", "4", "6"),
    }
    assert "articles.read: partitions is 6, expected 4" in str(caught.value)


def test_settings_that_ask_for_more_copies_than_there_are_differ(kafka: Settings) -> None:
    asked = kafka.model_copy(update={"replication": 3, "min_insync_replicas": 2})
    with pytest.raises(TopicMismatch) as caught:
        verify_topics(asked)
    assert {(each.setting, each.found) for each in caught.value.differences} == {
        ("replication", "1"),
        ("min.insync.replicas", "1"),
    }


def test_lag_is_what_a_stage_has_not_committed(kafka: Settings) -> None:
    producer = Producer(producer_config(kafka))
    for number in range(10):
        producer.produce(RAW.name, b"{}", b"key", partition=number % 2)
    assert producer.flush(30) == 0
    consumer = Consumer(consumer_config(kafka, CLAIMS_STAGE.group))
    consumer.commit(offsets=[TopicPartition(RAW.name, 0, 3)], asynchronous=False)
    consumer.close()
    state = next(topic for topic in describe(kafka) if topic.name == RAW.name)
    assert [(each.low, each.high) for each in state.offsets] == [(0, 5), (0, 5), (0, 0), (0, 0)]
    assert (state.partitions, state.records) == (4, 10)
    assert state.lags == {CLAIMS_STAGE.name: 7, LEDGER_STAGE.name: 10}


def test_the_largest_message_of_the_map_passes(kafka: Settings) -> None:
    failures = []
    producer = Producer(producer_config(kafka) | {"compression.type": "none"})
    producer.produce(
        RAW.name, bytes(MESSAGE_BYTES_MAX - 4096), b"key", on_delivery=lambda error, _: failures.append(error)
    )
    assert producer.flush(30) == 0
    assert failures == [None]


def test_keys_land_where_the_java_clients_put_them(kafka: Settings) -> None:
    placed: dict[bytes, int] = {}
    producer = Producer(producer_config(kafka))
    # Partitions of Kafka's murmur2 for four partitions: (hash & 0x7fffffff) % 4.
    for key in (b"21", b"foobar", b"a-little-bit-long-string"):
        producer.produce(
            RAW.name,
            b"{}",
            key,
            on_delivery=lambda _, message: placed.update({message.key(): message.partition()}),
        )
    assert producer.flush(30) == 0
    assert placed == {
        b"21": (-973932308 & 0x7FFFFFFF) % 4,
        b"foobar": (-790332482 & 0x7FFFFFFF) % 4,
        b"a-little-bit-long-string": (-985981536 & 0x7FFFFFFF) % 4,
    }
