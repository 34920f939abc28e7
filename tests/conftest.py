"""What all tests share: one Kafka and one Postgres for the session, embedded or as containers.

A test that needs them fails when they cannot start. It is never skipped.
"""

import os
import uuid
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

from streams.sandbox import Services
from streams.settings import Settings
from tests.support.services import containers, embedded, empty_kafka


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--services",
        choices=("embedded", "containers"),
        default="embedded",
        help="where Kafka and Postgres come from: our sandbox, or Docker images",
    )


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave the compose file's test to the runs that have a Docker engine."""
    if collection_path.name == "test_compose.py" and config.getoption("--services") != "containers":
        return True
    return None


@pytest.fixture(scope="session")
def services(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """Give the addresses of a running Kafka and Postgres: ``.kafka`` and ``.database_url``."""
    if request.config.getoption("--services") == "containers":
        # Its reaper image is one more to have; our containers end with the session.
        os.environ.setdefault("TESTCONTAINERS_RYUK_DISABLED", "true")
        pair = containers()
    else:
        pair = embedded(tmp_path_factory.mktemp("sandbox"))
    with pair as addresses:
        yield addresses


@pytest.fixture(scope="module")
def database(services: Services) -> Iterator[str]:
    """Give the URL of an empty database that this module has for itself."""
    name = f"test_{uuid.uuid4().hex}"
    with psycopg.connect(services.database_url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        yield urlsplit(services.database_url)._replace(path=f"/{name}").geturl()
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="module")
def settings(services: Services, database: str, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Give settings that lead to the session's Kafka and the module's database."""
    return Settings(
        kafka=services.kafka,
        database_url=database,
        state_dir=tmp_path_factory.mktemp("state"),
        _env_file=None,
    )


@pytest.fixture(scope="module")
def fresh_kafka(settings: Settings) -> str:
    """Give the bootstrap address of a Kafka with the map's topics, all empty, and no groups."""
    empty_kafka(settings)
    assert settings.kafka
    return settings.kafka
