"""Totals of today's pledges: what to add up by and filters in, sums with their addends out."""

from collections.abc import Iterator, Sequence

import msgspec
from sqlalchemy import Connection, any_, func, select

from models.messages import Pledge, PledgeState
from models.tables import actors, claims, conflict_sides, conflicts, pledges
from streams.ledger.queries.adding import Sum, add_up
from streams.ledger.queries.changes import OPERATIONS, change_of
from streams.ledger.queries.countable import By, Change, Context, Countable
from streams.ledger.queries.filters import Filters, of_pledge


def totals(connection: Connection, by: By, filters: Filters | None = None) -> Sequence[Sum]:
    """Add up the pledges that ``filters`` leave, in euros, the largest sum first."""
    return add_up(_pledges(connection, filters or Filters()), by, _context(connection))


def _pledges(connection: Connection, filters: Filters) -> list[Countable]:
    first = (
        select(func.min(func.left(claims.c.stated_at, 10)))
        .where(claims.c.claim_id == any_(pledges.c.claim_ids))
        .scalar_subquery()
    )
    rows = connection.execute(
        select(pledges.c.slot, pledges.c.state, first.label("day")).where(of_pledge(filters))
    )
    return [Countable(row.slot, msgspec.convert(row.state, PledgeState), row.day) for row in rows]


def _context(connection: Connection) -> Context:
    members = connection.execute(
        select(actors.c.actor_id, actors.c.members).where(func.cardinality(actors.c.members) > 0)
    )
    sides = connection.execute(
        select(conflicts.c.conflict_id, conflict_sides.c.claim_ids)
        .join_from(conflicts, conflict_sides, conflicts.c.conflict_id == conflict_sides.c.conflict_id)
        .where(conflicts.c.state == "open", conflicts.c.slot.startswith("pledge:", autoescape=True))
        .order_by(conflicts.c.conflict_id)
    )
    disputes: dict[str, frozenset[str]] = {}
    for conflict_id, claim_ids in sides:
        disputes[conflict_id] = disputes.get(conflict_id, frozenset()) | set(claim_ids)
    blocs = {bloc: frozenset(ids) for bloc, ids in members}
    return Context(blocs, list(disputes.values()), dict(_changes(connection)))


def _changes(connection: Connection) -> Iterator[tuple[str, Change]]:
    rows = connection.execute(
        select(claims.c.claim_id, claims.c.statement, claims.c.evidence, claims.c.span_start).where(
            claims.c.kind == "pledge", claims.c.statement["operation"].astext.in_(OPERATIONS)
        )
    )
    for row in rows:
        if change := change_of(msgspec.convert(row.statement, Pledge), row.evidence, row.span_start):
            yield row.claim_id, change
