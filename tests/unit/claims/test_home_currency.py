"""Bare dollar signs: whose dollar the page, its outlet and the giver make of them."""

import pytest

from models.messages import Article
from streams.claims.components.figures.home_currency import HomeCurrencies
from streams.claims.components.quantities import QuantityReader
from streams.claims.pipeline import Extractor
from streams.claims.vocabulary import load_units


@pytest.fixture(scope="module")
def reader() -> QuantityReader:
    return QuantityReader(load_units())


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def currencies(extractor: Extractor, text: str, url: str | None = None, publisher: str | None = None):
    article = Article(text=text, url=url, publisher=publisher).identified()
    return [c.pledge.quantity.currency for c in extractor.read(article).claims if c.kind == "pledge"]


@pytest.mark.parametrize(
    ("url", "publisher", "text", "currency"),
    [
        ("https://www.example.ca/news/1", None, "Canada has pledged $40 million to Ukraine.", "CAD"),
        ("https://www.example.com/australia-news/1", None, "Australia pledged $40 million to Fiji.", "AUD"),
        ("https://www.example.com/us-news/1", None, "Australia pledged $40 million to Fiji.", "USD"),
        (
            "https://user@news.example.ca:8443/x?y#z",
            None,
            "Canada has pledged $40 million to Ukraine.",
            "CAD",
        ),
        ("https://[broken", "example.ca", "Canada has pledged $40 million to Ukraine.", "CAD"),
        ("not an address", None, "Canada has pledged $40 million to Ukraine.", "USD"),
        ("https://www.example.com.au/a", None, "Australia will give $40 million to Fiji.", "AUD"),
        (None, "The Wellington Post of New Zealand", "New Zealand pledged $4 million to Samoa.", "NZD"),
        (None, None, "OTTAWA — Canada has pledged $40 million to Ukraine.", "CAD"),
        (None, None, "CANBERRA, Australia – Australia has pledged $40 million to Ukraine.", "AUD"),
        (None, None, "Canada pledged $40 million to Ukraine, and Germany US$50 million.", "CAD"),
        (None, None, "Canada gives $40m\n\nCanada has pledged C$40 million to Ukraine.", "CAD"),
        # The giver has no dollar of its own, the agency writes for readers abroad, or nothing tells.
        ("https://www.example.ca/news/1", None, "Germany has pledged $40 million to Ukraine.", "USD"),
        (None, None, "OTTAWA (Reuters) - Canada has pledged $40 million to Ukraine.", "USD"),
        (None, None, "Canada has pledged $40 million to Ukraine.", "USD"),
        (None, None, "Australia pledged $40 million (US dollars, it said) and NZ$3 million to Fiji.", "USD"),
    ],
)
def test_a_bare_dollar_is_the_givers_own_only_where_the_page_tells(extractor, url, publisher, text, currency):
    assert currencies(extractor, text, url, publisher)[0] == currency


def test_a_dollar_converted_to_us_dollars_is_none_itself(reader):
    (mention,) = reader.read("They pledged $50 million (US$37 million).", outlet=lambda: "news.example.ca")
    assert (mention.quantity.currency, mention.shared_currencies) == ("CAD", ())
    assert [other.currency for other in mention.alternatives] == ["USD"]


@pytest.mark.parametrize(
    ("outlet", "home"),
    [("cbc.example.ca", "CAD"), ("news.example.hk", "HKD"), ("example.com", None), ("", None)],
)
def test_an_outlets_country_is_told_by_its_host(outlet, home):
    assert HomeCurrencies(load_units().home).home_of("Some text.", outlet) == home


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("Pakistan has pledged Rs 300 million to Afghanistan.", "PKR"),
        ("Sri Lanka pledged Rs. 20 million to Nepal.", "LKR"),
        ("India pledged ₹300 crore to Nepal.", "INR"),
        ("Sweden will give 300 million kronor to Ukraine.", "SEK"),
        ("Norway will give 300 million kroner to Ukraine.", "NOK"),
        ("Iceland will give 300 million krónur to Ukraine.", "ISK"),
        ("The Czech Republic will give 300 million crowns to Ukraine.", "CZK"),
        ("China has pledged ¥300 million to Laos.", "CNY"),
        ("Japan has pledged ¥300 million to Laos.", "JPY"),
        ("Egypt has pledged 300 million pounds to Sudan.", "EGP"),
        ("Britain has pledged 300 million pounds to Syria.", "GBP"),
        ("Oxfam has pledged 3 million pounds to Syria.", "GBP"),
        ("Jordan has pledged 3 million dinars to Syria.", "JOD"),
        ("Switzerland has pledged 3 million francs to Rwanda.", "CHF"),
    ],
)
def test_a_word_that_several_currencies_share_is_settled_by_the_giver(extractor, text, currency):
    assert currencies(extractor, text) == [currency]
