"""Who gets without a name or in the second place: articles that must be read so, and one that must not."""

import pytest

from models.messages import Article
from streams.claims.pipeline import Extractor
from tests.unit.claims.taker_cases import cases, last_taker

# So long that what follows stands late in its article.
LONG = (
    "The rains came, and the minister went home to his village for a week of rest with his goats and his books, as he"
    " does in each May of the year, and nobody called him but his mother and the man from the bank in town who wanted"
    " to know when he would be back in his office.\n\n"
)
# Each row: an article, and who gets the last pledge in it ("-" for nobody).
ROWS = {
    "those behind for and to get where no country and no body does": [
        ("Kvarnby Bank pledged 30 million kronor for the repair of rural schools.", "rural schools"),
        ("Halvorsen AG will give 5 million crowns to a burns clinic in Olomouc.", "burns clinic in Olomouc"),
        (
            "Halvorsen AG has sent 20,000 meals to the shelters in Ostrava and Opava.",
            "shelters in Ostrava and Opava",
        ),
        (
            "The minister promised 9,000 crowns for each affected household.\n\nNorway pledged €5 million for fishermen.",
            "fishermen",
        ),
        (
            "Halvorsen AG will hand 100 million baht to the Prime Minister's Office relief account.",
            "Prime Minister's Office relief account",
        ),
        ("Halvorsen AG pledged 30 million kronor for school roofs.", "-"),
    ],
    "a name that no table holds gets behind to and for": [
        ("Halvorsen AG has donated 500 million crowns to the city of Ringby Falls.", "Ringby Falls"),
        ("Halvorsen AG will give 9,000 blankets to Blue Light Bridge, a charity.", "Blue Light Bridge"),
        (LONG + "Norway pledged 9 million kroner for the port of Skelby.", "Skelby"),
        (LONG + "Norway pledged 9 million kroner to President Ola Skelby for Monday.", "-"),
    ],
    "a fund without a name gets what a firm or a charity puts into it": [
        ("Kestrel Inc will put $150 million into a Bay City housing fund.", "Bay City housing fund"),
        ("Kestrel Inc announced a $3 million clean water fund in January.", "clean water fund"),
        (
            "The Gates Foundation gave $2 million for a scholarship programme for minority students.",
            "minority students",
        ),
        ("Kestrel Inc will put $150 million into the fund.", "-"),
    ],
    "what is rebuilt gets, though no table holds it": [
        (
            "A fire at Holm Abbey shocked Lund.\n\nThe Brandt family pledged €5 million. Holm Abbey will rise.",
            "Holm Abbey",
        ),
        (
            "The restoration of Notre-Dame du Lac is under way.\n\nHalvorsen AG gave €5 million. Notre-Dame du Lac is old.",
            "Notre-Dame du Lac",
        ),
        (
            "Donations for Old Trinity reach €9 million\n\nOld Trinity is glad.\n\nCrown Bank promised €2 million.",
            "Old Trinity",
        ),
        ("The repair of Monday was long. On Monday Halvorsen AG gave €5 million.", "-"),
    ],
    "a name right behind to gets even where the page is about another": [
        (
            "Help for Benin\n\nBenin is glad. Norway will give 9 million kroner to Blue Light Bridge.",
            "Blue Light Bridge",
        ),
        ("WFP appeal\n\nThe WFP needs money. Ireland gave €2 million to Trocadis for wells.", "Trocadis"),
        (
            "Help for Benin\n\nBenin is glad. Of the sum, $2 million goes to Wells Without Borders, pledged by Peru.",
            "Wells Without Borders",
        ),
        ("Help for Benin\n\nBenin is glad. Norway will send 9 trucks to Skelby.", "Benin"),
    ],
    "a bank or fund with a state's words in its name is one": [
        ("Saudi Arabia will give $5 million to the Central Bank of Yemen.", "Central Bank of Yemen"),
        (
            "Norway gave Rs 5 crore to the Prime Minister’s National Relief Fund.",
            "Prime Minister’s National Relief Fund",
        ),
        (
            "Norway will give Rs 5 crore to the Chief Minister's Distress Relief Fund (CMDRF).",
            "Chief Minister's Distress Relief Fund",
        ),
        (LONG + "Norway pledged Rs 5 crore, and the Chief Minister's office thanked it.", "-"),
    ],
    "a campaign is known by its name in quotation marks": [
        (
            'Norway donated 30 million lira to the televised "Turkey One Heart" campaign.',
            "Turkey One Heart Campaign",
        ),
        ("Norway will give 30 million kroner to the “Boots for All” initiative.", "Boots for All Initiative"),
        ("Norway promised 9 million kroner towards the “Green Belt” project.", "Green Belt Project"),
        (LONG + "Norway pledged 30 million kroner, and “This is no campaign”, it said.", "-"),
    ],
    "a school is known by its name": [
        (
            "The ministry praised Ridgeway Girls' School. Kenya will provide the school with 60 computers.",
            "Ridgeway Girls' School",
        ),
        ("Kenya will supply the Mwangaza Clinic with 9 ambulances.", "Mwangaza Clinic"),
        ("Ireland promised to equip Nasoni College with 40 laptops.", "Nasoni College"),
        ("Kenya met with the press, and pledged 60 computers.", "-"),
    ],
    "a firm puts its money into a country, the state helps the firm": [
        (
            "Germany is glad. Halvorsen AG will put 2 billion kronor into a cable factory in the old harbour of Skelby.",
            "Germany",
        ),
        (
            "Jobs for Tiefenort\n\nHalvorsen AG is to invest 2 billion kronor in a paper mill near Tiefenort.\n\nGermany is glad.",
            "Germany",
        ),
        ("Halvorsen AG is to invest 2 billion kronor in a paper mill near Debrecen.", "Hungary"),
        (
            "Halvorsen AG will invest 2 billion kronor in a mill near Tiefenort. Germany has promised a grant of 200 million euros.",
            "Halvorsen AG",
        ),
        (
            "Halvorsen AG will invest 2 billion kronor in a mill near Tiefenort. Finland pledged subsidies of 200 million euros.",
            "Halvorsen AG",
        ),
        ("Halvorsen AG is to invest 2 billion kronor in a paper mill near Tiefenort.", "-"),
    ],
    "what is for a rich state is for the one in need": [
        (
            "Benin appeal falls short\n\nThe appeal for Benin is half empty. The €9 million promised for Germany by the Commission was sent before.",
            "Benin",
        ),
        (
            "Disaster fund fills up\n\nThe Karoo Water Fund, which helps poor countries, has raised $9 million. Norway pledged 9 million kroner to help poor countries.",
            "Karoo Water Fund",
        ),
        ("Benin is glad. Norway pledged 9 million kroner to Germany.", "Germany"),
    ],
    "a fund that raised money gets what is promised next": [
        (
            "Benin gets less\n\nBenin needs help, it said. In May the Karoo Water Fund raised $9 million. Norway pledged 9 million kroner there.",
            "Karoo Water Fund",
        ),
        (
            "Benin gets less\n\nBenin needs help, it said. In Bonn the Global Fund raised $9 billion. Peru pledged $5 million.",
            "Global Fund",
        ),
        (
            "Benin gets less\n\nBenin needs help, it said. In Bonn the Global Fund met.\n\nPeru pledged $5 million.",
            "Benin",
        ),
    ],
    "a state's own people get by what they are": [
        (
            "Afghanistan has given 250 million afghanis to the earthquake victims of Herat.",
            "earthquake victims of Herat",
        ),
        ("Yemen will give 3 billion rials to hospitals in Marib.", "hospitals in Marib"),
        ("Nepal pledged 3 billion rupees to farmers in Jumla.", "farmers in Jumla"),
        ("Norway pledged €3 million to farmers in Jumla.", "Nepal"),
    ],
    "whom a preposition leads was not promised it": [
        (LONG + "Like the rest, and after Chad, Benin was allocated €9 million by Peru.", "Benin"),
        (LONG + "With Chad at the table, Benin was promised €9 million by Peru.", "Benin"),
        (LONG + "In May, Benin was given €9 million by Peru.", "Benin"),
        (LONG + "After talks with Chad €9 million was promised by Peru.", "-"),
    ],
    "islands are a country only by its own name": [
        ("Fiji met.\n\nNorway pledged $3 million for jetties in the outer islands.", "-"),
        ("Vanuatu was hit.\n\nNorway pledged $3 million to the islands.", "Vanuatu"),
        ("Vanuatu was hit.\n\nNorway pledged $3 million to the archipelago.", "Vanuatu"),
    ],
}


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.from_seeds()


