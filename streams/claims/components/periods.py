"""Periods: doc.text in, ``doc._.periods`` out: when a promise holds, starts, ends or repeats.

Absolute years and dates stand on their own; "next year" and "by March" need the article's
date. Without one they keep their words and leave the dates open: nothing is guessed.
"""

import calendar
import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from models.messages import Period, Span
from streams.claims.annotations import PeriodMention
from streams.claims.components.calendar.stretches import BASE, PART, Stretch, is_bare, stretch_of
from streams.claims.components.calendar.words import (
    COUNT_WORDS,
    NUMBER,
    Day,
    day_of,
    months_later,
    number_of,
)
from streams.claims.components.text.words import Words, with_capitals, words_of

_UNITS: Final = {"year": 12, "decade": 120, "month": 1}  # in months; weeks are counted in days
_UNIT: Final = "year|month|week|decade"
_UNTIL: Final = (
    r"by|until|till|through|before|(?:no|not)\slater\sthan|up\s(?:to|until)|running\sto|ending(?:\sin)?"
)
_SINCE: Final = (
    r"since|as\s(?:of|from)|starting(?:\s(?:in|from|with))?|beginning(?:\s(?:in|with))?|from|after"
)
_DURING: Final = r"in|for|during|throughout|within|over|at|across"
_PATTERN: Final = re.compile(
    rf"""\b(?:
      (?:between|from|in|for|over|during|of|the|period|years?)?\s?(?P<from>20\d\d)\s?
          (?:(?:,\s20\d\d)*,?\s(?=and))?(?:[-–—/]|to|and|until|through)\s?(?P<to>20\d\d|\d\d(?!\d))
    | (?P<over1>over|within|in|for|during)\s(?:the\s)?(?P<turn1>next|coming|following|past|last)
        \s(?P<unit1>{_UNIT})(?!\w)
    | (?P<over>over|within|in|for|during|across|throughout
        |(?:term|duration|lifetime)(?:\sof(?:\s\w+){{1,3}})?\s(?:is|was|of|will\sbe))\s(?:the\s)?
        (?:(?:course\sof\s(?:the\s)?|a\s(?:total\s)?period\sof\s))?
        (?:(?P<lturn>next|coming|following|past|last)\s)?(?:{NUMBER}(?:\sto\s|\sor\s|-))?(?P<count>{NUMBER}|a|an)
        [\s-](?P<lunit>{_UNIT})s?(?!\w)(?!\s(?:ago|old|after|before|earlier|later))
    | (?P<length>{NUMBER}|an?)[\s-](?P<agreed>{_UNIT})s?
        (?!s?\s(?:ago|old|earlier|later|high|low|anniversary|war))
        (?=[\s-](?:\w+[\s-]){{0,3}}(?:agreement|pact|accord|plan|package|program|programme|deal|commitment|pledge
        |campaign|facility|fund|strategy|period|loan))
    | (?P<multi>multi-?year)
    | (?:(?:(?P<until>{_UNTIL})|(?P<since>{_SINCE})|(?P<during>{_DURING}))\s)?(?:the\s)?(?:later\s)?
        (?P<part>{PART})?(?:the\s)?{BASE}(?!\w)(?:\son(?:wards?)?\b)?
    )""",
    re.VERBOSE | re.IGNORECASE,
)
# Every period has one of these words, or a year of this century.
_WORDS: Final = with_capitals(
    {
        *(f"{unit}{plural}" for unit in (*_UNIT.split("|"), "quarter") for plural in ("", "s")),
        *("spring", "summer", "autumn", "fall", "winter", "multi", "multiyear"),
        *(name for name in (*calendar.month_name, *calendar.month_abbr, "Sept") if name),
    }
)
_YEAR: Final = re.compile(r"20\d\d")
# The words that may open a period; figures do, too.
_HEADS: Final = (
    frozenset(
        (  # noqa: SIM905  (a list of words reads better unquoted)
            "by until till through before no not up running ending since as starting beginning from after "
            "in for during throughout within over at across between of the period this next last current "
            "coming following same later early mid late very end close start middle turn first second third "
            "fourth q1 q2 q3 q4 h1 h2 fiscal financial budget calendar year years month decade multi "
            "multiyear a an several few couple term duration lifetime spring summer autumn fall winter sept"
        ).split()
    )
    | COUNT_WORDS
    | {name.lower() for name in (*calendar.month_name, *calendar.month_abbr) if name}
)
_BEFORE: Final = 48  # characters of a period before its word


def periods_of(text: str, published_at: str | None) -> tuple[PeriodMention, ...]:
    """Give the periods of ``text``; ``published_at`` (RFC 3339 or a bare date) resolves relative ones."""
    return tuple(_mentions(Words(text), day_of(published_at), ((0, len(text)),)))


