"""Who does the same as the giver of a figure: ", as did Sweden", "Peru did likewise", "Japan matched that".

In: an article, a governed quantity and who is known to get. Out: the actors of whom its own sentence or
the next one says no more than that they give the same.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Final

from models.messages import Actor, Span
from streams.claims.annotations import QuantityMention
from streams.claims.components.giving import grammar
from streams.claims.components.giving.article import Nominal, PledgeArticle
from streams.claims.components.giving.clauses import Governed
from streams.claims.components.giving.context import GIVING

_KEYS: Final = frozenset(
    {
        "as",
        "so",
        "did",
        "does",
        "same",
        "likewise",
        "suit",
        "matched",
        "matches",
        "match",
        "much",
        "equal",
        "like",
    }
)
_REACH: Final = 200  # characters behind a figure
# ", as did Sweden", "and so will the Dutch"
_AS_DID: Final = re.compile(
    r"(?:[,;.]|\band)\s+(?:as|so|So)\s+(?:did|does|do|has|have|had|is|are|was|were|will|would)\s+(?:also\s+)?(?:the\s+)?$"
)
_SUM: Final = r"(?:\s+(?:sum|amount|figure|again|number))?"
# "Sweden did the same", "Peru promised as much", "Japan will match that"
_THE_SAME: Final = re.compile(
    r"(?:,\s+(?:too|meanwhile|in\s+turn),)?(?:\s+(?:has|have|had|also|then|promptly|later|soon|will|would|is|was))*\s+"
    rf"(?:(?:did|does|do|done)\s+(?:the\s+same|likewise|so\s+too|as\s+much)"
    rf"|(?:gave|gives?|given|pledged|promised|promises|offered|offers|committed|added|sent|put\s+(?:up|in)|contributed"
    rf"|donated|provided?|chipped\s+in)\s+(?:the\s+same{_SUM}|as\s+much{_SUM}|an?\s+(?:equal|like|similar){_SUM}|likewise)"
    rf"|match(?:ed|es)?\s+(?:that|it|this|the){_SUM})\s*(?=[.;,!]|$|\n|for\b|to\b|on\b|in\b|with\b|after\b)"
)
_AND: Final = re.compile(r"(?:,\s*(?:and\s+)?|\s+and\s+)(?:the\s+)?")


def alike(article: PledgeArticle, governed: Governed, sentence: Span, taker: str | None) -> Iterator[Actor]:
    """Give those who do as the giver of the figure does."""
    end = grammar.quantity_span(governed)[1]
    if any(at >= end for at, _ in governed.sums) or not article.words.stands(_KEYS, end, end + _REACH):
        return
    stop = _two_sentences(article, end, sentence)
    named = [
        n
        for n in article.nominals_in(end, min(stop, end + _REACH))
        if not n.adjective and n.actor.name != taker and n.actor.level in GIVING
    ]
    for index, nominal in enumerate(named):
        if _AS_DID.search(article.text, max(end, nominal.span[0] - 24), nominal.span[0]):
            yield from _row(article.text, named[index:])
        elif _THE_SAME.match(article.text, nominal.span[1], stop):
            yield from _row(article.text, named[index::-1])


def _two_sentences(article: PledgeArticle, end: int, sentence: Span) -> int:
    """Give where the next sentence ends, that of the figure where the next one has a figure itself."""
    index = bisect_right(article.sentences, sentence)
    if sentence[1] - end >= _REACH or index == len(article.sentences):
        return sentence[1]
    low, high = article.sentences[index]
    first = bisect_left(article.quantities, low, key=_start)
    counts = first < len(article.quantities) and _start(article.quantities[first]) < high
    return sentence[1] if counts else high


def _start(mention: QuantityMention) -> int:
    return mention.quantity.span[0] if mention.quantity.span else -1


def _row(text: str, named: list[Nominal]) -> Iterator[Actor]:
    """Give the first of ``named`` and those that only "and" parts from it."""
    last = named[0]
    yield last.actor
    for nominal in named[1:]:
        low, high = sorted((last.span, nominal.span))
        if not _AND.fullmatch(text, low[1], high[0]):
            return
        yield nominal.actor
        last = nominal
