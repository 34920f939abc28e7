"""Who gives by the scheme that a sum comes under: "Under a Swedish programme, $5m was made available".

In: an article, a governed quantity that nobody is said to give, and the context. Out: the
giver whose programme, plan or agreement the sentence names before the figure, or None.
"""

import re
from typing import Final

from models.messages import Span
from streams.claims.components.giving.article import Nominal, PledgeArticle
from streams.claims.components.giving.clauses import Governed
from streams.claims.components.giving.context import GIVING, Context, Giver

_SCHEME: Final = (
    r"(?:programme|program|initiative|scheme|facility|package|plan|mission|project|mechanism|loan|grant|fund|budget"
    r"|aid|assistance|cooperation)s?"
)
_PACT: Final = r"(?:agreement|deal|accord|arrangement|pact|memorandum|contract)s?"
_UNDER: Final = (
    r"\b(?:under|through|within|via|thanks\s+to|as\s+part\s+of)\s+(?:(?:an?|the|this|its|their)\s+)?"
)
# "Under a three-year Swedish", "through the"
_OPENS: Final = re.compile(rf"{_UNDER}(?:[\w-]+\s+){{0,2}}$", re.IGNORECASE)
_OWN: Final = re.compile(rf"(?:['’]s?)?\s+(?:[\w-]+\s+){{0,4}}?{_SCHEME}\b")
# "under the programme of the", "Under an agreement signed with"
_OF: Final = re.compile(
    rf"{_UNDER}(?:[\w’'-]+\s+){{0,4}}?(?:{_SCHEME}\s+(?:(?:financed|funded|backed|run|paid\s+for)\s+by|of|by|from)"
    rf"|{_PACT}\s+(?:\w+\s+){{0,3}}?with)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# "the initiative of the G7, under which"
_SCHEME_OF: Final = re.compile(rf"\b{_SCHEME}\s+(?:of|by|from)\s+(?:the\s+)?$", re.IGNORECASE)
_WHICH: Final = re.compile(r",\s+(?:under|through|by|in)\s+which\s")
_WORDS: Final = frozenset({"under", "through", "within", "via", "thanks", "part"})
_NEAR: Final = 80  # characters


def scheme_of(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:
    """Take whose the scheme is that the sentence names for a sum that "is given" or "is received"."""
    cue = governed.cue
    if cue is None or not (governed.frame.passive or cue.group == "receive"):
        return None
    if not article.words.stands(_WORDS, sentence[0], governed.start):
        return None
    for nominal in article.nominals_in(sentence[0], governed.start):
        may = nominal.actor.name != context.taker_name and nominal.actor.level in GIVING
        if may and _is_scheme_of(article.text, nominal, sentence):
            return Giver(nominal.actor, nominal.span)
    return None


def _is_scheme_of(text: str, nominal: Nominal, sentence: Span) -> bool:
    (start, end), low = nominal.span, max(sentence[0], nominal.span[0] - _NEAR)
    if _OWN.match(text, end) and _OPENS.search(text, low, start):
        return True
    if nominal.adjective:
        return False
    return bool(
        _OF.search(text, low, start) or (_WHICH.match(text, end) and _SCHEME_OF.search(text, low, start))
    )
