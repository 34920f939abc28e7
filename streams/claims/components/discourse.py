"""Who "he", "the minister" and "the official" are: the thread of an article's persons.

In: cues and parties in text order. Out: for each a Speaker. The focus is the person who
last was the subject of a sentence or spoke; a pronoun means them if it fits.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from models.messages import Speaker
from streams.claims.components.parties import Introduction, Party
from streams.claims.components.roster import Individual, held_post

_GENERIC: Final = frozenset(
    [
        "politician",
        "statesman",
        "lawmaker",
        "legislator",
        "leader",
        "economist",
        "expert",
        "analyst",
        "billionaire",
        "minister",
        "president",
        "chief",
        "official",
        "secretary",
        "diplomat",
        "candidate",
        "executive",
    ]
)
_AHEAD_MAX: Final = 250  # characters ahead that a pronoun before its name may reach
_RECENT: Final = 6  # mentions back that a pronoun may reach


class Discourse:
    """The persons of one article in the order they are talked about."""

    def __init__(self, parties: Sequence[Party], introductions: Sequence[Introduction]) -> None:
        self._mentions = [party for party in parties if party.person is not None]
        self._starts = [party.span[0] for party in self._mentions]
        self._posts: dict[Individual, list[Introduction]] = {}
        for told in introductions:
            self._posts.setdefault(told.person, []).append(told)
        self._focus: Individual | None = None

    def attend(self, person: Individual | None) -> None:
        """Make a person the one that is talked about."""
        if person is not None:
            self._focus = person

    def pronoun(self, word: str, at: int, sentence_start: int) -> Individual | None:
        """Give whom "he" or "she" at ``at`` means: the subject before it, the focus, the last named."""
        last = bisect_left(self._starts, at)
        here = [
            p.person for p in self._mentions[max(0, last - _RECENT) : last] if p.span[0] >= sentence_start
        ]
        before = [p.person for p in reversed(self._mentions[max(0, last - _RECENT) : last])]
        ahead = [p.person for p in self._mentions[last : last + 1] if p.span[0] - at < _AHEAD_MAX]
        for person in (*here[:1], self._focus, *before, *ahead):
            if person is not None and person.pronoun in (None, word):
                return person
        return None

    def role(self, party: Party) -> Individual | None:
        """Give whom "the Danish prime minister" means among the people of the article."""
        if party.head is None or party.plural or not party.definite:
            return None
        fitting = [person for person in self._people() if self._fits(person, party)]
        if self._focus in fitting:
            return self._focus
        if fitting:
            return fitting[0]
        if (
            party.head in _GENERIC
            and self._focus is not None
            and party.org is None
            and not self._posts.get(self._focus)
        ):
            return self._focus
        if party.head in ("politician", "statesman"):
            return self._focus
        return None

    def _people(self) -> list[Individual]:
        return list(dict.fromkeys(party.person for party in self._mentions if party.person is not None))

    def _fits(self, person: Individual, party: Party) -> bool:
        told = self._posts.get(person, ())
        if any(_same_role(intro, party) for intro in told):
            return True
        return held_post(person.tenures, party.head or "", party.role or "", party.org)


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


def _same_role(told: Introduction, party: Party) -> bool:
    head = (party.head or "").split()
    if not set(head) <= set(told.post.lower().replace("-", " ").split()):
        return False
    if (
        party.role
        and party.role.lower() not in told.post.lower()
        and told.post.lower() not in party.role.lower()
    ):
        return False
    one, other = told.org, party.org
    return (
        one is None or other is None or one.name == other.name or (one.id is not None and one.id == other.id)
    )
