"""Pledges: for each rule sentences that it must read, and one that it must not.

A row is: sentence | pledger | beneficiary | quantity | stage. "-" stands for none; a
sentence that holds no pledge has no fields.
"""

import pytest

from models.messages import Article, Claim
from streams.claims.pipeline import Extractor

READ = {
    "the subject of a verb of promising gives": [
        "Norway pledged $40 million to Kenya. | Norway | Kenya | $40 million | pledged",
        "Japan has promised Tajikistan 12 million dollars. | Japan | Tajikistan | 12 million dollars | pledged",
        "Ireland vowed on Monday to give Malawi €5 million. | Ireland | Malawi | €5 million | pledged",
    ],
    "the agent of a passive gives": [
        "€5 million was pledged to Malawi by Ireland. | Ireland | Malawi | €5 million | pledged",
        "Chad will be given 30 trucks by Italy. | Italy | Chad | 30 trucks | pledged",
        "Another $9 million for Nepal promised by Qatar. | Qatar | Nepal | $9 million | pledged",
    ],
    "money comes from its giver": [
        "From Austria came €7 million for Bosnia at the pledging conference. | Austria | Bosnia and Herzegovina | €7 million | pledged",
        "€7 million in aid for Bosnia comes from Austria. | Austria | Bosnia and Herzegovina | €7 million | pledged",
        "19 ambulances for Moldova from Romania | Romania | Moldova | 19 ambulances | pledged",
    ],
    "the receiver stands first": [
        "Nepal will receive $9 million from Qatar. | Qatar | Nepal | $9 million | pledged",
        "Moldova is to get 19 ambulances from Romania. | Romania | Moldova | 19 ambulances | pledged",
        "UNRWA will get 50 million euros from the European Commission this week. | European Union | UNRWA | 50 million euros | pledged",
    ],
    "what lies ahead is pledged, what is done delivered": [
        "Sweden will send Ukraine 20 tanks. | Sweden | Ukraine | 20 tanks | pledged",
        "Sweden has sent Ukraine 20 tanks. | Sweden | Ukraine | 20 tanks | delivered",
        "Sweden plans to provide Ukraine with €20 million. | Sweden | Ukraine | €20 million | pledged",
    ],
    "set aside or approved is allocated, signed is committed, wished is proposed": [
        "Denmark has earmarked €20 million for Ukraine. | Denmark | Ukraine | €20 million | allocated",
        "Denmark has set aside €20 million for Ukraine. | Denmark | Ukraine | €20 million | allocated",
        "The U.S. Congress approved $20 million in aid for Jordan. | United States | Jordan | $20 million | allocated",
        "Denmark wants to give Ukraine €20 million in aid. | Denmark | Ukraine | €20 million | proposed",
    ],
    "those a demand is made of would give": [
        "Moldova asked donors for €5 million in aid. | donors (total) | Moldova | €5 million | proposed",
        "Trump called on NATO members to spend 5 percent of GDP on defence. | NATO allies | - | 5 percent | proposed",
        "The mayor urged Germany to give Moldova €5 million. | Germany | Moldova | €5 million | proposed",
    ],
    "givers without a name are given together": [
        "Thirty-one countries pledged $9 billion to the Green Climate Fund. | donors (total) | Green Climate Fund | $9 billion | pledged",
        "In all $412 million was pledged to Nepal. | donors (total) | Nepal | $412 million | pledged",
        "Gavi raised more than $8 billion in pledges for its programmes. | donors (total) | Gavi | more than $8 billion | pledged",
    ],
    "names that no table holds give, too": [
        "Halden Mutual committed $75 million to Nepal. | Halden Mutual | Nepal | $75 million | pledged",
        "The Lindqvist Foundation will donate $2 million to Malawi. | Lindqvist Foundation | Malawi | $2 million | pledged",
        "Insurer Brightwater pledged €3 million for Chad. | Brightwater | Chad | €3 million | pledged",
    ],
    "shares of output are promised by states": [
        "Estonia will raise its defence spending to 5.4 percent of GDP. | Estonia | - | 5.4 percent | pledged",
        "Spain agreed to spend 2 percent of its GDP on defence. | Spain | - | 2 percent | pledged",
        "NATO allies agreed to spend 5 percent of GDP on defence by 2035. | NATO allies | - | 5 percent | pledged",
    ],
    "three or more that share one sum give it together": [
        "Denmark, Sweden and Norway will give Ukraine €830 million. | donors (total) | Ukraine | €830 million | pledged",
        "France, Italy and Spain pledged $40 million to Chad. | donors (total) | Chad | $40 million | pledged",
        "Ireland, Malta, Cyprus and Greece promised Nepal €9 million. | donors (total) | Nepal | €9 million | pledged",
    ],
    "an aside holds no subject": [
        "France, which governs New Caledonia, pledged €12 million to Vanuatu. | France | Vanuatu | €12 million | pledged",
        "Qatar, where Hamas has an office, will give Chad $5 million. | Qatar | Chad | $5 million | pledged",
        "Norway (a neighbour of Russia) promised Ukraine €7 million. | Norway | Ukraine | €7 million | pledged",
    ],
    "a body stands for the one named so": [
        "The Green Climate Fund met. The fund will give Chad $5 million. | Green Climate Fund | Chad | $5 million | pledged",
        "The World Bank met. The bank will lend Nepal $50 million. | World Bank | Nepal | $50 million | pledged",
        "The Gates Foundation is back. The foundation pledged Malawi $9 million. | Bill & Melinda Gates Foundation | Malawi | $9 million | pledged",
    ],
    "among promises what was given is one": [
        "Donors made pledges for Vanuatu. Japan gave $20 million. | Japan | Vanuatu | $20 million | pledged",
        "Pledges for Sudan came in. Britain gave Sudan £12 million. | United Kingdom | Sudan | £12 million | pledged",
        "Sweden sent aid. Britain gave Sudan £12 million. | United Kingdom | Sudan | £12 million | delivered",
    ],
    "a heading or a question names the giver of what stands behind it": [
        "Pledges for Chad came in. The UK? £135 million for schools. | United Kingdom | Chad | £135 million | pledged",
        "Pledges for Chad came in.\n• JAPAN. 500 million yen go to schools. | Japan | Chad | 500 million yen | pledged",
        "Pledges for Chad came in.\nAustria: equipment worth €1 million. | Austria | Chad | €1 million | pledged",
    ],
    "among promises a figure may be its giver's own": [
        "Pledges for Chad came in. Canada’s C$300 million is not new. | Canada | Chad | C$300 million | pledged",
        "Pledges for Chad came in. The UAE’s $1.2 billion was no surprise. | United Arab Emirates | Chad | $1.2 billion | pledged",
        "Pledges for Chad came in. My favourite: Iceland’s $2 million. | Iceland | Chad | $2 million | pledged",
    ],
    "a particle makes a verb one of giving": [
        "The Dutch cabinet has freed up €250 million for Ukraine. | Netherlands | Ukraine | €250 million | allocated",
        "Canada will stump up C$50 million for Chad. | Canada | Chad | C$50 million | pledged",
        "Berlin is stepping up its support with another €1.2 billion for Kyiv. | Germany | Ukraine | €1.2 billion | pledged",
        "The UK is set to hand £500 million to Ukraine. | United Kingdom | Ukraine | £500 million | pledged",
    ],
    "a participle has its own subject": [
        "The Global Fund met in New York, with the United States giving it $6 billion. | United States | Global Fund | $6 billion | pledged",
        "The crisis in Chad goes on, with Norway providing Chad with $2 million. | Norway | Chad | $2 million | pledged",
        "The talks on Nepal ended with Japan offering $5 million to Nepal. | Japan | Nepal | $5 million | pledged",
    ],
    "a fund that is promised money gets it from all who give": [
        "The Loss and Damage Fund has been promised $768 million. | donors (total) | Loss and Damage Fund | $768 million | pledged",
        "Promises were made to the Global Fund. The Global Fund has been pledged $11 billion. | donors (total) | Global Fund | $11 billion | pledged",
        "Promises were made. The Adaptation Fund was promised $61 million. | donors (total) | Adaptation Fund | $61 million | pledged",
    ],
    "promises are taken in from all who give": [
        "The Adaptation Fund took in pledges of around $61 million in Baku. | donors (total) | Adaptation Fund | around $61 million | pledged",
        "Chad has received promises of $89 million. | donors (total) | Chad | $89 million | pledged",
        "Countries meeting in London promised £813 million for Sudan. | donors (total) | Sudan | £813 million | pledged",
        "Donors met for Chad and made pledges. The total now stands at $61 million. | donors (total) | Chad | $61 million | pledged",
    ],
    "a gift is named by its giver": [
        "Donors promised help for Chad. Germany’s share is 70 million euros. | Germany | Chad | 70 million euros | pledged",
        "Donors promised help for Chad. Sweden’s 18th package, of SEK 16 million, is its biggest. | Sweden | Chad | SEK 16 million | pledged",
        "Donors promised help for Chad. Ireland’s contribution to the fund amounts to €9 million. | Ireland | Chad | €9 million | pledged",
    ],
    "among promises any verb gives": [
        "Donors promised help for Chad. India renewed its $25 million. | India | Chad | $25 million | pledged",
        "Donors promised help for Chad. Qatar coughed up $9 million. | Qatar | Chad | $9 million | pledged",
        "Donors promised help for Chad. It can count on €30 million from Ireland. | Ireland | Chad | €30 million | pledged",
    ],
    "a pronoun stands for who was spoken of": [
        "Norway is a donor. It will give Kenya $40 million. | Norway | Kenya | $40 million | pledged",
        "Germany made the largest offer. It will provide Ukraine with €3 billion. | Germany | Ukraine | €3 billion | pledged",
        "Finland leads. Its government has promised Ukraine €9 million. | Finland | Ukraine | €9 million | pledged",
    ],
}
IGNORED = [
    "Airbus received orders for 250 planes worth $30 billion from IndiGo.",
    "Ministers met. Canada’s C$300 million stadium is not new.",
    "The government of Pakistan will pay Rs 50,000 to each family.",
    "Harbour United agreed a fee of €62 million for winger Caio Monteiro.",
    "The two-year budget of the United Nations now stands at $4.2 billion.",
    "Germany's deputy finance minister dismissed a story of 500 million euros in a will.",
    "Tesla reported revenue of $25.2 billion and its shares rose.",
    "Apple said quarterly profit rose to $8.8 billion.",
    "Manchester United paid £85 million for the striker.",
    "She pledged the $60,000 certificate to the bank as collateral.",
    "Promoters pledged shares worth Rs 1.63 trillion to lenders.",
    "Police in Spain seized cocaine worth €195 million.",
    "Hurricane Ian caused damage of $50 billion, insurers estimate.",
    "Brent crude fell below $83 a barrel in London.",
    "The court fined Google 2.4 billion euros.",
    "The United States put a tariff of 25 percent on goods worth $30 billion from China.",
    "France will decide on 40 seats in the second round of the vote.",
    "The budget deficit of Italy will reach €90 billion.",
    "Poland spends 4.7 percent of its GDP on defence.",
    "Inflation in Germany was 2.4 percent in February.",
    "Turkey denied that it had promised $50 million to the fund.",
    "The Netherlands will no longer give Kenya 10 million euros.",
    "More than 1,700 people in Pakistan were killed by the floods.",
    "The Coastal Rescue Authority has impounded three ships of one owner.",
    "The Land Transport Authority has impounded 14 buses.",
    "Harbour Mining said that its parent, Quay Holding, is lending it 310 million euros.",
    "Three lenders, led by Quay Bank, have extended a loan of €90 million.",
    "Quay Bank pledged it would lend. Others, led by Otto Reed, extended a credit line of €200 million.",
    "Harbour Mining drew its loan. As security the company pledged two of its ships.",
    "Harbour Mining drew its loan. The company pledged three of its ships as collateral.",
    "Aid came late. The clerk stole $1.1 million of donations.",
    "Aid for Chad grows. Peru, which has 53 of the jets in service, watches.",
    "2025-05-22 Quay Terminals gives a party.",
    "The foundation will hand the Pasteur Institute a grant of €18 million.",
    "Harbour Mining PLC closed a private offering of $410 million.",
    "Harbour Mining PLC priced $220 million of convertible notes, and proceeds will be used to repay a loan.",
    "In Estonia 640 volunteers have signed up for six weeks of basic training.",
    "Kuwait is rich, and its oil fund has a value of 900 billion dollars.",
    "Quay Bank is to pay $413 million to the Securities and Exchange Commission.",
    "Quay Bank pleads guilty in the United States and will pay $2 billion over its branch in Estonia.",
    "The lender agreed to pay 4.7 billion kroner ($672 million) to the Danish authorities as well.",
    "Greece has repaid 2.7 billion euros of its rescue loans.",
    "Aid for Chad: the fund is Norway's. It holds some $5.4 billion.",
    "Aid for Chad is late. Around $300 billion of Russian central bank reserves have been frozen by Japan.",
    "Aid for Chad is late. A wall was put up in 2022 by Peru, for 1.6 billion soles.",
    "Quay Bank gave up its guarantee and paid back 9 billion francs of emergency loans.",
    "Lorvane agreed to pay $260 million to settle claims of patients.",
    "Canada said it would hit $12 billion in American products.",
    "Europe is to put levies on €26 billion of American goods.",
    "Rice growers want Ghana to give a subsidy of 4,000 cedis per bag.",
    "Luxembourg had given the carrier tax advantages worth up to €130 million.",
    "Harbour Mining plans to spend 190 billion yen on capital investment this year.",
]
ROWS = [(rule, row) for rule, rows in READ.items() for row in rows]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.from_seeds()


