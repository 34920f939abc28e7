"""Quotations: doc.text in, ``doc._.quotations`` out: what stands between quotation marks.

What is told as speech without them (– We will pay, says Berg.) counts as well.

Words set apart for distance and titles ('non-doms', “One Future”) are marked ``scare``:
nobody says them. The speakers component fills in the rest.
"""

import re
from itertools import islice
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from streams.claims.annotations import Quotation, source_text
from streams.claims.components.posts.parties import Cover
from streams.claims.components.speech.marks import Pair, paired
from streams.claims.components.speech.unmarked import unmarked

_WORD: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SENTENCE_END: Final = frozenset(".!?…,;—–-")
_TITLE_CUE: Final = re.compile(
    r"(?:titled|entitled|called|named|dubbed|known as|headlined|so-called"
    r"|the (?:book|film|report|article|song|paper|slogan|session|conference|theme|motto))[ ,]*$",
    re.IGNORECASE,
)
_SCARE_WORDS: Final = 3  # as many words or fewer are a term unless somebody is said to use them
_TITLE_WORDS: Final = 10


def quotations_of(text: str) -> tuple[Quotation, ...]:
    """Give the quotations of ``text`` in order, without speakers."""
    pairs = [pair for pair in paired(text) if _WORD.search(text, *pair.span)]
    if spoken := unmarked(text):
        cover = Cover([pair.outer for pair in pairs])
        pairs = sorted(pairs + [Pair(span, span) for span in spoken if not cover.holds(span)])
    return tuple(_quotation(text, pair) for pair in pairs)


def _quotation(text: str, pair: Pair) -> Quotation:
    start, end = pair.span
    words = [word[0] for word in islice(_WORD.finditer(text, start, end), _TITLE_WORDS + 1)]
    whole = (
        len(words) > _SCARE_WORDS
        and (words[0][:1].isupper() or text[start] in "$€£")
        and _is_sentence(text, pair)
    )
    return Quotation(
        pair.span,
        form="direct" if whole else "mixed",
        scare=len(words) <= _SCARE_WORDS or _is_title(text, pair, words),
    )


def _is_sentence(text: str, pair: Pair) -> bool:
    """Tell whether a quotation stands as a sentence: its last mark says so, inside or just outside."""
    last = text[pair.span[1] - 1]
    return last in _SENTENCE_END or text[pair.outer[1] : pair.outer[1] + 1] in {",", ".", ""}


def _is_title(text: str, pair: Pair, words: list[str]) -> bool:
    """Tell a title: capitalised throughout, or announced by "titled"; bound to few words."""
    if len(words) > _TITLE_WORDS:
        return False
    cue = _TITLE_CUE.search(text, max(0, pair.outer[0] - 40), pair.outer[0])
    if cue is not None and (words[0][:1].isupper() or cue[0].lower().startswith("so-called")):
        return True
    capitals = sum(word[:1].isupper() for word in words)
    long = sum(len(word) > 3 for word in words)
    return capitals == len(words) or (capitals >= long >= 2 and text[pair.span[1] - 1] not in ".!?")


@Language.component("quotations", assigns=["doc._.quotations"])
def quotations(doc: Doc) -> Doc:
    """Note the quotations of the article."""
    doc._.quotations = quotations_of(source_text(doc))
    return doc
