"""The reader of articles: what it makes claims of, what it leaves, and that it is a function of its input."""

import pytest

from models.messages import Article
from streams.claims.pipeline import EXTRACTOR, Extractor

TEXT = (
    "Norway pledged at least $40 million to Kenya, Prime Minister Jonas Gahr Støre said in Nairobi. "
    "“We stand by our friends in hard times,” he told reporters."
)


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.from_seeds()


def test_the_receipt_names_every_claim(extractor):
    extraction = extractor.read(Article(id="a", story_id="s", text=TEXT))
    assert {claim.claim_id for claim in extraction.claims} == set(extraction.receipt.claim_ids.all())
    assert (extraction.receipt.article_id, extraction.receipt.story_id) == ("a", "s")
    assert extraction.receipt.extractor == EXTRACTOR
    assert extraction.receipt.claim_ids.pledge
    assert extraction.receipt.claim_ids.quote


def test_the_same_article_gives_the_same_claims(extractor):
    article = Article(id="a", text=TEXT, published_at="2024-07-10")
    assert extractor.read(article) == extractor.read(article)
    assert Extractor.from_seeds().read(article) == extractor.read(article)


def test_another_language_is_named_and_makes_no_claims(extractor):
    text = "Die Bundesregierung hat am Montag angekündigt, dass sie der Ukraine 40 Millionen Euro geben wird."
    extraction = extractor.read(Article(id="a", text=text))
    assert extraction.claims == ()
    assert extraction.receipt.language == "de"
    assert "de" in (extraction.receipt.note or "")


@pytest.mark.parametrize("status", ["canceled", "withheld"])
def test_a_story_taken_back_makes_no_claims(extractor, status):
    extraction = extractor.read(Article(id="a", text=TEXT, status=status))
    assert extraction.claims == ()
    assert status in (extraction.receipt.note or "")


@pytest.mark.parametrize("text", ["", " \n ", "$", "“", "Norway", "9" * 5000, "“ " * 3000])
def test_odd_texts_are_read_without_an_error(extractor, text):
    assert extractor.read(Article(id="a", text=text)).receipt.article_id == "a"


def test_a_date_in_the_year_9999_is_read_without_an_error(extractor):
    extraction = extractor.read(Article(id="a", text=TEXT, published_at="9999-12-31T23:59:59Z"))
    assert extraction.receipt.claim_ids.pledge


def test_a_long_text_takes_time_in_proportion(extractor):
    text = (TEXT + "\n\n") * 1200  # a quarter of a megabyte, within the test's timeout
    assert extractor.read(Article(id="a", text=text)).receipt.claim_ids.pledge


def test_every_span_lies_in_the_text_and_holds_its_words(extractor):
    for claim in extractor.read(Article(id="a", text=TEXT)).claims:
        assert TEXT[slice(*claim.span)] == claim.evidence
        if claim.kind == "quote":
            assert TEXT[slice(*claim.quote.span)] == claim.quote.text
        if claim.kind == "pledge":
            assert TEXT[slice(*claim.pledge.quantity.span)] == claim.pledge.quantity.text
