import random
import re
from collections.abc import Iterator
from typing import cast

import pytest

from streams.claims.components.text.windows import Windows

WORD = re.compile(r"\b(?:GDP|gross domestic product)\b")


def text_of(length: int) -> str:
    rng = random.Random(7)
    words = ["GDP", "gross domestic product", "5%", "of", "the", "output", "gross"]
    return " ".join(rng.choice(words) for _ in range(length))


class Recorded:
    """The pattern, and how many characters it was let loose on."""

    def __init__(self) -> None:
        self.characters = 0

    def finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        self.characters += max(0, min(end, len(text)) - start)
        return WORD.finditer(text, start, end)


@pytest.mark.parametrize("step", [1, 7, 90, 400])
@pytest.mark.parametrize("reach", [10, 160])
def test_every_window_counts_what_a_search_of_its_own_finds(step: int, reach: int) -> None:
    text = text_of(600)
    windows = Windows(WORD, text)
    for at in range(0, len(text), step):
        start, end = max(0, at - reach), min(len(text), at + reach)
        inside = [m for m in WORD.finditer(text) if m.start() >= start and m.end() <= end]
        assert windows.count(start, end) == len(inside)


def test_a_window_that_lies_before_the_last_one_is_counted_too() -> None:
    windows = Windows(WORD, "GDP and GDP and GDP")
    assert [windows.count(8, 19), windows.count(0, 11), windows.count(0, 2)] == [2, 2, 0]


def test_windows_that_overlap_search_each_stretch_few_times() -> None:
    text, recorded = text_of(20_000), Recorded()
    windows = Windows(cast("re.Pattern[str]", recorded), text)
    for at in range(0, len(text), 3):
        windows.count(max(0, at - 160), min(len(text), at + 160))
    assert recorded.characters < 2 * len(text)


def test_a_lone_window_searches_little_more_than_itself() -> None:
    recorded = Recorded()
    Windows(cast("re.Pattern[str]", recorded), text_of(20_000)).count(5000, 5320)
    assert recorded.characters < 500
