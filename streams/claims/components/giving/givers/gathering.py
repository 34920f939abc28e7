"""What was gathered: a fund raises money, promises add up.

In: an article, a governed quantity and the context. Out: all givers together, or None where
somebody else is said to give.
"""

import re
from typing import Final

from models.messages import Span
from streams.claims.components.giving import grammar
from streams.claims.components.giving.article import PledgeArticle
from streams.claims.components.giving.clauses import Governed
from streams.claims.components.giving.context import DONORS, Context, Giver
from streams.claims.components.giving.cues import PledgeCue
from streams.claims.components.giving.subjects import subjects

PLEDGES: Final = re.compile(
    r"\b(?:pledges|commitments|contributions|donations|promises(?!\s+to\s+(?:[a-z]|$))|new money"
    r"|(?:money|sums?|amounts?|funds|total|aid)\s+(?:promised|pledged|offered|committed|collected|raised))\b",
    re.IGNORECASE,
)
# "took in pledges of around $61 million"
_PLEDGES_OF: Final = re.compile(
    r"\b(?:pledges|promises|commitments|donations)\s+(?:of|for|worth|totall?ing|amounting to|over)\s+"
    r"(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
GATHERS: Final = frozenset(
    {
        "raise",
        "secure",
        "collect",
        "gather",
        "attract",
        "mobilise",
        "mobilize",
        "get",
        "garner",
        "receive",
        "win",
    }
)
_GROWS: Final = frozenset(
    {"grow", "climb", "swell", "reach", "total", "rise", "amount", "exceed", "hit", "bring", "take", "come"}
)
_RAISES: Final = frozenset({"raise", "collect", "garner", "attract", "gather", "mobilise", "mobilize"})
_LIVES_ON_GIFTS: Final = re.compile(
    r"(?:Fund|Alliance|Appeal|Coalition|Initiative|Facility|Trust|Campaign|Window)$"
)
_RIGHT_BEHIND: Final = re.compile(
    r"\s+(?:(?:some|about|nearly|almost|over|more than|another|up to|around)\s+)?"
)


def gathered(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:
    """Take the givers together where a fund raises money or promises add up."""
    cue = governed.cue
    if cue is None or not governed.before:
        return None
    span = grammar.quantity_span(governed)
    if cue.group in ("receive", "spend", "come") and _PLEDGES_OF.search(article.text, cue.span[1], span[0]):
        return None if _says_from(article, cue, sentence) else Giver(DONORS, span)
    if cue.lemma in _GROWS and PLEDGES.search(article.text, governed.clause[0], cue.span[0]):
        return Giver(DONORS, span)
    if cue.lemma in GATHERS and context.taker is not None and not _says_from(article, cue, sentence):
        nearest = subjects(article, governed, sentence, cue.span[0])
        if nearest and nearest[-1].actor.name == context.taker_name and context.taker.level != "country":
            return Giver(DONORS, span)
    if cue.lemma in _RAISES and not _says_from(article, cue, sentence):
        nearest = subjects(article, governed, sentence, cue.span[0])
        fund = nearest and not nearest[-1].person and _LIVES_ON_GIFTS.search(nearest[-1].actor.name)
        if fund and _RIGHT_BEHIND.fullmatch(article.text, cue.span[1], span[0]):
            return Giver(DONORS, span)
    return None


def _says_from(article: PledgeArticle, cue: PledgeCue, sentence: Span) -> bool:
    return grammar.after(article, grammar.FROM, cue.span[1], sentence[1]) is not None
