"""An article's telling names as a short string: names in, codes out, for two stages to compare.

A name is told by its last word, as a slot spells it ("al-Otaishan", "Al Otaishan"). Its code is
23 bits of the word's hash and one bit that says whether it is a person: people of one post turn
up in every story of their country, a village or a conference does not.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final
from zlib import crc32

from models.identities import slug

KEPT: Final = 24  # names
CODE_BYTES: Final = 3


def sketch_names(names: Mapping[str, bool]) -> str:
    """Give the least codes of ``names``, as up to 24 times 6 hexadecimal digits.

    ``names`` maps each name's last word to whether it is a person's.
    """
    codes: dict[int, bool] = {}
    for name, person in names.items():
        code = code_of(name)
        codes[code] = codes.get(code, False) or person
    return "".join(f"{code << 1 | codes[code]:06x}" for code in sorted(codes)[:KEPT])


def read_names(data: bytes) -> dict[int, bool]:
    """Read the bytes of a sketch: whether a person bears the name, by the name's code."""
    numbers = (int.from_bytes(data[at : at + CODE_BYTES]) for at in range(0, len(data), CODE_BYTES))
    return {number >> 1: bool(number & 1) for number in numbers}


@lru_cache(65_536)
def code_of(name: str) -> int:
    """Give the code of a name, by its last word; a slot's words have the same codes."""
    return crc32(slug(name).rpartition("-")[2].encode()) >> 9
