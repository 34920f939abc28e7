"""Cues of pledging: a sentence in, its verbs of giving, promising and asking out."""

import re
from collections.abc import Iterator
from typing import Final, Literal, cast

import msgspec
from msgspec import Struct

from models.messages import Span
from streams.claims.capitals import compile_names
from streams.claims.components.text.phrases import any_of
from streams.claims.components.text.words import Words
from streams.claims.pledge_words import PledgeWords

Group = Literal[
    "pledge", "commit", "allocate", "give", "spend", "receive", "come", "propose", "withdraw", "reduce"
]
# Verbs of these promise or give by themselves; the others only in the right company.
STRONG: Final[frozenset[Group]] = frozenset({"pledge", "commit", "allocate", "give"})
Form = Literal["base", "third", "ing", "past"]
_FORMS: Final[tuple[Form, ...]] = ("base", "third", "ing", "past", "past")
_FAR: Final = 200  # characters behind a verb in which a particle may stand
_NEAR: Final = 44  # characters before a verb in which its helpers stand
BE: Final = re.compile(
    r"(?:\b(?:is|are|was|were|be|been|being|gets?|got)|['’](?:s|re))\s+"
    r"(?:\w+ly\s+|(?:not|also|now|already|to\s+be|being|just|first|still)\s+){0,2}$",
    re.IGNORECASE,
)
_NOUN_BEFORE: Final = compile_names(
    r"(?:\b(?:an?|the|its|their|his|her|our|this|that|these|any|new|latest|annual|more|no|further|financial|"
    r"military|much|of|such|additional|own|every|some|total|previous|earlier|major|billion|million"
    r"|euros?|dollars|"
    r"humanitarian|vaccine|aid|fresh|generous|[Ii]n)|[A-Z][^\W\d_]+['’]s?|[a-z]{5,}['’]s)\s+$"
)
# "the Danish grant to Chad", "a Chinese loan to Kenya"
_NATIONAL: Final = compile_names(
    r"\b(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hat|[Nn]ew)\s+(?:[A-Z][a-z]+\s+)?[A-Z][a-z]+(?:an|ese|ish|[tn]ch|iss)\s+$"
)
_TO_NAME: Final = compile_names(r"\s+to\s+(?:the\s+)?[A-Z]")
_NOUNS_TOO: Final = frozenset(
    "pledge promise offer plan grant loan fund call need demand request push back support vow set "  # noqa: SIM905  (a list of words reads better unquoted)
    "order gift book net harvest truck "
    "train cut boost increase rise hike host plant cover freeze halt pause appeal double press budget "
    "estimate amount "
    "finance reserve raise release lift total design".split()
)
_UP_TO: Final = re.compile(r"\s+to\s+(?:\w+\s+){0,2}[A-Z]{0,3}[$€£\d]")  # "comes to $2bn"
# "hand over", "hand Ukraine $5m": what is given, or to whom
_OVER: Final = compile_names(
    r"\s+(?:[\w’'-]+\s+){0,2}(?:[Oo]ver|[Oo]ut|[Bb]ack)\b|\s+to\b|\s+(?:it|them|him|her|the\s)?\s*[A-Z$€£\d]"
)
# "votes N54bn for fishermen"
_A_SUM: Final = re.compile(
    r"\s+(?:(?:an?|another|additional|further|extra|some|up|to)\s+)*[^\W\d_]{0,4}[$€£¥₦₹]?\d"
)
# "hit a record $5 million", no support for those hit
_TO_A_SUM: Final = re.compile(r"\s+(?:[\w’'-]+\s+){0,4}?[^\W\d_]{0,4}[$€£¥₦₹]?\d")
# "helped Kenya with $5 million"
_WITH_A_SUM: Final = re.compile(
    r"\s+(?!(?:for|to|of|from|in)\b)(?:[\w’'.-]+\s+){0,5}?with\s+(?:[a-z]+\s+){0,4}?[^\W\d_]{0,4}[$€£¥₦₹]?\d"
)
# "welcome up to 20,000 Afghans"
_PEOPLE: Final = re.compile(
    r"\s+(?:(?:in|up|to|another|about|some|around|over|nearly|an|extra|additional|more|than|a|further)\s+)*"
    r"\d[\d,.]*\s+(?:[\w-]+\s+){0,2}(?:refugees|migrants|people|families|children|evacuees|students|[A-Z]\w+s)\b"
)
_HELP: Final = (
    r"(?:aid|support|assistance|funding|programmes?|programs?|cooperation|help|contributions?|grants?"
    r"|payments?|pledges?"
    r"|plans?|offers?|promises?|commitments?)"
)
# "will end its aid of €5m", "dropped a plan to give"
_OF_HELP: Final = re.compile(
    rf"\s+(?:an?|its|all|the|their|any)\s+(?:[\w’'-]+\s+){{0,3}}?{_HELP}\b", re.IGNORECASE
)
# Verbs that give or take back only with this behind them.
_THE_BILL: Final = re.compile(
    r"\s+(?:the|an?|its|their|half|part)\s+(?:[\w’'-]+\s+){0,3}?(?:bills?|costs?)\b"
)
_ONLY_WITH: Final = {
    "call": re.compile(r"\s+(?:(?!it\b|him\b|her\b|them\b)\w+\s+){0,3}?(?:for|on|upon|to)\b|\s*$"),
    "vote": _A_SUM,
    "foot": _THE_BILL,
    "shoulder": _THE_BILL,
    "hand": _OVER,
    "end": _OF_HELP,
    "drop": _OF_HELP,
    "hit": _TO_A_SUM,
    "help": _WITH_A_SUM,
    "assist": _WITH_A_SUM,
    "aid": _WITH_A_SUM,
    "present": re.compile(
        r"\s+(?:an?|its|the|new|another|their)\s+(?:[\w’'-]+\s+){0,5}?"
        r"(?:packages?|aid|support|assistance|grants?|donations?)\b"
    ),
    "welcome": _PEOPLE,
    "exchange": re.compile(r"\s+(?:diplomatic\s+)?(?:notes|letters)\b"),
    "open": re.compile(r"\s+(?:\w+\s+){0,3}?(?:credit line|line of credit|credit facility)\b", re.IGNORECASE),
    "credit": re.compile(r"\s+with\s+(?:(?:an?|the|its|first|another|some)\s+)*[^\W\d_]{0,4}[$€£¥₦₹]?\d"),
}
_NOUN_BEHIND: Final = re.compile(
    r"\s*[,.;:\n]|\s*$|\s+(?:of|from|by|for|were|was|are|made|total\w*|worth|and|has|have|had|will|would"
    r"|announced"
    r"|at|in|which|that|now|stands?|is)\b",
    re.IGNORECASE,
)
# "an offering of", "two months of basic training."
_DOING_BEFORE: Final = re.compile(r"\b(?:an?|the|its|their|this|of)\s+(?:[a-z]+\s+)?$")
_DETERMINED: Final = re.compile(r"\b(?:the|its|their|any|all)\s+$", re.IGNORECASE)  # "the remaining $9m"
_DOING_BEHIND: Final = re.compile(r"\s*(?:[,.;:)]|$)|\s+of\s")
# "of funding and jobs", "training for 600 soldiers": what is given
_DOING_NOUNS: Final = frozenset({"fund", "train"})
_DOING_NOUN_BEHIND: Final = re.compile(
    r"\s+(?:for|from|to|over|which|that|will|would|is|was|has)\b|\s+and\s+(?:[a-z]+\s+)*\d"
)
# Before a base form these leave it a verb.
_TAKES_VERB: Final = re.compile(
    r"(?:\b(?:to|will|would|shall|can|could|should|must|may|might|and|or|not|also|they|we|I|you|who|people"
    r"|[a-z]+s)"
    r"|['’]ll|n['’]t)\s+$"
)


