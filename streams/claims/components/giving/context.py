"""What the pledge rules carry along an article: who gave, who mainly gets, what stands above."""

import re
from collections.abc import Iterable
from typing import Final

from msgspec import Struct, field

from models.messages import Actor, Span
from models.messages.claim import Purpose
from streams.claims.annotations import QuantityMention
from streams.claims.components.giving.stages.by_verb import Progress
from streams.claims.components.text.phrases import any_of
from streams.claims.pledge_words import Beside

DONORS: Final = Actor(id="x:donors", name="donors (total)", level="donors")
GIVING: Final = frozenset({"country", "bloc", "organisation", "company", "donors"})


class Giver(Struct, frozen=True):
    """A pledger; ``person``: the words name somebody who acts for it; ``firm``: the grammar says so."""

    actor: Actor
    span: Span
    person: bool = False
    firm: bool = True
    beside: bool = False  # its place beside the figure says so, no verb
    follows: bool = False  # the figure is a part of the one before it


class Said(Struct, frozen=True):
    """The figure at ``span`` that was last read as a pledge, who gives it and how far it has come."""

    span: Span
    giver: Giver
    progress: Progress
    worth: tuple[float, str] | None = None  # value and currency, or kind where it has none
    whole: tuple[float, str] | None = None  # of the sum that the figure is a part of


class ContextWords:
    """Words of the lexicon that rules of context ask for; made once."""

    def __init__(self, beside: Beside, sold: Iterable[str] = ()) -> None:
        """Take the words beside figures, and what companies sell to those who need no gift."""
        self.sold = frozenset(sold)
        self.reporting = frozenset(beside.reporting)
        self.no_gift = frozenset(form for entry in beside.no_gift for form in entry.split())
        self.total = re.compile(rf"\b{any_of(beside.total)}\b", re.IGNORECASE)


class Context(Struct):
    """What the article said before: who gave last, who has given, who mainly gets and what for."""

    words: ContextWords
    taker: Actor | None
    pledging: bool
    promising: bool = True  # it speaks of promises, not only of gifts
    page: Actor | None = None  # the country in need that the page is of
    giving: bool = False  # its head speaks of aid
    handed: tuple[Actor, Actor, int] | None = None  # who gave, who got, where that sentence ends
    own_purse: bool = False  # who got then is the giver's own
    investor: Actor | None = None  # the firm whose works were told of
    heading: Actor | None = None
    last: Actor | None = None
    said: Said | None = None
    counted: QuantityMention | None = None  # the last figure of the sentences before
    purpose: Purpose | None = None
    listing: bool | None = None  # whether the article lists givers line by line, once it was asked
    givers: set[str] = field(default_factory=set)

    @property
    def taker_name(self) -> str | None:
        """Give the name of the main taker."""
        return self.taker.name if self.taker else None
