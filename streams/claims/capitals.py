"""Patterns of names: regular expressions in which ``A-Z`` stands for every Latin capital.

Names begin with Å, Š, Ö or İ as with A; Python's ``re`` has no class for that.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby
from typing import Final

_LATIN: Final = range(ord("A"), 0x250)  # Basic Latin to Latin Extended-B
_BEYOND: Final = range(0x1E00, 0x1F00)  # Latin Extended Additional: Vietnamese, Welsh


def compile_names(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Compile ``pattern``, in whose classes ``A-Z`` means the capitals of all Latin letters."""
    return re.compile(pattern.replace("A-Z", CAPITALS), flags)


def _runs() -> Iterator[str]:
    """Give the capitals as the inside of a class: runs of neighbours as ranges."""
    capitals = [code for code in (*_LATIN, *_BEYOND) if unicodedata.category(chr(code)) in ("Lu", "Lt")]
    for _, run in groupby(enumerate(capitals), lambda place: place[1] - place[0]):
        codes = [chr(code) for _, code in run]
        yield codes[0] if len(codes) == 1 else f"{codes[0]}-{codes[-1]}"


CAPITALS: Final = "".join(_runs())