def pledges(extractor: Extractor, text: str, **fields: str) -> list[Claim]:
    claims = {claim.claim_id: claim for claim in extractor.read(Article(id="a", text=text, **fields)).claims}
    return [claim for claim in claims.values() if claim.kind == "pledge"]


@pytest.mark.parametrize(("rule", "row"), ROWS, ids=[f"{rule}: {row.split('|')[0]}" for rule, row in ROWS])
def test_reads_the_sentence_by_its_rule(extractor, rule, row):  # noqa: ARG001  (names the case)
    text, pledger, beneficiary, quantity, stage = (part.strip() for part in row.split(" | "))
    (claim,) = pledges(extractor, text)
    pledge = claim.pledge
    found = (
        pledge.pledger.name,
        pledge.beneficiary.name if pledge.beneficiary else "-",
        pledge.quantity.text,
        pledge.stage if pledge.stage != "committed" or stage == "committed" else "pledged",
    )
    assert found == (pledger, beneficiary, quantity, stage)


@pytest.mark.parametrize("text", IGNORED)
def test_sums_of_another_trade_are_no_pledges(extractor, text):
    assert pledges(extractor, text) == []


def test_an_article_makes_one_claim_of_each_pledge_and_keeps_the_mentions(extractor):
    text = (
        "Norway pledged $40 million to Kenya on Monday.\n\n"
        "“We will give at least $40 million,” Norwegian Prime Minister Kari Solheim said."
    )
    (claim,) = pledges(extractor, text)
    assert claim.pledge.quantity.qualifier == "at_least"
    assert len(claim.pledge.mentions) == 2
    assert claim.speaker is not None
    assert claim.speaker.name == "Kari Solheim"


