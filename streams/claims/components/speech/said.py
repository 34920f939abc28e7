"""Who said it, cue by cue: cues and parties in, each cue's Speaker out, in text order.

Sentence after sentence the subject becomes who is talked about, then the cues of the
sentence get their speakers, so that a pronoun sees what was said before it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Final, NamedTuple

from models.messages import Span, Speaker
from streams.claims.annotations import ReportedSpeech
from streams.claims.components.speech.clauses import ClauseSubjects, Page
from streams.claims.components.speech.cues import Cue
from streams.claims.components.speech.discourse import Discourse, speaker_of, unnamed

_SO: Final = frozenset(["so", "thus", "as"])
_NEWS_VERBS: Final = frozenset(["report", "reports", "reported"])
_IT_WAS: Final = re.compile(r"(?:It|This|That|The (?:announcement|pledge|promise|news|decision|offer))\b")
_NEWSROOM: Final = re.compile(r"correspondent|reporter|journalist|editor", re.IGNORECASE)
_SHORT: Final = 12  # characters behind a cue that hold no clause
_SENTENCES_BACK: Final = 4


class Told(NamedTuple):
    """A cue with who is its speaker."""

    cue: Cue
    speaker: Speaker

    @property
    def start(self) -> int:
        """Where cue and subject begin."""
        subject = self.cue.subject
        return self.cue.span[0] if subject is None else min(subject[0], self.cue.span[0])


def _is_news(told: Told) -> bool:
    """Tell what a newsroom reports from what a minister reports."""
    role = told.speaker.role or ""
    return told.cue.word in _NEWS_VERBS and (told.speaker.name is None or bool(_NEWSROOM.search(role)))


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
        for index, (start, _) in enumerate(self.page.sentences):
            self._attend(index, start)
            while at < len(cues) and cues[at].sentence <= index:
                speaker = self._speaker(cues[at], start)
                if speaker is not None:
                    self._told.append(Told(cues[at], speaker))
                at += 1

    def _attend(self, index: int, start: int) -> None:
        """Make the subject of a sentence the one that is talked about."""
        party, pronoun, span = self._clauses.of(index)
        if span is None:
            return
        if pronoun is not None:
            person = self._discourse.pronoun(pronoun, span[0], start)
        else:
            person = (party.person or self._discourse.role(party)) if party else None
        self._discourse.attend(person)
        if person is not None:
            self._subjects[index] = speaker_of(person, self.text[slice(*span)])

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
        if (
            cue.inverted
            and cue.sentence
            and self.text[start : min(told.start, start + 6)].strip().lower() in _SO
        ):
            return self.page.sentences[cue.sentence - 1][0], end  # "So said the minister."
        before = self.text[max(start, told.start - 4) : told.start].rstrip()[-1:]
        if self.text[max(start, told.start - 5) : told.start].endswith((", as ", " – as ")):
            return start, end  # "…, as the minister agreed"
        if before == ";" and not cue.inverted and cue.span[1] + _SHORT < end:
            return cue.span[1], end  # "Italy gives more; its minister promised that ..."
        if cue.word.endswith(" by") and cue.sentence and _IT_WAS.match(self.text, start):
            return self.page.sentences[cue.sentence - 1][0], end  # "It was announced by the minister."
        if cue.inverted or cue.kind == "source" or (before and before in ',”"’;—–'):
            return start, end
        return min(cue.span[1], end), end
