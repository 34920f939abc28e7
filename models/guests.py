"""The slots that a pledge visits besides its own: a pledge and what its page is about in, slot names out.

Reports of one event name who gets more or less narrowly (a country, the fund for it, those whom it is
for), and who gives (a state or its agency, donors or rich countries). They meet in the slot of the state
and of the page's receiver.
"""

from collections.abc import Iterator
from typing import Final

from models.identities import pledge_slot, slug
from models.key_words import KEYS, GiverWords, load_keys, turned
from models.messages import Actor, Pledge

_OWN_PURPOSE: Final = "defence_spending"  # what a country spends on itself
_GIVERS: Final = turned(load_keys(GiverWords, KEYS / "givers.toml").gives_through)


def visited_slots(pledge: Pledge, about: Actor | None) -> Iterator[str]:
    """Give the slots where a pledge is a guest; ``about`` is the receiver that its page is about."""
    receiver = pledge.beneficiary.name if pledge.beneficiary else None
    visited = about.name if about and may_be_for(pledge, about) else None
    if visited:
        yield pledge_slot(pledge.pledger.name, visited)
    if state := _GIVERS.get(slug(pledge.pledger.name)):
        yield pledge_slot(state, visited or receiver)


def may_be_for(pledge: Pledge, about: Actor) -> bool:
    """Say whether a pledge can be for the receiver that its page is about: no other country is named."""
    receiver = pledge.beneficiary
    if about.name in (pledge.pledger.name, receiver.name if receiver else None):
        return False
    if receiver and receiver.level == "country":
        return False
    return pledge.purpose != _OWN_PURPOSE and pledge.quantity.kind != "gdp_share"