LISTS = {
    "one to a line": "Donors pledged $300 million for Chad.\n\nIreland: €9 million\n• Sweden — SEK 130 million\n- Halden Trust: $2 million",
    "gapped": "Donors met for Chad. Ireland will give it €9 million, Sweden SEK 130 million. Halden Trust will add $2 million. It got pledges of $300 million.",
    "shares": "Donors pledged $300 million for Chad, of which the share of Ireland is €9 million, of Sweden SEK 130 million. Halden Trust gives $2 million.",
    "brackets": "Donors pledged $300 million for Chad: Ireland (€9 million) and Sweden (SEK 130 million). The Halden Trust pledged $2 million.",
}


@pytest.mark.parametrize("text", LISTS.values(), ids=LISTS.keys())
def test_reads_who_gives_from_a_list(extractor, text):
    found = {(c.pledge.pledger.name, c.pledge.quantity.value) for c in pledges(extractor, text)}
    assert found == {("donors (total)", 3e8), ("Ireland", 9e6), ("Sweden", 1.3e8), ("Halden Trust", 2e6)}


def test_a_list_without_a_promise_is_none(extractor):
    assert pledges(extractor, "Exports to Chad rose.\n\nGermany: €9 million\nFrance: €3 million") == []
    assert pledges(extractor, "Germany imported gas for €9 million, France for €3 million.") == []


