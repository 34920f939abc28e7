"""Who gets each pledge: the one that its sentence names, else that of its paragraph, else the article's.

In: a governed quantity and its giver. Out: the beneficiary, None for nobody, and whether the
money is for the giver's own defence, which nobody else gets.
"""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from models.messages import Actor, Span
from models.messages.claim import Purpose
from streams.claims.components.giving.article import PledgeArticle
from streams.claims.components.giving.clauses import Governed
from streams.claims.components.giving.context import DONORS, Context, Giver
from streams.claims.components.giving.takers.investments import invests, place_of, subsidised
from streams.claims.components.giving.takers.named import Takers, shared_with
from streams.claims.components.giving.takers.unnamed import Unnamed, right_behind
from streams.claims.components.giving.topics import Topics
from streams.claims.components.text.lead_ins import LeadIns
from streams.claims.components.text.words import Words

_DEFENCE: Final = frozenset({"defence", "defense", "military"})
_OF_GDP: Final = re.compile(
    r"\bof (?:(?:its|their|the) )?(?:GDP|GNI|gross (?:domestic|national))", re.IGNORECASE
)
_HIRES: Final = frozenset({"hire", "recruit", "employ"})
_HIRING: Final = LeadIns(
    {
        "recruitment recruiting hiring employment": r"\s+of\s+(?:(?:about|some|another|up to|the)\s+)*",
    },
    fold=False,
)
_HIRING_MAX: Final = 40  # characters
_NEXT: Final = 3  # characters between a sentence and the next of its paragraph
_ITS_OWN: Final = re.compile(r"\b(?:its|their|his|her|our)\s+(?:own\s+|new\s+)?$")
_ITS_OWN_MAX: Final = 16  # characters


class Got(NamedTuple):
    """Who gets, and how that is known.

    ``at_home``: the giver's own defence; ``guessed``: only the page's country is left; ``named``: the
    sentence itself says so.
    """

    taker: Actor | None
    at_home: bool = False
    guessed: bool = False
    named: bool = False


class Recipients:
    """Chooses who gets. Made once for a process."""

    def __init__(self, topics: Topics, heads: Iterable[str]) -> None:
        """Take the ``heads`` of those who get without a name."""
        self._unnamed = Unnamed(heads)
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
            if taker is None and governed.cue is not None and governed.cue.lemma in _HANDS:
                taker = _other(context.taker, giver)
            return Got(taker, at_home=taker is None)
        told = _taken_in(governed) or self._takers.find(
            article, governed, sentence, giver.actor, context.taker
        )
        taker = told or place_of(article, governed, giver) or right_behind(article, governed, context.taker)
        if invests(governed, giver):
            context.investor = giver.actor
        if taker is not None:
            if told is not None or giver.actor.level != "company":  # whom a firm supplies is a customer
                context.handed = (giver.actor, taker, sentence[1])
            context.own_purse = _own(article, taker, sentence)
            return Got(_other(taker, giver), guessed=told is None, named=told is not None)
        if giver.actor.level != "company" and _hires(article.words, governed):
            return Got(None, guessed=True)
        if self._at_home(article, context, sentence, purpose):
            return Got(None, at_home=True)
        return self._implied(article, governed, sentence, giver, context)

    def _implied(
        self, article: PledgeArticle, governed: Governed, sentence: Span, giver: Giver, context: Context
    ) -> Got:
        """Give whom the article and its paragraph mean where the sentence names nobody."""
        after = _of_whole(context, giver) or _handed_on(article, context, giver, sentence)
        taker = subsidised(article, sentence, giver, context.investor)
        taker = _other(
            taker or (after if _goes_on(context, giver) else None) or context.taker or after, giver
        )
        page = _other(context.page, giver)
        among = None
        if _private(giver) or (taker is None and page is None) or _at_its_place(article, governed, giver):
            among = self._unnamed.find(article, governed)
        if among is not None:
            return Got(among, guessed=True)
        return Got(taker) if taker else Got(page, guessed=True)

    def _at_home(self, article: PledgeArticle, context: Context, sentence: Span, purpose: Purpose) -> bool:
        """Tell money for the giver's own defence, which nobody else gets."""
        if purpose == "defence_spending":
            return True
        if not article.words.stands(_DEFENCE, *sentence):
            return False
        # Beside a share of GDP for defence, a sum is a part of that budget.
        shared = _OF_GDP.search(article.text, *sentence) is not None
        return shared or self._topics.whole(article, context) == "defence_spending"


_HANDS: Final = frozenset({"donate", "give"})  # of its output, to others


def _at_its_place(article: PledgeArticle, governed: Governed, giver: Giver) -> bool:
    """Tell a state that helps its own: "to the victims of Herat" by Afghanistan."""
    behind = article.takers_in(governed.start, governed.own[1])
    return giver.actor.level == "country" and any(n.actor.name == giver.actor.name for n in behind)


def _taken_in(governed: Governed) -> Actor | None:
    """Give those whom a state takes in: "will resettle 500 Syrian refugees" is for them."""
    unit, cue = governed.mention.quantity.unit or "", governed.cue
    if cue is None or cue.lemma not in _TAKES_IN or not _FLED.intersection((unit, unit.rpartition(" ")[2])):
        return None
    return Actor(id=None, name=unit, level="organisation", as_printed=unit)


_TAKES_IN: Final = frozenset({"take", "resettle", "admit", "accept", "host", "relocate", "welcome"})
_FLED: Final = frozenset({"refugees", "migrants", "evacuees", "seekers", "orphans", "Afghans", "Syrians"})


def _hires(words: Words, governed: Governed) -> bool:
    """Tell those whom the giver takes on: they work for it."""
    cue, at = governed.cue, governed.start
    if cue is not None and cue.lemma in _HIRES:
        return True
    return _HIRING.lead(words.text, words.within(at - _HIRING_MAX, at), at)


def _goes_on(context: Context, giver: Giver) -> bool:
    """Tell a part of a sum, and what is promised to a fund that was just said to have raised money."""
    before = context.handed
    return giver.follows or (
        before is not None and before[0].id == DONORS.id and before[1].level == "organisation"
    )


_CHARITY: Final = re.compile(r"\b(?:Foundation|Philanthropies|Charity|Charities|Trust)\b")


def _private(giver: Giver) -> bool:
    """Tell a firm, a charity, a person or a giver of no table: it gives to those it names, to no country."""
    if giver.actor.level in ("company", "person") or giver.actor.id is None:
        return giver.actor.level not in ("country", "bloc", "donors")
    return bool(_CHARITY.search(giver.actor.name))


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
    if giver.actor.name == context.taker_name:
        return None  # what a fund hands out
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
