"""Sentences and their subjects: where parties and quotations stand in, who a sentence is about out."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from models.messages import Span
from streams.claims.components.names.spelling import governed
from streams.claims.components.posts.parties import Party
from streams.claims.components.text.words import Words

Subject = tuple[Party | None, str | None, Span | None]  # a party or a pronoun, and where it stands
# "“It is late,” she told the summit, which Ann Berg led"
_TAG: Final = re.compile(r"[”\"»] (he|she) (?=[a-z]+\b(?!, (?:quoting|citing)))")
_PRONOUNS: Final = frozenset(["he", "she"])
_OPENING_PRONOUN: Final = re.compile(r"(?:[^\s“\"‘«]{1,20}[ ,]{1,2}){0,7}?\b(He|She|he|she)\b")


class Page:
    """Where sentences, parties and quotations of one article stand, to be asked by offset."""

    def __init__(self, sentences: Sequence[Span], parties: Sequence[Party], quoted: Sequence[Span]) -> None:
        self.sentences = sentences
        self.parties = parties
        self._sentence_starts = [start for start, _ in sentences]
        self.party_starts = [party.span[0] for party in parties]
        self.quoted = quoted
        self._quote_starts = [start for start, _ in quoted]

    def sentence(self, at: int) -> int:
        """Give the index of the sentence that ``at`` stands in."""
        return max(0, bisect_right(self._sentence_starts, at) - 1)

    def parties_between(self, start: int, end: int) -> Sequence[Party]:
        """Give the parties that begin within a stretch."""
        low, high = bisect_left(self.party_starts, start), bisect_left(self.party_starts, end)
        return self.parties[low:high]

    def begins(self, at: int, sentence: int) -> bool:
        """Tell whether ``at`` is where a sentence begins, but for an opening mark."""
        return at - self.sentences[sentence][0] <= 2

    def holds_quote(self, sentence: int) -> bool:
        """Tell whether a quotation stands in a sentence, or begins right behind it."""
        start, end = self.sentences[sentence]
        index = bisect_right(self._quote_starts, end + 2) - 1
        return index >= 0 and self.quoted[index][1] >= start

    def is_quoted(self, at: int) -> bool:
        """Tell whether ``at`` stands inside quotation marks."""
        before = bisect_right(self._quote_starts, at) - 1
        return before >= 0 and at < self.quoted[before][1]


class ClauseSubjects:
    """The subject of each sentence: the first party in it that no preposition governs."""

    def __init__(self, words: Words, page: Page) -> None:
        self.text = words.text
        self._page = page
        self._with_pronoun = {page.sentence(at) for at, _ in words.among(_PRONOUNS)}
        self._known: dict[int, Subject] = {}

    def of(self, sentence: int) -> Subject:
        """Give party or pronoun that is the subject of a sentence, and where it stands."""
        found = self._known.get(sentence)
        if found is None:
            found = self._find(sentence) if sentence < len(self._page.sentences) else (None, None, None)
            self._known[sentence] = found
        return found

    def _find(self, sentence: int) -> Subject:
        start, end = self._page.sentences[sentence]
        pronoun = None
        if sentence in self._with_pronoun:
            pronoun = _OPENING_PRONOUN.match(self.text, start, end) or _TAG.search(self.text, start, end)
        for party in self._page.parties_between(start, pronoun.start(1) + 1 if pronoun else end):
            if party.kind != "org" and not self._page.is_quoted(party.span[0]) and self._is_free(party):
                return party, None, party.span
        if pronoun:
            return None, pronoun[1].lower(), pronoun.span(1)
        return None, None, None

    def _is_free(self, party: Party) -> bool:
        """Tell a subject from what a preposition governs or owns something."""
        return not governed(self.text, party.span[0]) and not self.text.startswith(
            ("’s", "'s"), party.span[1]
        )