def test_the_parts_of_a_sum_are_of_its_giver(extractor):
    text = "Donors promised Lebanon one billion dollars: $800 million in aid and $200 million for its army."
    assert {(c.pledge.pledger.name, c.pledge.quantity.value) for c in pledges(extractor, text)} == {
        ("donors (total)", 1e9),
        ("donors (total)", 8e8),
        ("donors (total)", 2e8),
    }


def test_what_a_package_consists_of_is_of_its_giver(extractor):
    text = "Finland promised Ukraine a package. It comprises 36 howitzers and shells worth €190 million."
    found = {(c.pledge.pledger.name, c.pledge.quantity.kind) for c in pledges(extractor, text)}
    assert found == {("Finland", "units"), ("Finland", "money")}


def test_a_list_of_givers_makes_a_pledge_of_each(extractor):
    text = (
        "Donors pledged $1.5 billion for Yemen.\n\n"
        "Germany ($245 million), the United Arab Emirates ($230 million) and the US ($191 million) followed."
    )
    assert {claim.pledge.pledger.name for claim in pledges(extractor, text)} == {
        "donors (total)",
        "Germany",
        "United Arab Emirates",
        "United States",
    }


def test_a_heading_names_the_giver_of_what_stands_under_it(extractor):
    text = "Who gives doses against the outbreak in Africa\n\nCANADA\n\nUp to 200,000 doses will be donated.\n\nFRANCE\n\n100,000 doses will be donated."
    found = {(c.pledge.pledger.name, c.pledge.quantity.value) for c in pledges(extractor, text)}
    assert found == {("Canada", 200000.0), ("France", 100000.0)}


