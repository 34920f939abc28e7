"""Stretches of the calendar: a matched expression and the article's day in, first and last day out.

"March 2026", "the third quarter of next year", "late 2025", "30 June": whatever a period
or deadline is made of. What needs the article's day has no stretch without one.
"""

import datetime as dt
import re
from typing import Final, Literal, NamedTuple

from streams.claims.components.calendar.words import MONTH, MONTHS, Day, end_of_month

_TURN: Final = r"this|next|last|current|coming|following"
_SEASONS: Final = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 14)}
_ORDINALS: Final = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3}
PART: Final = (
    r"(?:(?:early|mid|late)(?:[\s-]in\s|[\s-])"
    r"|(?:(?:very\s)?end|close|start|beginning|middle|turn)\sof\s"
    rf"|(?:(?:{'|'.join(_ORDINALS)}|last)\s(?:half|quarter)|Q[1-4]|H[12])\s(?:of\s)?)"
)
BASE: Final = rf"""(?:
    (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<dmonth>{MONTH})(?:,?\s(?P<dyear>20\d\d))?
  | (?P<month2>{MONTH})\s(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|[.,]\d|\s?(?:[mb]n?|million|billion)\b)
      (?:,?\s(?P<dyear2>20\d\d))?
  | (?:(?P<mturn>{_TURN})\s)?(?P<month>{MONTH})
      (?:,?\s(?:of\s)?(?:the\s)?(?:(?P<myear>20\d\d)(?!\d)|(?P<mrel>this|next|last|same)\syear))?
  | (?:(?P<sturn>{_TURN})\s)?(?P<season>{"|".join(_SEASONS)})(?:\s(?:of\s)?(?P<syear>20\d\d))?
  | (?:(?:fiscal|financial|budget|calendar)\s)?(?:year\s)?(?P<year>20\d\d)(?![\d/-]\d)(?P<budget>\sbudget\b)?
  | (?P<turn>{_TURN})\s(?:(?:fiscal|financial|calendar|budget|school)\s)?
      (?P<unit>year|month|week|quarter|decade)
  | (?P<aftnext>year\safter\s(?:next|that))
  | (?P<running>year|month|decade)(?P<ends>['’]?s?[\s-]end|\sis\sout)?
)"""


class Stretch(NamedTuple):
    """First and last day of a stretch, and how finely it is told."""

    first: dt.date
    last: dt.date
    precision: Literal["day", "month", "year"]


def is_bare(match: re.Match[str]) -> bool:
    """Tell a year, month, season or day that is no period without a word before it."""
    turned = match["turn"] or match["mturn"] or match["sturn"] or match["aftnext"] or match["mrel"]
    return not turned


def stretch_of(match: re.Match[str], day: Day, direction: int) -> Stretch | None:
    """Resolve a match of PART (group ``part``) and BASE; ``direction`` of a month without a year.

    1: the next one to come, -1: the last one gone by, 0: not told. None where the
    article's ``day`` would be needed and is unknown, or the calendar has no such day.
    """
    try:
        whole = _whole(match, day, direction)
        return _narrowed(whole, (match["part"] or "").lower()) if whole else None
    except (ValueError, OverflowError):  # the 31st of June, the year 10000
        return None


def _whole(match: re.Match[str], day: Day, direction: int) -> Stretch | None:  # noqa: PLR0911  (a base each)
    if match["day"] or match["day2"]:
        return _dated(match, day, direction)
    if match["month"]:
        return _month(match, day, direction)
    if match["season"]:
        return _season(match, day, direction)
    if match["year"]:
        return _years(int(match["year"]))
    if day is None:
        return None
    if match["aftnext"]:
        return _years(day.year + 2)
    turn = (match["turn"] or "this").lower()
    shift = {"next": 1, "coming": 1, "following": 1, "last": -1}.get(turn, 0)
    return _turned(match["unit"] or match["running"], shift, day)


