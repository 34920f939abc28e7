"""Which country a page is about, where a sentence does not say: its actors and pledges in, one or none out.

"Germany will give 120 million euros", "said Planning Minister Haddadin": whose, the page says
elsewhere: most of its pledges go to one country, or its dateline, its headline and its words name
one more than all others. Those who give are not whom the page is about.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from models.messages import Actor, Pledge, Span
from streams.claims.annotations import ActorMention

_HEADLINE: Final = 250  # characters in which the headline and the dateline stand
_TITLE_VOTES: Final = 2
_DATELINE_VOTES: Final = 1


def country_of(text: str, actors: Sequence[ActorMention], pledges: Sequence[Pledge]) -> Actor | None:
    """Give the country that most pledges go to, else the one named most besides those who give; or None."""
    givers = {pledge.pledger.name for pledge in pledges}
    receivers = [p.beneficiary for p in pledges if p.beneficiary and p.beneficiary.level == "country"]
    if most := _most(Counter(receiver.name for receiver in receivers if receiver.name not in givers)):
        return next(receiver for receiver in receivers if receiver.name == most)
    return named_most(text, actors, givers)


def named_most(
    text: str, actors: Sequence[ActorMention], besides: AbstractSet[str] = frozenset()
) -> Actor | None:
    """Give the country that the headline, the dateline and the text name most, but for some; or None."""
    named = [m for m in actors if m.actor.level == "country" and m.actor.name not in besides]
    votes = Counter([m.actor.name for m in named])
    top = text[:_HEADLINE]
    headline = len(top.partition("\n")[0])
    here = [m for m in named if m.span[1] <= _HEADLINE]
    for name in {m.actor.name for m in here if m.span[1] <= headline}:
        votes[name] += _TITLE_VOTES
    for name in {m.actor.name for m in here if top[slice(*m.span)].isupper()}:
        votes[name] += _DATELINE_VOTES
    first = _most(votes)
    return next((m.actor for m in named if m.actor.name == first), None)


def receiver_of(pledges: Sequence[Pledge], country: Actor | None) -> Actor | None:
    """Give whom a page's pledges are for: its ``country``, else whom most of them name, if two do."""
    if country:
        return country
    receivers = [pledge.beneficiary for pledge in pledges if pledge.beneficiary]
    votes = Counter(receiver.name for receiver in receivers)
    most = _most(votes)
    return next((r for r in receivers if r.name == most and votes[r.name] > 1), None)


def names_another(actors: Sequence[ActorMention], span: Span, country: Actor) -> bool:
    """Say whether the words at ``span`` name another country than the page's."""
    first, last = (bisect_left(actors, at, key=lambda m: m.span[0]) for at in span)
    return any(m.actor.level == "country" and m.actor.name != country.name for m in actors[first:last])


def _most(votes: Counter[str]) -> str | None:
    """Give the name with most votes, None where two have as many."""
    most = max(votes.values(), default=0)
    names = [name for name, count in votes.items() if count == most]
    return names[0] if len(names) == 1 else None
