"""A correction notice marks the pledges that it names and takes no wrong figure for a pledge."""

import pytest

from models.messages import Article
from models.messages.claim import Corrected, Operation
from streams.claims.pipeline import Extractor

BODY = "Germany will give Ukraine 40 billion euros in military aid, its minister said."
OTHER = "Norway pledged 7.5 billion kroner to Ukraine."
MEND, KEEP = "correct", "assert"


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.from_seeds()


def read(extractor: Extractor, *paragraphs: str) -> dict[float | None, Operation]:
    article = Article(text="\n\n".join(paragraphs), published_at="2025-03-12", publisher="P").identified()
    claims = extractor.read(article).claims
    return {c.pledge.quantity.value: c.pledge.operation for c in claims if c.pledge}


@pytest.mark.parametrize(
    "notice",
    [
        (
            "CORRECTION: An earlier version of this story said that Germany will give Ukraine 4 billion euros. "
            "The figure is 40 billion euros."
        ),
        "(This story corrects the amount to 40 billion euros, not 4 billion euros)",
        (
            "Correction - In a report on Monday we wrongly said Germany would give Ukraine 4 billion euros. "
            "Germany will give Ukraine 40 billion euros."
        ),
        "CORRECTED (corrects sum in paragraph 1 to 40 billion euros from 4 billion euros)",
        "This article was amended on March 12. Germany gives 40 billion euros rather than 4 billion euros.",
    ],
)
def test_the_figure_that_a_notice_gives_corrects_and_the_wrong_one_is_none(
    extractor: Extractor, notice: str
) -> None:
    for told in ((notice, BODY, OTHER), (BODY, OTHER, notice)):
        assert read(extractor, *told) == {40e9: MEND, 7.5e9: KEEP}


@pytest.mark.parametrize(
    "notice",
    [
        "(This story has been corrected to fix the sum in the second paragraph)",
        "CORRECTION: figure in paragraph 2.",
        "(Corrects the currency in para 2)",
    ],
)
def test_a_notice_that_names_a_paragraph_is_about_its_pledges(extractor: Extractor, notice: str) -> None:
    assert read(extractor, BODY, OTHER, notice) == {40e9: KEEP, 7.5e9: MEND}


@pytest.mark.parametrize(
    "notice",
    [
        "This story has been corrected to fix the amounts.",
        "CORRECTION: An earlier version of this story misstated the figures.",
        "The story was corrected because the sums were in the wrong currency.",
    ],
)
def test_a_notice_about_the_figures_as_such_is_about_all(extractor: Extractor, notice: str) -> None:
    assert read(extractor, BODY, OTHER, notice) == {40e9: MEND, 7.5e9: MEND}


@pytest.mark.parametrize(
    "words",
    [
        "This article was amended on March 3 to mend the spelling of the minister's name.",
        "The ministers agreed on the correction of the border, not on a new version of the treaty.",
        "Correct figures are hard to get, the minister said.",
        "The first version of the bill was not voted on.",
    ],
)
def test_other_words_correct_no_pledge(extractor: Extractor, words: str) -> None:
    assert read(extractor, BODY, OTHER, words) == {40e9: KEEP, 7.5e9: KEEP}


def test_the_receipt_gives_the_notice_as_printed(extractor: Extractor) -> None:
    notice = "(This story corrects the amount to 40 billion euros, not 4 billion euros)"
    article = Article(text=f"{BODY}\n\n{notice}", published_at="2025-03-12").identified()
    assert extractor.read(article).receipt.note == notice


@pytest.mark.parametrize(
    "paragraphs",
    [
        (
            "Correction: Norwegian aid to Moldova",
            (
                "In a story published on 3 March we wrongly reported that Norway would give Moldova 45 million "
                "kroner. Norway will give Moldova 54 million kroner."
            ),
        ),
        (
            (
                "Correction: In our report of 3 March we said that Norway had pledged 45 million kroner to Moldova. "
                "Norway pledged 54 million kroner to Moldova."
            ),
        ),
        (
            "CORRECTED - Norway will give Moldova 54 million kroner, not 45 million kroner, as we wrote on Monday.",
        ),
    ],
)
def test_a_notice_in_another_story_says_what_it_corrects(
    extractor: Extractor, paragraphs: tuple[str, ...]
) -> None:
    article = Article(text="\n\n".join(paragraphs), published_at="2025-03-12", publisher="P").identified()
    pledges = [claim.pledge for claim in extractor.read(article).claims if claim.pledge]
    assert [(p.quantity.value, p.operation, p.corrects) for p in pledges] == [
        (54e6, MEND, Corrected(value=45e6, currency="NOK"))
    ]
