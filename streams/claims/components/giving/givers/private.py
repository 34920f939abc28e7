"""Those who give of their own: an article's words and people in, where they stand out.

A person gives of their own who holds no office ("the billionaire Peter Lang"). Husband and wife give
as one, and so do "the Lang family", "Peter Lang's family" and "the Lang brothers".
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from models.messages import Actor, Person, Span
from streams.claims.annotations import ActorMention, PersonMention
from streams.claims.components.text.words import Words

# What those are called who give of their own, also within a word: "co-founder", "multibillionaire".
_CALLED: Final = (
    "founder", "billionaire", "philanthropist", "actress", "singer", "industrialist", "tycoon", "magnate",
    "mogul", "businessman", "businesswoman", "entrepreneur", "investor", "financier", "footballer",
    "musician", "widow", "novelist", "venture capitalist",
)  # fmt: skip
_CALLED_ALONE: Final = re.compile(r"\b(?:heir|rapper|(?:actor|star|author|owner)\b)|alumn(?:us|a)\b")
_POLITICAL: Final = re.compile(
    r"president|minister|chancellor|premier|secretary|senator|governor|mayor|commissioner|ambassador"
    r"|envoy|leader|lawmaker|director|spokes|\b(?:king|queen|prince|chief|head)\b",
    re.IGNORECASE,
)
_NO_TITLE: Final = re.compile(r"[^\w\s-]")  # what no title before a name has: "the shipping billionaire "
_TITLE_MAX: Final = 60
_FORMER: Final = re.compile(r"\b(?:former|retired)\s|\bex-")
_PURSES: Final = frozenset({"foundation", "charity", "fund"})
_HOUSES: Final = frozenset({"family", "brothers", "sisters", "siblings", "heirs"}) | _PURSES
_AGAIN: Final = frozenset({"couple", "family"})
# "the Lang family", "its founding Lang Meyers family"
_OF_NAME: Final = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|founding|owning)\s+(?:[a-z]+\s+){0,2}"
    r"(?P<name>[A-Z][\w’'-]*[^\W\d_’'](?:\s+(?:(?:de|van|von|der|al|bin)\s+)?[A-Z][\w-]+){0,3})\s+$"
)
_OF_WHOM: Final = re.compile(r"['’]s?\s+(?:(?:own|charitable|private)\s+)?")
_FAMILY_OF: Final = re.compile(r"\b[Tt]he\s+(?:family|heirs|brothers|widow)\s+of\s+$")
_SPOUSE: Final = r"(?:wife|husband|partner|spouse|fianc[ée]e?|brother|sister|son|daughter|mother|father)"
_AND_SPOUSE: Final = re.compile(rf",?\s+and\s+(?:his|her)\s+{_SPOUSE},?\s+(?=(?P<name>[A-Z][\w’-]+))")
_AND_THEIRS: Final = re.compile(
    r",?\s+and\s+(?:his|her)\s+(?:family|wife|husband|partner|children|siblings)\b"
)
_NAMES: Final = re.compile(r"[A-Z][\w’-]+(?:\s+[A-Z][\w’-]+){0,2}")
_THE: Final = re.compile(r"\b[Tt]he $")
_NEAR: Final = 20  # names that "the couple" is looked for among
_BODIES_MAX: Final = 200  # a bound of the work on a huge text


class Own(NamedTuple):
    """Who gives of their own, named at ``span``; ``person``: by the name of a person."""

    span: Span
    actor: Actor
    person: bool = False


def _private(text: str, people: Sequence[PersonMention], officials: AbstractSet[str]) -> list[PersonMention]:
    """Give those who hold no office that reference data or the article knows, and who are called wealthy."""
    others = [m for m in people if m.person.name not in officials]
    in_office = [m.org is not None or bool(_POLITICAL.search(m.role or "")) for m in others]
    doubtful = {m.person.name for m, holds in zip(others, in_office, strict=True) if holds}
    wealthy = {m.person.name for m in others if m.person.name in doubtful and _is_wealthy(text, m)}
    return [m for m, holds in zip(others, in_office, strict=True) if not holds or m.person.name in wealthy]


def _is_wealthy(text: str, mention: PersonMention) -> bool:
    """Tell "the billionaire Peter Lang" and "former mayor Peter Lang"."""
    start = mention.span[0]
    title = _NO_TITLE.split(text[max(0, start - _TITLE_MAX) : start])[-1].lower()
    called = f"{title}|{(mention.role or '').lower()}"
    wealthy = any(word in called for word in _CALLED) or _CALLED_ALONE.search(called)
    return bool(wealthy or _FORMER.search(title))


def private_givers(
    words: Words,
    people: Sequence[PersonMention],
    actors: Sequence[ActorMention],
    officials: AbstractSet[str],
) -> list[Own]:
    """Give the private persons of ``people``, the couples and the families, in order, outside ``actors``."""
    text = words.text
    taken = [mention.span for mention in actors]
    alone = [m for m in _private(text, people, officials) if not within(taken, m.span)]
    if not alone and not words.has(_HOUSES):
        return []
    houses = [h for h in _houses(words, people, actors) if not within(taken, h.span)]
    found = [n for n in _persons(text, alone, people) if not within([h.span for h in houses], n.span)]
    everyone = sorted([*found, *houses], key=lambda own: own.span)
    return sorted([*everyone, *_couples_again(words, everyone)], key=lambda own: own.span)


def _persons(text: str, alone: Sequence[PersonMention], people: Sequence[PersonMention]) -> Iterator[Own]:
    """Give each person, with the husband or wife who is named behind."""
    names = {m.span[0]: m for m in people}
    done = 0
    for mention in alone:
        start, end = mention.span
        if start < done:
            continue
        actor = _as_actor(mention.person)
        theirs, spouse = _AND_THEIRS.match(text, end), _AND_SPOUSE.match(text, end)
        if spouse is not None:
            named = names.get(spouse.end())
            name = _NAMES.match(text, spouse.end())
            stop = named.span[1] if named else name.end() if name else end
            other = named.person.name if named else text[spouse.end() : stop]
            done = end = stop + (text[stop : stop + 1] == "," and spouse[0].endswith(", "))
            both = _together(mention.person.name, other)
            actor = Actor(id=None, name=both, level="person", as_printed=text[start:stop])
        elif theirs is not None:
            end = theirs.end()
        yield Own((start, end), actor, person=True)


def _houses(words: Words, people: Sequence[PersonMention], actors: Sequence[ActorMention]) -> Iterator[Own]:
    """Give families and brothers: "the Lang family", "Peter Lang's family", "the family of Peter Lang"."""
    text = words.text
    for at, word in words.among(_HOUSES):
        end = at + len(word)
        whose = [m for m in _before(people, at) if _OF_WHOM.fullmatch(text, m.span[1], at)]
        if whose:
            span, person = (whose[-1].span[0], end), whose[-1].person
            if word in _PURSES:  # what they give by it is theirs
                yield Own(span, _foundation_of(person, actors) or _as_actor(person))
            else:
                yield _house(span, f"{person.name.rpartition(' ')[2]} {word}", text)
        elif word not in _PURSES and (name_of := _OF_NAME.search(text, max(0, at - 60), at)):
            yield _house((name_of.start("name"), end), f"{name_of['name']} {word}", text)
    for mention in people:
        of = _FAMILY_OF.search(text, max(0, mention.span[0] - 24), mention.span[0])
        if of:
            kind = of[0].split()[1]
            yield _house(
                (of.start(), mention.span[1]), f"{mention.person.name.rpartition(' ')[2]} {kind}", text
            )


def _together(one: str, other: str) -> str:
    """Name a couple; who has but a first name bears that of the other: "Marc and Lynne Weller"."""
    first, _, last = one.rpartition(" ")
    return f"{first} and {other} {last}" if first and " " not in other else f"{one} and {other}"


def _as_actor(person: Person) -> Actor:
    return Actor(id=person.id, name=person.name, level="person", as_printed=person.as_printed)


def _foundation_of(person: Person, actors: Sequence[ActorMention]) -> Actor | None:
    """Give the body that bears a person's name, as far as the article names it."""
    surname = person.name.rpartition(" ")[2]
    bodies = (m.actor for m in actors[:_BODIES_MAX] if m.actor.level == "organisation")
    return next((body for body in bodies if surname in body.name.split()), None)


def _house(span: Span, name: str, text: str) -> Own:
    return Own(span, Actor(id=None, name=name, level="person", as_printed=text[slice(*span)]))


def _couples_again(words: Words, known: Sequence[Own]) -> Iterator[Own]:
    """Give "the couple" and "the family" as those that were named last."""
    text = words.text
    for at, word in words.among(_AGAIN):
        if not _THE.search(text, max(0, at - 4), at):
            continue
        mark = " and " if word == "couple" else " family"
        index = bisect_left(known, at, key=lambda own: own.span[0])
        before = reversed(known[max(0, index - _NEAR) : index])
        last = next((own for own in before if mark in own.actor.name), None)
        if last is not None:
            yield Own((at, at + len(word)), last.actor)


def _before(people: Sequence[PersonMention], at: int) -> Sequence[PersonMention]:
    index = bisect_left(people, at, key=lambda mention: mention.span[0])
    return people[max(0, index - 2) : index]


def within(taken: Sequence[Span], span: Span) -> bool:
    """Tell a ``span`` within one of those, which are in order."""
    index = bisect_left(taken, (span[0] + 1, 0)) - 1
    return index >= 0 and span[1] <= taken[index][1]
