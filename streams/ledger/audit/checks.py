# ruff: noqa: S608  (SQL put together from constants of this module)
"""What is owed, as questions to Postgres: each gives ids with an outcome.

Outcomes: *met*, *dead* (there is a dead letter for it), *excused* (it need not stand any
more), *missing*, *over* (it stands and should not).
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Check:
    """A thing that ``stage`` owes; ``query`` gives (id, outcome)."""

    stage: str
    owes: str
    query: str

    @property
    def counted(self) -> str:
        """Give the SQL that counts each outcome and lists the ids of what is wrong."""
        return (
            "SELECT outcome, count(*) AS number, "
            "coalesce(array_agg(DISTINCT id) FILTER (WHERE outcome IN ('missing', 'over')), '{}') AS ids "
            f"FROM ({self.query}) AS found(id, outcome) GROUP BY outcome"
        )


def _dead(stage: str, topic: str, record: str) -> str:
    """Give the SQL for: ``stage`` has a dead letter for the record at this place."""
    return (
        f"EXISTS (SELECT FROM dead_letters d WHERE d.stage = '{stage}' AND d.topic = '{topic}' "
        f"AND d.partition = {record}.partition AND d.offset = {record}.offset)"
    )


def _at(topic: str) -> str:
    """Give the SQL that names a record: its id, else its place."""
    id_ = "article_id" if topic == "articles.raw" else "claim_id"
    return f"coalesce({id_}, '{topic}[' || r.partition || ']@' || r.offset)"


_ARTICLES_STORED: Final = f"""
SELECT {_at("articles.raw")}, CASE
    WHEN EXISTS (SELECT FROM articles a WHERE a.article_id = r.article_id) THEN 'met'
    WHEN {_dead("ledger", "articles.raw", "r")} THEN 'dead' ELSE 'missing' END
FROM audit_articles r
"""

_ARTICLES_READ: Final = f"""
SELECT {_at("articles.raw")}, CASE
    WHEN EXISTS (SELECT FROM receipts a WHERE a.article_id = r.article_id) THEN 'met'
    WHEN {_dead("claims", "articles.raw", "r")} THEN 'dead' ELSE 'missing' END
FROM audit_articles r
"""

# A record that a later one of its slot undid need not be seen any more: a claim that moved
# to another slot, the retraction of a claim that was read again.
_STORED: Final = "EXISTS (SELECT FROM claims c WHERE c.claim_id = r.claim_id)"
_IN_SLOT: Final = "EXISTS (SELECT FROM claim_slots s WHERE s.claim_id = r.claim_id AND s.slot = r.slot)"
_CLAIM_RECORDS: Final = f"""
SELECT {_at("claims.extracted")}, CASE
    WHEN moved AND NOT {_IN_SLOT} THEN 'met'
    WHEN retracts AND EXISTS (SELECT FROM retractions t WHERE t.claim_id = r.claim_id) THEN 'met'
    WHEN NOT retracts AND {_STORED} AND {_IN_SLOT} THEN 'met'
    WHEN {_dead("ledger", "claims.extracted", "r")} THEN 'dead'
    WHEN {_STORED} AND EXISTS (SELECT FROM audit_claims l WHERE l.claim_id = r.claim_id AND l.slot = r.slot
        AND l.offset > r.offset AND l.retracts <> r.retracts AND (l.moved OR r.retracts)) THEN 'excused'
    ELSE 'missing' END
FROM audit_claims r
"""

# A claim that stands although its article's receipt does not name it is over.
_RECEIPT_CLAIMS: Final = """
WITH named AS (
    SELECT article_id, unnest(pledge_ids || quote_ids || office_ids) AS claim_id FROM receipts
)
SELECT claim_id, CASE
    WHEN EXISTS (SELECT FROM claims c WHERE c.claim_id = n.claim_id) THEN 'met'
    WHEN EXISTS (SELECT FROM audit_dead_claims d WHERE d.claim_id = n.claim_id) THEN 'dead'
    ELSE 'missing' END
FROM named n
UNION ALL
SELECT c.claim_id, 'over' FROM claims c JOIN receipts USING (article_id)
    LEFT JOIN named n ON n.article_id = c.article_id AND n.claim_id = c.claim_id
    LEFT JOIN retractions t ON t.claim_id = c.claim_id
