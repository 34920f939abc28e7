"""The ledger's schema on a real Postgres: up, down, up, and nothing left to generate."""

import msgspec
import pytest
from sqlalchemy import Engine, inspect, text

from models.reference import Reference
from models.tables import metadata
from streams.ledger.migrate import differences, downgrade, revision_of, upgrade

REFERENCE = """
[[actor]]
id = "Q7184"
name = "NATO"
level = "bloc"
aliases = ["the alliance"]
[[person]]
id = "Q57792"
name = "Mark Rutte"
[[tenure]]
person = "Q57792"
post = "Secretary General"
org = "Q7184"
start = "2024-10-01"
"""


def reference(toml: str = REFERENCE) -> Reference:
    return msgspec.toml.decode(toml.encode(), type=Reference)


def test_the_schema_goes_up_down_and_up_again(empty_database: Engine) -> None:
    assert revision_of(empty_database) is None
    upgrade(empty_database, reference())
    assert set(inspect(empty_database).get_table_names()) == {*metadata.tables, "alembic_version"}
    downgrade(empty_database)
    assert inspect(empty_database).get_table_names() == ["alembic_version"]
    assert revision_of(empty_database) is None
    upgrade(empty_database, reference())
    assert differences(empty_database) == []


def test_a_table_that_no_migration_makes_is_a_difference(empty_database: Engine) -> None:
    upgrade(empty_database, reference())
    with empty_database.begin() as connection:
        connection.execute(text("ALTER TABLE claims DROP COLUMN evidence"))
    assert [(change[0], change[3].name) for change in differences(empty_database)] == [
        ("add_column", "evidence")
    ]


def test_migrating_twice_replaces_the_reference_data(empty_database: Engine) -> None:
    upgrade(empty_database, reference())
    upgrade(empty_database, reference(REFERENCE.replace("the alliance", "the bloc")))
    with empty_database.connect() as connection:
        assert connection.scalars(text("SELECT aliases FROM actors")).all() == [["the bloc"]]
        assert connection.execute(
            text(
                "SELECT title, name, started_on, ended_on "
                "FROM tenures JOIN posts USING (post_id) JOIN people USING (person_id)"
            )
        ).all() == [("Secretary General", "Mark Rutte", "2024-10-01", None)]


def test_history_cannot_be_changed(ledger: Engine) -> None:
    with ledger.begin() as connection:
        connection.execute(
            text("INSERT INTO entries VALUES ('e', 'p', 's', 'assert', 'c', NULL, now(), 1, 1, '{}', false)")
        )
    for change in ("UPDATE entries SET articles = 2", "DELETE FROM entries"):
        with pytest.raises(Exception, match="append-only"), ledger.begin() as connection:
            connection.execute(text(change))
