"""A pledge as one sentence states it, before an article's drafts are merged."""

from msgspec import Struct

from models.messages import Quantity
from streams.claims.components.giving.mention import PledgeMention


class Draft(Struct, frozen=True):
    """A pledge as one sentence states it.

    ``firm`` marks a giver that its grammar names, ``part`` an instalment of a larger
    pledge, ``alternatives`` the amount in other currencies, ``headline`` a verb in the present
    that opens the article: headlines tell so of what is done, too. ``plain``: its sentence has a
    verb of promising or giving, a giver that is known, and who gets. ``named``: the sentence
    itself names a taker. ``title``: it stands in the headline.
    """

    mention: PledgeMention
    firm: bool
    part: bool = False
    alternatives: tuple[Quantity, ...] = ()
    headline: bool = False
    plain: bool = False
    named: bool = False
    title: bool = False
