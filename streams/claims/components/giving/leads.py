"""What leads up to a figure, and whether a figure stands among others of giving."""

from typing import Final

from streams.claims.components.giving.clauses import Governed
from streams.claims.components.giving.context import Context
from streams.claims.components.giving.cues import STRONG

NEAR: Final = 140  # characters between a giver and a figure that belong together
# "a further", "some", "pledges of"
LEAD: Final = (
    r"(?:(?:an?|some|about|another|other|between|further|additional|extra|initial|its|their|the|first|new|fresh"
    r"|pledges? of"
    r"|(?:contribution|donation|grant|loan|gift|cheque|check|package|sum|total|credit|commitment|offer)"
    r" (?:of|for)"
    r"|loans? worth|worth|for)\s+){0,3}"
)
_GIFTS: Final = (
    "share", "portion", "part", "pledge", "contribution", "commitment", "donation", "promise", "offer",
    "package", "grant", "loan", "aid", "assistance", "support", "help", "gift", "envelope",
)  # fmt: skip
GIFT: Final = rf"(?:{'|'.join(_GIFTS)})"
GIFT_WORDS: Final = frozenset(gift + ending for gift in _GIFTS for ending in ("", "s"))


def of_giving(governed: Governed, context: Context) -> bool:
    """Tell a figure of an article that tells of promises, or of a sentence that does."""
    return context.pledging or bool(context.givers) or any(c.group in STRONG for c in governed.all_cues)
