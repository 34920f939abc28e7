"""Of all articles of a story one counts: in any order and repetition the same claims stand."""

from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.messages import Article, Claim
from streams.claims.pipeline import Extraction
from streams.claims.stories import Story, StoryError, decode, encode, tell
from tests.support.ledger import article, claim, receipt

STATUSES = ("usable", "usable", "usable", "canceled", "withheld")


def version(number: int, text: str = "", **changes: Any) -> Article:
    return article(1, guid="story", version=number, text=f"{text}Version {number}.", **changes)


def read(source: Article, numbers: tuple[int, ...] = (1, 2)) -> Extraction:
    """What a reader makes of an article; nothing unless it is usable."""
    usable = source.status == "usable"
    claims = tuple(claim(source, number) for number in numbers) if usable else ()
    return Extraction(claims, receipt(source, *claims))


class Standing:
    """What stands of the claims that a stream of articles sends."""

    def __init__(self) -> None:
        self.story: Story | None = None
        self.made: dict[str, Claim] = {}
        self.reasons: dict[str, set[str]] = {}
        self.receipts: dict[str, set[str]] = {}

    def take(self, source: Article, numbers: tuple[int, ...] = (1, 2)) -> None:
        extraction = read(source, numbers)
        told = tell(self.story, source, extraction)
        self.story = decode(encode(told.story))
        self.made |= {c.claim_id: c for c in extraction.claims}
        for gone in told.retractions:
            self.reasons.setdefault(gone.claim_id, set()).add(gone.reason)
        if told.receipt:
            self.receipts[source.id] = set(extraction.receipt.claim_ids.all())

    def articles(self) -> set[str]:
        return {c.article.id for name, c in self.made.items() if name not in self.reasons}


def standing(*articles: Article) -> Standing:
    found = Standing()
    for each in articles:
        found.take(each)
    return found


def test_a_new_version_takes_the_claims_of_the_last_one_back() -> None:
    first, second = version(1), version(2)
    found = standing(first, second)
    assert found.articles() == {second.id}
    assert set(map(tuple, found.reasons.values())) == {("new_version",)}


def test_an_older_version_that_comes_late_changes_nothing_but_leaves_its_trace() -> None:
    first, second = version(1), version(2)
    late = standing(second, first)
    assert late.articles() == {second.id}
    assert late.made.keys() == standing(first, second).made.keys()
    assert late.receipts.keys() == {first.id, second.id}


def test_a_canceled_story_has_no_claims() -> None:
    found = standing(version(1), version(2, status="canceled"))
    assert not found.articles()
    assert set(map(tuple, found.reasons.values())) == {("canceled",)}


def test_a_kill_without_a_version_of_its_own_kills() -> None:
    for text in "abcdef":
        assert not standing(version(1), version(1, text, status="canceled")).articles()


def test_a_withheld_story_has_claims_once_it_is_released() -> None:
    held, released = version(1, status="withheld"), version(1)
    assert held.id == released.id
    assert not standing(held).articles()
    assert standing(held, released).articles() == standing(released, held).articles() == {released.id}
    assert standing(released, held).receipts == standing(held, released).receipts


def test_the_same_article_again_takes_back_only_what_is_not_read_any_more() -> None:
    found = standing(version(1))
    found.take(version(1))
    assert not found.reasons
    found.take(version(1), (2, 3))
    (gone,) = found.reasons
    assert found.reasons[gone] == {"re_extracted"}
    assert len(found.made) == 3


def test_the_kill_of_a_story_counts_in_every_order() -> None:
    told = (version(1), version(2), version(3, status="canceled"))
    assert {frozenset(standing(*order).articles()) for order in permutations(told)} == {frozenset()}


articles_of_one_story = st.lists(
    st.builds(version, st.integers(1, 3), st.sampled_from(["", "a"]), status=st.sampled_from(STATUSES)),
    min_size=1,
    max_size=6,
)


@given(articles_of_one_story, st.data())
def test_order_and_repetition_change_nothing(told: list[Article], data: st.DataObject) -> None:
    again = told + data.draw(st.lists(st.sampled_from(told), max_size=4))
    one, other = standing(*told), standing(*data.draw(st.permutations(again)))
    assert one.articles() == other.articles()
    assert one.made.keys() == other.made.keys()
    assert one.reasons.keys() == other.reasons.keys()
    assert one.receipts.keys() == other.receipts.keys()


@given(articles_of_one_story)
def test_a_claim_that_stands_is_named_by_its_article_s_receipt(told: list[Article]) -> None:
    found = standing(*told)
    for name in found.made.keys() - found.reasons.keys():
        assert name in found.receipts[found.made[name].article.id]


@pytest.mark.parametrize("data", [b"", b"\xc1", b"\x91\x02", b"\x95\x09\x01\xa6usable\xa1a\x90"])
def test_damaged_bytes_are_an_error(data: bytes) -> None:
    with pytest.raises(StoryError):
        decode(data)
