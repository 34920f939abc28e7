"""Sums that somebody looks for: appeals, needs and estimates, which nobody has given yet.

In: a governed figure and its sentence. Out: whether it is only asked for. What one state demands
of another is a proposal, what a fund or a charity would like to have is none.
"""

import re
from typing import Final

from models.messages import Span
from streams.claims.capitals import compile_names
from streams.claims.components.giving.article import PledgeArticle
from streams.claims.components.giving.clauses import Governed
from streams.claims.components.giving.cues import STRONG
from streams.claims.components.text.keyed import Keyed

_SOME: Final = r"(?:(?:about|some|at least|around|more than|over|up to|nearly|roughly|only|just|an?|the)\s+)*"
# "put the damage at $2bn", "is put at 45,000 hectares"
_PUT_AT: Final = re.compile(
    rf"\b(?:puts?|putting|estimate[sd]?|priced?|reckon(?:s"
    rf"|ed)?)\b(?P<what>[^.;$€£\d]{{0,60}}?)\sat\s+{_SOME}$",
    re.IGNORECASE,
)
_GIFT: Final = re.compile(r"\b(?:contribution|share|pledge|aid|support|help|package|donation|grant|loan)\b")
# "The target for public money remains $25bn", "the 2026 appeal, at $2.87bn"
_GOAL: Final = Keyed(
    "target goal aim appeal requirement requirements plan need",
    r"\b(?:target|goal|aim|appeal|requirements?|response plan|funding need)\b(?:\s+(?:for|of"
    r"|in)\s+[^,.;$€£\d]{2,40}?)?"
    rf"(?:,?\s+(?:at|of|worth)|\s+(?:remains?|stays?(?: at)?|stands? at|is|was|comes? to"
    rf"|amounts? to))\s+{_SOME}$",
    re.IGNORECASE,
)
# "If all members did so, Kyiv would get $120bn", "the fund's budget, which is $6.9bn"
_UNREAL: Final = re.compile(
    r"\bif\s+(?:all|every|each|everyone|everybody)\b[^;]{0,200}\bwould\b[^.;]{0,60}$"
    rf"|\bbudget,\s+which\s+(?:is|was|comes to|stands at|amounts to)\s+{_SOME}$",
    re.IGNORECASE,
)
# "wants to raise $500m", "hopes to attract $9bn"
_RAISE: Final = re.compile(
    r"\b(?:want(?:s|ed)?|hop(?:es?|ed|ing)|seek(?:s|ing)?|sought|aim(?:s|ed|ing)?|need(?:s|ed)?|try(?:ing)?"
    r"|tries|look(?:s|ing)?"
    r"|wish(?:es)?)\s+to\s+(?:raise|attract|collect|secure|gather|obtain|find|drum up|bring in|receive|get"
    r"|mobili[sz]e)\s+"
    rf"(?:another\s+|a further\s+|a total of\s+)?{_SOME}$",
    re.IGNORECASE,
)
# "called $2bn a year the least", "none bigger than $10m"
_NAMED: Final = Keyed(
    "call calls called calling deem deems deemed lack lacks lacked lacking would narrow narrows narrowed "
    "narrowing than",
    r"\b(?:call(?:s|ed|ing)?|deem(?:s|ed)?|lack(?:s|ed|ing)?)\s+$"
    rf"|\bwould\s+(?:take|need|require|cost)\s+{_SOME}$|\bnarrow(?:s|ed|ing)\s+(?:it\s+)?to\s+$"
    r"|\b(?:none|neither|nothing|no \w+|not one)\s+(?:is\s+|was\s+)?(?:bigger|larger|smaller|higher|more"
    r"|greater)\s+than\s+$",
    re.IGNORECASE,
)
# "is hoping for 10,000 doses": of nobody who could give them
_HOPED: Final = Keyed(
    "hope hopes hoped hoping waiting waits yearning",
    rf"\b(?:hop(?:es?|ed|ing)|yearning|wait(?:s|ing))\s+for\s+{_SOME}$",
)
_FROM_SOMEBODY: Final = compile_names(r"[^.;:$€£\d]{0,60}?\b(?:from|that|which)\s+(?:the\s+)?[A-Z]")
# "was ordered to pay Germany €60 million"
_COURT: Final = re.compile(
    r"\b(?:ordered|sentenced|condemned|forced|obliged|fined)\b[^.;$€£\d]{0,60}?\bto\s+(?:pay|repay|return"
    r"|forfeit|compensate)\b"
    r"[^.;$€£\d]{0,40}$",
    re.IGNORECASE,
)
# "the $968m which last year's plan asked for"
_ASKED_BEHIND: Final = Keyed(
    "asked appealed called asks appeals calls asking sought requested",
    r"\s+(?:which|that|the|its|\w+ agencies|[A-Z])[^.;:$€£\d“”\"]{0,110}?"
    r"\b(?:(?:asked|appealed|called|asks|appeals|calls|asking)\s+for|sought|requested)\b",
)
# A share of output that tells a loss: "the damage is put at 3.6% of GDP"
_LOSS: Final = re.compile(r"\b(?:damages?|loss(?:es)?|deficit|debts?)\b(?:[^.;]|\.\d){0,70}$", re.IGNORECASE)
_ASKS: Final = frozenset(
    (  # noqa: SIM905  (a list of words reads better unquoted)
        "ask seek appeal call request demand want need urge hope insist require press push"
    ).split()
)
# Those who collect or campaign: what they would like is no proposal of a giver
_COLLECTS: Final = re.compile(
    r"\b(?:we|i|charit(?:y|ies)|aid groups?|NGOs?|agenc(?:y|ies)|campaigners?|activists?|appeal|plan|fund"
    r"|facility|alliance"
    r"|partners|humanitarians|relief workers|organi[sz]ations?)\b",
    re.IGNORECASE,
)
_STATES: Final = frozenset({"country", "bloc"})
_NEAR: Final = 100  # characters
_CLOSE: Final = 40
_OF_GIFT: Final = 24  # characters: "its share, which it put at €5m"
_OF_STATES: Final = re.compile(
    r"\b(?:states|countries|(?<!united )nations|governments?|ministry|parliament)\b", re.IGNORECASE
)


