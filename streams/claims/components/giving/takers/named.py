"""Who gets: a governed quantity in, the beneficiary out.

The beneficiary receives, stands between a giving verb and the amount, follows "to" or
"for" behind it, or is the one that the article as a whole is about helping.
"""

import re
from collections.abc import Sequence
from itertools import chain
from typing import Final

from models.messages import Actor, Span
from streams.claims.components.giving.article import Nominal, PledgeArticle
from streams.claims.components.giving.clauses import Governed
from streams.claims.components.giving.context import DONORS
from streams.claims.components.giving.cues import PledgeCue
from streams.claims.components.giving.givers.partners import partner
from streams.claims.components.giving.takers.datives import dative, meant
from streams.claims.components.giving.takers.investments import INVESTS
from streams.claims.components.giving.takers.main_taker import ENDS, FUND, NEVER
from streams.claims.components.giving.takers.receiving import gets

# "a donation of $10 million went to UNHCR": money goes, too
_GOES_TO: Final = re.compile(
    r"[^.;:,]{0,30}?\s(?:went|goes|go|going|gone|came)\s+(?:\w+ly\s+|straight\s+|\w+\s+)?to\s+(?:the\s+)?$"
)
# "for laboratories in Kinshasa", "to hospitals across the Sahel", behind the figure
_FOR_THOSE_IN: Final = re.compile(
    r"\b(?:for|to|towards?|into|on|support)\s(?!\w+day)[^.;,()]{3,60}\s(?:in|across|of)\s+(?:the\s+"
    r"|northern\s+|southern\s+|eastern\s+|western\s+|\d+\s+)*$"
)
_WHILE: Final = re.compile(r",\s+(?:while|whereas)\s")
_WHILE_WORDS: Final = frozenset({"while", "whereas"})
_HALF_MAX: Final = 400  # characters


HELPING: Final = frozenset({"support", "help", "assist", "aid", "back"})
_DITRANSITIVE: Final = frozenset({"give", "pledge", "allocate"})  # "Fiji was promised $5m"


class Takers:
    """Finds beneficiaries; ``settle`` fixes the article's own before sentences are read."""

    def find(
        self,
        article: PledgeArticle,
        governed: Governed,
        sentence: Span,
        giver: Actor,
        main: Actor | None = None,
    ) -> Actor | None:
        """Give the beneficiary that the sentence names, None where it names none but ``main``."""
        span = governed.mention.quantity.span
        assert span is not None
        cue = governed.cue
        text = article.text
        if cue is not None and (
            cue.group == "receive"
            or (giver.id == DONORS.id and cue.lemma == "raise" and governed.before)
            or (governed.frame.passive and cue.group in _DITRANSITIVE and governed.before)
        ):
            subject = _gapped(article, governed, giver) or _subject(article, sentence, cue, giver)
            if subject is not None:
                return subject
        around = [
            n
            for n in article.takers_in(*sentence)
            if n.actor.name != giver.name
            and not n.person
            and n.actor.id not in NEVER
            and not _less_likely(article, n, main)
        ]
        around = [n for n in around if not _of_another(text, n, governed)]
        own = [n for n in around if governed.own[0] <= n.span[0] < governed.own[1]]
        if article.words.stands(_WHILE_WORDS, *sentence):
            around = [n for n in around if not _apart(text, n.span, span)]
        told = _helped(around, governed) or dative(text, own, span) or meant(article, sentence, span, giver)
        if told is not None:
            return told
        behind = [n for n in own if n.span[0] > span[1]]
        near_first = sorted(own, key=lambda n: (n.span[0] < span[1], abs(n.span[0] - span[1])))
        others = [n for n in around if n not in own]
        found = chain(
            (n for n in behind if _GOES_TO.fullmatch(text, span[1], n.span[0])),
            (n for n in (*near_first, *others) if gets(article.words, n, sentence)),
            (n for n in behind if _FOR_THOSE_IN.search(text, span[1], n.span[0])),
        )
        first = next(found, None)
        signed = None if first else partner(article, sentence, giver)
        return first.actor if first else signed or _placed(text, behind, governed)


