"""The Doc of a pipeline that reads no tokens: text in, a Doc that keeps it as a whole out.

Our components read characters and sentences, so that cutting tokens would be a tenth of the
work on an article and serve nobody; an installed pipeline brings the tokenizer that it was
trained with.
"""

from spacy.tokens import Doc
from spacy.vocab import Vocab


class WholeText:
    """Stands where spaCy wants a tokenizer; the text is in ``doc._.source``, see source_text."""

    def __init__(self, vocab: Vocab) -> None:
        self._vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Give a Doc without tokens that notes ``text`` as its source."""
        doc = Doc(self._vocab)
        doc._.source = text
        return doc
