"""The names that tell an event: who and what no table lists, and nothing that any report names."""

import pytest

from models.messages import Article
from models.name_sketch import code_of, read_names
from streams.claims.pipeline import Extractor

TOLD = [
    (
        (
            "Norway will pay for a new ward in Kirembe, Health Minister Ingunn Tveitane said on Monday. "
            "The Obasanya Hospital treats patients from all of Ituri."
        ),
        {"kirembe": False, "tveitane": True, "obasanya": False},
        "a village, a minister and a hospital",
    ),
    (
        (
            "Donors met in Talamore to help Sudan. The envoy Selwyn Harrod said: “We came with open hands.” "
            "Harrod had flown in from Port Ellery."
        ),
        {"talamore": False, "harrod": True, "ellery": False},
        "a town, an envoy and a port",
    ),
    (
        (
            "The bridge at Wadi Sebha fell in March. Canada gives $5 million, Premier Doug Wren said, and "
            "the Sahlin Foundation gives $1 million."
        ),
        {"sebha": False, "wren": True, "sahlin": False},
        "a valley, a premier and a foundation",
    ),
]
UNTOLD = [
    (
        "Germany and the United Nations will help Ukraine, Chancellor Olaf Scholz said in Berlin.",
        "listed names",
    ),
    (
        "Farmers wait. Ministers promised them $5 million on Monday. Money has not come.",
        "words that open sentences",
    ),
    (
        "The Finance Ministry pays the Red Cross €2m, the Deputy Foreign Minister said.",
        "words of posts and bodies",
    ),
    ("New Aid Package Agreed\nCanada gives Kenya $3 million.", "words of a headline"),
]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.from_seeds()


def names_in(extractor: Extractor, article: Article) -> dict[int, bool]:
    return read_names(bytes.fromhex(extractor.annotate(article)._.names))


@pytest.mark.parametrize(("text", "names"), [row[:2] for row in TOLD], ids=[row[2] for row in TOLD])
def test_names_that_no_table_lists_tell_the_event(
    extractor: Extractor, text: str, names: dict[str, bool]
) -> None:
    found = names_in(extractor, Article(text=text))
    assert {code_of(name): person for name, person in names.items()}.items() <= found.items()


@pytest.mark.parametrize("text", [text for text, _ in UNTOLD], ids=[what for _, what in UNTOLD])
def test_what_any_report_names_tells_nothing(extractor: Extractor, text: str) -> None:
    assert names_in(extractor, Article(text=text)) == {}


def test_an_article_does_not_name_its_own_house(extractor: Extractor) -> None:
    text = "Canada gives Kenya $3 million, a clerk told the Meridian Courier in Kirembe."
    address = "https://meridian-courier.example/world/a-gift-in-kirembe"
    for mine in (Article(text=text, publisher="Meridian Courier"), Article(text=text, url=address)):
        assert set(names_in(extractor, mine)) == {code_of("kirembe")}


def test_every_claim_carries_the_names_of_its_article(extractor: Extractor) -> None:
    claims = extractor.read(Article(text=TOLD[2][0], published_at="2025-03-05")).claims
    assert {code_of("sebha"), code_of("wren")} <= set(read_names(bytes.fromhex(claims[0].article.names)))
