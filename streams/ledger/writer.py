"""Decoded messages of any topic into Postgres: one batch, one transaction.

In: messages in the order their topics gave them, each perhaps for the second time. Out: the
ledger holds each of them once. A claim, a receipt or a dead letter that comes again replaces
itself; an entry or a retraction stays as it first came, unless its claim is read again; a
slot's reading and a conflict are replaced whole, by a revision at least as high. Rows are
written in the order of their keys, so that two workers never wait for each other in a circle.
"""

from collections.abc import Iterator, Sequence
from typing import Final, Protocol, cast

import psycopg
from sqlalchemy import Connection, Engine

from models import tables
from models.messages.article import RANKED
from streams.ledger.batch import REVERSIBLE, Batch
from streams.ledger.column_arrays import ColumnArrays
from streams.ledger.merging import Merge, Statement
from streams.ledger.pledge_columns import PLEDGES_OF_SLOTS
from streams.ledger.replacing import Replacement
from streams.runtime.codec import Message


def _rank(row: str) -> str:
    ranked = ", ".join(f"'{status}'" for status in RANKED)
    return f"array_position(ARRAY[{ranked}], {row}.status)"


# In the order of writing, the same for every worker.
MERGES: Final = (
    Merge(tables.publishers, append_only=True),
    Merge(
        tables.articles,
        unremarkable=frozenset({"received_at"}),
        guard=f"{_rank('excluded')} >= {_rank('articles')}",  # a released article is not held back again
    ),
    Merge(tables.receipts, unremarkable=frozenset({"milliseconds"})),
    Merge(tables.claims),
    Merge(tables.claim_slots),
    Merge(
        tables.retractions,
        guard=f"retractions.reason = '{REVERSIBLE}' AND excluded.reason <> '{REVERSIBLE}'",
    ),
    Merge(tables.entries, append_only=True),
    Merge(tables.dead_letters, kept=frozenset({"first_seen"}), absent=frozenset({"replayed_at"})),
)
REPLACEMENTS: Final = (
    PLEDGES_OF_SLOTS,
    Replacement(tables.conflicts, Merge(tables.conflict_sides), "position"),
)
_READ: Final = ColumnArrays((tables.retractions.c.claim_id,))
_READ_AGAIN: Final = (
    f"DELETE FROM retractions USING {_READ.source} "  # noqa: S608  (our names)
    f"WHERE retractions.claim_id = given.claim_id AND reason = '{REVERSIBLE}'"
)
_LEFT: Final = ColumnArrays(tuple(tables.claim_slots.columns))
_NOT_IN_SLOT: Final = (
    f"DELETE FROM claim_slots USING {_LEFT.source} "  # noqa: S608  (our names)
    "WHERE claim_slots.claim_id = given.claim_id AND claim_slots.slot = given.slot"
)
_REFUSED: Final = (psycopg.DataError, psycopg.IntegrityError, psycopg.errors.ProgramLimitExceeded)


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
        statements = list(statements_of(Batch(record.message for record in records)))
        with self._engine.begin() as connection:
            try:
                _execute(connection, statements)
            except _REFUSED as error:
                raise UnstorableError(_reason(error)) from error


def statements_of(batch: Batch) -> Iterator[Statement]:
    """Give the statements that write a batch, in the order that keeps workers apart."""
    for parameters in _READ.parameters(batch.read):
        yield _READ_AGAIN, parameters
    for parameters in _LEFT.parameters(batch.left):
        yield _NOT_IN_SLOT, parameters
    for merge in MERGES:
        yield from merge.statements(batch.rows(merge.table))
    for replacement in REPLACEMENTS:
        yield from replacement.statements(batch.rows(replacement.whole), batch.rows(replacement.parts.table))


def _execute(connection: Connection, statements: Sequence[Statement]) -> None:
    """Send all statements in one round trip."""
    driver = cast("psycopg.Connection[tuple[object, ...]]", connection.connection.driver_connection)
    with driver.pipeline(), driver.cursor() as cursor:
        for sql, parameters in statements:
            cursor.execute(sql.encode(), parameters, prepare=True)


def _reason(error: psycopg.Error) -> str:
    return " ".join(str(error).split())[:300]
