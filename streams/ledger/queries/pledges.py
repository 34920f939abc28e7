"""Today's pledges and their history."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import ColumnElement, Connection, select

from models.messages import Pledge, PledgeState
from models.tables import entries, slots
from models.tables import pledges as pledges_table
from streams.ledger.queries.claims import ClaimRow, claims_by_id
from streams.ledger.queries.filters import Filters, of_pledge, one_of


class PledgeRow(Struct, frozen=True, kw_only=True):
    """A pledge as its slot reads today, with the claims behind it, oldest report first.

    ``open_conflicts`` are those of the slot.
    """

    slot: str
    state: PledgeState
    claims: tuple[ClaimRow, ...]
    open_conflicts: tuple[str, ...]


class EntryRow(Struct, frozen=True, kw_only=True):
    """One line of history: what a claim did to the pledge when it arrived."""

    entry_id: str
    operation: str
    claim_id: str
    pledge: Pledge
    stated_at: str | None
    recorded_at: datetime
    independent_origins: int
    articles: int


def pledges(
    connection: Connection, filters: Filters | None = None, *, ids: Iterable[str] | None = None
) -> Sequence[PledgeRow]:
    """Give the pledges that ``filters`` leave (or those of ``ids``), by pledger and beneficiary."""
    table = pledges_table
    wanted: ColumnElement[bool] = of_pledge(filters or Filters())
    if ids is not None:
        wanted = one_of(table.c.pledge_id, ids)
    rows = connection.execute(
        select(table.c.slot, table.c.state, slots.c.open_conflicts)
        .join_from(table, slots, slots.c.slot == table.c.slot)
        .where(wanted)
        .order_by(
            table.c.pledger_name,
            table.c.beneficiary_name,
            table.c.announced_on,
            table.c.in_eur.desc().nulls_last(),
            table.c.pledge_id,
        )
    ).all()
    states = [msgspec.convert(row.state, PledgeState) for row in rows]
    claims = claims_by_id(connection, (claim for state in states for claim in state.claim_ids))
    return [
        PledgeRow(
            slot=row.slot,
            state=state,
            claims=_reports(state, claims),
            open_conflicts=tuple(row.open_conflicts),
        )
        for row, state in zip(rows, states, strict=True)
    ]


def history(connection: Connection, pledge_id: str) -> Sequence[EntryRow]:
    """Give the entries of a pledge in the order in which they were recorded."""
    rows = connection.execute(
        select(entries)
        .where(entries.c.pledge_id == pledge_id)
        .order_by(entries.c.recorded_at, entries.c.entry_id)
    )
    return [_entry(row._asdict()) for row in rows]


def _reports(state: PledgeState, claims: dict[str, ClaimRow]) -> tuple[ClaimRow, ...]:
    stored = (claims[claim] for claim in state.claim_ids if claim in claims)
    return tuple(sorted(stored, key=lambda claim: (claim.stated_at or "~", claim.claim_id)))


def _entry(values: dict[str, Any]) -> EntryRow:
    del values["pledge_id"], values["slot"]
    return EntryRow(**values | {"pledge": msgspec.convert(values["pledge"], Pledge)})