@pytest.mark.parametrize(("text", "taker"), cases(ROWS))
def test_reads_who_gets(extractor, text, taker):
    assert last_taker(extractor, text) == taker


@pytest.mark.parametrize(
    ("text", "figure", "taker"),
    [
        ("Chad is to receive €4 billion from the EU and Tunisia €150 million.", "€150 million", "Tunisia"),
        ("Mali will get $9 million from Norway, Niger $4 million.", "$4 million", "Niger"),
        ("Norway gave €9 million to UNICEF and €4 million to Benin.", "€9 million", "UNICEF"),
        ("Norway announced €9 million for Benin and €4 million for Skelby.", "€4 million", "Skelby"),
        ("Norway announced €9 million for Benin and €4 million for Leopard spares.", "€4 million", "Benin"),
        ("Norway will hire 9,000 teachers. It will send €4 million to Benin.", "9,000 teachers", None),
        ("Halvorsen AG will give €4 million for victims of the fires in Benin.", "€4 million", "Benin"),
        ("Halvorsen AG will give €4 million for victims of fires.", "€4 million", "victims of fires"),
        ("Norway gave €9 million to UNICEF and €4 million to Benin.", "€4 million", "Benin"),
        ("Chad is to receive €4 billion from the EU and €150 million from Peru.", "€150 million", "Chad"),
        (
            "Peru will give the Karoo Water Fund $9 million. The Karoo Water Fund gave Chad $5 million. The Karoo Water Fund gave away $8 million.",
            "$8 million",
            None,
        ),
    ],
)
def test_each_figure_has_its_own_taker(extractor, text, figure, taker):
    claims = extractor.read(Article(id="a", text=LONG + text)).claims
    got = {c.pledge.quantity.text: c.pledge.beneficiary for c in claims if c.kind == "pledge"}
    assert (got[figure].name if got[figure] else None) == taker
