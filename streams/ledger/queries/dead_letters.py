"""Dead letters: which inputs a stage could not take, and their original bytes."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct
from sqlalchemy import ColumnElement, Connection, Row, and_, func, select, true, update

from models.tables import dead_letters as table


class DeadLetterRow(Struct, frozen=True, kw_only=True):
    """A dead letter as stored. ``body`` may be a part of the original: then ``truncated``."""

    dead_letter_id: str
    stage: str
    topic: str
    partition: int
    offset: int
    key: bytes | None
    headers: tuple[tuple[str, bytes], ...]
    body: bytes
    length: int
    sha256: str
    truncated: bool
    error: str
    reason: str
    attempts: int
    first_seen: datetime | None
    last_seen: datetime | None
    path: str | None
    replayed_at: datetime | None


def dead_letters(
    connection: Connection, *, stage: str | None = None, topic: str | None = None
) -> Sequence[DeadLetterRow]:
    """Give the dead letters of a stage and topic, the oldest first."""
    conditions: list[ColumnElement[bool]] = []
    if stage:
        conditions.append(table.c.stage == stage)
    if topic:
        conditions.append(table.c.topic == topic)
    rows = connection.execute(
        select(table)
        .where(and_(true(), *conditions))
        .order_by(table.c.first_seen, table.c.topic, table.c.partition, table.c.offset, table.c.stage)
    )
    return [_letter(row) for row in rows]


def dead_letter_by_id(connection: Connection, prefix: str) -> Sequence[DeadLetterRow]:
    """Give the dead letters whose id starts with ``prefix``."""
    rows = connection.execute(select(table).where(table.c.dead_letter_id.startswith(prefix, autoescape=True)))
    return [_letter(row) for row in rows]


def mark_replayed(connection: Connection, letter: DeadLetterRow) -> None:
    """Note that the original went back to its topic, for every stage that could not take it."""
    here = and_(
        table.c.topic == letter.topic, table.c.partition == letter.partition, table.c.offset == letter.offset
    )
    connection.execute(update(table).where(here).values(replayed_at=func.now()))


def _letter(row: Row[Any]) -> DeadLetterRow:
    values = row._asdict()
    headers = zip(values.pop("header_names"), values.pop("header_values"), strict=True)
    return DeadLetterRow(**values, headers=tuple(headers))
