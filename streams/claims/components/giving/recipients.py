"""Who gets each pledge: the one that its sentence names, else that of its paragraph, else the article's.

In: a governed quantity and its giver. Out: the beneficiary, None for nobody, and whether the
money is for the giver's own defence, which nobody else gets.
"""

import re
from typing import Final, NamedTuple

from models.messages import Actor, Span
from models.messages.claim import Purpose
from streams.claims.components.giving.article import PledgeArticle
from streams.claims.components.giving.clauses import Governed
from streams.claims.components.giving.context import Context, Giver
from streams.claims.components.giving.takers import Takers, shared_with
from streams.claims.components.giving.topics import Topics

_DEFENCE: Final = re.compile(r"\bdefen[cs]e\b|\bmilitary\b", re.IGNORECASE)
_OF_GDP: Final = re.compile(
    r"\bof (?:(?:its|their|the) )?(?:GDP|GNI|gross (?:domestic|national))", re.IGNORECASE
)
_NEXT: Final = 3  # characters between a sentence and the next of its paragraph
_ITS_OWN: Final = re.compile(r"\b(?:its|their|his|her|our)\s+(?:own\s+|new\s+)?$")
_ITS_OWN_MAX: Final = 16  # characters


class Got(NamedTuple):
    """Who gets; ``at_home``: the giver's own defence; ``guessed``: only the page's country is left.

    ``named``: by the sentence itself.
    """

    taker: Actor | None
    at_home: bool = False
    guessed: bool = False
    named: bool = False


class Recipients:
    """Chooses who gets. Made once for a process."""

    def __init__(self, topics: Topics) -> None:
        self._takers = Takers()
        self._topics = topics

    def named(self, article: PledgeArticle, governed: Governed, sentence: Span, giver: Actor) -> Actor | None:
        """Give whom the sentence itself names."""
        return self._takers.find(article, governed, sentence, giver)

    def choose(  # noqa: PLR0913  (what a sentence says of one figure)
        self,
        article: PledgeArticle,
        governed: Governed,
        sentence: Span,
        giver: Giver,
        context: Context,
        purpose: Purpose,
    ) -> Got:
        """Give who gets; ``context`` is kept up to date on who got last."""
        if governed.mention.quantity.kind == "gdp_share":
            taker = shared_with(article, governed, sentence, giver.actor)
            if taker is None and governed.cue is not None and governed.cue.lemma == "donate":
                taker = _other(context.taker, giver)
            return Got(taker, at_home=taker is None)
        taker = self.named(article, governed, sentence, giver.actor)
        if taker is not None:
            context.handed = (giver.actor, taker, sentence[1])
            context.own_purse = _own(article, taker, sentence)
            return Got(_other(taker, giver), named=True)
        if self._at_home(article, context, sentence, purpose):
            return Got(None, at_home=True)
        after = _of_whole(context, giver) or _handed_on(article, context, giver, sentence)
        taker = _other((after if giver.follows else None) or context.taker or after, giver)
        return Got(taker) if taker else Got(_other(context.page, giver), guessed=True)

    def _at_home(self, article: PledgeArticle, context: Context, sentence: Span, purpose: Purpose) -> bool:
        """Tell money for the giver's own defence, which nobody else gets."""
        if purpose == "defence_spending":
            return True
        if not _DEFENCE.search(article.text, *sentence):
            return False
        # Beside a share of GDP for defence, a sum is a part of that budget.
        shared = _OF_GDP.search(article.text, *sentence) is not None
        return shared or self._topics.whole(article, context) == "defence_spending"


def _other(taker: Actor | None, giver: Giver) -> Actor | None:
    return None if taker is None or taker.name == giver.actor.name else taker


def _of_whole(context: Context, giver: Giver) -> Actor | None:
    """Give who gets the sum that this one is a part of."""
    if not giver.follows or context.handed is None or context.handed[0].name != giver.actor.name:
        return None
    return context.handed[1]


def _handed_on(article: PledgeArticle, context: Context, giver: Giver, sentence: Span) -> Actor | None:
    """Give who got in the sentence right before: from the same giver, or in the same paragraph."""
    if context.handed is None:
        return None
    before, taker, end = context.handed
    if end == sentence[1]:  # "$5bn for Chad, $1bn of it by 2028"
        return taker if giver.follows or before.name == giver.actor.name else None
    gap = article.text[end : sentence[0]] if 0 <= sentence[0] - end <= _NEXT else None
    others = context.pledging and not context.own_purse and gap is not None and "\n" not in gap
    if gap is None or (before.name != giver.actor.name and not others):
        return None
    context.handed = (before, taker, sentence[1])  # and so on, to the end of the paragraph
    return taker


def _own(article: PledgeArticle, taker: Actor, sentence: Span) -> bool:
    """Tell a taker that is the giver's own: "for its Blue Planet Fund"."""
    name, at = taker.as_printed or taker.name, sentence[0]
    while (at := article.text.find(name, at, sentence[1])) >= 0:
        if _ITS_OWN.search(article.text, max(sentence[0], at - _ITS_OWN_MAX), at):
            return True
        at += len(name)
    return False
