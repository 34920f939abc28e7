"""Two periods of one pledge: the same, one within the other's meaning, or different ones.

A deadline, or the end of a period, is compared by the year that it is printed with, or by the
month; a stretch ("over ten years") by its length. Two years that do not overlap are two
pledges, not two reports of one.
"""

import re
from typing import Final

from streams.conflicts.moments import apart, days_of
from streams.conflicts.relations.verdict import Verdict
from streams.conflicts.state import Terms

COUNTED_SLACK: Final = 1  # years; a length may be counted from the next budget
OPEN: Final = Verdict("not_comparable", "one leaves the period open")
_YEARS: Final = re.compile(r"\b(\d{1,2}|[a-z]+)[-\s]years?\b", re.IGNORECASE)
_THIS_YEAR: Final = re.compile(r"\b(?:this|the current) (?:fiscal |financial |budget )?year\b", re.IGNORECASE)
_NUMBERS: Final = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty")
_COUNTS: Final = (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20)


def relate_periods(a: Terms, b: Terms, told: tuple[int, int] = (0, 0)) -> Verdict:
    """Compare the periods of two reports of one figure, told in the given years (0: unknown)."""
    one, other = horizon(a), horizon(b)
    if one and other:
        return _ends(a, b, one, other)
    short, long = sorted((length(a), length(b)))
    if short and short != long:
        return Verdict("conflict", f"over {short} year{'s' * (short > 1)} in one, over {long} in the other")
    return _length_and_end(a, b, told) or _length_and_end(b, a, told[::-1]) or OPEN


def _length_and_end(a: Terms, b: Terms, told: tuple[int, int]) -> Verdict | None:
    """Compare a length with a printed deadline: counted from the report, it ends in about that year."""
    if not (years(a) and b.deadline and told[0]):
        return None
    end, due = told[0] + years(a), int(b.deadline[:4])
    if abs(end - due) <= COUNTED_SLACK:
        return Verdict("compatible", "the length ends at about the deadline")
    return Verdict("conflict", f"over {years(a)} years, until {end}, in one, until {due} in the other")


def horizon(t: Terms) -> str:
    """Give the day by which the pledge is to be kept, shortened to the printed precision."""
    end = t.deadline or t.end or (t.start if t.kind == "gdp_share" else None)  # "from 2027"
    if not end or _counted(t):
        return ""
    return end[:4] if t.precision == "year" else end[:7]


def length(t: Terms) -> int:
    """Give the number of years that a pledge is for, as printed or from its first to its last; 0 if open."""
    if years(t):
        return years(t)
    if t.start and t.end and t.deadline is None:
        return max(1, round(apart(days_of(t.start), days_of(t.end)) / 365))
    return 1 if _THIS_YEAR.search(t.period_text or "") else 0


def years(t: Terms) -> int:
    """Give the number of years that a pledge is spread over, 0 where none is printed."""
    found = _YEARS.search(t.period_text or "")
    if not found:
        return 0
    word = found.group(1).casefold()
    if word.isdigit():
        return int(word)
    return _COUNTS[_NUMBERS.index(word)] if word in _NUMBERS else 0


def show_period(t: Terms) -> str:
    """Write a period in a few words."""
    if not horizon(t) and years(t):
        return f"over {years(t)} years"
    if not horizon(t) and length(t) == 1:
        return "in one year"
    if t.start and t.end and t.start[:4] != t.end[:4]:
        return f"{t.start[:4]} to {t.end[:4]}"
    if t.deadline:
        return f"by {horizon(t)}"
    return f"in {horizon(t)}" if horizon(t) else (t.period_text or "no period")


def _counted(t: Terms) -> bool:
    """Say whether the end was counted from a length ("over six years"), and is no printed day."""
    return t.deadline is None and years(t) > 0


def _ends(a: Terms, b: Terms, one: str, other: str) -> Verdict:
    if one.startswith(other) or other.startswith(one):
        return Verdict("compatible", "the same end")
    if _apart(a, b):
        return Verdict("not_comparable", "they are for different periods")
    return Verdict("conflict", f"until {min(one, other)} in one, until {max(one, other)} in the other")


def _apart(a: Terms, b: Terms) -> bool:
    """Say whether two periods with a printed beginning share no day; a share of GDP is the same in each."""
    if a.kind == "gdp_share":
        return False
    for one, other in ((a, b), (b, a)):
        if one.start and one.deadline is None and other.end and other.start and one.start > other.end:
            return True
        if one.start and one.deadline is None and other.deadline and one.start > other.deadline:
            return True
    return False
