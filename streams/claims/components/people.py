"""People: runs of capitalised words, role phrases and actors in, ``doc._.people`` out.

A person is known from the reference data, or introduced by a post ("Polish Defence
Minister X Y", "X Y, a spokeswoman for ..."), by a courtesy title, by a first name or by
speaking. Then every surname of theirs is a mention. ``doc._.introductions`` keeps which
words gave whom which post, ``doc._.parties`` all who may speak, for later components, and
``doc._.names`` sketches the names that tell the event.
"""

import re
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from models.messages import Person
from models.reference import SEEDS, Reference
from streams.claims.annotations import PersonMention
from streams.claims.capitals import compile_names
from streams.claims.components.names.article_names import ArticleNames, Sources
from streams.claims.components.names.mentions import MentionFinder
from streams.claims.components.names.roster import KnownPeople
from streams.claims.components.names.spelling import RunFinder
from streams.claims.components.names.telling_names import TellingNames
from streams.claims.components.posts.introductions import Introducer
from streams.claims.components.posts.parties import ASIDE, PLACE, POST_NOMINALS, Cover, parties_of
from streams.claims.components.posts.role_words import Vocabulary
from streams.claims.components.posts.roles import RoleFinder
from streams.claims.components.text.phrases import any_of
from streams.claims.components.text.words import words_of
from streams.claims.lexicon import LEXICON, Speech, forms, load_speech, shared_reference


class PeopleComponent:
    """Notes the people of an article on its Doc."""

    def __init__(self, reference: Reference, speech: Speech, lexicon: Path) -> None:
        vocabulary = Vocabulary(speech)
        self._telling = TellingNames(reference, vocabulary, speech.names, lexicon)
        self._sources = Sources(KnownPeople(reference, speech.names), vocabulary)
        self._runs = RunFinder(speech.names)
        self._roles = RoleFinder(speech, vocabulary)
        self._said_after, self._said_before = speaking_patterns(speech)

    def __call__(self, doc: Doc) -> Doc:
        """Set ``people``, ``introductions``, ``parties``, ``names``; the order makes later steps sure."""
        notes = doc._
        words, actors = words_of(doc), notes.actors
        phrases = self._roles.phrases(words, actors)
        runs = list(self._runs.runs(words.text))
        if spans := notes.noise:
            noise = Cover(spans)
            phrases = [phrase for phrase in phrases if not noise.holds(phrase.head_span)]
            runs = [run for run in runs if not noise.holds((run[0].start, run[0].end))]
        names = ArticleNames(words, runs, actors, phrases, self._sources)
        finder = MentionFinder(names, self._said_after, self._said_before)
        introducer = Introducer(names, self._said_before, notes.published_at)
        finder.note_known()
        introducer.introduce_all()
        finder.note_speaking()
        finder.note_surnames()
        introducer.imply_offices()
        notes.parties = parties_of(names, actors)
        notes.introductions = tuple(introducer.introductions)
        notes.people = _mentions(names)
        notes.names = self._telling.sketch(names, words.known, _house(notes.publisher, notes.url))
        return doc


def _house(publisher: str | None, url: str | None) -> str:
    """Give the publisher and the site; the rest of an address often repeats the headline."""
    site = (url or "").partition("//")[2].partition("/")[0]
    return f"{publisher or ''} {site}"


def _mentions(names: ArticleNames) -> tuple[PersonMention, ...]:
    """Give every mention, in order; role and org as the article tells them anywhere."""
    return tuple(
        PersonMention(
            span, Person(id=who.id, name=who.name, as_printed=names.text[slice(*span)]), who.role, who.org
        )
        for span, who in sorted(names.found.values(), key=lambda item: item[0])
    )


def speaking_patterns(speech: Speech) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Build what follows a speaker's name (" told", " of Oxfam said") and what stands before it ("said ")."""
    cues = any_of(forms(speech.cues.plain))
    after = compile_names(
        rf"(?: (?:{POST_NOMINALS}),?)?(?:,? \d{{1,3}}, | \([^()\n]{{1,30}}\))?,?{PLACE}{ASIDE} "
        rf"(?:has |had |also |later |then )?(?:{cues}|puts? it)(?![^\W_])"
        rf"|, who(?:se)? |, \d{{2}},|['’]s (?:{'|'.join(speech.cues.nouns)})\b"
    )
    before = re.compile(
        rf"(?<![^\W_])(?:[Tt]he words of|{cues}(?: (?:the|a|an)(?: [a-z-]{{3,20}}){{1,2}}"
        r"| (?:one|another) of (?:the|its|their)(?: [a-z’'-]{3,20}){1,3},)?"
        r"|[Aa]ccording to(?: an? [a-z-]{3,20} (?:by|from) [^.,;\n]{0,30}['’]s)?|by) $"
        r"|[”\"’»] ?[–—-]{1,2} ?$"
    )
    return after, before


@Language.factory(
    "people",
    assigns=["doc._.people", "doc._.introductions", "doc._.parties", "doc._.names"],
    requires=["doc._.actors"],
    default_config={"reference": str(SEEDS / "reference"), "lexicon": str(LEXICON)},
)
def make_people(nlp: Language, name: str, reference: str, lexicon: str) -> PeopleComponent:  # noqa: ARG001
    """Build the component from the folders of the reference data and the lexicon."""
    return PeopleComponent(shared_reference(Path(reference)), load_speech(Path(lexicon)), Path(lexicon))
