"""Who gets what a firm invests, and what a state adds: a governed figure in, country or firm out.

"Put €1.4bn into a factory in the industrial park of Debrecen" is for Hungary where the page names
it; the grant with which the state "chips in" is for the firm.
"""

import re
from collections import Counter
from typing import Final

from models.messages import Actor, Span
from streams.claims.components.giving.article import PledgeArticle
from streams.claims.components.giving.clauses import Governed
from streams.claims.components.giving.context import Giver

INVESTS: Final = frozenset({"invest", "put", "pour", "pump", "build", "spend", "sink", "plough"})
_FIRMS: Final = frozenset({"company", "organisation"})
_REACH: Final = 120  # characters behind a figure
# "into a factory in the southern industrial park of Debrecen"
_PLANT: Final = re.compile(
    r"\b(?:factory|factories|plants?|mines?|terminal|hub|site|campus|fab|warehouse|works|mill|refinery|smelter|complex"
    r"|park|wind\s+farm|shipyard|data\s+cent(?:re|er)|line|brewery|foundry)\s+(?:[a-z][\w-]*\s+){0,4}?"
    r"(?:in|near|at|outside|of)\s+(?:the\s+)?(?:[a-z]+\s+){0,3}?(?:of\s+)?"
    r"(?:[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,2})"
)
_SUBSID: Final = re.compile(
    r"\b(?:subsid(?:y|ies)|state aid|grants?|tax (?:credits?|breaks?)|incentives?)\b", re.IGNORECASE
)


def place_of(article: PledgeArticle, governed: Governed, giver: Giver) -> Actor | None:
    """Give the country that the page names most where a firm puts its money into works at some place."""
    span, cue = governed.mention.quantity.span, governed.cue
    if span is None or not invests(governed, giver) or cue is None or not governed.before:
        return None
    found = _PLANT.search(article.text, span[1], min(governed.own[1], span[1] + _REACH))
    if found is None:
        return None
    named = [
        n.actor
        for n in article.takers_in(0, len(article.text))
        if n.actor.level == "country" and not (n.adjective or n.person)
    ]
    most = Counter(actor.name for actor in named).most_common(1)
    return next((actor for actor in named if actor.name == most[0][0]), None) if most else None


def invests(governed: Governed, giver: Giver) -> bool:
    """Tell a firm that puts its money into something."""
    cue = governed.cue
    return giver.actor.level in _FIRMS and cue is not None and cue.lemma in INVESTS


def subsidised(article: PledgeArticle, sentence: Span, giver: Giver, investor: Actor | None) -> Actor | None:
    """Give the firm that a state helps to build what was told of before."""
    if investor is None or giver.actor.level not in ("country", "bloc"):
        return None
    return investor if _SUBSID.search(article.text, *sentence) else None
