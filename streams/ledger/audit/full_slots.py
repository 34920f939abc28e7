"""What slots that outgrew their bound must keep, drawn again from the stored claims.

In: the ledger, and ``audit_dead_claims``. Out: ``audit_kept``, a temporary table of slot and
claim. The draw is that of the conflicts stage: within each value by claim id, and of all
values the lowest ranks, as many as the slot's reading says that it keeps.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

import msgspec
from sqlalchemy import Connection, text

from models.messages import Pledge
from models.values import value_of
from streams.ledger.audit.copying import copy

_TABLE: Final = "CREATE TEMPORARY TABLE audit_kept (slot text, claim_id text)"
_INDEX: Final = "CREATE INDEX ON audit_kept (claim_id); ANALYZE audit_kept"
# A claim that died on its way into the slot was never drawn, unless it was sent back since.
_DRAWN: Final = """
SELECT slot, kept, claim_id, statement::text AS statement
FROM slots JOIN claim_slots USING (slot) JOIN claims c USING (claim_id)
WHERE kept > 0 AND kind = 'pledge' AND (
    NOT EXISTS (SELECT FROM audit_dead_claims d WHERE d.claim_id = c.claim_id AND d.stage = 'conflicts')
    OR EXISTS (SELECT FROM pledges p WHERE p.slot = slots.slot AND c.claim_id = ANY (p.claim_ids)))
ORDER BY slot
"""
_PLEDGE: Final = msgspec.json.Decoder(Pledge)

Drawn = tuple[str, str]  # a claim's value and its id


def hold_kept(connection: Connection) -> None:
    """Fill the temporary table, in the caller's transaction."""
    connection.execute(text(_TABLE))
    copy(connection, "audit_kept", list(_kept(connection)))  # read before COPY holds the connection
    connection.execute(text(_INDEX))


def _kept(connection: Connection) -> Iterator[tuple[str, str]]:
    rows = connection.execute(text(_DRAWN), execution_options={"yield_per": 1000})
    for slot, of_slot in groupby(rows, key=lambda row: row.slot):
        kept, drawn = 0, []
        for row in of_slot:
            kept = row.kept
            drawn.append((value_of(_PLEDGE.decode(row.statement)), row.claim_id))
        for claim_id in draw(drawn, kept):
            yield slot, claim_id


def draw(claims: Iterable[Drawn], kept: int) -> list[str]:
    """Give the ids of the claims that a slot keeps of all it was told."""
    ranked = [
        (rank, value, claim_id)
        for value, of_value in groupby(sorted(claims), key=lambda claim: claim[0])
        for rank, (_, claim_id) in enumerate(of_value)
    ]
    return [claim_id for _, _, claim_id in sorted(ranked)[:kept]]
