"""Rules of attribution: where a quotation stands in, the cue and speaker it goes with out.

Each rule looks at one arrangement ("…,” said X", "X said: “…", "X: “…", "“…” – X") and
gives nothing where it does not hold.
"""

import re
from bisect import bisect_left
from typing import Final, NamedTuple

from models.messages import Span, Speaker
from streams.claims.components.posts.parties import Party
from streams.claims.components.speech.cue import Cue
from streams.claims.components.speech.discourse import speaker_of
from streams.claims.components.speech.said import Said, Told
from streams.claims.components.text.phrases import any_of
from streams.claims.lexicon import Cues

_MARKS: Final = "“”\"‘’'«»„\u00a0"
_CLOSING: Final = r"[.!?…]?[”\"'’»]{1,2}"
_GAP: Final = re.compile(r"[.!?…]?[”“\"'’»‘]{0,3}[,;\s–—-]{0,4}(?:as |so |the |The )?$")
_BULLET: Final = re.compile(r"(\n[ \t]*)(?:[•*>–—-]|\d\))[ \u00a0]?$")
_GAP_MAX: Final = 14  # characters between a quotation and the cue behind it
_BEFORE_MAX: Final = 300  # characters between a cue and the quotation behind it
_TIGHT: Final = 60  # characters: as near as that, the cue before wins over one after
_SENTENCE_END: Final = re.compile(r"[.!?…]\s|\n\s*\n")
_QUOTE_LABEL: Final = re.compile(
    r"(?:^|\n)\W{0,3}(?:Direct quote|Quote|Literally|Verbatim|He said|She said):\s*$"
)
_HER_ANSWER: Final = re.compile(
    r"\b(Her|His) (?:[a-z]+ )?(?:answer|reply|response|message|verdict|words|conclusion|advice|plea|reason"
    r"|argument|comment|warning)(?: (?:is|was)(?: [a-z]+)?)?:\s*$"
)
_SOURCE_LINE: Final = re.compile(r"^\W{0,3}Source: ", re.MULTILINE)
_SIGNED: Final = re.compile(
    rf"{_CLOSING},?\s{{0,3}}(?:[–—-]{{1,2}}|:) ?(?:the |Dr |Mr |Ms |Mrs )?"
    rf"|{_CLOSING}[.,]? (?:With|In) these words,? "
)
_WAS: Final = re.compile(r"[”\"’'»,\s]{1,4}(?:was|is|were|came|ran|went|reads?) (?:the )?(?:(his|her) )?")


class Attributed(NamedTuple):
    """What a rule finds: the cue word, who speaks, and how sure the rule is of it."""

    cue: str
    speaker: Speaker
    plain: bool = True  # a verb of speech of the speaker's own
    tight: bool = False  # nothing of weight between cue and quotation


class Letters:
    """The patterns of what people write, built from the lexicon; made once.

    ``own`` is "…,” her letter says", ``shared`` "…,” the post read": of whom the sentence before is.
    """

    def __init__(self, cues: Cues) -> None:
        nouns = any_of(cues.letters)
        self.own = re.compile(
            rf"[,.!?…]?[”\"'’»]{{1,2}},? (?:read |reads |said )?(his|her|His|Her) (?:[a-z]+ )?{nouns}\b"
        )
        self.shared = re.compile(
            rf"[,.!?…]?[”\"'’»]{{1,2}},? (?:the|that) {nouns} (?:read|said|says|reads|added|went on)\b"
        )


