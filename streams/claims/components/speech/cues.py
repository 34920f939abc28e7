"""Cues: verbs of speech and their subjects. In: text, parties, sentences. Out: Cue records.

A subject stands before its cue ("Rutte later told reporters"), behind it ("said Tim
Cook"), or opens the clause that the cue carries on ("thanked the delegates and said").
Pronouns are left as words here; discourse.py says who they are.
"""

import re
from typing import Final

from streams.claims.capitals import compile_names
from streams.claims.components.names.spelling import governed
from streams.claims.components.posts.parties import Party
from streams.claims.components.speech.clauses import ClauseSubjects, Page
from streams.claims.components.speech.cue import (
    ACCOUNTS,
    TRANSITIVE,
    Cue,
    Kind,
    edge_before,
    follows,
    joined,
    lend,
    may_invert,
    own_account,
    speak_through,
)
from streams.claims.components.speech.told_lists import LIST, LISTING
from streams.claims.components.text.words import Words, with_capitals
from streams.claims.lexicon import Cues, forms

_WORD_BEFORE: Final = re.compile(r"([^\W_]+(?:['’-][^\W_]+)*)([ \u00a0,]{1,3})$")
_WORD_MAX: Final = 28  # characters
_PARTING: Final = frozenset(" \u00a0,")
_PRONOUNS: Final = frozenset(["he", "she", "it", "they", "who", "i", "we"])
# Words before and after that make a word name a source: "according to X", "was told by X".
_SOURCES: Final = {
    "according": ("", " to"),
    "words": ("the ", " of"),
    "heard": ("", " from"),
    "hears": ("", " from"),
    "told": ("was ", " by"),
    "per": ("", ""),
    "reference": ("with ", " to"),
    "referring": ("", " to"),
    **dict.fromkeys(
        ["announced", "confirmed", "stated", "said", "revealed", "posted", "shared", "written"], ("", " by")
    ),
}
# "opened the summit with word that": nouns that report what follows.
_NEWS: Final = frozenset(
    ["word", "news", "announcement", "promise", "pledge", "assurance", "statement", "message"]
)
_MAKES: Final = frozenset(["made", "makes", "making"])
_AGENTS: Final = frozenset(["announced", "confirmed", "stated", "said", "revealed", "disclosed", "reported"])
_WITH: Final = re.compile(r"\bwith (?:the |a |an )?$")
# "the ambassador announced by video": how, not who
_MEANS: Final = re.compile(
    r" (?:a |an )?(?:video|telephone|phone|letter|e-?mail|text|radio|satellite|cable|decree|message|link)\b"
)
# "It was announced on Wednesday in Oslo by the minister": who says so stands behind day and place.
_AGENT: Final = compile_names(
    r"(?: (?:publicly|officially|also|first|earlier|later|yesterday|today|(?:on|in"
    r"|at) [\w’'-]+(?: [A-Z]\w+)?)){0,3}"
    r" by(?= )"
)
_AGENT_MAX: Final = 100  # characters
_WAS: Final = re.compile(r"\b(?:was|were|is|are|been|be|being)\s+(?:also |first |later |officially )?$")
# "made the announcement", "made clear", "the announcement was made": to make one is to say so.
_MADE: Final = re.compile(
    r" (?:the|this|that|his|her|their) (?:announcement|pledge|promise|commitment|offer|statement"
    r"|remarks?|appeal|request)\b| (?:it )?(?:clear|plain|known)\b"
)
_WENT: Final = frozenset(["went", "goes"])
_WENT_ON: Final = re.compile(r"(?:went|goes) on(?=[,:.;]|$)")
# "pointed out", "summed up": without their particle these say nothing.
_PARTICLE: Final = {
    **dict.fromkeys(
        (  # noqa: SIM905  (a list of words reads better unquoted)
            "point points pointed pointing set sets setting lay lays laid laying spell spells spelled spelt"
        ).split(),
        " out",
    ),
    **dict.fromkeys(["sum", "sums", "summed", "summing"], " up"),
}
# "said in Brussels the envoy": a place or day between cue and subject.
_PLACED: Final = compile_names(r" (?:in|on|at) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?")
_RELATIVE: Final = re.compile(r", (?:who|whose) [^.;\n]{0,160}$")
# "a spokesman for Berg said", "the office of Berg said": who says so is not Berg.
_FOR_ANOTHER: Final = re.compile(
    r"\b(?:spokes(?:man|woman|person|people)|office|aides?|advis[eo]rs?|lawyers?|representatives?|secretary"
    r"|staff|team|cabinet|campaign|allies|ally|statement|supporters|critics|friends?|counsel|camp"
    r"|[a-z]{3,20} close) (?:for|of|to|from|by) (?:the )?$"
)
_FOR: Final = (" for ", " of ", " to ", " from ", " by ", " the ")
# What may stand between a cue and where its subject is known to begin.
_LED: Final = re.compile(
    r"(?:the|a|an|its|Mr\.?|Ms|Dr) |(?:(?:von|van|der|den|de|la|di|da|dos|bin|al|el)[ -]){1,3}"
)
# "said one of the fishermen, Pita Lolo"
_ONE_OF: Final = re.compile(r"(?:one|another) of (?:the|its|their) (?:[\w’'-]+ ){0,3}[\w’'-]+, ")
_DESCRIBED: Final = re.compile(r"(?:the|a|an) [a-z-]{3,20} (?:[a-z-]{3,20} )?(?=[^\W\d_a-z])")


