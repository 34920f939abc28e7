"""Parts of a sum, and the figures of an article on aid whose verbs promise nothing by themselves.

A row is: sentences | pledger | the figures that it gives, in any order.
"""

import pytest

from models.messages import Article
from streams.claims.pipeline import Extractor

READ = {
    "a part in a sentence of its own is the giver's": [
        "Norway granted Chad $200 million. Of the money, $40 million is meant for seed. | Norway | $200 million; $40 million",
        "Japan will lend Fiji ¥9 billion. Four fifths of it, ¥7.2 billion, is for ports. | Japan | ¥9 billion; ¥7.2 billion",
        "Italy gave Chad €50 million. A further €8 million is earmarked for schools in Abeche. | Italy | €50 million; €8 million",
        "Spain promised Peru €10 million. An advance of €3 million is to land in the budget in June. | Spain | €10 million; €3 million",
        "Norway granted Chad $200 million. Traders sold $40 million of grain. | Norway | $200 million",
    ],
    "what a figure consists of is its giver's": [
        "Donors pledged €58 million to Chad. The figure consists of €42 million in grants and €16 million in loans. | donors (total) | €58 million; €42 million; €16 million",
        "Norway granted Chad $200 million. The amount is split into $150 million for ports and $50 million for schools. | Norway | $200 million; $150 million; $50 million",
    ],
    "so is the rest of it": [
        "Norway granted Chad $90 million. Of this sum, $60 million goes to UNICEF and the remaining $30 million goes to farms. | Norway | $90 million; $60 million; $30 million",
        "Qatar promised Chad $90 million. Some $70 million are intended for food, the other $20 million for roads. | Qatar | $90 million; Some $70 million; $20 million",
    ],
    "goods stand in rows and lists": [
        "Peru gives Ukraine €9 million. From its depots come 12 Patrol Boat 80, 40 trucks, 900 rockets of the type Grad and 70 field stoves. | Peru | €9 million; 12 Patrol Boat; 40 trucks; 900 rockets; 70 field stoves",
        "Italy gives Ukraine €9 million. Three air defence systems with 90 missiles, 20 radars and 90 drones will be supplied this year. | Italy | €9 million; Three air defence systems; 90 missiles; 20 radars; 90 drones",
        "Gifts for Ukraine pledged on Friday:\n\nNorway – €3 million until 2029. This year: 40 trucks, 12 tanks and 9 MANPADS. | Norway | €3 million; 40 trucks; 12 tanks; 9 MANPADS",
        "Gifts for Ukraine pledged on Friday:\n\nNorway – €3 million every year until 2029 and two helicopters. | Norway | €3 million; two helicopters",
        "Norway said it would deliver 200 shells of 122 calibre and 300 rounds, which Ukraine needs. | Norway | 200 shells; 300 rounds",
        "Norway will send Ukraine 40 trucks. Six have already been delivered. | Norway | 40 trucks; Six",
        "Norway promised Ukraine howitzers. In total it is giving 24 of them. | Norway | 24",
        "Norway promised Ukraine trucks. It sent cameras, and not one of them works. | - | ",
    ],
    "the value of a package is its giver's": [
        "Norway has agreed on a package for Ukraine. €7 million is its total value. | Norway | €7 million",
        "Norway has agreed on a package for Ukraine. Its total value is about €7 million. | Norway | about €7 million",
        "Japan pledged Chad a package. The package has a value of ¥90 million. | Japan | ¥90 million",
    ],
    "the biggest part is one": [
        "Norway will give Chad €90 million. The biggest part, €50 million, goes to farms. | Norway | €90 million; €50 million",
        "Norway will give Chad €90 million. The bulk, some €50 million, is for ports. | Norway | €90 million; some €50 million",
        "Norway has given Chad €90 million of aid since 2022, of which €50 million is military. | Norway | €90 million; €50 million",
    ],
    "in an article on aid a verb of paying gives": [
        "Aid for Lebanon grows. France itself puts $100 million into schools in Beirut. | France | $100 million",
        "Humanitarian work in Chad. Norway added 20 million euros on Monday. | Norway | 20 million euros",
        "The docks in Chad are full. Norway added 20 million euros on Monday. | - | ",
    ],
    "aid for another that is stopped is withdrawn": [
        "Washington paused $95 million for Chad in July. | United States | $95 million",
        "Sweden has cancelled a programme with Chad worth 225 million kronor. | Sweden | 225 million kronor",
        "Norway freezes €20m for Chad. | Norway | €20m",
        "Ford scrapped $95 million in July. | - | ",
    ],
    "people are sent, hired and taken on": [
        "From Egypt 1,091 soldiers are to arrive in Somalia by May. | Egypt | 1,091 soldiers",
        "Kenya confirmed the recruitment of 20,000 teachers by January. | Kenya | 20,000 teachers",
        "The government of Kenya will employ 9,000 nurses by May. | Kenya | 9,000 nurses",
        "Kenya will bring 900 nurses to Chad. | Kenya | 900 nurses",
        "The plant in Kenya is to employ 9,000 workers. | - | ",
    ],
    "particles and nouns make verbs of giving": [
        "India has flown in 15 tonnes of tents for Chad. | India | 15 tonnes",
        "Tokyo put $8 billion on the table for Chad. | Japan | $8 billion",
        "Support for Chad is pencilled in by Latvia at 0.25 percent of GDP. | Latvia | 0.25 percent",
        "Latvia has pencilled in €9 million for Chad. | Latvia | €9 million",
    ],
    "a sum and its conversion are one, whichever of two currencies a sign stands for": [
        "Malawi gets K540bn from Global Fund\nMalawi will receive $312 million (about K540 billion) from the Global Fund. | Global Fund | $312 million",
        "Donors promise Shs1.3 trillion for refugees\nDonors promised Uganda $358 million (Shs1.3 trillion). | donors (total) | $358 million",
    ],
    "the verb behind a list is said of all of it": [
        "In March 11 excavators and 50 pick-up trucks were delivered to Chad by Japan. | Japan | 11 excavators; 50 pick-up trucks",
        "Germany will give Chad €8 million this year, with four radars and 30 trucks coming in May. | Germany | €8 million; four radars; 30 trucks",
        "12 boats, 40 trucks and 50 tents were donated to Chad by Norway. | Norway | 12 boats; 40 trucks; 50 tents",
        "11 excavators stood idle. 50 pick-up trucks were delivered to Chad by Japan. | Japan | 50 pick-up trucks",
    ],
    "what another figure counts need not be named again": [
        "India will give Nepal 100 homes. Another 150 have been offered by Norway. | India; Norway | 100 homes; 150",
        "Kenya promised Haiti 1,000 soldiers, and Benin as many as 2,000. | Kenya; Benin | 1,000 soldiers; as many as 2,000",
        "The Bahamas says it will contribute 150, Kenya 1,000 police officers to Haiti. | Kenya | 1,000 police officers",
    ],
    "what should be noted is no wish": [
        "It should be noted that Norway has also distributed 250 million kroner to farmers in Chad. | Norway | 250 million kroner",
    ],
    "percentages may be cut short": [
        "Latvia promised to give 5 proc. of GDP to defence. | Latvia | 5 proc.",
    ],
    "the thousand and the million count one": [
        "Of the billion dollars which donors pledged for Chad nothing came. | donors (total) | the billion dollars",
        "Qatar gave Chad the million dollars. | Qatar | the million dollars",
    ],
}
ROWS = [(rule, row) for rule, rows in READ.items() for row in rows]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.from_seeds()


@pytest.mark.parametrize(("rule", "row"), ROWS, ids=[f"{rule}: {row.split('|')[0]}" for rule, row in ROWS])
def test_reads_the_figures_by_its_rule(extractor, rule, row):  # noqa: ARG001  (names the case)
    text, pledger, figures = (part.strip() for part in f"{row} ".split(" | "))
    claims = [c.pledge for c in extractor.read(Article(id="a", text=text)).claims if c.kind == "pledge"]
    assert {p.pledger.name for p in claims} == ({p.strip() for p in pledger.split(";")} - {"-"})
    assert {p.quantity.text for p in claims} == ({f.strip() for f in figures.split(";")} - {""})
