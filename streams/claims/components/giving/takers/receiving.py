"""Whether words around a name make it who gets: a text and a nominal in, yes or no out.

The signs are tried in order: what rules it out, what stands before a name, what stands behind
it. "To Ukraine", "for Georgian farmers", "in favour of the Republic of Zambia", "Kenya's flood response".
"""

import re
from collections.abc import Sequence
from typing import Final

from models.messages import Span
from streams.claims.components.giving.article import Nominal
from streams.claims.components.text.lead_ins import Before, LeadIns
from streams.claims.components.text.words import Words

NEAR: Final = 60  # characters before a name
_THE: Final = r"\s+(?:the\s+)?"
_THEM: Final = (
    r"\s+(?:the\s+|a\s+|its\s+|their\s+|his\s+|her\s+|our\s+|new\s+|both\s+|(?:war-\S+|embattled"
    r"|northern|southern|eastern|western"
    r"|(?:people|government|country|defen[cs]e|armed forces|army|air force|reconstruction|recovery"
    r"|rebuilding|benefit"
    r"|victims|survivors|farmers|children|hospitals|refugees|schools|projects|demining)\s+(?:of|in"
    r"|from))\s+)*(?:[a-z]+\s+(?:agency|alliance|fund"
    r"|initiative|body)\s+)?"
)
_TO: Final = LeadIns(
    {
        "to for toward towards support supports supported supporting help helps helped helping "
        "assist assists assisted assisting aid aids aided aiding "
        "against into behind rebuild rebuilding reconstruct reconstructing arm arming equip "
        "equipping give given giving gave gives send sending supply supplying supplied provide "
        "providing provided offer offers offered offering grant granting granted promise promises "
        "promised promising pledge pledges pledged pledging lend lending benefit benefiting "
        "defend defending backing sent lent reach reaches reached reaching pay pays paying paid award awards "
        "awarded awarding loan loans loaned loaning funds funded funding bring brings bringing "
        "brought": _THEM,
        "support benefit needs aid behalf": r"\s+of" + _THEM,
        "divided shared split distributed": r"\s+(?:up\s+|equally\s+|evenly\s+)?(?:between|among)" + _THEM,
    }
)
_MOVED: Final = r"\s+\w*\s*to\s+(?:(?:the|an?)\s+)?"
# "flew to", "the minister for"
_ELSEWHERE: Final = LeadIns(
    {
        "train flight bus plane travel trip visit fly flew went return came come journey told according due "
        "next close said talk talks addressed letter ambassador envoy committed reduced access compared "
        "subject thanks owing similar related linked tied equal limited contrary prior relative response "
        "reference regard": _MOVED,
        "from": r"\s+[^\W\d_]\w+" + _MOVED,
        "welcome welcomed": r" \w+" + _MOVED,
        "in": " addition" + _MOVED,
        "minister ministry secretary commissioner chief spokesman spokesmen spokeswoman spokeswomen "
        "spokesperson spokespersons spokespeople department state deputy reason time year day": r"\s+for"
        + _THE,
    }
)
# "Kenya's flood response", "UNHCR aid"
_NEEDS: Final = re.compile(
    r"['’]s?\s+(?:\w+\s+){0,2}?(?:recovery|reconstruction|defen[cs]e|needs|fight|war|army|armed forces"
    r"|forces|economy|budget|energy|people|victims|health|air|pilots|military|response|humanitarian"
    r"|rebuilding|power|infrastructure|efforts?|floods?|victims)\b(?!\s+(?:minister|ministry|secretary"
    r"|chief|commander|spokes\w+|official|committee))"
    r"|\s+(?:aid|assistance|support|relief|recovery|reconstruction|package|fund|response)\b"
    r"(?!\s+(?:office|mission|minister|ministry|agenc|chief|group|budget|work|official|commissioner"
    r"|force))",
    re.IGNORECASE,
)
_LOAN_WITH: Final = LeadIns(
    {
        "in": r"\s+favou?r\s+of" + _THE,
        "loan loans agreement agreements deal deals contract contracts grant grants accord accords "
        "arrangement arrangements": r"\s+with" + _THE,
    }
)
_ITS_FRIENDS: Final = re.compile(
    r"['’]s?\s+(?:favou?r|(?:\w+\s+){0,2}(?:allies|partners|backers|donors|supporters))\b"
)
_SOME: Final = r"\s+(?:(?:the|an?|its|their|poor|young|new)\s+)*"
# "for a Georgian civil society window", "for the needs of the Ukrainian army"
_TO_THEIRS: Final = LeadIns(
    {
        "to for help helps helped helping support supports supported supporting": _SOME,
        "needs benefit support rebuilding reconstruction training": r"\s+of" + _SOME,
    },
    fold=False,
)
_STEMS: Final = (  # in whose stead "e", "ing" and other endings stand
    "financ fund rebuild repair expand upgrad moderniz modernis strengthen bolster boost improv develop "
    "clear stabiliz stabilis restor electrif digitiz digitis renovat refurbish connect equip train cover back"
)
# "to help finance Tuvalu's undersea cable", "to modernise the Moldovan army"
_FOR_THEIRS: Final = LeadIns(
    {
        " ".join(
            f"{s}{end}" for s in _STEMS.split() for end in ("", "e", "es", "ed", "s", "ing", "y", "ies")
        ): _THE,
        "build prop shore": " up" + _THE,
        "pay": " for" + _THE,
    },
    fold=False,
)
# "into the Ugandan pot"
_INTO: Final = LeadIns({"in into to": r"\s+the\s+"}, fold=False)
_THEIR_POT: Final = re.compile(r"\s+(?:pot|kitty|treasury|budget|economy|coffers)\b")
_SCHEME: Final = re.compile(
    r"(?:-led)?\s+(?:\w+\s+)?(?:scheme|loan|mission|initiative|programme|program|plan|project|model|force"
    r"|appeal|operation|peacekeep\w+|trust fund|agency)\b"
)
_UN: Final = "Q1065"
_INTO_ITS: Final = LeadIns({"into": _THE}, fold=False)
_CAUSE: Final = re.compile(r"(?:against|end of|end|eradicat\w+|fight against)\s", re.IGNORECASE)
# "in favour of the Republic of Zambia": the name begins with it
_TITLE: Final = re.compile(
    r"\b(?:(?:Islamic|Democratic|Federal|People['’]s|Arab|United|Co-operative)\s+)?"
    r"(?:Republic|Kingdom|State|Sultanate|Government|Union|Commonwealth)\s+of\s+(?:the\s+)?$"
)
# "as for Chad"; the fund for the poorest gets it, not they
_NOT_FOR: Final = LeadIns({"as fund facility": r"\s+for" + _THE})
LEADS: Final = _TO.words.union(
    {"of"}, *(each.words for each in (_ELSEWHERE, _LOAN_WITH, _TO_THEIRS, _FOR_THEIRS, _INTO, _NOT_FOR))
)
# One of these, with no mark before it, stands before whoever gets.
_HINTS: Final = _TO.words | {"training", "in"}


