"""Sums that are looked for, reckoned or paid in other trades: none is a pledge, what a state demands is."""

import pytest

from models.messages import Article
from streams.claims.pipeline import Extractor

ASKED = [
    # What a fund or a campaign would like to have.
    "Gavi seeks at least $8 billion from donors for its vaccines.",
    "The Red Cross has asked for 40 million dollars to help Chad.",
    "Aid groups insist that Norway give Chad $6 million.",
    "We call on Germany to add at least €50 million for Chad.",
    "The Adaptation Fund wants to raise $300 million from donors this year.",
    "Donors pledged aid for Fiji. With it the facility hopes to attract $90 million.",
    "Pledges for Chad came in. The target for public money remains $25 billion, said Norway.",
    "Donors promised Chad help. The 2026 appeal, at $2.8 billion, is half empty, said Norway.",
    "Pledges for Chad came in. That is far from the $9 million UN agencies have asked for, said Norway.",
    "Norway had called $4 million a year the least that Chad could live with.",
    "Donors pledged aid for Fiji. Only grants go out, none bigger than $10 million, said Norway.",
    "Donors pledged aid for Fiji. The fund's budget, which is $6.9 billion, was cut, said Norway.",
    "If all members gave as Norway proposes, Kyiv would get more than €120 billion a year.",
    "The least developed countries call for at least 220 billion dollars a year. Donors pledged less to Gavi.",
    "Poorer countries demanded $90 million in grants. Donors pledged aid.",
    "Small island states have asked for $90 million a year for sea walls. Donors pledged aid.",
    # What somebody hopes for.
    "Norway offered Chad hope. Uganda is hoping for 10,000 doses too.",
    "Aid came to Chad. Peru hopes for about $3 million, said Norway.",
    # What only stands there.
    "Norway gave Chad hope. Three million doses on a shelf in Oslo do not stop an infection in Chad.",
    # What is reckoned.
    "The World Bank has put damage at $1.65 billion, or 3.6% of Libya's GDP.",
    "Norway has put the loss of forests in Chad at 45,000 hectares.",
    "The World Bank puts the damage in Fiji at $2 billion.",
    # Other trades.
    "Norway offered to buy back $900 million of its bonds from Chad.",
    "Donors pledged aid. The first projects, between $5 million and $20 million each, went to Norway's board.",
    "Chelsea, for whom money is no object, paid 9 million euros for him in France.",
    "Norway's fresh pledge of €9 million secures a loan to its shipping company in Chad.",
    "Ghana raised GH¢6 billion from treasury bills.",
    "Donors made pledges. Norway wants to spend 30 million kroner less on Chad.",
    "Siemens won a €1.2 billion order from Egypt for trains.",
    "The court sentenced the former minister of Peru to pay $3 million.",
    "A firm was ordered to pay Germany €60 million.",
    "Credit Suisse put aside 600 million francs for lawsuits.",
    "UBS of Switzerland offered 3,000 staff early retirement.",
    "Greece approved the purchase of 20 jets from the United States.",
    "Russia sent its doctors to Chad aboard two planes.",
    "The minister denied that Norway had offered $4 million to Chad.",
    "He denied talk on television that Norway had promised Chad $5 million.",
]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.from_seeds()


@pytest.mark.parametrize("text", ASKED)
def test_what_is_only_asked_for_reckoned_or_paid_elsewhere_is_no_pledge(extractor, text):
    claims = extractor.read(Article(id="a", text=text)).claims
    assert [claim.pledge.quantity.text for claim in claims if claim.kind == "pledge"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Island states are demanding that Norway give Chad $5 million.",
        "Norway put its contribution to Chad at $5 million.",
        "Norway will give Chad the $5 million it had asked for.",
        "Norway pledged Chad three grants of $5 million each.",
        "Norway promised to raise $5 million for Chad.",
        "Norway will give Chad $5 million for the purchase of ambulances.",
    ],
)
def test_what_a_state_demands_or_names_as_its_own_is_one(extractor, text):
    (pledge,) = {
        claim.claim_id: claim.pledge
        for claim in extractor.read(Article(id="a", text=text)).claims
        if claim.kind == "pledge"
    }.values()
    assert (pledge.pledger.name, pledge.quantity.value) == ("Norway", 5e6)
