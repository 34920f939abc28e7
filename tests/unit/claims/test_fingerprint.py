"""Fingerprints: reprints share most of the smaller sketch, strangers share nothing."""

from streams.claims.fingerprint import KEPT, containment, fingerprint

WIRE = " ".join(f"word{i} follows word{i + 1} on the page of the wire number{i}" for i in range(120))
OTHER = " ".join(f"thing{i} precedes thing{i + 1} in a text of another kind{i}" for i in range(120))


def test_the_same_text_gives_the_same_sketch_in_any_case_and_layout():
    assert fingerprint(WIRE) == fingerprint(WIRE.upper().replace(" ", "\n"))


def test_an_abridged_reprint_is_contained_in_its_source():
    assert containment(fingerprint(WIRE), fingerprint(WIRE[: len(WIRE) // 2])) > 0.8


def test_strangers_share_nothing():
    assert containment(fingerprint(WIRE), fingerprint(OTHER)) < 0.05


def test_the_sketch_is_short_whatever_the_length():
    assert len(fingerprint(WIRE * 50)) == KEPT * 8
    assert fingerprint("") == ""
    assert len(fingerprint("two words")) == 8
