"""Counted things and people: which of them somebody gives, "30 trucks", and which only stand in the sentence.

In: a governed count. Out: whether it may be a gift: neither what carries it, nor who gets it, nor
what money buys; people only where they are sent, hired, trained or taken in.
"""

import re
from typing import Final

from models.messages import Quantity, Span
from streams.claims.components.giving.clauses import Governed
from streams.claims.components.giving.cues import STRONG, PledgeCue
from streams.claims.components.text.keyed import Keyed
from streams.claims.components.text.words import Words
from streams.claims.pledge_words import Objects

PEOPLE: Final = frozenset(
    (  # noqa: SIM905  (a list of words reads better unquoted)
        "people children families households workers staff soldiers troops teachers nurses "
        "doctors refugees personnel police officers students migrants jobs pilots experts "
        "afghans syrians ukrainians iraqis haitians venezuelans palestinians sudanese rohingya"
    ).split()
)
# "pay for jabs for 300 million children", "aid, as a million people may starve": of whom else is said
_OF_OTHERS: Final = re.compile(
    r"\b(?:\w+ing that|as|because|since|where|when|while|after)\b|[;:(]"
    r"|\b(?:for|of|among|in)\s+(?:(?:the|some|about|around|over|more than)\s+)?$"
)
_STAFF: Final = frozenset(
    "workers staff soldiers troops teachers nurses doctors personnel police officers pilots experts".split()  # noqa: SIM905
)
# Those whom a state sends, and the nouns of taking people on: "the recruitment of 20,000 teachers"
_SENT: Final = frozenset({"soldiers", "troops", "police", "peacekeepers", "officers", "personnel", "experts"})
_HIRING: Final = re.compile(
    r"\b(?:recruitment|hiring|employment|training|deployment|resettlement|admission)\s+of\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_REAPING: Final = frozenset({"harvest", "reap", "book", "net"})  # crops, seats and fish
_ANYBODY: Final = frozenset({"people", "workers", "staff"})  # whom any plant employs
_CAPACITY: Final = frozenset({"mw", "gw", "megawatts", "gigawatts", "hectares", "acres"})
_NUMBERED: Final = re.compile(r"one\b|1\b", re.IGNORECASE)
_WHERE: Final = re.compile(r"\sfor\s|\s(?:to|in|at|of|on|from|into|towards?)\s+$")
# "went to two brigades": those who get it
_TAKERS: Final = PEOPLE | {
    "brigade",
    "brigades",
    "battalions",
    "divisions",
    "hospitals",
    "schools",
    "clinics",
}
_TO: Final = re.compile(r"\b(?:to|among)\s+$")
_IN: Final = re.compile(r"\b(?:in|at|across)\s+(?:all\s+|the\s+)?$")  # "lunches in all 690 schools"
_GETS: Final = re.compile(r"[ \u00a0]+[A-Z]{0,3}[$€£]?\d")  # "offered 2,000 workers $1,000": those who get it
# "two aircraft with 68 tonnes of tents": what carries the gift is none
_CARRIES: Final = re.compile(
    r"\s+(?:carrying|loaded with|laden with|full of|bringing|bearing)\s+(?:\w+\s+){0,2}\d", re.IGNORECASE
)
_BRINGS: Final = re.compile(r"\s+with\s+(?:\w+\s+){0,2}\d", re.IGNORECASE)
_HELD: Final = frozenset({"beds", "seats", "rooms", "places", "berths"})  # "a hospital with 60 beds"
_WITH: Final = re.compile(r"\s+with\s+(?:\w+\s+)?")
_CARRIERS: Final = frozenset(
    (  # noqa: SIM905  (a list of words reads better unquoted)
        "aircraft plane planes flight flights ship ships vessel vessels boat boats truck trucks lorry "
        "lorries convoy convoys container containers train trains wagon wagons van vans bus buses helicopters"
    ).split()
)
# "€8 million for the rebuilding of 31,000 homes": what the money buys; "when 50 clinics are running"
# "offered 3,000 staff early retirement": those who get something else
_GET_THINGS: Final = re.compile(
    r"[ \u00a0]+(?!(?:to|for|by|from|in|into|on|at|and|or|over|under|until|till|before|after|this|next"
    r"|within|as|who|of|with"
    r"|more|each|last|a|an|per|every|plus|while|when|will|would|has|have|had|is|are|was|were|that|which|but"
    r"|across|through"
    r"|during|if|since|so|than|via|towards?|between|among|yearly|annually|temporarily|there|here|home|back"
    r"|out|up)\b)[a-z]"
)
_OFFERING: Final = frozenset({"offer", "give", "pay", "promise", "hand", "grant"})
_TRADED: Final = Keyed(
    "sale sales purchase purchases acquisition acquisitions",
    r"\b(?:sale|purchase|acquisition)s?\s+of\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_BOUGHT: Final = Keyed(
    "of lease rent charter when once if until unless soon aboard board",
    r"\d[^.;]*\bfor\s+(?:the\s+)?(?:\w+ing|\w+tion|purchase|repair|upkeep)\s+of\s+(?:\w+\s+)?$"
    r"|\d[^.;]{0,40}\bto\s+(?:lease|rent|charter)\s+(?:\w+\s+)?$"
    r"|\b(?:when|once|if|until|unless|as soon as)\s+(?:the\s+|all\s+)?$"
    r"|\b(?:pay|salaries|wages|upkeep|housing|cost|costs|needs)\s+of\s+$|\b(?:aboard|on board"
    r"|out of)\s+(?:the\s+|its\s+)?$",
    re.IGNORECASE,
)


# "a country whose police has about 10,000 officers": what somebody has
_HAS: Final = Keyed(
    "has have had own owns owned",
    r"\b(?:has|have|had|owns?|owned)\s+(?:(?:only|just|about|some|around|nearly|over|more|less|fewer|than)\s+)*$",
)
_NOT_GIVEN: Final = (_BOUGHT, _TRADED, _HAS)
# "training for 6,000 soldiers", "a brigade of 4,800 soldiers": it is they who are trained, sent or taken in
_TRAINING: Final = re.compile(
    r"\b(?:contingent|brigade|battalion|regiment|force|unit|team|company|group|detachment|batch|crew|squad|maximum"
    r"|total|number|quota)\s+of\s+(?:(?:about|some|up|to|more|than|around|nearly|over)\s+)*$"
    r"|\b(?:training|instruction|courses|asylum|refuge|work|permits)\s+(?:for|of)\s+(?:\w+\s+){0,3}$"
)
_CREATED: Final = frozenset({"jobs"})  # whoever promises some creates them


class CountedThings:
    """Decides which counts may be gifts."""

    def __init__(self, objects: Objects) -> None:
        self._taking_in = frozenset(objects.people)
        self._caring = frozenset(objects.care)

    def are_given(self, words: Words, low: int, governed: Governed) -> bool:
        """Tell a count that may be a gift; ``low`` is where the words that tell its trade begin."""
        text, cue, quantity = words.text, governed.cue, governed.mention.quantity
        start, end = _span(quantity)
        unit = (quantity.unit or "").lower().rpartition(" ")[2]
        carries = _CARRIES.match(text, end) or (unit in _CARRIERS and _BRINGS.match(text, end))
        held = unit in _HELD and any(_WITH.fullmatch(text, at, start) for _, at in governed.sums)
        if held or carries or any(form.search(words, low, start) for form in _NOT_GIVEN):
            return False
        if quantity.value == 1.0 and not _NUMBERED.match(quantity.text or ""):
            return _is_object(text, governed)
        if _gets(text, unit, start, end) or (unit in _CAPACITY and (cue is None or cue.group not in STRONG)):
            return False
        if cue is not None and (cue.lemma in _REAPING or (cue.lemma == "employ" and unit in _ANYBODY)):
            return False
        if unit not in PEOPLE:
            return True
        return unit in _STAFF if cue is None else self._are_sent(text, unit, governed, cue)

    def _are_sent(self, text: str, unit: str, governed: Governed, cue: PledgeCue) -> bool:
        """Tell people who are hired, sent, trained, taken in or looked after."""
        start, end = _span(governed.mention.quantity)
        if governed.before and cue.lemma in _OFFERING and _GET_THINGS.match(text, end):
            return False
        if cue.group in ("pledge", "commit", "allocate") and _HIRING.search(text, max(0, start - 30), start):
            return True
        low = cue.span[1] + len(" in") * text.startswith(" in ", cue.span[1])  # "take in 5,000 refugees"
        others = governed.before and _OF_OTHERS.search(text, low, start)
        if others and not _TRAINING.search(text, low, start):
            return False
        created = unit in _CREATED and cue.group in ("pledge", "commit")
        if created or cue.lemma in self._taking_in:
            return True
        if unit in _SENT and (cue.group == "come" or cue.lemma in _ARRIVING):
            return True
        ahead = governed.frame.future and not governed.frame.wish
        return cue.lemma in self._caring and cue.form == "base" and ahead


def _is_object(text: str, governed: Governed) -> bool:
    """Tell "a battery" that is right behind a verb of giving."""
    cue, start = governed.cue, governed.start
    if cue is None or not governed.before or cue.group not in STRONG or start - cue.span[1] > _RIGHT_BEHIND:
        return False
    return not _WHERE.search(text, cue.span[1], start)


_RIGHT_BEHIND: Final = 30  # characters
_ARRIVING: Final = frozenset({"arrive", "go", "stay", "remain"})


def _gets(text: str, unit: str, start: int, end: int) -> bool:
    """Tell those who get: "went to two brigades", "offered 2,000 workers $1,000"."""
    if unit in _TAKERS and _TO.search(text, max(0, start - 14), start):
        return True
    if unit in PEOPLE:
        return bool(_GETS.match(text, end))
    return unit in _TAKERS and bool(_IN.search(text, max(0, start - 14), start))


def _span(quantity: Quantity) -> Span:
    assert quantity.span is not None
    return quantity.span
