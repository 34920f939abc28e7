"""Who gives, told first: "From the World Bank: a grant of $120m", "With $30m Peru came first".

In: an article, a governed quantity and the context. Out: the giver that a "from" before
the figure or a "with" that opens the clause names, or None.
"""

import re
from typing import Final

from models.messages import Span
from streams.claims.components.giving import grammar
from streams.claims.components.giving.article import PledgeArticle
from streams.claims.components.giving.clauses import Governed
from streams.claims.components.giving.context import Context, Giver
from streams.claims.components.giving.leads import GIFT, GIFT_WORDS, LEAD, NEAR, of_giving

_OPENS: Final = r"(?:^|[.;:,–—\n]\s*|\b(?:and|while|but)\s+)"
_FROM: Final = re.compile(rf"{_OPENS}(?:also |another |and )?from\s+(?:the\s+|[a-z]+\s+)?$", re.IGNORECASE)
# what follows "From Peru": a grant of, are expected
_COMES: Final = re.compile(
    r"(?:\s*[:,–—-]|(?:\s+(?:there|will|would|is|are|was|were|has|have|had|to|be|come|comes|came|coming|arrive[ds]?|due"
    r"|expected|promised|pledged|flow(?:s|ed)?|stems?|hails?|now|also|already|another))*)"
    rf"\s+{LEAD}$"
)
# "a grant from Kuwait of", "Money from the World Bank, $150 million, is"
_GIFT_FROM: Final = re.compile(
    rf"\b(?:{GIFT}s?|money|cash|funding|financing)\s+from\s+(?:the\s+)?(?:\w+\s+)?$", re.IGNORECASE
)
_OF: Final = re.compile(rf"\s+(?:of|for|worth|over|totall?ing|amounting to)\s+{LEAD}$")
_ASIDE: Final = re.compile(rf"(?:,|\s[–—])\s+{LEAD}$")
_ASIDE_ENDS: Final = re.compile(r",|\s[–—]\s")
# "thanks to a grant of $4 million from Japan"
_A_GIFT_OF: Final = re.compile(rf"\b{GIFT}s?\s+(?:of|worth|totall?ing)\s+(?:\w+\s+){{0,2}}$", re.IGNORECASE)
_RIGHT_FROM: Final = re.compile(r"\s+from\s+(?:the\s+)?")
_WITH: Final = re.compile(rf"{_OPENS}with\s+{LEAD}$", re.IGNORECASE)
_THEN: Final = re.compile(
    r"(?:\s*\([^()]{2,30}\))?,?\s+(?:the\s+)?(?:(?:Kingdom|Republic|Government|State)\s+of\s+)?"
)


def fronted(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:
    """Take who is named before the figure as where it comes from, or right behind as who comes with it."""
    return (
        _from(article, governed, sentence, context)
        or _behind(article, governed, sentence, context)
        or _with(article, governed, sentence, context)
    )


def _from(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:
    at, text = governed.start, article.text
    if not article.words.stands(_FROM_WORD, max(sentence[0], at - NEAR - _FROM_MAX), at):
        return None
    for nominal in reversed(article.nominals_in(max(sentence[0], at - NEAR), at)):
        if nominal.adjective or nominal.actor.name == context.taker_name:
            continue
        start, end = nominal.span
        low = max(sentence[0], start - _FROM_MAX)
        if _COMES.fullmatch(text, end, at) and _FROM.search(text[low:start]):
            return grammar.as_giver(nominal)
        figure_ends = grammar.quantity_span(governed)[1]
        aside = _ASIDE.fullmatch(text, end, at) and _ASIDE_ENDS.match(text, figure_ends)
        if (aside or _OF.fullmatch(text, end, at)) and _GIFT_FROM.search(text[low:start]):
            return grammar.as_giver(nominal)
    return None


def _behind(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:
    """Take from whom a gift of the figure is, right behind it: whoever buys with it does not give it."""
    (start, end), text = grammar.quantity_span(governed), article.text
    low = max(sentence[0], start - _FROM_MAX)
    if not article.words.stands(GIFT_WORDS, low, start) or not _A_GIFT_OF.search(text[low:start]):
        return None
    for nominal in article.nominals_in(end, min(sentence[1], end + _FROM_MAX)):
        named = not nominal.adjective and nominal.actor.name != context.taker_name
        if named and _RIGHT_FROM.fullmatch(text, end, nominal.span[0]):
            return grammar.as_giver(nominal)
    return None


_FROM_MAX: Final = 40  # characters
_FROM_WORD: Final = frozenset({"from"})
_WITH_WORD: Final = frozenset({"with"})


def _with(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:
    span, text = grammar.quantity_span(governed), article.text
    low = max(sentence[0], span[0] - _FROM_MAX)
    if not article.words.stands(_WITH_WORD, low, span[0]) or not of_giving(governed, context):
        return None
    if not _WITH.search(text[low : span[0]]):
        return None
    for nominal in article.nominals_in(span[1], min(sentence[1], span[1] + _FROM_MAX)):
        if not nominal.adjective and _THEN.fullmatch(text, span[1], nominal.span[0]):
            return None if nominal.actor.name == context.taker_name else grammar.as_giver(nominal)
    return None
