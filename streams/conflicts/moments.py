"""When a claim holds: its own date, its article's, or that of a dated event it speaks of.

In: a digest with its source. Out: a window of ISO days, or None where nothing tells. An
undated article never borrows another article's date.
"""

from datetime import date
from typing import NamedTuple

from models.reference import Reference
from streams.conflicts.state import Digest, Holding, Source, Terms

FIRST, LAST = "0001-01-01", "9999-12-31"


class Window(NamedTuple):
    """Days from ``start`` to ``end``, both included; open ends reach to FIRST and LAST."""

    start: str
    end: str


class Moments:
    """Finds the windows of claims; knows the dated events of the reference data."""

    def __init__(self, reference: Reference) -> None:
        self._events = {event.id: Window(event.start, event.end) for event in reference.event}

    def announced(self, digest: Digest, source: Source) -> Window | None:
        """Give the days on which the pledge can have been announced, as far as stated."""
        terms = digest.content
        if isinstance(terms, Terms) and terms.announced_on:
            return days_of(terms.announced_on)
        if source.published_at:
            return days_of(source.published_at)
        return self.told(source)

    def holding(self, digest: Digest, source: Source) -> Window:
        """Give the days for which the article says who holds a post."""
        as_of = digest.content.as_of if isinstance(digest.content, Holding) else None
        stated = as_of or source.published_at
        if stated:
            return days_of(stated)
        told = self.told(source)
        start = max(source.not_before or FIRST, told.start if told else FIRST)
        return Window(start, source.not_after or LAST)

    def told(self, source: Source) -> Window | None:
        """Give the last of the dated events that the article speaks of."""
        known = [self._events[event] for event in source.events if event in self._events]
        return max(known, default=None)


def day_of(source: Source) -> Window | None:
    """Give the day on which an article came out, None where it does not say."""
    return days_of(source.published_at) if source.published_at else None


def apart(a: Window, b: Window) -> int:
    """Count the days between two windows; 0 where they touch or overlap."""
    first, last = sorted((a, b))
    return max(0, (_date(last.start) - _date(first.end)).days)


def days_of(stated: str) -> Window:
    """Read a day, month or year as the days it covers."""
    day = stated[:10]
    if len(day) == 4:
        return Window(f"{day}-01-01", f"{day}-12-31")
    if len(day) == 7:
        return Window(f"{day}-01", f"{day}-28")
    return Window(day, day)


def _date(day: str) -> date:
    try:
        return date.fromisoformat(day)
    except ValueError:  # a day that no calendar has, as printed: the month's first stands for it
        return date.fromisoformat(f"{day[:7]}-01")
