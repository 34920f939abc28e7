"""In which form a sum is given: told of each figure of a sentence by the words next to it."""

import pytest

from models.messages import Article
from streams.claims.pipeline import Extractor

FORMS = {
    "The World Bank approved a $300 million loan and $50 million as a grant for Moldova.": ["loan", "grant"],
    "Norway gave Moldova a loan of $20 million and a grant of $5 million.": ["loan", "grant"],
    "Canada pledged Moldova grants of $7 million and loans worth $20 million.": ["grant", "loan"],
    "Japan will give Moldova $12 million in grants and $80 million in loans.": ["grant", "loan"],
    "France gave Moldova loan guarantees for $20 million.": ["guarantee"],
    "Sweden pledged $9 million to Moldova.": [None],
}


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.from_seeds()


@pytest.mark.parametrize("sentence", FORMS)
def test_each_figure_has_the_form_that_stands_next_to_it(extractor: Extractor, sentence: str) -> None:
    article = Article(text=sentence, title="Moldova", url="https://example.org/1").identified()
    claims = {claim.claim_id: claim for claim in extractor.read(article).claims if claim.pledge}
    told = sorted(claims.values(), key=lambda claim: claim.pledge.quantity.span if claim.pledge else None)
    assert [claim.pledge.instrument for claim in told if claim.pledge] == FORMS[sentence]
