"""What the stage remembers of a slot, and its bytes in the table.

In: claims, as digests without their texts. Out: MessagePack. A digest keeps what the
relations need and no more, so that a slot's bytes stay bounded by the number of claims
it keeps. Everything but ``revision`` and each digest's ``operation`` is a function of the
slot's set of claims and retractions.
"""

from collections.abc import Iterable
from typing import Final, Literal

import msgspec
from msgspec import Struct

from models.messages import Actor
from models.messages.claim import Instrument, Operation, Polarity, Purpose, Qualifier, Stage, Tenure
from models.messages.entry import EntryOperation

FORMAT: Final = 7
SKETCH_HASHES: Final = 64  # of an article's fingerprint: all
NAMES: Final = 24  # of its sketch of names: all
TOLD: Final = 24  # of its sketch of figures and quotations: all
HASH_BYTES: Final = 3

STAGE_CLASSES: Final = {"committed": "pledged"}  # a commitment is a firmer word for the same promise


class StateError(ValueError):
    """Bytes that are no slot state of this version: the table must be rebuilt from the topic."""


class Source(Struct, frozen=True, array_like=True):
    """An article behind the slot's claims.

    ``publisher`` and ``wire_credit`` are the houses that stand behind them, ``sketch`` holds
    24-bit hashes of its word runs, ``names`` 24-bit codes of its telling names,
    ``told`` those of its figures and quotations.
    """

    article_id: str
    story_id: str
    version: int
    publisher: str | None
    wire_credit: str | None
    published_at: str | None
    sketch: bytes
    names: bytes
    told: bytes
    events: tuple[str, ...]
    not_before: str | None
    not_after: str | None


class Terms(Struct, frozen=True, array_like=True, tag="pledge"):
    """A pledge without its parties: the fields of Quantity, Period, Pledge and Corrected in a row."""

    kind: Literal["money", "gdp_share", "units", "none"]
    value: float | None
    low: float | None
    high: float | None
    qualifier: Qualifier
    currency: str | None
    unit: str | None
    text: str | None
    in_eur: float | None
    rate: float | None
    rate_date: str | None
    rate_source: str | None
    purpose: Purpose
    instrument: Instrument | None
    start: str | None
    end: str | None
    deadline: str | None
    recurrence: Literal["total", "annual"]
    precision: Literal["day", "month", "year"] | None
    period_text: str | None
    announced_on: str | None
    polarity: Polarity
    stage: Stage
    operation: Operation
    corrects: tuple[float, str | None] | None = None


class Holding(Struct, frozen=True, array_like=True, tag="office"):
    """A person in the slot's post; in a slot of the person's own, in ``post``."""

    person_id: str | None
    person: str
    tenure: Tenure
    as_of: str | None
    post: str = ""


class Words(Struct, frozen=True, array_like=True, tag="quote"):
    """The words of a quotation, shortened, and how they are given."""

    text: str
    form: str
    truncated: bool


Content = Terms | Holding | Words


class Digest(Struct, array_like=True):
    """A claim as the slot keeps it.

    ``lane`` names what its quantity can be compared with and ``group`` its value (claims of
    one value share it), ``low``, ``high`` and ``slack`` what that can mean; ``evidence`` is a
    hash of the evidence's words, empty for a sentence too short to tell its origin,
    ``operation`` that of the entry already made of the claim, ``retracted`` the reason if it
    was taken back and ``ended`` the operation of the entry made of that; ``part`` that the
    sentence calls the figure a part of another, ``moved`` that it says of what was delivered that
    it changed hands. ``home`` is the receiver that a guest names: a claim
    of another slot that is compared here too. It is empty for the slot's own.
    """

    claim_id: str
    article_id: str
    lane: str
    group: str
    speaker: str | None
    role: str | None
    evidence: bytes
    content: Content
    low: float = 0.0
    high: float = 0.0
    slack: float = 0.0
    operation: EntryOperation | None = None
    retracted: str | None = None
    part: bool = False
    ended: EntryOperation | None = None
    parties: str = ""
    value: str = ""
    home: str = ""
    moved: bool = False


Parties = tuple[Actor, Actor | None]


class SlotState(Struct, array_like=True):
    """One slot.

    ``waiting`` maps ids of claims retracted before they came to the reason;
    ``sketch`` estimates how many claims there ever were, once some were dropped; ``open``
    maps the open conflicts to a hash of what was last said of them; ``parties`` holds what the
    pledge claims call giver and receiver, under the key that digests name. ``bound`` is the number
    of claims that the slot keeps since it first dropped one, 0 before.
    """

    format: int = FORMAT
    revision: int = -1
    digests: dict[str, Digest] = {}
    sources: dict[str, Source] = {}
    waiting: dict[str, str] = {}
    sketch: list[int] = []
    open: dict[str, str] = {}
    parties: dict[str, Parties] = {}
    bound: int = 0


_ENCODER: Final = msgspec.msgpack.Encoder()
_DECODER: Final = msgspec.msgpack.Decoder(SlotState)


def encode(state: SlotState) -> bytes:
    """Give the bytes of ``state`` for the table."""
    return _ENCODER.encode(state)


def decode(data: bytes) -> SlotState:
    """Read what encode() wrote. Raises StateError for another format or damaged bytes."""
    try:
        state = _DECODER.decode(data)
    except msgspec.DecodeError as error:
        raise StateError(f"not a slot state of format {FORMAT}: {error}") from error
    if state.format != FORMAT:
        raise StateError(f"slot state of format {state.format}, this version reads format {FORMAT}")
    return state


def copy_of(state: SlotState) -> SlotState:
    """Copy a state so that changes to its tables leave the original as it is."""
    return msgspec.structs.replace(
        state,
        digests=dict(state.digests),
        sources=dict(state.sources),
        waiting=dict(state.waiting),
        parties=dict(state.parties),
        sketch=list(state.sketch),
        open={},
    )


def parties_of(state: SlotState, digests: Iterable[Digest]) -> Parties:
    """Choose how a slot names its parties among all the ways ``digests`` do: the least."""
    named = [state.parties[key] for key in {digest.parties for digest in digests}]
    receivers = [receiver for _, receiver in named if receiver]
    giver = min((giver for giver, _ in named), key=_actor_order)
    return giver, min(receivers, key=_actor_order, default=None)


def least_reason(known: str | None, reason: str) -> str:
    """Choose among the reasons of several retractions of one claim: the least."""
    return reason if known is None else min(known, reason)


def _actor_order(actor: Actor) -> tuple[str, ...]:
    return actor.name, actor.id or "~", actor.level or "~", actor.as_printed or "~"


def terms_of(digest: Digest) -> Terms:
    """Give the pledge of a digest. Raises TypeError for a claim of another kind."""
    if not isinstance(digest.content, Terms):
        raise TypeError(f"claim {digest.claim_id} is no pledge")
    return digest.content


def holding_of(digest: Digest) -> Holding:
    """Give the holder of a digest. Raises TypeError for a claim of another kind."""
    if not isinstance(digest.content, Holding):
        raise TypeError(f"claim {digest.claim_id} is about no office")
    return digest.content


def words_of(digest: Digest) -> Words:
    """Give the words of a digest. Raises TypeError for a claim of another kind."""
    if not isinstance(digest.content, Words):
        raise TypeError(f"claim {digest.claim_id} is no quotation")
    return digest.content


def stage_class(stage: str) -> str:
    """Give the stage under which a pledge is counted: committed counts as pledged."""
    return STAGE_CLASSES.get(stage, stage)
