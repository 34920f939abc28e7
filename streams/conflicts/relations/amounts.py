"""Two quantities of one kind: equal, within each other's bounds, different, or beyond comparison.

Quantities compare as intervals: the printed precision gives a rounding, the qualifier an
open end, a conversion its own tolerance. Only figures near each other (or alike in their
digits) can be two reports of one amount; far apart they are different amounts.
"""

import math
import re
from typing import Final

from streams.conflicts.relations.verdict import Verdict
from streams.conflicts.state import Terms

ROUNDING_MAX: Final = 0.05  # "1 billion" is never read as 1.4 billion, whatever its precision
ABOUT: Final = 0.1
CONVERSION: Final = 0.03  # newsrooms convert at the rate of another day and round
BOUND_REACH: Final = 1.5  # "over 40" may mean 50, hardly 100
NEAR: Final = 2.5  # beyond this ratio two figures are different amounts, not two reports of one
_NUMBER: Final = re.compile(r"\d[\d,.]*\d|\d")


def relate_amounts(a: Terms, b: Terms) -> Verdict:
    """Compare the quantities alone; "conflict" means different figures that may be one amount."""
    if a.kind != b.kind or a.unit != b.unit or a.kind == "none":
        return Verdict("not_comparable", "quantities of different kinds")
    if a.value is None or b.value is None:
        return Verdict("not_comparable", "no figure")
    if a.currency != b.currency:
        return _across_currencies(a, b)
    if a.value == b.value and a.qualifier == b.qualifier and _bounds(a) == _bounds(b):
        return Verdict("equivalent", "the same figure")
    return _compare(a, b, 1.0, 1.0, 0.0)


def _across_currencies(a: Terms, b: Terms) -> Verdict:
    if not a.currency or not b.currency:
        return Verdict("not_comparable", "currency unknown")
    if a.in_eur is not None and b.in_eur is not None and a.value and b.value:
        verdict = _compare(a, b, a.in_eur / a.value, b.in_eur / b.value, CONVERSION)
        if verdict.relation in ("compatible", "equivalent"):
            return Verdict("compatible", f"{a.currency} and {b.currency} agree at the rate of the day")
        if a.value != b.value:
            return verdict
    if a.value == b.value:
        return Verdict("conflict", f"the same figure in {a.currency} and in {b.currency}")
    return Verdict("not_comparable", f"no rate between {a.currency} and {b.currency}")


def _compare(a: Terms, b: Terms, scale_a: float, scale_b: float, tolerance: float) -> Verdict:
    low_a, high_a = (x * scale_a for x in _interval(a))
    low_b, high_b = (x * scale_b for x in _interval(b))
    value_a, value_b = (a.value or 0.0) * scale_a, (b.value or 0.0) * scale_b
    gap = max(low_a - high_b, low_b - high_a)
    if gap < tolerance * max(value_a, value_b) or (gap == 0 and _open(a, b)):
        if _ratio(value_a, value_b) > BOUND_REACH:
            return Verdict("not_comparable", "a bound too far from the figure to speak of it")
        return Verdict("compatible", "within the bounds and the rounding of each other")
    if _ratio(value_a, value_b) <= NEAR or _alike(a.value or 0.0, b.value or 0.0):
        return Verdict("conflict", "different figures")
    return Verdict("not_comparable", "figures too far apart to be one amount")


def _interval(t: Terms) -> tuple[float, float]:
    """Give what the figure can mean: its bounds, widened by its rounding or its "about"."""
    low, high = _bounds(t)
    slack = rounding(t) if t.qualifier != "about" else max(rounding(t), ABOUT * abs(t.value or 0.0))
    return low - slack, high + slack


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


def _open(a: Terms, b: Terms) -> bool:
    return "exactly" not in (a.qualifier, b.qualifier)


def _ratio(a: float, b: float) -> float:
    small, large = sorted((abs(a), abs(b)))
    return large / small if small else math.inf


def _alike(a: float, b: float) -> bool:
    """Say whether one figure is the other with a digit lost or its point or scale slipped."""
    if not a or not b:
        return False
    one, other = sorted((_digits(a), _digits(b)), key=len)
    if one == other:
        return True
    return (
        len(other) >= 3
        and len(other) == len(one) + 1
        and any(other[:i] + other[i + 1 :] == one for i in range(len(other)))
    )


def _digits(value: float) -> str:
    return f"{value:.4f}".replace(".", "").strip("0")
