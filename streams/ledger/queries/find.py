"""What an id, or the start of one, names."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, literal, select, union_all

from models.tables import claims, conflicts, entries, pledges

MOST_CANDIDATES = 20


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A thing of the ledger that has an id."""

    kind: Literal["claim", "pledge", "conflict"]
    id: str


def find(connection: Connection, prefix: str) -> Sequence[Found]:
    """Give the claims, pledges and conflicts whose id starts with ``prefix``; at most twenty.

    An id that is given whole finds only itself, though it may start another.
    """
    keys = [
        ("claim", claims.c.claim_id),
        ("pledge", pledges.c.pledge_id),
        ("pledge", entries.c.pledge_id),  # one that no longer stands has a history
        ("conflict", conflicts.c.conflict_id),
    ]
    queries = [
        select(literal(kind), key)
        .where(key.startswith(prefix, autoescape=True))
        .distinct()
        .limit(MOST_CANDIDATES)
        for kind, key in keys
    ]
    rows = connection.execute(union_all(*(select(query.subquery()) for query in queries)))
    found = sorted({Found(kind, id_) for kind, id_ in rows})
    return [each for each in found if each.id == prefix] or found[:MOST_CANDIDATES]
