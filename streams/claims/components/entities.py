"""Entities of an installed pipeline: ``doc.ents`` in, actors and people that no rule found out.

What the components before it named stays as it is: they know who is meant. An entity over
none of it becomes an actor or a person of its own, without an id; a person's single name is
that of somebody named in full elsewhere in the article, if it fits one.
"""

import re
from collections.abc import Container, Iterator
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from models.messages import Actor, Person, Span
from models.messages.claim import Level
from streams.claims.annotations import ActorMention, PersonMention, source_text
from streams.claims.components.names.roster import Individual
from streams.claims.components.names.spelling import fold
from streams.claims.components.posts.parties import Party

# Labels of the common English pipelines (OntoNotes and CoNLL).
_LEVELS: Final[dict[str, Level]] = {"ORG": "organisation", "GPE": "country"}
_PEOPLE: Final = frozenset(["PERSON", "PER"])
_ARTICLE: Final = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVE: Final = re.compile(r"\s*['’]s?\s*$")


class EntitiesComponent:
    """Adds the entities of an installed pipeline to what the rules found."""

    def __call__(self, doc: Doc) -> Doc:
        """Add to ``actors``, ``people`` and ``parties``."""
        actors = tuple(_actors(doc))
        people = tuple(_people(doc))
        text = source_text(doc)
        parties = [
            *(Party(m.span, "org", org=m.actor, as_printed=text[slice(*m.span)]) for m in actors),
            *(Party(span, "person", person=who, as_printed=text[slice(*span)]) for span, who in people),
        ]
        mentions = [
            PersonMention(
                span, Person(id=who.id, name=who.name, as_printed=text[slice(*span)]), who.role, who.org
            )
            for span, who in people
        ]
        doc._.actors = tuple(sorted((*doc._.actors, *actors), key=lambda mention: mention.span))
        doc._.people = tuple(sorted((*doc._.people, *mentions), key=lambda mention: mention.span))
        doc._.parties = tuple(sorted((*doc._.parties, *parties), key=lambda party: party.span))
        return doc


def _actors(doc: Doc) -> Iterator[ActorMention]:
    for span, label in _unknown(doc, _LEVELS):
        name = source_text(doc)[slice(*span)]
        yield ActorMention(span, Actor(id=None, name=name, level=_LEVELS[label], as_printed=name))


def _people(doc: Doc) -> Iterator[tuple[Span, Individual]]:
    """Give who is named, one Individual for all mentions of a person."""
    found = [party.person for party in doc._.parties if party.person is not None]
    known: dict[str, Individual] = {}
    for who in found:
        known.setdefault(fold(who.name), who)
        known.setdefault(fold(who.name.split()[-1]), who)
    entities = list(_unknown(doc, _PEOPLE))
    # full names first: a surname may stand before the name that it belongs to
    for span, _ in sorted(entities, key=lambda entity: -source_text(doc)[slice(*entity[0])].count(" ")):
        name = source_text(doc)[slice(*span)]
        words = tuple(fold(name).split())
        who = known.get(" ".join(words)) or Individual(None, name, words)
        known.setdefault(" ".join(words), who)
        known.setdefault(words[-1], who)
        yield span, who


def _unknown(doc: Doc, labels: Container[str]) -> Iterator[tuple[Span, str]]:
    """Give the entities that touch nothing that is known, without articles and possessives."""
    named = [party.span for party in doc._.parties if party.person is not None]
    known = [*(mention.span for mention in doc._.actors), *named, *doc._.noise]
    taken = {offset for span in known for offset in range(*span)}
    for entity in doc.ents:
        if entity.label_ in labels:
            span = _trimmed(source_text(doc), (entity.start_char, entity.end_char))
            if span[0] < span[1] and taken.isdisjoint(range(*span)):
                yield span, entity.label_


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    if article := _ARTICLE.match(text, start, end):
        start = article.end()
    possessive = _POSSESSIVE.search(text, start, end)
    return start, possessive.start() if possessive else end


@Language.factory(
    "entities",
    requires=["doc.ents", "doc._.actors", "doc._.parties"],
    assigns=["doc._.actors", "doc._.people", "doc._.parties"],
)
def make_entities(nlp: Language, name: str) -> EntitiesComponent:  # noqa: ARG001
    """Build the component; only a pipeline that finds entities needs it."""
    return EntitiesComponent()
