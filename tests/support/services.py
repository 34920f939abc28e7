"""The Kafka and Postgres that tests run on: the embedded pair, or the same two as containers."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from confluent_kafka import KafkaError, KafkaException
from confluent_kafka.admin import AdminClient

from streams.runtime.connection import admin_config
from streams.runtime.offsets import COORDINATOR_WAKING
from streams.runtime.topics import ensure_topics
from streams.sandbox import Sandbox, Services
from streams.sandbox.kafka import free_ports
from streams.settings import Settings
from streams.topology import ALL_TOPICS, MESSAGE_BYTES_MAX, WORKERS

KAFKA_IMAGE = "apache/kafka:4.4.0"
POSTGRES_IMAGE = "postgres:18"
READY_SECONDS = 90
# The broker of a killed worker believes in it for its session timeout of 10 s.
GROUP_SECONDS = 20
RETRIED = COORDINATOR_WAKING | {KafkaError.NON_EMPTY_GROUP}


@contextmanager
def embedded(state_dir: Path) -> Iterator[Services]:
    with Sandbox(state_dir, Settings().cache_dir, print, ephemeral=True) as services:
        yield services


@contextmanager
def containers() -> Iterator[Services]:
    from testcontainers.core.container import DockerContainer

    [port] = free_ports(1)
    kafka = DockerContainer(KAFKA_IMAGE).with_bind_ports(9092, port)
    for name, value in kafka_environment(port).items():
        kafka.with_env(name, value)
    postgres = DockerContainer(POSTGRES_IMAGE).with_exposed_ports(5432)
    for name in ("POSTGRES_USER", "POSTGRES_PASSWORD", "POSTGRES_DB"):
        postgres.with_env(name, "pledgewire")
    with kafka, postgres:
        address = f"127.0.0.1:{postgres.get_exposed_port(5432)}"
        services = Services(f"127.0.0.1:{port}", f"postgresql://pledgewire:pledgewire@{address}/pledgewire")
        wait_for_kafka(services.kafka)
        wait_for_postgres(services.database_url)
        yield services


def kafka_environment(port: int) -> dict[str, str]:
    return {
        "KAFKA_NODE_ID": "1",
        "KAFKA_PROCESS_ROLES": "broker,controller",
        "KAFKA_LISTENERS": "PLAINTEXT://:9092,CONTROLLER://:9093",
        "KAFKA_ADVERTISED_LISTENERS": f"PLAINTEXT://127.0.0.1:{port}",
        "KAFKA_CONTROLLER_LISTENER_NAMES": "CONTROLLER",
        "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP": "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT",
        "KAFKA_CONTROLLER_QUORUM_VOTERS": "1@localhost:9093",
        "KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR": "1",
        "KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS": "4",
        "KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR": "1",
        "KAFKA_TRANSACTION_STATE_LOG_MIN_ISR": "1",
        "KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS": "0",
        "KAFKA_AUTO_CREATE_TOPICS_ENABLE": "false",
        "KAFKA_MESSAGE_MAX_BYTES": str(MESSAGE_BYTES_MAX),
        "KAFKA_REPLICA_FETCH_MAX_BYTES": str(MESSAGE_BYTES_MAX),
    }


def wait_for_kafka(bootstrap: str) -> None:
    admin = AdminClient({"bootstrap.servers": bootstrap, "log_level": 0})
    assert admin.list_topics(timeout=READY_SECONDS).brokers


def wait_for_postgres(url: str) -> None:
    end = time.monotonic() + READY_SECONDS
    while True:
        try:
            psycopg.connect(url, connect_timeout=2).close()
        except psycopg.OperationalError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)
        else:
            return


def empty_kafka(settings: Settings) -> None:
    """Delete the topics and groups of the map, and make the topics anew."""
    admin = AdminClient(admin_config(settings))
    delete_groups(admin)
    names = {topic.name for topic in ALL_TOPICS}
    present = sorted(names & admin.list_topics(timeout=30).topics.keys())
    if present:
        for future in admin.delete_topics(present, operation_timeout=30).values():
            future.result()
    while names & admin.list_topics(timeout=30).topics.keys():
        time.sleep(0.05)
    ensure_topics(settings)


def delete_groups(admin: AdminClient) -> None:
    end = time.monotonic() + GROUP_SECONDS
    left = {stage.group for stage in WORKERS.values()}
    while left:
        for group, future in admin.delete_consumer_groups(sorted(left)).items():
            try:
                future.result()
            except KafkaException as error:
                code = error.args[0].code()
                if code in RETRIED and time.monotonic() < end:
                    continue
                if code != KafkaError.GROUP_ID_NOT_FOUND:
                    raise
            left.remove(group)
        time.sleep(0.2 if left else 0)
