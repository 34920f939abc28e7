"""What the pledges component notes on a Doc: one PledgeMention for each distinct pledge."""

from typing import Literal

from msgspec import Struct

from models.messages import Pledge, Span, Speaker


class PledgeMention(Struct, frozen=True):
    """A pledge that the article states; ``span`` is the sentence that states it.

    ``speaker`` is None where the page speaks in its own voice; ``attribution`` is
    "direct" inside a quotation, "indirect" in reported speech.
    """

    span: Span
    pledge: Pledge
    speaker: Speaker | None = None
    attribution: Literal["direct", "indirect", "none"] = "none"
