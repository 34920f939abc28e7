"""Who "he", "the minister" and "the official" are: the thread of an article's persons.

In: cues and parties in text order. Out: for each a Speaker. The focus is the person who
last was the subject of a sentence or spoke; a pronoun means them if it fits.
"""

from bisect import bisect_left
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from models.messages import Actor, Speaker
from streams.claims.components.names.roster import Individual, held_post
from streams.claims.components.names.spelling import governed
from streams.claims.components.posts.parties import EPITHET, Introduction, Party
from streams.claims.components.posts.synonyms import usual_post

_AHEAD_MAX: Final = 250  # characters ahead that a pronoun before its name may reach
# "Germany gives more, its foreign minister said": none that the article names only later
_OWNED: Final = ("its ", "their ")
_RECENT: Final = 6  # mentions back that a pronoun may reach
# Bounds of the work on a huge text: who is not the focus is looked for among the first of its people.
_PEOPLE_MAX: Final = 100
_POSTS_MAX: Final = 20


class Discourse:
    """The persons of one article in the order they are talked about."""

    def __init__(
        self,
        text: str,
        parties: Sequence[Party],
        introductions: Sequence[Introduction],
        generic: AbstractSet[str],
    ) -> None:
        """Take who speaks and what is told of them; ``generic`` posts may mean whoever is talked about."""
        self._text = text
        self._generic = generic
        self._mentions = [party for party in parties if party.person is not None]
        self._starts = [party.span[0] for party in self._mentions]
        self._posts = _distinct_posts(introductions)
        self._people = list(dict.fromkeys(p.person for p in self._mentions if p.person is not None))
        self._holders: dict[tuple[str | None, ...], Individual | None] = {}  # by what a role phrase says
        self._focus: Individual | None = None

    def attend(self, person: Individual | None) -> None:
        """Make a person the one that is talked about."""
        if person is not None:
            self._focus = person

    def pronoun(self, word: str, at: int, sentence_start: int) -> Individual | None:
        """Give whom "he" or "she" at ``at`` means: the subject before it, the focus, the last named."""
        last = bisect_left(self._starts, at)
        here = [
            p.person
            for p in self._mentions[max(0, last - _RECENT) : last]
            if p.span[0] >= sentence_start and not governed(self._text, p.span[0])
        ]
        before = [p.person for p in reversed(self._mentions[max(0, last - _RECENT) : last])]
        ahead = [p.person for p in self._mentions[last : last + 1] if p.span[0] - at < _AHEAD_MAX]
        for person in (*here[:1], self._focus, *before, *ahead):
            if person is not None and person.pronoun in (None, word):
                return person
        return None

    def role(self, party: Party) -> Individual | None:
        """Give whom "the Danish prime minister" means among the people of the article."""
        if party.head is None or party.plural:
            return None
        if party.definite:
            return self._holder_in_focus(party) or self._holder(party) or self._described(party)
        return self._sole_holder(party) if party.bare else None

    def _holder_in_focus(self, party: Party) -> Individual | None:
        """Give who is talked about, if the phrase fits them."""
        if party.head == EPITHET or self._is_official_of(self._focus, party):
            return self._focus
        return self._focus if self._focus is not None and self._fits(self._focus, party) else None

    def _described(self, party: Party) -> Individual | None:
        """Give who is talked about, if the phrase may describe anybody and no post of theirs is told."""
        anybody = party.head in self._generic and party.org is None and self._focus is not None
        if anybody and not (self._focus and self._posts.get(self._focus)):
            return self._focus
        told = party.head in ("politician", "statesman") or self._is_described(party)
        return self._focus if told else None

    def _is_official_of(self, person: Individual | None, party: Party) -> bool:
        """Tell "the European official" who is the commissioner talked about."""
        if party.head != "official" or person is None or not person.office:
            return False
        if party.org is not None:
            return person.org is not None and person.org.name == party.org.name
        described = (party.role or "").lower().split()[:-1]
        return bool(described) and set(described) <= set((person.role or "").lower().split())

    def _is_described(self, party: Party) -> bool:
        """Tell "the rider" who is the last one talked about, if no post is told of them."""
        if self._focus is None or party.office or party.org is not None or party.role != party.head:
            return False
        woman, man = (party.head or "").endswith("woman"), (party.head or "").endswith("man")
        fits = self._focus.pronoun in (None, "she" if woman else "he" if man else self._focus.pronoun)
        return fits and not any(told.office for told in self._posts.get(self._focus, ()))

    def _sole_holder(self, party: Party) -> Individual | None:
        """Give whom "says minister" in a headline means: the only one of the article whom it fits."""
        fitting = [person for person in self._people[:_PEOPLE_MAX] if self._fits(person, party)]
        return fitting[0] if len(fitting) == 1 else None

    def _holder(self, party: Party) -> Individual | None:
        """Give the first of the article's people whom a role phrase fits; asked once for each phrase."""
        key = (party.head, party.role, *_named(party.org))
        if (party.as_printed or "").lower().startswith(_OWNED):
            before = (p.person for p in self._mentions[: bisect_left(self._starts, party.span[0])])
            return next((person for person in before if person and self._fits(person, party)), None)
        if key not in self._holders:
            people = self._people[:_PEOPLE_MAX]
            self._holders[key] = next((person for person in people if self._fits(person, party)), None)
        return self._holders[key]

    def _fits(self, person: Individual, party: Party) -> bool:
        told = [intro for intro in self._posts.get(person, ()) if _same_role(intro, party)]
        if told:
            old = _is_of_old(party)
            return any((intro.tenure == "former") == old for intro in told)
        return held_post(person.tenures, party.head or "", party.role or "", party.org)


