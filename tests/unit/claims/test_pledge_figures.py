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
}
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


def test_the_same_sum_in_our_money_is_no_second_pledge(extractor):
    text = "Kuwait promised Morocco 10 million dinars, some 300 million dirhams in our money."
    (claim,) = pledges(extractor, text)
    assert claim.pledge.quantity.currency == "KWD"
