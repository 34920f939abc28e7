"""The time an article tells of: its words and offices in, known events and bounding days out.

An undated article is not timeless. It was written on or after the first day of any event
that it speaks of as past or present, and of any tenure whose holder it names; an opening
such as "In early 2024," or a dateline frames what it tells. Nothing here stands in for a
publication date: these are bounds, each with words behind it.
"""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from models.identities import slug
from models.messages import Span
from models.reference import EventSeed, Reference
from streams.claims.annotations import OfficeMention
from streams.claims.capitals import compile_names
from streams.claims.components.calendar.words import MONTH, MONTHS, end_of_month
from streams.claims.components.text.words import Words

OPENING: Final = 400  # characters in which a dateline or a framing adverbial stands
_SENTENCE: Final = compile_names(r"\s(?<=[.!?]\s)\s*(?=[\"“‘A-Z])")  # within a line
_WORD: Final = re.compile(r"[^\W_]+")
# Of a sentence in lower case.
_AHEAD: Final = re.compile(
    r"\b(?:next|upcoming|forthcoming|ahead of|before|preparations? for|prepar\w+ for|run-up to|due"
    r"|in advance of|later this (?:week|month|year)|scheduled|to be held"
    r"|will (?:be|take|meet|gather|host))\b"
)
# An event this near is the news of the day already: what is told of it is told now.
_SOON: Final = re.compile(
    r"\b(?:(?:this|next|later this|the coming) (?:week|month)|tomorrow|ahead of|on the eve of|days before)\b"
)
_FRAME: Final = re.compile(
    r"(?:^|[.\n]\s*)(?:In|By|During|As of|On)?\s*"
    r"(?:the\s+)?(?P<part>early|mid|late|spring(?: of)?|summer(?: of)?|autumn(?: of)?|fall(?: of)?)?[\s-]*"
    rf"(?P<month>{MONTH})?\s*(?P<day>\d{{1,2}})?,?\s*(?P<year>20\d\d)\s*,",
)
_DATELINE: Final = re.compile(
    rf"(?:(?P<month>{MONTH})\s+(?P<day>\d{{1,2}}),?|(?P<day2>\d{{1,2}})\s+(?P<month2>{MONTH}),?)"
    r"\s+(?P<year>20\d\d)\s*(?:\(|[-–—|])"
)
_YEAR: Final = re.compile(r"20\d\d")  # every date of an opening has one, near its end
_BEFORE: Final = 60  # characters of a date before its year
_BEHIND: Final = 20  # and behind
# A date of the form 2023-01-10 where a line or a note of publication starts.
_STAMP: Final = re.compile(
    r"(?:^|\b(?:date|published|posted|updated)[:\s]\s?)(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b",
    re.IGNORECASE | re.MULTILINE,
)
# A note of publication: a date that starts a line or a part of one, or follows such a word.
_NOTED: Final = re.compile(
    r"(?:^|[|·•]\s?|\b(?:date|published|posted|updated)(?: on)?:?\s)"
    r"(?:on |(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?"
    rf"(?:(?P<month>{MONTH})\.? (?P<day>\d{{1,2}}),? ?|"
    rf"(?P<day2>\d{{1,2}})(?:st|nd|rd|th)? (?P<month2>{MONTH})\.? )"
    r"(?P<year>20\d\d)(?=\s*(?:$|[|·•,–—(]|- |\d\d[.:]\d\d|by ))",
    re.IGNORECASE | re.MULTILINE,
)
# The same in figures, day first: with points, or with strokes where no month is that high.
_FIGURES: Final = re.compile(
    r"(?:^|[|·•]\s?|\b(?:date|published|posted|updated)(?: on)?:?\s)"
    r"(?:(?P<day>\d\d)\.(?P<month>\d\d)\.|(?P<day2>1[3-9]|2\d|3[01])/(?P<month2>\d\d)/)(?P<year>20\d\d)\b",
    re.IGNORECASE | re.MULTILINE,
)
# The day or month in an address: "/2026/07/14/", "/2026/07/", "/2026-07-14-".
_ADDRESS: Final = re.compile(
    r"/(?P<year>20\d\d)(?P<stroke>[/-])(?P<month>0[1-9]|1[0-2])(?:(?P=stroke)(?P<day>[0-3]\d))?(?=[/-]|$)"
)
_PARTS: Final = {
    "early": ("01-01", "06-30"),
    "mid": ("04-01", "09-30"),
    "late": ("07-01", "12-31"),
    "spring": ("03-01", "06-30"),
    "summer": ("06-01", "09-30"),
    "autumn": ("09-01", "12-31"),
    "fall": ("09-01", "12-31"),
}
_HELD: Final = frozenset({"current", "acting", "former", "outgoing"})


class Dating(NamedTuple):
    """Ids of events that are past, present or about to take place; ISO days that bound the time told of."""

    events: tuple[str, ...] = ()
    not_before: str | None = None
    not_after: str | None = None


class _Event(NamedTuple):
    """An event, and for each of its phrases the words of which a text that has it has one."""

    seed: EventSeed
    first_words: tuple[frozenset[str], ...]


