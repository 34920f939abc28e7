"""Who held a slot's post when, from the reference data: slot in, dated holders out."""

from collections.abc import Mapping
from typing import NamedTuple

from models.identities import slug
from models.posts import post_key
from models.reference import Reference, TenureSeed
from streams.conflicts.moments import LAST


class Term(NamedTuple):
    """One holder of a post from ``start`` to ``end`` (ISO days; LAST while it lasts)."""

    person_id: str
    person: str
    start: str
    end: str


class Tenures:
    """Looks up the terms of the post that an office slot is about."""

    def __init__(self, reference: Reference) -> None:
        actors = {actor.id: actor.name for actor in reference.actor}
        people = {person.id: person.name for person in reference.person}
        self._terms: dict[str, list[Term]] = {}
        for t in reference.tenure:
            slot = _slot_of(t, actors)
            term = Term(t.person, people[t.person], t.start, t.end or LAST)
            self._terms.setdefault(slot, []).append(term)

    def of(self, slot: str) -> tuple[Term, ...]:
        """Give the known terms of the slot's post by start; none if the post is not known."""
        return tuple(sorted(self._terms.get(slot, ()), key=lambda term: (term.start, term.person_id)))


def slots_with_tenures(reference: Reference) -> frozenset[str]:
    """Name the office slots whose holders the reference data lists."""
    actors = {actor.id: actor.name for actor in reference.actor}
    return frozenset(_slot_of(tenure, actors) for tenure in reference.tenure)


def _slot_of(tenure: TenureSeed, actors: Mapping[str, str]) -> str:
    return f"office:{slug(actors[tenure.org])}:{post_key(tenure.post)}"