def gets(words: Words, nominal: Nominal, sentence: Span) -> bool:
    """Tell whether the words around ``nominal``, within ``sentence``, make it who gets."""
    low = max(sentence[0], nominal.span[0] - NEAR)
    before = [lead for lead in words.within(low, nominal.span[0]) if lead[1] in LEADS]
    return led_to(words.text, nominal, low, before)


def led_to(text: str, nominal: Nominal, low: int, before: Sequence[tuple[int, str]]) -> bool:
    """Tell the same by the ``LEADS`` from ``low`` on ``before`` the nominal and the words behind."""
    start, end = nominal.span
    if _CAUSE.match(text, start):
        return True
    if before and before[-1][1] == "of" and (titled := _TITLE.search(text, low, start)):
        start = titled.start()
    if _plainly(text, nominal, before, start):
        return True
    if before and _ruled_out(text, nominal, before, start) and _hinted(text, low, start):
        return False
    if nominal.adjective:
        return bool(before) and _theirs(text, before, start, end) and _hinted(text, low, start)
    if before and _TO.lead(text, before, start) and not _ELSEWHERE.lead(text, before, start):
        return _hinted(text, low, start) or bool(_NEEDS.match(text, end))
    return bool(_NEEDS.match(text, end))


def _hinted(text: str, low: int, start: int) -> bool:
    return not _HINTS.isdisjoint(text[low:start].lower().split()[-6:])


def _plainly(text: str, nominal: Nominal, before: Before, start: int) -> bool:
    end = nominal.span[1]
    if _ITS_FRIENDS.match(text, end) or _LOAN_WITH.lead(text, before, start):
        return True
    owned = nominal.adjective or text[end : end + 1] in ("'", "’")
    return owned and nominal.actor.level == "country" and _FOR_THEIRS.lead(text, before, start)


def _ruled_out(text: str, nominal: Nominal, before: Before, start: int) -> bool:
    end = nominal.span[1]
    if _NOT_FOR.lead(text, before, start):
        return True
    if text[end : end + 1] in "'’" and _INTO_ITS.lead(text, before, start):
        return True  # "goes into Spain's defence": its own
    of_many = nominal.actor.level == "bloc" or nominal.actor.id == _UN
    # "to a G7 loan for Kyiv", "to the UN force in Chad"
    return of_many and bool(_SCHEME.match(text, end))


def _theirs(text: str, before: Before, start: int, end: int) -> bool:
    """Tell whose those are that get: "for Georgian farmers"."""
    if _THEIR_POT.match(text, end) and _INTO.lead(text, before, start):
        return True
    if _SCHEME.match(text, end) or _ELSEWHERE.lead(text, before, start):
        return False
    return _TO_THEIRS.lead(text, before, start)


def elsewhere(words: Words, low: int, start: int) -> bool:
    """Tell "flew to", "the minister for" before ``start``."""
    return _ELSEWHERE.lead(words.text, words.within(low, start), start)