WHERE n.claim_id IS NULL AND t.claim_id IS NULL
"""

_ENTRIES: Final = """
SELECT c.claim_id, CASE
    WHEN EXISTS (SELECT FROM entries e WHERE e.claim_id = c.claim_id) THEN 'met'
    WHEN EXISTS (SELECT FROM retractions t WHERE t.claim_id = c.claim_id) THEN 'excused'
    WHEN EXISTS (SELECT FROM audit_dead_claims d WHERE d.claim_id = c.claim_id AND d.stage = 'conflicts')
        THEN 'dead' ELSE 'missing' END
FROM claims c WHERE c.kind = 'pledge'
UNION ALL
SELECT e.claim_id, 'over' FROM entries e
WHERE NOT EXISTS (SELECT FROM claims c WHERE c.claim_id = e.claim_id)
    AND NOT EXISTS (SELECT FROM audit_dead_claims d WHERE d.claim_id = e.claim_id AND d.stage = 'ledger')
"""

# Of a slot that outgrew its bound exactly the claims in audit_kept must stand. A guest, whose
# entries are all of another slot, does not stand in its reading.
_STANDING: Final = """
WITH standing AS (SELECT slot, pledge_id, unnest(claim_ids) AS claim_id FROM pledges),
owed AS (
    SELECT c.claim_id, s.slot, st.claim_id IS NOT NULL AS met,
        EXISTS (SELECT FROM retractions t WHERE t.claim_id = c.claim_id) AS retracted,
        EXISTS (SELECT FROM audit_dead_claims d WHERE d.claim_id = c.claim_id AND d.stage = 'conflicts')
            AS dead
    FROM claims c JOIN claim_slots s USING (claim_id)
        LEFT JOIN (SELECT DISTINCT slot, claim_id FROM standing) st USING (slot, claim_id)
    WHERE c.kind = 'pledge'
        AND coalesce((SELECT bool_or(e.slot = s.slot) FROM entries e WHERE e.claim_id = c.claim_id), true)
),
judged AS (
    SELECT *, slot IN (SELECT slot FROM slots WHERE kept > 0)
        AND NOT EXISTS (SELECT FROM audit_kept k WHERE k.claim_id = owed.claim_id AND k.slot = owed.slot)
            AS dropped
    FROM owed
)
SELECT claim_id, CASE
    WHEN met AND (retracted OR dropped) THEN 'over' WHEN met THEN 'met'
    WHEN retracted THEN 'excused' WHEN dead THEN 'dead' WHEN dropped THEN 'excused' ELSE 'missing' END
FROM judged
UNION ALL
SELECT claim_id, 'over' FROM standing
WHERE NOT EXISTS (SELECT FROM claim_slots s WHERE s.claim_id = standing.claim_id AND s.slot = standing.slot)
    AND NOT EXISTS (
        SELECT FROM audit_dead_claims d WHERE d.claim_id = standing.claim_id AND d.stage = 'ledger')
"""

_CONFLICT_CLAIMS: Final = """
SELECT claim_id, CASE
    WHEN EXISTS (SELECT FROM claims c WHERE c.claim_id = n.claim_id) THEN 'met'
    WHEN EXISTS (SELECT FROM audit_dead_claims d WHERE d.claim_id = n.claim_id) THEN 'dead'
    ELSE 'missing' END
FROM (SELECT DISTINCT unnest(claim_ids) AS claim_id FROM conflict_sides) n
"""

_CONFLICTS: Final = """
SELECT conflict_id, CASE
    WHEN EXISTS (SELECT FROM conflicts c WHERE c.conflict_id = n.conflict_id AND c.state = 'open') THEN 'met'
    ELSE 'missing' END
FROM (SELECT DISTINCT unnest(open_conflicts) AS conflict_id FROM slots) n
"""

CHECKS: Final = (
    Check("ledger", "stored articles", _ARTICLES_STORED),
    Check("claims", "receipts of articles", _ARTICLES_READ),
    Check("ledger", "stored records of claims.extracted", _CLAIM_RECORDS),
    Check("claims", "claims named by receipts", _RECEIPT_CLAIMS),
    Check("conflicts", "entries of pledge claims", _ENTRIES),
    Check("conflicts", "pledge claims in their slot's reading", _STANDING),
    Check("conflicts", "claims named by conflicts", _CONFLICT_CLAIMS),
    Check("conflicts", "conflicts named by readings", _CONFLICTS),
)
