"""Periods: doc.text in, ``doc._.periods`` out: when a promise holds, starts, ends or repeats.

Absolute years and dates stand on their own; "next year" and "by March" need the article's
date. Without one they keep their words and leave the dates open: nothing is guessed.
"""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from models.messages import Period
from streams.claims.annotations import PeriodMention, source_text
from streams.claims.components.calendar_words import (
    MONTH,
    MONTHS,
    NUMBER,
    Day,
    day_of,
    end_of_month,
    number_of,
)

_PATTERN: Final = re.compile(
    rf"""\b(?:
      (?:between|from|in|for|over|during|of|the|period)?\s?(?P<from>20\d\d)\s?(?:[-–—/]|to|and|until
          |through)\s?(?P<to>20\d\d|\d\d(?!\d))
    | (?P<deadline>by|until|till|through|before|up\sto|no\slater\sthan
        |running\sto)\s(?:the\s)?(?P<part>(?:very\s)?end\sof|close\sof|start\sof|beginning\sof|middle\sof
        |turn\sof)?\s?(?:the\s)?
        (?:(?P<dmonth>{MONTH})\s)?(?:of\s)?(?P<dyear>20\d\d)
    | (?:as\sof|starting|beginning|from)\s(?:in\s)?(?P<since>20\d\d)(?:\son(?:wards?)?)?
    | (?:in|for|during|throughout|within|fiscal|year|budget)\s(?:the\s)?(?:fiscal\s|financial\s
        |budget\s)?(?:year\s)?(?P<year>20\d\d)(?![-–]\d)
    | (?P<by>by|before|until|till|through)\s(?:the\s)?(?:(?P<byend>end|close
        |turn)\sof\s)?(?:the\s)?(?P<bywhen>(?:this|next)\s(?:year|month|{MONTH})|year['’]?s?[\s-]end
        |(?:year|month|decade)(?!\w)|{MONTH}(?:\sof\s(?:this|next)\syear)?)
    | (?P<over>over|within|in|for|during|across|throughout)\s(?:the\s)?(?:(?P<turn>next|coming
        |following|past|last)\s)?(?P<count>{NUMBER})[\s-](?P<unit>years?|months?|weeks?)(?!\s(?:ago|old
        |after|before))
    | (?P<over1>over|within|in|for|during)\s(?:the\s)?(?P<turn1>next|coming
        |following)\s(?P<unit1>year|month|week|decade)
    | (?P<rel>(?:this|next|last)\s(?:fiscal\s|financial\s|calendar\s)?(?:year|month|week|decade)
        |(?:this|next|last)\s(?:{MONTH})|later\sthis\syear|the\scoming\syear|(?:the\s)?following\syear)
    | (?P<length>{NUMBER})[\s-](?P<lunit>year|month)(?!s?\s(?:ago|old|earlier|later|high|low
        |anniversary|war))s?(?=[\s-](?:\w+[\s-]){{0,3}}(?:agreement|pact|accord|plan|package|program
        |programme|deal|commitment|pledge|campaign|facility|fund|strategy|period|loan))
    | (?P<multi>multi-?year)
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_ANY: Final = re.compile(r"20\d\d|year|month|week|decade|next|last", re.IGNORECASE)


def periods_of(text: str, published_at: str | None) -> tuple[PeriodMention, ...]:
    """Give the periods of ``text``; ``published_at`` (RFC 3339 or a bare date) resolves relative ones."""
    day = day_of(published_at)
    return tuple(_mentions(text, day, 0, len(text)))


def _mentions(text: str, day: Day, start: int, end: int) -> Iterator[PeriodMention]:
    if not _ANY.search(text, start, end):
        return
    for match in _PATTERN.finditer(text, start, end):
        period = _period(match, day)
        if period is not None:
            yield PeriodMention(match.span(), period)


def _period(match: re.Match[str], day: Day) -> Period | None:  # noqa: PLR0911  (one return for each rule)
    words = " ".join(match[0].split())
    if match["from"]:
        end = match["to"] if len(match["to"]) == 4 else match["from"][:2] + match["to"]
        if int(end) < int(match["from"]):
            return None
        return Period(start=f"{match['from']}-01-01", end=f"{end}-12-31", precision="year", text=words)
    if match["dyear"]:
        return Period(deadline=_deadline(match), precision="month" if match["dmonth"] else "year", text=words)
    if match["since"]:
        return Period(start=f"{match['since']}-01-01", precision="year", text=words)
    if match["year"]:
        year = match["year"]
        return Period(start=f"{year}-01-01", end=f"{year}-12-31", precision="year", text=words)
    if match["multi"]:
        return Period(text=words)
    return _relative(match, words, day)


def _deadline(match: re.Match[str]) -> str:
    year, part = int(match["dyear"]), (match["part"] or "").lower()
    if match["dmonth"]:
        return end_of_month(year, MONTHS[match["dmonth"][:3].lower()]).isoformat()
    if part.startswith(("start", "beginning")):
        return f"{year}-01-31"
    return f"{year}-06-30" if part.startswith("middle") else f"{year}-12-31"


def _relative(match: re.Match[str], words: str, day: Day) -> Period:
    if match["bywhen"]:
        return Period(deadline=_by(match["bywhen"].lower(), day), precision="month", text=words)
    if match["unit"] or match["lunit"]:
        past = (match["turn"] or "").lower() in ("past", "last")
        count = number_of(match["count"] or match["length"])
        unit = (match["unit"] or match["lunit"]).lower().rstrip("s")
        ahead = bool(match["turn"]) or (match["over"] or "").lower() == "within"
        return _span(day if ahead else None, count, unit, words, past=past)
    if match["unit1"]:
        return _span(day, 1, match["unit1"].lower(), words, past=False)
    return _named(match["rel"].lower(), words, day)


def _span(day: Day, count: int | None, unit: str, words: str, *, past: bool) -> Period:
    """Give ``count`` units ahead of (or behind) the article's day; a bare length stays open."""
    if day is None or count is None:
        return Period(text=words)
    days = {"year": 365.25, "month": 30.44, "week": 7.0, "decade": 3652.5}[unit] * count
    try:
        other = day - dt.timedelta(days=days) if past else day + dt.timedelta(days=days)
    except OverflowError:
        return Period(text=words)
    if unit in ("year", "decade"):
        other = _same_day(day, other.year)
    start, end = (other, day) if past else (day, other)
    return Period(start=start.isoformat(), end=end.isoformat(), precision="month", text=words)


def _same_day(day: dt.date, year: int) -> dt.date:
    return dt.date(year, day.month, min(day.day, 28) if day.month == 2 else day.day)


def _named(words: str, printed: str, day: Day) -> Period:
    """Resolve "this year", "next March", "last month"."""
    if day is None:
        return Period(text=printed)
    shift = (
        1
        if words.startswith(("next", "the coming", "coming", "following", "the following"))
        else -1
        if words.startswith("last")
        else 0
    )
    month = (
        MONTHS.get(words.rsplit(maxsplit=1)[-1][:3])
        if words.rsplit(maxsplit=1)[-1] not in ("month", "decade")
        else None
    )
    if "year" in words and 1 <= day.year + shift <= 9999:
        year = day.year + shift
        return Period(start=f"{year:04d}-01-01", end=f"{year:04d}-12-31", precision="year", text=printed)
    if month is not None:
        year = _year_of(month, shift, day)
        return Period(
            start=f"{year:04d}-{month:02d}-01",
            end=end_of_month(year, month).isoformat(),
            precision="month",
            text=printed,
        )
    return Period(text=printed)


def _year_of(month: int, shift: int, day: dt.date) -> int:
    """Give the year of "next March" (the first to come) or "last May" (the last gone by)."""
    if shift > 0:
        return day.year + (month <= day.month)
    if shift < 0:
        return day.year - (month >= day.month)
    return day.year


def _by(when: str, day: Day) -> str | None:
    """Resolve a deadline: "the end of the year", "next March", "June"."""
    if day is None:
        return None
    if when.startswith("year") or when == "this year":
        return f"{day.year:04d}-12-31"
    if when == "next year":
        return f"{day.year + 1:04d}-12-31" if day.year < 9999 else None
    month = MONTHS.get(when.removeprefix("this ").removeprefix("next ")[:3])
    if month is None or when == "month":
        return end_of_month(day.year, day.month).isoformat() if "month" in when else None
    year = (
        day.year + ("next year" in when)
        if "year" in when
        else _year_of(month, 1, day)
        if month < day.month
        else day.year
    )
    return end_of_month(min(year, 9999), month).isoformat()


@Language.component("periods", requires=["doc._.sentences", "doc._.quantities"], assigns=["doc._.periods"])
def periods(doc: Doc) -> Doc:
    """Note the periods in the sentences that count something: only there they bound a promise."""
    text, day = source_text(doc), day_of(doc._.published_at)
    at = [mention.quantity.span[0] for mention in doc._.quantities if mention.quantity.span]
    counted = [s for s in doc._.sentences if (i := bisect_left(at, s[0])) < len(at) and at[i] < s[1]]
    doc._.periods = tuple(found for span in counted for found in _mentions(text, day, *span))
    return doc
