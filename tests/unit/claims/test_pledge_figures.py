"""Which figures are pledges: for each rule sentences that it must read, and what it must not.

A row is: sentence | pledger | beneficiary | quantity | stage, as in ``test_pledges``.
"""

import pytest

from models.messages import Article, Claim
from streams.claims.pipeline import Extractor

READ = {
    "things that no table lists are goods where somebody hands them over": [
        "Latvia will give Moldova 40 crop sprayers by May. | Latvia | Moldova | 40 crop sprayers | pledged",
        "Estonia has sent to Malawi 1.5 million of these syrettes. | Estonia | Malawi | 1.5 million of these syrettes | delivered",
        "Eight beekeeping kits and veils were handed over. Malta promised Palau 30 dive computers and slates. | Malta | Palau | 30 dive computers | pledged",
        "600 head torches were donated to Nepal by Austria. | Austria | Nepal | 600 head torches | delivered",
    ],
    "a letter is a scale of what comes by the million": [
        "Japan has sent Chad 1.3m doses of vaccine. | Japan | Chad | 1.3m doses | delivered",
        "India will give Nepal 600k textbooks. | India | Nepal | 600k textbooks | pledged",
        "Peru promised Ukraine 2m rounds of ammunition. | Peru | Ukraine | 2m rounds | pledged",
        "The shipyard is proud. Norway will give Ukraine three 30m boats. | Norway | Ukraine | three 30m boats | pledged",
    ],
    "a house, committee or board of a giver acts for it": [
        "The budget committee of the Bundestag on Friday approved €3 million for Chad. | Germany | Chad | €3 million | allocated",
        "The board of the World Bank approved $500 million for Kenya. | World Bank | Kenya | $500 million | allocated",
        "The lower house of the Swiss parliament voted 5 million francs for Moldova. | Switzerland | Moldova | 5 million francs | allocated",
        "The Sejm has set aside 300 million zlotys for Ukraine. | Poland | Ukraine | 300 million zlotys | allocated",
    ],
    "who helps with a sum gives it": [
        "Since 2021 the EU has supported Moldova with over 2.2 billion euros. | European Union | Moldova | over 2.2 billion euros | delivered",
        "Norway supported farmers in Kenya with $4 million. | Norway | Kenya | $4 million | delivered",
        "Bern has assisted flood victims in Chad with 3 million francs. | Switzerland | Chad | 3 million francs | delivered",
        "Austria aids Ukrainian hospitals with €2 million. | Austria | Ukraine | €2 million | pledged",
    ],
    "a model of arms is counted": [
        "Poland has pledged 14 Leopard 2s to Ukraine. | Poland | Ukraine | 14 Leopard 2s | pledged",
        "Sweden gave Ukraine six CV90s. | Sweden | Ukraine | six CV90s | delivered",
        "Peru will send Ukraine three Mi-17s. | Peru | Ukraine | three Mi-17s | pledged",
    ],
    "who is named within goods gives nothing": [
        "Britain will train 200 Ukrainian soldiers. | United Kingdom | Ukraine | 200 Ukrainian soldiers | pledged",
        "France trained 2,000 Malian soldiers last year. | France | Mali | 2,000 Malian soldiers | delivered",
        "Canada will resettle 40,000 refugees from Chad. | Canada | refugees | 40,000 refugees | pledged",
    ],
    "the last subject of a conjunction gives": [
        "Palau is calm after Australia promised $86 million in aid. | Australia | - | $86 million | pledged",
        "Fiji waited for months before Japan pledged 20 million yen to Fiji. | Japan | Fiji | 20 million yen | pledged",
        "Nepal has slept better since Norway promised Nepal €8 million. | Norway | Nepal | €8 million | pledged",
    ],
    "what is paid to those in need is no penalty": [
        "Norway will pay $4 million to the Kenyan authorities' flood fund. | Norway | Kenya | $4 million | pledged",
        "Norway will give €4 million to the Moldovan authorities. | Norway | Moldova | €4 million | pledged",
    ],
    "goods of relief are given, though goods of trade are not": [
        "Japan sent Nepal $2 million in relief goods. | Japan | Nepal | $2 million | delivered",
        "Oman gave Chad €3 million of donated goods. | Oman | Chad | €3 million | delivered",
        "Norway promised Kenya a loan of €4 million to repay in 2040. | Norway | Kenya | €4 million | pledged",
    ],
    "a type's number and a calibre count nothing": [
        "Finland gave Ukraine 10,000 rounds of 155 mm ammunition. | Finland | Ukraine | 10,000 rounds | delivered",
        "Norway will give Ukraine 40 launchers as well as RB 70 missiles. | Norway | Ukraine | 40 launchers | pledged",
        "Sweden will give Ukraine ASC 890 aircraft and 20 ships. | Sweden | Ukraine | 20 ships | pledged",
    ],
    "what is said to be somebody's promise is theirs": [
        "Two million shells a year is the pledge of Norway to Ukraine. | Norway | Ukraine | Two million shells | pledged",
        "€5 million is what Oslo has promised Chad. | Norway | Chad | €5 million | pledged",
        "Nepal has taken possession of all of the 30 trucks that Japan promised in May. | Japan | Nepal | 30 trucks | delivered",
        "Chad took delivery of 12 boats which Austria had offered. | Austria | Chad | 12 boats | delivered",
    ],
    "the verb of a passive outweighs a participle in an aside": [
        "Aid of €7 million for Chad, provided through a bank, was promised by Norway. | Norway | Chad | €7 million | pledged",
        "A grant of $3 million for Nepal, supplied in two parts, was announced by Japan. | Japan | Nepal | $3 million | pledged",
        "New aid of €8 million for Fiji, contributed to a fund, was pledged by Peru. | Peru | Fiji | €8 million | pledged",
    ],
    "a package is presented by its giver": [
        "Austria presents a new aid package for Chad worth €9 million. | Austria | Chad | €9 million | pledged",
        "Norway presented its third support package for Nepal, worth €4 million. | Norway | Nepal | €4 million | pledged",
        "Japan will present another grant of $6 million to Fiji. | Japan | Fiji | $6 million | pledged",
    ],
    "a battery more is counted": [
        "Norway will give Ukraine an additional Samp air defence battery. | Norway | Ukraine | an additional Samp air defence battery | pledged",
        "Italy has sent Ukraine a second Aster battery. | Italy | Ukraine | a second Aster battery | delivered",
        "Germany will supply Ukraine with a further Patriot battery. | Germany | Ukraine | a further Patriot battery | pledged",
    ],
    "a record is no total": [
        "Norway is giving Chad aid worth €7 million, its largest package so far. | Norway | Chad | €7 million | pledged",
        "Japan is sending Nepal 30 trucks, the biggest gift to date. | Japan | Nepal | 30 trucks | pledged",
    ],
    "a share of output may be for another": [
        "Norway will provide Ukraine with 0.3 percent of its GDP. | Norway | Ukraine | 0.3 percent | pledged",
        "Latvia will support Ukraine with 0.25 percent of GDP a year. | Latvia | Ukraine | 0.25 percent | pledged",
    ],
    "where a firm is from gives nothing": [
        "Pledges to France: over €3 million come from the US drugmaker Pfizer. | Pfizer | France | over €3 million | pledged",
        "Pledges to Kenya: €20 million come from the Swiss drugmaker Roche. | Roche | Kenya | €20 million | pledged",
        "Chad can count on $9 million from the US. | United States | Chad | $9 million | pledged",
    ],
    "to call something a name asks for nothing": [
        "To Chad, which Bern called “a friend in need”, Norway gives €10 million. | Norway | Chad | €10 million | pledged",
        "Bern called on Norway to give Chad €10 million. | Norway | Chad | €10 million | proposed",
    ],
    "what is counted on comes from its giver": [
        "Chad can count on €20 million from Norway. | Norway | Chad | €20 million | pledged",
        "From Austria comes a grant of €4 million for Chad. | Austria | Chad | €4 million | pledged",
        "Fiji counts on $3 million from Japan for its schools. | Japan | Fiji | $3 million | pledged",
    ],
    "a total in total is no verb": [
        "Norway signed. In total around €30 million was pledged for Chad. | donors (total) | Chad | around €30 million | pledged",
        "Donors met. In total, $9 million was promised to Nepal. | donors (total) | Nepal | $9 million | pledged",
        "In total about $412 million was pledged to Fiji. | donors (total) | Fiji | about $412 million | pledged",
    ],
    "what is not withdrawn is still promised": [
        "Norway has not withdrawn its $2 million for Chad. | Norway | Chad | $2 million | pledged",
        "Qatar did not cancel its pledge of $5 million to Nepal. | Qatar | Nepal | $5 million | pledged",
        "Ireland never withdrew its €9 million for Malawi. | Ireland | Malawi | €9 million | pledged",
    ],
    "what a state votes, releases or budgets is allocated": [
        "Kenya votes Sh8 billion for Somalia. | Kenya | Somalia | Sh8 billion | allocated",
        "Ghana has released GHS 40 million in aid for Togo. | Ghana | Togo | GHS 40 million | allocated",
        "The German cabinet approved a budget of €1.2 billion for Ukraine. | Germany | Ukraine | €1.2 billion | allocated",
        "Nigeria has budgeted N54bn for Chad. | Nigeria | Chad | N54bn | allocated",
    ],
    "what is being prepared is proposed": [
        "The World Bank is preparing a credit of up to $150 million for Nepal. | World Bank | Nepal | up to $150 million | proposed",
        "Japan is preparing a loan of $90 million for Fiji. | Japan | Fiji | $90 million | proposed",
        "Austria prepares a grant of €3 million for Kosovo. | Austria | Kosovo | €3 million | proposed",
        "Minister Eva Holm announced Vienna is preparing a €3 million package for Kosovo. | Austria | Kosovo | €3 million | pledged",
        "Austria is preparing to send Kosovo 30 trucks. | Austria | Kosovo | 30 trucks | pledged",
    ],
    "what is made available is allocated, what will be is promised": [
        "Norway has made 20 million euros available for Chad. | Norway | Chad | 20 million euros | allocated",
        "Sweden makes available SEK 40 million for Kenya. | Sweden | Kenya | SEK 40 million | allocated",
        "Spain will make €12 million (about $14 million) available for Chad. | Spain | Chad | €12 million | pledged",
    ],
    "help that stands at a sum so far is delivered": [
        "Overall Norway's help for Kyiv now exceeds NOK 15 billion. | Norway | Ukraine | exceeds NOK 15 billion | delivered",
        "In all Japan's support for Kenya now exceeds $9 million. | Japan | Kenya | exceeds $9 million | delivered",
    ],
    "who is called the first giver gives": [
        "Donors pledged aid to Chad. Spain was the largest single giver with $40m. | Spain | Chad | $40m | pledged",
        "Donors pledged aid to Chad. Japan is by far the most generous with $41m. | Japan | Chad | $41m | pledged",
        "Donors pledged aid to Chad. Qatar ranked second, with $42m. | Qatar | Chad | $42m | pledged",
        "Norway, one of the major donors, pledged €33 million to Chad. | Norway | Chad | €33 million | pledged",
    ],
    "what is insisted on is proposed": [
        "Island states are demanding that Norway give Chad $5 million. | Norway | Chad | $5 million | proposed",
        "Island states insist that Norway give Chad $6 million. | Norway | Chad | $6 million | proposed",
        "Small countries are calling on Norway to give Chad $7 million. | Norway | Chad | $7 million | proposed",
    ],
    "a hospital is counted by its beds": [
        "Qatar promised Chad a field hospital with 80 beds. | Qatar | Chad | 80 beds | pledged",
        "Italy will give Chad a hospital of 40 beds. | Italy | Chad | 40 beds | pledged",
        "India will send Nepal a 60-bed hospital. | India | Nepal | 60-bed hospital | pledged",
    ],
    "people are promised help": [
        "Kenya undertook to feed 10 million children in Chad. | Kenya | Chad | 10 million children | pledged",
        "India will vaccinate 2 million people in Nepal. | India | Nepal | 2 million people | pledged",
        "Ireland promised to educate 5,000 children in Malawi. | Ireland | Malawi | 5,000 children | pledged",
    ],
    "May is a month": [
        "TBILISI, May 3 - Georgia will receive €45 million from Germany. | Germany | Georgia | €45 million | pledged",
        "In May Norway promised $5 million to Chad. | Norway | Chad | $5 million | pledged",
        "Since May 2024 Japan has given Nepal 9 million yen. | Japan | Nepal | 9 million yen | delivered",
        "Norway may give $5 million to Chad. | Norway | Chad | $5 million | proposed",
    ],
    "a day may part a proposal from what is proposed": [
        "Spain proposed on Tuesday to give Chad €36 million. | Spain | Chad | €36 million | proposed",
        "Japan suggested last week to lend Nepal $20 million. | Japan | Nepal | $20 million | proposed",
        "Italy asked again to give Mali €3 million in aid. | Italy | Mali | €3 million | proposed",
    ],
    "what it was before is no second pledge": [
        "Ireland will raise its gift to Chad to €36 million, from €29 million. | Ireland | Chad | €36 million | pledged",
        "Malta raised its aid to Chad to €9 million, up from €4 million. | Malta | Chad | €9 million | pledged",
        "Japan lifted its aid to Fiji to $8 million, from about $3 million. | Japan | Fiji | $8 million | pledged",
    ],
    "the verb right before a figure outweighs the words of a trade further off": [
        "The Halden Foundation, whose fortune grew, pledged $20 million to Chad. | Halden Foundation | Chad | $20 million | pledged",
        "Asked about its debt, Ghana promised $9 million to Togo. | Ghana | Togo | $9 million | pledged",
        "After the fall of prices Norway gave €8 million to Chad. | Norway | Chad | €8 million | delivered",
    ],
}
ELIDED = [
    ("Chad has promised Haiti 1,500 troops, Bangladesh 1,200 and Kenya 700.", [1500, 1200, 700]),
    ("Donors pledged for Chad: Norway will send 40 trucks and Sweden 25.", [40, 25]),
    ("Benin promised Haiti 2,000 soldiers. El Salvador offered 90 and Guatemala 150.", [2000, 90, 150]),
    ("Turkey has shipped 1,200 classrooms to Syria and promised 800 more by September.", [1200, 800]),
    ("The EU has pledged Congo 620,000 doses and Japan 1 million.", [620000, 1000000]),
    (
        "Japan gave Congo 4.6 million doses of vaccine. So far Congo has received 1.3 million.",
        [4600000, 1300000],
    ),
    # Years, ages and ranks behind a name count nothing.
    ("Norway will send Chad 40 trucks, and Sweden placed 12, in May 25, behind Chad.", [40]),
]
IGNORED = [
    "Norway will give Ukraine three reasons to hope.",
    "Germany promised Ukraine 12 months of calm.",
    "The minister of Spain delivered two keynote speeches in Chad.",
    "France will commit four midfielders against Spain.",
    "The programme of Kenya feeds 1.4 million people in Chad.",
    "Farmers in Ukraine will bring in 48 million tonnes of wheat, said Germany.",
    "France will decide once 50 clinics in Chad are running.",
    # Trade, sport and courts hand things over, too, to nobody in need.
    "Aid of Norway falls from 0.5% of gross national income to nothing at all.",
    "Germany will help Kenya to meet its bill of $4 million.",
    "Officials in Chad of the 1990s promised reform.",
    "Britain pledged aid, adding that in the worst case one million people could die of hunger in Chad.",
    "The money that Gavi pledged will pay for jabs for 300 million children in Kenya.",
    "Aid for Yemen was pledged. No fewer than 16 million of the 29 million Yemenis will go hungry.",
    "Poland pledged help and ordered 32 American F-35s for itself.",
    "A member of the board of the World Bank told Nepal of a loss of $4 million.",
    "France delivered 40 Airbus jets to IndiGo, and Airbus will deliver 800 aircraft this year.",
    "Denmark sent four players to the final and Iceland two.",
    "The army of Kenya delivered 12 suspects to court.",
    "The European Commission released 12 forecasts for Spain on Wednesday.",
    "Lawmakers in Spain voted 48 times on aid for Chad.",
]
ROWS = [(rule, row) for rule, rows in READ.items() for row in rows]
CURRENCIES = [
    ("RABAT - Morocco will give Chad 8 billion dirhams.", "MAD"),
    ("DUBAI — The Al Noor Foundation pledged 8 million dirhams to Chad.", "AED"),
    ("TUNIS, May 4 - The Halfaoui Foundation promised Chad 40 million dinars.", "TND"),
    ("KATHMANDU: The Everest Trust promised Chad 40 million rupees.", "NPR"),
    (
        "The Andes Foundation promised Haiti 90 million pesos on Monday. The 90 million Chilean pesos are for schools.",
        "CLP",
    ),
    # Where the page is written tells nothing of what a giver abroad calls its own.
    ("TUNIS, May 4 - Kuwait promised Chad 40 million dinars.", "KWD"),
]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.from_seeds()


