"""Is it a pledge at all: a governed quantity in, why it may count as one out.

Earnings, seizures, prices and needs are sums, too. A figure counts where a verb of
promising or giving governs it, or a noun of promising stands beside it, and no word of
another trade does.
"""

import re
from typing import Final, Literal

from models.messages import Span
from streams.claims.components.phrases import words_pattern
from streams.claims.components.pledge_clauses import Governed
from streams.claims.pledge_words import Nouns

Ground = Literal["verb", "noun", "share"]
_STRONG: Final = frozenset({"pledge", "commit", "allocate", "give"})
_NEAR: Final = 90  # characters on either side in which a noun speaks of the figure
_SMALL: Final = 1000.0  # of any currency: prices and fees, not pledges

_COMPARED: Final = re.compile(
    r"\s+(?:less|more|lower|higher|fewer)\s+than\b|\s+(?:short of|below|above)\b", re.IGNORECASE
)
# "19 jets for Ukraine from Denmark" needs no verb.
_FROM_TO: Final = re.compile(
    r"\b(?:for|to)\s+[A-Z].*\bfrom\s+(?:the\s+)?[A-Z]|\b[Ff]rom\s+(?:the\s+)?[A-Z].*\b[Ff]or\s|\beach\s+from\b"
)
_FROM: Final = re.compile(r"\bfrom\s+(?:the\s+)?[A-Z]")
_LISTED: Final = re.compile(r"\w[^.;()]{0,3}\(\s*(?:[A-Za-z]{2,4}\s)?$|\bwith\s+(?:an?\s+)?$")
_BRACKETED: Final = re.compile(r"\([^()]{0,30}\d[^()]{0,20}\)")
_PEOPLE: Final = frozenset(
    {
        "people",
        "children",
        "families",
        "households",
        "workers",
        "staff",
        "soldiers",
        "troops",
        "teachers",
        "nurses",
        "doctors",
        "refugees",
        "personnel",
        "police",
        "officers",
        "students",
        "migrants",
        "jobs",
        "pilots",
        "experts",
    }
)
_EMPLOYING: Final = frozenset(
    {
        "hire",
        "recruit",
        "train",
        "resettle",
        "admit",
        "accept",
        "create",
        "deploy",
        "send",
        "provide",
        "host",
        "add",
        "supply",
        "pledge",
        "promise",
        "commit",
        "take",
        "set out",
        "vow",
    }
)


class Acceptance:
    """Decides which figures count."""

    def __init__(self, nouns: Nouns) -> None:
        self._pledge = words_pattern(nouns.pledge)
        self._aid = words_pattern(nouns.aid)
        self._givers = words_pattern(nouns.givers)
        self._other = words_pattern(nouns.other)
        self._needed = words_pattern(nouns.needed, re.NOFLAG)  # "Bill" is a name

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
        if _COMPARED.match(text, quantity.span[1]):
            return None
        if quantity.kind == "units" and not self._countable(governed):
            return None
        if (
            pledging
            and _LISTED.search(text, max(sentence[0], quantity.span[0] - 24), quantity.span[0])
            and self._list_context(text, sentence)
        ):
            return "noun"
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
            given = aid or promised or quantity.kind == "units" or _FROM.search(text, *governed.own)
            return "verb" if pledging or given else None
        if cue.group == "spend":
            handed = quantity.kind == "units" and _FROM.search(text, *governed.own)
            return "verb" if aid or promised or governed.frame.future or handed else None
        return "verb" if governed.frame.wish or aid else None

    def _list_context(self, text: str, sentence: Span) -> bool:
        """Tell a list of givers: a word says so, or names and bracketed sums make up the sentence."""
        if self._givers.search(text, *sentence) or self._pledge.search(text, *sentence):
            return True
        return len(_BRACKETED.findall(text, *sentence)) > 1

    def _countable(self, governed: Governed) -> bool:
        """Take goods that are given, and people only where they are hired, trained or taken in."""
        cue, unit = governed.cue, (governed.mention.quantity.unit or "").lower()
        if cue is None or unit.rpartition(" ")[2] not in _PEOPLE:
            return True
        return cue.lemma in _EMPLOYING
