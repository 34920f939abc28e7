"""How far a pledge has come: for each rule sentences that it must read, and what it leaves as it was.

A row is: sentence | quantity | stage, "withdrawn" for what is taken back.
"""

import pytest

from models.messages import Article, Claim
from streams.claims.pipeline import Extractor

READ = {
    "what somebody gave, told behind its figure, is there": [
        "That comes on top of the €3 million in aid that Norway has given Chad. | €3 million | delivered",
        "Peru will match the $2 million that Japan donated to Chad. | $2 million | delivered",
        "The sum is far above the 9 million francs it had given Chad by May, Bern said. | 9 million francs | delivered",
        "Norway used to give Chad around $30 million a year. | around $30 million | delivered",
        "That comes on top of the €3 million that Norway has promised Chad. | €3 million | pledged",
        "France has withdrawn the €12 million which it had announced for Chad. | €12 million | withdrawn",
    ],
    "of what is partly paid the whole is promised": [
        "The $3 billion that Norway promised Chad has been paid in part. | $3 billion | pledged",
        "Norway's pledge to Chad of $3 million was only partly disbursed. | $3 million | pledged",
        "Norway’s grant to Chad of $3 million has been paid out partially. | $3 million | pledged",
        "Norway’s grant to Chad of $3 million has been paid out. | $3 million | delivered",
    ],
    "what is being given is not there yet": [
        "Fifteen million kroner is being donated to Chad by Norway. | Fifteen million kroner | pledged",
        "$5 million is now being provided to Chad by Peru. | $5 million | pledged",
        "Tents worth €3 million are currently being sent to Chad by Spain. | €3 million | pledged",
        "Tents worth €3 million were being sent to Chad by Spain. | €3 million | delivered",
    ],
    "what is taken back, with words between, is withdrawn": [
        "Poland took back on Monday the €4 million promised to Chad. | €4 million | withdrawn",
        "Norway has taken back in silence the $5 million that it had offered Chad. | $5 million | withdrawn",
        "Peru clawed back on Friday $3 million of aid for Chad. | $3 million | withdrawn",
        "Canada has paid Chad the first part of a loan of $9 million. | $9 million | pledged",
    ],
    "what has landed is there": [
        "Turkish aircraft have landed in Chad with 60 tonnes of relief goods. | 60 tonnes | delivered",
        "An Indian plane landed in Chad with 12 tonnes of medicine. | 12 tonnes | delivered",
        "Two planes from Norway landed with 40 tonnes of tents for Chad. | 40 tonnes | delivered",
    ],
    "what its taker has, or is at work, is there": [
        "Japan promised Chad $5 million; the agency has received it since. | $5 million | delivered",
        "Japan promised Chad $5 million in May. The money has since arrived. | $5 million | delivered",
        "Donors promised aid. Another $6m from Japan is already in the WFP's account. | $6m | delivered",
        "Pledges for Chad came in. Seoul's 40 doctors are already at work. | 40 doctors | delivered",
        "Japan promised Chad $5 million; the agency has asked for it since. | $5 million | pledged",
    ],
    "what a body decides is allocated": [
        "Norway will put $5 million into Chad's schools after its parliament voted the plan through. | $5 million | allocated",
        "A grant of $50m from Norway for Chad was waved through by the board on Monday. | $50m | allocated",
        "Latvia's cabinet approved raising defence spending to 5 percent of GDP. | 5 percent | allocated",
        "Spain will give Chad €9 million, as the plan got the cabinet's nod. | €9 million | allocated",
        "Japan pledged Fiji 20 million yen, since signed into its budget. | 20 million yen | allocated",
        "The World Bank's board has cleared a $165 million loan to Zambia. | $165 million | allocated",
        "Norway will give Chad $5m, but its parliament has not approved it. | $5m | pledged",
        "Norway gives Chad $5m out of the package which parliament passed in May. | $5m | pledged",
    ],
    "what waits for a yes is proposed": [
        "Norway will give Chad $5 million, subject to approval by parliament. | $5 million | proposed",
        "Brazil would lend Peru as much as $9 million if its Senate agrees. | as much as $9 million | proposed",
        "Pledges for Chad came in.\n- France: up to €7 million, which Paris says it is “considering”. | up to €7 million | proposed",
        "Germany promised Chad €3 million, which Brussels still has to approve. | €3 million | pledged",
    ],
    "what was promised and has been paid since is delivered": [
        "Britain pledged Chad £113 million, all of which has now been spent. | £113 million | delivered",
        "Norway pledged Chad €4 million, which has already been transferred. | €4 million | delivered",
        "Of the 9,000 doses Norway had promised Chad, all are in. | 9,000 doses | delivered",
        "Norway pledged Chad €4 million, which has not been transferred. | €4 million | pledged",
    ],
    "a verb in the passive behind a figure tells of it, though another stands before": [
        "Under the deal signed with Chad in May, 30 trucks were handed over by Norway. | 30 trucks | delivered",
        "As Tokyo promised last year, 3 million doses have been delivered to Chad by Japan. | 3 million doses | delivered",
        "Norway promised Chad trucks, and 30 trucks will be handed over by May. | 30 trucks | pledged",
    ],
    "what is coming or is being given is promised": [
        "Germany sends Chad five radars, with 30 trucks coming in May. | 30 trucks | pledged",
        "CHF 4 million for Chad is contributed by Switzerland. | CHF 4 million | pledged",
        "€4 million for Chad is jointly provided by Norway. | €4 million | pledged",
        "CHF 4 million for Chad was contributed by Switzerland. | CHF 4 million | delivered",
    ],
    "what was given then is delivered among promises, too": [
        "Donors made pledges for Chad. Tokyo gave $3 million on that occasion. | $3 million | delivered",
        "Donors made pledges for Chad. Kuwait's loans and grants since 1962 amount to KD380 million. | KD380 million | delivered",
        "Donors made pledges for Chad. Tokyo gave $3 million at the close. | $3 million | pledged",
    ],
    "aid that is shelved or taken back is withdrawn": [
        "The Asian Development Bank shelved a $400 million credit for Fiji. | $400 million | withdrawn",
        "The Netherlands has taken back the aid of €60 million for Chad. | €60 million | withdrawn",
        "Norway has called off its grant of $5m to Chad. | $5m | withdrawn",
        "Norway withholds aid of $5 million from Chad. | $5 million | withdrawn",
        "Norway has taken over a $5 million grant for Chad from Denmark. | $5 million | delivered",
    ],
    "particles make verbs of deciding, giving and stopping": [
        "The Dutch government has set apart €12 million for Chad. | €12 million | allocated",
        "The Swedish parliament on Wednesday voted through SEK 3 billion for Ukraine. | SEK 3 billion | allocated",
        "Austria topped up its aid for Syria by €10 million. | €10 million | pledged",
        "Japan turned over 12 patrol boats to the Philippine coast guard. | 12 patrol boats | delivered",
        "Germany put €33 million of aid to Rwanda on hold. | €33 million | withdrawn",
        "The Netherlands has dropped its plan to give Chad €20 million. | €20 million | withdrawn",
        "Sweden will end its aid of SEK 100 million to Mali. | SEK 100 million | withdrawn",
        "Norway ended its visit to Chad, to which it gives $5 million. | $5 million | pledged",
    ],
    "what is talked over is proposed, what is on hold withdrawn": [
        "Norway is in talks to lend Chad $10 million. | $10 million | proposed",
        "Norway is thinking of giving Chad $10 million. | $10 million | proposed",
        "A $10 million grant from Norway to Chad is still under discussion. | $10 million | proposed",
        "Talks are under way on a $10 million grant from Norway to Chad. | $10 million | proposed",
        "Norway's grant of $10 million to Chad is on hold. | $10 million | withdrawn",
        "Norway went back on its pledge of $10 million to Chad. | $10 million | withdrawn",
        "Norway stopped paying aid of $10 million to Chad. | $10 million | withdrawn",
        "Norway went on with its grant of $10 million to Chad. | $10 million | delivered",
    ],
    "what is weighed or tabled is proposed": [
        "Rome mulls €200m for Ukraine. | €200m | proposed",
        "Lawmakers want Canada to give Ukraine C$500 million. | C$500 million | proposed",
        "Norway's government tabled a plan to give Ukraine NOK 50 billion. | NOK 50 billion | proposed",
        "Kuwait's parliament has yet to approve the $30 million loan to Jordan. | $30 million | proposed",
        "Kuwait has yet to pay the $30 million it promised Jordan. | $30 million | pledged",
    ],
    "a body gives its nod, money is poured or credited": [
        "Kuwait gives the nod to a $30m grant for Jordan. | $30m | allocated",
        "UK pumps £60m into Chad's schools. | £60m | pledged",
        "To date, Denmark has spent €7 billion on Ukraine. | €7 billion | delivered",
        "Ukraine's budget was credited with $1.1 billion from the IMF. | $1.1 billion | delivered",
        "A tranche of €4.1 billion from the EU has landed in Kyiv's account. | €4.1 billion | delivered",
        "Donors promised aid. Norway's aid to Sudan stood at NOK 900 million last year. | NOK 900 million | delivered",
        "Norway will pay the second tranche of a €4 million loan to Chad in May. | €4 million | pledged",
        "Peru has transferred to Chad a slice of its new reconstruction loan of $4 million. | $4 million | pledged",
        "Japan gave Chad the third instalment of a programme worth $15 million. | $15 million | pledged",
        "The EU disbursed to Chad the last part of an aid package totalling €9 million. | €9 million | pledged",
        "Japan gave Chad a loan of $15 million. | $15 million | delivered",
    ],
    "help and disbursements that reached a sum are delivered": [
        "The Saudi assistance to Yemen since 2015 has exceeded 25 billion dollars. | exceeded 25 billion dollars | delivered",
        "Donors made pledges. Japan is the largest donor of aid to Chad, with disbursements in 2024 amounting to 190 billion yen. | 190 billion yen | delivered",
        "Donors made pledges for Chad. The Emirates dedicated 150 million dirhams to ports. | 150 million dirhams | pledged",
    ],
    "what a part of a sum has come to is not said of the sum": [
        "A first €3 million of Norway's pledge of €9 million has arrived in Chad. | €3 million | delivered",
        "A first €3 million of Norway's pledge of €9 million has arrived in Chad. | €9 million | pledged",
        "The first $5 million from the Danish loan of $12 million had reached Nepal by May. | $12 million | pledged",
    ],
    "what is handed over today is delivered": [
        "“Today, we deliver €3 million to Chad,” Norwegian Prime Minister Jonas Gahr Støre wrote. | €3 million | delivered",
        "The EU today disburses €4 million to Moldova. | €4 million | delivered",
        "Today Denmark transfers 4 million kroner to Nepal. | 4 million kroner | delivered",
        "The EU will pay Chad €4 million today. | €4 million | pledged",
    ],
    "what could come on a day is waited for": [
        "A first payment of €4 million from the EU for Chad could come as early as March. | €4 million | pledged",
        "The next $2 million from Norway for Nepal may come in May. | $2 million | pledged",
        "Norway is asked for help: $2 million could come from Norway for Nepal. | $2 million | proposed",
    ],
    "a house of parliament decides": [
        "Norway's lower house passed €3 million for Chad. | €3 million | allocated",
        "The upper chamber of the Czech parliament passed 4 million koruna for Chad. | 4 million koruna | allocated",
    ],
    "what a fund frees is allocated": [
        "The UN emergency fund frees $4 million for Malawi. | $4 million | allocated",
        "Norway has freed 20 million kroner for Chad. | 20 million kroner | allocated",
        "Denmark is freeing aid of €9 million for Chad. | €9 million | allocated",
    ],
}
ROWS = [(rule, row) for rule, rows in READ.items() for row in rows]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.from_seeds()


def pledges(extractor: Extractor, text: str) -> list[Claim]:
    claims = (c for c in extractor.read(Article(id="a", text=text)).claims if c.kind == "pledge")
    return list({claim.claim_id: claim for claim in claims}.values())


@pytest.mark.parametrize(("rule", "row"), ROWS, ids=[f"{rule}: {row.split('|')[0]}" for rule, row in ROWS])
def test_reads_how_far_it_has_come_by_its_rule(extractor, rule, row):  # noqa: ARG001  (names the case)
    text, quantity, stage = (part.strip() for part in row.split(" | "))
    told = {
        c.pledge.quantity.text: "withdrawn" if c.pledge.operation == "withdraw" else c.pledge.stage
        for c in pledges(extractor, text)
    }
    assert told.get(quantity) == stage


def test_prisoners_who_are_freed_are_no_gift(extractor):
    assert pledges(extractor, "Norway freed 40 soldiers for Chad.") == []
