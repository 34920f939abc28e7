"""Two quantities of one kind: equal, within each other's bounds, different, or beyond comparison.

Quantities compare as intervals: the printed precision gives a rounding, the qualifier an
open end, a conversion its own tolerance. Only figures near each other (or alike in their
digits) can be two reports of one amount; far apart they are different amounts.
"""

import math
import re
from typing import Final, NamedTuple

from streams.conflicts.relations.units import comparable, family
from streams.conflicts.relations.verdict import Verdict
from streams.conflicts.state import Terms

ROUNDING_MAX: Final = 0.05  # "1 billion" is never read as 1.4 billion, whatever its precision
ABOUT: Final = 0.1
CONVERSION: Final = 0.03  # newsrooms convert at the rate of another day and round
BOUND_REACH: Final = 1.5  # "over 40" may mean 50, hardly 100
NEAR: Final = 2.5  # beyond this ratio two figures are different amounts, not two reports of one
NEAR_SHARES: Final = 1.6  # of shares of GDP, which rise by steps
CONVERTED: Final = 1.7  # the same across currencies: a report seldom converts and errs as well
GARBLED_MAX: Final = 1000.0  # millions for billions is a slip, thousands for billions another pledge
SAME_SCALE: Final = 15.0  # a digit more, or swapped: ten times as much at most
_NOUGHT_MIN: Final = 1_000_000  # smaller sums recur by chance
_NO_BOUND: Final = frozenset({"exactly", "about"})
AGREEING: Final = frozenset({"equivalent", "compatible"})
_BARE: Final = re.compile(r"(?<![A-Za-z])\$(?! ?[A-Z])")
# Currencies of one name; dollars are told apart by the reader, see bare_dollar().
_NAMESAKES: Final = (
    frozenset({"INR", "NPR", "PKR", "LKR", "MUR"}),
    frozenset({"NOK", "SEK", "DKK", "ISK"}),
    frozenset({"KES", "UGX", "TZS", "SOS"}),
    frozenset({"CHF", "XAF", "XOF", "CDF", "RWF"}),
    frozenset({"MXN", "PHP", "ARS", "CLP", "COP"}),
    frozenset({"GBP", "EGP", "LBP", "SDG", "SYP"}),
    frozenset({"JOD", "KWD", "RSD", "IQD", "TND", "DZD"}),
)
_SCALE: Final = re.compile(
    r"\b(?:about|around|some|nearly|over|more than|at least|up to|almost|roughly|a|an|another|further|"
    r"half|quarter|of|one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|"
    r"m|mn|mln|mio|million|millions|b|bn|bln|billion|billions|t|tn|trillion|k|crore|lakh)\b",
    re.IGNORECASE,
)
_SIGNED: Final = re.compile(r"[^\W\d_]|[$€£¥₹]")
_WHOSE: Final = re.compile(r"\b[A-Z][a-z]{3,} [a-z]|£|¥|₹")
_NUMBER: Final = re.compile(r"\d[\d,.]*\d|\d")


class Figure(NamedTuple):
    """A quantity ready to compare: its terms, its bounds, and how far its rounding reaches."""

    terms: Terms
    value: float
    low: float
    high: float
    slack: float


def figure_of(t: Terms) -> Figure:
    """Work out what a quantity can mean by its qualifier, its printed precision and its "about"."""
    low, high = _bounds(t)
    value = t.value or 0.0
    slack = rounding(t) if t.qualifier != "about" else max(rounding(t), ABOUT * abs(value))
    return Figure(t, value, low, high, slack)


def relate_figures(one: Figure, other: Figure) -> Verdict:
    """Compare two figures alone; "conflict" means different ones that may be reports of one amount."""
    a, b = one.terms, other.terms
    if a.kind != b.kind or a.kind == "none" or not _same_thing(a, b):
        return Verdict("not_comparable", "quantities of different kinds")
    if a.value is None or b.value is None:
        return Verdict("not_comparable", "no figure")
    if a.currency != b.currency:
        return _across_currencies(one, other)
    if a.value == b.value and a.qualifier == b.qualifier and a.high == b.high:
        return Verdict("equivalent", "the same figure")
    return _compare(one, other, 0.0, NEAR if a.kind != "gdp_share" else NEAR_SHARES)


