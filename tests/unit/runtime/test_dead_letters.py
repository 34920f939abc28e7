from hashlib import sha256

import pytest

from streams.runtime.codec import decode, encode
from streams.runtime.dead_letters import KEPT_OF_TOO_LONG, KEPT_WHOLE, DeadLetterLimit, dead_letter
from streams.runtime.errors import BadRecord, DeadLetterLimitError
from streams.runtime.records import Record, Rejected
from streams.runtime.runner import decoded
from streams.topology import MESSAGE_BYTES_MAX, RAW


def _rejected(value: bytes, offset: int = 7) -> Rejected:
    record = Record(RAW.name, 2, offset, b"key", value, (("ce_id", b"1"),))
    return Rejected(record, BadRecord("not JSON:\n byte 0"))


def test_dead_letter_keeps_the_original_and_where_it_was() -> None:
    letter = dead_letter("claims", _rejected(b"\xff\x00"))
    assert (letter.body, letter.key, letter.headers) == (b"\xff\x00", b"key", (("ce_id", b"1"),))
    assert (letter.topic, letter.partition, letter.offset, letter.stage) == (RAW.name, 2, 7, "claims")
    assert (letter.error, letter.reason) == ("BadRecord", "not JSON: byte 0")
    assert decode(RAW.dead.name, encode(letter)) == letter


def test_same_record_gives_the_same_id_and_another_offset_another() -> None:
    assert dead_letter("claims", _rejected(b"x")).id == dead_letter("claims", _rejected(b"x")).id
    assert dead_letter("claims", _rejected(b"x")).id != dead_letter("claims", _rejected(b"x", 8)).id
    assert dead_letter("claims", _rejected(b"x")).id != dead_letter("ledger", _rejected(b"x")).id


def test_what_is_too_long_keeps_hash_length_and_start() -> None:
    data = b"ab" * (KEPT_WHOLE // 2 + 1)
    letter = dead_letter("claims", _rejected(data))
    assert (letter.truncated, letter.length, len(letter.body)) == (True, len(data), KEPT_OF_TOO_LONG)
    assert letter.sha256 == sha256(data).hexdigest()


def test_the_longest_letter_fits_a_message() -> None:
    letter = dead_letter("claims", _rejected(b"\xff" * KEPT_WHOLE))
    assert not letter.truncated
    assert len(encode(letter)) < MESSAGE_BYTES_MAX


def test_limit_halts_only_when_letters_come_fast() -> None:
    limit = DeadLetterLimit("claims", most=3, seconds=10)
    for clock in range(0, 100, 5):
        limit.count(1, float(clock))
    with pytest.raises(DeadLetterLimitError, match="PLEDGEWIRE_DEAD_LETTERS_MAX"):
        limit.count(3, 96.0)


def test_rubbish_on_a_dead_letter_topic_becomes_a_dead_letter_to_store() -> None:
    taken, rejected = decoded(
        "ledger", [Record(RAW.dead.name, 0, 0, None, b"junk"), Record(RAW.name, 0, 0, None, b"junk")]
    )
    assert [t.message.topic for t in taken] == [RAW.dead.name]
    assert [r.record.topic for r in rejected] == [RAW.name]
