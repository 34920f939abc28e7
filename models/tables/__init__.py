"""What rests in Postgres: the ledger's tables, one module a subject.

No foreign key crosses topics, since they reach the ledger in any order. Every key is a
function of content, so that a repeated message finds its own row.
"""

from models.tables.articles import articles, publishers, receipts
from models.tables.base import metadata
from models.tables.claims import claim_slots, claims, retractions
from models.tables.conflicts import conflict_sides, conflicts
from models.tables.dead_letters import dead_letters
from models.tables.pledges import entries, pledges, slots
from models.tables.reference import actors, people, posts, tenures

__all__ = [
    "actors",
    "articles",
    "claim_slots",
    "claims",
    "conflict_sides",
    "conflicts",
    "dead_letters",
    "entries",
    "metadata",
    "people",
    "pledges",
    "posts",
    "publishers",
    "receipts",
    "retractions",
    "slots",
    "tenures",
]
