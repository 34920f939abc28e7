"""One claim for each distinct pledge of an article: mentions in text order in, merged out.

A later mention of a pledge adds its place and can only fill what the first left open.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from msgspec.structs import replace as with_fields

from models.messages import Pledge, Quantity
from streams.claims.components.pledge_mentions import PledgeMention


@dataclass(slots=True, frozen=True)
class Draft:
    """A pledge as one sentence states it. ``firm`` marks a giver that its grammar names."""

    mention: PledgeMention
    firm: bool


def merge(drafts: Iterable[Draft]) -> tuple[PledgeMention, ...]:
    """Merge mentions of one pledge; order is that of the first mentions."""
    kept: list[Draft] = []
    for draft in drafts:
        for index, earlier in enumerate(kept):
            if _same(earlier, draft):
                kept[index] = _join(earlier, draft)
                break
        else:
            kept.append(draft)
    return tuple(draft.mention for draft in kept)


def _same(one: Draft, other: Draft) -> bool:
    a, b = one.mention.pledge, other.mention.pledge
    if not _equal(a.quantity, b.quantity) or a.operation != b.operation:
        return False
    if (a.stage == "delivered") != (b.stage == "delivered") and not _restates(a, b):
        return False
    if a.period.recurrence != b.period.recurrence or _apart(a, b):
        return False
    return a.pledger.name == b.pledger.name or not (one.firm and other.firm)


def _restates(a: Pledge, b: Pledge) -> bool:
    """Tell a repeated figure from a second pledge of the same size: goods are counted once."""
    return a.quantity.kind == "units" and a.quantity.value == b.quantity.value


def _equal(a: Quantity, b: Quantity) -> bool:
    if a.kind != b.kind or a.currency != b.currency:
        return False
    if a.value is None or b.value is None:
        return a.value == b.value and a.low == b.low
    return abs(a.value - b.value) <= 1e-6 * max(abs(a.value), abs(b.value))


def _apart(a: Pledge, b: Pledge) -> bool:
    """Tell pledges of one size for different years."""
    ends = [p.period.end or p.period.deadline for p in (a, b)]
    return None not in ends and str(ends[0])[:4] != str(ends[1])[:4]


def _join(first: Draft, later: Draft) -> Draft:
    a, b = first.mention.pledge, later.mention.pledge
    quantity = a.quantity
    if quantity.qualifier == "exactly" and b.quantity.qualifier != "exactly":
        quantity = with_fields(
            quantity, qualifier=b.quantity.qualifier, low=b.quantity.low, high=b.quantity.high
        )
    firmer = later.firm and not first.firm
    pledge = with_fields(
        a,
        pledger=b.pledger if firmer else a.pledger,
        beneficiary=a.beneficiary or b.beneficiary,
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
    return Draft(mention, first.firm or later.firm)
