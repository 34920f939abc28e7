"""Sums that stand for others: what all gave together, what a package or an event holds.

In: an article, a governed quantity and the context. Out: the giver that such a sum has, or
None: all who promised for a total or what a conference brought, the one who gave the
whole for a part that a sentence of its own names.
"""

import re
from dataclasses import replace
from typing import Final

from models.messages import Span
from streams.claims.components.giving import grammar
from streams.claims.components.giving.article import PledgeArticle
from streams.claims.components.giving.clauses import Governed
from streams.claims.components.giving.context import DONORS, Context, Giver

_TOTAL: Final = re.compile(
    r"(?<!its )(?<!their )\b(?:total|sum|tally|(?:final|overall|headline|combined) (?:figure|amount|number)"
    r"|total (?:of|for) [^.;:$€£\d]{2,40})\s*"
    r"(?::|(?:so far |now |then |to date )?"
    r"(?:stands?|stood|is|was|comes?|came|rose|rises|reache[sd]|of|to)(?:\s+(?:at|to))?)\s+"
    r"(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_WHOLE: Final = re.compile(
    r"\b(?:it|this|(?:the|this|that)\s+(?:[\w-]+\s+){0,2}(?:package|measure|aid|assistance|support|tranche"
    r"|delivery|shipment|consignment|donation|contribution|help|commitment|pledge|grant|loan))\b"
    r"[^.;:]{0,60}\b(?:comprise[sd]?|includes?|included|contains?|contained|consists? of|covers?|amounts? to"
    r"|is worth|holds|provides? for|brings together|is made up of|adds up to)\b[^.;]{0,90}$",
    re.IGNORECASE,
)

# "€30 million of that goes to hospitals", said of the sum before
_PART_OF: Final = re.compile(
    r"\s+(?:of (?:that|it|this|the sum|the money)\s+)?(?:goes|go|will go|would go|is to go|are to go"
    r"|is|are|will be|would be)\s+(?:to|for|into|towards?|earmarked|meant|set aside|intended|reserved)\b",
    re.IGNORECASE,
)
_OPENS: Final = re.compile(
    r"[\s“\"‘]*(?:(?:some|about|another|a further|the other|up to|at least)\s+)*", re.IGNORECASE
)
_WITHIN: Final = 200  # characters from the whole to its part
# "The summit raised $5 million": all who promised there
_EVENT: Final = re.compile(
    r"\b(?:conference|summit|meeting|event|round|session|talks|appeal|drive|gala|telethon|replenishment|roundtable)\b"
    r"(?:\s+(?!who|which|that)[\w’'-]+){0,8}\s*$",
    re.IGNORECASE,
)
_BRINGS: Final = frozenset(
    {"bring", "raise", "collect", "gather", "secure", "mobilise", "mobilize", "produce", "attract"}
)


def event(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:
    """Take all givers for what a conference brought."""
    cue = governed.cue
    if cue is None or not governed.before or not context.pledging or cue.lemma not in _BRINGS:
        return None
    if governed.frame.passive or not _EVENT.search(
        article.text, max(sentence[0], cue.span[0] - 90), cue.span[0]
    ):
        return None
    return Giver(DONORS, grammar.quantity_span(governed))


def part_of_last(
    article: PledgeArticle, governed: Governed, sentence: Span, context: Context
) -> Giver | None:
    """Take the giver of the sum before for a smaller one in the same money that is said to go somewhere."""
    span, last, quantity = grammar.quantity_span(governed), context.said, governed.mention.quantity
    if last is None or last.worth is None or quantity.kind != "money" or quantity.value is None:
        return None
    smaller = quantity.currency == last.worth[1] and quantity.value < last.worth[0]
    near = 0 < sentence[0] - last.span[1] < _WITHIN
    if not (smaller and near and _OPENS.fullmatch(article.text, sentence[0], span[0])):
        return None
    return replace(last.giver, follows=True) if _PART_OF.match(article.text, span[1]) else None


def total(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:
    """Take what all promised together: "Total: €5.8bn", "which brings the sum to $11 billion"."""
    at = grammar.quantity_span(governed)[0]
    if not context.pledging or not _TOTAL.search(article.text, max(sentence[0], at - 90), at):
        return None
    return Giver(DONORS, (at, at))


def of_whole(article: PledgeArticle, governed: Governed, sentence: Span) -> bool:
    """Tell what a package spoken of before consists of: "It comprises 36 carriers"."""
    return bool(_WHOLE.search(article.text, sentence[0], grammar.quantity_span(governed)[0]))
