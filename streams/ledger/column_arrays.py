"""Rows to one array a column, as text that Postgres reads: ``unnest`` makes rows of them again.

Postgres reads array literals several times faster than JSON, and many rows become few
parameters of one statement.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from sqlalchemy import Column
from sqlalchemy.dialects import postgresql
from sqlalchemy.types import ARRAY, Boolean, DateTime, Double, Integer, LargeBinary, TypeEngine

from streams.ledger.rows import Row

# Postgres takes up to 1 GB in one parameter; articles and dead letters can be megabytes each.
STATEMENT_CHARACTERS: Final = 64 * 1024 * 1024

Writer = Callable[[Iterable[Any]], str]

_ESCAPE, _QUOTE, _QUOTED = "\\", '"', '\\"'
_DIALECT: Final = postgresql.dialect()  # type: ignore[no-untyped-call]


@dataclass(frozen=True)
class ColumnArrays:
    """How rows of these columns travel."""

    columns: tuple[Column[Any], ...]

    @cached_property
    def names(self) -> str:
        """Give the columns as SQL."""
        return ", ".join(quoted(column.name) for column in self.columns)

    @cached_property
    def source(self) -> str:
        """Give the SQL of a row source ``given`` with one placeholder a column."""
        arrays = ", ".join(f"%s::{_element_type(column.type)}[]" for column in self.columns)
        return f"unnest({arrays}) AS given({self.names})"

    @cached_property
    def given(self) -> str:
        """Give the SQL of the source's columns, each of its column's type."""
        return ", ".join(
            f"given.{quoted(column.name)}" + (f"::{_sql(column.type)}" if _is_array(column.type) else "")
            for column in self.columns
        )

    def parameters(self, rows: Sequence[Row]) -> Iterator[tuple[str, ...]]:
        """Give the placeholders' values: once, unless the rows are very large."""
        if not rows:
            return
        columns = zip(self._writers, zip(*rows, strict=True), strict=True)
        arrays = tuple(f"{{{write(values)}}}" for write, values in columns)
        if len(rows) == 1 or sum(map(len, arrays)) <= STATEMENT_CHARACTERS:
            yield arrays
        else:
            yield from self.parameters(rows[: len(rows) // 2])
            yield from self.parameters(rows[len(rows) // 2 :])

    @cached_property
    def _writers(self) -> tuple[Writer, ...]:
        return tuple(_writer(column.type) for column in self.columns)


def quoted(name: str) -> str:
    """Quote a column's name: some of ours are words of SQL (``offset``, ``partition``)."""
    return f'"{name}"'


def _writer(kind: TypeEngine[Any]) -> Writer:
    """Give what writes values of this type as the items of an array literal."""
    if isinstance(kind, ARRAY):  # an array within an array is text first
        write = _writer(kind.item_type)
        return lambda arrays: _texts([f"{{{write(items)}}}" for items in arrays])
    if isinstance(kind, Boolean | Integer | Double):
        return lambda values: ",".join(["NULL" if value is None else str(value) for value in values])
    if isinstance(kind, DateTime):
        return lambda times: ",".join(["NULL" if time is None else time.isoformat() for time in times])
    if isinstance(kind, LargeBinary):
        return lambda values: _texts([None if value is None else f"\\x{value.hex()}" for value in values])
    return _texts


def _texts(values: Iterable[str | None]) -> str:
    return ",".join(
        [
            "NULL" if value is None else f'"{value.replace(_ESCAPE, _ESCAPE * 2).replace(_QUOTE, _QUOTED)}"'
            for value in values
        ]
    )


def _element_type(kind: TypeEngine[Any]) -> str:
    return "text" if _is_array(kind) else _sql(kind)


def _is_array(kind: TypeEngine[Any]) -> bool:
    return isinstance(kind, ARRAY)


def _sql(kind: TypeEngine[Any]) -> str:
    return kind.compile(dialect=_DIALECT)
