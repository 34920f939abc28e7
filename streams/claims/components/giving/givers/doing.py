"""Verbs beside a figure that no table holds: in an article of giving whatever is done with a sum gives it.

In: an article, a governed quantity and the context. Out: the subject that gives, or None:
of any verb ("India renewed its $25 million"), of one that keeps to what was promised
("Berlin stands by €600 million"), of a clause that the figure explains ("Peru brought the
largest cheque: $9 million").
"""

import re
from typing import Final

from models.messages import Span
from streams.claims.components.giving import grammar
from streams.claims.components.giving.article import Nominal, PledgeArticle
from streams.claims.components.giving.clauses import Governed
from streams.claims.components.giving.context import DONORS, Context, Giver
from streams.claims.components.giving.givers import beside
from streams.claims.components.giving.leads import LEAD, of_giving

# "India renewed its $25 million", "Britain has splashed out £12bn": any verb in an article of giving.
_DID: Final = re.compile(
    r"(?:\s+(?:has|have|had|will|would|is|are|now|also|already|since|already|then|too|itself|meanwhile)\b,?)*"
    r"\s+(?P<verb>[a-z]+(?:ed|s|ing|pt|ught|t|aid|ent|ut|ave|ade|ew|ung|oke))"
    r"(?:\s+(?:up|in|out|down|forward|on|over|through|together|of))?"
    r"(?:\s+(?:an?\s+)?(?:contracts?|agreements?|deals?|accords?|grants?|loans?)\s+(?:for|worth|over|of|on))?\s+"
    rf"{LEAD}$"
)
_STILL: Final = (
    r"(?:,?\s+(?:too|itself|also|still|now|again|alone|has|have|had|will|would|for its part)\b,?)*"
)
_ASIDE: Final = r"(?:,\s(?:who|which|whose|where|the|an?)\s[^,;.$€£]{2,90},)?"
_KEEPS: Final = re.compile(
    rf"{_ASIDE}{_STILL}\s+(?:(?:sticks?|sticking|stuck|holds?)\s+(?:to|with)|(?:stands?|stood)\s+(?:by|for)"
    r"|kept to|keeps?(?:\s+to)?|abides?\s+by|(?:remains?|remained|stays?|stayed)\s+(?:with|at)|puts?\s+in"
    r"|(?:is|are|was|were)\s+(?:good|in)\s+for|(?:weighs?|comes?)\s+in\s+at"
    r"|(?:accounts?|accounted|stands|stood)\s+for(?:\s+[^.;:,$€£\d]{2,40},)?)"
    rf"\s+(?:its\s+|their\s+)?(?:promised\s+|pledged\s+)?{LEAD}$"
)
# behind a colon: Peru brought the largest cheque
_EXPLAINED: Final = re.compile(
    rf"\s+(?P<verb>[a-z]+)\s+[^.;:!?$€£\d]{{0,80}}(?:\s\([^()]{{2,40}}\))?:\s+{LEAD}$"
)


# "Norway went up by half to 5 billion" and Spain "by 37% to 400 million"
_BY: Final = r"\s+by\s+(?:[\d.,]+\s?(?:%|percent|per cent)|(?:an?\s+)?(?:half|third|quarter|fifth|tenth))"
_WENT_UP: Final = re.compile(
    rf"{_STILL}(?:\s+(?:went|goes|go|gone|moved|came|stepped)\s+up|\s+(?:increased|rose|climbed|grew))(?:{_BY})?\s+to\s+{LEAD}$"
    rf"|{_BY}\s+to\s+{LEAD}$"
)


def did(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:
    """Take the subject of a verb that no table holds: "India renewed its $25 million"; never of goods."""
    if governed.mention.quantity.kind == "units":
        return None  # "has detained four ships"
    span, text = grammar.quantity_span(governed), article.text
    nominal = beside.before(article, span[0], sentence)
    if nominal is None or nominal.adjective or nominal.actor.name == context.taker_name:
        return None
    verb = _DID.fullmatch(text, nominal.span[1], span[0]) if of_giving(governed, context) else None
    if verb is not None and verb["verb"] in _GATHERED and nominal.actor.level == "organisation":
        return Giver(DONORS, span)  # "the Fund raised $5 billion"
    if verb is None or verb["verb"] in context.words.no_gift or grammar.led(article, nominal, sentence):
        return None
    return grammar.as_giver(nominal)


def keeps(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:
    """Take who keeps to a sum or goes up to it: "Oslo sticks to €6 million", "Peru went up to 5 billion"."""
    nominal = _subject(article, governed, sentence, context)
    if nominal is None:
        return None
    text, end, at = article.text, nominal.span[1], governed.start
    pledged = context.pledging and governed.mention.quantity.kind == "money"
    if _KEEPS.fullmatch(text, end, at) or (pledged and _WENT_UP.fullmatch(text, end, at)):
        return grammar.as_giver(nominal)
    return None


def explained(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:
    """Take the subject of a clause that a sum behind a colon explains."""
    text, at = article.text, governed.start
    if governed.mention.quantity.kind != "money" or ":" not in text[max(0, at - _COLON_NEAR) : at]:
        return None
    nominal = _subject(article, governed, sentence, context)
    told = _EXPLAINED.fullmatch(text, nominal.span[1], at) if nominal is not None else None
    if nominal is None or told is None or told["verb"] in context.words.no_gift:
        return None
    return grammar.as_giver(nominal)


_GATHERED: Final = frozenset(
    {
        "raised",
        "raises",
        "collected",
        "secured",
        "attracted",
        "mobilised",
        "mobilized",
        "garnered",
        "gathered",
    }
)
_COLON_NEAR: Final = 40  # characters


def _subject(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Nominal | None:
    """Give the nominal right before the figure that may be the subject, in an article of giving."""
    if not of_giving(governed, context):
        return None
    nominal = beside.before(article, governed.start, sentence)
    if nominal is None or nominal.adjective or nominal.actor.name == context.taker_name:
        return None
    return None if grammar.led(article, nominal, sentence) else nominal
