"""Entry: one line of the ledger's history, sent on ``ledger.entries``."""

from typing import Literal

from msgspec import Struct

from models.messages.claim import Pledge

EntryOperation = Literal[
    "assert",
    "restate",
    "increase",
    "decrease",
    "supersede",
    "withdraw",
    "correct",
    "source_retracted",
]


class Entry(Struct, frozen=True, kw_only=True, tag="entry", tag_field="type"):
    """What one claim did to its slot's reading when it arrived. Appended, never changed.

    ``stated_at`` is when the article says so (its ``published_at``), ``recorded_at``
    when the stage took it in. ``takes_back`` marks the entry that ends its claim: the
    article no longer makes it.
    """

    entry_id: str
    pledge_id: str
    slot: str
    operation: EntryOperation
    claim_id: str
    pledge: Pledge
    stated_at: str | None
    recorded_at: str
    independent_origins: int
    articles: int
    takes_back: bool = False
