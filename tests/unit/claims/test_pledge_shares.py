"""Shares of economic output: texts, each with the states and shares of the pledges in it.

A row is: text | state: percent; state: percent. A text without a pledge has none.
"""

import pytest

from models.messages import Article
from streams.claims.pipeline import Extractor

ROWS = {
    "a goal that a bloc has set is of the state that reaches it": [
        "Defence spending is low. Norway will hit NATO's 2% target this year. | Norway: 2",
        "Defence spending is low. Italy wants to achieve NATO's 2 percent goal in May. | Italy: 2",
        "Defence spending is low. Belgium is to meet the alliance's 2% mark by June. | Belgium: 2",
        "Portugal will achieve a 2 percent cut of its costs. Its defence spending is low. |",
    ],
    "a share that is dated is promised": [
        "Belgium reaches the NATO norm of 2% of GDP before the year is out. | Belgium: 2",
        "Spain's minister said that it meets the 2% of GDP for defence by 2027. | Spain: 2",
        "Peru insists that it reaches 3% of GDP for defence next year and climbs to 4% by 2030. | Peru: 3; Peru: 4",
        "Peru reached 3% of GDP for defence this year. |",
    ],
    "who only stands at a share promises none": [
        "Only nine of NATO's members meet the goal of 2% of GDP for defence. |",
        "Greece exceeds 3 percent of GDP in defence spending. |",
        "According to NATO Peru spent 1.4% of GDP on defence last year. |",
        "Greece promises to meet the goal of 3 percent of GDP for defence. | Greece: 3",
    ],
    "members are those of their bloc": [
        "NATO met in Oslo. The 31 members have promised to spend 2% of GDP on defence. | NATO allies: 2",
        "NATO is pleased. Several countries will invest 3% of GDP in defence. | NATO allies: 3",
        "Malta was host to the European Union. All governments have pledged 0.7% of GNI for aid. | European Union: 0.7",
    ],
    "a council decides for its country": [
        "Latvia will spend 5 percent of GDP on defence, the National Security Council has decided. | Latvia: 5",
        "The Supreme Defence Council of Romania agreed to raise defence spending to 3% of GDP. | Romania: 3",
        "In Finland the Military Committee decided to spend 4% of GDP on defence. | Finland: 4",
    ],
    "parts of a share are told as parts of a sum": [
        "NATO allies will spend 5% of GDP on defence. Of this, 3.5% is for arms and 1.5% for roads. | NATO allies: 5; NATO allies: 3.5; NATO allies: 1.5",
        "NATO allies will spend 5% of GDP on defence. At least 3.5% is to go to core defence. | NATO allies: 5; NATO allies: 3.5",
        "NATO allies agreed to raise defence spending to 5% of GDP. Up to 1.5% more can be spent on bridges. | NATO allies: 5; NATO allies: 1.5",
        "NATO allies agreed to invest 5% of GDP in defence. Some 1.5% of voters were asked. | NATO allies: 5",
    ],
    "it is told once, with and without the year": [
        "NATO allies agreed to spend 5% of GDP on defence. The text says: Allies commit to invest 5% of GDP annually in defence. | NATO allies: 5",
        "Spain will spend 2.1% of GDP on defence. Madrid will spend 2.1% of GDP a year. | Spain: 2.1",
        "Peru promised to spend 2% of GDP on defence every year. Peru will spend 2% of GDP. | Peru: 2",
    ],
    "a place gives nothing": [
        "NATO summit in The Hague: 5% of GDP for defence. |",
        "Talks on defence in Norway: 5 percent of GDP. |",
    ],
    "who stands behind the share as having agreed it": [
        "Defence spending is set to reach 3% of GDP in 2030, the Dutch cabinet agreed. | Netherlands: 3",
        "Spending on defence will rise to 4 percent of GDP, the Danish government promised. | Denmark: 4",
        "Defence spending is to hit 2% of GDP soon, Portugal pledged. | Portugal: 2",
    ],
    "an aside with a figure is no subject": [
        "Belgium, which spent 1.3% of GDP on defence last year, promises to reach 2% this year. | Belgium: 2",
        "Spain went its own way at the NATO summit: it will spend only 2.1% of GDP on defence. | Spain: 2.1",
        "Between 5 and 6 percent of GDP will go to the defence of Estonia, Tallinn agreed. | Estonia: 5",
        "Denmark has set a goal of 3 percent of GDP for defence. | Denmark: 3",
    ],
}
CASES = [(rule, row) for rule, rows in ROWS.items() for row in rows]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.from_seeds()


@pytest.mark.parametrize(("rule", "row"), CASES, ids=[f"{rule}: {row[:40]}" for rule, row in CASES])
def test_reads_whose_share_it_is(extractor, rule, row):  # noqa: ARG001  (names the case)
    text, _, told = row.partition(" | ")
    wanted = [one.split(": ") for one in told.split("; ") if one]
    read = extractor.read(Article(id="a", text=text.removesuffix(" |"))).claims
    claims = {c.claim_id: c.pledge for c in read if c.kind == "pledge"}.values()
    assert sorted((p.pledger.name, p.quantity.value) for p in claims) == sorted(
        (state, float(share)) for state, share in wanted
    )