def pledges(extractor: Extractor, text: str) -> list[Claim]:
    claims = (c for c in extractor.read(Article(id="a", text=text)).claims if c.kind == "pledge")
    return list({claim.claim_id: claim for claim in claims}.values())  # once, however many slots it goes to


@pytest.mark.parametrize(("rule", "row"), ROWS, ids=[f"{rule}: {row.split('|')[0]}" for rule, row in ROWS])
def test_reads_the_figure_by_its_rule(extractor, rule, row):  # noqa: ARG001  (names the case)
    text, pledger, beneficiary, quantity, stage = (part.strip() for part in row.split(" | "))
    (pledge,) = (claim.pledge for claim in pledges(extractor, text))
    found = (
        pledge.pledger.name,
        pledge.beneficiary.name if pledge.beneficiary else "-",
        pledge.quantity.text,
        pledge.stage,
    )
    assert found == (pledger, beneficiary, quantity, stage)


@pytest.mark.parametrize("text", IGNORED)
def test_leaves_out_what_is_no_pledge(extractor, text):
    assert pledges(extractor, text) == []


@pytest.mark.parametrize(("text", "currency"), CURRENCIES)
def test_a_name_that_countries_share_is_the_givers_or_the_pages_own(extractor, text, currency):
    (claim,) = pledges(extractor, text)
    assert claim.pledge.quantity.currency == currency


