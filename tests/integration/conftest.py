"""Databases for tests of the ledger: one that is empty, one that is migrated."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, text

from models.reference import Reference
from streams.ledger.database import make_engine
from streams.ledger.migrate import upgrade


@pytest.fixture
def empty_database(database: str) -> Iterator[Engine]:
    """Give a database without tables."""
    engine = make_engine(database)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE; CREATE SCHEMA public"))
    yield engine
    engine.dispose()


@pytest.fixture
def ledger(empty_database: Engine) -> Engine:
    """Give a database with the ledger's tables and no rows."""
    upgrade(empty_database, Reference())
    return empty_database
