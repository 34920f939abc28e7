"""Settings to the configuration of clients: security, limits and addresses."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr
from sqlalchemy import make_url

from streams.runtime.connection import (
    NotConfiguredError,
    client_config,
    consumer_config,
    database_url,
    producer_config,
)
from streams.settings import Settings
from streams.topology import MESSAGE_BYTES_MAX


def settings(**values: Any) -> Settings:
    return Settings(_env_file=None, **{"kafka": "broker:9092", **values})


def test_a_plain_broker_needs_no_credentials() -> None:
    config = client_config(settings())
    assert config["bootstrap.servers"] == "broker:9092"
    assert config["security.protocol"] == "PLAINTEXT"
    assert not [name for name in config if name.startswith(("ssl", "sasl"))]


def test_tls_and_sasl_are_passed_on() -> None:
    config = client_config(
        settings(
            kafka_security="SASL_SSL",
            kafka_ca_file=Path("ca.pem"),
            kafka_username="reader",
            kafka_password=SecretStr("secret"),
        )
    )
    assert config["security.protocol"] == "SASL_SSL"
    assert config["ssl.ca.location"] == "ca.pem"
    assert config["sasl.mechanism"] == "SCRAM-SHA-512"
    assert (config["sasl.username"], config["sasl.password"]) == ("reader", "secret")


def test_sasl_without_credentials_is_refused() -> None:
    with pytest.raises(NotConfiguredError, match="PLEDGEWIRE_KAFKA_USERNAME"):
        client_config(settings(kafka_security="SASL_PLAINTEXT"))


def test_an_address_that_is_not_set_is_named() -> None:
    with pytest.raises(NotConfiguredError, match="PLEDGEWIRE_KAFKA"):
        client_config(settings(kafka=None))
    with pytest.raises(NotConfiguredError, match="PLEDGEWIRE_DATABASE_URL"):
        database_url(settings())


def test_a_producer_loses_repeats_and_reorders_nothing() -> None:
    config = producer_config(settings())
    assert (config["enable.idempotence"], config["acks"]) == (True, "all")
    assert config["partitioner"] == "murmur2_random"
    assert config["message.max.bytes"] == MESSAGE_BYTES_MAX


def test_a_consumer_starts_at_the_oldest_record_and_commits_when_told() -> None:
    config = consumer_config(settings(), "readers")
    assert (config["auto.offset.reset"], config["enable.auto.commit"]) == ("earliest", False)
    assert config["group.id"] == "readers"
    assert "group.id" not in consumer_config(settings())


def test_the_database_is_reached_by_psycopg_over_tcp_or_a_socket() -> None:
    over_tcp = database_url(settings(database_url="postgresql://me:p%40ss@db:5433/ledger"))
    assert over_tcp.drivername == "postgresql+psycopg"
    assert (over_tcp.username, over_tcp.password, over_tcp.port) == ("me", "p@ss", 5433)
    by_socket = database_url(settings(database_url="postgresql://me@localhost/ledger?host=/a%20folder"))
    arguments = by_socket.get_dialect()().create_connect_args(make_url(by_socket))[1]
    assert arguments["host"] == "/a folder"
    assert arguments["dbname"] == "ledger"
