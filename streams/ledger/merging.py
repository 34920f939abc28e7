"""Rows into tables, repeatably.

In: rows of a table, one a key, in the order of its columns. Out: statements with their
parameters, after which the table holds the rows, untouched where it held them already. One
statement a table lets a whole batch go to Postgres in one round trip.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from sqlalchemy import Table

from streams.ledger.column_arrays import ColumnArrays, quoted
from streams.ledger.rows import Row

Statement = tuple[str, tuple[str, ...]]  # SQL and what stands for its placeholders


@dataclass(frozen=True)
class Merge:
    """How rows of ``table`` join those that are there.

    ``append_only`` rows stay as they first came. Others take the newer values where they
    differ, but for the columns in ``kept``; a difference in ``unremarkable`` columns alone
    changes nothing. Columns in ``absent`` are filled by Postgres or by commands. ``guard`` is
    SQL that must hold, too, for a row to be replaced.
    """

    table: Table
    append_only: bool = False
    kept: frozenset[str] = field(default=frozenset())
    unremarkable: frozenset[str] = field(default=frozenset())
    absent: frozenset[str] = field(default=frozenset({"stored_at"}))
    guard: str = "true"

    def statements(self, rows: Sequence[Row]) -> Iterator[Statement]:
        """Give the statements that merge ``rows``: one, unless they are very large."""
        for parameters in self.arrays.parameters(rows):
            yield self.sql, parameters

    @cached_property
    def arrays(self) -> ColumnArrays:
        """Give how rows travel: all columns but the absent."""
        return ColumnArrays(tuple(column for column in self.table.columns if column.name not in self.absent))

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """Give the names of the columns that a row fills, in its order."""
        return tuple(column.name for column in self.arrays.columns)

    @cached_property
    def sql(self) -> str:
        """Give the statement that merges rows."""
        return self.insert(f"SELECT {self.arrays.given} FROM {self.arrays.source}")  # noqa: S608  (our names)

    def insert(self, query: str) -> str:
        """Give the SQL that merges what ``query`` selects."""
        return (
            f"INSERT INTO {self.table.name} ({self.arrays.names}) {query} "
            f"ON CONFLICT ({self._key}) {self._on_conflict}"
        )

    @cached_property
    def _key(self) -> str:
        return ", ".join(quoted(column.name) for column in self.table.primary_key)

    @cached_property
    def _on_conflict(self) -> str:
        keys = {column.name for column in self.table.primary_key}
        changing = [name for name in self.fields if name not in keys | self.kept]
        if self.append_only or not changing:
            return "DO NOTHING"
        sets = ", ".join(f"{quoted(name)} = excluded.{quoted(name)}" for name in changing)
        return f"DO UPDATE SET {sets} WHERE {self._differs(changing)} AND {self.guard}"

    def _differs(self, changing: list[str]) -> str:
        compared = [quoted(name) for name in changing if name not in self.unremarkable]
        old = ", ".join(f"{self.table.name}.{name}" for name in compared)
        new = ", ".join(f"excluded.{name}" for name in compared)
        return f"({old}) IS DISTINCT FROM ({new})"
