"""A headline's pledge that the lead tells again: two drafts in, whether they are one out.

Headlines round the figure ("$24bn" for "$23.7 billion", "over $1bn" for "$1.2 billion"), shorten who
gives to "donors", and tell in the present of what is done.
"""

import math
from typing import Final

from models.messages import Actor, Pledge, Quantity
from streams.claims.components.giving.draft import Draft

_LEAD: Final = 800  # characters from a headline to the words that tell it again
_ROUNDED: Final = 0.05  # of a figure, at most, in rounding it
_BOUND: Final = 0.25  # of a figure, at most, above "more than"
_OPEN: Final = frozenset({"more_than", "at_least"})


def restates(title: Draft, later: Draft) -> bool:
    """Tell whether ``later`` tells the pledge of a headline again, be it with the exact figure."""
    a, b = title.mention.pledge, later.mention.pledge
    if not title.title or later.title or later.mention.span[0] - title.mention.span[1] > _LEAD:
        return False
    if not (_one_giver(a.pledger, b.pledger) and _one_taker(title, later)):
        return False
    apart = a.stage == "pledged" and b.stage == "delivered" and later.firm  # "will give", "In 2019 it gave"
    told = (b.quantity, *later.alternatives)  # with its conversions
    return not apart and any(_rounds(a, b, quantity) for quantity in told)


def _one_giver(a: Actor, b: Actor) -> bool:
    return a.name == b.name or "donors" in (a.level, b.level)


def _one_taker(title: Draft, later: Draft) -> bool:
    a, b = title.mention.pledge.beneficiary, later.mention.pledge.beneficiary
    return a is None or b is None or a.name == b.name or not (title.named and later.named)


def _rounds(a: Pledge, b: Pledge, other: Quantity) -> bool:
    one = a.quantity
    if one.kind != "money" or other.kind != "money" or one.currency != other.currency:
        return False
    if one.value is None or other.value is None:
        return False
    if one.value == other.value:
        return True
    return (a.stage == "delivered") == (b.stage == "delivered") and (
        _is_rounded(one, other.value) or _is_rounded(other, one.value)
    )


def _is_rounded(quantity: Quantity, exact: float) -> bool:
    """Tell a figure that stands for ``exact`` with fewer digits."""
    value, unit = quantity.value or 0.0, _last_digit(quantity.value or 0.0)
    if unit <= _last_digit(exact):
        return False
    if quantity.qualifier in _OPEN:
        return value <= exact < value + unit and exact - value <= _BOUND * value
    near = quantity.qualifier in ("exactly", "about") and abs(value - exact) <= _ROUNDED * value
    return near and abs(value - exact) <= unit / 2


def _last_digit(value: float) -> float:
    """Give what the last digit of a figure that is not 0 counts: 1e8 for 23.7 billion."""
    digits = f"{value:.12g}"
    whole = digits.partition(".")[0]
    if "e" in digits or "." in digits or not value:
        return 1.0
    return float(math.pow(10, len(whole) - len(whole.rstrip("0"))))