def _dated(match: re.Match[str], day: Day, direction: int) -> Stretch | None:
    number, year = int(match["day"] or match["day2"]), match["dyear"] or match["dyear2"]
    month = MONTHS[(match["dmonth"] or match["month2"])[:3].lower()]
    if year is None and (day is None or direction == 0):
        return None
    found = dt.date(int(year) if year else day.year, month, number)  # type: ignore[union-attr]
    if year is None and day is not None and (found - day).days * direction < 0:
        found = found.replace(year=found.year + direction)
    return Stretch(found, found, "day")


def _month(match: re.Match[str], day: Day, direction: int) -> Stretch | None:
    month = MONTHS[match["month"][:3].lower()]
    if match["myear"]:
        return _months(int(match["myear"]), month, month)
    turn = (match["mturn"] or match["mrel"] or "").lower()
    if day is None or not (turn or direction):
        return None
    if match["mrel"]:
        year = day.year + {"next": 1, "last": -1}.get(turn, 0)
    elif turn in ("next", "last"):
        year = day.year + (month <= day.month) if turn == "next" else day.year - (month >= day.month)
    else:
        year = day.year + (direction if not turn and (month - day.month) * direction < 0 else 0)
    return _months(year, month, month)


def _season(match: re.Match[str], day: Day, direction: int) -> Stretch | None:
    first, last = _SEASONS[match["season"].lower()]
    if match["syear"]:
        return _months(int(match["syear"]), first, last)
    if day is None:
        return None
    turn = (match["sturn"] or "").lower()
    year = day.year
    if turn in ("next", "coming") or (not turn and direction > 0):
        year += last <= day.month or (turn == "next" and first <= day.month)
    elif turn == "last" or (not turn and direction < 0):
        year -= first > day.month or (turn == "last" and last >= day.month)
    elif not turn:
        return None
    return _months(year, first, last)


def _turned(unit: str, shift: int, day: dt.date) -> Stretch | None:
    unit = unit.lower()
    if unit == "year":
        return _years(day.year + shift)
    if unit == "month":
        month = day.month + shift
        return _months(day.year, month, month)
    if unit == "quarter":
        first = (day.month - 1) // 3 * 3 + 1 + 3 * shift
        return _months(day.year, first, first + 2)
    if unit == "decade":
        first_year = (day.year // 10 + shift) * 10
        return Stretch(dt.date(first_year, 1, 1), dt.date(first_year + 9, 12, 31), "year")
    monday = day - dt.timedelta(days=day.weekday()) + dt.timedelta(weeks=shift)
    return Stretch(monday, monday + dt.timedelta(days=6), "day")


def _years(year: int) -> Stretch:
    return Stretch(dt.date(year, 1, 1), dt.date(year, 12, 31), "year")


def _months(year: int, first: int, last: int) -> Stretch:
    """Give months ``first``..``last`` of ``year``; a month over 12 or under 1 counts into another year."""
    start, end = (divmod(month - 1, 12) for month in (first, last))
    return Stretch(
        dt.date(year + start[0], start[1] + 1, 1), end_of_month(year + end[0], end[1] + 1), "month"
    )


def _narrowed(whole: Stretch, part: str) -> Stretch:
    """Cut a year or a month down to its part: "late", "first half of", "Q3", "end of"."""
    if not part or whole.precision == "day":
        return whole
    first, last = whole.first, whole.last
    if whole.precision == "month":
        if part.startswith(("mid", "middle")):
            return Stretch(first.replace(day=10), first.replace(day=15), "day")
        return whole
    months = _months_of(part)
    if months is None:  # a decade's end is its last year
        return whole
    year = last.year if part.startswith(("end", "very", "close", "late", "turn")) else first.year
    return _months(year, *months)


def _months_of(part: str) -> tuple[int, int] | None:
    word = part.replace("-", " ").split()[0]
    if "half" in part or word in ("h1", "h2"):
        second = word in ("second", "2nd", "last", "h2")
        return (7, 12) if second else (1, 6)
    if "quarter" in part or word[0] == "q":
        number = int(word[1]) - 1 if word[0] == "q" else _ORDINALS.get(word, 3)
        return 3 * number + 1, 3 * number + 3
    named = {"early": (1, 3), "mid": (5, 6), "middle": (5, 6), "late": (10, 12), "start": (1, 1)}
    return {**named, "beginning": (1, 1)}.get(word, (12, 12))