# "invest $1 billion in its factory in Puebla, Mexico"
_INVESTED_IN: Final = re.compile(
    r"\b(?:in|into|on)\s[^.;()]{2,70}\b(?:in|near|outside|across)\s+(?:(?:the|northern|southern|eastern|western|central)"
    r"\s+|[A-Z][\w’'-]+,\s+)*$"
)
# where money or people are put: "$5bn (£4bn) in the UK", "900 soldiers in Lithuania", "$2bn with Chad's bank"
_RIGHT_IN: Final = re.compile(
    r"\s+(?:investments?\s+)?(?:\([^()]{2,30}\)\s+)?(?:in|into|with|at)\s+(?:the\s+)?"
)
_INVESTMENT_MAX: Final = 24  # characters
_STATIONED: Final = frozenset({"station", "deploy", "deposit", "place", "open"})
# "900 soldiers arrived in Port-au-Prince"
_ARRIVED: Final = re.compile(
    r"\s+(?:(?:have|has|had|will|are|to)\s+)*(?:arriv|land|touch|fly|flew|disembark)\w*\s+(?:\w+\s+)?(?:in|at)\s+(?:the\s+)?"
)


def _placed(text: str, behind: Sequence[Nominal], governed: Governed) -> Actor | None:
    """Give the country where somebody puts money or people."""
    span, cue = governed.mention.quantity.span, governed.cue
    if span is None or cue is None:
        return None
    near = text[max(governed.own[0], span[0] - _INVESTMENT_MAX) : span[1] + _INVESTMENT_MAX]
    invested = cue.lemma in INVESTS or " investment" in near
    for nominal in (n for n in behind if n.actor.level == "country"):
        between = (text, span[1], nominal.span[0])
        if (invested or cue.lemma in _STATIONED) and _RIGHT_IN.fullmatch(*between):
            return nominal.actor
        if invested and _INVESTED_IN.search(*between):
            return nominal.actor
        if governed.mention.quantity.kind == "units" and _ARRIVED.fullmatch(*between):
            return nominal.actor
    return None


def _helped(around: Sequence[Nominal], governed: Governed) -> Actor | None:
    """Give the object of a verb of helping: "supported Moldova with €2 billion"."""
    cue = governed.cue
    if cue is None or not governed.before or cue.lemma not in HELPING:
        return None
    return next((n.actor for n in around if cue.span[1] <= n.span[0] < governed.start), None)


def _gapped(article: PledgeArticle, governed: Governed, giver: Actor) -> Actor | None:
    """Take the second subject of "Egypt receives €4bn and Tunisia €150m"."""
    low, at = governed.own[0], governed.start
    if governed.cue is None or governed.cue.span[0] >= low:
        return None
    for nominal in article.takers_in(low, at):
        heads = _OPENS.search(article.text, low, nominal.span[0])
        if heads and _GAP.fullmatch(article.text, nominal.span[1], at) and nominal.actor.name != giver.name:
            return nominal.actor
    return None


_OPENS: Final = re.compile(r"(?:,|;|\band|\bwhile)\s+(?:the\s+)?$")
_GAP: Final = re.compile(r"\s+(?:(?:about|some|up\s+to|another|a|over|nearly)\s+)*")


def _of_another(text: str, nominal: Nominal, governed: Governed) -> bool:
    """Tell who gets another figure of a list: "€9m to the WFP and €4m to Concern"."""
    at, end = nominal.span[0], governed.end
    if not governed.sums or not governed.sums[0][1] < at < governed.start:
        return False
    return at < governed.own[0] or bool(
        _NEXT_SUM.fullmatch(text, nominal.span[1], governed.start) and _OWN_TAKER.match(text, end)
    )


