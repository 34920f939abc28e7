"""The ledger writer against a bare ``COPY`` of the same claims."""

import time
from collections.abc import Sequence
from dataclasses import dataclass

import psycopg
from sqlalchemy import Engine, text

from models.messages import Claim
from streams.ledger.rows import claim_row
from streams.ledger.writer import LedgerWriter


@dataclass(frozen=True, slots=True)
class _Sent:
    message: Claim


def writer_rate(claims: Sequence[Claim], engine: Engine, batch: int) -> float:
    """Give claims/s of the idempotent writer in batches, each a transaction."""
    writer = LedgerWriter(engine)
    records = [_Sent(claim) for claim in claims]
    start = time.monotonic()
    for begin in range(0, len(records), batch):
        writer.write(records[begin : begin + batch])
    return len(claims) / (time.monotonic() - start)


def copy_rate(claims: Sequence[Claim], engine: Engine) -> float:
    """Give claims/s of one ``COPY`` into a table of the same columns, rows made beforehand."""
    rows = [claim_row(claim) for claim in claims]
    with engine.connect() as connection:
        connection.execute(text("CREATE TEMP TABLE bare AS SELECT * FROM claims WITH NO DATA"))
        connection.execute(text("ALTER TABLE bare DROP COLUMN stored_at"))
        driver = connection.connection.driver_connection
        assert isinstance(driver, psycopg.Connection)
        start = time.monotonic()
        with driver.cursor() as cursor, cursor.copy("COPY bare FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        connection.commit()
        seconds = time.monotonic() - start
    return len(claims) / seconds