_IT_WAS_MADE: Final = re.compile(
    r"\b(?:announcement|pledge|promise|commitment|offer|statement)s? (?:was|were) $", re.IGNORECASE
)
_ASKING: Final = frozenset(["and", "not", "to", "should", "must", "can", "or", "they", "we", "I"])
_PASSIVE: Final = frozenset(["is", "are", "was", "were", "be", "been", "being"])
_HELPERS_MAX: Final = 4
_HE: Final = re.compile(r"(he|she)[ ,.]")
_HIM: Final = re.compile(r"(him)\b|(her)(?=[,.;]| ?$|\n)")
# "according to a report by the Kiel Institute's Christoph Weller"
_PAPER: Final = re.compile(
    r"(?:an?|the|its|his|her) (?:(?:new|recent|joint|draft|internal|short|press|written|official) )?"
    r"[a-z-]{3,20} (?:by|from) (?:the (?=[a-z]))?"
)


_QUOTED: Final = ("quoted as ", "cited as ", "was heard ", "were heard ")  # "was quoted as saying"


def _agent(text: str, end: int) -> re.Match[str] | None:
    """Match what may stand between a verb that ends at ``end`` and by whom it is done, with the "by"."""
    return _AGENT.match(text, end) if " by " in text[end : end + _AGENT_MAX] else None


def _word_before(text: str, at: int) -> re.Match[str] | None:
    """Match the word before ``at`` and what parts it from there: blanks, a comma."""
    if text[at - 1 : at] not in _PARTING:
        return None
    low = max(0, at - _WORD_MAX)
    return _WORD_BEFORE.search(text, max(low, text.rfind(" ", low, at - 3)), at)


