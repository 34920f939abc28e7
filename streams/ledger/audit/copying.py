"""Rows into a temporary table of the audit, the fast way."""

from collections.abc import Iterable
from typing import cast

import psycopg
from sqlalchemy import Connection

Row = tuple[object, ...]


def copy(connection: Connection, table: str, rows: Iterable[Row]) -> None:
    """Append ``rows`` to ``table`` with COPY; the connection answers nothing else meanwhile."""
    driver = cast("psycopg.Connection[Row]", connection.connection.driver_connection)
    with driver.cursor() as cursor, cursor.copy(f"COPY {table} FROM STDIN") as copied:
        for row in rows:
            copied.write_row(row)