def garbled(a: Terms, b: Terms) -> bool:
    """Say whether one printed number is the other with digits swapped, one lost, or its point slipped."""
    if _ratio(a.value or 0.0, b.value or 0.0) > GARBLED_MAX:
        return False
    return _swapped(_printed(a), _printed(b)) or _alike(a, b) or _misheard(a, b)


def mixed_up(a: Terms, b: Terms) -> bool:
    """Say whether one printed number has the digits of the other, swapped, or lacks one, at one scale."""
    near = _ratio(a.value or 0.0, b.value or 0.0) < SAME_SCALE
    one, other = sorted((_printed(a), _printed(b)), key=len)
    rounded = "." in one and other.startswith(one)  # 1.5 for 1.55
    return near and not rounded and (_swapped(one, other) or _alike(a, b))


def _misheard(a: Terms, b: Terms) -> bool:
    """Say whether one printed number is a teen and the other the tens that sound like it: 15 and 50."""
    teen, tens = sorted((_printed(a), _printed(b)), key=lambda digits: (len(digits), digits))
    teens = len(teen) == len(tens) == len("15") and teen[0] == "1" and teen[1] > "2"
    return teens and tens == f"{teen[1]}0" and _ratio(a.value or 0.0, b.value or 0.0) < SAME_SCALE


def digit_more(a: Terms, b: Terms) -> bool:
    """Say whether one printed number is the other with a digit before it: 18 for 8."""
    one, other = sorted((_printed(a), _printed(b)), key=len)
    return len(other) == len(one) + 1 and other[1:] == one and _ratio(a.value or 0.0, b.value or 0.0) <= NEAR


def _swapped(one: str, other: str) -> bool:
    return len(one) == len(other) > 1 and one != other and sorted(one) == sorted(other)


def nought_lost(a: Terms, b: Terms) -> bool:
    """Say whether one amount of money is ten times the other, both printed alike but for a nought."""
    small, large = sorted((a.value or 0.0, b.value or 0.0))
    alike = a.kind == "money" and a.qualifier == b.qualifier
    return alike and small >= _NOUGHT_MIN and abs(large - 10 * small) < 1


def bare_dollar(a: Terms, b: Terms) -> bool:
    """Say whether two currencies are dollars and one was printed with nothing but the sign."""
    dollars = all((t.currency or "").endswith("D") for t in (a, b))
    return dollars and any(_BARE.search(t.text or "") is not None for t in (a, b))


def _one_bare_sign(a: Terms, b: Terms) -> bool:
    """Say whether two currencies bear one name and one was printed with nothing but that ("Rs")."""
    alike = any(a.currency in row and b.currency in row for row in _NAMESAKES)
    return alike and not all(_told_apart(t) for t in (a, b))


def _printed_with_one(t: Terms) -> bool:
    """Say whether a sum is printed with any currency: "30 mln." is not, and takes its neighbour's."""
    return not t.text or bool(_SIGNED.search(_SCALE.sub("", t.text)))


def _told_apart(t: Terms) -> bool:
    """Say whether a sum is printed with its currency's code, or with whose it is ("Indian rupees")."""
    return (t.currency or "") in (t.text or "") or _WHOSE.search(t.text or "") is not None


def agree(one: Figure, other: Figure) -> bool:
    """Say whether two figures can be one amount as they stand."""
    return relate_figures(one, other).relation in AGREEING


def _same_thing(a: Terms, b: Terms) -> bool:
    if a.kind != "units":
        return a.unit == b.unit
    return family(a.unit) == family(b.unit) and comparable(a.unit, b.unit)


def _across_currencies(one: Figure, other: Figure) -> Verdict:
    a, b = one.terms, other.terms
    if not all(t.currency and _printed_with_one(t) for t in (a, b)):
        return Verdict("not_comparable", "currency unknown")
    if a.in_eur is not None and b.in_eur is not None and a.value and b.value:
        verdict = _compare(_in_eur(one), _in_eur(other), CONVERSION, CONVERTED)
        bounded = a.qualifier != b.qualifier and not {a.qualifier, b.qualifier} <= _NO_BOUND
        if verdict.relation == "compatible" and (
            a.value != b.value or bounded or _worth_the_same(one, other)
        ):
            return Verdict("compatible", f"{a.currency} and {b.currency} agree at the rate of the day")
        if a.value != b.value:
            return verdict
    if a.value == b.value and not _one_bare_sign(a, b):
        return Verdict("conflict", f"the same figure in {a.currency} and in {b.currency}")
    return Verdict("not_comparable", f"no rate between {a.currency} and {b.currency}")


