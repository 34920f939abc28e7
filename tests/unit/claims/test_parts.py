"""Parts of a pledge: figures that a report takes a sum apart into are the giver's, too."""

import pytest

from models.messages import Article, Pledge
from streams.claims.pipeline import Extractor

APART = [
    (
        (
            "Japan will provide 60 billion yen to Kenya, Kishida Fumio announced. He said the sum breaks down into "
            "35 billion yen of credits, 15 billion yen of grants, and no less than 10 billion yen of guarantees."
        ),
        {"35 billion yen", "15 billion yen", "no less than 10 billion yen"},
    ),
    (
        (
            "The EU adopted a package of €7.4 billion for Jordan. In the package are €5 billion in loans, "
            "€1.8 billion in investments and €600 million in grants."
        ),
        {"€5 billion", "€1.8 billion", "€600 million"},
    ),
    (
        (
            "Sweden unveiled aid for Ukraine of SEK 16 billion. The package consists of three parts:\n\n"
            "- Financial contributions of SEK 6.3 billion to various funds.\n"
            "- Procurement from industry for SEK 9.2 billion.\n"
            "- Donation of equipment, valued at SEK 500 million."
        ),
        {"SEK 6.3 billion", "SEK 9.2 billion", "SEK 500 million"},
    ),
    (
        "Canada has committed more than $9.5 billion to Chad, and $1.8 billion of that is emergency aid.",
        {"$1.8 billion"},
    ),
]

NO_PART = [
    "Norway pledged $9 million to Chad, of which, says Oslo, Denmark pays $2 million.",
    "Norway pledged $9 million to Chad, up from $5 million last year.",
    "Norway pledged $9 million to Chad, which needs $3 million of that for debts.",
]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.from_seeds()


def _pledges(extractor: Extractor, text: str) -> list[Pledge]:
    claims = extractor.read(Article(text=text, guid="1").identified()).claims
    return [claim.pledge for claim in claims if isinstance(claim.pledge, Pledge)]


@pytest.mark.parametrize(("text", "parts"), APART)
def test_reads_the_parts_as_the_givers(extractor: Extractor, text: str, parts: set[str]) -> None:
    pledges = _pledges(extractor, text)
    whole = max(pledges, key=lambda pledge: pledge.quantity.value or 0)
    read = {p.quantity.text for p in pledges if p.pledger == whole.pledger and p is not whole}
    assert parts <= read


@pytest.mark.parametrize("text", NO_PART)
def test_leaves_other_sums_to_others(extractor: Extractor, text: str) -> None:
    given = {p.quantity.value for p in _pledges(extractor, text) if p.pledger.name == "Norway"}
    assert given == {9e6}