def _distinct_posts(introductions: Sequence[Introduction]) -> dict[Individual, list[Introduction]]:
    """Give what each person is told to be, each post once however often it is repeated."""
    told: dict[Individual, dict[tuple[str | None, ...], Introduction]] = {}
    for intro in introductions:
        posts = told.setdefault(intro.person, {})
        if len(posts) < _POSTS_MAX:
            posts.setdefault((intro.post, *_named(intro.org)), intro)
    return {person: list(posts.values()) for person, posts in told.items()}


def _named(org: Actor | None) -> tuple[str | None, str | None]:
    return (org.name, org.id) if org else (None, None)


def speaker_of(person: Individual, as_printed: str | None) -> Speaker:
    """Make a Speaker of a person."""
    return Speaker(
        id=person.id,
        name=person.name,
        role=person.role,
        org=person.org.name if person.org else None,
        as_printed=as_printed,
    )


def unnamed(party: Party) -> Speaker:
    """Make a Speaker of somebody nobody names: the role or the organisation is kept."""
    return Speaker(
        id=None,
        name=None,
        role=party.role,
        org=party.org.name if party.org else None,
        as_printed=party.as_printed,
    )


def _is_of_old(party: Party) -> bool:
    """Tell "the former minister": who is called so holds the post no more, "the minister" is another."""
    return any(word in _OF_OLD for word in (party.as_printed or "").lower().replace("-", " ").split())


_OF_OLD: Final = frozenset(["former", "ex", "onetime", "erstwhile"])


def _same_role(told: Introduction, party: Party) -> bool:
    post, role = usual_post(told.post), usual_post(party.role or "")
    if not set(usual_post(party.head or "").split()) <= set(post.split()):
        return False
    if role not in post and post not in role:
        return False
    return _same_org(told.org, party.org)


def _same_org(one: Actor | None, other: Actor | None) -> bool:
    if one is None or other is None or one.name == other.name:
        return True
    initials = {"".join(word[0] for word in org.name.split() if word[0].isupper()) for org in (one, other)}
    return (one.id is not None and one.id == other.id) or bool(initials & {one.name, other.name})
