"""Is it a pledge at all: a governed quantity in, why it may count as one out.

Earnings, seizures, prices and needs are sums, too. A figure counts where a verb of
promising or giving governs it, or a noun of promising stands beside it, and no word of
another trade does.
"""

from typing import Final, Literal

from models.messages import Span
from streams.claims.components.phrases import words_pattern
from streams.claims.components.pledge_clauses import Governed
from streams.claims.pledge_words import Nouns

Ground = Literal["verb", "noun", "share"]
_STRONG: Final = frozenset({"pledge", "commit", "allocate", "give"})
_NEAR: Final = 90  # characters on either side in which a noun speaks of the figure
_SMALL: Final = 1000.0  # of any currency: prices and fees, not pledges


class Acceptance:
    """Decides which figures count."""

    def __init__(self, nouns: Nouns) -> None:
        self._pledge = words_pattern(nouns.pledge)
        self._aid = words_pattern(nouns.aid)
        self._givers = words_pattern(nouns.givers)
        self._other = words_pattern(nouns.other)
        self._needed = words_pattern(nouns.needed)

    def kind(self, text: str, governed: Governed, sentence: Span, *, pledging: bool) -> Ground | None:
        """Give the ground on which the figure counts as a pledge, None where it does not."""
        quantity = governed.mention.quantity
        assert quantity.span is not None
        near = (
            max(governed.clause[0], quantity.span[0] - _NEAR),
            min(governed.clause[1], quantity.span[1] + _NEAR),
        )
        if quantity.kind == "money" and (quantity.value is None or quantity.value < _SMALL):
            return None
        if self._other.search(text, *near):
            return None
        if quantity.kind == "gdp_share":
            return "share" if governed.cue is not None else None
        cue = governed.cue
        aid = bool(self._aid.search(text, *near))
        promised = bool(self._pledge.search(text, *near))
        if cue is None:
            listed = (
                pledging
                and text[: quantity.span[0]].rstrip()[-1:] in "(:"
                and self._list_context(text, sentence)
            )
            return "noun" if promised or listed or (aid and pledging) else None
        if self._needed.search(text, *near) and cue.group not in ("pledge", "commit", "allocate", "give"):
            return None
        if cue.group in ("pledge", "commit", "allocate"):
            return "verb"
        if cue.group == "give":
            return "verb"
        if cue.group in ("come", "receive", "withdraw", "reduce"):
            return "verb" if pledging or aid or promised else None
        if cue.group == "spend":
            return "verb" if (aid or promised or governed.frame.future) else None
        return "verb" if governed.frame.wish or aid else None

    def _list_context(self, text: str, sentence: Span) -> bool:
        return bool(self._givers.search(text, *sentence) or self._pledge.search(text, *sentence))