def _mentions(words: Words, day: Day, sentences: Iterable[Span]) -> Iterator[PeriodMention]:
    """Give the periods in ``sentences``, by looking around the words that every period has."""
    marks = [at for at, _ in words.places(_WORDS)]
    marks += [year.start() for year in _YEAR.finditer(words.text)]
    marks.sort()
    for start, end in sentences:
        reached = start
        for at in marks[bisect_left(marks, start) : bisect_left(marks, end)]:
            if at < reached:
                continue
            match = _around(words, max(reached, at - _BEFORE), at, end)
            if match is None:
                continue
            reached = match.end()
            period = _period(match, day)
            if period is not None:
                yield PeriodMention(match.span(), period)


def _around(words: Words, low: int, at: int, end: int) -> re.Match[str] | None:
    """Match the first period that starts in ``low``..``at``, tried only at words that may open one."""
    for start, word in words.within(low, at + 1):
        if word[0].isdigit() or word in _HEADS:
            match = _PATTERN.match(words.text, start, end)
            if match:
                return match
    return None


def _period(match: re.Match[str], day: Day) -> Period | None:
    words = " ".join(match[0].split())
    if match["from"]:
        end = match["to"] if len(match["to"]) == 4 else match["from"][:2] + match["to"]
        if int(end) < int(match["from"]):
            return None
        return Period(start=f"{match['from']}-01-01", end=f"{end}-12-31", precision="year", text=words)
    if match["multi"]:
        return Period(text=words)
    if match["count"] or match["length"] or match["unit1"]:
        return _length(match, words, day)
    return _placed(match, words, day)


def _placed(match: re.Match[str], words: str, day: Day) -> Period | None:
    """Read a deadline, a beginning or a stretch of the calendar by the word before it."""
    until, since = (match["until"] or "").lower(), (match["since"] or "").lower()
    if match["running"] and not (until and (match["part"] or match["ends"] or until == "by")):
        return None  # "the year" ends something only as "by the end of the year"
    if since == "from" and match["budget"]:
        since = ""  # paid from the budget of that year
    during = bool(match["during"] or match["budget"])
    if is_bare(match) and not (until or since or (during and _is_dated(match))):
        return None
    direction = 1 if until else -1 if since == "since" else 1 if since else 0
    found = stretch_of(match, day, direction)
    if found is None:
        return Period(text=words)
    if until:
        return Period(deadline=_deadline(found, match, until), precision=found.precision, text=words)
    if since:
        start = found.last + dt.timedelta(days=1) if since == "after" else found.first
        return Period(start=start.isoformat(), precision=found.precision, text=words)
    return Period(
        start=found.first.isoformat(), end=found.last.isoformat(), precision=found.precision, text=words
    )


def _is_dated(match: re.Match[str]) -> bool:
    """Tell "in March 2025" from "in March", which may be past or to come."""
    return bool(match["year"] or match["myear"] or match["syear"])


def _deadline(found: Stretch, match: re.Match[str], until: str) -> str:
    before = until == "before" and not match["part"] and not match["running"]
    return (found.first - dt.timedelta(days=1) if before else found.last).isoformat()


def _length(match: re.Match[str], words: str, day: Day) -> Period:
    """Read a length of time: ahead of the article's day, behind it, or of no known place."""
    past = (match["lturn"] or match["turn1"] or "").lower() in ("past", "last")
    count = 1 if match["unit1"] else number_of(match["count"] or match["length"])
    unit = (match["lunit"] or match["unit1"] or match["agreed"]).lower()
    ahead = bool(match["lturn"] or match["turn1"]) or (match["over"] or "").lower() == "within"
    if day is None or count is None or not ahead:
        return Period(text=words)
    try:
        other = _counted(day, -count if past else count, unit)
    except (OverflowError, ValueError):
        return Period(text=words)
    start, end = (other, day) if past else (day, other)
    return Period(start=start.isoformat(), end=end.isoformat(), precision="month", text=words)


def _counted(day: dt.date, count: int, unit: str) -> dt.date:
    if unit == "week":
        return day + dt.timedelta(weeks=count)
    return months_later(day, count * _UNITS[unit])


@Language.component("periods", requires=["doc._.sentences", "doc._.quantities"], assigns=["doc._.periods"])
def periods(doc: Doc) -> Doc:
    """Note the periods in the sentences that count something: only there they bound a promise."""
    at = [mention.quantity.span[0] for mention in doc._.quantities if mention.quantity.span]
    counted = [s for s in doc._.sentences if (i := bisect_left(at, s[0])) < len(at) and at[i] < s[1]]
    doc._.periods = tuple(_mentions(words_of(doc), day_of(doc._.published_at), counted)) if counted else ()
    return doc
