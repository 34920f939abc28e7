"""Who gets: a governed quantity in, the beneficiary out.

The beneficiary receives, stands between a giving verb and the amount, follows "to" or
"for" behind it, or is the one that the article as a whole is about helping.
"""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from models.messages import Actor, Span
from streams.claims.components.pledge_article import Nominal, PledgeArticle
from streams.claims.components.pledge_clauses import Governed

_TO: Final = re.compile(
    r"\b(?:to|for|towards?|support(?:ing)?|help(?:ing)?|assist(?:ing)?|aid(?:ing)?|against|into|behind"
    r"|rebuild(?:ing)?|reconstruct(?:ing)?|"
    r"arm(?:ing)?|equip(?:ping)?|giv(?:e|en|ing)|gave|gives|send(?:ing)?|suppl(?:y|ying|ied)|provid(?:e"
    r"|ing|ed)|offer(?:s|ed|ing)?|grant(?:ing|ed)?|"
    r"promis(?:e|es|ed|ing)|pledg(?:e|es|ed|ing)|lend(?:ing)?|benefit(?:ing)?|defend(?:ing)?|backing"
    r"|sent|lent|reach(?:es|ed|ing)?)"
    r"\s+(?:the\s+|a\s+|new\s+|both\s+|(?:war-\S+|embattled|people of|government of|country of"
    r"|defen[cs]e of|reconstruction of|recovery of|benefit of)\s+)*(?:[a-z]+\s+(?:agency|alliance|fund"
    r"|initiative|body)\s+)?$",
    re.IGNORECASE,
)
_MOVES: Final = re.compile(
    r"\b(?:travel|trip|visit|fly|flew|went|return|came|come|journey|told|according|due|next|close|said"
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
    r"['’]s?\s+(?:\w+\s+){0,3}?(?:recovery|reconstruction|defen[cs]e|needs|fight|war|army|armed forces"
    r"|forces|economy|budget|energy|people|victims|health|air|pilots|military|response|humanitarian"
    r"|rebuilding|power|infrastructure|efforts?|floods?|victims)\b(?!\s+(?:minister|ministry|secretary|chief|commander|spokes\w+|official|committee))",
    re.IGNORECASE,
)
_NOUN: Final = re.compile(
    r"\s+(?:aid|assistance|support|relief|recovery|reconstruction|package|fund|response)\b", re.IGNORECASE
)
_IN_COUNTRY: Final = re.compile(
    r"\b(?:invest\w*|spend\w*|spent|operations|people|victims|survivors|projects|work|response|crisis"
    r"|famine|prevent famine|floods?|earthquake|hunger|refugees|across|jobs|outbreak|war|drought|poverty"
    r"|conflict)\b[^.;]{0,50}\b(?:in|across)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


# Bodies that live on what others give.
_FUND: Final = re.compile(
    r"(?<!Monetary )Fund\b(?! Foundation)|Facility|Gavi|UNRWA|Initiative|Development Association|World "
    r"Food|UNICEF|Refugee|COVAX|CEPI|Red Cross|Cannot Wait|UNFPA|Partnership|OCHA"
)
_LABEL: Final = re.compile(r"\s*:\s")
_LOAN_WITH: Final = re.compile(
    r"\b(?:loan|agreement|deal|contract|grant|accord|arrangement)s?\s+with\s+(?:the\s+)?$", re.IGNORECASE
)
_ITS_FRIENDS: Final = re.compile(r"['’]s?\s+(?:\w+\s+){0,2}(?:allies|partners|backers|donors|supporters)\b")
_VOTES_MIN: Final = 2
_NAMED_MIN: Final = 3
_ENDS: Final = frozenset({"x:developing", "x:africa", "x:pacific-islands"})
_HEADLINE: Final = 250  # characters in which the headline and the first words stand
_ASKS: Final = re.compile(
    r",?\s+(?:(?:has|had|is|was)\s+)?(?:ask(?:ed|s|ing)?|appeal(?:ed|s|ing)?|seek(?:s|ing)?"
    r"|sought)\s+(?:for|donors|\w+\s+to\s+raise|to\s+raise)\b"
)
_OWN_DEFENCE: Final = re.compile(r"\binto\s+(?:the\s+)?$")
_CAUSE: Final = re.compile(r"(?:against|end of|end|eradicat\w+|fight against)\s", re.IGNORECASE)


# An alliance of givers: what goes "to NATO" is spent at home.
_NEVER: Final = frozenset({"Q7184", "x:nato-europe", "x:nato-europe-canada", "x:donors"})


class Takers:
    """Finds beneficiaries; ``settle`` fixes the article's own before sentences are read."""

    def find(self, article: PledgeArticle, governed: Governed, sentence: Span, giver: Actor) -> Actor | None:
        """Give the beneficiary that the sentence names, None where it names none."""
        span = governed.mention.quantity.span
        assert span is not None
        cue = governed.cue
        text = article.text
        if cue is not None and (
            cue.group == "receive" or (governed.frame.passive and cue.group == "give" and governed.before)
        ):
            subject = _subject(article, sentence, cue.span[0], giver)
            if subject is not None:
                return subject
        around = [
            n
            for n in article.nominals_in(*sentence)
            if n.actor.name != giver.name and not n.person and n.actor.id not in _NEVER
        ]
        own = [n for n in around if governed.own[0] <= n.span[0] < governed.own[1]]
        for nominals in (sorted(own, key=lambda n: (n.span[0] < span[1], abs(n.span[0] - span[1]))), around):
            for nominal in nominals:
                if _gets(text, nominal, sentence):
                    return nominal.actor
        return None


# One of these stands before whoever gets, or none of the patterns can match: looked up first, it is quick.
_HINTS: Final = frozenset(
    (  # noqa: SIM905  (a list of words reads better unquoted)
        "to for toward towards support supporting help helping assist assisting aid aiding "
        "against into behind rebuild rebuilding reconstruct reconstructing arm arming equip "
        "equipping give given giving gave gives send sending supply supplying supplied provide "
        "providing provided offer offers offered offering grant granting granted promise promises "
        "promised promising pledge pledges pledged pledging lend lending benefit benefiting "
        "defend defending backing sent lent reach reaches reached reaching"
    ).split()
)


def likely_takers(article: PledgeArticle) -> list[Actor]:
    """Give the actors that the article is about helping, the likeliest first; those hardly named left out."""
    votes: Counter[str] = Counter()
    actors: dict[str, Actor] = {}
    for nominal in article.nominals:
        if nominal.person or nominal.actor.id in _NEVER:
            continue
        low = max(0, nominal.span[0] - 60)
        actors.setdefault(nominal.actor.name, nominal.actor)
        if _gets(article.text, nominal, (low, len(article.text))):
            votes[nominal.actor.name] += 3 if nominal.span[0] < _HEADLINE else 2
        elif _LABEL.match(article.text, nominal.span[1]) and _opens(article.text, nominal.span[0]):
            votes[nominal.actor.name] += 3
        elif _IN_COUNTRY.search(article.text, low, nominal.span[0]):
            votes[nominal.actor.name] += 2 if nominal.span[0] < _HEADLINE else 1
        elif _ASKS.match(article.text, nominal.span[1]) and not nominal.adjective:
            votes[nominal.actor.name] += 2
    for nominal in article.nominals:
        if nominal.actor.level == "organisation" and _FUND.search(nominal.actor.name) and not nominal.person:
            votes[nominal.actor.name] += 3 if nominal.span[0] < _HEADLINE else 1
    first = {n.actor.name: -n.span[0] for n in reversed(article.nominals)}
    ranked = sorted(votes, key=lambda name: (votes[name], first[name]), reverse=True)
    takers = [actors[name] for name in ranked if votes[name] >= _VOTES_MIN]
    # A fund for the poor is who gets the money; the poor are what it is for.
    funds = [taker for taker in takers if _FUND.search(taker.name)]
    return [*funds, *(t for t in takers if t not in funds)] if takers and takers[0].id in _ENDS else takers


def often_named(article: PledgeArticle, givers: Iterable[str]) -> Actor | None:
    """Give the actor that the article names most and that gives nothing, None where none stands out."""
    counts = Counter(n.actor.name for n in article.nominals if n.actor.id not in _NEVER)
    actors = {n.actor.name: n.actor for n in article.nominals}
    for name in givers:
        counts.pop(name, None)
    name, count = max(counts.items(), key=lambda item: item[1], default=("", 0))
    return actors[name] if count >= _NAMED_MIN else None


def _subject(article: PledgeArticle, sentence: Span, end: int, giver: Actor) -> Actor | None:
    subjects = [
        n
        for n in article.nominals_in(sentence[0], end)
        if not n.adjective and not n.person and n.actor.name != giver.name
    ]
    return subjects[-1].actor if subjects else None


def _gets(text: str, nominal: Nominal, sentence: Span) -> bool:  # noqa: PLR0911  (one return for each rule)
    start, end = nominal.span
    low = max(sentence[0], start - 60)
    if _CAUSE.match(text, start):
        return True
    if _LOAN_WITH.search(text, low, start) or _ITS_FRIENDS.match(text, end):
        return True
    if not _HINTS.intersection(text[low:start].lower().split()[-6:]):
        return not nominal.adjective and bool(_BOUND.match(text, end) or _NOUN.match(text, end))
    if _OWN_DEFENCE.search(text, low, start) and text[end : end + 1] in "'’":
        return False  # "goes into Spain's defence": its own
    if nominal.adjective:
        return bool(
            re.search(r"\b(?:to|for|help|support)\s+(?:the\s+)?$", text[low:start])
        ) and not _FOR_OFFICE.search(text, low, start)
    if (
        _TO.search(text, low, start)
        and not _MOVES.search(text, low, start)
        and not _FOR_OFFICE.search(text, low, start)
    ):
        return True
    return bool(_BOUND.match(text, end) or _NOUN.match(text, end))


def _opens(text: str, at: int) -> bool:
    return not text[text.rfind("\n", 0, at) + 1 : at].strip()
