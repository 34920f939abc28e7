"""What an article tells as a short string: figures and quotations in, codes out, for two stages to compare.

Reports of one event share the sums that were named there and the words that were spoken there. A
code is 22 bits of a hash and 2 that weigh it: 0 for words, else how much a figure tells. A round
one recurs by chance, one with more digits does so seldom.
"""

from collections.abc import Iterable
from typing import Final
from zlib import crc32

from models.messages import Quantity

KEPT: Final = 24  # codes
CODE_BYTES: Final = 3
WORDS: Final = 0  # the weight that stands for words
QUOTED_MIN: Final = 6  # words of a quotation; fewer are anybody's
COUNT_MIN: Final = 10  # things counted; smaller numbers are alike by chance


def tells(quoted: str) -> bool:
    """Say whether the words of a quotation tell which event they were spoken at."""
    return quoted.count(" ") + 1 >= QUOTED_MIN


def sketch_told(quantities: Iterable[Quantity], wordings: Iterable[Iterable[str]]) -> str:
    """Give the least codes of an article's figures and quotations, as up to 24 times 6 hexadecimal digits.

    ``wordings`` are the names of what is quoted (models/wordings.py).
    """
    codes = {code for quantity in quantities if (code := _figure(quantity)) is not None}
    codes.update(_code(name, WORDS) for names in wordings for name in names)
    return "".join(f"{code:06x}" for code in sorted(codes)[:KEPT])


def read_told(data: bytes) -> dict[int, int]:
    """Read the bytes of a sketch: the weight of each code."""
    numbers = (int.from_bytes(data[at : at + CODE_BYTES]) for at in range(0, len(data), CODE_BYTES))
    return {number: number & 3 for number in numbers}


def _figure(quantity: Quantity) -> int | None:
    value = quantity.value
    if not value or (quantity.kind == "units" and value < COUNT_MIN):
        return None
    what = quantity.currency if quantity.kind == "money" else quantity.kind
    weight = 1 if quantity.kind == "gdp_share" or _round(value) else 2
    return _code(f"{what}:{value:.12g}", weight)


def _round(value: float) -> bool:
    """Say whether a figure has but one digit that counts."""
    return len(f"{value:.12g}".partition("e")[0].replace(".", "").strip("0")) < 2


def _code(what: str, weight: int) -> int:
    return crc32(what.encode()) >> 10 << 2 | weight