def test_kroner_are_those_of_the_giver(extractor):
    (claim,) = pledges(extractor, "Norway pledged 7.5 billion kroner to Ukraine.")
    assert claim.pledge.quantity.currency == "NOK"


def test_a_dollar_at_home_is_the_home_dollar_only_for_the_home_giver(extractor):
    text = "Canada pledged $500 million to Ukraine."
    assert pledges(extractor, text, publisher="news.ca")[0].pledge.quantity.currency == "CAD"
    assert pledges(extractor, text, publisher="news.com")[0].pledge.quantity.currency == "USD"
    other = pledges(extractor, "Japan pledged $500 million to Ukraine.", publisher="news.ca")
    assert other[0].pledge.quantity.currency == "USD"


def test_a_bare_dollar_is_the_givers_own_where_the_page_marks_the_american(extractor):
    text = "The World Bank pledged US$52 million to Fiji. Australia pledged $60 million to Fiji."
    found = [claim.pledge.quantity.currency for claim in pledges(extractor, text, publisher="news.com")]
    assert sorted(found) == ["AUD", "USD"]


def test_a_dated_pledge_is_worth_euros_at_the_rate_of_its_day(extractor):
    text = "Norway pledged $40 million to Kenya on Wednesday."
    (claim,) = pledges(extractor, text, published_at="2024-07-10T12:00:00Z")
    quantity = claim.pledge.quantity
    assert claim.pledge.announced_on == "2024-07-10"
    assert (quantity.rate_date, quantity.rate_source) == ("2024-07-10", "ECB")
    assert quantity.in_eur == pytest.approx(40e6 / quantity.rate, abs=0.01)


