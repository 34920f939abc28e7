"""One pipeline of real processes for each test that asks for it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from streams.sandbox import Services
from streams.settings import Settings
from tests.support.flow import Flow, running_flow
from tests.support.undisturbed import new_database


@pytest.fixture
def flow(services: Services, tmp_path: Path) -> Iterator[Flow]:
    with new_database(services.database_url) as url:
        settings = Settings(kafka=services.kafka, database_url=url, _env_file=None)
        with running_flow(settings, tmp_path) as running:
            yield running
