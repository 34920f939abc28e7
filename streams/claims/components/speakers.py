"""Speakers: quotations, parties and cues in, who said what out.

Fills in speaker, cue and form of every quotation, and sets ``doc._.reported``: clauses
outside quotation marks that somebody is said to have stated.
"""

import re
from itertools import pairwise
from pathlib import Path
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from streams.claims.annotations import Quotation
from streams.claims.components.speech.attribution import AND, Attribution
from streams.claims.components.speech.clauses import ClauseSubjects, Page
from streams.claims.components.speech.cues import CueFinder
from streams.claims.components.speech.discourse import Discourse
from streams.claims.components.speech.headlines import headline_cues
from streams.claims.components.speech.quote_rules import Letters
from streams.claims.components.speech.said import Said
from streams.claims.components.text.words import words_of
from streams.claims.lexicon import LEXICON, Speech, load_speech


class SpeakersComponent:
    """Notes on a Doc who said what."""

    def __init__(self, speech: Speech) -> None:
        self._cues = CueFinder(speech.cues)
        self._letters = Letters(speech.cues)
        self._generic = frozenset(speech.roles.generic)

    def __call__(self, doc: Doc) -> Doc:
        """Set the speakers of ``quotations``, and ``reported``."""
        notes = doc._
        words, parties, quotations = words_of(doc), notes.parties, notes.quotations
        text = words.text
        page = Page(notes.sentences, parties, [quotation.span for quotation in quotations])
        clauses = ClauseSubjects(words, page)
        cues = self._cues.find(words, page, clauses)
        if headline := list(headline_cues(text, page)):
            cues = sorted([*headline, *cues], key=lambda cue: cue.span)
        if not cues and not quotations:
            return doc
        said = Said(page, clauses, cues, Discourse(text, parties, notes.introductions, self._generic))
        attribution = Attribution(said, self._letters)
        notes.reported = said.reported()
        for quotation in quotations:
            attribution.attribute(quotation)
        _join(text, quotations)
        return doc


def _join(text: str, quotations: tuple[Quotation, ...]) -> None:
    """Give "“A” and “B”" one speaker, whichever has one; a quotation left open goes on in the next."""
    for first, second in reversed(list(pairwise(quotations))):
        if first.speaker is not None or second.speaker is None:
            continue
        gap = first.span[1], second.span[0]
        if AND.fullmatch(text, *gap) or _OPENED_ANEW.fullmatch(text, *gap):
            first.speaker, first.cue = second.speaker, second.cue


_OPENED_ANEW: Final = re.compile(r"\s*\n\s*[“\"„«»‘']\s*")


@Language.factory(
    "speakers",
    requires=["doc._.quotations", "doc._.parties", "doc._.sentences"],
    assigns=["doc._.quotations", "doc._.reported"],
    default_config={"lexicon": str(LEXICON)},
)
def make_speakers(nlp: Language, name: str, lexicon: str) -> SpeakersComponent:  # noqa: ARG001
    """Build the component from the folder of the lexicon."""
    return SpeakersComponent(load_speech(Path(lexicon)))
