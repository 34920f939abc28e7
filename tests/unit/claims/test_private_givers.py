"""Who gives of their own: texts, each with the givers and figures of the pledges in it.

A row is: text | giver: figure; giver: figure. A text without a pledge has none.
"""

import pytest

from models.messages import Article
from streams.claims.pipeline import Extractor

ROWS = {
    "a family gives as one": [
        "The Lindqvist family will give €4 million towards the rebuilding of the Marienkirche. | Lindqvist family: 4e6",
        "Henrik Aall's family has donated 20 million kroner to the hospital in Bergen. | Aall family: 20e6",
        "The gift of $6 million to Howard University comes from the Brandt Meyers family. | Brandt Meyers family: 6e6",
        "The Okafor brothers donated $5 million to Kenya. | Okafor brothers: 5e6",
        "A Somali family gave the reporter tea and spoke of the $5 million. |",
    ],
    "husband and wife give as one": [
        "Media mogul Carla Reyes and her husband, Tomas Sand, pledged $50 million to Kenya. | Carla Reyes and Tomas Sand: 50e6",
        "Investor Marc Weller and his wife Lynne gave $3 million to Kenya. | Marc and Lynne Weller: 3e6",
        "Singer Ruth Solberg and her family have promised $12 million to Kenya. | Ruth Solberg: 12e6",
        "Marc Weller and his wife Lynne said Peru should give Kenya more. |",
    ],
    "a person with a fortune gives, whatever stands behind the name": [
        "Billionaire Peter Lang, owner of the Lang shipping group, which runs ferries, promised Kenya $5 million. | Peter Lang: 5e6",
        "The tycoon Emma Holm, chair of a bank that owns Brik and Brak Cement, pledged $2 million to Kenya. | Emma Holm: 2e6",
        "Veltra founder Emma Holm wants peace. Holm said she would give Kenya $2 million of her own money. | Emma Holm: 2e6",
        "Singer Ruth Solberg's charity pledged $2 million to Kenya. | Ruth Solberg: 2e6",
        "Former mayor Emma Holm was glad. On Monday Holm pledged $2 million to Kenya. | Emma Holm: 2e6",
        "Emma Holm cut $2 million from the budget for Kenya, said her rival. |",
    ],
    "a kind of givers gives as one": [
        "The private sector will contribute $300 million to the Global Fund. | private sector: 300e6",
        "Private foundations had promised over 2 million dollars to Kenya, she said. | private foundations: 2e6",
        "Governments, companies and foundations have pledged $8 million to Kenya. | donors (total): 8e6",
        "$2 million was pledged for Kenya by some 40 governments, companies and charities. | donors (total): 2e6",
        "$5 million was pledged for Kenya by Dutch billionaires, companies and towns. | donors (total): 5e6",
        "Private companies in Kenya employ 2 million people. |",
    ],
    "two states that share a sum give it together": [
        "Norway and Denmark will give Kenya $30 million. | Norway and Denmark: 30e6",
        "The US and UK pledged $96 million for Kenya. | United States and United Kingdom: 96e6",
        "Norway and Denmark will give Kenya $30 million each. | Norway: 30e6; Denmark: 30e6",
        "Norway and Denmark promised Kenya $30 million and $9 million. | Norway: 30e6; Denmark: 9e6",
    ],
    "each of several persons gives their own sum": [
        "Emma Holm gave $3 million to Kenya, Peter Lang $2 million and Ruth Solberg $1 million. | Emma Holm: 3e6; Peter Lang: 2e6; Ruth Solberg: 1e6",
        "Ruth Solberg and Peter Lang gave Kenya $100 million each, Emma Holm $50 million. | Peter Lang: 100e6; Ruth Solberg: 100e6; Emma Holm: 50e6",
        "Emma Holm turned 30, Peter Lang 40. |",
    ],
}


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.from_seeds()


@pytest.mark.parametrize(
    ("rule", "row"),
    [(rule, row) for rule, rows in ROWS.items() for row in rows],
    ids=lambda value: value[:60],
)
def test_reads_who_gives_of_their_own(extractor, rule, row):  # noqa: ARG001  (names the case)
    text, _, givers = row.rpartition("|")
    wanted = sorted(
        (name.strip(), float(figure))
        for name, _, figure in (g.rpartition(":") for g in givers.split(";") if g.strip())
    )
    claims = {c.claim_id: c for c in extractor.read(Article(text=text.strip()).identified()).claims}.values()
    pledges = [c.pledge for c in claims if c.kind == "pledge"]
    assert sorted((p.pledger.name, p.quantity.value) for p in pledges) == wanted