_NEXT_SUM: Final = re.compile(r"(?:,|\s+and|,\s+and)\s+(?:(?:about|some|up\s+to|another|a|over|nearly)\s+)*")
_OWN_TAKER: Final = re.compile(r"\s+(?:to|for)\s")


def _less_likely(article: PledgeArticle, nominal: Nominal, main: Actor | None) -> bool:
    """Tell a name behind which the article's own taker stands: what "was counted for Germany" Yemen gets."""
    if main is None or nominal.actor.name == main.name:
        return False
    if nominal.actor.id in ENDS:
        return bool(FUND.search(main.name))  # a fund for the poor gets it, not they
    rich = nominal.actor.level == "country" and nominal.actor.id not in article.aided
    needy = main.id in article.aided or main.level != "country"
    start = nominal.span[0]
    return rich and needy and bool(_FOR.search(article.text, max(0, start - 10), start))


_FOR: Final = re.compile(r"\bfor\s+(?:the\s+)?$")


def _apart(text: str, one: Span, other: Span) -> bool:
    """Tell a name in the other half of "Norway pledged €5m for its fund, while Spain will spend €6m"."""
    start, end = min(one[1], other[1]), max(one[0], other[0])
    return end - start < _HALF_MAX and bool(_WHILE.search(text, start, end))


def _subject(article: PledgeArticle, sentence: Span, cue: PledgeCue, giver: Actor) -> Actor | None:
    """Give the last name before the verb, one that no preposition leads first."""
    text, low = article.text, sentence[0]
    found = [
        n
        for n in article.takers_in(low, cue.span[0])
        if not n.adjective and not n.person and n.actor.name != giver.name
    ]
    free = [n for n in found if not _BEHIND.search(text, max(low, n.span[0] - 14), n.span[0])]
    last = free or (found if cue.group == "receive" else [])
    return last[-1].actor if last else None


_BEHIND: Final = re.compile(
    r"\b(?:for|from|by|to|with|against|in|at|before|after|since)\s+(?:the\s+)?$", re.IGNORECASE
)


# "0.25 percent of GDP a year for military aid to Kyiv": not for its own defence
_OF_AID: Final = re.compile(r"\b(?:aid|support|assistance|help|needs)\b", re.IGNORECASE)
# "will provide Ukraine with 0.25 percent"
_GIVES: Final = re.compile(
    r"\b(?:giv(?:e|es|ing)|gave|provid\w+|suppl\w+|support\w*|help\w*|back\w*|aid\w*)\s+$"
)
_WITH: Final = re.compile(r"\s+(?:with\s+)?(?:[a-z]+\s+){0,3}")
_AT_HOME: Final = re.compile(r"\bdefen[cs]e\b|\bspending\b|[;]|\band\b")
_SHARE_GAP: Final = 80  # characters


def shared_with(article: PledgeArticle, governed: Governed, sentence: Span, giver: Actor) -> Actor | None:
    """Give who gets a share of the giver's GDP: only where the words speak of aid to another country."""
    span, text = governed.mention.quantity.span, article.text
    assert span is not None
    for nominal in article.takers_in(*sentence):
        if nominal.person or nominal.actor.level != "country" or nominal.actor.name == giver.name:
            continue
        start, end = min(nominal.span[1], span[1]), max(nominal.span[0], span[0])
        if (
            end - start > _SHARE_GAP
            or _AT_HOME.search(text, start, end)
            or not gets(article.words, nominal, sentence)
        ):
            continue
        before = text[max(sentence[0], nominal.span[0] - _SHARE_GAP) : nominal.span[0]]
        own = text[nominal.span[1] : nominal.span[1] + 1] in "'’" and before.endswith("to ")
        dative = _GIVES.search(before) and _WITH.fullmatch(text, nominal.span[1], span[0])
        if own or dative or _OF_AID.search(before):
            return nominal.actor
    return None
