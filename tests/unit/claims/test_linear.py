"""The work of reading grows with the length of a text and not faster, whatever stands in it.

Ordinary runs count calls, which no busy machine disturbs; what a pattern does inside one call
shows in processor time, in the soak test.
"""

import sys
import time
from pathlib import Path

import pytest

from models.messages import Article
from streams.claims.pipeline import Extractor
from tests.unit.claims.hostile_texts import KINDS, hostile

PAGES = Path(__file__).parents[2] / "data" / "articles" / "pages"
# Characters of a short text, and how many times as long the long one is. Bounds on what is looked
# through (a hundred people, two hundred pledges) only show behind the texts that hold as many.
COUNTED = {"repeated": (1_500, 8), "ever": (10_000, 4)}
CALLS_MAX = 1.9  # times as many calls as the length alone makes
TIMED = (125_000, 8)  # up to a megabyte
SECONDS_MAX = 3.0


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    extractor = Extractor.from_seeds()
    extractor.annotate(Article(text=news(50_000)))
    return extractor


def news(length: int) -> str:
    """Give our own articles one behind the other, as often as needed."""
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(PAGES.glob("*.txt")))
    return (text * (length // len(text) + 1))[:length]


def calls(extractor: Extractor, text: str) -> int:
    """Count the calls, also into C and of generators, that reading a text takes."""
    counted = 0

    def count(frame: object, event: str, argument: object) -> None:  # noqa: ARG001
        nonlocal counted
        counted += event in ("call", "c_call")

    article = Article(text=text, published_at="2025-03-01")
    extractor.annotate(article)  # words that an earlier text left in caches would make one text cheap
    sys.setprofile(count)
    try:
        extractor.annotate(article)
    finally:
        sys.setprofile(None)
    return counted


def seconds(extractor: Extractor, text: str) -> float:
    start = time.process_time()
    extractor.annotate(Article(text=text, published_at="2025-03-01"))
    return time.process_time() - start


@pytest.mark.parametrize("kind", KINDS)
def test_calls_grow_with_length_on_hostile_texts(extractor: Extractor, kind: str) -> None:
    length, times = COUNTED[kind.split(maxsplit=1)[0]]
    short, long = calls(extractor, hostile(kind, length)), calls(extractor, hostile(kind, times * length))
    assert long <= CALLS_MAX * times * short + 2000


def test_calls_grow_with_length_on_news(extractor: Extractor) -> None:
    assert calls(extractor, news(120_000)) <= CALLS_MAX * 4 * calls(extractor, news(30_000))


@pytest.mark.soak
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("kind", [*KINDS, "news"])
def test_seconds_grow_with_length_up_to_a_megabyte(extractor: Extractor, kind: str) -> None:
    length, times = TIMED
    short, long = (news(n) if kind == "news" else hostile(kind, n) for n in (length, times * length))
    quick = min(seconds(extractor, short) for _ in range(2))
    assert seconds(extractor, long) <= SECONDS_MAX * times * max(quick, 0.01)
