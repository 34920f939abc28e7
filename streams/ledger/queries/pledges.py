"""Today's pledges and their history."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import ColumnElement, Connection, any_, func, select

from models.messages import Pledge, PledgeState
from models.tables import entries, slots
from models.tables import pledges as pledges_table
from streams.ledger.queries.claims import ClaimRow, claims_by_id
from streams.ledger.queries.filters import Filters, of_pledge, one_of
from streams.ledger.queries.paging import ALL, Page


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
    takes_back: bool


def pledges(
    connection: Connection,
    filters: Filters | None = None,
    *,
    ids: Iterable[str] | None = None,
    page: Page = ALL,
) -> Sequence[PledgeRow]:
    """Give the pledges that ``filters`` leave (or those of ``ids``), by pledger and beneficiary."""
    table = pledges_table
    rows = connection.execute(
        page.of(
            select(table.c.slot, table.c.state, slots.c.open_conflicts)
            .join_from(table, slots, slots.c.slot == table.c.slot)
            .where(_wanted(filters, ids))
            .order_by(
                table.c.pledger_name,
                table.c.beneficiary_name,
                table.c.announced_on,
                table.c.in_eur.desc().nulls_last(),
                table.c.pledge_id,
            )
        )
    )
    return with_reports(
        connection,
        [(row.slot, msgspec.convert(row.state, PledgeState), tuple(row.open_conflicts)) for row in rows],
    )


def parts_of(connection: Connection, pledge_id: str) -> Sequence[PledgeRow]:
    """Give the pledges that are parts of one."""
    table = pledges_table
    parts = select(table.c.pledge_id).where(table.c.part_of == pledge_id)
    return pledges(connection, ids=connection.scalars(parts))


def count_pledges(connection: Connection, filters: Filters | None = None) -> int:
    """Count the pledges that ``filters`` leave."""
    counted = select(func.count()).select_from(pledges_table).where(_wanted(filters, None))
    return connection.execute(counted).scalar_one()


def with_reports(
    connection: Connection, read: Sequence[tuple[str, PledgeState, tuple[str, ...]]]
) -> Sequence[PledgeRow]:
    """Add the stored claims to pledges with their slot and its open conflicts."""
    claims = claims_by_id(connection, (claim for _, state, _ in read for claim in state.claim_ids))
    return [
        PledgeRow(slot=slot, state=state, claims=_reports(state, claims), open_conflicts=disputes)
        for slot, state, disputes in read
    ]


def _wanted(filters: Filters | None, ids: Iterable[str] | None) -> ColumnElement[bool]:
    return of_pledge(filters or Filters()) if ids is None else one_of(pledges_table.c.pledge_id, ids)


def history(connection: Connection, pledge_id: str) -> Sequence[EntryRow]:
    """Give the entries of a pledge in the order in which they were recorded.

    They are those of the claims behind it today, and of claims that were entered under its id
    and stand behind no other pledge: they were taken back.
    """
    own = entries.c.pledge_id == pledge_id
    today = select(func.unnest(pledges_table.c.claim_ids)).where(pledges_table.c.pledge_id == pledge_id)
    once = select(entries.c.claim_id).where(own)
    elsewhere = (
        select(1)
        .where(pledges_table.c.slot == entries.c.slot, pledges_table.c.pledge_id != pledge_id)
        .where(entries.c.claim_id == any_(pledges_table.c.claim_ids))
        .exists()
    )
    rows = connection.execute(
        select(entries)
        .where(entries.c.claim_id.in_(today) | (entries.c.claim_id.in_(once) & ~elsewhere))
        .order_by(entries.c.recorded_at, entries.c.takes_back, entries.c.entry_id)
    )
    return [_entry(row._asdict()) for row in rows]


def _reports(state: PledgeState, claims: dict[str, ClaimRow]) -> tuple[ClaimRow, ...]:
    stored = (claims[claim] for claim in state.claim_ids if claim in claims)
    return tuple(sorted(stored, key=lambda claim: (claim.stated_at or "~", claim.claim_id)))


def _entry(values: dict[str, Any]) -> EntryRow:
    del values["pledge_id"], values["slot"]
    return EntryRow(**values | {"pledge": msgspec.convert(values["pledge"], Pledge)})
