"""Whose money it is: a figure and a guess of who gives it in, the country that pays in that money out.

Who gives SEK 450 million is Sweden, where nothing firmer than the flow of the article names
another; currencies that many share, and the dollar that all use, tell nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from models.messages import Actor
from models.reference import ActorSeed
from streams.claims.components.giving.article import PledgeArticle
from streams.claims.components.giving.clauses import Governed
from streams.claims.components.giving.context import Context, Giver

_WORLD: Final = frozenset({"USD", "EUR"})
_GUESSED: Final = frozenset({"country", "bloc", "donors"})  # whom the flow of an article may mean by mistake


class Coins(Struct, frozen=True):
    """Which currency an actor pays in, by its id; which country alone has a currency, by its code."""

    of: Mapping[str, str]
    home: Mapping[str, Actor]

    def settled(
        self, article: PledgeArticle, governed: Governed, context: Context, giver: Giver | None
    ) -> Giver | None:
        """Give ``giver``, or the country of the figure's money where ``giver`` is but a guess."""
        owner = self.owner(governed)
        if owner is None or owner.name == context.taker_name:
            return giver
        if not article.names(owner) and (giver is None or giver.actor.level != "country"):
            return giver
        if giver is None:
            gave = owner.name in context.givers
            return Giver(owner, (governed.start, governed.start), firm=False) if gave else None
        guessed = not giver.firm and (giver.actor.level in _GUESSED or giver.actor.id in self.of)
        return replace(giver, actor=owner, person=False) if guessed else giver

    def owner(self, governed: Governed) -> Actor | None:
        """Give the country that alone pays in the money of the figure, None for money of many."""
        currency = governed.mention.quantity.currency
        if currency is None or currency in _WORLD or governed.mention.shared_currencies:
            return None
        return self.home.get(currency)


def coins_of(actors: Iterable[ActorSeed]) -> Coins:
    """Index the currencies of ``actors``."""
    users: dict[str, list[ActorSeed]] = defaultdict(list)
    for actor in actors:
        if actor.currency and actor.level == "country":
            users[actor.currency].append(actor)
    home = {
        currency: Actor(id=seeds[0].id, name=seeds[0].name, level="country", as_printed=seeds[0].name)
        for currency, seeds in users.items()
        if len(seeds) == 1
    }
    return Coins({actor.id: actor.currency for actor in actors if actor.currency}, home)
