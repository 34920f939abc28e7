"""The slots that a pledge visits besides its own: a pledge and what its page is about in, slot names out.

Reports of one event name who gets more or less narrowly (a country, the fund for it, those whom it is
for), and who gives (a state, its agency). They meet in the slot of the state and of the page's receiver.
"""

from collections.abc import Iterator
from typing import Final

from models.identities import pledge_slot, slug
from models.messages import Actor, Pledge

_OWN_PURPOSE: Final = "defence_spending"  # what a country spends on itself
# Agencies that hand out what their state, or their union, gives.
_STATES: Final = {
    "european-commission": "european-union",
    "abu-dhabi-fund-for-development": "united-arab-emirates",
    "agence-francaise-de-developpement": "france",
    "export-import-bank": "india",
    "export-import-bank-of-china": "china",
    "export-import-bank-of-india": "india",
    "exim-bank": "india",
    "exim-bank-of-china": "china",
    "exim-bank-of-india": "india",
    "french-development-agency": "france",
    "giz": "germany",
    "global-affairs-canada": "canada",
    "japan-international-cooperation-agency": "japan",
    "jica": "japan",
    "kfw": "germany",
    "koica": "south-korea",
    "korea-international-cooperation-agency": "south-korea",
    "ksrelief": "saudi-arabia",
    "king-salman-humanitarian-aid-and-relief-centre": "saudi-arabia",
    "king-salman-humanitarian-aid-and-relief-center": "saudi-arabia",
    "kuwait-fund-for-arab-economic-development": "kuwait",
    "millennium-challenge-corporation": "united-states",
    "norad": "norway",
    "qatar-fund-for-development": "qatar",
    "saudi-fund-for-development": "saudi-arabia",
    "sida": "sweden",
    "swiss-agency-for-development-and-cooperation": "switzerland",
    "tika": "turkey",
}


def visited_slots(pledge: Pledge, about: Actor | None) -> Iterator[str]:
    """Give the slots where a pledge is a guest; ``about`` is the receiver that its page is about."""
    receiver = pledge.beneficiary.name if pledge.beneficiary else None
    visited = about.name if about and may_be_for(pledge, about) else None
    if visited:
        yield pledge_slot(pledge.pledger.name, visited)
    if state := _STATES.get(slug(pledge.pledger.name)):
        yield pledge_slot(state, visited or receiver)


def may_be_for(pledge: Pledge, about: Actor) -> bool:
    """Say whether a pledge can be for the receiver that its page is about: no other country is named."""
    receiver = pledge.beneficiary
    if about.name in (pledge.pledger.name, receiver.name if receiver else None):
        return False
    if receiver and receiver.level == "country":
        return False
    return pledge.purpose != _OWN_PURPOSE and pledge.quantity.kind != "gdp_share"
