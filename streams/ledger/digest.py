"""The content digest: what the ledger says, as one hash.

In: the tables. Out: a SHA-256 over the claims that stand, the slots' readings and the open
conflicts. It leaves out what depends on when and how often things arrived: entries,
revisions, times of recording, who extracted it and how long that took. Two ledgers of the
same articles have the same digest, whatever the order, the crashes and the repeats.
"""

from hashlib import sha256
from typing import Final

from msgspec import Struct
from sqlalchemy import Connection, text

# Each query gives one JSON text a row. Their hashes are sorted as bytes, so that neither
# the order of rows nor the collation of the database matters.
_CLAIMS: Final = """
SELECT jsonb_build_array(claim_id, kind, article_id, story_id, span_start, span_end, evidence,
    speaker_id, speaker_name, speaker_role, speaker_org, speaker_as_printed, attribution,
    stated_at, statement,
    (SELECT array_agg(slot ORDER BY slot COLLATE "C") FROM claim_slots s WHERE s.claim_id = c.claim_id))
FROM claims c WHERE NOT EXISTS (SELECT FROM retractions r WHERE r.claim_id = c.claim_id)
"""
_READINGS: Final = """
SELECT jsonb_build_array(slot, dropped, kept, open_conflicts,
    (SELECT jsonb_agg(state ORDER BY pledge_id COLLATE "C") FROM pledges p WHERE p.slot = s.slot))
FROM slots s WHERE open_conflicts <> '{}' OR EXISTS (SELECT FROM pledges p WHERE p.slot = s.slot)
"""
_CONFLICTS: Final = """
SELECT jsonb_build_array(conflict_id, slot, kind, severity, summary, diff,
    (SELECT jsonb_agg(jsonb_build_array(value, claim_ids, article_ids) ORDER BY position)
     FROM conflict_sides s WHERE s.conflict_id = c.conflict_id))
FROM conflicts c WHERE state = 'open'
"""


class Digest(Struct, frozen=True, kw_only=True):
    """The hash of the whole and of its parts, which tell where two ledgers differ."""

    ledger: str
    claims: str
    readings: str
    conflicts: str


def digest(connection: Connection) -> Digest:
    """Hash what the ledger says, in hexadecimal."""
    claims, readings, conflicts = (_hash(connection, query) for query in (_CLAIMS, _READINGS, _CONFLICTS))
    whole = sha256(f"{claims} {readings} {conflicts}".encode()).hexdigest()
    return Digest(ledger=whole, claims=claims, readings=readings, conflicts=conflicts)


def _hash(connection: Connection, query: str) -> str:
    hashed = text(
        "SELECT coalesce(encode(sha256(string_agg(h, '' ORDER BY h)), 'hex'), '') FROM "  # noqa: S608
        f"(SELECT sha256(convert_to(row::text, 'UTF8')) FROM ({query}) AS rows(row)) AS hashes(h)"
    )
    return str(connection.scalar(hashed))
