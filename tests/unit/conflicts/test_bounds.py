"""A slot that outgrows its bound: what is kept, what is counted, what it costs."""

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.messages import Claim
from models.reference import Reference
from models.values import value_of
from streams.conflicts.reading import Reconciler, decode, encode
from streams.conflicts.retention import SKETCH_SIZE, distinct, sketch
from streams.ledger.audit.full_slots import draw
from tests.unit.conflicts.making import pledge

SLOT = "pledge:germany:ukraine"


def varied(count: int, seed: int = 1) -> Iterator[Claim]:
    dice = Random(seed)
    for n in range(count):
        day = f"2024-{dice.randrange(1, 13):02d}-{dice.randrange(1, 28):02d}"
        yield pledge(f"{seed}-{n}", dice.randrange(1, 2000) * 1e6, ref={"published_at": day})


def test_every_value_keeps_a_witness_before_any_keeps_a_second(reference: Reference) -> None:
    common = [pledge(f"common-{n}", 2e9) for n in range(40)]
    rare = [pledge(f"rare-{n}", 3e9 + n * 1e9) for n in range(6)]
    folded = Reconciler(reference, 10).fold(SLOT, None, list(enumerate(common + rare)), "now")
    assert folded.reading is not None
    assert folded.reading.dropped == 36
    assert {d.content.value for d in folded.state.digests.values()} == {
        2e9,
        *(3e9 + n * 1e9 for n in range(6)),
    }
    assert len(folded.state.sources) == len(folded.state.digests) == 10


@given(st.lists(st.tuples(st.integers(1, 4), st.booleans()), min_size=1, max_size=40), st.integers(2, 9))
@settings(max_examples=60, deadline=None)
def test_the_audit_draws_what_the_slot_keeps(
    reference: Reference, made: list[tuple[int, bool]], bound: int
) -> None:
    claims = [
        pledge(f"n{n}", value * 1e9, stage="delivered" if delivered else "pledged")
        for n, (value, delivered) in enumerate(made)
    ]
    folded = Reconciler(reference, bound).fold(SLOT, None, list(enumerate(claims)), "now")
    assert folded.reading is not None
    assert folded.reading.kept == (bound if len(claims) > bound else 0)
    named = [(value_of(claim.pledge), claim.claim_id) for claim in claims if claim.pledge]
    assert set(folded.state.digests) == set(draw(named, folded.reading.kept or len(claims)))


def test_a_slot_keeps_its_bound_when_the_setting_grows(reference: Reference) -> None:
    claims = list(enumerate(varied(30)))
    small = Reconciler(reference, 10).fold(SLOT, None, claims, "now")
    for setting, kept in ((20, 10), (5, 5)):
        grown = Reconciler(reference, setting).fold(SLOT, small.state, claims[:1], "now")
        assert grown.reading is not None
        assert grown.reading.kept == len(grown.state.digests) == kept


def test_the_count_of_distinct_claims_is_exact_while_small_and_near_beyond() -> None:
    for count in (10, SKETCH_SIZE - 1, 20_000):
        known: list[int] = []
        for n in range(count):
            sketch(known, f"claim {n}")
            sketch(known, f"claim {n}")
        assert abs(distinct(known) - count) <= (0 if count < SKETCH_SIZE else 0.12 * count)
        assert len(known) <= SKETCH_SIZE


class Slot:
    """One slot as a worker has it: bytes in the table, a fold for each batch."""

    def __init__(self, reference: Reference, claims_max: int = 256) -> None:
        self.reconciler = Reconciler(reference, claims_max)
        self.data, self.offset = b"", 0

    def take(self, claims: Sequence[Claim], batch: int = 50) -> None:
        for start in range(0, len(claims), batch):
            items = list(enumerate(claims[start : start + batch], self.offset))
            state = decode(self.data) if self.data else None
            self.data = encode(self.reconciler.fold(SLOT, state, items, "now").state)
            self.offset += len(items)


def calls(work: Callable[[], object]) -> int:
    """Count the calls, of Python and of C, that ``work`` makes: its cost on any machine."""
    made = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal made
        made += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return made


def test_work_and_state_do_not_grow_with_the_history_of_a_slot(reference: Reference) -> None:
    slot, claims = Slot(reference, 64), list(varied(3000))
    slot.take(claims[:600])
    first = calls(lambda: slot.take(claims[600:900]))
    size = len(slot.data)
    slot.take(claims[900:2700])
    last = calls(lambda: slot.take(claims[2700:]))
    assert last <= 1.3 * first
    assert len(slot.data) <= 1.2 * size < 64 * 400 + SKETCH_SIZE * 9 + 4000


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_the_last_thousand_of_a_hundred_thousand_claims_costs_no_more_than_twice_the_first(
    reference: Reference,
) -> None:
    slot, seconds, sizes = Slot(reference), [], []
    claims = varied(100_000)
    for _ in range(100):
        thousand = list(islice(claims, 1000))
        started = time.process_time()
        slot.take(thousand)
        seconds.append(time.process_time() - started)
        sizes.append(len(slot.data))
    print(f"seconds: {seconds[1]:.2f} .. {seconds[-1]:.2f}; bytes: {sizes[1]:,} .. {max(sizes):,}")
    assert seconds[-1] <= 2 * seconds[1]  # the first thousand fills the slot
    assert max(sizes) <= 1.2 * sizes[1]
