"""Those who get together ("the recovery of Turkey and Syria"), and who give one sum together.

In: an article's nominals. Out: one further nominal over each pair of countries where the words before
it say where or to whom, which can only get; and for the giver of a sum the two who give it, or all
givers where three or more do.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from models.messages import Actor, Span
from streams.claims.components.giving import grammar
from streams.claims.components.giving.article import Nominal, PledgeArticle
from streams.claims.components.giving.clauses import Governed
from streams.claims.components.giving.context import DONORS, Context, Giver

AND: Final = " and "  # between the two in the name of a pair
_AND: Final = re.compile(r"\s+(?:and|&)\s+(?:(?:northern|southern|eastern|western|neighbouring)\s+)?")
_LED: Final = re.compile(
    r"\b(?:to|for|in|across|(?:recovery|rebuilding|reconstruction|people|victims|survivors|parts|north|south|east"
    r"|west) of|into|towards?|help(?:ing)?|support(?:ing)?|aid(?:ing)?|assist(?:ing)?|hit"
    r"|struck|on|rebuild(?:ing)?"
    r"|(?:divided|shared|split)\s+(?:equally\s+|evenly\s+|up\s+)?(?:between|among))\s+"
    r"(?:(?:the|both|northern|southern|eastern|western)\s+)*$",
    re.IGNORECASE,
)
_MEET: Final = re.compile(
    r"\b(?:(?<!shared )(?<!split )(?<!divided )(?<!equally )(?<!evenly )between|ties|talks"
    r"|relations|war|border|ambassador\w*|governments?)\b[^.;,]{0,24}$"
)


def pairs(article: PledgeArticle) -> Iterator[Nominal]:
    """Give the pairs of countries that a preposition leads, as one nominal each."""
    for one, other in pairwise(article.nominals):
        if not 0 < other.span[0] - one.span[1] < _AND_MAX or not (_is_state(one) and _is_state(other)):
            continue
        if one.actor.name == other.actor.name or not _AND.fullmatch(article.text, one.span[1], other.span[0]):
            continue
        low = max(0, one.span[0] - 40)
        if _LED.search(article.text, low, one.span[0]) and not _MEET.search(article.text, low, one.span[0]):
            span = (one.span[0], other.span[1])
            name = f"{one.actor.name}{AND}{other.actor.name}"
            printed = article.text[slice(*span)]
            yield Nominal(span, Actor(id=None, name=name, level="country", as_printed=printed))


_AND_MAX: Final = 30  # characters


def _is_state(nominal: Nominal) -> bool:
    return nominal.actor.level == "country" and not nominal.adjective and not nominal.person


_LINK: Final = re.compile(
    r"(?:\s*\([A-Z]{2,8}\))?(?:,\s*|,?\s+(?:and|&)\s+)(?:from\s+|by\s+)?(?:the\s+)?(?:foundation\s+|charity\s+"
    r"|(?:government|people|kingdom|republic)\s+of\s+(?:the\s+)?)?",
    re.IGNORECASE,
)
# "from Norway and Sweden $50m": another sum, or another clause
_ANOTHER: Final = re.compile(
    r"(?:['’]s?)?\s+(?:(?:for|with|some|about|another|a further|up to|over)\s+)?"
    r"(?:[^\w\s]?\d|[A-Z]{1,3}[$€£\d]"
    r"|(?:has|have|had|is|are|was|were|will|would|said|says|gave|pledged|promised|committed|sent|announced)\b)"
)
_WHOSE: Final = re.compile(r",?\s+whose\s")  # "Peru, Chile and Oman, whose gift of $9m": the last one's
_EACH: Final = re.compile(r"\b(?:each|respectively|apiece|separately)\b", re.IGNORECASE)
_PAIR: Final = 2
_MUTUAL: Final = frozenset({"sign", "agree", "exchange", "conclude"})  # with each other


def givers(
    article: PledgeArticle, governed: Governed, sentence: Span, giver: Giver, context: Context
) -> Giver:
    """Give ``giver`` with those who give the same sum: "Peru and Chile gave", "pledged by Peru and Chile"."""
    alone = not _may_share(governed, giver) or _WHOSE.match(article.text, giver.span[1])
    row = () if alone else _row(article, giver, sentence, context)
    names = list(dict.fromkeys(n.actor.name for n in row))
    if len(names) < _PAIR or len(names) == len(grammar.sums_behind(article, governed, sentence)):
        return giver
    before = row[0].span != giver.span and row[0].span[1] < governed.start
    led = before and grammar.led(article, row[0], sentence)  # "$30m from Norway and Sweden $20m"
    if led or _EACH.search(article.text, *sentence):
        return giver
    if len(names) > _PAIR or any(n.actor.id == DONORS.id for n in row):
        return Giver(DONORS, row[0].span) if governed.mention.quantity.kind == "money" else giver
    span = (row[0].span[0], row[-1].span[1])
    levels = {n.actor.level for n in row}
    level = levels.pop() if len(levels) == 1 and "country" not in levels else "bloc"
    actor = Actor(id=None, name=AND.join(names), level=level, as_printed=article.text[slice(*span)])
    return Giver(actor, span, person=giver.person, firm=giver.firm, beside=giver.beside)


def _may_share(governed: Governed, giver: Giver) -> bool:
    """Tell money or things whose giver stands in the text, by no verb of what two do with each other."""
    shared = governed.mention.quantity.kind in ("money", "units") and giver.span[0] < giver.span[1]
    return shared and not giver.follows and (governed.cue is None or governed.cue.lemma not in _MUTUAL)


def _row(article: PledgeArticle, giver: Giver, sentence: Span, context: Context) -> Sequence[Nominal]:
    """Give the nominals that stand in a row with ``giver``, it among them; one alone where none does."""
    taker = context.taker_name
    around = [n for n in article.nominals_in(*sentence) if n.actor.name != taker]
    at = next((i for i, n in enumerate(around) if n.span == giver.span), None)
    if at is None:
        return ()
    first = last = at
    while first > 0 and _linked(article.text, around[first - 1], around[first]):
        first -= 1
    while last + 1 < len(around) and _linked(article.text, around[last], around[last + 1]):
        last += 1
    behind = last > at and _ANOTHER.match(article.text, around[last].span[1])
    return around[first : at + 1 if behind else last + 1]


def _linked(text: str, one: Nominal, other: Nominal) -> bool:
    if one.adjective or other.adjective:
        return False
    if one.actor.name == other.actor.name:  # "French President Emmanuel Macron"
        return bool(_TITLE.fullmatch(text, one.span[1], other.span[0]))
    link = _LINK.match(text, one.span[1], other.span[0])
    end = link.end() if link else -1
    titled = other.person and link is not None and link[0].strip() != ","
    return end == other.span[0] or (titled and bool(_TITLE.fullmatch(text, end - 1, other.span[0])))


_TITLE: Final = re.compile(r"(?:['’]s?)?\s(?:[\w-]+\s+){0,5}")