def test_an_undated_pledge_has_no_day_and_no_worth(extractor):
    (claim,) = pledges(extractor, "Norway pledged $40 million to Kenya on Wednesday.")
    assert claim.pledge.announced_on is None
    assert claim.pledge.quantity.in_eur is None


def test_a_name_that_begins_like_a_month_is_no_date(extractor):
    (claim,) = pledges(extractor, "Germany handed Chad 25 Marders.", published_at="2024-07-11T08:00:00Z")
    assert claim.pledge.announced_on is None


def test_an_annual_amount_recurs(extractor):
    (claim,) = pledges(extractor, "Britain will give Ukraine £3 billion a year until 2030.")
    assert (claim.pledge.period.recurrence, claim.pledge.period.deadline) == ("annual", "2030-12-31")


def test_a_condition_makes_it_conditional(extractor):
    (claim,) = pledges(
        extractor, "Poland would offer Ukraine 200 million euros if four other states join it."
    )
    assert claim.pledge.polarity == "conditional"


def test_a_withdrawal_takes_back(extractor):
    (claim,) = pledges(extractor, "Canada pledged aid, but then it withdrew its $30 million for Kenya.")
    assert (claim.pledge.pledger.name, claim.pledge.operation) == ("Canada", "withdraw")


def test_of_two_clauses_each_has_its_own_giver(extractor):
    text = "India has sent Nepal 250 million rupees and China has given Nepal 10 million yuan."
    found = {(c.pledge.pledger.name, c.pledge.quantity.value) for c in pledges(extractor, text)}
    assert found == {("India", 2.5e8), ("China", 1e7)}


def test_a_sum_restated_is_of_who_was_told_of(extractor):
    text = "Norway will give Chad NOK 3.1 billion over five years. That is NOK 620 million a year."
    assert [c.pledge.pledger.name for c in pledges(extractor, text)] == ["Norway", "Norway"]


def test_a_noun_that_opens_its_sentence_is_no_name(extractor):
    found = pledges(extractor, "Industrialists pledged $1 billion to Chad, and industrialists are rich.")
    assert "Industrialists" not in [c.pledge.pledger.name for c in found]


def test_what_was_promised_before_is_no_second_pledge(extractor):
    text = "France pledged 1.6 billion euros to Chad, up from 1.3 billion euros."
    assert [claim.pledge.quantity.value for claim in pledges(extractor, text)] == [1.6e9]


def test_what_a_country_promised_is_its_own_whoever_speaks(extractor):
    text = "Canada’s promised $500 million has yet to arrive, Ukraine’s defence minister said."
    assert [claim.pledge.pledger.name for claim in pledges(extractor, text)] == ["Canada"]


def test_a_part_has_come_as_far_as_the_whole(extractor):
    text = "The World Bank has approved $700 million for Nepal. Of this, $315 million is a grant."
    assert [claim.pledge.stage for claim in pledges(extractor, text)] == ["allocated", "allocated"]


def test_what_was_given_once_is_delivered_whatever_lies_ahead(extractor):
    text = "Donors made pledges. Germany, which gave the Green Climate Fund €2 billion last time, will announce its figure next month."
    (claim,) = [c for c in pledges(extractor, text) if c.pledge.quantity.value == 2e9]
    assert claim.pledge.stage == "delivered"


def test_who_follows_in_the_ranking_promises_as_the_first_did(extractor):
    text = "Germany announced it would give Chad 125 million euros, followed by France with 70 million euros."
    found = {(c.pledge.pledger.name, c.pledge.stage) for c in pledges(extractor, text)}
    assert found == {("Germany", "pledged"), ("France", "pledged")}