class PledgeCue(Struct, frozen=True):
    """A verb at ``span``."""

    span: Span
    group: Group
    lemma: str
    form: Form


class PledgeCueReader:
    """Finds the cues of a stretch of text by one dictionary look-up for each word."""

    def __init__(self, words: PledgeWords) -> None:
        self._verbs: dict[str, tuple[Group, str, Form]] = {}
        for group, entries in msgspec.structs.asdict(words.verbs).items():
            for entry in entries:
                self._learn(cast("Group", group), entry.split())
        self._particled: set[str] = set()
        self._phrasal: dict[tuple[str, str], tuple[Group, str, Form]] = {}
        for group, entries in msgspec.structs.asdict(words.phrasal).items():
            for entry in entries:
                self._learn_phrasal(cast("Group", group), entry.split())
        particles = {particle for _, particle in self._phrasal}
        far = {particle for particle in particles if " " in particle or particle == "available"}
        # "sets aside €5m", but "made €5m from its reserve available", "put €5m on hold"
        self._particle = re.compile(rf"\s+(?:\w+\s+)??({any_of(particles)})\b", re.IGNORECASE)
        self._behind = re.compile(rf"(?:[^.;:\n]|\.\d){{0,90}}?\s({any_of(far)})\b", re.IGNORECASE)
        self._far = {form for form, particle in self._phrasal if particle in far}
        self._far_words = frozenset(max(particle.split(), key=len) for particle in far)
        self._known = frozenset(self._verbs) | self._particled

    def read(self, words: Words, start: int, end: int) -> tuple[PledgeCue, ...]:
        """Give the cues between ``start`` and ``end`` in order, without verb forms that are nouns there."""
        return tuple(self._cues(words, start, end))

    def _learn(self, group: Group, forms: list[str]) -> None:
        for form, name in zip(forms, _FORMS, strict=False):
            self._verbs.setdefault(form, (group, forms[0], name))
        self._verbs[forms[3]] = (group, forms[0], "past")

    def _learn_phrasal(self, group: Group, words: list[str]) -> None:
        particle = " ".join(words[4:])
        for form, name in zip(words[:4], _FORMS, strict=False):
            self._phrasal[form, particle] = (group, f"{words[0]} {particle}", name)
            self._particled.add(form)

    def _with_particle(self, words: Words, word: str, end: int) -> tuple[tuple[Group, str, Form] | None, int]:
        """Give what a particle behind ``word`` makes of it and where that particle begins."""
        far = word in self._far and words.stands(self._far_words, end, end + _FAR)
        for form in (self._particle, self._behind) if far else (self._particle,):
            found = form.match(words.text, end)
            particle = found[1].lower().split() if found else []
            while found and particle:
                entry = self._phrasal.get((word, " ".join(particle)))
                if entry:
                    return entry, found.start(1)
                particle.pop()  # "took back on Tuesday", as against "went back on"
        return None, -1

    def _cues(self, words: Words, start: int, end: int) -> Iterator[PledgeCue]:
        text, used = words.text, -1
        for at, word in words.near(self._known, start, end):
            entry = self._verbs.get(word)
            span = (at, at + len(word))
            if word in self._particled:
                phrasal, particle = self._with_particle(words, word, span[1])
                entry, used = (phrasal, particle) if phrasal else (entry, used)
            if entry is None or at == used or _is_compound(text, span):
                continue
            cue = PledgeCue(span, *entry)
            if _names_something(text, cue):
                continue
            if cue.lemma in _ONLY_WITH and not _ONLY_WITH[cue.lemma].match(text, span[1]):
                continue
            if cue.lemma == "come" and _UP_TO.match(text, span[1]):
                cue = PledgeCue(cue.span, "spend", "amount", cue.form)
            plural = cue.form == "third" and cue.lemma in _NOUNS_TOO and _is_plural(text, span)
            if not plural and not _is_noun(text, max(start, at - _NEAR), cue):
                yield cue


