"""Fingerprints: the words make them and nothing else. What they tell: tests/unit/conflicts/test_origins.py."""

from streams.claims.fingerprint import DIGITS, KEPT, fingerprint

WIRE = " ".join(f"word{i} follows word{i + 1} on the page of the wire number{i}" for i in range(120))


def test_the_same_text_gives_the_same_sketch_in_any_case_and_layout():
    assert fingerprint(WIRE) == fingerprint(WIRE.upper().replace(" ", "\n"))


def test_the_sketch_is_short_whatever_the_length():
    assert len(fingerprint(WIRE * 50)) == KEPT * DIGITS
    assert fingerprint("") == ""
    assert len(fingerprint("two words")) == DIGITS
