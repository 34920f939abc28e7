"""Whether words around a name make it who gets: a text and a nominal in, yes or no out.

The signs are tried in order: what rules it out, what stands before a name, what stands behind
it. "To Ukraine", "for Georgian farmers", "in favour of the Republic of Zambia", "Kenya's flood response".
"""

import re
from typing import Final

from models.messages import Span
from streams.claims.capitals import compile_names
from streams.claims.components.giving.article import Nominal

_NEAR: Final = 60  # characters before a name
_TO: Final = re.compile(
    r"\b(?:to|for|towards?|support(?:s|ed|ing)?|help(?:s|ed|ing)?|assist(?:s|ed|ing)?|aid(?:s|ed|ing)?|against|into|behind"
    r"|rebuild(?:ing)?|reconstruct(?:ing)?|"
    r"arm(?:ing)?|equip(?:ping)?|giv(?:e|en|ing)|gave|gives|send(?:ing)?|suppl(?:y|ying|ied)|provid(?:e"
    r"|ing|ed)|offer(?:s|ed|ing)?|grant(?:ing|ed)?|"
    r"promis(?:e|es|ed|ing)|pledg(?:e|es|ed|ing)|lend(?:ing)?|benefit(?:ing)?|defend(?:ing)?|backing"
    r"|(?:support|benefit|needs|aid|behalf)\s+of"
    r"|sent|lent|reach(?:es|ed|ing)?|pay(?:s|ing)?|paid|award(?:s|ed|ing)?|loan(?:s|ed|ing)?|fund(?:s|ed|ing)|bring(?:s|ing)?|brought)"
    r"\s+(?:the\s+|a\s+|its\s+|their\s+|his\s+|her\s+|our\s+|new\s+|both\s+|(?:war-\S+|embattled"
    r"|northern|southern|eastern|western"
    r"|(?:people|government|country|defen[cs]e|armed forces|army|air force|reconstruction|recovery"
    r"|rebuilding|benefit"
    r"|victims|survivors|farmers|children|hospitals|refugees|schools|projects|demining)\s+(?:of|in"
    r"|from))\s+)*(?:[a-z]+\s+(?:agency|alliance|fund"
    r"|initiative|body)\s+)?$",
    re.IGNORECASE,
)
_MOVES: Final = compile_names(
    r"\b(?:train|flight|bus|plane|from\s+[A-Z]\w+|travel|trip|visit|fly|flew|went|return|came|come"
    r"|journey|told|according|due|next|close|said"
    r"|talks?|welcomed? \w+|addressed|letter|ambassador|envoy|committed|reduced|access"
    r"|compared|subject|thanks|owing|similar|related|linked|tied|equal|limited|contrary|prior|relative"
    r"|response|reference|regard|in addition)\s+\w*\s*to\s+(?:(?:the|an?)\s+)?$",
    re.IGNORECASE,
)
_FOR_OFFICE: Final = re.compile(
    r"\b(?:minister|ministry|secretary|commissioner|chief|spokes\w+|department|state|deputy|reason|time"
    r"|year|day)\s+for\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_BOUND: Final = re.compile(
    r"['’]s?\s+(?:\w+\s+){0,2}?(?:recovery|reconstruction|defen[cs]e|needs|fight|war|army|armed forces"
    r"|forces|economy|budget|energy|people|victims|health|air|pilots|military|response|humanitarian"
    r"|rebuilding|power|infrastructure|efforts?|floods?|victims)\b(?!\s+(?:minister|ministry|secretary"
    r"|chief|commander|spokes\w+|official|committee))",
    re.IGNORECASE,
)
_NOUN: Final = re.compile(
    r"\s+(?:aid|assistance|support|relief|recovery|reconstruction|package|fund|response)\b"
    r"(?!\s+(?:office|mission|minister|ministry|agenc|chief|group|budget|work|official|commissioner"
    r"|force))",
    re.IGNORECASE,
)
_LOAN_WITH: Final = re.compile(
    r"\bin\s+favou?r\s+of\s+(?:the\s+)?$|\b(?:loan|agreement|deal|contract|grant|accord"
    r"|arrangement)s?\s+with\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_ITS_FRIENDS: Final = re.compile(r"['’]s?\s+(?:\w+\s+){0,2}(?:allies|partners|backers|donors|supporters)\b")
_ITS_FAVOUR: Final = re.compile(r"['’]s?\s+favou?r\b")
# "for a Georgian civil society window", "for the needs of the Ukrainian army", "into the Ugandan pot"
_TO_THEIRS: Final = re.compile(
    r"\b(?:to|for|help\w*|support\w*|(?:needs|benefit|support|rebuilding|reconstruction|training)\s+of)\s+"
    r"(?:(?:the|an?|its|their|poor|young|new)\s+)*$"
)
# "to help finance Tuvalu's undersea cable", "to modernise the Moldovan army"
_FOR_THEIRS: Final = re.compile(
    r"\b(?:financ|fund|rebuild|repair|expand|upgrad|moderni[sz]|strengthen|bolster|boost|improv|develop|clear|stabili[sz]"
    r"|restor|electrif|digiti[sz]|renovat|refurbish|connect|equip|train|build up|prop up"
    r"|shore up|pay for|cover|back)(?:e|es|ed|s|ing|y|ies)?"
    r"\s+(?:the\s+)?$"
)
_INTO: Final = re.compile(r"\b(?:in|into|to)\s+the\s+$")
_THEIR_POT: Final = re.compile(r"\s+(?:pot|kitty|treasury|budget|economy|coffers)\b")
_FUND_FOR: Final = re.compile(r"\b(?:fund|facility)\s+for\s+(?:the\s+)?$", re.IGNORECASE)
_SCHEME: Final = re.compile(
    r"(?:-led)?\s+(?:\w+\s+)?(?:scheme|loan|mission|initiative|programme|program|plan|project|model|force"
    r"|appeal|operation|peacekeep\w+|trust fund|agency)\b"
)
_UN: Final = "Q1065"
_OWN_DEFENCE: Final = re.compile(r"\binto\s+(?:the\s+)?$")
_CAUSE: Final = re.compile(r"(?:against|end of|end|eradicat\w+|fight against)\s", re.IGNORECASE)
# "in favour of the Republic of Zambia": the name begins with it
_TITLE: Final = re.compile(
    r"\b(?:(?:Islamic|Democratic|Federal|People['’]s|Arab|United|Co-operative)\s+)?"
    r"(?:Republic|Kingdom|State|Sultanate|Government|Union|Commonwealth)\s+of\s+(?:the\s+)?$"
)
_AS_FOR: Final = re.compile(r"\b[Aa]s\s+for\s+(?:the\s+)?$")


# One of these stands before whoever gets, or none of the patterns can match: looked up first, it is quick.
_HINTS: Final = frozenset(
    (  # noqa: SIM905  (a list of words reads better unquoted)
        "to for toward towards support supports supported supporting help helps helped helping "
        "assist assists assisted assisting aid aids aided aiding "
        "against into behind rebuild rebuilding reconstruct reconstructing arm arming equip "
        "equipping give given giving gave gives send sending supply supplying supplied provide "
        "providing provided offer offers offered offering grant granting granted promise promises "
        "promised promising pledge pledges pledged pledging lend lending benefit benefiting "
        "defend defending backing sent lent reach reaches reached reaching pay pays paying paid award awards "
        "awarded awarding loan loans loaned loaning funds funded funding bring brings bringing brought "
        "needs behalf training in"
    ).split()
)


def gets(text: str, nominal: Nominal, sentence: Span) -> bool:
    """Tell whether the words around ``nominal``, within ``sentence``, make it who gets."""
    start, end = nominal.span
    low = max(sentence[0], start - _NEAR)
    if _CAUSE.match(text, start):
        return True
    titled = _TITLE.search(text, low, start)
    start = titled.start() if titled else start
    if _plainly(text, nominal, low, start):
        return True
    hinted = not _HINTS.isdisjoint(text[low:start].lower().split()[-6:])
    if hinted and _ruled_out(text, nominal, low, start):
        return False
    if nominal.adjective:
        return hinted and _theirs(text, low, start, end)
    if hinted and _TO.search(text, low, start) and not elsewhere(text, low, start):
        return True
    return bool(_BOUND.match(text, end) or _NOUN.match(text, end))


def _plainly(text: str, nominal: Nominal, low: int, start: int) -> bool:
    end = nominal.span[1]
    if _ITS_FAVOUR.match(text, end) or _LOAN_WITH.search(text, low, start) or _ITS_FRIENDS.match(text, end):
        return True
    owned = nominal.adjective or text[end : end + 1] in ("'", "’")
    return owned and nominal.actor.level == "country" and bool(_FOR_THEIRS.search(text, low, start))


def _ruled_out(text: str, nominal: Nominal, low: int, start: int) -> bool:
    end = nominal.span[1]
    if _AS_FOR.search(text, low, start):
        return True
    if _OWN_DEFENCE.search(text, low, start) and text[end : end + 1] in "'’":
        return True  # "goes into Spain's defence": its own
    if _FUND_FOR.search(text, low, start):
        return True  # the fund for the poorest gets it, not they
    of_many = nominal.actor.level == "bloc" or nominal.actor.id == _UN
    return of_many and bool(_SCHEME.match(text, end))  # "to a G7 loan for Kyiv", "to the UN force in Chad"


def _theirs(text: str, low: int, start: int, end: int) -> bool:
    """Tell whose those are that get: "for Georgian farmers"."""
    if _THEIR_POT.match(text, end) and _INTO.search(text, low, start):
        return True
    if _SCHEME.match(text, end) or elsewhere(text, low, start):
        return False
    return bool(_TO_THEIRS.search(text, low, start))


def elsewhere(text: str, low: int, start: int) -> bool:
    """Tell "flew to", "the minister for"."""
    return bool(_MOVES.search(text, low, start) or _FOR_OFFICE.search(text, low, start))