def _worth_the_same(one: Figure, other: Figure) -> bool:
    """Say whether one printed figure in two currencies is a conversion, their rate being about 1."""
    a, b = _in_eur(one), _in_eur(other)
    about = "about" in (one.terms.qualifier, other.terms.qualifier)
    slack = CONVERSION * max(a.value, b.value) if about else max(a.slack, b.slack)
    return abs(a.value - b.value) < slack


def _in_eur(figure: Figure) -> Figure:
    t = figure.terms
    rate = (t.in_eur or 0.0) / (t.value or 1.0)
    return Figure(t, figure.value * rate, figure.low * rate, figure.high * rate, figure.slack * rate)


def _compare(one: Figure, other: Figure, tolerance: float, near: float = NEAR) -> Verdict:
    gap = max(one.low - other.high, other.low - one.high)
    ratio = _ratio(one.value, other.value)
    # The coarser figure alone says how far: 10.5 is no rounding of 10, although 10 covers 10.45.
    if gap <= 0 or gap < max(one.slack, other.slack, tolerance * max(one.value, other.value)):
        if ratio > BOUND_REACH and not nought_lost(one.terms, other.terms):
            return Verdict("not_comparable", "a bound too far from the figure to speak of it")
        if ratio <= BOUND_REACH:
            return Verdict("compatible", "within the bounds and the rounding of each other")
    if ratio <= near or garbled(one.terms, other.terms) or nought_lost(one.terms, other.terms):
        return Verdict("conflict", "different figures")
    return Verdict("not_comparable", "figures too far apart to be one amount")


def _bounds(t: Terms) -> tuple[float, float]:
    value = t.value or 0.0
    if t.qualifier in ("at_least", "more_than"):
        return value, t.high if t.high is not None else math.inf
    if t.qualifier in ("up_to", "less_than"):
        return t.low if t.low is not None else 0.0, t.high if t.high is not None else value
    return t.low if t.low is not None else value, t.high if t.high is not None else value


def rounding(t: Terms) -> float:
    """Give half a unit of the last printed digit, at most 5 % of the figure."""
    value = abs(t.value or 0.0)
    if not value:
        return 0.0
    found = _NUMBER.search(t.text or "")
    digits = found.group().replace(",", "") if found else ""
    number = float(digits) if digits and digits.count(".") <= 1 else 0.0
    scale = value / number if number else 1.0
    if number and scale > 1.5:
        decimals = len(digits.partition(".")[2])
        return min(scale * 10.0**-decimals / 2, ROUNDING_MAX * value)
    if value != int(value):
        return min(10.0 ** -len(f"{value:.6f}".rstrip("0").partition(".")[2]) / 2, ROUNDING_MAX * value)
    zeros = len(str(int(value))) - len(str(int(value)).rstrip("0"))
    return min(10.0**zeros / 2 if zeros else 0.0, ROUNDING_MAX * value / 5)


def _ratio(a: float, b: float) -> float:
    small, large = sorted((abs(a), abs(b)))
    return large / small if small else math.inf


def _alike(a: Terms, b: Terms) -> bool:
    """Say whether one printed number is the other with a digit lost or its point or scale slipped."""
    one, other = sorted((_printed(a), _printed(b)), key=len)
    if one.replace(".", "") == other.replace(".", ""):
        return True
    if len(other) < 3 or len(other) != len(one) + 1:
        return False
    lost = (i for i in range(len(other)) if other[:i] + other[i + 1 :] == one)
    return any(other[i] not in "0." for i in lost)


def _printed(t: Terms) -> str:
    """Give the digits as printed ("10.9"), of a number in words those of its value."""
    found = _NUMBER.search(t.text or "")
    return found.group().replace(",", "") if found else f"{t.value or 0:f}".strip("0").strip(".")
