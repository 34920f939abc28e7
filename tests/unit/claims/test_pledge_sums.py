"""Sums that stand for others, and pledges told twice: what one article makes of them.

Each row is a text and the pledges in it: pledger, value, stage.
"""

import pytest

from models.messages import Article
from streams.claims.pipeline import Extractor

TOLD = {
    "a headline rounds what the lead tells": [
        (
            "Donors pledge $12bn to Gavi\n\nDonor countries have pledged $11.8 billion to Gavi.",
            {("donors (total)", 11.8e9, "pledged")},
        ),
        (
            "Norway pledges over €3bn for Chad\n\nNorway pledged 3.4 billion euros for Chad on Monday.",
            {("Norway", 3.4e9, "pledged")},
        ),
        (
            "Japan grants $51 million for Fiji\n\nMore than $50 million for Fiji was promised by Japan.",
            {("Japan", 51e6, "pledged")},
        ),
        (
            "EU to give Moldova €60m\n\nThe European Commission will give Moldova €60 million.",
            {("European Union", 60e6, "pledged")},
        ),
        # As precise as the other, it is another pledge; so is what another country gives.
        (
            "Norway pledges €98m for Chad\n\nNorway pledged €93 million for Chad in 2014.",
            {("Norway", 98e6, "pledged"), ("Norway", 93e6, "pledged")},
        ),
        (
            "Norway pledges €10m for Chad\n\nPeru pledged €9.8 million for Chad.",
            {("Norway", 10e6, "pledged"), ("Peru", 9.8e6, "pledged")},
        ),
    ],
    "names and sums in one order belong together": [
        (
            "Japan and Peru pledged $5m and $4m respectively to the Pandemic Fund.",
            {("Japan", 5e6, "pledged"), ("Peru", 4e6, "pledged")},
        ),
        (
            "Donors met for Chad. Canada, Norway and Ireland led, with €9 million, €8 million and €7 million respectively.",
            {("Canada", 9e6, "pledged"), ("Norway", 8e6, "pledged"), ("Ireland", 7e6, "pledged")},
        ),
        (
            "Donors met for Chad. €9 million and €8 million respectively were promised by Canada and Norway.",
            {("Canada", 9e6, "pledged"), ("Norway", 8e6, "pledged")},
        ),
        # More names than sums: no order.
        (
            "Canada, Norway and Ireland will give Chad €9 million.",
            {("donors (total)", 9e6, "pledged")},
        ),
    ],
    "a part may have a giver of its own": [
        (
            "Donors pledged €90 million to Chad. Half of the funds, €45 million, is to come from the members of the G7.",
            {("donors (total)", 90e6, "pledged"), ("G7", 45e6, "pledged")},
        ),
        (
            "Donors pledged €90 million to Chad. €9 million will be put in by private banks that belong to the Omega Alliance.",
            {("donors (total)", 90e6, "pledged"), ("Omega Alliance", 9e6, "pledged")},
        ),
        (
            "Donors met for Gavi. In 2014, $7 billion were pledged, $2 billion of them by Canada.",
            {("donors (total)", 7e9, "pledged"), ("Canada", 2e9, "pledged")},
        ),
        (
            "Donors pledged €90 million to Chad, €30 million of it from Peru.",
            {("donors (total)", 90e6, "pledged"), ("Peru", 30e6, "pledged")},
        ),
        (
            "Donors pledged €90 million to Chad, €30 million of that coming from Japan.",
            {("donors (total)", 90e6, "pledged"), ("Japan", 30e6, "pledged")},
        ),
        (
            "Sweden pledged €90 million to Chad, €30 million of it by 2030.",
            {("Sweden", 90e6, "pledged"), ("Sweden", 30e6, "pledged")},
        ),
    ],
    "who goes up to a sum promises it": [
        (
            "Donors pledged $5bn to Gavi. Norway went up by 50% to 5 billion kroner, Spain by 37% to 400 million euros.",
            {("donors (total)", 5e9, "pledged"), ("Norway", 5e9, "pledged"), ("Spain", 400e6, "pledged")},
        ),
        (
            "Donors pledged $5bn to Gavi. Ireland stepped up by a third to €80 million.",
            {("donors (total)", 5e9, "pledged"), ("Ireland", 80e6, "pledged")},
        ),
        (
            "Donors pledged $5bn to Gavi. The largest share is Britain's, at £1.4bn.",
            {("donors (total)", 5e9, "pledged"), ("United Kingdom", 1.4e9, "pledged")},
        ),
        ("Exports of Norway went up by 50% to 5 billion kroner.", set()),
    ],
    "who gets is not the one that will": [
        (
            "China will give Ghana $1 billion, and it will train 600 soldiers.",
            {("China", 1e9, "pledged"), ("China", 600, "pledged")},
        ),
        (
            "Japan lends Fiji $40 million, and it will send 12 trucks.",
            {("Japan", 40e6, "pledged"), ("Japan", 12, "pledged")},
        ),
        (
            "Peru donated $3m to Haiti, and it will send 40 doctors.",
            {("Peru", 3e6, "delivered"), ("Peru", 40, "pledged")},
        ),
        # Whose own it is.
        ("Fiji said it will spend $40 million on a port.", {("Fiji", 40e6, "pledged")}),
    ],
    "what a conference brought is everybody's": [
        ("Donors met for Chad. The conference raised €30 million.", {("donors (total)", 30e6, "pledged")}),
        (
            "Donors promised aid. In 2023 the summit brought Chad $9 million.",
            {("donors (total)", 9e6, "pledged")},
        ),
        ("Pledges for Nepal: the London meeting secured £5 million.", {("donors (total)", 5e6, "pledged")}),
    ],
    "a total is everybody's, whoever is the last to give": [
        (
            "Donors promised aid for Chad. Norway gave €4 million, meaning the total stands at €61 million.",
            {("Norway", 4e6, "pledged"), ("donors (total)", 61e6, "pledged")},
        ),
        (
            "Donors met for Fiji. Japan pledged $3 million and the final figure was $40 million.",
            {("Japan", 3e6, "pledged"), ("donors (total)", 40e6, "pledged")},
        ),
        (
            "Donors met for Fiji. Qatar promised $2 million, and the overall amount reached $15 million.",
            {("Qatar", 2e6, "pledged"), ("donors (total)", 15e6, "pledged")},
        ),
    ],
    "a part of the sum before is of its giver": [
        (
            "Sweden pledged €90 million to Chad. €30 million of that goes to hospitals.",
            {("Sweden", 90e6, "pledged"), ("Sweden", 30e6, "pledged")},
        ),
        (
            "Japan promised Fiji $12 million on Monday. Some $5 million is earmarked for schools.",
            {("Japan", 12e6, "pledged"), ("Japan", 5e6, "allocated")},
        ),
        (
            "Donors pledged 58 million euros ($63 million) to Chad, Mario Rossi said: 42 million in grants and 16 million in loans.",
            {
                ("donors (total)", 58e6, "pledged"),
                ("donors (total)", 42e6, "pledged"),
                ("donors (total)", 16e6, "pledged"),
            },
        ),
        # A larger sum is no part, and what costs something is not given.
        (
            "Sweden pledged €90 million to Chad. €300 million is the cost of a bridge.",
            {("Sweden", 90e6, "pledged")},
        ),
    ],
    "a headline in the present tells of what is done, too": [
        (
            "Latvia sends 14 trucks to Nepal\n\nLatvia has sent 14 trucks to Nepal.",
            {("Latvia", 14, "delivered")},
        ),
        ("Malta gives Chad €5 million\n\nMalta has given Chad €5 million.", {("Malta", 5e6, "delivered")}),
        ("Malta allocates €5m for Chad\n\nMalta will give Chad €5 million.", {("Malta", 5e6, "pledged")}),
        # A headline in the future told of another gift.
        (
            "Malta will give Chad €5 million\n\nIn 2019 Malta gave Chad €5 million.",
            {("Malta", 5e6, "pledged"), ("Malta", 5e6, "delivered")},
        ),
    ],
    "a short name of no table is its long one": [
        (
            "Harwick pulls $10m gift\n\nThe Harwick Foundation has withdrawn its pledge of $10 million to Gavi.",
            {("Harwick Foundation", 10e6, "pledged")},
        ),
        (
            "Brightwater to give Chad €3 million\n\nInsurer Brightwater Mutual will give Chad €3 million.",
            {("Brightwater Mutual", 3e6, "pledged")},
        ),
        (
            "Lindqvist promises Nepal $2m\n\nThe Lindqvist Trust promised Nepal $2 million.",
            {("Lindqvist Trust", 2e6, "pledged")},
        ),
    ],
    "countries of a bloc are the bloc": [
        (
            "G7 promises Chad €27 million\n\nThe countries of the G7 have pledged €27 million to Chad.",
            {("G7", 27e6, "pledged")},
        ),
    ],
    "in a headline the world is all who give": [
        (
            "World pledges $9m for Chad\n\nSome 34 countries pledged $9 million for Chad.",
            {("donors (total)", 9e6, "pledged")},
        ),
        ("World promises Fiji $8 million after the storm.", {("donors (total)", 8e6, "pledged")}),
        ("Lenders pledge Nepal $70 million for its dams.", {("donors (total)", 70e6, "pledged")}),
        ("World Vision pledges $9m for Chad.", {("World Vision", 9e6, "pledged")}),
    ],
    "of a whole that is paid in part the whole is promised": [
        (
            "The EU disbursed €15 million to Egypt, the second tranche of a €50 million loan.",
            {("European Union", 15e6, "delivered"), ("European Union", 50e6, "pledged")},
        ),
        (
            "Spain has disbursed €10 million of €14 million for Yemen.",
            {("Spain", 10e6, "delivered"), ("Spain", 14e6, "pledged")},
        ),
        (
            "Norway has given Chad €4 million of the promised €9 million.",
            {("Norway", 4e6, "delivered"), ("Norway", 9e6, "pledged")},
        ),
        ("The wealth fund of Norway lost 40 billion kroner in the quarter.", set()),
    ],
    "what stands in a draft is proposed": [
        ("Poland will give Chad €5 million, says its draft budget.", {("Poland", 5e6, "proposed")}),
        ("Under a draft law Spain will give Fiji $4 million.", {("Spain", 4e6, "proposed")}),
        ("Malta earmarks €3 million for Chad in its draft budget.", {("Malta", 3e6, "proposed")}),
    ],
    "countries in a column beside sums give them to the fund above": [
        (
            "REEF FUND: DAY TWO\n\nBrazil: $12m\nFrance: €50m\nPortugal: €1m\n",
            {("Brazil", 12e6, "pledged"), ("France", 50e6, "pledged"), ("Portugal", 1e6, "pledged")},
        ),
        ("EXPORTS OF STEEL\n\nBrazil: $12m\nFrance: €50m\nPortugal: €1m\n", set()),
    ],
    "who gets, and where, is nothing given": [
        (
            "Norway said the trucks would go to two brigades. Norway will send Ukraine 40 trucks.",
            {("Norway", 40, "pledged")},
        ),
        (
            "The UAE committed $8 million to a hospital in Somalia.",
            {("United Arab Emirates", 8e6, "pledged")},
        ),
        ("Iceland has bought ten fuel trucks for Ukraine.", {("Iceland", 10, "delivered")}),
        ("Germany offered to buy two Patriot systems for Ukraine.", {("Germany", 2, "pledged")}),
        ("Germany doubles down on Chad: more than $210m for roads is spent by drivers.", set()),
    ],
}
ROWS = [(rule, text, told) for rule, rows in TOLD.items() for text, told in rows]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.from_seeds()


@pytest.mark.parametrize(("rule", "text", "told"), ROWS, ids=[f"{row[0]}: {row[1][:40]}" for row in ROWS])
def test_reads_the_article_by_its_rule(extractor, rule, text, told):  # noqa: ARG001  (names the case)
    read = extractor.read(Article(id="a", text=text)).claims
    # A claim that belongs to two slots is sent for each.
    claims = {c.claim_id: c.pledge for c in read if c.kind == "pledge"}.values()
    stages = {"committed": "pledged"}
    assert {(p.pledger.name, p.quantity.value, stages.get(p.stage, p.stage)) for p in claims} == told
    assert len(claims) == len(told)
