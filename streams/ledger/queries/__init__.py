"""Questions to the ledger: filters in, typed rows out. Everything that reads it reads through here."""

from streams.ledger.queries.adding import Item, Sum
from streams.ledger.queries.claims import ClaimRow, claims_by_id, count_spoken, spoken
from streams.ledger.queries.conflicts import ConflictRow, SideRow, conflicts
from streams.ledger.queries.countable import By
from streams.ledger.queries.dead_letters import (
    DeadLetterRow,
    dead_letter_by_id,
    dead_letters,
    mark_replayed,
)
from streams.ledger.queries.filters import Filters
from streams.ledger.queries.find import Found, find
from streams.ledger.queries.paging import ALL, Page
from streams.ledger.queries.past import CLOCKS, Clock, Standing, standing_at
from streams.ledger.queries.pledges import (
    EntryRow,
    PledgeRow,
    count_pledges,
    history,
    parts_of,
    pledges,
    with_reports,
)
from streams.ledger.queries.totals import totals

__all__ = [
    "ALL",
    "CLOCKS",
    "By",
    "ClaimRow",
    "Clock",
    "ConflictRow",
    "DeadLetterRow",
    "EntryRow",
    "Filters",
    "Found",
    "Item",
    "Page",
    "PledgeRow",
    "SideRow",
    "Standing",
    "Sum",
    "claims_by_id",
    "conflicts",
    "count_pledges",
    "count_spoken",
    "dead_letter_by_id",
    "dead_letters",
    "find",
    "history",
    "mark_replayed",
    "parts_of",
    "pledges",
    "spoken",
    "standing_at",
    "totals",
    "with_reports",
]
