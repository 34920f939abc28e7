"""Conflicts with both their sides, open or resolved."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import Struct
from sqlalchemy import ColumnElement, Connection, and_, any_, select, true

from models.tables import claims, conflict_sides
from models.tables import conflicts as conflicts_table
from streams.ledger.queries.claims import ClaimRow, claims_by_id
from streams.ledger.queries.filters import Filters, of_claim, one_of


class SideRow(Struct, frozen=True, kw_only=True):
    """One of the values in dispute and the claims that state it.

    ``claim_ids`` are those that the conflict names, ``claims`` those of them that are stored;
    ``independent_origins`` and ``articles`` count all.
    """

    value: str
    claim_ids: tuple[str, ...]
    claims: tuple[ClaimRow, ...]
    independent_origins: int
    articles: int


class ConflictRow(Struct, frozen=True, kw_only=True):
    """A conflict as it stands."""

    conflict_id: str
    slot: str
    kind: str
    state: str
    severity: str
    revision: int
    summary: str
    diff: str | None
    resolution: str | None
    sides: tuple[SideRow, ...]


def conflicts(
    connection: Connection,
    filters: Filters | None = None,
    *,
    resolved_too: bool = False,
    ids: Iterable[str] | None = None,
) -> Sequence[ConflictRow]:
    """Give the open conflicts that ``filters`` leave, alerts first; or those of ``ids``."""
    table = conflicts_table
    if ids is not None:
        wanted: ColumnElement[bool] = one_of(table.c.conflict_id, ids)
    else:
        wanted = _of_conflict(filters or Filters(), resolved_too=resolved_too)
    rows = connection.execute(
        select(table)
        .where(wanted)
        .order_by(table.c.state, table.c.severity, table.c.kind, table.c.slot, table.c.conflict_id)
    ).all()
    sides = _sides(connection, [row.conflict_id for row in rows])
    return [ConflictRow(**row._asdict(), sides=tuple(sides[row.conflict_id])) for row in rows]


def _of_conflict(filters: Filters, *, resolved_too: bool) -> ColumnElement[bool]:
    table, conditions = conflicts_table, []
    if not resolved_too:
        conditions.append(table.c.state == "open")
    if filters.kind:
        conditions.append(table.c.kind == filters.kind)
    by_claim = (filters.speaker, filters.pledger, filters.beneficiary, filters.since, filters.until)
    if any(by_claim):
        stated = and_(
            conflict_sides.c.conflict_id == table.c.conflict_id,
            claims.c.claim_id == any_(conflict_sides.c.claim_ids),
            of_claim(filters),
        )
        conditions.append(select(1).where(stated).exists())
    return and_(true(), *conditions)


def _sides(connection: Connection, ids: Sequence[str]) -> dict[str, list[SideRow]]:
    rows: Sequence[Any] = connection.execute(
        select(conflict_sides)
        .where(one_of(conflict_sides.c.conflict_id, ids))
        .order_by(conflict_sides.c.conflict_id, conflict_sides.c.position)
    ).all()
    stored = claims_by_id(connection, (claim for row in rows for claim in row.claim_ids))
    sides: dict[str, list[SideRow]] = defaultdict(list)
    for row in rows:
        found = tuple(stored[claim] for claim in row.claim_ids if claim in stored)
        side = SideRow(
            value=row.value,
            claim_ids=tuple(row.claim_ids),
            claims=found,
            independent_origins=row.independent_origins,
            articles=row.articles,
        )
        sides[row.conflict_id].append(side)
    return sides
