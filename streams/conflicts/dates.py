"""Dates that one claim cannot have together: live digests in, disputes of a claim with itself out.

A day that no calendar has is told by the words of the period; reports of the same figure that
print a day it can have stand against it.
"""

import calendar
import re
from collections.abc import Iterator
from typing import Final

from streams.conflicts.disputes import Dispute
from streams.conflicts.moments import Window, apart, day_of, days_of
from streams.conflicts.state import Digest, Terms, terms_of
from streams.conflicts.view import View

GRACE_DAYS: Final = 1  # it is tomorrow already on the other side of the world
AGAINST_MAX: Final = 12  # reports that stand against one impossible day
NO_SUCH_DAY: Final = "no such day"
_MONTH: Final = "|".join(f"{name[:3]}[a-z]*" for name in calendar.month_name if name)
_DAY: Final = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{_MONTH})"
    rf"|(?P<month2>{_MONTH})\.? (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?)\b(?! ?%)",
    re.IGNORECASE,
)
_NUMBERS: Final = {name[:3].lower(): number for number, name in enumerate(calendar.month_name) if name}
_LEAP: Final = 2024  # without its year the 29th of February may be one
_DAYS_MAX: Final = 31  # a larger number is no day: "March 2025"


def date_disputes(view: View) -> Iterator[Dispute]:
    """Find announcements after the article that tells of them, deadlines before, days that are none."""
    for digest in view.own:
        if found := _after_publication(view, digest) or _late_deadline(digest):
            values, reason = found
            yield Dispute("impossible_date", "alert", values, ((digest,), (digest,)), reason)
        elif day := no_such_day(terms_of(digest)):
            yield _dispute(view, digest, day)


def no_such_day(t: Terms) -> str | None:
    """Give the day that a period prints and no calendar has, None where there is none: "31 April"."""
    if t.deadline or t.end or t.start or not t.period_text:
        return None
    for found in _DAY.finditer(t.period_text):
        day, month = int(found["day"] or found["day2"]), (found["month"] or found["month2"])[:3].lower()
        if calendar.monthrange(_LEAP, _NUMBERS[month])[1] < day <= _DAYS_MAX:
            return found[0]
    return None


def _dispute(view: View, digest: Digest, day: str) -> Dispute:
    """Set a day that is none against the days of other reports of the figure, else against itself."""
    against = [d for d in view.groups[digest.group] if terms_of(d).deadline or terms_of(d).end]
    if not against:
        values = f"due {day}", NO_SUCH_DAY
        return Dispute(
            "impossible_date", "alert", values, ((digest,), (digest,)), "a day that no calendar has"
        )
    due = min(terms_of(d).deadline or terms_of(d).end or "" for d in against)
    sides = (digest,), tuple(against[:AGAINST_MAX])
    return Dispute(
        "impossible_date", "alert", (f"due {day}", f"due {due}"), sides, "a day that no calendar has"
    )


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
