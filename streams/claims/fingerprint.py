"""A short sketch of a text by which reprints are recognised: text in, compact string out.

The sketch holds the smallest hashes of the text's runs of three words (bottom-k). Of two
sketches the share of the one that stands in the other estimates how much of that text
the other contains, so an abridged reprint is found although most of its source is missing.
"""

import re
from hashlib import blake2b
from typing import Final
from zlib import crc32

KEPT: Final = 48  # hashes; 8 hexadecimal digits each
RUN: Final = 3  # words
_WORD: Final = re.compile(rb"[0-9a-z\x80-\xff]+")  # of UTF-8 in lower case
_MASK: Final = 0xFFFFFFFF


def fingerprint(text: str) -> str:
    """Sketch ``text`` as up to 48 hashes of 8 hexadecimal digits, sorted and run together."""
    words = _WORD.findall(text.casefold().encode("utf-8", "surrogatepass"))
    if len(words) < RUN:
        return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest() if text else ""
    codes = [crc32(word) for word in words]
    runs = {
        (a * 0x9E3779B1 ^ b * 0x85EBCA77 ^ c * 0xC2B2AE3D) * 0x2C1B3C6D >> 16 & _MASK
        for a, b, c in zip(codes, codes[1:], codes[2:], strict=False)
    }
    return "".join(f"{code:08x}" for code in sorted(runs)[:KEPT])


def containment(one: str, other: str) -> float:
    """Estimate the share (0 to 1) of the shorter text that stands in the longer, from sketches.

    Only hashes below the smaller of the two sketches' ends can be compared: beyond it one
    of the sketches says nothing.
    """
    a, b = _hashes(one), _hashes(other)
    if not a or not b:
        return 0.0
    limit = min(_end(a), _end(b))
    a, b = {x for x in a if x <= limit}, {x for x in b if x <= limit}
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _hashes(sketch: str) -> set[str]:
    return {sketch[i : i + 8] for i in range(0, len(sketch), 8)}


def _end(hashes: set[str]) -> str:
    """Give the last hash that the sketch speaks for: all of them if it is not full."""
    return max(hashes) if len(hashes) >= KEPT else "f" * 8
