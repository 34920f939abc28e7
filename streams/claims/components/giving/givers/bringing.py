"""Who comes with a sum: "Germany joined with €30 million", "the round closed with $9 billion".

In: an article of promises, a governed quantity and the context. Out: the giver that the
clause before "with" is about, all givers where it is about their meeting or about who
went home with the sum, or None.
"""

import re
from typing import Final

from models.messages import Span
from streams.claims.components.giving import grammar
from streams.claims.components.giving.article import Nominal, PledgeArticle
from streams.claims.components.giving.clauses import Governed
from streams.claims.components.giving.context import DONORS, Context, Giver
from streams.claims.components.giving.leads import LEAD, NEAR, of_giving

_ASIDE: Final = r"(?:,\s[^,;.()$€£]{2,90},|\s*\([^()]{2,60}\),?)?"
# "Japan heads the list, with", "Timor-Leste, itself in need, with", "Sweden was present with"
_WITH: Final = re.compile(
    rf"{_ASIDE}(?:,?\s+(?!and\b|but\b|while\b|as\b|that\b)[^\W\d_][\w’'-]*){{0,9}},?\s+with\s+(?:its\s+|their\s+)?{LEAD}$"
)
# Who does one of these "with" somebody or something brings nothing.
_COMPANY: Final = re.compile(
    r"\b(?:met|meets?|meeting|spoke|speaks?|talk\w*|deals?|dealt|agree\w*|contract\w*|cooperat\w*|work\w*|war"
    r"|trad\w+|struggl\w+|fac(?:es?|ed|ing)|left|lives?|grappl\w+|compar\w+|ended|ends|closed|ties|sign\w*"
    r"|hit|punish\w*|fin(?:es|ed)|sentenc\w+|countr\w+|compan\w+|econom\w+|budget|negotiat\w+|saddled|debts?"
    r"|provid\w+|suppl\w+|replac\w+|shar\w+|together|along|reward\w*|business|operat\w+|asset\w*|funded|financed)\b"
)
_NO_ASIDE: Final = re.compile(r",\s[^,;.()$€£]{2,90},")
_EVENT: Final = (
    r"(?:conference|summit|meeting|event|round|session|talks|appeal|drive|gala|telethon|replenishment"
    r"|round[- ]?table|forum|campaign|donors['’] evening)"
)
_ENDED: Final = (
    r"(?:ends?|ended|closed?|closes|concluded?|concludes|finished|finishes|wrapped up|wraps up|broke up"
    r"|drew to a close|came to (?:a close|an end)|adjourned)"
)
# "The round ended overnight in Seoul with $23.7 billion"
_EVENT_WITH: Final = re.compile(
    rf"\b{_EVENT}\b[^.;:$€£]{{0,90}}\b{_ENDED}\b[^.;:$€£\d]{{0,60}}\bwith\s+(?:\w+\s+){{0,4}}$", re.IGNORECASE
)
# "Leaders closed the Brussels replenishment with", "closed its conference with"
_ENDED_WITH: Final = re.compile(
    rf"\b{_ENDED}\s+(?:its|their|the|a)\s[^.;:$€£]{{0,60}}\b{_EVENT}\b[^.;:$€£\d]{{0,50}}\bwith\s+(?:\w+\s+){{0,4}}$",
    re.IGNORECASE,
)
# "Uganda walked away with", "goes home with promises for"
_WENT_HOME: Final = re.compile(
    r"\b(?:go(?:es)?|went|return(?:s|ed)?|walk(?:s|ed)?|c[oa]mes?|came|head(?:s|ed)?|travel(?:s|led)?|[fl]lew)\s+"
    r"(?:home|back|away|off|out)\b[^.;:$€£\d]{0,50}\bwith\s+(?:\w+\s+){0,3}$"
    r"|\b(?:left|leaves|leave|emerged?|emerges)\s+(?:the\s+|\w+\s+){0,3}\bwith\s+(?:\w+\s+){0,3}$"
    r"|\b(?:end(?:s|ed)|finish(?:es|ed)) up with\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
_OWN_BEHIND: Final = re.compile(r"\s+(?:\w+\s+){0,4}?from\s+(?:its|their)\s+own\b")
_FROM_WHOM: Final = re.compile(r"\s+(?:\w+\s+){0,4}?from\s+(?:the\s+)?$")


def bringer(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:
    """Take who comes with the sum, or all givers for what their meeting ended with."""
    at, text = governed.start, article.text
    if not _comes_with(article, at) or governed.mention.quantity.kind == "gdp_share":
        return None
    if not of_giving(governed, context) or article.nominals_in(text.rfind(" with ", 0, at), at):
        return None  # "ended with Japan offering": somebody else does
    low = max(sentence[0], at - NEAR)
    ended = _EVENT_WITH.search(text, low, at) or _ENDED_WITH.search(text, low, at)
    end = grammar.quantity_span(governed)[1]
    own = _OWN_BEHIND.match(text, end)
    if (ended and not own) or _WENT_HOME.search(text, low, at):
        return _behind(article, governed, context) or Giver(DONORS, (at, at))
    nominal = _subject(article, low, at, sentence)
    if nominal is None or nominal.actor.name == context.taker_name:
        return None
    if governed.mention.quantity.kind != "money" and nominal.actor.level not in _STATES:
        return None
    gap = text[nominal.span[1] : at]
    brings = _WITH.fullmatch(gap) and (own or not _COMPANY.search(_NO_ASIDE.sub("", gap, count=1)))
    return grammar.as_giver(nominal) if brings else None


_STATES: Final = frozenset({"country", "bloc"})


def _comes_with(article: PledgeArticle, at: int) -> bool:
    low, text = max(0, at - _LEAD_MAX), article.text
    start = text.rfind(" with ", low, at) if article.words.stands(_WITH_WORD, low, at) else -1
    return start >= 0 and bool(_FEW_WORDS.fullmatch(text, start + len(" with "), at))


_LEAD_MAX: Final = 50  # characters
_FEW_WORDS: Final = re.compile(r"\s*(?:\w+\s+){0,7}")
_WITH_WORD: Final = frozenset({"with"})


def _subject(article: PledgeArticle, low: int, at: int, sentence: Span) -> Nominal | None:
    """Give the last nominal before "with" that can be a subject."""
    for nominal in reversed(article.nominals_in(low, at)):
        if not nominal.adjective and not grammar.led(article, nominal, sentence):
            return nominal
    return None


def _behind(article: PledgeArticle, governed: Governed, context: Context) -> Giver | None:
    """Give from whom the sum is said to come, behind it."""
    end = grammar.quantity_span(governed)[1]
    for nominal in article.nominals_in(end, min(governed.own[1], end + NEAR)):
        named = not nominal.adjective and nominal.actor.name != context.taker_name
        if named and _FROM_WHOM.fullmatch(article.text, end, nominal.span[0]):
            return grammar.as_giver(nominal)
    return None
