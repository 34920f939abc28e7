"""Who gets where no sentence says so: articles of a country in need that mean it, and some that do not."""

import pytest

from models.messages import Article
from streams.claims.pipeline import Extractor
from tests.unit.claims.taker_cases import cases, last_taker

# Each row: an article, and who gets the last pledge in it ("-" for nobody).
ROWS = {
    "a dateline and what is named there tell whose page it is": [
        (
            "New dikes by May\n\nLILONGWE - Malawi is at ease, its minister said.\n\nJapan pledged ¥6 billion.",
            "Malawi",
        ),
        ("ACCRA, May 2 - It rained in Ghana.\n\nNorway will give 20 million dollars.", "Ghana"),
        ("Lima (Andes Post) - A cold day in Peru.\n\nCanada promised C$9 million.", "Peru"),
        ("OSLO - A cold day in Norway, and in Peru.\n\nCanada promised C$9 million.", "-"),
    ],
    "a letterhead tells it": [
        (
            "REPUBLIC OF GHANA\nMINISTRY OF ROADS\n\nThe minister met the press.\n\nNorway will give 20 million dollars.",
            "Ghana",
        ),
        (
            "Government of the Republic of Fiji\nPress office\n\nThe minister met the press.\n\nJapan pledged ¥6 billion.",
            "Fiji",
        ),
        ("Kingdom of Lesotho\n\nThe minister met the press.\n\nIreland pledged €6 million.", "Lesotho"),
        ("A friend of the Republic of Ghana spoke.\n\nNorway will give 20 million dollars.", "-"),
    ],
    "the money of a country and its name tell it": [
        (
            "The dikes cost 4 billion cedis, and Ghana is glad of it.\n\nGhana waits. Japan pledged ¥6 billion.",
            "Ghana",
        ),
        ("Roads for 9 billion taka\n\nBangladesh builds.\n\nJapan pledged ¥6 billion.", "Bangladesh"),
        ("Boats for 9 million leu\n\nMoldovan towns build.\n\nJapan pledged ¥6 billion.", "Moldova"),
        ("The dikes cost 4 billion kwacha.\n\nJapan pledged ¥6 billion.", "-"),
    ],
    "in a list of givers the only one in need that gives nothing gets": [
        (
            "Storm Mabel: who gives what\n\nPERU — $12 million, pledged on Monday.\n\nINDIA — 200 tonnes of rice, pledged in Beira.\n\nNORWAY — 20 million kroner, as long as Maputo wants it.",
            "Mozambique",
        ),
        (
            "Aid tracker\n\nNorway pledged $12 million; the ship lies off Haiti.\n\nPeru pledged 30 trucks for a road in Haiti.\n\nItaly pledged €9 million.",
            "Haiti",
        ),
        (
            "Aid tracker\n\nNorway pledged $12 million; the ship lies off Haiti.\n\nPeru pledged 30 trucks , and the ship lies off Benin.\n\nItaly pledged €9 million.",
            "-",
        ),
    ],
    "the host of a meeting is not who gets": [
        (
            "Sea talks end in Mombasa\n\nMOMBASA, Kenya - The conference ended in Kenya with smiles. Kenya was glad, and Kenya sang.\n\nPeru pledged €9 million.",
            "-",
        ),
        (
            "Nairobi summit ends\n\nNAIROBI - Kenya was glad of it. Kenya sang.\n\nPeru pledged €9 million.",
            "-",
        ),
        (
            "Kenya summit on roads ends\n\nNAIROBI - Kenya was glad of it. Kenya sang.\n\nPeru pledged €9 million.",
            "Kenya",
        ),
        (
            "Roads for Kenyan towns\n\nNAIROBI - Kenya was glad of the talks. Kenya sang.\n\nPeru pledged €9 million.",
            "Kenya",
        ),
    ],
    "where somebody meets is not whose page it is": [
        (
            "They met in Accra. It rained at Accra, and from Accra they flew home.\n\nIn Accra Japan pledged ¥6 billion.",
            "-",
        ),
        ("The ambassador of Ghana met the ambassador of Ghana.\n\nJapan pledged ¥6 billion.", "-"),
    ],
}


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.from_seeds()


@pytest.mark.parametrize(("text", "taker"), cases(ROWS))
def test_reads_who_gets(extractor, text, taker):
    assert last_taker(extractor, text) == taker


def test_an_outlet_tells_whose_page_it_is(extractor):
    text = "The Kenyan minister met the press in Kenya.\n\nJapan pledged ¥6 billion."
    read = {
        publisher: extractor.read(Article(id="a", text=text, publisher=publisher))
        .claims[-1]
        .pledge.beneficiary
        for publisher in ("nairobipost.example", "post.example")
    }
    assert read["nairobipost.example"].name == "Kenya"
    assert read["post.example"] is None
