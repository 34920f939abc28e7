"""Questions to the ledger: filters in, typed rows out. Everything that reads it reads through here."""

from streams.ledger.queries.claims import ClaimRow, claims_by_id, spoken
from streams.ledger.queries.conflicts import ConflictRow, SideRow, conflicts
from streams.ledger.queries.dead_letters import (
    DeadLetterRow,
    dead_letter_by_id,
    dead_letters,
    mark_replayed,
)
from streams.ledger.queries.filters import Filters
from streams.ledger.queries.find import Found, find
from streams.ledger.queries.pledges import EntryRow, PledgeRow, history, pledges

__all__ = [
    "ClaimRow",
    "ConflictRow",
    "DeadLetterRow",
    "EntryRow",
    "Filters",
    "Found",
    "PledgeRow",
    "SideRow",
    "claims_by_id",
    "conflicts",
    "dead_letter_by_id",
    "dead_letters",
    "find",
    "history",
    "mark_replayed",
    "pledges",
    "spoken",
]