@pytest.mark.parametrize(("text", "values"), ELIDED)
def test_a_figure_behind_a_name_counts_what_the_one_before_it_counts(extractor, text, values):
    quantities = [claim.pledge.quantity for claim in pledges(extractor, text)]
    assert sorted(q.value for q in quantities) == sorted(values)
    assert {q.kind for q in quantities} == {"units"}


def test_what_carries_a_gift_and_what_money_buys_are_no_gifts(extractor):
    text = "India has sent Nepal two planes with 68 tonnes of tents. Japan gave Nepal 8 million yen for the rebuilding of 310 homes."
    assert {c.pledge.quantity.value for c in pledges(extractor, text)} == {68, 8e6}


def test_a_wish_governs_the_second_infinitive_too(extractor):
    text = "Norway proposed to give Chad €18 million and to raise defence spending to 3.4 percent of GDP."
    assert {c.pledge.stage for c in pledges(extractor, text)} == {"proposed"}


def test_the_parts_of_a_sum_are_its_givers_too(extractor):
    text = (
        "The EU pledged €640 million to Jordan. Of this, €390 million are grants and €250 million are loans."
    )
    assert {c.pledge.quantity.value for c in pledges(extractor, text)} == {640e6, 390e6, 250e6}


def test_the_same_sum_in_our_money_is_no_second_pledge(extractor):
    text = "Kuwait promised Morocco 10 million dinars, some 300 million dirhams in our money."
    (claim,) = pledges(extractor, text)
    assert claim.pledge.quantity.currency == "KWD"
