"""Text to a Doc of words, marks and white space, in time that grows with its length alone.

spaCy's English tokenizer peels affixes off one by one: ten thousand quotation marks in a row
cost it half a minute, and an ordinary article half of its reading time. Our components read
characters and sentences, so that words are all they need; an installed pipeline brings the
tokenizer that it was trained with.
"""

import re
from typing import Final

from spacy.tokens import Doc
from spacy.vocab import Vocab

_TOKEN: Final = re.compile(r"(\w+|[^\w\s]|\s)( ?)")


class WordTokenizer:
    """A spaCy tokenizer; ``doc.text`` is the text that went in."""

    def __init__(self, vocab: Vocab) -> None:
        self._vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Give the Doc of ``text``."""
        found = _TOKEN.findall(text)
        return Doc(
            self._vocab, words=[word for word, _ in found], spaces=[space == " " for _, space in found]
        )
