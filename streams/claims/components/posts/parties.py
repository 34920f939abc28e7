"""Parties: people, role phrases and actors in, all who may be the subject of "said" out.

Also what an introduction is: the words that give a person a post.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from operator import attrgetter
from typing import Final, Literal

from msgspec import Struct

from models.messages import Actor, Span
from models.messages.claim import Tenure
from streams.claims.annotations import ActorMention
from streams.claims.capitals import compile_names
from streams.claims.components.names.article_names import LETTERS_BEHIND, ArticleNames
from streams.claims.components.names.roster import Individual
from streams.claims.components.posts.epithets import epithets
from streams.claims.components.posts.roles import RolePhrase

EPITHET: Final = "epithet"  # the head of "the 58-year-old" and "the Colombian"
_HEADLINE_MAX: Final = 200  # characters
_NAMED: Final = re.compile(r"\b(?:an?|one|another) (?:[\w-]{2,20} ){1,3}(?:named|called) $")
_DEFINITE: Final = frozenset(["the", "its", "their", "his", "her"])
# Where somebody is from: "of Oxfam", ", of the campaign group Oxfam,".
PLACE: Final = (
    r"(?:,? (?:of|from|at|with) (?:the )?(?:(?<=, of the )(?:[a-z][a-z-]{2,20} ){1,3}"
    r"|(?<=, from the )(?:[a-z][a-z-]{2,20} ){1,3})?[A-Z][\w&’'-]{1,40}"
    r"(?: (?:(?:of|for|and|the) ){0,2}[A-Z][\w&-]{1,40}){0,6},?"
    r"| (?:of|from|at) the [a-z][a-z-]{2,20}(?: [a-z][a-z-]{2,20})?(?= (?:said|says|told|added|warned)\b))?"
)
# What may stand between a name and what they say.
ASIDE: Final = (
    r"(?:,? (?:meanwhile|however|too|likewise|again|for (?:his|her|their) part|in (?:his|her) turn|in turn"
    r"|for (?:instance|example|one)|by contrast|instead|then),)?"
)
POST_NOMINALS: Final = "|".join(sorted(LETTERS_BEHIND))
# What may follow a name and belong to it: of Oxfam; the party in brackets; the age.
_BEHIND_NAME: Final = compile_names(
    rf"(?: (?:{POST_NOMINALS}),?)?(?: \([^()\n]{{1,30}}\))?(?:, \d{{1,3}},)?{PLACE}"
)


class Introduction(Struct, frozen=True):
    """The words at ``span`` give ``person`` a post (``office``) or a description."""

    span: Span
    person: Individual
    as_printed: str
    post: str
    org: Actor | None
    tenure: Tenure
    office: bool


class Party(Struct, frozen=True):
    """A noun phrase at ``span`` that can be the subject of a verb of speech.

    A ``person`` with all that introduces them, a ``role`` nobody is named for ("a senior
    official", "the prime minister"), or an ``org``.
    """

    span: Span
    kind: Literal["person", "role", "org"]
    person: Individual | None = None
    as_printed: str | None = None
    head: str | None = None
    role: str | None = None
    org: Actor | None = None
    definite: bool = False
    plural: bool = False
    office: bool = False
    bare: bool = False  # in a headline, without its article


def parties_of(names: ArticleNames, actors: Sequence[ActorMention]) -> tuple[Party, ...]:
    """Give all who may speak in an article, in text order."""
    found = [_person(names, span, who) for span, who in names.found.values()]
    taken = {party.span for party in found}
    found += [
        _role(names, phrase)
        for phrase in names.phrases
        if phrase.head_span[0] not in names.linked and phrase.span not in taken
    ]
    cover = Cover(sorted(party.span for party in found))
    found += [
        Party(span, "role", as_printed=names.text[slice(*span)], head=EPITHET, definite=True)
        for span in epithets(names.text, actors)
        if not cover.holds(span)
    ]
    found += [
        Party(mention.span, "org", org=mention.actor, as_printed=names.text[slice(*mention.span)])
        for mention in actors
        if not mention.adjective and not cover.holds(mention.span)
    ]
    return tuple(sorted(found, key=attrgetter("span")))


def _person(names: ArticleNames, span: Span, who: Individual) -> Party:
    (start, end), phrase = names.groups.get(span[0], (span, None))
    run, index = names.at[span[0]]
    if index and run[index - 1].key in names.vocabulary.titles:
        start = min(start, run[index - 1].start)
    start = _owner_before(names, start, who)
    named = names.text.endswith((" named ", " called "), 0, start)
    if named and (described := _NAMED.search(names.text, max(0, start - 60), start)):
        start = described.start()
    if phrase is None and (behind := _BEHIND_NAME.match(names.text, end)):
        end = behind.end() - behind[0].endswith(",")
    return Party(
        (start, end),
        "person",
        person=who,
        as_printed=names.text[slice(*span)],
        head=phrase.head if phrase else None,
        role=who.role,
        org=who.org,
    )


def _owner_before(names: ArticleNames, start: int, who: Individual) -> int:
    """Give where "the World Bank’s Ajay Banga" begins, whose organisation that is."""
    if not names.text.endswith(("'s ", "’s "), 0, start):
        return start
    run, index = names.until.get(start - 3, ((), 0))
    actor = names.actor_over(run[index].start) if run else None
    if actor is None or actor.span[1] != start - 3:
        return start
    who.org = who.org or actor.actor
    begin = actor.span[0]
    return begin - 4 if names.text[max(0, begin - 4) : begin].lower() == "the " else begin


def _in_headline(text: str, phrase: RolePhrase) -> bool:
    """Tell "says minister", whose article headlines leave out."""
    return phrase.determiner is None and 0 < phrase.span[1] <= text.find("\n", 0, _HEADLINE_MAX)


def _role(names: ArticleNames, phrase: RolePhrase) -> Party:
    return Party(
        phrase.span,
        "role",
        as_printed=names.text[slice(*phrase.span)],
        head=phrase.head,
        role=phrase.post,
        org=names.owner(phrase.owner),
        definite=phrase.determiner in _DEFINITE or phrase.owner is not None,
        bare=_in_headline(names.text, phrase),
        plural=phrase.plural,
        office=phrase.office,
    )


class Cover:
    """Spans in order, to be asked whether one of them holds another."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._starts = [start for start, _ in spans]
        self._ends = list(accumulate((end for _, end in spans), max))

    def holds(self, span: Span) -> bool:
        """Tell whether one of the spans has ``span`` within it."""
        index = bisect_right(self._starts, span[0]) - 1
        return index >= 0 and self._ends[index] >= span[1]
