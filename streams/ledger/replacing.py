"""Wholes that are replaced with all their parts, by a revision at least as high.

A slot's reading is a whole with its pledges as parts, a conflict one with its sides. In: the
rows of wholes and parts. Out: statements after which each whole that is not older than the
stored one stands with exactly its parts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import BigInteger, Column, Table, Text
from sqlalchemy.dialects.postgresql import ARRAY

from streams.ledger.column_arrays import ColumnArrays
from streams.ledger.merging import Merge, Statement
from streams.ledger.rows import Row


@dataclass(frozen=True)
class Replacement:
    """Rows of ``whole`` have one key, rows of ``part`` that key and ``part_key``.

    ``travels`` are the columns of a part's row as it is given, ``prepared`` what is computed
    of them once, ``select`` the SQL that makes a row of the table of that; without them a row
    is given as it is stored. ``changed`` is SQL that must hold between the given part and the
    one that is ``there``.
    """

    whole: Table
    parts: Merge
    part_key: str
    travels: tuple[Column[object], ...] = ()
    prepared: str = "given.*"
    select: str = ""
    changed: str = "true"

    def statements(self, wholes: Sequence[Row], parts: Sequence[Row]) -> Iterator[Statement]:
        """Give the statements in their order: the wholes, the parts that are gone, those that stand."""
        yield from self._wholes.statements(wholes)
        fields, given = self._wholes.fields, [column.name for column in self._given.columns]
        key, revision = fields.index(self._key), fields.index("revision")
        revisions = {row[key]: row[revision] for row in wholes}
        of_whole, own = given.index(self._key), given.index(self.part_key)
        standing: dict[object, list[str]] = {whole: [] for whole in revisions}
        for row in parts:
            standing[row[of_whole]].append(str(row[own]))
        gone = [(whole, revisions[whole], own_keys) for whole, own_keys in standing.items()]
        for parameters in self._gone.parameters(gone):
            yield self._delete, parameters
        for parameters in self._given.parameters([(*row, revisions[row[of_whole]]) for row in parts]):
            yield self._insert, parameters

    @cached_property
    def _key(self) -> str:
        (column,) = self.whole.primary_key
        return column.name

    @cached_property
    def _part(self) -> str:
        return self.parts.table.name

    @cached_property
    def _wholes(self) -> Merge:
        return Merge(self.whole, guard=f"excluded.revision >= {self.whole.name}.revision")

    @cached_property
    def _gone(self) -> ColumnArrays:
        return ColumnArrays((Column("key", Text), Column("revision", BigInteger), Column("own", ARRAY(Text))))

    @cached_property
    def _given(self) -> ColumnArrays:
        return ColumnArrays((*(self.travels or self.parts.arrays.columns), Column("revision", BigInteger)))

    # What stands with the given revision now is what was given, just now or once before.
    @cached_property
    def _current(self) -> str:
        return f"JOIN {self.whole.name} AS stored ON stored.revision = given.revision AND stored.{self._key}"

    @cached_property
    def _delete(self) -> str:
        return (
            f"DELETE FROM {self._part} AS part USING {self._gone.source} "  # noqa: S608  (our names)
            f"{self._current} = given.key "
            f"WHERE part.{self._key} = given.key AND part.{self.part_key}::text <> ALL (given.own::text[])"
        )

    @cached_property
    def _insert(self) -> str:
        same = f"there.{self._key} = given.{self._key} AND there.{self.part_key} = given.{self.part_key}"
        current = (
            f"SELECT {self.prepared} FROM {self._given.source} "  # noqa: S608  (our names)
            f"{self._current} = given.{self._key} "
            f"LEFT JOIN {self._part} AS there ON {same} WHERE {self.changed} OFFSET 0"
        )
        return self.parts.insert(f"SELECT {self.select or self.parts.arrays.given} FROM ({current}) AS given")  # noqa: S608