class CueFinder:
    """Finds cues; holds the pattern built from the lexicon."""

    def __init__(self, cues: Cues) -> None:
        self._kinds: dict[str, Kind] = {
            **dict.fromkeys(forms(cues.mental), "mental"),
            **dict.fromkeys(forms(cues.quoting), "quoting"),
            **dict.fromkeys(forms(cues.acts), "act"),
            **dict.fromkeys(forms(cues.plain), "plain"),
        }
        self._vocabulary = with_capitals(
            frozenset(self._kinds) | frozenset(_SOURCES) | ACCOUNTS.keys() | _NEWS | _MAKES | LISTING
        )
        self._helpers = frozenset(cues.helpers)
        entries = [entry.split() for entry in (*cues.plain, *cues.acts)]
        self._bases = {entry[0] for entry in entries if len(entry) > 2}

    def find(self, words: Words, page: Page, clauses: ClauseSubjects) -> list[Cue]:
        """Give the cues of a text outside quotations, in order, with their subjects."""
        text = words.text
        begin = {party.span[0]: party for party in page.parties}
        end = {party.span[1]: party for party in page.parties}
        found = []
        for at, word in words.places(self._vocabulary):
            sentence = page.sentence(at)
            if (
                page.is_quoted(at)
                or text[at - 1 : at] == "-"
                or (word[0].isupper() and not page.begins(at, sentence))
            ):
                continue
            cue = self._cue(text, at, word.lower(), sentence)
            if cue is None or (cue.kind in ("mental", "quoting") and not page.holds_quote(sentence)):
                continue  # such a verb only ever tells whose quoted words stand beside it
            if cue.kind == "source":
                if cue.pronoun is None:
                    self._right(cue, text, begin)
            else:
                if not (self._left(cue, text, end) or self._right(cue, text, begin)) and self._is_verb(
                    cue, text
                ):
                    lend(cue, text, clauses)
                speak_through(cue, text, begin)
            found.append(cue)
        return found

    def _cue(self, text: str, at: int, word: str, sentence: int) -> Cue | None:
        end = at + len(word)
        source = self._source(text, at, word, sentence)
        if word in ACCOUNTS:
            source = source or own_account(text, at, word, sentence)
        if source is not None:
            return source
        put_it = word in ("put", "puts") and text.startswith(" it", end)
        if put_it or (word in _WENT and _WENT_ON.match(text, at)):
            return Cue((at, end), word, "plain", sentence)  # "as Berg put it", "Berg went on,"
        if word in _MAKES:
            return self._made(text, at, end, sentence)
        news = word in _NEWS and text.startswith(" that ", end) and _WITH.search(text, max(0, at - 10), at)
        listed = word in LISTING and word not in self._kinds and LIST.match(text, end)
        if news or listed:
            return Cue((at, end), word, "act", sentence)
        naming = word == "named" and text[end + 1 : end + 2].isupper()  # "a woman named Ruth Olsen"
        if word not in self._kinds or naming or not text.startswith(_PARTICLE.get(word, ""), end):
            return None
        return Cue((at, end), word, self._kinds[word], sentence)

    def _source(self, text: str, at: int, word: str, sentence: int) -> Cue | None:
        """Take "according to" and "was announced in Oslo by"."""
        end = at + len(word)
        if word in _SOURCES:
            before, after = _SOURCES[word]
            if text.startswith(after, end) and text[max(0, at - len(before)) : at].lower() == before:
                means = after == " by" and _MEANS.match(text, end + len(after))
                if not means:
                    return Cue((at, end + len(after)), word + after, "source", sentence)
        if (word in _AGENTS or word in self._kinds) and text[at - 1 : at] == " ":
            agent = _agent(text, end)
            if agent and _WAS.search(text, max(0, at - 24), at):
                return Cue((at, agent.end()), word + " by", "source", sentence)
        return None

    def _is_verb(self, cue: Cue, text: str) -> bool:
        """Tell "will also call" from "paid a courtesy call": a base form needs a word that asks for it."""
        if cue.word not in self._bases:
            return True
        before = text[max(0, cue.span[0] - 24) : cue.span[0]].split()
        return bool(before) and (before[-1].lower() in self._helpers or before[-1] in _ASKING)

    def _made(self, text: str, at: int, end: int, sentence: int) -> Cue | None:
        """Take "made the announcement", "made clear" and "the announcement was made by"."""
        if _MADE.match(text, end):
            return Cue((at, end), "made", "act", sentence)
        agent = _agent(text, end)
        if agent and _IT_WAS_MADE.search(text, max(0, at - 24), at):
            return Cue((at, agent.end()), "made by", "source", sentence)
        return None

    def _left(self, cue: Cue, text: str, end: dict[int, Party]) -> bool:
        """Take the subject that stands before the cue, past helpers ("has also")."""
        if cue.word.endswith("ing") and not text.endswith(_QUOTED, 0, cue.span[0]):
            return False
        at = cue.span[0]
        for _ in range(_HELPERS_MAX):
            edge = edge_before(text, at)
            aside = text[edge - 1 : edge] == ","
            party = end.get(edge) or (end.get(edge - 1) if aside else None)
            if aside and party is not None:
                party = self._behind_relative(text, party, end) or party
            if party is not None and self._may_speak(text, party, aside=aside):
                cue.party, cue.subject = party, (joined(text, party, end), party.span[1])
                return True
            word = _word_before(text, at)
            if word is None:
                return False
            if word[1].lower() not in self._helpers or "," in word[2]:
                return self._take_pronoun(cue, text, word, end)
            if word[1] in _PASSIVE and cue.word.endswith(("ed", "told", "said")):
                return True  # "was promised": nobody is said to do so
            at = word.start(1)
        return False

    def _behind_relative(self, text: str, party: Party, end: dict[int, Party]) -> Party | None:
        """Give the person of "Kari Lund, who was head of the agency, told"."""
        low = max(0, party.span[0] - 180)
        relative = _RELATIVE.search(text, low, party.span[0])
        whole = end.get(relative.start()) if relative else None
        return whole if whole is not None and whole.person is not None else None

    def _take_pronoun(self, cue: Cue, text: str, word: re.Match[str], end: dict[int, Party]) -> bool:
        """Take "he" before the cue, or "who" and the party it stands for."""
        lower = word[1].lower()
        if lower not in _PRONOUNS:
            return False
        cue.pronoun, cue.subject = lower, word.span(1)
        if lower == "who":
            edge = edge_before(text, word.start(1))
            cue.party = end.get(edge) or end.get(edge - 1)
        return lower != "who" or cue.party is not None

    def _may_speak(self, text: str, party: Party, *, aside: bool) -> bool:
        """Tell the subject from "for Germany", and from the last word of "Ruto, who came after Scholz,"."""
        start = party.span[0]
        if text.endswith(("under ", "Under "), 0, start):
            return False  # "which under Biden had promised"
        if text.endswith(_FOR, 0, start) and _FOR_ANOTHER.search(text, max(0, start - 40), start):
            return False
        return not ((aside or party.kind == "org") and governed(text, start))

    def _right(self, cue: Cue, text: str, begin: dict[int, Party]) -> bool:
        """Take the subject behind the cue: "said Tim Cook", "according to the ministry"."""
        if cue.kind != "source" and not may_invert(text, cue):
            return False
        at = cue.span[1] + 1
        placed = _PLACED.match(text, cue.span[1]) if cue.kind == "plain" else None
        if placed and text[placed.end() : placed.end() + 1] == " ":
            at = placed.end() + 1
        led = _LED.match(text, at)
        party = begin.get(at) or (begin.get(led.end()) if led else None)
        if party is not None:
            if not follows(text, cue, party):
                return False
            cue.party, cue.subject, cue.inverted = party, party.span, True
            return True
        if cue.word in TRANSITIVE:
            return False
        led = (_PAPER if cue.word == "according to" else _ONE_OF).match(text, at)
        party = begin.get(led.end()) if led else None
        if party is not None and (party.person is not None or cue.kind == "source"):
            cue.party, cue.subject, cue.inverted = party, party.span, True
            return True
        return self._described(cue, text, at, begin) or self._pronoun_behind(cue, text)

    def _described(self, cue: Cue, text: str, at: int, begin: dict[int, Party]) -> bool:
        """Take "said the observer Ulla Brennecke"."""
        described = _DESCRIBED.match(text, at)
        party = begin.get(described.end()) if described else None
        if party is None or party.person is None:
            return False
        cue.party, cue.subject, cue.inverted = party, party.span, True
        return True

    def _pronoun_behind(self, cue: Cue, text: str) -> bool:
        """Take "said he" and "according to him"."""
        pattern = _HIM if cue.kind == "source" else _HE
        found = pattern.match(text, cue.span[1] + 1)
        if found is None:
            return False
        cue.pronoun = "he" if found[0].rstrip(" ,.") in ("he", "him") else "she"
        cue.subject, cue.inverted = found.span(found.lastindex or 0), True
        return True
