"""Learns which words speak for a page of giving: annotated folders in, weights and figures out.

Logistic regression over the different words of a page, both kinds of pages weighing the same, by
plain gradient descent from zero: the same folders give the same weights. What it is worth is
measured on pages that it was not trained on: each tenth of a folder in turn, neighbours together,
since neighbouring pages tell of one event.
"""

import json
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from streams.claims.components.giving.page_topic import DOUBTFUL, PageTopic, TopicWords
from streams.claims.components.text.words import Words
from streams.scoring.folder import Annotated, read_folder

_PAGES_MIN: Final = 4  # pages that a word must stand on
_STEPS: Final = 400
_RATE: Final = 1.0
_PENALTY: Final = 3.0
_LEAST: Final = 0.02  # weights nearer to zero are left out
_TENTHS: Final = 10


class Page(NamedTuple):
    """The different words of an annotated page, and whether it holds a pledge."""

    words: frozenset[str]
    giving: bool


class Doubted(NamedTuple):
    """Of pages not trained on: how many with and without pledges there are, and are doubted."""

    giving: int
    giving_doubted: int
    other: int
    other_doubted: int


def pages_of(folders: Iterable[Path]) -> list[list[Page]]:
    """Give the pages of each folder in order, without those whose pledges are all optional.

    Raises FolderError for a folder that is not annotated as it should be.
    """
    return [[page for page in map(_page, read_folder(folder).articles) if page] for folder in folders]


def train(pages: Sequence[Page]) -> TopicWords:
    """Learn the weights of words from ``pages``, which hold both kinds."""
    spread = Counter(word for page in pages for word in page.words)
    known = [[word for word in page.words if spread[word] >= _PAGES_MIN] for page in pages]
    giving = sum(page.giving for page in pages) / len(pages)
    importance = [0.5 / giving if page.giving else 0.5 / (1.0 - giving) for page in pages]
    weights = dict.fromkeys(sorted(word for word, count in spread.items() if count >= _PAGES_MIN), 0.0)
    bias = 0.0
    for _ in range(_STEPS):
        slope = dict.fromkeys(weights, 0.0)
        bias_slope = 0.0
        for page, words, worth in zip(pages, known, importance, strict=True):
            total = bias + sum(weights[word] for word in words)
            off = (1.0 / (1.0 + math.exp(-total)) - page.giving) * worth / len(pages)
            bias_slope += off
            for word in words:
                slope[word] += off
        bias -= 2.0 * _RATE * bias_slope
        for word, change in slope.items():
            weights[word] -= _RATE * (2.0 * change + _PENALTY * weights[word] / len(pages))
    kept = {word: round(weight, 3) for word, weight in weights.items() if abs(weight) >= _LEAST}
    return TopicWords(bias=round(bias, 3), weights=kept)


def topic_table(topic: TopicWords, folders: Sequence[Path], pages: int) -> str:
    """Write ``topic`` as the TOML table that extraction reads, the heaviest words first."""
    head = (
        "# Words that speak for a page of giving, and against one. Learned, not written by hand:\n"
        f"#   pledgewire lexicon learn {' '.join(map(str, folders))} --write seeds/lexicon/topic.toml\n"
        f"# from {pages} annotated pages. An operator's own words and weights replace these.\n"
        f"bias = {topic.bias}\n\n[weights]\n"
    )
    ranked = sorted(topic.weights.items(), key=lambda item: (-abs(item[1]), item[0]))
    return head + "".join(f"{json.dumps(word, ensure_ascii=False)} = {weight}\n" for word, weight in ranked)


def measure(folders: Sequence[Sequence[Page]]) -> Doubted:
    """Count what is doubted among pages that the weights were not learned from."""
    found: Counter[tuple[bool, bool]] = Counter()
    for tenth in range(_TENTHS):
        held, rest = _split(folders, tenth)
        topic = PageTopic(train(rest))
        found.update((page.giving, topic.likelihood(set(page.words)) < DOUBTFUL) for page in held)
    giving, other = (sum(n for (kind, _), n in found.items() if kind is which) for which in (True, False))
    return Doubted(giving, found[True, True], other, found[False, True])


def _split(folders: Sequence[Sequence[Page]], tenth: int) -> tuple[list[Page], list[Page]]:
    held: list[Page] = []
    rest: list[Page] = []
    for pages in folders:
        for number, page in enumerate(pages):
            (held if number * _TENTHS // len(pages) == tenth else rest).append(page)
    return held, rest


def _page(annotated: Annotated) -> Page | None:
    """Give a page's words, None where it only holds what may count or not."""
    pledges = annotated.gold.pledges
    giving = any(not pledge.optional for pledge in pledges)
    if pledges and not giving:
        return None
    words = {word for word in Words(annotated.article.text).lowered if word.isalpha() and len(word) > 1}
    return Page(frozenset(words), giving)
