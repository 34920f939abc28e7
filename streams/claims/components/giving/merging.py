"""One claim for each distinct pledge of an article: mentions in text order in, merged out.

A later mention of a pledge adds its place and can only fill what the first left open.
"""

import re
from collections.abc import Iterable
from typing import Final

from msgspec.structs import replace

from models.messages import Actor, Pledge, Quantity
from streams.claims.components.giving.draft import Draft
from streams.claims.components.giving.mention import PledgeMention
from streams.claims.components.giving.restating import restates

_COMPARED: Final = 200
_BODIES: Final = ({"bloc", "donors"}, {"organisation", "donors"})
_FOR_ANYTHING: Final = re.compile(r"pieces?|pcs|units?|items?", re.IGNORECASE)


def merge(drafts: Iterable[Draft]) -> tuple[PledgeMention, ...]:
    """Merge mentions of one pledge; order is that of the first mentions."""
    kept: list[Draft] = []
    for draft in drafts:
        # Nobody writes of thousands of pledges: only the last ones are compared, so that work is bounded.
        for index in range(max(0, len(kept) - _COMPARED), len(kept)):
            earlier = kept[index]
            if _same(earlier, draft):
                kept[index] = _join(earlier, draft)
                break
        else:
            kept.append(draft)
    return tuple(draft.mention for draft in kept)


def _same(one: Draft, other: Draft) -> bool:
    a, b = one.mention.pledge, other.mention.pledge
    if b.quantity.kind == "none":
        return a.pledger.name == b.pledger.name and a.quantity.kind in ("none", "units")
    apart = one.mention.span == other.mention.span and _unlike(a.quantity, b.quantity)
    turned = _turns(a.operation) != _turns(b.operation)
    restated = not (turned or apart) and restates(one, other)
    if restated or turned or apart or not _equal(one, other):
        return restated or (not apart and other.part and _instalment(a, b))
    told = one.headline and a.stage == "pledged" and a.pledger.name == b.pledger.name
    if (a.stage == "delivered") != (b.stage == "delivered") and not (told or _restates(a, b)):
        return False
    yearly = a.quantity.kind == "gdp_share"  # whether its sentence says so or not
    if (a.period.recurrence != b.period.recurrence and not yearly) or _apart(a, b):
        return False
    if a.pledger.name == b.pledger.name or _shortened(a.pledger, b.pledger) or _together(a, b):
        return True
    return a.quantity.kind != "gdp_share" and not (one.firm and other.firm) and _steps(a, b)


def _shortened(a: Actor, b: Actor) -> bool:
    """Tell a name of no table from its short form: "Hartwell" for "Hartwell Foundation"."""
    if a.id is not None or b.id is not None:
        return False
    short, long = sorted((a.name.casefold(), b.name.casefold()), key=len)
    return long.startswith(f"{short} ")


def _together(a: Pledge, b: Pledge) -> bool:
    """Tell a bloc or a coalition and the countries that make it up."""
    levels = {a.pledger.level, b.pledger.level}
    if levels not in _BODIES:
        return False
    takers = {p.beneficiary.name for p in (a, b) if p.beneficiary is not None}
    return takers.isdisjoint((a.pledger.name, b.pledger.name))


def _steps(a: Pledge, b: Pledge) -> bool:
    """Tell stages that reports of one pledge may differ in."""
    return (a.stage == "proposed") == (b.stage == "proposed")


def _restates(a: Pledge, b: Pledge) -> bool:
    """Tell a repeated figure from a second pledge of the same size: goods are counted once."""
    return a.quantity.kind == "units" and a.quantity.value == b.quantity.value


def _turns(operation: str) -> bool:
    """Tell what takes back from what asserts; a raise asserts its new figure."""
    return operation in ("withdraw", "decrease")


def _instalment(whole: Pledge, part: Pledge) -> bool:
    """Tell the first jets of nineteen from jets of their own."""
    a, b = whole.quantity, part.quantity
    if a.kind != "units" or b.kind != "units" or a.value is None or b.value is None:
        return False
    same = whole.pledger.name == part.pledger.name and whole.stage == part.stage
    return same and b.value < a.value and not _unlike(a, b)


def _unlike(a: Quantity, b: Quantity) -> bool:
    """Tell tanks from trucks; "jets" and "F-16s" may be the same."""
    if a.kind != "units" or b.kind != "units":
        return False
    heads = [(q.unit or "").rpartition(" ")[2].rstrip("s") for q in (a, b)]
    plain = all(head.isalpha() and head.islower() and head not in _FOR_MANY for head in heads)
    return plain and heads[0] != heads[1]


# "12 aircraft", said of helicopters, too
_FOR_MANY: Final = frozenset(
    (  # noqa: SIM905  (a list of words reads better unquoted)
        "piece pc unit item aircraft jet plane fighter vehicle system weapon shell round dose vaccine "
        "jab shot gun people person soldier troop personnel officer"
    ).split()
)


