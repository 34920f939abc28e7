"""Speech without quotation marks: a text in, the lines that somebody is quoted in out.

The dash of Nordic and Slavic news ("– We will pay, says Berg."), the block quotes of press
releases ("> We will pay") and the paragraph behind "the minister said:" that speaks as "we".
"""

import re
from collections.abc import Iterator
from typing import Final

from models.messages import Span
from streams.claims.components.speech.tags import writer_from

_DASH: Final = re.compile(r"\n(?:[–—][ \u00a0]|- )")
_DASHED: Final = re.compile(r"^[–—-][ \u00a0]([^\n]*)$", re.MULTILINE)
_SAYS: Final = re.compile(
    r"(?:said|says|added|adds|commented|stated|wrote|explained|continued|concluded):[ \u00a0]*\n\s*"
)
_BLOCK: Final = re.compile(r">[ \u00a0]?([^\n“”\"«»„]{12,}(?:\n>[^\n“”\"«»„]*){0,9})(?=\n|$)")
_TOLD: Final = re.compile(r"([^\s“”\"«»„‘>•*–—-][^\n“”\"«»„]{20,900})(?=\n|$)")
_MARKS: Final = re.compile(r"[“”\"«»„]")
_WE: Final = re.compile(r"\b(?:I|We|we|us|our|Our|my|My)\b")
_LONGEST: Final = 900  # characters


def unmarked(text: str) -> list[Span]:
    """Give where somebody speaks without marks, in order."""
    return sorted({*_dashed(text), *_behind_colons(text)})


def _dashed(text: str) -> Iterator[Span]:
    """Take "– We will pay, says Berg.", but no item of a list; behind a hyphen only what speaks as "we"."""
    if not _DASH.search(text):
        return
    lines = [line.span() for line in _DASHED.finditer(text)]
    starts, ends = {start for start, _ in lines}, {end for _, end in lines}
    for start, end in lines:
        if (
            start - 1 in ends
            or end + 1 in starts
            or end - start > _LONGEST
            or _MARKS.search(text, start, end)
        ):
            continue
        stop = writer_from(text, start + 2, end)
        if stop < end and (text[start] != "-" or _WE.search(text, start, stop)):
            yield start + 2, stop


def _behind_colons(text: str) -> Iterator[Span]:
    """Take what stands behind "The minister said:" and a line end as a block, or speaks as "we"."""
    if ":\n" not in text:
        return
    for says in _SAYS.finditer(text):
        block = _BLOCK.match(text, says.end())
        told = block or _TOLD.match(text, says.end())
        if told is not None and (block or _WE.search(text, *told.span(1))):
            yield told.span(1)
