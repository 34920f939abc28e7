"""Reading: today's state of one slot, sent on the compacted topic ``pledges.current``."""

from typing import Literal

from msgspec import Struct

from models.messages.claim import Actor, Instrument, Period, Polarity, Purpose, Quantity, Stage

Fulfilment = Literal["open", "in progress", "met", "exceeded", "broken", "unratable"]


class PledgeState(Struct, frozen=True, kw_only=True):
    """One pledge as its reports now leave it, and who stands behind it.

    ``quantity`` is what was promised, ``stage`` how far that has come, ``reached`` what is
    reported of that stage where it is another figure. ``fulfilment`` says whether it was kept,
    with its reason in words. ``part_of`` names the pledge of the slot that this one is a part
    of. ``speakers`` are the distinct people who stated it, sorted.
    """

    pledge_id: str
    pledger: Actor
    beneficiary: Actor | None
    purpose: Purpose
    instrument: Instrument | None
    quantity: Quantity
    period: Period
    announced_on: str | None
    polarity: Polarity
    stage: Stage
    withdrawn: bool
    reached: Quantity | None = None
    fulfilment: Fulfilment = "open"
    fulfilment_reason: str = ""
    part_of: str | None = None
    speakers: tuple[str, ...]
    claim_ids: tuple[str, ...]
    independent_origins: int
    articles: int


class Reading(Struct, frozen=True, kw_only=True, tag="reading", tag_field="type"):
    """A function of the slot's set of claims alone, whatever their order.

    ``revision`` is the offset of the last claim folded in: the ledger replaces a slot
    only by a revision at least as high. ``kept`` is 0 for a slot that keeps all its claims;
    one that outgrew its bound keeps so many, those taken back included, and ``dropped``
    estimates how many it left out (exact while it has seen no more than 512).
    """

    slot: str
    revision: int
    pledges: tuple[PledgeState, ...]
    open_conflicts: tuple[str, ...]
    dropped: int = 0
    kept: int = 0
