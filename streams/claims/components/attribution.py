"""Attribution: which cue goes with which quotation, and what clauses are reported speech.

In: cues with subjects, in text order. First every cue gets its Speaker, sentence after
sentence, so that a pronoun sees what was said before it; then each quotation takes the
cue after it, before it, later in its sentence, or the speaker of the one it carries on.
"""

import re
from bisect import bisect_left, bisect_right
from typing import Final

from models.messages import Span, Speaker
from streams.claims.annotations import Quotation, ReportedSpeech
from streams.claims.components.cues import ClauseSubjects, Cue, Page
from streams.claims.components.discourse import Discourse, speaker_of, unnamed

_GAP_AFTER: Final = re.compile(r"[.!?…]?[”“\"'’»‘]{0,3}[,;\s–—-]{0,4}(?:as |so |the |The )?$")
_QUOTE_LABEL: Final = re.compile(
    r"(?:^|\n)\W{0,3}(?:Direct quote|Quote|Literally|Verbatim|He said|She said):\s*$"
)
_SENTENCE_END: Final = re.compile(r"[.!?…]\s|\n\s*\n")
_DASH_AFTER: Final = re.compile(r"[.!?…]?[”\"'’»]{1,2},?\s{0,3}[–—-]{1,2} ?(?:the |Dr |Mr |Ms |Mrs )?")
_WITH_THESE_WORDS: Final = re.compile(r"[.!?…]?[”\"'’»]{1,2}[.,]? (?:With|In) these words,? ")
_HIS_LETTER: Final = re.compile(
    r"[,.!?…]?[”\"'’»]{1,2},? (?:read |reads |said )?(his|her|His|Her) (?:[a-z]+ )?"
    r"(?:letter|statement|message|post|note|memo|speech|tweet|report|diary|testimony|account|appeal|response)\b"
)
_TIGHT: Final = re.compile(r"[:,]?\s*(?:that|how|to|as|is|was|the|a|an|in|of|by)?\s*[“\"‘«„'»”]?$")
_MARKS: Final = "“”\"‘’'«»„"
_NEWS_VERBS: Final = frozenset(["report", "reports", "reported"])
_WAS_NOUN: Final = re.compile(r"[”\"’'»,\s]{1,4}(?:was|is|were|came|ran|went|reads?) (?:the )?")


_SO: Final = frozenset(["so", "thus", "as"])
_PARAGRAPH_MAX: Final = 2000  # characters
_FRAGMENT_WORDS: Final = 6  # a fragment no longer than this that nobody by name says is a set phrase


