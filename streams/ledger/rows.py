"""Messages to rows of the ledger's tables, in the order of their columns.

Pure: a message in, tuples out. Nested parts travel as JSON text, times as datetimes where
a calendar can hold them.
"""

from datetime import UTC, datetime
from functools import lru_cache
from hashlib import blake2b

import msgspec

from models.identities import slug
from models.messages import (
    Article,
    ArticleRef,
    Claim,
    Conflict,
    DeadLetter,
    Entry,
    PledgeState,
    Reading,
    Receipt,
    Retraction,
    Speaker,
)

Row = tuple[object, ...]

_NOBODY = Speaker(id=None, name=None)


@lru_cache(maxsize=4096)
def moment(value: str | None) -> datetime | None:
    """Read an RFC 3339 time or a bare date (its first instant in UTC); None where it is neither.

    None, too, for a time that leaves the calendar (the last hours of the year 9999 west of
    Greenwich).
    """
    if value is None:
        return None
    try:
        parsed = datetime.fromisoformat(value)
        return (parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def json_text(value: object) -> str:
    """Give a part of a message as JSON text, for a jsonb column."""
    return msgspec.json.encode(value).decode()


def publisher_id(name: str | None) -> str | None:
    """Fold a publisher's name to its key."""
    return (slug(name) or name) if name else None


def article_row(article: Article) -> Row:
    """Give the row of ``articles``."""
    return (
        article.id,
        article.story_id,
        article.version,
        article.guid,
        article.url,
        article.publisher,
        publisher_id(article.publisher),
        article.wire_credit,
        article.title,
        article.text,
        article.language,
        article.published_at,
        moment(article.published_at),
        moment(article.received_at),
        article.status,
    )


def receipt_row(receipt: Receipt) -> Row:
    """Give the row of ``receipts``."""
    return (
        receipt.article_id,
        receipt.story_id,
        list(receipt.claim_ids.pledge),
        list(receipt.claim_ids.quote),
        list(receipt.claim_ids.office),
        receipt.fingerprint,
        receipt.extractor,
        receipt.milliseconds,
        receipt.language,
        receipt.note,
    )


def claim_row(claim: Claim) -> Row:
    """Give the row of ``claims``. Raises ValueError for a claim without what its kind names."""
    statement = getattr(claim, claim.kind)
    if statement is msgspec.UNSET:
        raise ValueError(f"claim {claim.claim_id} is a {claim.kind} and states none")
    speaker = claim.speaker or _NOBODY
    return (
        claim.claim_id,
        claim.kind,
        claim.article.id,
        claim.article.story_id,
        claim.span[0],
        claim.span[1],
        claim.evidence,
        speaker.id,
        speaker.name,
        speaker.role,
        speaker.org,
        speaker.as_printed,
        claim.attribution,
        claim.extractor,
        claim.article.published_at,
        moment(claim.article.published_at),
        json_text(statement),
        _dating(claim.article),
    )


def _dating(article: ArticleRef) -> str | None:
    """Give what places an article: events, bounds, what it names and tells; None where nothing does."""
    if not (article.events or article.not_before or article.not_after or article.names or article.told):
        return None
    bounds = {"not_before": article.not_before, "not_after": article.not_after}
    sketches = {"names": article.names, "told": article.told}
    return json_text({"events": article.events} | bounds | {k: v for k, v in sketches.items() if v})


def retraction_row(retraction: Retraction) -> Row:
    """Give the row of ``retractions``."""
    return retraction.claim_id, retraction.slot, retraction.article_id, retraction.reason


def entry_row(entry: Entry) -> Row:
    """Give the row of ``entries``. Raises ValueError for a ``recorded_at`` that is no time."""
    recorded_at = moment(entry.recorded_at)
    if recorded_at is None:
        raise ValueError(f"entry {entry.entry_id} was recorded at no time: {entry.recorded_at!r}")
    return (
        entry.entry_id,
        entry.pledge_id,
        entry.slot,
        entry.operation,
        entry.claim_id,
        entry.stated_at,
        recorded_at,
        entry.independent_origins,
        entry.articles,
        json_text(entry.pledge),
        entry.takes_back,
    )


def slot_row(reading: Reading) -> Row:
    """Give the row of ``slots``."""
    return reading.slot, reading.revision, reading.dropped, reading.kept, sorted(reading.open_conflicts)


def pledge_row(slot: str, pledge: PledgeState) -> Row:
    """Give what `pledge_columns` makes a row of ``pledges`` of, for one pledge of a slot's reading."""
    state = msgspec.json.encode(pledge)
    return pledge.pledge_id, slot, blake2b(state, digest_size=12).hexdigest(), state.decode()


def conflict_row(conflict: Conflict) -> Row:
    """Give the row of ``conflicts``."""
    return (
        conflict.conflict_id,
        conflict.slot,
        conflict.kind,
        conflict.state,
        conflict.severity,
        conflict.revision,
        conflict.summary,
        conflict.diff,
        conflict.resolution,
    )


def side_rows(conflict: Conflict) -> list[Row]:
    """Give the rows of ``conflict_sides``, in the order of the sides."""
    return [
        (
            conflict.conflict_id,
            position,
            side.value,
            [claim.claim_id for claim in side.claims],
            [claim.article_id for claim in side.claims],
            side.independent_origins,
            side.articles,
        )
        for position, side in enumerate(conflict.sides)
    ]


def dead_letter_row(letter: DeadLetter) -> Row:
    """Give the row of ``dead_letters``."""
    return (
        letter.id,
        letter.stage,
        letter.topic,
        letter.partition,
        letter.offset,
        letter.key,
        [name for name, _ in letter.headers],
        [value for _, value in letter.headers],
        letter.body,
        letter.length,
        letter.sha256,
        letter.truncated,
        letter.error,
        letter.reason,
        letter.attempts,
        moment(letter.first_seen),
        moment(letter.last_seen),
        letter.path,
    )
