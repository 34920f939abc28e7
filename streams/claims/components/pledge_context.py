"""What the pledge rules carry along an article: who gave, who mainly gets, what stands above."""

from dataclasses import dataclass, field
from typing import Final

from models.messages import Actor, Span
from models.messages.claim import Purpose

DONORS: Final = Actor(id="x:donors", name="donors (total)", level="donors")
GIVING: Final = frozenset({"country", "bloc", "organisation", "company", "donors"})
# They report what others give far more often than they give.
REPORTING: Final = frozenset(
    {
        "United Nations",
        "World Health Organization",
        "UN Refugee Agency",
        "UNICEF",
        "World Food Programme",
        "OCHA",
    }
)


@dataclass(slots=True)
class Context:
    """What the article said before: who gave last, who has given, who mainly gets and what for."""

    taker: Actor | None
    pledging: bool
    heading: Actor | None = None
    last: Actor | None = None
    purpose: Purpose | None = None
    givers: set[str] = field(default_factory=set)

    @property
    def taker_name(self) -> str | None:
        """Give the name of the main taker."""
        return self.taker.name if self.taker else None


@dataclass(slots=True, frozen=True)
class Giver:
    """A pledger; ``person``: the words name somebody who acts for it; ``firm``: the grammar says so."""

    actor: Actor
    span: Span
    person: bool = False
    firm: bool = True