def _equal(one: Draft, other: Draft) -> bool:
    a, b = one.mention.pledge.quantity, other.mention.pledge.quantity
    if _same_amount(a, b):
        return True
    if not (one.alternatives or other.alternatives):
        return False
    return any(_converted(x, b) for x in one.alternatives) or any(
        _converted(a, x) for x in other.alternatives
    )


_SIGN: Final = re.compile(r"([^\W\d]+|[^\w\s])\s?\d")


def _converted(a: Quantity, b: Quantity) -> bool:
    """Tell the amounts of a conversion, whichever of the countries that share a sign each was read as."""
    if a.kind != "money" or b.kind != "money" or a.value is None or b.value is None:
        return False
    signs = [sign[1] for q in (a, b) if (sign := _SIGN.search(q.text or ""))]
    return _same_amount(a, b) or (len(signs) == _BOTH and signs[0] == signs[1] and a.value == b.value)


_BOTH: Final = 2


def _same_amount(a: Quantity, b: Quantity) -> bool:
    if a.kind != b.kind or a.currency != b.currency:
        return False
    if a.value is None or b.value is None:
        return a.value == b.value and a.low == b.low
    near = 0.005 if a.qualifier != b.qualifier and a.kind == "money" else 1e-6  # "over $188m", "$188.03m"
    return abs(a.value - b.value) <= near * max(abs(a.value), abs(b.value))


def _apart(a: Pledge, b: Pledge) -> bool:
    """Tell pledges of one size for different years."""
    ends = [p.period.end or p.period.deadline for p in (a, b)]
    return None not in ends and str(ends[0])[:4] != str(ends[1])[:4]


def _join(first: Draft, later: Draft) -> Draft:
    a, b = first.mention.pledge, later.mention.pledge
    quantity = a.quantity
    if not (_equal(first, later) or restates(first, later)):
        return replace(
            first, mention=replace(first.mention, pledge=replace(a, mentions=(*a.mentions, *b.mentions)))
        )
    if quantity.currency != b.quantity.currency:
        quantity = a.quantity if first.alternatives else b.quantity
    elif _digits(b.quantity) > _digits(quantity):
        quantity = b.quantity
    if quantity.qualifier == "exactly" and b.quantity.qualifier != "exactly":
        quantity = replace(quantity, qualifier=b.quantity.qualifier, low=b.quantity.low, high=b.quantity.high)
    if _FOR_ANYTHING.fullmatch(quantity.unit or "") and not _FOR_ANYTHING.fullmatch(b.quantity.unit or ""):
        quantity = b.quantity  # "gives 21 pieces", says the headline: of what comes later
    firmer = later.firm and not first.firm
    pledge = replace(
        a,
        stage=b.stage if _told_later(first, later) else a.stage,
        pledger=_named(a.pledger, b.pledger, firmer=firmer),
        beneficiary=_taker(first, later),
        purpose=b.purpose if a.purpose == "other" else a.purpose,
        instrument=a.instrument or b.instrument,
        quantity=quantity,
        period=a.period if a.period.text else b.period,
        mentions=(*a.mentions, *b.mentions),
    )
    speaker, attribution = first.mention.speaker, first.mention.attribution
    if speaker is None and later.mention.speaker is not None:
        speaker, attribution = later.mention.speaker, later.mention.attribution
    mention = replace(first.mention, pledge=pledge, speaker=speaker, attribution=attribution)
    return Draft(
        mention,
        first.firm or later.firm,
        first.part and later.part,
        first.alternatives + later.alternatives,
        named=first.named or later.named,
    )


def _told_later(first: Draft, later: Draft) -> bool:
    """Tell a headline's "gives", of which the text tells how far it has come."""
    a, b = first.mention.pledge, later.mention.pledge
    reached = a.stage == "delivered" or (a.stage != "pledged" and b.stage == "delivered")
    return first.headline and later.firm and not reached and b.operation == a.operation


def _taker(first: Draft, later: Draft) -> Actor | None:
    """Give who gets: a sentence that names somebody knows better than the article as a whole."""
    a, b = first.mention.pledge.beneficiary, later.mention.pledge.beneficiary
    return b if later.named and not first.named and b is not None else a or b


def _named(a: Actor, b: Actor, *, firmer: bool) -> Actor:
    if {a.level, b.level} in _BODIES:
        return b if a.level == "donors" else a
    if _shortened(a, b):
        return max(a, b, key=lambda actor: len(actor.name))
    return b if firmer else a


def _digits(quantity: Quantity) -> int:
    """Count the significant digits of a figure: the more, the more precise."""
    return (
        len(f"{quantity.value:.12g}".replace(".", "").rstrip("0").partition("e")[0]) if quantity.value else 0
    )