def only_asked(article: PledgeArticle, governed: Governed, sentence: Span) -> bool:
    """Tell a sum that somebody looks for, estimates or calls this or that."""
    words, text = article.words, article.text
    start, quantity = governed.start, governed.mention.quantity
    if quantity.kind == "gdp_share" or quantity.span is None:
        return bool(_LOSS.search(text, governed.clause[0], start))
    low = max(sentence[0], start - _NEAR)
    put = _PUT_AT.search(text, low, start) if " at " in text[start - _CLOSE : start] else None
    if put and not _GIFT.search(text, max(sentence[0], put.start() - _OF_GIFT), put.end("what")):
        return True
    near = (max(low, start - _CLOSE), start)
    hoped = _HOPED.search(words, *near) and not _FROM_SOMEBODY.match(text, quantity.span[1])
    if hoped or _NAMED.search(words, *near) or _is_unreal(text, sentence, start):
        return True
    if " to " in text[low:start] and (_RAISE.search(text, low, start) or _COURT.search(text, low, start)):
        return True
    given = governed.cue is not None and governed.before and governed.cue.group in STRONG
    if not given and (
        _GOAL.search(words, low, start) or _ASKED_BEHIND.match(words, quantity.span[1], governed.clause[1])
    ):
        return True
    return _campaigned(article, governed, sentence)


def _is_unreal(text: str, sentence: Span, start: int) -> bool:
    near = text[max(sentence[0], start - _CLOSE) : start]
    return (" would " in near or " which " in near) and bool(_UNREAL.search(text, sentence[0], start))


def _campaigned(article: PledgeArticle, governed: Governed, sentence: Span) -> bool:
    """Tell what a fund or a campaign calls for, "Gavi seeks at least $9bn", from what a state demands."""
    end, text = governed.start, article.text
    asks = [c for c in governed.all_cues if c.lemma in _ASKS and c.span[1] <= end]
    if not asks or (governed.cue is not None and governed.cue.span[0] < asks[-1].span[0]):
        return False
    at = asks[-1].span[0]
    low = max(sentence[0], at - _NEAR)
    if _PLAN.search(text, low, at):
        return True
    before = [n for n in article.nominals_in(low, at) if n.span[1] <= at and not n.adjective]
    if not before:
        return bool(_COLLECTS.search(text, low, at)) or _not_of_state(article, at, sentence)
    if _POOR.search(before[-1].actor.name) and not any(
        not n.adjective for n in article.nominals_in(asks[-1].span[1], governed.clause[1])
    ):
        return True  # they call for it, and name nobody who is to give
    state = before[-1].actor.level in _STATES or _OF_STATES.search(before[-1].actor.name)
    return not (state or _OF_STATES.search(text, *before[-1].span))


_POOR: Final = re.compile(r"\b(?:developing|poor\w*|vulnerable|small island)\b", re.IGNORECASE)
# "The response plan for Chad asks for"
_PLAN: Final = re.compile(
    r"\b(?:plan|appeal|fund|facility|agency|agencies|charity)\s+"
    r"(?:(?:for|in|of)\s+[\w ]{2,30}\s)?(?:has |had |have )?$"
)
_PRONOUN: Final = re.compile(r"\b(?:she|he)\s+(?:has\s+|also\s+|then\s+|had\s+)*$", re.IGNORECASE)


def _not_of_state(article: PledgeArticle, at: int, sentence: Span) -> bool:
    """Tell "She called on donors" of somebody whose organisation is no state."""
    if not _PRONOUN.search(article.text, max(sentence[0], at - 24), at):
        return False
    before = [mention for mention in article.people_near(at, at) if mention.span[1] <= at]
    org = before[-1].org if before else None
    return org is not None and org.level not in _STATES
