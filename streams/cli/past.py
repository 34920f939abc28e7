"""The pledges of a past moment: what the ledger rested on then in, rows as of today's out."""

from collections.abc import Sequence
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from streams.cli.context import CommandError, Context

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from streams.ledger.queries import Clock, Filters, PledgeRow


def pledges_at(
    connection: "Connection", context: Context, moment: datetime, filters: "Filters", clock: "Clock"
) -> Sequence["PledgeRow"]:
    """Read again every slot as it stood at ``moment``, with the reference data of today."""
    from models.reference import SEEDS, load_reference
    from streams.conflicts.reading import Reconciler
    from streams.ledger.queries import standing_at, with_reports

    if filters.speaker or filters.since or filters.until:
        raise CommandError("--as-of goes with --pledger and --beneficiary only")
    standing = standing_at(connection, moment, filters, clock=clock)
    folder = (context.settings.seeds_dir or SEEDS) / "reference"
    reconciler = Reconciler(load_reference(folder), context.settings.slot_claims_max)
    read = []
    for slot, messages in standing.items():
        reading = reconciler.fold(slot, None, list(enumerate(messages)), moment.isoformat()).reading
        if reading:
            read += [(slot, state, reading.open_conflicts) for state in reading.pledges]
    return sorted(with_reports(connection, read), key=_order)


def end_of(day: datetime) -> datetime:
    """Give the last moment of a day that was given without a time, else the moment itself, in UTC."""
    last = datetime.combine(day.date(), time.max) if day.time() == time.min else day
    return last.replace(tzinfo=UTC)


def _order(row: "PledgeRow") -> tuple[object, ...]:
    state = row.state
    to = state.beneficiary.name if state.beneficiary else "~"
    return state.pledger.name, to, state.announced_on or "~", -(state.quantity.in_eur or 0.0), state.pledge_id
