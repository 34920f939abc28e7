"""Deals of two states, what is invested at a place, people and doses: rows as in ``test_pledges``.

A row is: sentence | pledger | beneficiary | quantity | stage, of the last pledge; "-" stands for none.
"""

import pytest

from models.messages import Article
from streams.claims.pipeline import Extractor

READ = {
    "of two states that sign together the one that mostly gets is paid": [
        "Kuwait and Chad signed investment agreements worth $2 billion. | Kuwait | Chad | $2 billion | committed",
        "Nepal, Norway ink $40 million deal to build schools. | Norway | Nepal | $40 million | committed",
        "Kenya signed a deal with Qatar on Friday; it will bring $5 billion into the country. | Qatar | Kenya | $5 billion | pledged",
        "Kenya signed a deal with France to buy 6 jets worth $2 billion. | - | - | - | -",
    ],
    "what is invested at a place is for it": [
        "DTX invests $35 million in Kenya. | DTX | Kenya | $35 million | pledged",
        "Oman wants to put $6 million into Chad. | Oman | Chad | $6 million | pledged",
        "Qatar would like to invest €9 million in Nepal. | Qatar | Nepal | €9 million | pledged",
        "Denmark wants to give Ukraine $6 million in aid. | Denmark | Ukraine | $6 million | proposed",
    ],
    "those who fled are who gets where they are taken in": [
        "Peru will take in 2,000 refugees from Chad. | Peru | refugees | 2,000 refugees | pledged",
        "Ireland is to resettle 500 Syrian refugees. | Ireland | Syrian refugees | 500 Syrian refugees | pledged",
        "Spain promised to relocate 90 migrants from Malta. | Spain | migrants | 90 migrants | pledged",
        "Peru has 2,000 refugees from Chad. | - | - | - | -",
    ],
    "a verb behind after is of its own clause": [
        "Days after Peru agreed to lead the force in Haiti and offered 900 soldiers, Haiti thanked it. | Peru | Haiti | 900 soldiers | pledged",
        "It came after Kenya voted for the force in Haiti and promised 900 soldiers. | Kenya | Haiti | 900 soldiers | pledged",
        "It came before Benin joined the force in Haiti and then sent 900 soldiers. | Benin | Haiti | 900 soldiers | delivered",
        "After floods in Kenya, 900 soldiers were out. | - | - | - | -",
    ],
    "a state trains people and promises jobs": [
        "Japan will give Chad training for 600 soldiers. | Japan | Chad | 600 soldiers | pledged",
        "Peru pledged Chad $5 million in new funding and 900 jobs. | Peru | Chad | 900 jobs | pledged",
        "Qatar promised Chad courses for 40 nurses. | Qatar | Chad | 40 nurses | pledged",
        "Norway will give Chad money for 600 soldiers. | - | - | - | -",
    ],
    "what somebody has or leases is no gift": [
        "Kenya would send 90 trainers to Haiti, whose police has about 10,000 officers. | Kenya | Haiti | 90 trainers | pledged",
        "Peru committed €20 million to Chad to lease four planes. | Peru | Chad | €20 million | committed",
        "Peru, which owns 30 trucks, will give Chad €2 million. | Peru | Chad | €2 million | pledged",
        "Peru will give Chad 30 trucks. | Peru | Chad | 30 trucks | pledged",
    ],
    "the rest of the doses counts doses": [
        "Peru promised Chad 100 million doses. The further 95 million follow in May. | Peru | Chad | 95 million | pledged",
        "Peru promised Chad 100 million doses, 25 million of them by May. | Peru | Chad | 25 million | pledged",
        "Peru promised Chad 9 million masks. The other 5 million will come in May. | Peru | Chad | 5 million | pledged",
    ],
    "those hit by a flood have been approved nothing by it": [
        "A €9 million package for those hit by floods was approved by Spain. | Spain | - | €9 million | allocated",
        "Aid of €9 million for towns hit hard by fires was promised by Spain. | Spain | towns | €9 million | pledged",
    ],
    "a colon behind a promise gives its figure": [
        "Peru helped. A sum was promised for Chad by Peru, it said: $13 million. | Peru | Chad | $13 million | pledged",
        "Aid for Chad was pledged. At the last talks Japan spoke of $20 million. | Japan | Chad | $20 million | pledged",
        "Peru helped Chad, and Oman helped with $60 million. | Oman | Chad | $60 million | delivered",
        "Aid for Chad was pledged. At the last talks Japan warned of $20 million. | - | - | - | -",
    ],
    "a contingent or a brigade of soldiers is sent as they are": [
        "Spain will station a brigade of 900 soldiers in Latvia. | Spain | Latvia | 900 soldiers | pledged",
        "Peru is to deploy a contingent of about 90 officers to Haiti. | Peru | Haiti | about 90 officers | pledged",
        "Benin has sent a battalion of 600 troops to Chad. | Benin | Chad | 600 troops | delivered",
        "Peru will pay for boots of 600 troops. | - | - | - | -",
    ],
    "a line of credit is opened or extended to its taker": [
        "Iran extended Chad a credit line of $6 million. | Iran | Chad | $6 million | delivered",
        "Peru has opened a line of credit of $9 million for Chad. | Peru | Chad | $9 million | pledged",
        "Qatar extended a $9 million line of credit to Chad for fuel imports. | Qatar | Chad | $9 million | delivered",
        "Peru opened a mall of $9 million. | - | - | - | -",
    ],
    "money and people are put at a place": [
        "Kuwait plans investments of $6 billion in Iraq. | Kuwait | Iraq | $6 billion | pledged",
        "Oman deposited $2 million with Chad's central bank. | Oman | Chad | $2 million | delivered",
        "Peru announced a $9 million (€8 million) investment in Chad. | Peru | Chad | $9 million | pledged",
    ],
    "people are welcomed and agreed to be taken in": [
        "Peru agreed to take in 2,000 Afghan refugees. | Peru | Afghan refugees | 2,000 Afghan refugees | pledged",
        "Oman said it would welcome up to 900 Afghans. | Oman | Afghans | up to 900 Afghans | pledged",
        "Spain will admit 90 Syrians from camps in Jordan. | Spain | Syrians | 90 Syrians | pledged",
        "Peru welcomed the $9 million from Oman. | - | - | - | -",
    ],
    "what arrives under the page's only deal is the partner's": [
        "Egypt gets cash. Egypt received a first tranche of $9 million on Monday. It is part of the port deal with Oman. | Oman | Egypt | $9 million | delivered",
        "Aid for Chad grows. Its pact with Norway goes on. Chad has received $9 million in aid. | Norway | Chad | $9 million | delivered",
        "Aid for Chad grows. It has received $9 million in aid, and its port is open. | - | - | - | -",
    ],
    "the world and a fund named by what it is for get": [
        "Peru will donate 9 million doses to the world. | Peru | the world | 9 million doses | pledged",
        "Ireland sets up a €9 million wildfire fund. | Ireland | wildfire fund | €9 million | pledged",
        "Ireland will put €9 million into a flood recovery fund. | Ireland | flood recovery fund | €9 million | pledged",
    ],
    "what is made available may have a decimal point": [
        "Ireland makes 1.4 billion euros available for farmers. | Ireland | farmers | 1.4 billion euros | allocated",
        "Ireland made a further €2.5 million available to Chad. | Ireland | Chad | €2.5 million | allocated",
        "Ireland has made 3.25 million euros from its budget available to Chad. | Ireland | Chad | 3.25 million euros | allocated",
    ],
    "a state's own businesses and workers get by what they are": [
        "Spain will pay €838 million to small businesses and freelance workers. | Spain | small businesses | €838 million | pledged",
        "Australia will spend A$10 billion on homes for first home buyers. | Australia | first home buyers | A$10 billion | pledged",
        "Ireland allocated €9 million for long-term residents. | Ireland | long-term residents | €9 million | allocated",
    ],
}
ROWS = [(rule, row) for rule, rows in READ.items() for row in rows]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.from_seeds()


@pytest.mark.parametrize(("rule", "row"), ROWS, ids=[f"{rule}: {row.split('|')[0]}" for rule, row in ROWS])
def test_reads_the_last_pledge_by_its_rule(extractor, rule, row):  # noqa: ARG001  (names the case)
    text, *expected = (part.strip() for part in row.split(" | "))
    claims = extractor.read(Article(id="a", text=text)).claims
    found = max(
        (c.pledge for c in claims if c.kind == "pledge"),
        key=lambda p: p.quantity.span or (0, 0),
        default=None,
    )
    if found is None:
        assert expected == ["-"] * 4
        return
    taker = found.beneficiary.name if found.beneficiary else "-"
    assert [found.pledger.name, taker, found.quantity.text, found.stage] == expected
