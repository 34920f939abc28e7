"""Is a page about giving at all? Its words in, a likelihood out.

A small learned component: the weights in ``seeds/lexicon/topic.toml`` were trained on the project's
own annotated articles (``pledgewire lexicon learn``). Courts, earnings, transfers and polls have
words of their own; on a page that has those and few words of giving, only a pledge that its
sentence states plainly counts. So it is on a page that may be either and has one or two pledges to
show: one of giving mostly has more, one of another trade has a figure that strayed in.
"""

import math
from collections.abc import Set as AbstractSet
from functools import lru_cache
from pathlib import Path
from typing import Final

from msgspec import Struct

from streams.claims.components.text.words import Words
from streams.claims.lexicon import LEXICON, load_table

DOUBTFUL: Final = 0.5  # below this a page is of another trade rather than of giving
UNSURE: Final = 0.7  # below this it may be either
_STRAY_MAX: Final = 2  # pledges
_WORDS_MIN: Final = 60  # different words; fewer tell too little


class TopicWords(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table ``topic.toml``: a word's weight is positive where it speaks for a page of giving."""

    bias: float
    weights: dict[str, float]


class PageTopic:
    """Judges pages. Made once for a process."""

    def __init__(self, topic: TopicWords) -> None:
        self._bias = topic.bias
        self._weights = topic.weights
        self._words = frozenset(topic.weights)

    def is_doubtful(self, words: Words, pledges: int) -> bool:
        """Tell a page on which ``pledges`` were read and that is of another trade rather than of giving."""
        least = UNSURE if pledges <= _STRAY_MAX else DOUBTFUL
        return len(words.different) >= _WORDS_MIN and self.likelihood(words.different) < least

    def likelihood(self, different: AbstractSet[str]) -> float:
        """Give how likely a page of these words holds a pledge, 0 to 1."""
        total = self._bias + sum(map(self._weights.__getitem__, self._words & different))
        return 1.0 / (1.0 + math.exp(-max(-50.0, min(50.0, total))))


@lru_cache(maxsize=8)
def load_topic(folder: Path = LEXICON) -> TopicWords:
    """Read ``topic.toml``.

    Raises LexiconError for a file that cannot be used.
    """
    return load_table(folder / "topic.toml", TopicWords)
