"""Whom an article as a whole is about helping: for each sign articles that must be read, and one that must not."""

import pytest

from streams.claims.pipeline import Extractor
from tests.unit.claims.taker_cases import cases, last_taker

# Each row: an article, and who gets the last pledge in it ("-" for nobody).
ROWS = {
    "a body that others fill gets what they promise": [
        (
            "Cash for the poor\n\nThe Karoo Water Fund has raised $9 million since May, it says.\n\nJapan gave 8 million yen.",
            "Karoo Water Fund",
        ),
        (
            "A good day in Bonn\n\nThe donors of the Karoo Water Fund met on Friday.\n\nPoland pledged 9 million euros.",
            "Karoo Water Fund",
        ),
        (
            "Poor countries to get less\n\nThe replenishment of the Karoo Water Fund has ended.\n\nPoland pledged 9 million euros.",
            "Karoo Water Fund",
        ),
        ("The Karoo Water Society met the press on Friday.\n\nPoland pledged 9 million euros.", "-"),
    ],
    "whose gift it is, and who is thanked, gives": [
        (
            "Norway's humanitarian support to Chad grows\n\nNorway met Chad on Monday. Sweden will give 9 million kronor.",
            "Chad",
        ),
        (
            "New wards for Chad's hospitals\n\nChad thanked the Government of Japan. Chad is glad. Japan pledged ¥9 million.",
            "Chad",
        ),
        (
            "Ireland's aid for Benin: what is left of it\n\nIreland met Benin on Monday. Italy will give 9 million euros.",
            "Benin",
        ),
        ("Japan was thanked for its loans to ports.\n\nSweden will give 9 million kronor.", "-"),
    ],
    "a state by its full style gets": [
        (
            "A loan in favour of the Republic of Benin was signed. Japan approved a loan of ¥9 million.",
            "Benin",
        ),
        ("Japan will give ¥9 million to the Kingdom of Lesotho.", "Lesotho"),
        (
            "The Islamic Republic of Mauritania is glad: Spain pledged €9 million to the Islamic Republic of Mauritania.",
            "Mauritania",
        ),
        ("The Republic of Benin met on Friday. As for Benin, it was glad.\n\nJapan pledged ¥9 million.", "-"),
    ],
    "forces on their way are sent": [
        (
            "Haiti mission: Kenya's soldiers on the way\n\nThe mission in Haiti is short of money. Canada will give C$9 million.",
            "Haiti",
        ),
        ("Chad's army is short of boots\n\nCanada will give C$9 million.", "Chad"),
        ("Peace force in Haiti: Benin's troops to arrive\n\nCanada will give C$9 million.", "Haiti"),
    ],
    "a region that files the news is not who gets": [
        ("East Africa: Uganda gets help with roads\n\nJapan pledged ¥9 million.", "Uganda"),
        ("West Africa: Floods in Benin\n\nJapan pledged ¥9 million.", "Benin"),
        ("Southeast Asia: Laos gets boats\n\nJapan pledged ¥9 million.", "Laos"),
    ],
    "a charity that gave is not who gets": [
        (
            "After the quake in Jumla: what came\n\nThe Rs 500 million that the Chinese Red Cross gave Nepal is spent.\n\nIndia pledged $75 million.",
            "Nepal",
        ),
        (
            "What came\n\nThe Karoo Water Fund gave $9 million to Benin. The Karoo Water Fund is glad.\n\nPeru pledged $5 million.",
            "Benin",
        ),
        (
            "What came\n\nThe Karoo Water Fund will give $9 million. The Karoo Water Fund is glad.\n\nPeru pledged $5 million.",
            "-",
        ),
    ],
    "a force of the UN is for where it stands": [
        ("Rwanda will send 700 soldiers to the UN force in Chad.", "Chad"),
        ("Rwanda pledged 700 soldiers for the UN peacekeeping force in Chad.", "Chad"),
        ("Rwanda pledged $7 million to the UN.", "United Nations"),
    ],
    "whose works are backed in the headline gets": [
        (
            "Team Europe backs Benin's railway\n\nThe EIB weighs a loan. Spain has set aside another €50 million.",
            "Benin",
        ),
        ("Tokyo helps Benin build ports\n\nJapan is glad. Spain has set aside another €50 million.", "Benin"),
        ("Who supports Benin\n\nSpain has set aside another €50 million.", "Benin"),
    ],
    "a solidarity meeting is for its country": [
        ("Benin Solidarity Conference ends\n\nSpain pledged €50 million.", "Benin"),
        ("Chad Recovery Forum: half of it\n\nSpain pledged €50 million.", "Chad"),
        ("The Mali Reconstruction Conference has ended. Spain pledged €50 million.", "Mali"),
    ],
    "a cause is what gets": [
        (
            "Donors promise $9 million against polio\n\nThey met. Norway's share is 9 million kroner.",
            "polio eradication",
        ),
        ("Norway will give 9 million kroner to finish off polio.", "polio eradication"),
        ("Norway promised 9 million kroner for the eradication of polio.", "polio eradication"),
        ("Norway pledged 9 million kroner. Polio is rare.", "-"),
    ],
}


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.from_seeds()


@pytest.mark.parametrize(("text", "taker"), cases(ROWS))
def test_reads_who_gets(extractor, text, taker):
    assert last_taker(extractor, text) == taker
