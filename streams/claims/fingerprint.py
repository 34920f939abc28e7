"""A short sketch of a text by which reprints are recognised: text in, compact string out.

The sketch holds the smallest hashes of the text's runs of three words (bottom-k). Of two
sketches the share of the one that stands in the other estimates how much of that text
the other contains, so an abridged reprint is found although most of its source is missing.
Many short hashes tell more than few long ones: the smallest lie so close together that two
texts share one by chance in one pair of two hundred.
"""

from hashlib import blake2b
from typing import Final
from zlib import crc32

import numpy as np

KEPT: Final = 64  # hashes
DIGITS: Final = 6  # hexadecimal, of each hash
RUN: Final = 3  # words
# Of UTF-8 in lower case: letters, digits and all that is no ASCII are words, the rest parts them.
_PARTED: Final = bytes(
    code if code >= 0x80 or chr(code).isdigit() or chr(code).islower() else ord(" ") for code in range(256)
)
_MASK: Final = 16**DIGITS - 1


def fingerprint(text: str) -> str:
    """Sketch ``text`` as up to 64 hashes of 6 hexadecimal digits, sorted and run together."""
    words = text.casefold().encode("utf-8", "surrogatepass").translate(_PARTED).split()
    if len(words) < RUN:
        return (
            blake2b(text.encode("utf-8", "surrogatepass"), digest_size=DIGITS // 2).hexdigest()
            if text
            else ""
        )
    codes = np.fromiter(map(crc32, words), np.uint64, len(words))
    first, second, third = codes[:-2] * 0x9E3779B1, codes[1:-1] * 0x85EBCA77, codes[2:] * 0xC2B2AE3D
    runs = (first ^ second ^ third) * 0x2C1B3C6D >> 24 & _MASK
    few = runs[runs < _MASK * 2 * KEPT // len(runs)]  # about twice as many as are kept
    least = sorted(set(few.tolist()))
    if len(least) < KEPT:  # a short text, or one that repeats itself
        least = sorted(set(runs.tolist()))
    return ("%06x" * len(least[:KEPT])) % tuple(least[:KEPT])