class Attribution:
    """Who said what in one article."""

    def __init__(self, text: str, page: Page, cues: list[Cue], discourse: Discourse) -> None:
        self._text = text
        self._page = page
        self._discourse = discourse
        self._clauses = ClauseSubjects(text, page)
        self._rules = (self._colon_subject, self._after_noun, self._signed, self._later)
        self._said: list[tuple[Cue, Speaker]] = []
        self._last: tuple[Quotation, Speaker | None] | None = None
        self._subjects: dict[int, Speaker] = {}
        self._settle(cues)
        self._cue_starts = [cue.span[0] for cue, _ in self._said]

    def reported(self) -> tuple[ReportedSpeech, ...]:
        """Give the clauses that somebody is said to have stated, in order of their cues."""
        found = []
        for cue, speaker in self._said:
            if cue.kind in ("plain", "act", "source") and cue.word not in _NEWS_VERBS:
                found.append(ReportedSpeech(self._clause(cue), speaker, cue.word, cue.span))
        return tuple(found)

    def attribute(self, quotation: Quotation) -> None:
        """Fill in who says the words of one quotation; ask in text order."""
        found = self._labelled(quotation.span) or self._after(quotation.span)
        before = self._before(quotation.span)
        if (
            before is not None
            and (found is None or found[0].word != ":")
            and (found is None or before[0].kind in ("plain", "quoting", "source") and before[2])
        ):
            found = before[0], before[1]
        found = found or next(filter(None, (rule(quotation.span) for rule in self._rules)), None)
        if quotation.scare and found is not None and self._is_utterance(quotation, found[0]):
            quotation.scare = False
        if quotation.scare:
            return
        if found is not None:
            quotation.cue, quotation.speaker = found[0].word, found[1]
        else:
            quotation.speaker = self._carried_on(quotation) or self._subject(quotation.span)
        if (
            quotation.form == "mixed"
            and self._words(quotation.span) <= _FRAGMENT_WORDS
            and not _named(quotation)
        ):
            quotation.scare = True
            return
        self._last = (quotation, quotation.speaker)

    def _settle(self, cues: list[Cue]) -> None:
        """Give every cue its speaker, and every sentence its subject, in text order."""
        at = 0
        for index, (start, _) in enumerate(self._page.sentences):
            party, pronoun, span = self._clauses.of(index)
            if span is not None:
                person = party.person if party and party.person else None
                if party is not None and person is None:
                    person = self._discourse.role(party)
                if pronoun is not None:
                    person = self._discourse.pronoun(pronoun, span[0], start)
                self._discourse.attend(person)
                if person is not None:
                    self._subjects[index] = speaker_of(person, self._text[slice(*span)])
            while at < len(cues) and cues[at].sentence <= index:
                self._settle_cue(cues[at], start)
                at += 1

    def _settle_cue(self, cue: Cue, start: int) -> None:
        speaker = self._speaker(cue, start)
        if speaker is not None:
            self._said.append((cue, speaker))

    def _speaker(self, cue: Cue, start: int) -> Speaker | None:
        if cue.subject is None:
            return None
        printed = self._text[slice(*cue.subject)]
        if cue.party is None:
            if cue.pronoun not in ("he", "she"):
                return None
            person = self._discourse.pronoun(cue.pronoun, cue.subject[0], start)
            self._discourse.attend(person)
            return speaker_of(person, printed) if person else None
        person = cue.party.person or (self._discourse.role(cue.party) if cue.party.kind == "role" else None)
        if person is not None:
            if cue.kind in ("plain", "source"):
                self._discourse.attend(person)
            return speaker_of(person, cue.party.as_printed)
        if cue.party.kind == "org" and cue.word in _NEWS_VERBS:
            return None
        return unnamed(cue.party)

    def _after(self, span: Span) -> tuple[Cue, Speaker] | None:
        """Take "… ,” said X" or "… ,” X said"."""
        for cue, speaker in self._said[bisect_left(self._cue_starts, span[1]) :][:2]:
            assert cue.subject is not None
            first = min(cue.span[0], cue.subject[0])
            if cue.loose or first < span[1] or first - span[1] > 14 or cue.kind == "mental":
                continue
            gap = self._text[span[1] : first]
            if not _GAP_AFTER.match(gap) or "\n" in gap:
                continue
            if self._text[span[1] - 1] == "." and self._text[first].isupper() and not cue.inverted:
                continue  # a sentence of its own: “… done.” Rutte said later that
            return cue, speaker
        return None

    def _before(self, span: Span) -> tuple[Cue, Speaker, bool] | None:
        """Take "X said: “…" or "X told Y that Z “…", and whether nothing stands between."""
        index = bisect_right(self._cue_starts, span[0]) - 1
        opening = self._outer(span[0])
        if index < 0:
            return None
        for cue, speaker in reversed(self._said[max(0, index - 2) : index + 1]):
            between = self._text[cue.span[1] : opening]
            if cue.span[1] > opening or (cue.subject and cue.subject[1] > opening) or len(between) > 300:
                continue
            colon = between.rstrip().endswith((":", ","))
            same = self._page.sentence(cue.span[0]) == self._page.sentence(opening)
            if not same and not (between.rstrip().endswith(":") and not _SENTENCE_END.search(between)):
                continue
            if cue.inverted and not colon and cue.kind != "source":
                continue
            return cue, speaker, colon or len(between) < 60
        return None

    def _later(self, span: Span) -> tuple[Cue, Speaker] | None:
        """Take ", X said" at the end of the sentence that the quotation stands in."""
        sentence = self._page.sentence(span[1])
        for cue, speaker in self._said[bisect_left(self._cue_starts, span[1]) :][:4]:
            if cue.sentence != sentence:
                break
            assert cue.subject is not None
            first = min(cue.span[0], cue.subject[0])
            if (
                first >= span[1]
                and not cue.loose
                and self._text[max(0, first - 4) : first].rstrip()[-1:] in (",", "—", "–", ";", "”", '"')
            ):
                return cue, speaker
        return None

    def _labelled(self, span: Span) -> tuple[Cue, Speaker] | None:
        """Take "Rutte: “…", a name and a colon and no verb."""
        outer = self._outer(span[0])
        colon = len(self._text[max(0, outer - 4) : outer].rstrip()) + max(0, outer - 4) - 1
        if colon < 0 or self._text[colon] != ":":
            return None
        index = bisect_left(self._page.party_starts, colon) - 1
        party = self._page.parties[index] if index >= 0 else None
        if party is None or party.span[1] != colon or party.person is None:
            return None
        return Cue((colon, colon), ":", "plain", self._page.sentence(colon)), speaker_of(
            party.person, party.as_printed
        )

    def _colon_subject(self, span: Span) -> tuple[Cue, Speaker] | None:
        """Take "The minister was blunter: “…", a clause that ends in a colon and has no cue."""
        outer = self._outer(span[0])
        colon = (
            self._text[:outer].rstrip().endswith(":")
            if outer < 4
            else self._text[outer - 4 : outer].rstrip().endswith(":")
        )
        if not colon:
            return None
        speaker = self._subject(span)
        if speaker is None and _QUOTE_LABEL.search(self._text, max(0, outer - 24), outer):
            speaker = self._last_cue(0, outer)
        return (Cue((outer, outer), ":", "noun", self._page.sentence(outer)), speaker) if speaker else None

    def _signed(self, span: Span) -> tuple[Cue, Speaker] | None:
        """Take "“…” – Helge Vik, Norway" and "“…” With these words Vik left", a name that follows."""
        sign = _DASH_AFTER.match(self._text, span[1]) or _WITH_THESE_WORDS.match(self._text, span[1])
        if sign is None:
            return None
        at = bisect_left(self._page.party_starts, sign.end() - 4)
        party = self._page.parties[at] if at < len(self._page.parties) else None
        if party is None or party.person is None or not party.span[0] <= sign.end() < party.span[1]:
            return None
        return Cue((sign.end(), sign.end()), "–", "noun", self._page.sentence(sign.end())), speaker_of(
            party.person, party.as_printed
        )

    def _after_noun(self, span: Span) -> tuple[Cue, Speaker] | None:
        """Take "…,” was Zelensky's answer"."""
        if letter := _HIS_LETTER.match(self._text, span[1]):
            person = self._discourse_at("he" if letter[1].lower() == "his" else "she", letter.start(1))
            return (
                (Cue(letter.span(1), "says", "noun", self._page.sentence(span[1])), person)
                if person
                else None
            )
        was = _WAS_NOUN.match(self._text, span[1])
        if was is None:
            return None
        at = bisect_left(self._page.party_starts, was.end())
        party = self._page.parties[at] if at < len(self._page.parties) else None
        cue = Cue((was.end(), was.end()), "was", "noun", self._page.sentence(span[1]))
        if (
            party is not None
            and party.person is not None
            and party.span[0] == was.end()
            and self._text.startswith(("'s", "’s"), party.span[1])
        ):
            return cue, speaker_of(party.person, party.as_printed)
        for word, who in (("her ", "she"), ("his ", "he")):
            if self._text.startswith(word, was.end()):
                person = self._discourse_at(who, was.end())
                return (cue, person) if person else None
        return None

    def _discourse_at(self, word: str, at: int) -> Speaker | None:
        """Give whom a pronoun means after the fact: the last speaker or subject before it that fits."""
        for index in range(self._page.sentence(at), max(-1, self._page.sentence(at) - 4), -1):
            if index in self._subjects:
                return self._subjects[index]
        person = self._discourse.pronoun(word, at, at)
        return speaker_of(person, word) if person else None

    def _carried_on(self, quotation: Quotation) -> Speaker | None:
        """Take the speaker of the last quotation, where this one carries it on."""
        if self._last is None:
            return self._opened_by(quotation.span[0])
        last, speaker = self._last
        between = self._text[last.span[1] : self._outer(quotation.span[0])]
        opens = between.rstrip(" ").endswith("\n")
        if "\n" not in between and len(between) < 400:
            newer = self._last_cue(last.span[1], quotation.span[0])
            return newer or speaker
        if opens and between.count("\n") <= 2 and len(between) < 400:
            return self._last_cue(last.span[1], quotation.span[0]) or speaker
        return self._opened_by(quotation.span[0]) if opens else None

    def _opened_by(self, at: int) -> Speaker | None:
        """Take who spoke in the paragraph before, or was its last subject, for a quotation that opens one."""
        outer = self._outer(at)
        if self._text[max(0, outer - 4) : outer].rstrip(" ")[-1:] != "\n":
            return None
        head = self._paragraph_before(at)
        said = self._last_cue(head, at)
        if said is not None:
            return said
        sentence = self._page.sentence(outer) - 1
        return (
            self._subjects.get(sentence)
            if sentence >= 0 and self._page.sentences[sentence][0] >= head
            else None
        )

    def _last_cue(self, start: int, end: int) -> Speaker | None:
        index = bisect_left(self._cue_starts, end) - 1
        while index >= 0 and self._cue_starts[index] >= start:
            cue, speaker = self._said[index]
            if cue.kind in ("plain", "act") and not cue.loose:
                return speaker
            index -= 1
        return None

    def _paragraph_before(self, at: int) -> int:
        """Give where the paragraph before that of ``at`` begins, at most a long one back."""
        low = max(0, at - _PARAGRAPH_MAX)
        head = self._text.rfind("\n", low, max(low, at - 3))
        while head > low and self._text[head - 1].isspace():
            head -= 1
        return max(low, self._text.rfind("\n", low, max(head, low)) + 1)

    def _subject(self, span: Span) -> Speaker | None:
        """Take the subject of the sentence: "Mary Deng wants an end of the “…”"."""
        index = self._page.sentence(self._outer(span[0]))
        party, _, where = self._clauses.of(index)
        if where is None or where[1] > span[0] or (party is not None and party.kind == "org"):
            return None
        return self._subjects.get(index)

    def _is_utterance(self, quotation: Quotation, cue: Cue) -> bool:
        return (
            cue.kind == "plain"
            and not cue.loose
            and self._text[quotation.span[1] - 1] in ",.!?"
            and self._text[quotation.span[0]].isupper()
        )

    def _clause(self, cue: Cue) -> Span:
        start, end = self._page.sentences[cue.sentence]
        assert cue.subject is not None
        first = min(cue.subject[0], cue.span[0])
        if cue.inverted and cue.sentence and first - start < 6 and self._text[start:first].strip().lower() in _SO:
            return self._page.sentences[cue.sentence - 1][0], end
        before = self._text[max(start, first - 4) : first].rstrip()[-1:]
        if cue.inverted or cue.kind == "source" or (before and before in ",”\"’;—–"):
            return start, end
        return min(cue.span[1], end), end

    def _outer(self, start: int) -> int:
        while start > 0 and (self._text[start - 1] in _MARKS or self._text[start - 1] == "\u00a0"):
            start -= 1
        return start

    def _words(self, span: Span) -> int:
        return len(self._text[slice(*span)].split())


def _named(quotation: Quotation) -> bool:
    return quotation.speaker is not None and quotation.speaker.name is not None
