"""Sentences: doc.text in, ``doc._.sentences`` out as character spans.

Character spans, not token flags, are what other components read: where a page lost the
space between two sentences, the boundary falls inside a token. Tokens get their
sentence starts too, for an installed pipeline and for ``doc.sents``.
"""

import re
from pathlib import Path
from typing import Any, Final

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from models.messages import Span
from streams.claims.annotations import source_text
from streams.claims.capitals import compile_names
from streams.claims.lexicon import LEXICON, Speech, load_speech

# A line end; or a stop with the quotation marks and brackets that close behind it, then a gap and
# an opening, or no gap at all before a capitalised word ("in defence.Japan, too").
_STOP: Final = compile_names(
    r"""[\n.!?…]
      (?: (?<=\n)\s*
        | (?<!\n)(?P<rest>[.!?…]{0,3}[”’"'»“)\]]{0,3})
          (?: [ \t\u00a0]{1,8}(?=[“‘„«"'(\[•–—-]{0,3}(?P<next>[^\W_]|[$€£¥]))
            | (?<=[^\W_][.!?…])(?=[A-Z][a-z]+[ ,])
            | (?<=[.!?…][”"»])(?=[A-Z]) ) )""",
    re.VERBOSE,
)
_WORD_BEFORE: Final = re.compile(r"[^\s(\[“‘\"'„«–—/]+$")
_LIST_NUMBER: Final = re.compile(r"\d{1,2}")
_NEXT_WORD: Final = re.compile(r"[“‘„«\"'(\[]*([^\W_]+)")


class SentenceSplitter:
    """Finds sentence boundaries in a text, in one pass."""

    def __init__(self, speech: Speech) -> None:
        self._abbreviations = frozenset(speech.abbreviations)
        self._either = frozenset(speech.abbreviations_either)
        self._openers = frozenset(speech.sentence_openers)

    def split(self, text: str) -> tuple[Span, ...]:
        """Give the spans of the sentences, without the blanks around them."""
        spans: list[Span] = []
        start = 0
        for match in _STOP.finditer(text):
            if not self._ends(text, start, match):
                continue
            end = match.start() if match["rest"] is None else match.end("rest")
            _append(spans, text, start, end)
            start = match.end()
        _append(spans, text, start, len(text))
        return tuple(spans)

    def _ends(self, text: str, start: int, match: re.Match[str]) -> bool:
        if match["rest"] is None:
            return _line_ends(text, match)
        following = match["next"] or "A"
        stop = text[match.start() : match.end("rest")]
        if stop != ".":
            return not following.islower() or (stop[0] != "." and stop[-1] not in "”’\"'»“")
        if following.islower():
            return False
        last = text[max(start, match.start() - 24) : match.start()].rpartition(" ")[2]
        before = _WORD_BEFORE.search(last)
        return before is None or self._may_end(before[0], text, match)

    def _may_end(self, word: str, text: str, match: re.Match[str]) -> bool:
        if len(word) == 1 and word.isalpha() and word.isupper():
            return False  # an initial
        if _LIST_NUMBER.fullmatch(word) and text[
            match.start() - len(word) - 1 : match.start() - len(word)
        ] in ("", "\n"):
            return False
        amount = word.lstrip("$€£¥0123456789.,")
        if amount in self._either:
            follower = _NEXT_WORD.match(text, match.end())
            return follower is not None and follower[1] in self._openers
        return amount not in self._abbreviations or amount == ""


def _line_ends(text: str, match: re.Match[str]) -> bool:
    """Tell a new line that begins a sentence from one that only wraps it."""
    if match[0].count("\n") > 1 or match.end() >= len(text) or match.start() == 0:
        return True
    return not (text[match.end()].islower() and text[match.start() - 1] not in '.!?:”’"')


def _append(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        spans.append((start, end))


@Language.factory(
    "sentences", assigns=["doc._.sentences", "token.is_sent_start"], default_config={"lexicon": str(LEXICON)}
)
def make_sentences(nlp: Language, name: str, lexicon: str) -> "SentencesComponent":  # noqa: ARG001
    """Build the component; ``lexicon`` is the folder of ``speech.toml``."""
    return SentencesComponent(SentenceSplitter(load_speech(Path(lexicon))))


class SentencesComponent:
    """Notes the sentences on a Doc."""

    def __init__(self, splitter: SentenceSplitter) -> None:
        self._splitter = splitter

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.sentences`` and the sentence starts of the tokens."""
        spans = self._splitter.split(source_text(doc))
        doc._.sentences = spans
        if len(doc) and not doc.has_annotation("SENT_START"):
            _flag_tokens(doc, spans)
        return doc


def _flag_tokens(doc: Doc, spans: tuple[Span, ...]) -> None:
    offsets = doc.to_array(["IDX"]).ravel()
    flags: Any = np.full(len(doc), -1, dtype=np.int64)
    firsts = np.searchsorted(offsets, [start for start, _ in spans])
    flags[firsts[firsts < len(doc)]] = 1
    flags[0] = 1
    doc.from_array(["SENT_START"], flags.astype(np.uint64))
