"""Words of the calendar: month names, counts, and days, as numbers. Pure look-ups."""

import calendar
import datetime as dt
import re
from typing import Final

from streams.claims.components.text.words import Words

Day = dt.date | None
MONTHS: Final = {name[:3].lower(): number for number, name in enumerate(calendar.month_name) if name}
# Capitals only: "may" and "march" are verbs.
MONTH: Final = (
    r"(?-i:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
    r"(?![^\W\d_])"  # "25 Marders" names no day
)
_COUNTS: Final = {
    word: number
    for number, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 1
    )
} | {
    "fifteen": 15,
    "eighteen": 18,
    "twenty": 20,
    "twenty-five": 25,
    "thirty": 30,
    "fifty": 50,
    "a": 1,
    "an": 1,
}
COUNT_WORDS: Final = frozenset(word.partition("-")[0] for word in _COUNTS)
_SPELT: Final = "|".join(sorted((word for word in _COUNTS if len(word) > 2), key=len, reverse=True))
NUMBER: Final = rf"(?:\d{{1,2}}|{_SPELT}|several|few|couple\sof|coming)"
_WEEKDAYS: Final = {name.lower(): number for number, name in enumerate(calendar.day_name)}
_DAY_WORDS: Final = frozenset({*_WEEKDAYS, "today", "yesterday"})
_A_MONTH: Final = re.compile("|".join(month.capitalize() for month in MONTHS))
_SAID_ON: Final = re.compile(
    rf"\b(?:(?:on|last)\s+(?P<weekday>{'|'.join(calendar.day_name)})\b(?!\s+(?:next|in))"
    rf"|(?P<today>today)\b|(?P<yesterday>yesterday)\b"
    rf"|(?:on\s+)?(?P<month>{MONTH})\s+(?P<day>\d{{1,2}})(?!\d)(?:,?\s+(?P<year>20\d\d))?"
    rf"|(?:on\s+)?(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month2>{MONTH})(?:,?\s+(?P<year2>20\d\d))?)",
    re.IGNORECASE,
)


def day_of(published_at: str | None) -> Day:
    """Give the day of an RFC 3339 time or a bare date, None for none or one that does not parse."""
    try:
        return dt.date.fromisoformat((published_at or "")[:10])
    except ValueError:
        return None


def number_of(word: str | None) -> int | None:
    """Read "five" or "5"; None for a vague count."""
    if word is None:
        return None
    return int(word) if word.isdigit() else _COUNTS.get(word.lower())


def end_of_month(year: int, month: int) -> dt.date:
    """Give the last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def months_later(day: dt.date, months: int) -> dt.date:
    """Give the same day ``months`` later, or earlier where negative; the month's last where it has none.

    Raises ValueError outside the years 1 to 9999.
    """
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise ValueError(year)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def told_on(words: Words, start: int, end: int, day: Day) -> Day:
    """Give the day that the text names in ``start``..``end`` for what it tells there.

    A weekday is the last one up to the article's ``day``; a date without a year is the last one up to it.
    """
    named = words.stands(_DAY_WORDS, start, end) or _A_MONTH.search(words.text, start, end)
    found = _SAID_ON.search(words.text, start, end) if named else None
    if found is None:
        return None
    if found["weekday"]:
        return (
            day - dt.timedelta(days=(day.weekday() - _WEEKDAYS[found["weekday"].lower()]) % 7)
            if day
            else None
        )
    if found["today"] or found["yesterday"]:
        return day - dt.timedelta(days=bool(found["yesterday"])) if day else None
    month = MONTHS[(found["month"] or found["month2"])[:3].lower()]
    number, year = int(found["day"] or found["day2"]), found["year"] or found["year2"]
    return _dated(month, number, int(year) if year else None, day)


def _dated(month: int, number: int, year: int | None, day: Day) -> Day:
    if year is None and day is None:
        return None
    try:
        if year is not None:
            return dt.date(year, month, number)
        assert day is not None
        this = dt.date(day.year, month, number)
        return this if this <= day else dt.date(day.year - 1, month, number)
    except ValueError:  # the 31st of a month that has none
        return None