class QuoteRules:
    """The rules over one article."""

    def __init__(self, said: Said, letters: Letters) -> None:
        self._letters = letters
        self._said = said
        self._text = said.text
        self._page = said.page
        self._outer: dict[int, int] = {}  # where quotations begin with their marks, once asked

    def labelled(self, span: Span) -> Attributed | None:
        """Take "Rutte: “…", a name and a colon and no verb."""
        colon = self._colon(span)
        party = self._party_before(colon) if colon is not None else None
        if party is None or party.span[1] != colon or party.person is None:
            return None
        return Attributed(":", speaker_of(party.person, party.as_printed), tight=True)

    def after(self, span: Span) -> Attributed | None:
        """Take "… ,” said X" or "… ,” X said"."""
        for told in self._said.following(span[1], 2):
            if told.cue.loose or told.cue.kind == "mental" or not span[1] <= told.start <= span[1] + _GAP_MAX:
                continue
            gap = self._text[span[1] : told.start]
            if not _GAP.match(gap) or "\n" in gap:
                continue
            if self._text[span[1] - 1] == "." and self._text[told.start].isupper() and not told.cue.inverted:
                continue  # a sentence of its own: “… done.” Rutte said later that
            return _attributed(told)
        return None

    def before(self, span: Span) -> Attributed | None:
        """Take "X said: “…" or "X told Y that Z “…"."""
        opening = self.outer(span[0])
        for told in self._said.preceding(span[0], 3):
            cue = told.cue
            if cue.span[1] > opening or (cue.subject and cue.subject[1] > opening):
                continue
            between = self._text[cue.span[1] : min(opening, cue.span[1] + _BEFORE_MAX + 1)].rstrip()
            if len(between) > _BEFORE_MAX or not self._reaches(cue, opening, between):
                continue
            pointed = between.endswith((":", ","))
            if cue.inverted and not pointed and cue.kind != "source":
                continue
            return _attributed(told)._replace(tight=pointed or len(between) < _TIGHT)
        return None

    def colon_subject(self, span: Span) -> Attributed | None:
        """Take "The minister was blunter: “…", a clause that ends in a colon and has no cue."""
        if self._colon(span) is None:
            return None
        opening = self.outer(span[0])
        speaker = self._said.subject(self._page.sentence(opening), span[0])
        if speaker is None and (own := _HER_ANSWER.search(self._text, max(0, opening - 50), opening)):
            speaker = self._said.pronoun("he" if own[1] == "His" else "she", own.start())
        if speaker is None and _QUOTE_LABEL.search(self._text, max(0, opening - 24), opening):
            speaker = self._said.last_speaker(0, opening) or self._source()
        return Attributed(":", speaker, plain=False) if speaker else None

    def _source(self) -> Speaker | None:
        """Give the person whom the line "Source: ..." names first."""
        line = _SOURCE_LINE.search(self._text)
        party = self._party_from(line.end()) if line else None
        if line is None or party is None or party.person is None or party.span[0] > line.end() + 4:
            return None
        return speaker_of(party.person, party.as_printed)

    def was_answer(self, span: Span) -> Attributed | None:
        """Take "…,” was Zelensky's answer" and "…,” was her announcement"."""
        was = _WAS.match(self._text, span[1])
        if was is None:
            return None
        if was[1]:
            speaker = self._said.pronoun("he" if was[1] == "his" else "she", was.end())
            return Attributed("was", speaker, plain=False) if speaker else None
        party = self._party_from(was.end())
        if party is None or party.span[0] != was.end() or party.person is None:
            return None
        owned = self._text.startswith(("'s", "’s"), party.span[1])
        return Attributed("was", speaker_of(party.person, party.as_printed), plain=False) if owned else None

    def his_letter(self, span: Span) -> Attributed | None:
        """Take "…,” her letter says"."""
        if self._letters.shared.match(self._text, span[1]):
            sentence = self._page.sentence(self.outer(span[0]))
            speaker = self._said.subject(sentence - 1) if sentence else None
            return Attributed("read", speaker, plain=False) if speaker else None
        letter = self._letters.own.match(self._text, span[1])
        if letter is None:
            return None
        speaker = self._said.pronoun("he" if letter[1].lower() == "his" else "she", letter.start(1))
        return Attributed("says", speaker, plain=False) if speaker else None

    def signed(self, span: Span) -> Attributed | None:
        """Take "“…” – Helge Vik, Norway" and "“…” With these words Vik left", a name that follows."""
        sign = _SIGNED.match(self._text, span[1])
        party = self._party_from(sign.end() - 4) if sign else None
        if (
            sign is None
            or party is None
            or party.person is None
            or not party.span[0] <= sign.end() < party.span[1]
        ):
            return None
        return Attributed("–", speaker_of(party.person, party.as_printed), plain=False)

    def later(self, span: Span) -> Attributed | None:
        """Take ", X said" at the end of the sentence that the quotation stands in, or "heard from X"."""
        sentence = self._page.sentence(span[1])
        for told in self._said.following(span[1], 4):
            if told.cue.sentence != sentence:
                break
            parted = self._text[max(0, told.start - 4) : told.start].rstrip()[-1:] in (
                ",",
                "—",
                "–",
                ";",
                "”",
                '"',
            )
            if told.start >= span[1] and not told.cue.loose and (parted or told.cue.kind == "source"):
                return _attributed(told)
        return None

    def sentence_subject(self, span: Span) -> Speaker | None:
        """Take the subject of the sentence: "Mary Deng wants an end of the “…”"."""
        return self._said.subject(self._page.sentence(self.outer(span[0])), span[0])

    def only_person(self, span: Span) -> Speaker | None:
        """Take the one person whom the rest of the sentence names: "In Keller's view it is “…”"."""
        opening = self.outer(span[0])
        start, end = self._page.sentences[self._page.sentence(opening)]
        return self._only_one(start, max(end, self._page.sentences[self._page.sentence(span[1])][1]))

    def about(self, sentence: int) -> Speaker | None:
        """Give the person whom a sentence is about: its subject, or the one person in it."""
        return self._said.subject(sentence) or self._only_one(*self._page.sentences[sentence])

    def _only_one(self, start: int, end: int) -> Speaker | None:
        people = {}
        for index in range(bisect_left(self._page.party_starts, start), len(self._page.parties)):
            party = self._page.parties[index]
            if party.span[0] >= end:
                break
            if party.person is not None and not self._page.is_quoted(party.span[0]):
                people[party.person] = party
        if len(people) != 1:
            return None
        person, party = people.popitem()
        return speaker_of(person, party.as_printed)

    def outer(self, start: int) -> int:
        """Give where the marks before a quotation begin, or the bullet or dash of its line."""
        at = self._outer.get(start)
        if at is None:
            at = start
            while at > 0 and self._text[at - 1] in _MARKS:
                at -= 1
            bullet = _BULLET.search(self._text, max(0, at - 6), at)
            at = self._outer[start] = bullet.end(1) if bullet else at
        return at

    def _reaches(self, cue: Cue, opening: int, between: str) -> bool:
        """Tell whether cue and quotation are of one sentence, or parted by a colon and a line end."""
        if cue.sentence == self._page.sentence(opening):
            return True
        return between.endswith(":") and not _SENTENCE_END.search(between)

    def _colon(self, span: Span) -> int | None:
        opening = self.outer(span[0])
        low = max(0, opening - 4)
        before = self._text[low:opening].rstrip()
        return low + len(before) - 1 if before.endswith(":") else None

    def _party_before(self, at: int) -> Party | None:
        index = bisect_left(self._page.party_starts, at) - 1
        return self._page.parties[index] if index >= 0 else None

    def _party_from(self, at: int) -> Party | None:
        index = bisect_left(self._page.party_starts, at)
        return self._page.parties[index] if index < len(self._page.parties) else None


def _attributed(told: Told) -> Attributed:
    return Attributed(told.cue.word, told.speaker, plain=told.cue.kind in ("plain", "quoting", "source"))
