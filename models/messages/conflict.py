"""Conflict: two reports that cannot both be true, sent on ``conflicts.detected``."""

from typing import Literal

from msgspec import Struct

ConflictKind = Literal[
    "amount",
    "period",
    "stage",
    "office_holder",
    "quote_mutation",
    "attribution",
    "impossible_date",
    "polarity",
    "withdrawn",
    "name_variant",
]


class SideClaim(Struct, frozen=True, kw_only=True, order=True):
    """A claim that stands behind one side, and the article that makes it."""

    claim_id: str
    article_id: str


class Side(Struct, frozen=True, kw_only=True):
    """One of the values in dispute and who states it.

    ``independent_origins`` and ``articles`` count all reports of it, of which ``claims`` may
    name only some.
    """

    value: str
    claims: tuple[SideClaim, ...]
    independent_origins: int = 0
    articles: int = 0


class Conflict(Struct, frozen=True, kw_only=True, tag="conflict", tag_field="type"):
    """A disagreement, sent again when evidence joins a side or when it is resolved.

    ``conflict_id`` hashes slot, kind and the two values. ``summary`` is one sentence a
    person can act on; ``diff`` shows the changed words of a mutated quote;
    ``resolution`` says why a resolved conflict is one.
    """

    conflict_id: str
    state: Literal["open", "resolved"]
    revision: int
    kind: ConflictKind
    slot: str
    severity: Literal["alert", "warning"]
    sides: tuple[Side, ...]
    summary: str
    diff: str | None = None
    resolution: str | None = None
