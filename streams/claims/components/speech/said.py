"""Who said it, cue by cue: cues and parties in, each cue's Speaker out, in text order.

Sentence after sentence the subject becomes who is talked about, then the cues of the
sentence get their speakers, so that a pronoun sees what was said before it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from models.messages import Span, Speaker
from streams.claims.annotations import ReportedSpeech
from streams.claims.components.names.roster import Individual
from streams.claims.components.speech.clauses import ClauseSubjects, Page
from streams.claims.components.speech.cue import Cue
from streams.claims.components.speech.discourse import Discourse, speaker_of, unnamed
from streams.claims.components.speech.told_lists import LIST, LIST_MAX, LISTING, lines_end

_SO: Final = frozenset(["so", "thus", "as"])
_NEWS_VERBS: Final = frozenset(["report", "reports", "reported"])
_IT_WAS: Final = re.compile(r"(?:It|This|That|The (?:announcement|pledge|promise|news|decision|offer))\b")
_IT: Final = re.compile(r"(?:It|This|That|These|They|The) ")
_NEWSROOM: Final = re.compile(r"correspondent|reporter|journalist|editor", re.IGNORECASE)
# "the sum which Berg announced", "Lund, to which Norway gave": nothing else of the sentence is told.
_WHICH: Final = ("which ", "whom ")
_BEHIND: Final = re.compile(r",? (?:(?:to|for|from|of|with|by|in) )?(?:which|whose|whom|where)\b")
_WHICH_MAX: Final = 100  # characters before "which"
# What may stand behind a cue and is no clause: "he said on Monday."
_REST: Final = re.compile(
    r"\s*(?:(?:on|in|at|to|during|after|late|early|yesterday|today|this|last|earlier)\b[^.;]*)?[.;!?]?\s*"
)
_SENTENCES_BACK: Final = 4


class Told(Struct, frozen=True):
    """A cue with who is its speaker; ``start`` and ``end`` are those of cue and subject."""

    cue: Cue
    speaker: Speaker
    start: int
    end: int


def _told(cue: Cue, speaker: Speaker) -> Told:
    start, end = cue.span
    if cue.subject is not None:
        start, end = min(cue.subject[0], start), max(cue.subject[1], end)
    return Told(cue, speaker, start, end)


def _is_news(told: Told) -> bool:
    """Tell what a newsroom reports from what a minister reports."""
    if told.cue.word not in _NEWS_VERBS:
        return False
    return told.speaker.name is None or bool(_NEWSROOM.search(told.speaker.role or ""))


class Said:
    """The cues of an article that have a speaker, to be asked by offset."""

    def __init__(self, page: Page, clauses: ClauseSubjects, cues: list[Cue], discourse: Discourse) -> None:
        self.text = clauses.text
        self.page = page
        self._discourse = discourse
        self._clauses = clauses
        self._told: list[Told] = []
        self._subjects: dict[int, Speaker] = {}  # by sentence
        self._settle(cues)
        self._starts = [told.cue.span[0] for told in self._told]

    def following(self, at: int, count: int) -> Iterator[Told]:
        """Give the next cues from ``at`` on."""
        index = bisect_left(self._starts, at)
        yield from self._told[index : index + count]

    def preceding(self, at: int, count: int) -> Iterator[Told]:
        """Give the last cues up to ``at``, the nearest first."""
        index = bisect_right(self._starts, at)
        yield from reversed(self._told[max(0, index - count) : index])

    def last_speaker(self, start: int, end: int) -> Speaker | None:
        """Give who speaks last between two offsets, by a cue with a subject of its own."""
        index = bisect_left(self._starts, end) - 1
        while index >= 0 and self._starts[index] >= start:
            told = self._told[index]
            if told.cue.kind in ("plain", "act") and not told.cue.loose:
                return told.speaker
            index -= 1
        return None

    def subject(self, sentence: int, before: int | None = None) -> Speaker | None:
        """Give the person who is the subject of a sentence, if it stands before an offset."""
        party, _, span = self._clauses.of(sentence)
        if span is None or (before is not None and span[1] > before) or (party and party.kind == "org"):
            return None
        return self._subjects.get(sentence)

    def pronoun(self, word: str, at: int) -> Speaker | None:
        """Give whom a pronoun behind a quotation means: the last subject, else who fits."""
        sentence = self.page.sentence(at)
        for index in range(sentence, max(-1, sentence - _SENTENCES_BACK), -1):
            if index in self._subjects:
                return self._subjects[index]
        person = self._discourse.pronoun(word, at, at)
        return speaker_of(person, word) if person else None

    def reported(self) -> tuple[ReportedSpeech, ...]:
        """Give the clauses that somebody is said to have stated, in order of their cues."""
        return tuple(
            ReportedSpeech(self._clause(told), told.speaker, told.cue.word, told.cue.span)
            for told in self._told
            if told.cue.kind in ("plain", "act", "source") and not _is_news(told)
        )

    def _settle(self, cues: list[Cue]) -> None:
        at = 0
        # Who is talked about behind the last cue only matters to quotations.
        sentences = self.page.sentences if self.page.quoted else self.page.sentences[: cues[-1].sentence + 1]
        for index, (start, _) in enumerate(sentences):
            self._attend(index, start)
            while at < len(cues) and cues[at].sentence <= index:
                speaker = self._speaker(cues[at], start)
                if speaker is not None:
                    self._told.append(_told(cues[at], speaker))
                at += 1

    def _attend(self, index: int, start: int) -> None:
        """Make the subject of a sentence the one that is talked about."""
        party, pronoun, span = self._clauses.of(index)
        if span is None:
            self._discourse.attend(self._only_person(index))
            return
        if pronoun is not None:
            person = self._discourse.pronoun(pronoun, span[0], start)
        else:
            person = (party.person or self._discourse.role(party)) if party else None
        self._discourse.attend(person)
        if person is not None:
            self._subjects[index] = speaker_of(person, self.text[slice(*span)])

    def _only_person(self, sentence: int) -> Individual | None:
        """Give who does what a sentence without a subject tells: "It was chaired by Dainius Kreivys"."""
        start, end = self.page.sentences[sentence]
        if not _IT.match(self.text, start):
            return None
        named = {
            party.person
            for party in self.page.parties_between(start, end)
            if party.person is not None and self.text[max(0, party.span[0] - 4) : party.span[0]] == " by "
        }
        return named.pop() if len(named) == 1 else None

    def _speaker(self, cue: Cue, start: int) -> Speaker | None:
        if cue.subject is None:
            return None
        if cue.party is None:
            if cue.pronoun not in ("he", "she"):
                return None
            person = self._discourse.pronoun(cue.pronoun, cue.subject[0], start)
            self._discourse.attend(person)
            return speaker_of(person, self.text[slice(*cue.subject)]) if person else None
        person = cue.party.person or (self._discourse.role(cue.party) if cue.party.kind == "role" else None)
        if person is None:
            news = cue.party.kind == "org" and cue.word in _NEWS_VERBS
            return None if news else unnamed(cue.party)
        if cue.kind in ("plain", "source"):
            self._discourse.attend(person)
        return speaker_of(person, cue.party.as_printed)

    def _clause(self, told: Told) -> Span:
        """Give what is reported: the rest of the sentence, or all of it where the cue comes last."""
        cue = told.cue
        start, end = self.page.sentences[cue.sentence]
        if cue.sentence and self._points_back(told, start):
            return self.page.sentences[cue.sentence - 1][0], end
        if self.text.endswith((", as ", " – as "), max(start, told.start - 5), told.start):
            return start, end  # "…, as the minister agreed"
        begin, stop = self._within(told, start, end)
        return begin, lines_end(self.text, stop)

    def _points_back(self, told: Told, start: int) -> bool:
        """Tell "So said the minister." and "It was announced by the minister.", of the sentence before."""
        cue = told.cue
        so = cue.inverted and self.text[start : min(told.start, start + 6)].strip().lower() in _SO
        return so or (cue.word.endswith(" by") and _IT_WAS.match(self.text, start) is not None)

    def _within(self, told: Told, start: int, end: int) -> Span:
        cue = told.cue
        before = self.text[max(0, told.start - 4) : told.start].rstrip()[-1:]
        if before == ";" and not cue.inverted and not _REST.fullmatch(self.text, cue.span[1], end):
            return cue.span[1], end  # "Italy gives more; its minister promised that ..."
        if cue.subject and not cue.inverted and self.text.endswith(_WHICH, 0, told.start):
            return max(start, told.start - _WHICH_MAX), told.start
        aside = before == "," and self.text[told.end : told.end + 1] == ","
        if aside and (cue.word == "per" or cue.word.endswith(" by")):
            comma = self.text.rfind(", ", start, max(start, told.start - 2))
            return max(start, comma + 1), told.start  # "96 million, announced by the minister, and"
        if cue.inverted and _BEHIND.match(self.text, told.end):
            return start, told.end
        if cue.word in LISTING and (listed := LIST.match(self.text, cue.span[1])):
            return cue.span[1], self._paragraph_end(listed.end())
        whole = cue.inverted or cue.kind == "source" or bool(before and before in ',”"’;—–')
        return (start if whole else min(cue.span[1], end)), end

    def _paragraph_end(self, at: int) -> int:
        end = self.text.find("\n", at, at + LIST_MAX)
        return end if end >= 0 else min(len(self.text), at + LIST_MAX)
