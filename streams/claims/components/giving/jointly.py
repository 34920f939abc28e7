"""Two countries that get together: "the recovery of Turkey and Syria".

In: an article's nominals. Out: one further nominal over each such pair, which can only get. A pair is
one where the words before it say where or to whom; as the subject of a verb each is itself.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from models.messages import Actor
from streams.claims.components.giving.article import Nominal, PledgeArticle

AND: Final = " and "  # between the two in the name of a pair
_AND: Final = re.compile(r"\s+(?:and|&)\s+(?:(?:northern|southern|eastern|western|neighbouring)\s+)?")
_LED: Final = re.compile(
    r"\b(?:to|for|in|across|(?:recovery|rebuilding|reconstruction|people|victims|survivors|parts|north|south|east"
    r"|west) of|into|towards?|help(?:ing)?|support(?:ing)?|aid(?:ing)?|assist(?:ing)?|hit"
    r"|struck|on|rebuild(?:ing)?)\s+(?:(?:the|both|northern|southern|eastern|western)\s+)*$",
    re.IGNORECASE,
)
_MEET: Final = re.compile(
    r"\b(?:between|ties|talks|relations|war|border|ambassador\w*|governments?)\b[^.;,]{0,24}$"
)


def pairs(article: PledgeArticle) -> Iterator[Nominal]:
    """Give the pairs of countries that a preposition leads, as one nominal each."""
    for one, other in pairwise(article.nominals):
        if not all(n.actor.level == "country" and not n.adjective and not n.person for n in (one, other)):
            continue
        if one.actor.name == other.actor.name or not _AND.fullmatch(article.text, one.span[1], other.span[0]):
            continue
        low = max(0, one.span[0] - 40)
        if _LED.search(article.text, low, one.span[0]) and not _MEET.search(article.text, low, one.span[0]):
            span = (one.span[0], other.span[1])
            name = f"{one.actor.name}{AND}{other.actor.name}"
            printed = article.text[slice(*span)]
            yield Nominal(span, Actor(id=None, name=name, level="country", as_printed=printed))
