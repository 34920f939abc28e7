"""The bytes in the table."""

import msgspec
import pytest

from streams.conflicts.reading import Reconciler, StateError, decode, encode
from streams.conflicts.state import FORMAT
from tests.unit.conflicts.making import office, pledge, quote


@pytest.mark.parametrize(
    "claim",
    [
        pledge("a", 4e10, qualifier="at_least", end="2025-07-10", speaker="Ada Older"),
        office("a", "Ada Older", person_id="x:old"),
        quote("a", "We will not wait", "Ada Older"),
    ],
)
def test_a_state_survives_the_table(reconciler: Reconciler, claim: object) -> None:
    state = reconciler.fold(claim.slot, None, [(7, claim)], "now").state
    assert decode(encode(state)) == state


def test_another_format_is_an_error_that_names_both(reconciler: Reconciler) -> None:
    row = msgspec.msgpack.decode(encode(reconciler.fold("x", None, [], "now").state))
    row[0] = 99
    with pytest.raises(StateError, match=rf"format 99.*format {FORMAT}"):
        decode(msgspec.msgpack.encode(row))


@pytest.mark.parametrize("data", [b"", b"\x00", b"not a state", b"\x93\x01\x02\xa1x"])
def test_damaged_bytes_are_an_error(data: bytes) -> None:
    with pytest.raises(StateError):
        decode(data)
