"""Topics as the map wants them: missing ones are made, others compared, the difference is an error.

`streams.topology` says what exists; the settings say how many partitions and copies.
"""

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from confluent_kafka import KafkaError, KafkaException
from confluent_kafka.admin import (  # type: ignore[attr-defined]  # public, but its package has no __all__
    AdminClient,
    ConfigResource,
    NewTopic,
    ResourceType,
    TopicMetadata,
)

from streams.runtime.connection import admin_config
from streams.runtime.offsets import TopicState, topic_states
from streams.settings import Settings
from streams.topology import ALL_TOPICS, MESSAGE_BYTES_MAX, Topic

__all__ = ["Difference", "TopicMismatch", "TopicState", "describe", "ensure_topics", "verify_topics"]

_TIMEOUT: Final = 30.0  # seconds
_POLL: Final = 0.05


@dataclass(frozen=True, slots=True)
class Difference:
    """One setting of one topic that is not as the map wants it."""

    topic: str
    setting: str
    expected: str
    found: str

    def __str__(self) -> str:
        """Return ``topic: setting is found, expected expected``."""
        return f"{self.topic}: {self.setting} is {self.found}, expected {self.expected}"


class TopicMismatch(RuntimeError):  # noqa: N818 (the word for what is found, and the name callers know)
    """Topics exist but differ from the map, or are missing; ``differences`` has them all."""

    def __init__(self, differences: Iterable[Difference]) -> None:
        self.differences = tuple(differences)
        listed = "\n  ".join(map(str, self.differences))
        super().__init__(
            f"{len(self.differences)} settings of Kafka's topics are not as they must be:\n  {listed}\n"
            "Change the topics, or PLEDGEWIRE_PARTITIONS, _REPLICATION and _MIN_INSYNC_REPLICAS to match."
        )


def ensure_topics(settings: Settings) -> tuple[str, ...]:
    """Make the topics that are missing and verify all; return the names of those made.

    Raises:
        TopicMismatch: a topic that existed differs; nothing was changed about it.
        KafkaException: Kafka cannot be reached, or refuses.
    """
    admin = AdminClient(admin_config(settings))
    present = admin.list_topics(timeout=_TIMEOUT).topics
    wanted = [_new_topic(topic, settings) for topic in ALL_TOPICS if topic.name not in present]
    made = tuple(_create(admin, wanted))
    _await(admin, made)
    _verify(admin, settings)
    return made


def verify_topics(settings: Settings) -> None:
    """Compare every topic with the map.

    Raises:
        TopicMismatch: at least one differs or is missing.
    """
    _verify(AdminClient(admin_config(settings)), settings)


def describe(settings: Settings) -> tuple[TopicState, ...]:
    """Return each topic of the map with its offsets and how far each stage lags behind.

    Raises:
        TopicMismatch: a topic differs or is missing.
    """
    admin = AdminClient(admin_config(settings))
    _verify(admin, settings)
    return topic_states(admin, ALL_TOPICS, settings)


def topic_config(topic: Topic, settings: Settings) -> dict[str, str]:
    """Return the settings that Kafka must hold for ``topic``."""
    return {
        "cleanup.policy": "compact" if topic.compacted else "delete",
        "retention.ms": str(topic.retention_ms),
        "min.insync.replicas": str(settings.min_insync_replicas),
        "max.message.bytes": str(MESSAGE_BYTES_MAX),
    }


def _new_topic(topic: Topic, settings: Settings) -> NewTopic:
    return NewTopic(
        topic.name, settings.partitions, settings.replication, config=topic_config(topic, settings)
    )


def _create(admin: AdminClient, wanted: list[NewTopic]) -> Iterable[str]:
    if not wanted:
        return
    for name, future in admin.create_topics(wanted, operation_timeout=_TIMEOUT).items():
        try:
            future.result()
        except KafkaException as error:
            if error.args[0].code() != KafkaError.TOPIC_ALREADY_EXISTS:  # another process was first
                raise
        else:
            yield name


def _await(admin: AdminClient, made: tuple[str, ...]) -> None:
    """Wait until the broker we ask has heard of what the controller made."""
    end = time.monotonic() + _TIMEOUT
    while set(made) - admin.list_topics(timeout=_TIMEOUT).topics.keys() and time.monotonic() < end:
        time.sleep(_POLL)


def _verify(admin: AdminClient, settings: Settings) -> None:
    present = admin.list_topics(timeout=_TIMEOUT).topics
    configs = _configs(admin, [topic.name for topic in ALL_TOPICS if topic.name in present])
    differences = [
        difference
        for topic in ALL_TOPICS
        for difference in _compare(topic, settings, present.get(topic.name), configs.get(topic.name, {}))
    ]
    if differences:
        raise TopicMismatch(differences)


def _compare(
    topic: Topic, settings: Settings, metadata: TopicMetadata | None, config: Mapping[str, str]
) -> Iterable[Difference]:
    if metadata is None:
        yield Difference(topic.name, "topic", "present", "missing")
        return
    copies = {len(partition.replicas) for partition in metadata.partitions.values()}
    expected = topic_config(topic, settings) | {
        "partitions": str(settings.partitions),
        "replication": str(settings.replication),
    }
    found = {
        **config,
        "partitions": str(len(metadata.partitions)),
        "replication": "/".join(map(str, sorted(copies))),
    }
    for setting, value in expected.items():
        if found.get(setting) != value:
            yield Difference(topic.name, setting, value, found.get(setting, "not set"))


def _configs(admin: AdminClient, names: list[str]) -> dict[str, dict[str, str]]:
    if not names:
        return {}
    resources = [ConfigResource(ResourceType.TOPIC, name) for name in names]
    futures = admin.describe_configs(resources, request_timeout=_TIMEOUT)
    return {
        resource.name: {entry.name: str(entry.value) for entry in future.result().values()}
        for resource, future in futures.items()
    }