_ARE: Final = re.compile(r"\b(?:are|were)\s+(?:[a-z]+\s+)?$")


def _is_plural(text: str, span: Span) -> bool:
    """Tell "€8m are grants pledged by" and "the grants of" from "grants €8m"."""
    return bool(_NOUN_BEHIND.match(text, span[1]) or _ARE.search(text, max(0, span[0] - 24), span[0]))


def _names_something(text: str, cue: PledgeCue) -> bool:
    """Tell a form that is part of a name: "defence spending", "Finance Minister", "pledging conference"."""
    start, end = cue.span
    if cue.lemma == "spend" and cue.form == "ing":
        return not BE.search(text, max(0, start - 24), start)
    particle = _NO_GIFT.get(cue.lemma)
    met = cue.lemma == "meet" and cue.form == "ing" and not _MEETS.match(text, end)
    if met or (particle is not None and particle.match(text, end)):
        return True
    again = cue.lemma == "back" and _AGAIN.search(text, max(0, start - 10), start)
    if again or _is_held(text, cue.span) or (cue.form == "ing" and _EVENT.match(text, end)):
        return True
    if cue.lemma in _NOUNS_TOO and (_OFFICE_WORD.match(text, end) or _in_name(text, cue.span)):
        return True
    if not text[start].isupper():
        return False
    return bool(_OFFICE_NOUN.match(text, end) or _ARTICLE.search(text, max(0, start - 4), start))


