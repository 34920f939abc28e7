"""Cues: verbs of speech and their subjects. In: text, parties, sentences. Out: Cue records.

A subject stands before its cue ("Rutte later told reporters"), behind it ("said Tim
Cook"), or opens the clause that the cue carries on ("thanked the delegates and said").
Pronouns are left as words here; discourse.py says who they are.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from models.messages import Span
from streams.claims.components.parties import Party
from streams.claims.lexicon import Cues, forms

Kind = Literal["plain", "act", "quoting", "mental", "source", "noun"]
_WORD_BEFORE: Final = re.compile(r"([^\W_]+(?:['’-][^\W_]+)*)([ \u00a0,]{1,3})$")
_PRONOUNS: Final = frozenset(["he", "she", "it", "they", "who", "i", "we"])
_SOURCE: Final = (
    r"according to(?: the words of| a statement (?:from|by))?|in the words of|as told by|was told by|were told by|heard from|hears from"
    r"|announced by|confirmed by|stated by|said by|reported by|revealed by|posted by|shared by|quoted"
)
_NOT_SUBJECT_AFTER: Final = re.compile(
    r"(?:\b(?:for|with|to|from|of|in|at|on|by|against|told|tells|about|than|between|under|over|as|asked|asks|thanked|urged|met|into|via)|[’']s) (?:the |a |an |its |his |her )?$"
)
_HELPERS_MAX: Final = 4


@dataclass(slots=True)
class Cue:
    """A verb of speech; ``party`` or ``pronoun`` is its subject, at ``subject``."""

    span: Span
    word: str
    kind: Kind
    sentence: int
    subject: Span | None = None
    party: Party | None = None
    pronoun: str | None = None
    inverted: bool = False
    loose: bool = False  # the subject is that of the clause, not next to the cue


class CueFinder:
    """Finds cues; holds the pattern built from the lexicon."""

    def __init__(self, cues: Cues) -> None:
        self._kinds: dict[str, Kind] = {
            **dict.fromkeys(forms(cues.mental), "mental"),
            **dict.fromkeys(forms(cues.quoting), "quoting"),
            **dict.fromkeys(forms(cues.acts), "act"),
            **dict.fromkeys(forms(cues.plain), "plain"),
        }
        self._pattern = re.compile(
            rf"(?<![^\W_])(?:(?P<source>{_SOURCE}|[Aa]ccording to)|{_alternatives(self._kinds)})(?![^\W_'’-])"
        )
        self._helpers = frozenset(cues.helpers)

    def find(
        self, text: str, sentences: Sequence[Span], parties: Sequence[Party], quoted: Sequence[Span]
    ) -> list[Cue]:
        """Give the cues of ``text`` outside quotations, in order, with their subjects."""
        starts = [start for start, _ in sentences]
        clause = ClauseSubjects(text, sentences, parties, quoted)
        begin = {party.span[0]: party for party in parties}
        end = {party.span[1]: party for party in parties}
        quote_starts = [start for start, _ in quoted]
        found = []
        for match in self._pattern.finditer(text):
            before = bisect_right(quote_starts, match.start()) - 1
            if before >= 0 and match.start() < quoted[before][1]:
                continue
            word = match[0].lower()
            kind: Kind = "source" if match["source"] else self._kinds[word]
            cue = Cue(match.span(), word, kind, max(0, bisect_right(starts, match.start()) - 1))
            if kind == "source":
                self._right(cue, text, begin)
            else:
                self._left(cue, text, end) or self._right(cue, text, begin) or clause.give(cue)
            found.append(cue)
        return found

    def _left(self, cue: Cue, text: str, end: dict[int, Party]) -> bool:
        """Take the subject that stands before the cue, past helpers ("has also")."""
        if cue.word.endswith("ing"):
            return False
        at = cue.span[0]
        for _ in range(_HELPERS_MAX):
            edge = len(text[:at].rstrip(" \u00a0")) if at < 3 else _edge(text, at)
            for stop in (edge, edge - 1 if text[edge - 1 : edge] == "," else edge):
                party = end.get(stop)
                if party is not None and self._may_speak(text, party):
                    cue.party, cue.subject = party, party.span
                    return True
            word = _WORD_BEFORE.search(text, max(0, at - 28), at)
            if word is None:
                return False
            lower = word[1].lower()
            if lower in _PRONOUNS:
                cue.pronoun, cue.subject = lower, (word.start(1), word.end(1))
                if lower == "who":
                    cue.party = end.get(_edge(text, word.start(1))) or end.get(_edge(text, word.start(1)) - 1)
                return lower != "who" or cue.party is not None
            if lower not in self._helpers or "," in word[2]:
                return False
            at = word.start(1)
        return False

    def _may_speak(self, text: str, party: Party) -> bool:
        return party.kind != "org" or not _NOT_SUBJECT_AFTER.search(
            text, max(0, party.span[0] - 16), party.span[0]
        )

    def _right(self, cue: Cue, text: str, begin: dict[int, Party]) -> bool:
        """Take the subject behind the cue: "said Tim Cook", "according to the ministry"."""
        at = cue.span[1] + 1
        if cue.kind != "source" and not _may_invert(text, cue):
            return False
        for skip in ("", "the ", "a ", "an ", "its ", "Mr ", "Mr. ", "Ms ", "Dr "):
            party = begin.get(at + len(skip)) if text.startswith(skip, at) else None
            if party is not None:
                cue.party, cue.subject, cue.inverted = party, party.span, True
                return True
        if text.startswith(("he ", "she ", "he,", "she,", "he.", "she."), at) and cue.kind != "source":
            cue.pronoun = "she" if text[at] == "s" else "he"
            cue.subject, cue.inverted = (at, at + len(cue.pronoun)), True
            return True
        return False


class ClauseSubjects:
    """The subject of each sentence: the first party in it that no preposition governs."""

    def __init__(
        self, text: str, sentences: Sequence[Span], parties: Sequence[Party], quoted: Sequence[Span]
    ) -> None:
        self._text = text
        self._sentences = sentences
        self._parties = parties
        self._starts = [party.span[0] for party in parties]
        self._quoted = quoted
        self._quote_starts = [start for start, _ in quoted]
        self._known: dict[int, tuple[Party | None, str | None, Span | None]] = {}

    def give(self, cue: Cue) -> bool:
        """Make the subject of the sentence that of the cue, if it stands before it."""
        party, pronoun, span = self.of(cue.sentence)
        if span is None or span[1] > cue.span[0]:
            return False
        cue.party, cue.pronoun, cue.subject, cue.loose = party, pronoun, span, True
        return True

    def of(self, sentence: int) -> tuple[Party | None, str | None, Span | None]:
        """Give party or pronoun that is the subject of a sentence, and where it stands."""
        if sentence not in self._known:
            self._known[sentence] = (
                self._find(sentence) if sentence < len(self._sentences) else (None, None, None)
            )
        return self._known[sentence]

    def _find(self, sentence: int) -> tuple[Party | None, str | None, Span | None]:
        start, end = self._sentences[sentence]
        pronoun = _OPENING_PRONOUN.match(self._text, start, end)
        first = bisect_right(self._starts, start - 1)
        for party in self._parties[first:]:
            if party.span[0] >= end or (pronoun and pronoun.start(1) < party.span[0]):
                break
            if self._inside_quote(party.span[0]) or party.kind == "org":
                continue
            if not _NOT_SUBJECT_AFTER.search(
                self._text, max(0, party.span[0] - 16), party.span[0]
            ) and not self._text.startswith(("’s", "'s"), party.span[1]):
                return party, None, party.span
        if pronoun:
            return None, pronoun[1].lower(), pronoun.span(1)
        return None, None, None

    def _inside_quote(self, at: int) -> bool:
        before = bisect_right(self._quote_starts, at) - 1
        return before >= 0 and at < self._quoted[before][1]


_OPENING_PRONOUN: Final = re.compile(r"(?:[^\s“\"‘«]{1,20}[ ,]{1,2}){0,7}?\b(He|She|he|she)\b")


def _edge(text: str, at: int) -> int:
    while at > 0 and text[at - 1] in " \u00a0":
        at -= 1
    return at


def _may_invert(text: str, cue: Cue) -> bool:
    """Tell "…,” said Cook" from "had said Cook would": what stands before the cue decides."""
    before = text[max(0, cue.span[0] - 12) : cue.span[0]].rstrip()
    return (
        not before
        or before[-1] in "”\"’'»“,.!?…—–\n)"
        or before.endswith((" So", "\nSo", "As", " as", "so", "and", "also"))
    )


def _alternatives(words: dict[str, Kind]) -> str:
    """Give a pattern for many words that tries few at each place: grouped by their first two letters."""
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[:2], []).append(word[2:])
    parts = [
        f"[{two[0]}{two[0].upper()}]{two[1:]}(?:{'|'.join(sorted(tails, key=len, reverse=True))})"
        for two, tails in sorted(groups.items())
    ]
    return "|".join(parts)
