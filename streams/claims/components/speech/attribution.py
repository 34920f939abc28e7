"""Attribution: quotations in, in text order, each with who says it out.

A quotation takes the cue after it, before it or later in its sentence, else the speaker
of the quotation it carries on, else the subject of its sentence.
"""

import re
from typing import Final

from models.messages import Speaker
from streams.claims.annotations import Quotation
from streams.claims.capitals import compile_names
from streams.claims.components.speech.quote_rules import Attributed, Letters, QuoteRules
from streams.claims.components.speech.said import Said

AND: Final = re.compile(r"[”\"’'»,]{1,3} ?(?:and|or|,) ?[“\"‘'«]{1,2}")
_ANOTHER: Final = compile_names(
    r"[”\"’'»]{1,2},? ?(?:an? |one of |another |reads? "
    r"|(?:said|says|added) (?:an? |one |some |v[ao]n |de |bin |al-|[A-Z])"
    r"|[A-Z][\w’'-]+ [A-Z][\w’'-]+ )"
)
_PARAGRAPH_MAX: Final = 2000  # characters
_APART_MAX: Final = 400  # characters between a quotation and the one that carries it on
_FRAGMENT_WORDS: Final = 6  # a fragment no longer than this that nobody by name says is a set phrase


class Attribution:
    """Who says the quotations of one article."""

    def __init__(self, said: Said, letters: Letters) -> None:
        self._said = said
        self._text = said.text
        self._page = said.page
        self._rules = QuoteRules(said, letters)
        self._last: tuple[Quotation, Speaker | None] | None = None

    def attribute(self, quotation: Quotation) -> None:
        """Fill in who says the words of one quotation; ask in text order."""
        found = self._find(quotation)
        if quotation.scare and found is not None and self._is_utterance(quotation, found):
            quotation.scare = False
        if quotation.scare:
            return
        if found is not None:
            quotation.cue, quotation.speaker = found.cue, found.speaker
        else:
            quotation.speaker = self._unattributed(quotation)
        if self._is_set_phrase(quotation):
            quotation.scare = True
            return
        self._last = (quotation, quotation.speaker)

    def _find(self, quotation: Quotation) -> Attributed | None:
        span, rules = quotation.span, self._rules
        if labelled := rules.labelled(span):
            return labelled
        after, before = rules.after(span), rules.before(span)
        if before is not None and (after is None or (before.plain and before.tight)):
            return before
        return (
            after
            or rules.colon_subject(span)
            or rules.his_letter(span)
            or rules.was_answer(span)
            or rules.signed(span)
            or rules.later(span)
        )

    def _unattributed(self, quotation: Quotation) -> Speaker | None:
        """Give who says a quotation that no cue goes with; of "“A” and “B”, said X" the second has it."""
        if AND.match(self._text, quotation.span[1]) or self._said_by_another(quotation.span[1]):
            return None
        return (
            self._rules.only_person(quotation.span)
            or self._carried_on(quotation)
            or self._told_before(quotation)
            or self._rules.sentence_subject(quotation.span)
        )

    def _said_by_another(self, end: int) -> bool:
        """Tell "…,” a neighbour said" and "…,” reads the sign", whoever that is."""
        return "," in self._text[end - 1 : end + 2] and bool(_ANOTHER.match(self._text, end))

    def _carried_on(self, quotation: Quotation) -> Speaker | None:
        """Take the speaker of the last quotation, where this one carries it on."""
        start = quotation.span[0]
        if self._last is None:
            return self._opened_by(start)
        last, speaker = self._last
        between = self._text[last.span[1] : min(self._rules.outer(start), last.span[1] + _APART_MAX)]
        near, lines = len(between) < _APART_MAX, between.count("\n")
        opens = self._opens_line(start)
        if near and (lines == 0 or (opens and lines <= 2)):
            return self._said.last_speaker(last.span[1], start) or speaker
        return self._opened_by(start) if opens else None

    def _told_before(self, quotation: Quotation) -> Speaker | None:
        """Take who the sentence before is about, for a quotation that is a sentence of its own.

        "The commissioner promises homes. “We can't build them alone.”"
        """
        opening = self._rules.outer(quotation.span[0])
        sentence = self._page.sentence(opening)
        if not sentence or not self._page.begins(opening, sentence) or self._opens_line(quotation.span[0]):
            return None
        start, end = self._page.sentences[sentence - 1]
        if "\n" in self._text[end:opening]:
            return None
        return self._said.last_speaker(start, opening) or self._rules.about(sentence - 1)

    def _opened_by(self, start: int) -> Speaker | None:
        """Take who spoke in the paragraph before, or was its last subject, for a quotation that opens one."""
        if not self._opens_line(start):
            return None
        head = self._paragraph_before(start)
        said = self._said.last_speaker(head, start)
        if said is not None and said.name is not None:
            return said
        sentence = self._page.sentence(self._rules.outer(start)) - 1
        if sentence < 0 or self._page.sentences[sentence][0] < head:
            return None
        return self._said.subject(sentence)

    def _opens_line(self, start: int) -> bool:
        outer = self._rules.outer(start)
        return self._text[max(0, outer - 4) : outer].rstrip(" ")[-1:] == "\n"

    def _paragraph_before(self, at: int) -> int:
        """Give where the paragraph before that of ``at`` begins, at most a long one back."""
        low = max(0, at - _PARAGRAPH_MAX)
        head = self._text.rfind("\n", low, max(low, at - 3))
        while head > low and self._text[head - 1].isspace():
            head -= 1
        return max(low, self._text.rfind("\n", low, max(head, low)) + 1)

    def _is_utterance(self, quotation: Quotation, found: Attributed) -> bool:
        """Tell "“Never,” he said" from a word set apart."""
        return (
            found.plain
            and self._text[quotation.span[1] - 1] in ",.!?"
            and self._text[quotation.span[0]].isupper()
        )

    def _is_set_phrase(self, quotation: Quotation) -> bool:
        named = quotation.speaker is not None and quotation.speaker.name is not None
        words = len(self._text[slice(*quotation.span)].split())
        return quotation.form == "mixed" and words <= _FRAGMENT_WORDS and not named
