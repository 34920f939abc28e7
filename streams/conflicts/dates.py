"""Dates that one claim cannot have together: live digests in, disputes of a claim with itself out."""

from collections.abc import Iterator
from typing import Final

from streams.conflicts.disputes import Dispute
from streams.conflicts.moments import Window, apart, day_of, days_of
from streams.conflicts.state import Digest, terms_of
from streams.conflicts.view import View

GRACE_DAYS: Final = 1  # it is tomorrow already on the other side of the world


def date_disputes(view: View) -> Iterator[Dispute]:
    """Find announcements after the article that tells of them, and deadlines before the announcement."""
    for digest in view.own:
        if found := _after_publication(view, digest) or _late_deadline(digest):
            values, reason = found
            yield Dispute("impossible_date", "alert", values, ((digest,), (digest,)), reason)


def _after_publication(view: View, digest: Digest) -> tuple[tuple[str, str], str] | None:
    announced, published = terms_of(digest).announced_on, view.source(digest).published_at
    day = day_of(view.source(digest))
    if not announced or not published or not day:
        return None
    told = days_of(announced)
    if told.start <= day.end or apart(told, day) <= GRACE_DAYS:
        return None
    values = f"announced {announced}", f"published {published[:10]}"
    return values, "told as done before the day on which it was"


def _late_deadline(digest: Digest) -> tuple[tuple[str, str], str] | None:
    t = terms_of(digest)
    due = t.deadline or t.end
    if not t.announced_on or not due or t.stage in ("delivered", "allocated"):
        return None
    told, end = days_of(t.announced_on), Window(due, due)
    if end.start >= told.start:
        return None
    return (f"announced {t.announced_on}", f"due {due}"), "due before it was announced"
