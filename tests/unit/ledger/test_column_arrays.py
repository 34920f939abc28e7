"""Rows as array literals, one a column."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import BigInteger, Boolean, Column, DateTime, Double, LargeBinary, Text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from streams.ledger import column_arrays
from streams.ledger.column_arrays import ColumnArrays


@pytest.mark.parametrize(
    ("column", "values", "literal"),
    [
        (Column("a", Text), ["x", None, "", "NULL"], '{"x",NULL,"","NULL"}'),
        (Column("a", Text), ['say "so"', "back\\slash", "a,b{c}"], r'{"say \"so\"","back\\slash","a,b{c}"}'),
        (Column("a", BigInteger), [1, None, -(2**62)], "{1,NULL,-4611686018427387904}"),
        (Column("a", Double), [4e10, 0.1, 1e300], "{40000000000.0,0.1,1e+300}"),
        (Column("a", Boolean), [True, False, None], "{True,False,NULL}"),
        (Column("a", DateTime), [datetime(2025, 1, 2, tzinfo=UTC), None], "{2025-01-02T00:00:00+00:00,NULL}"),
        (Column("a", JSONB), ['{"a": "b"}'], r'{"{\"a\": \"b\"}"}'),
        (Column("a", LargeBinary), [b"\x00\xff", None], r'{"\\x00ff",NULL}'),
        (Column("a", ARRAY(Text)), [["x", 'y"'], []], r'{"{\"x\",\"y\\\"\"}","{}"}'),
    ],
)
def test_values_of_every_type_are_written_as_postgres_reads_them(
    column: Column[object], values: list[object], literal: str
) -> None:
    assert list(ColumnArrays((column,)).parameters([(value,) for value in values])) == [(literal,)]


def test_rows_too_large_for_one_statement_are_sent_in_several(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(column_arrays, "STATEMENT_CHARACTERS", 30)
    arrays = ColumnArrays((Column("a", Text), Column("b", BigInteger)))
    rows = [("x" * size, size) for size in (1, 2, 100, 3, 4)]
    sent = list(arrays.parameters(rows))
    assert [numbers for _, numbers in sent] == ["{1,2}", "{100}", "{3,4}"]


def test_no_rows_are_no_statement() -> None:
    assert list(ColumnArrays((Column("a", Text),)).parameters([])) == []