# "bring in" a crop or earnings, "double down" on a plan, "adding that people starve", "adds to the €8m"
_NO_GIFT: Final = {
    "bring": re.compile(r"\s+in\s"),
    "double": re.compile(r"\s+down\b"),
    "add": re.compile(r"\s+(?:that|how|in)\b|\s*[,:“\"]|\s+to\s+(?:the|an?|its|that)\s+\S*\d"),
    "ask": re.compile(r"\s+about\b"),
    "hit": re.compile(r"\s+(?:by|hard)\b"),
    "draw": re.compile(r"\s+(?:(?:down\s+)?on|up|out)\b"),
    "admit": re.compile(r"\s+(?:that|in|on|to|it|he|she|they)\b|\s*[,:“\"]"),
}
_MEETS: Final = re.compile(
    r"\s+(?:the|its|their|that|this|our|those|an?|NATO\S*|\S*\d)\b"
)  # "a cabinet meeting"
# "draws on frozen Russian assets": what is frozen already
_HELD: Final = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}?(?:assets?|funds?|reserves|accounts?|money|capital|billions)\b"
)
_IS_DONE: Final = re.compile(r"\b(?:has|have|had|having|is|are|was|were|be|been)\s+(?:\w+\s+)?$")
# "buy back", "pay back"
_AGAIN: Final = re.compile(
    r"\b(?:buy(?:s|ing)?|bought|pay(?:s|ing)?|paid|c[oa]me|go|went|got?|get|s[ea]n[dt]|br[io]\w+|fell|fall"
    r"|won|win)\s+$"
)


def _is_held(text: str, span: Span) -> bool:
    """Tell the adjective of "draws on frozen Russian assets"."""
    if text[slice(*span)] != "frozen" or not _HELD.match(text, span[1]):
        return False
    return not _IS_DONE.search(text, max(0, span[0] - 24), span[0])


_ARTICLE: Final = re.compile(r"\b[Tt]he $")  # "The Land Transport Authority"
_EVENT: Final = re.compile(
    r"\s+(?:conference|event|summit|moment|round|session|meeting|drive|campaign)\b", re.IGNORECASE
)


def _in_name(text: str, span: Span) -> bool:
    """Tell the last word of a name: "the Adaptation Fund took in pledges"."""
    return text[span[0]].isupper() and bool(_NAME_BEFORE.search(text, max(0, span[0] - 24), span[0]))


_NAME_BEFORE: Final = compile_names(r"[a-z]\s+(?:the\s+)?[A-Z][^\W\d_]+\s$|\b[Tt]he\s+[A-Z][^\W\d_]+\s$")
_OFFICE_WORD: Final = re.compile(
    r"\s+(?:ministers?|ministry|committee|department|chief|officials?|secretary|director)\b", re.IGNORECASE
)
_OFFICE_NOUN: Final = re.compile(
    r"\s+(?:Minister|Ministry|Secretary|Fund|Agency|Committee|Council|Department|Programme|Program|Act"
    r"|Bank|Board|"
    r"Group|House|Commissioner|Chief|Office|Partnership|Facility|Initiative|Association|Authority|Service"
    r"|Corporation|Company|Union|Federation|Commission)\b"
)


def _is_compound(text: str, span: Span) -> bool:
    return text[span[0] - 1 : span[0]] == "-" or text[span[1] : span[1] + 1] == "-"


def _is_noun(text: str, low: int, cue: PledgeCue) -> bool:
    """Tell a verb form that stands as a noun: "its pledge", "a new grant"."""
    if cue.form == "ing":
        if cue.lemma in _DOING_NOUNS and _DOING_NOUN_BEHIND.match(text, cue.span[1]):
            return not BE.search(text, low, cue.span[0])
        left = cue.lemma == "remain" and _DETERMINED.search(text, low, cue.span[0])
        done = _DOING_BEHIND.match(text, cue.span[1]) and _DOING_BEFORE.search(text, low, cue.span[0])
        return bool(left or done)
    if cue.lemma not in _NOUNS_TOO:
        return False
    noun = _NOUN_BEHIND.match(text, cue.span[1])
    if cue.form == "base" and noun and not _TAKES_VERB.search(text, low, cue.span[0]):
        return True
    if cue.form == "past" and text[slice(*cue.span)].lower() != cue.lemma:
        return False
    national = _TO_NAME.match(text, cue.span[1]) and _NATIONAL.search(text, low, cue.span[0])
    return bool(national or _NOUN_BEFORE.search(text, low, cue.span[0]))