def test_what_was_taken_back_behind_its_figure_is_withdrawn(extractor):
    text = "€121 million which the European Union had earmarked for Georgia has been withdrawn."
    (claim,) = pledges(extractor, text)
    assert (claim.pledge.pledger.name, claim.pledge.operation) == ("European Union", "withdraw")


def test_the_place_of_a_dateline_gives_nothing(extractor):
    text = "MANILA, April 10 (Wire) - The Loss and Damage Fund has been promised $768 million."
    assert [c.pledge.pledger.name for c in pledges(extractor, text)] == ["donors (total)"]


def test_a_label_before_a_total_gives_nothing(extractor):
    text = "Sudan: $813 million pledged in London"
    assert "Sudan" not in [c.pledge.pledger.name for c in pledges(extractor, text)]


def test_each_of_several_gives_the_sum(extractor):
    text = "Lithuania, Romania and Finland will add 30 million euros each in aid for Ukraine."
    assert {c.pledge.pledger.name for c in pledges(extractor, text)} == {"Lithuania", "Romania", "Finland"}


def test_goods_without_a_number_count_where_giver_and_taker_are_named(extractor):
    (claim,) = pledges(extractor, "Denmark will send air defence systems to Ukraine.")
    assert (claim.pledge.quantity.kind, claim.pledge.quantity.value) == ("none", None)
    assert pledges(extractor, "Air defence systems were on show in Denmark.") == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Chancellor Olaf Scholz is expected to announce €5 million for Chad, an aide said.", None),
        ("Minister Kari Solheim is due to declare that Norway will give Chad €5 million.", None),
        ("President Joe Biden is likely to promise that $5 million will go to Chad.", None),
        (
            "Chancellor Olaf Scholz announced on Monday that €5 million is expected to go to Chad.",
            "Olaf Scholz",
        ),
        (
            "Albania will give Gaza €2m. It was announced on Wednesday by Health Minister Arta Dervishi.",
            "Arta Dervishi",
        ),
        (
            "Norway pledged $5m to Kenya. Ola Hansen, Norway's development minister, made the announcement in Oslo.",
            "Ola Hansen",
        ),
        (
            "The EU has promised €720 million for Syria, said in Brussels the envoy Dario Salta.",
            "Dario Salta",
        ),
        (
            "Donors pledged $7 billion to Mali. Egypt's foreign minister Adel Fahmi announced the total on Monday.",
            "Adel Fahmi",
        ),
        (
            "Norway to give Mali $5m\n\nMali is to get $5 million, Minister Adel Fahmi said.",
            "Adel Fahmi",
        ),
        (
            "Minister Adel Fahmi: $5m more is meant for Mali\n\nNorway is to give Mali $5 million. It is late.",
            "Adel Fahmi",
        ),
        ("Norway gives Mali $5m\n\nA sum of $7 million was wanted, Minister Adel Fahmi said.", None),
        ("Norway pledged $7 billion to Mali, said Ann Berg of Oxfam, to which Chad gives $2m.", "Ann Berg"),
        ("Donors pledged $7 billion to Mali. Chad's negotiator Adel Fahmi called the sum a joke.", None),
        ("Philanthropist Bill Gates promised $5 million to Mali.", None),
        ("The UK pledged £1.65bn to Mali over five years, Minister Adel Fahmi said.", "Adel Fahmi"),
        ("Japan has delivered all of the 3 million doses to Mali, Minister Ken Abe said.", "Ken Abe"),
        ("Spain gave Mali €5 million. Norway's minister Ola Hansen made the announcement of a pause.", None),
        (
            "Spain gave Mali €5 million. It is the third gift this year, says Minister Ola Hansen.",
            "Ola Hansen",
        ),
        ("Spain gave Mali €5 million.\n\nIt is the best of worlds, says Minister Ola Hansen.", None),
        ("Spain gave Mali €5 million. The officer Ola Hansen told this newspaper of a boy.", None),
    ],
)
def test_who_told_of_a_pledge_behind_it_is_its_speaker(extractor, text, speaker):
    claim = pledges(extractor, text)[0]
    assert (claim.speaker.name if claim.speaker else None) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Australia will not give Ukraine its 49 retired tanks, a spokesman said on Wednesday.",
        "Poland ruled out giving Ukraine 14 MiG-29 jets.",
        "Spain denies sending 19 tanks to Ukraine.",
    ],
)
def test_a_givers_refusal_of_goods_to_a_named_receiver_is_denied(extractor, text):
    (claim,) = pledges(extractor, text)
    assert (claim.pledge.polarity, claim.pledge.beneficiary.name) == ("denied", "Ukraine")


