"""Decoded messages of any topic into Postgres: one batch, one transaction.

In: messages in the order their topics gave them, each perhaps for the second time. Out: the
ledger holds each of them once. A claim, a receipt or a dead letter that comes again replaces
itself; an entry or a retraction stays as it first came; a slot's reading and a conflict are
replaced whole, by a revision at least as high. Rows are written in the order of their keys,
so that two workers never wait for each other in a circle.
"""

from collections.abc import Sequence
from typing import Final, Protocol, cast

import psycopg
from psycopg import Cursor
from sqlalchemy import Connection, Engine

from models import tables
from streams.ledger.batch import Batch
from streams.ledger.staging import Row, Staged
from streams.runtime.codec import Message

PUBLISHERS: Final = Staged(tables.publishers, append_only=True)
ARTICLES: Final = Staged(tables.articles, unremarkable=frozenset({"received_at"}))
RECEIPTS: Final = Staged(tables.receipts, unremarkable=frozenset({"milliseconds"}))
CLAIMS: Final = Staged(tables.claims)
CLAIM_SLOTS: Final = Staged(tables.claim_slots)
QUOTES: Final = Staged(tables.quotes)
RETRACTIONS: Final = Staged(tables.retractions, append_only=True)
SLOTS: Final = Staged(tables.slots)
PLEDGES: Final = Staged(tables.pledges)
ENTRIES: Final = Staged(tables.entries, append_only=True)
CONFLICTS: Final = Staged(tables.conflicts)
SIDES: Final = Staged(tables.conflict_sides)
DEAD_LETTERS: Final = Staged(
    tables.dead_letters, kept=frozenset({"first_seen"}), absent=frozenset({"replayed_at"})
)

# In the order of writing, the same for every worker.
MERGED: Final = (
    PUBLISHERS, ARTICLES, RECEIPTS, CLAIMS, CLAIM_SLOTS, QUOTES, RETRACTIONS, ENTRIES, DEAD_LETTERS
)  # fmt: skip
REPLACED: Final = ((SLOTS, PLEDGES, "slot"), (CONFLICTS, SIDES, "conflict_id"))
EVERY: Final = (*MERGED, *(staged for whole, part, _ in REPLACED for staged in (whole, part)))


class Taken(Protocol):
    """Anything that carries a decoded message; the stage's own records do."""

    @property
    def message(self) -> Message:
        """Give the message."""


class UnstorableError(ValueError):
    """Postgres refuses a value in the batch, and would every time; nothing was written."""


class LedgerWriter:
    """Writes batches; safe to give the same batch again."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def write(self, records: Sequence[Taken]) -> None:
        """Write the messages of ``records`` in one transaction.

        Raises:
            UnstorableError: a value that no retry will store (NUL, a number out of range).
            sqlalchemy.exc.OperationalError, psycopg.OperationalError: the database is away.
        """
        batch = Batch(record.message for record in records)
        with self._engine.connect() as connection:
            _make_staging(connection)
            try:
                with connection.begin(), _cursor(connection) as cursor:
                    _store(cursor, batch)
            except (psycopg.DataError, psycopg.IntegrityError, psycopg.errors.ProgramLimitExceeded) as error:
                raise UnstorableError(_reason(error)) from error


def _store(cursor: Cursor[Row], batch: Batch) -> None:
    for staged in MERGED:
        if _fill(cursor, staged, batch):
            cursor.execute(staged.merge)
    for whole, part, key in REPLACED:
        if _fill(cursor, whole, batch):
            _fill(cursor, part, batch)
            _replace(cursor, whole, part, key)


def _fill(cursor: Cursor[Row], staged: Staged, batch: Batch) -> bool:
    rows = batch.rows(staged.table)
    if rows:
        staged.fill(cursor, rows)
    return bool(rows)


def _replace(cursor: Cursor[Row], whole: Staged, part: Staged, key: str) -> None:
    """Replace rows of ``whole`` that are not older than the stored, with all their parts."""
    cursor.execute(f"{whole.merge} AND excluded.revision >= {whole.table.name}.revision")
    # What now stands with the staged revision is what the batch brought, now or before.
    current = f"JOIN {whole.staging} USING ({key}) JOIN {whole.table.name} USING ({key}, revision)"
    keys = " AND ".join(
        f"{part.staging}.{column.name} = {part.table.name}.{column.name}" for column in part.table.primary_key
    )
    cursor.execute(
        f"DELETE FROM {part.table.name} USING {whole.staging} "  # noqa: S608
        f"JOIN {whole.table.name} USING ({key}, revision) "
        f"WHERE {part.table.name}.{key} = {whole.staging}.{key} "
        f"AND NOT EXISTS (SELECT FROM {part.staging} WHERE {keys})"
    )
    cursor.execute(part.merge_where(current))


def _make_staging(connection: Connection) -> None:
    """Make the connection's staging tables on its first use."""
    if connection.info.get("staging"):
        return
    with connection.begin(), _cursor(connection) as cursor:
        for staged in EVERY:
            cursor.execute(staged.create)
    connection.info["staging"] = True


def _cursor(connection: Connection) -> Cursor[Row]:
    driver = cast("psycopg.Connection[Row]", connection.connection.driver_connection)
    return driver.cursor()


def _reason(error: psycopg.Error) -> str:
    return " ".join(str(error).split())[:300]
