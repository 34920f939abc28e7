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
    "the last subject of a conjunction gives": [
        "Palau is calm after Australia promised $86 million in aid. | Australia | - | $86 million | pledged",
        "Fiji waited for months before Japan pledged 20 million yen to Fiji. | Japan | Fiji | 20 million yen | pledged",
        "Nepal has slept better since Norway promised Nepal €8 million. | Norway | Nepal | €8 million | pledged",
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
}
ELIDED = [
    ("Chad has promised Haiti 1,500 troops, Bangladesh 1,200 and Kenya 700.", [1500, 1200, 700]),
    ("Donors pledged for Chad: Norway will send 40 trucks and Sweden 25.", [40, 25]),
    ("Benin promised Haiti 2,000 soldiers. El Salvador offered 90 and Guatemala 150.", [2000, 90, 150]),
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
    return [claim for claim in extractor.read(Article(id="a", text=text)).claims if claim.kind == "pledge"]


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


def test_the_parts_of_a_sum_are_its_givers_too(extractor):
    text = (
        "The EU pledged €640 million to Jordan. Of this, €390 million are grants and €250 million are loans."
    )
    assert {c.pledge.quantity.value for c in pledges(extractor, text)} == {640e6, 390e6, 250e6}


def test_the_same_sum_in_our_money_is_no_second_pledge(extractor):
    text = "Kuwait promised Morocco 10 million dinars, some 300 million dirhams in our money."
    (claim,) = pledges(extractor, text)
    assert claim.pledge.quantity.currency == "KWD"