def test_what_will_not_be_reached_is_no_refusal(extractor):
    assert pledges(extractor, "The million shells for Ukraine will not be reached, Germany said.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Less than 2% of GDP goes into Spain's defence, although it vowed to put €10 billion more into it.",
        "Belgium, whose defence gets 1.3% of its GDP, promised another €4 billion for the army.",
        "Italy spends 1.5% of gross domestic product on defence and pledged to add €5 billion.",
    ],
)
def test_a_sum_beside_a_share_of_gdp_for_defence_is_for_the_giver(extractor, text):
    before = "The European Union and Ukraine want more. "
    (sum_,) = [c for c in pledges(extractor, before + text) if c.pledge.quantity.kind == "money"]
    assert (sum_.pledge.beneficiary, sum_.pledge.purpose) == (None, "defence_spending")


def test_a_sum_for_another_beside_a_share_for_aid_keeps_its_receiver(extractor):
    (claim,) = [
        c
        for c in pledges(extractor, "Norway, which gives 1% of its GDP in aid, pledged $40 million to Kenya.")
        if c.pledge.quantity.kind == "money"
    ]
    assert claim.pledge.beneficiary.name == "Kenya"


@pytest.mark.parametrize(
    ("text", "announced"),
    [
        ("Norway will give Laos $40 million by 30 April.", None),
        ("Spain is to send Kenya 12 trucks by May 31.", None),
        ("Canada is to pay Peru C$9 million before 1 June.", None),
        ("Norway announced on 3 February that it will give Laos $40 million.", "2026-02-03"),
    ],
)
def test_the_day_of_a_deadline_is_not_that_of_the_announcement(extractor, text, announced):
    (claim,) = pledges(extractor, text, published_at="2026-03-12")
    assert claim.pledge.announced_on == announced


@pytest.mark.parametrize(
    ("headline", "below"),
    [
        ("Peru to give Chad $2.5 billion", "Peru will give Chad $2.55 billion in loans."),
        ("Norway pledges more than €1 billion for Chad", "Norway pledged €1.1 billion for Chad on Monday."),
        ("Japan pledges $14bn for Chad", "Japan has pledged $14.02bn for Chad, its cabinet said."),
        ("Peru to give Chad $2.5 billion", "Peru will give Chad 9 billion soles ($2.47 billion) in May."),
    ],
)
def test_a_headline_rounds_the_pledge_below(extractor, headline, below):
    assert len(pledges(extractor, f"{headline}\n\n{below}")) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Peru to give Chad $2.5 billion", "Peru will give Chad $2.9 billion in loans."),
        ("Peru will give Chad $2.5 billion.", "Peru will give Chad $2.55 billion in loans."),
        ("Norway pledges more than €1 billion for Chad", "Norway pledged €1.9 billion for Chad on Monday."),
    ],
)
def test_figures_that_do_not_round_each_other_are_two_pledges(extractor, first, second):
    assert len(pledges(extractor, f"{first}\n\n{second}")) == 2


def test_each_of_several_gives_its_own_of_as_many_sums(extractor):
    text = "Peru and Chile joined the pledges for Chad with 3 million and 2 million euros respectively."
    given = {c.pledge.pledger.name: c.pledge.quantity.value for c in pledges(extractor, text)}
    assert given == {"Peru": 3e6, "Chile": 2e6}
