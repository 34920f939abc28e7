"""Who gets: a governed quantity in, the beneficiary out.

The beneficiary receives, stands between a giving verb and the amount, follows "to" or
"for" behind it, or is the one that the article as a whole is about helping.
"""

import re
from collections.abc import Sequence
from typing import Final

from models.messages import Actor, Span
from streams.claims.capitals import compile_names
from streams.claims.components.giving.article import Nominal, PledgeArticle
from streams.claims.components.giving.clauses import Governed
from streams.claims.components.giving.datives import dative, meant
from streams.claims.components.giving.main_taker import NEVER

_TO: Final = re.compile(
    r"\b(?:to|for|towards?|support(?:ing)?|help(?:ing)?|assist(?:ing)?|aid(?:ing)?|against|into|behind"
    r"|rebuild(?:ing)?|reconstruct(?:ing)?|"
    r"arm(?:ing)?|equip(?:ping)?|giv(?:e|en|ing)|gave|gives|send(?:ing)?|suppl(?:y|ying|ied)|provid(?:e"
    r"|ing|ed)|offer(?:s|ed|ing)?|grant(?:ing|ed)?|"
    r"promis(?:e|es|ed|ing)|pledg(?:e|es|ed|ing)|lend(?:ing)?|benefit(?:ing)?|defend(?:ing)?|backing"
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
    r"|compared)\s+\w*\s*to\s+(?:the\s+)?$",
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
# "for laboratories in Kinshasa", "to hospitals across the Sahel", behind the figure
_FOR_THOSE_IN: Final = re.compile(
    r"\b(?:for|to|towards?|into|on|support)\s(?!\w+day)[^.;,()]{3,60}\s(?:in|across|of)\s+(?:the\s+"
    r"|northern\s+|southern\s+|eastern\s+|western\s+|\d+\s+)*$"
)
_FUND_FOR: Final = re.compile(r"\b(?:fund|facility)\s+for\s+(?:the\s+)?$", re.IGNORECASE)
_SCHEME: Final = re.compile(
    r"(?:-led)?\s+(?:\w+\s+)?(?:scheme|loan|mission|initiative|programme|program|plan|project|model)\b"
)
_WHILE: Final = re.compile(r",\s+(?:while|whereas)\s")
_HALF_MAX: Final = 400  # characters
_OWN_DEFENCE: Final = re.compile(r"\binto\s+(?:the\s+)?$")
_CAUSE: Final = re.compile(r"(?:against|end of|end|eradicat\w+|fight against)\s", re.IGNORECASE)


# "in favour of the Republic of Zambia": the name begins with it
_TITLE: Final = re.compile(
    r"\b(?:(?:Islamic|Democratic|Federal|People['’]s|Arab|United|Co-operative)\s+)?(?:Republic|Kingdom|State|Sultanate|Government|Union|Commonwealth)\s+of\s+(?:the\s+)?$"
)
_AS_FOR: Final = re.compile(r"\b[Aa]s\s+for\s+(?:the\s+)?$")


_DITRANSITIVE: Final = frozenset({"give", "pledge", "allocate"})  # "Fiji was promised $5m"


class Takers:
    """Finds beneficiaries; ``settle`` fixes the article's own before sentences are read."""

    def find(self, article: PledgeArticle, governed: Governed, sentence: Span, giver: Actor) -> Actor | None:
        """Give the beneficiary that the sentence names, None where it names none."""
        span = governed.mention.quantity.span
        assert span is not None
        cue = governed.cue
        text = article.text
        if cue is not None and (
            cue.group == "receive"
            or (governed.frame.passive and cue.group in _DITRANSITIVE and governed.before)
        ):
            subject = _subject(article, sentence, cue.span[0], giver)
            if subject is not None:
                return subject
        around = [
            n
            for n in article.takers_in(*sentence)
            if n.actor.name != giver.name and not n.person and n.actor.id not in NEVER
        ]
        own = [n for n in around if governed.own[0] <= n.span[0] < governed.own[1]]
        around = [n for n in around if not _apart(text, n.span, span)]
        told = dative(text, own, span) or meant(article, sentence, span, giver, gets)
        if told is not None:
            return told
        for nominals in (sorted(own, key=lambda n: (n.span[0] < span[1], abs(n.span[0] - span[1]))), around):
            for nominal in nominals:
                if gets(text, nominal, sentence):
                    return nominal.actor
        for nominal in own:
            if nominal.span[0] > span[1] and _FOR_THOSE_IN.search(text, span[1], nominal.span[0]):
                return nominal.actor
        return _invested_in(text, own, governed)


# One of these stands before whoever gets, or none of the patterns can match: looked up first, it is quick.
_HINTS: Final = frozenset(
    (  # noqa: SIM905  (a list of words reads better unquoted)
        "to for toward towards support supporting help helping assist assisting aid aiding "
        "against into behind rebuild rebuilding reconstruct reconstructing arm arming equip "
        "equipping give given giving gave gives send sending supply supplying supplied provide "
        "providing provided offer offers offered offering grant granting granted promise promises "
        "promised promising pledge pledges pledged pledging lend lending benefit benefiting "
        "defend defending backing sent lent reach reaches reached reaching pay pays paying paid award awards "
        "awarded awarding loan loans loaned loaning funds funded funding bring brings bringing brought"
    ).split()
)


# "invest $1 billion in its factory in Puebla, Mexico"
_INVESTED_IN: Final = re.compile(
    r"\b(?:in|into|on)\s[^.;()]{2,70}\b(?:in|near|outside|across)\s+(?:(?:the|northern|southern|eastern|western|central)"
    r"\s+|[A-Z][\w’'-]+,\s+)*$"
)
_INVESTS: Final = frozenset({"invest", "put", "pour", "pump", "build", "spend"})


def _invested_in(text: str, own: Sequence[Nominal], governed: Governed) -> Actor | None:
    """Give the country that a firm puts its money into."""
    span, cue = governed.mention.quantity.span, governed.cue
    if span is None or cue is None or cue.lemma not in _INVESTS:
        return None
    for nominal in own:
        if nominal.span[0] > span[1] and _INVESTED_IN.search(text, span[1], nominal.span[0]):
            return nominal.actor
    return None


def _apart(text: str, one: Span, other: Span) -> bool:
    """Tell a name in the other half of "Norway pledged €5m for its fund, while Spain will spend €6m"."""
    start, end = min(one[1], other[1]), max(one[0], other[0])
    return end - start < _HALF_MAX and bool(_WHILE.search(text, start, end))


def _subject(article: PledgeArticle, sentence: Span, end: int, giver: Actor) -> Actor | None:
    subjects = [
        n
        for n in article.takers_in(sentence[0], end)
        if not n.adjective and not n.person and n.actor.name != giver.name
    ]
    return subjects[-1].actor if subjects else None


def gets(text: str, nominal: Nominal, sentence: Span) -> bool:  # noqa: PLR0911  (one return for each rule)
    """Tell whether the words around ``nominal``, within ``sentence``, make it who gets."""
    start, end = nominal.span
    low = max(sentence[0], start - 60)
    if _CAUSE.match(text, start):
        return True
    titled = _TITLE.search(text, low, start)
    start = titled.start() if titled else start
    if _ITS_FAVOUR.match(text, end) or _LOAN_WITH.search(text, low, start) or _ITS_FRIENDS.match(text, end):
        return True
    if not _HINTS.intersection(text[low:start].lower().split()[-6:]):
        return not nominal.adjective and bool(_BOUND.match(text, end) or _NOUN.match(text, end))
    if _AS_FOR.search(text, low, start):
        return False
    if _OWN_DEFENCE.search(text, low, start) and text[end : end + 1] in "'’":
        return False  # "goes into Spain's defence": its own
    if _FUND_FOR.search(text, low, start):
        return False  # the fund for the poorest gets it, not they
    if nominal.actor.level == "bloc" and _SCHEME.match(text, end):
        return False  # "to a G7 loan for Kyiv"
    if nominal.adjective:
        return (
            not _SCHEME.match(text, end)
            and bool(re.search(r"\b(?:to|for|help|support)\s+(?:the\s+)?$", text[low:start]))
            and not _FOR_OFFICE.search(text, low, start)
        )
    if (
        _TO.search(text, low, start)
        and not _MOVES.search(text, low, start)
        and not _FOR_OFFICE.search(text, low, start)
    ):
        return True
    return bool(_BOUND.match(text, end) or _NOUN.match(text, end))
