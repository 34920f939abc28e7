"""Where a sentence names nobody who gets, or no country of a post, the page's country tells."""

import pytest

from models.messages import Article
from streams.claims.pipeline import Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.from_seeds()


def slots(extractor: Extractor, text: str, kind: str) -> set[str]:
    claims = extractor.read(Article(id="a", text=text)).claims
    return {claim.slot for claim in claims if claim.kind == kind and claim.slot.startswith(kind)}


GUESTS = {
    "the dateline": (
        "Donors meet on the floods\nMAPUTO, March 3 (Wire) - Norway will give 40 million kroner, it said.",
        {"pledge:norway:-", "pledge:norway:mozambique"},
    ),
    "the headline": (
        "Guyana looks for a bridge\n\nThe money has been found. Canada pledged C$30 million on Monday.",
        {"pledge:canada:-", "pledge:canada:guyana"},
    ),
    "the country named most": (
        "A port\n\nSweden promised 90 million kronor. Laotians drew it. Laos will run it. Peru makes cranes.",
        {"pledge:sweden:-", "pledge:sweden:laos"},
    ),
}
AT_HOME = {
    "two countries alike": (
        "A road over the pass\n\nNorway will give 40 million kroner, it said. It links Laos and Peru.",
        {"pledge:norway:-"},
    ),
    "a country's own defence": (
        "A visit to Kenya\n\nKenya was the first stop. Spain agreed to spend 2 percent of its GDP on defence.",
        {"pledge:spain:-"},
    ),
    "a receiver that is named": (
        "Kenya and its neighbours\n\nNorway pledged $40 million to Uganda, an envoy said in Kenya.",
        {"pledge:norway:uganda"},
    ),
}


@pytest.mark.parametrize(("text", "expected"), GUESTS.values(), ids=GUESTS)
def test_a_pledge_to_nobody_named_is_a_guest_where_the_page_is_about(extractor, text, expected):
    assert slots(extractor, text, "pledge") == expected


@pytest.mark.parametrize(("text", "expected"), AT_HOME.values(), ids=AT_HOME)
def test_a_pledge_is_no_guest_anywhere_else(extractor, text, expected):
    assert slots(extractor, text, "pledge") == expected


OFFICES = {
    "the dateline": (
        "LILONGWE, May 2 (Wire) - The dam is late, Water Minister Abida Nyambi said.",
        {"office:malawi:water-minister"},
    ),
    "the headline": (
        "Georgia counts its bridges\n\n“Two are missing,” Transport Minister Levan Odishari said.",
        {"office:georgia:transport-minister"},
    ),
    "the country that most pledges go to": (
        "Two wells\n\nNorway gave $4 million to Malawi.\n\n“They work,” said Water Minister Abida Nyambi.",
        {"office:malawi:water-minister"},
    ),
    "a minister who speaks of what is given abroad": (
        "Two tanks for Malawi\n\nNorway gave two tanks to Malawi.\n\n“They work,” said Defence Minister Ola Berre.",
        {"office:-:defence-minister", "office:malawi:defence-minister"},
    ),
    "a minister who meets the page's, and who is none of its own": (
        "Two tanks for Malawi\n\nForeign Minister Ola Berre met Foreign Minister Abida Nyambi in Malawi.",
        {"office:-:foreign-minister"},
    ),
    "an ambassador, who stands with those to the page's country": (
        "Two tanks for Malawi\n\nMalawi counts them, Norway's ambassador Ola Berre said.",
        {"office:norway:ambassador", "office:norway:ambassador-to-malawi"},
    ),
    "a minister who speaks of what another minister's country gives": (
        "Norway's Defence Minister Ola Berre came. Norway will give Chad tanks, Defence Minister Ida Nyam said.",
        {"office:norway:defence-minister", "office:-:defence-minister"},
    ),
    "another country in the sentence": (
        "Georgia counts bridges\n\nGeorgia lacks two. In Chile, said Transport Minister Rosa Ibarrola, none are.",
        {"office:-:transport-minister", "office:chile:transport-minister"},
    ),
}


@pytest.mark.parametrize(("text", "expected"), OFFICES.values(), ids=OFFICES)
def test_the_post_of_no_named_body_is_the_page_country_s(extractor, text, expected):
    assert slots(extractor, text, "office") <= expected
    assert slots(extractor, text, "office")
