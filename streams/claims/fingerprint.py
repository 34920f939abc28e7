"""A short sketch of a text by which reprints are recognised: text in, compact string out.

The sketch holds the smallest hashes of the text's runs of three words (bottom-k). Of two
sketches the share of the one that stands in the other estimates how much of that text
the other contains, so an abridged reprint is found although most of its source is missing.
Many short hashes tell more than few long ones: the smallest lie so close together that two
texts share one by chance in one pair of two hundred.
"""

import re
from hashlib import blake2b
from typing import Final
from zlib import crc32

KEPT: Final = 64  # hashes
DIGITS: Final = 6  # hexadecimal, of each hash
RUN: Final = 3  # words
_WORD: Final = re.compile(rb"[0-9a-z\x80-\xff]+")  # of UTF-8 in lower case
_MASK: Final = 16**DIGITS - 1


def fingerprint(text: str) -> str:
    """Sketch ``text`` as up to 64 hashes of 6 hexadecimal digits, sorted and run together."""
    words = _WORD.findall(text.casefold().encode("utf-8", "surrogatepass"))
    if len(words) < RUN:
        return (
            blake2b(text.encode("utf-8", "surrogatepass"), digest_size=DIGITS // 2).hexdigest()
            if text
            else ""
        )
    codes = [crc32(word) for word in words]
    runs = {
        (a * 0x9E3779B1 ^ b * 0x85EBCA77 ^ c * 0xC2B2AE3D) * 0x2C1B3C6D >> 24 & _MASK
        for a, b, c in zip(codes, codes[1:], codes[2:], strict=False)
    }
    return "".join(f"{code:06x}" for code in sorted(runs)[:KEPT])
