"""Parts of a sum: smaller figures that follow a pledge, and whose giver and state are those of the whole.

In: an article, a governed quantity and the context, which holds the figure that was read as a
pledge before. Out: the giver of that, or None. A part is marked as one ("of which", "breaks down
into", "of the money"), is the next of parts, or an item of the list that a package is followed by;
nobody else who may give stands between.
"""

import re
from typing import Final

from msgspec.structs import replace

from models.messages import Span
from streams.claims.components.giving import grammar
from streams.claims.components.giving.article import PledgeArticle
from streams.claims.components.giving.clauses import Governed
from streams.claims.components.giving.context import GIVING, Context, Giver, Said

_REACH: Final = 400  # characters from one part to the next
_LIST_REACH: Final = 800  # from the sum of a package to the list of what it holds
_SUM: Final = (
    r"(?:sum|money|total|amount|figure|funds?|package|aid|support|assistance|financing|funding|programme|program"
    r"|plan|pledge|loan|grant)"
)
_OF_IT: Final = rf"(?:of|out of|from) (?:which|whom|that|this|it|them|(?:the|this|that|its) (?:\w+ )?{_SUM})"
_HOLDS: Final = (
    r"(?:break(?:s|ing)? down|broken down|divided|split|compris(?:es?|ed|ing)|includ(?:es?|ed|ing)"
    r"|consist(?:s|ed|ing)? of|contains?|made up of)"
)
# Between the whole and its first part, and behind a part
_MARK: Final = re.compile(
    rf"\b(?:{_OF_IT}|{_HOLDS}|spread over|first (?:tranche|phase|part|instal\w+)|in a first"
    r"|among (?:it|them|these)|namely|being|in the package)\b|:\s",
    re.IGNORECASE,
)
_BEHIND: Final = re.compile(
    rf"(?:\s*\([^()]{{2,40}}\))?\s+{_OF_IT}\b|\s+(?:of|for) (?:the )?(?:new|additional|extra) money\b",
    re.IGNORECASE,
)
# A sentence of its own for parts
_OPENS: Final = re.compile(
    rf"[\s“\"‘]*(?:{_OF_IT}|in (?:the|this) {_SUM}|grants (?:account|make)|loans (?:account|make)"
    r"|the (?:rest|remainder|other)|in a first)\b",
    re.IGNORECASE,
)
_TAKEN_APART: Final = re.compile(
    rf"\b(?:the|this|that|its|it|they|these)\s+(?:(?:\w+\s+)?(?:{_SUM}|measures)\s+)?(?:(?:will|would|is|are|was|were|to|be)\s+){{0,3}}"
    rf"{_HOLDS}\b",
    re.IGNORECASE,
)
_NEXT: Final = re.compile(
    r"(?:,|;|,?\s+(?:and|plus|while|as well as|along with|together with))\s", re.IGNORECASE
)
_ITEM: Final = re.compile(r"[ \t]*(?:[-–—•*·▪●]|\(?\d{1,2}[.)])[ \t]+")
_HEADING: Final = re.compile(rf"\b(?:{_SUM}|{_HOLDS})\b[^\n]*:\s*$", re.IGNORECASE)
# What is compared, needed or was is no part.
_APART: Final = re.compile(
    r"\b(?:than|below|above|since|after|before|target|goal|needs?|needed|needing|asked|asks|appeal\w*|sought"
    r"|seeks?|damage\w*|losses|whereas|but|compared|against|short of|costs?|debts?|up from|down from"
    r"|last year|previous\w*|earlier|already|ago|economy|budget of|population|poll|per cent|percent)\b|%",
    re.IGNORECASE,
)


def of_whole(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:
    """Take the giver of the sum before for a part of it."""
    said, span, text = context.said, grammar.quantity_span(governed), article.text
    if said is None or not _is_smaller(governed, said):
        return None
    apart = span[0] - said.span[1]
    item = _item(text, said, span) if 0 < apart < _LIST_REACH and not _announces(governed) else None
    if not 0 < apart < (_REACH if item is None else _LIST_REACH):
        return None
    start = _marked(text, said, span, sentence) if item is None else item
    if (
        start is None
        or _APART.search(text, start, span[0])
        or _another(article, said, (start, span[0]), context)
    ):
        return None
    return replace(said.giver, follows=True)


def _announces(governed: Governed) -> bool:
    """Tell a numbered paragraph of its own from an item: "2. The minister confirmed a Maltese grant of"."""
    cue = governed.cue
    return cue is not None and cue.group == "pledge" and cue.form == "past" and governed.before


def _is_smaller(governed: Governed, said: Said) -> bool:
    quantity, whole = governed.mention.quantity, said.whole or said.worth
    if whole is None or quantity.kind not in ("money", "gdp_share") or quantity.value is None:
        return False
    return (quantity.currency or quantity.kind) == whole[1] and quantity.value < whole[0]


def _marked(text: str, said: Said, span: Span, sentence: Span) -> int | None:
    """Give from where words mark the figure as a part, or as the next part of its sentence."""
    if sentence[0] > said.span[0]:
        opens = _OPENS.match(text, *sentence) or _TAKEN_APART.search(text, sentence[0], span[0])
        if opens is None and not _BEHIND.match(text, span[1]):
            return None
        return opens.end() if opens else sentence[0]
    marked = _MARK.search(text, said.span[1], span[0]) or _BEHIND.match(text, span[1])
    another = said.whole is not None and _NEXT.search(text, said.span[1], span[0])
    return said.span[1] if marked or another else None


def _item(text: str, said: Said, span: Span) -> int | None:
    """Give where the item of a list begins that is headed by a package, or follows the figure said last."""
    item = text.rfind("\n", 0, span[0]) + 1
    if item <= said.span[1] or not _ITEM.match(text, item):
        return None
    before = text[:item].rstrip()
    above = before.rfind("\n") + 1
    if _ITEM.match(text, above):
        return item if above <= said.span[0] else None
    return item if _HEADING.search(before, above) else None


def _another(article: PledgeArticle, said: Said, between: Span, context: Context) -> bool:
    """Tell whether somebody else who may give stands between."""
    known = {said.giver.actor.name, context.taker_name}
    return any(
        nominal.actor.level in GIVING
        and nominal.actor.name not in known
        and not nominal.adjective
        and not grammar.led(article, nominal, between)
        for nominal in article.nominals_in(*between)
    )
