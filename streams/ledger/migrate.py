"""The ledger's schema: migrations up and down, and the check that tables and migrations agree.

Alembic is configured here and not by a file, so that an installed wheel can migrate too.
"""

from pathlib import Path
from typing import Any, Final

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, Engine, text

from models import tables
from models.reference import Reference, load_reference
from streams.ledger.reference import store_reference

MIGRATIONS: Final = Path(__file__).resolve().parents[2] / "migrations"
_LOCK: Final = 0x706C6564  # any number: two migrations at once wait for each other


def upgrade(engine: Engine, reference: Reference | None = None) -> None:
    """Bring the schema to its newest state and store the reference data (default: that shipped)."""
    with engine.begin() as connection:
        _lock(connection)
        command.upgrade(alembic_config(connection), "head")
        store_reference(connection, load_reference() if reference is None else reference)


def downgrade(engine: Engine, revision: str = "base") -> None:
    """Take the schema back to ``revision``; ``base`` drops every table of the ledger."""
    with engine.begin() as connection:
        _lock(connection)
        command.downgrade(alembic_config(connection), revision)


def revision_of(engine: Engine) -> str | None:
    """Give the revision that the database has, None for an empty one."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def differences(engine: Engine) -> list[Any]:
    """List what the tables of the code have and the database has not, or the other way round."""
    with engine.connect() as connection:
        return list(compare_metadata(MigrationContext.configure(connection), tables.metadata))


def alembic_config(connection: Connection) -> Config:
    """Give alembic's configuration for work on ``connection``, in its transaction."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _lock(connection: Connection) -> None:
    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
