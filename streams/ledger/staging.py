"""Rows into tables by COPY: rows go to a staging table, one statement merges them.

In: rows of a table, one a key. Out: the table holds them, unchanged where it held them
already. A COPY costs a fraction of single inserts, and ``ON CONFLICT`` makes it repeatable.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from psycopg import Cursor
from sqlalchemy import Column, Table

Row = tuple[object, ...]


def quoted(name: str) -> str:
    """Quote a column's name: some of ours are words of SQL (``offset``, ``partition``)."""
    return f'"{name}"'


@dataclass(frozen=True)
class Staged:
    """A table and its staging twin, a temporary table of the connection.

    ``append_only`` rows stay as they first came. Others take the newer values where they
    differ, but for the columns in ``kept``; a difference in ``unremarkable`` columns alone
    changes nothing. Columns in ``absent`` are filled by Postgres or by commands.
    """

    table: Table
    append_only: bool = False
    kept: frozenset[str] = field(default=frozenset())
    unremarkable: frozenset[str] = field(default=frozenset())
    absent: frozenset[str] = field(default=frozenset({"stored_at"}))

    @cached_property
    def columns(self) -> tuple[Column[object], ...]:
        """Give the columns that a row fills, in its order."""
        return tuple(column for column in self.table.columns if column.name not in self.absent)

    @cached_property
    def names(self) -> str:
        """Give the columns as SQL."""
        return ", ".join(quoted(column.name) for column in self.columns)

    @cached_property
    def staging(self) -> str:
        """Name the staging table."""
        return f"staged_{self.table.name}"

    @cached_property
    def create(self) -> str:
        """Give the SQL that makes the staging table, emptied at every commit."""
        return (
            f"CREATE TEMPORARY TABLE {self.staging} ON COMMIT DELETE ROWS AS "  # noqa: S608
            f"SELECT {self.names} FROM {self.table.name} WITH NO DATA"
        )

    @cached_property
    def merge(self) -> str:
        """Give the SQL that merges the staged rows into the table."""
        return self.merge_where("")

    def merge_where(self, joins: str) -> str:
        """Give the SQL that merges those staged rows that ``joins`` (SQL after FROM) leaves."""
        qualified = ", ".join(f"{self.staging}.{quoted(column.name)}" for column in self.columns)
        return (
            f"INSERT INTO {self.table.name} ({self.names}) "  # noqa: S608
            f"SELECT {qualified} FROM {self.staging} {joins} ON CONFLICT ({self._key}) {self._on_conflict}"
        )

    def fill(self, cursor: Cursor[Row], rows: Iterable[Row]) -> None:
        """Copy ``rows`` into the staging table."""
        with cursor.copy(f"COPY {self.staging} ({self.names}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)

    @cached_property
    def _key(self) -> str:
        return ", ".join(quoted(column.name) for column in self.table.primary_key)

    @cached_property
    def _on_conflict(self) -> str:
        keys = {column.name for column in self.table.primary_key}
        changing = [c.name for c in self.columns if c.name not in keys | self.kept]
        if self.append_only or not changing:
            return "DO NOTHING"
        sets = ", ".join(f"{quoted(name)} = excluded.{quoted(name)}" for name in changing)
        return f"DO UPDATE SET {sets} WHERE {self._differs(changing)}"

    def _differs(self, changing: list[str]) -> str:
        compared = [quoted(name) for name in changing if name not in self.unremarkable]
        old = ", ".join(f"{self.table.name}.{name}" for name in compared)
        new = ", ".join(f"excluded.{name}" for name in compared)
        return f"({old}) IS DISTINCT FROM ({new})"
