"""What a page is about: on one of another trade only a pledge that is stated plainly counts."""

from pathlib import Path

import pytest

from models.messages import Article, Pledge
from streams.claims.components.giving.page_topic import PageTopic, TopicWords, load_topic
from streams.claims.components.text.words import Words
from streams.claims.pipeline import Extractor

COURT = (
    "Former treasurer jailed for six years\n\n"
    "A judge sentenced the former treasurer of a building society to six years in prison on Friday after "
    "the jury found him guilty of fraud on all counts. The court heard that he moved customers' savings "
    "through accounts of his brother between 2014 and 2019 and lost most of it at the races.\n\n"
    "Norway's branch paid a fund of his 4 million euros in loans, the prosecutor said, and told "
    "nobody. His lawyer said he would appeal. The company's shares fell 3 percent on the day. Investigators "
    "found cash behind a wall of his house, and the police sold two of his cars last summer. The hearing "
    "lasted eleven days; neighbours who lost money sat in the front row and kept silent when it ended."
)
OTHER_TRADES = (Path(__file__).parent / "other_trades.txt").read_text(encoding="utf-8").split("===\n")
PLAIN = "\n\nNorway has promised Kenya 9 million euros for schools."


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.from_seeds()


def _sums(extractor: Extractor, text: str) -> set[float | None]:
    claims = extractor.read(Article(text=text, guid="1").identified()).claims
    return {claim.pledge.quantity.value for claim in claims if isinstance(claim.pledge, Pledge)}


def test_a_page_of_a_court_is_doubted_and_one_of_giving_is_not() -> None:
    topic = PageTopic(load_topic())
    assert topic.is_doubtful(Words(COURT), pledges=9)
    giving = COURT.replace("judge", "minister").replace("court", "donors conference")
    aid = " The government will give aid to Ukraine through a fund, the ministry announced; donors promised help."
    assert topic.likelihood(set(Words(giving + aid).lowered)) > topic.likelihood(set(Words(COURT).lowered))


def test_a_doubted_page_yields_only_what_is_stated_plainly(extractor: Extractor) -> None:
    assert _sums(extractor, COURT.split("\n\n")[2]) == {4e6}  # alone it tells of a loan
    assert _sums(extractor, COURT) == set()
    assert _sums(extractor, COURT + PLAIN) == {9e6}


def test_a_page_that_may_be_either_is_doubted_where_it_has_little_to_show() -> None:
    topic = PageTopic(TopicWords(bias=0.4, weights={}))  # a likelihood of 0.6
    page = Words(" ".join(f"word{number}" for number in range(70)))
    assert topic.is_doubtful(page, pledges=1)
    assert topic.is_doubtful(page, pledges=2)
    assert not topic.is_doubtful(page, pledges=3)


def test_few_words_are_no_ground_for_doubt() -> None:
    topic = PageTopic(TopicWords(bias=-9.0, weights={}))
    assert not topic.is_doubtful(Words("The court fined the bank."), pledges=1)
    assert topic.is_doubtful(Words(" ".join(f"word{number}" for number in range(70))), pledges=1)


@pytest.mark.parametrize("page", OTHER_TRADES, ids=[page.partition("\n")[0] for page in OTHER_TRADES])
def test_pages_of_other_trades_hold_no_pledge(extractor: Extractor, page: str) -> None:
    title, _, text = page.partition("\n")
    article = Article(title=title, text=text, url="https://news.example/1", published_at="2024-03-04")
    claims = extractor.read(article.identified()).claims
    assert [claim for claim in claims if claim.kind == "pledge"] == []
