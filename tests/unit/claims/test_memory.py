"""The memory of a reader that never ends."""

import gc
import itertools
from pathlib import Path

import psutil
import pytest
import spacy

from streams.claims.pipeline import WORDS_KEPT_FOR, Extractor
from streams.speed.articles import generate

WARM_UP = 5 * WORDS_KEPT_FOR  # caches of patterns and words fill first
GROWTH_MAX = 32  # MiB


def growth(articles: int) -> float:
    """Give the MiB by which reading ``articles`` more grows a reader that is warm."""
    extractor, process = Extractor.from_seeds(), psutil.Process()
    stream = generate(WARM_UP + articles, dense=True)
    for article in itertools.islice(stream, WARM_UP):
        extractor.read(article)
    gc.collect()
    before = process.memory_info().rss
    for article in stream:
        extractor.read(article)
    gc.collect()
    return float(process.memory_info().rss - before) / 2**20


@pytest.mark.soak
@pytest.mark.timeout(3 * 3600)
def test_memory_stays_flat_over_a_hundred_thousand_articles() -> None:
    assert growth(100_000 - WARM_UP) < GROWTH_MAX


def test_words_of_old_articles_are_let_go(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "installed")  # only an installed pipeline cuts tokens
    extractor = Extractor.from_seeds(model=str(tmp_path / "installed"))
    words = [f"unheard{number}" for number in range(3 * WORDS_KEPT_FOR)]
    for word in words:
        extractor._forget_words()
        extractor._nlp.make_doc(word)
    assert len([word for word in words if word in extractor._nlp.vocab.strings]) <= WORDS_KEPT_FOR
