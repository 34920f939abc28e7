"""Funds that are told by whose they are: "the World Bank's fund for the poorest", "AfDB's soft-loan window".

In: a text and its actors. Out: the same, where such words name the fund that the text calls by its name
close by.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from models.messages import Actor, Span
from streams.claims.annotations import ActorMention

_FUND: Final = re.compile(
    r"(?:['’]s?)? (?P<kind>(?:(?!trust|pension|wealth|oil|hedge|and|for|to|in|of|its|the)[a-z][a-z-]* ){0,4})"
    r"(?:fund|facility|window|arm|vehicle)\b(?! (?:manager|raising))"
)
_NAMED: Final = re.compile(r"\b(?:Fund|Facility|Association|Window|Trust|Mechanism|Corporation)\b")
_NEAR: Final = 400  # characters between the words and the name
_MAX: Final = 50  # bound of the work on a huge text
_WORD_MIN: Final = 5  # letters of a word that says what a fund is for


def described(text: str, mentions: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
    """Give ``mentions`` with the owners of funds that are not called by name for those funds."""
    named = [m for m in mentions if m.actor.level == "organisation" and _NAMED.search(m.actor.name)]
    if not named:
        return tuple(mentions)
    meant = dict(islice(_meant(text, mentions, named), _MAX))
    return tuple(meant.get(mention.span, mention) for mention in mentions)


def _meant(
    text: str, mentions: Sequence[ActorMention], named: Sequence[ActorMention]
) -> Iterator[tuple[Span, ActorMention]]:
    for mention in mentions:
        if mention.actor.level not in ("organisation", "bloc"):
            continue
        found = _FUND.match(text, mention.span[1])
        fund = _nearest(mention, found["kind"], named) if found else None
        if found and fund is not None:
            span = (mention.span[0], found.end())
            printed = " ".join(text[slice(*span)].split())
            actor = Actor(id=fund.id, name=fund.name, level=fund.level, as_printed=printed)
            yield mention.span, ActorMention(span, actor)


def _nearest(owner: ActorMention, kind: str, named: Sequence[ActorMention]) -> Actor | None:
    """Give the fund close by: one that bears a word of ``kind``, else the nearest."""
    at, words = owner.span[0], {word for word in kind.split() if len(word) >= _WORD_MIN}
    near = [m for m in named if m.actor.name != owner.actor.name and abs(m.span[0] - at) < _NEAR]
    same = [m for m in near if words.intersection(m.actor.name.lower().split())]
    return min(same or near, key=lambda m: abs(m.span[0] - at)).actor if near else None
