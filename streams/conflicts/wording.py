"""A quotation as words to compare: printed text in, a Wording out.

Spelling, contractions, number words and accents are folded as the reference data says, so
that what remains different was said differently. An ellipsis or a bracket is a GAP: there
the printer says that the words are not complete.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

from models.reference import Reference

GAP: Final = "…"
_TOKEN: Final = re.compile(
    r"\[[^\]]*\]|\([^)]*\)|\.\.\.|…|\d[\d,.]*\d|\d|%|[^\W\d_]+(?:['’][^\W\d_]+)*",
)
_ISE: Final = re.compile(r"(?<=\w{3})is(e|ed|es|ing|ation|ations)$")
_CACHED: Final = 4096


class Wording(NamedTuple):
    """Words as compared, and as printed, place by place; which of them tell something."""

    words: tuple[str, ...]
    printed: tuple[str, ...]
    telling: frozenset[str]


class Wordings:
    """Makes Wordings by the reference data's replacements."""

    def __init__(self, reference: Reference) -> None:
        same = {old: new for seed in reference.wording for old, new in seed.same.items()}
        self._same = {old: new.split() for old, new in same.items() if " " not in old}
        self._phrases = [
            (re.compile(rf"\b{re.escape(old)}\b", re.IGNORECASE), new)
            for old, new in same.items()
            if " " in old
        ]
        self.light = frozenset(word for seed in reference.wording for word in seed.light)
        common = frozenset(word for seed in reference.wording for word in seed.common)
        negations = frozenset(word for seed in reference.wording for word in seed.negations)
        self.dull = (self.light | common | {GAP}) - negations
        self.of = lru_cache(_CACHED)(self._of)

    def _of(self, text: str) -> Wording:
        words: list[str] = []
        printed: list[str] = []
        for phrase, new in self._phrases:
            text = phrase.sub(new, text)
        for token in _TOKEN.findall(text):
            for word in self._folded(token):
                words.append(word)
                printed.append(token)
        return Wording(tuple(words), tuple(printed), frozenset(words) - self.dull)

    def _folded(self, token: str) -> list[str]:
        if token[0] in "[(….":
            return [GAP]
        if token[0].isdigit():
            return [token.replace(",", "")]
        plain = unicodedata.normalize("NFKD", token.replace("’", "'")).casefold()
        word = "".join(c for c in plain if not unicodedata.combining(c))
        if (same := self._same.get(word)) is not None:
            return same
        word = word.removesuffix("'s").replace("'", "")
        return self._same.get(word) or [_ISE.sub(r"iz\1", word)]