class Dater:
    """Dates articles by reference data. Make one for each process; reading has no state."""

    def __init__(self, reference: Reference) -> None:
        self._events: defaultdict[str, list[_Event]] = defaultdict(list)  # by words of their longest phrase
        for event in reference.event:
            for word in _first_words(max(event.words, key=len)):
                self._events[word].append(_Event(event, tuple(map(_first_words, event.words))))
        self._starts = _first_starts(reference)

    def date_article(
        self, words: Words, offices: Sequence[OfficeMention], address: str | None = None
    ) -> Dating:
        """Find the events that a text speaks of, and the bounds that its ``words`` or its address set."""
        told, soon = self._events_in(words)
        start, end = _frame(words.text[:OPENING])
        if start is None:
            start, end = _filed(address or "")
        starts = [event.start for event in told] + list(self._tenure_starts(offices))
        not_before = max([*starts, start] if start else starts, default=None)
        if end and not_before and not_before > end:
            end = None  # the opening looks back: the article itself is later
        return Dating(tuple(sorted({event.id for event in [*told, *soon]})), not_before, end)

    def _events_in(self, words: Words) -> tuple[list[EventSeed], list[EventSeed]]:
        """Give the events spoken of as past or present, and those about to take place."""
        told: list[EventSeed] = []
        soon: list[EventSeed] = []
        for word in self._events.keys() & words.at.keys():
            for event, first_words in self._events[word]:
                if not all(map(words.has, first_words)):
                    continue
                of_it = [sentence.lower() for sentence in _sentences_with(event.words, words.text)]
                if any(not _AHEAD.search(sentence) for sentence in of_it):
                    told.append(event)
                elif any(_SOON.search(sentence) for sentence in of_it):
                    soon.append(event)
        return told, soon

    def _tenure_starts(self, offices: Iterable[OfficeMention]) -> Iterable[str]:
        for office in offices:
            start = self._starts.get((office.person.id or "", slug(office.post)))
            if start and office.tenure in _HELD:
                yield start


def _first_words(phrase: str) -> frozenset[str]:
    """Give the words in lower case of which a text has one where it has ``phrase``: "summit", "summits"."""
    first, *more = _WORD.findall(phrase.lower())
    return frozenset({first} if more else {first, first + "s"})


def _sentences_with(phrases: Sequence[str], text: str) -> list[str]:
    """Give the sentences of ``text`` in which all of ``phrases`` stand."""
    lines = _with_all(phrases, text.split("\n"))
    return _with_all(phrases, [sentence for line in lines for sentence in _SENTENCE.split(line)])


def _with_all(phrases: Sequence[str], parts: list[str]) -> list[str]:
    for phrase in phrases:
        parts = [part for part in parts if phrase in part]
    return parts


def _first_starts(reference: Reference) -> dict[tuple[str, str], str]:
    starts: dict[tuple[str, str], str] = {}
    for tenure in reference.tenure:
        key = (tenure.person, slug(tenure.post))
        starts[key] = min(tenure.start, starts.get(key, tenure.start))
    return starts


def _frame(opening: str) -> tuple[str | None, str | None]:
    """Read the days that the opening sets: a dateline's day, or an opening adverbial's span."""
    near = [(max(0, year.start() - _BEFORE), year.end() + _BEHIND) for year in _YEAR.finditer(opening)]
    if (stamp := _near(_STAMP, opening, near)) and (
        day := _day(*(int(stamp[part]) for part in ("year", "month", "day")))
    ):
        return day, day
    if found := _near(_DATELINE, opening, near):
        month = found["month"] or found["month2"]
        return _span(int(found["year"]), month, found["day"] or found["day2"], None)
    if (noted := _near(_FIGURES, opening, near)) and (
        day := _day(
            int(noted["year"]), int(noted["month"] or noted["month2"]), int(noted["day"] or noted["day2"])
        )
    ):
        return day, day
    if found := _near(_NOTED, opening, near):
        month = found["month"] or found["month2"]
        return _span(int(found["year"]), month, found["day"] or found["day2"], None)
    if found := _near(_FRAME, opening, near):
        return _span(int(found["year"]), found["month"], found["day"], found["part"])
    return None, None


def _near(pattern: re.Pattern[str], opening: str, near: Sequence[Span]) -> re.Match[str] | None:
    """Give the first match of ``pattern`` in ``near``, the stretches around the years of the opening."""
    return next((found for span in near if (found := pattern.search(opening, *span))), None)


def _filed(address: str) -> tuple[str | None, str | None]:
    """Read the days under which an article is filed."""
    found = _ADDRESS.search(address)
    if not found:
        return None, None
    year, month = int(found["year"]), int(found["month"])
    if day := _day(year, month, int(found["day"])) if found["day"] else None:
        return day, day
    return dt.date(year, month, 1).isoformat(), end_of_month(year, month).isoformat()


def _span(year: int, month: str | None, day: str | None, part: str | None) -> tuple[str, str]:
    if month:
        number = MONTHS[month[:3].lower()]
        exact = _day(year, number, int(day)) if day else None
        if exact:
            return exact, exact
        return dt.date(year, number, 1).isoformat(), end_of_month(year, number).isoformat()
    first, last = _PARTS[part.split()[0].lower()] if part else ("01-01", "12-31")
    return f"{year}-{first}", f"{year}-{last}"


def _day(year: int, month: int, day: int) -> str | None:
    """Give the ISO day, None where the calendar has none such."""
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None
