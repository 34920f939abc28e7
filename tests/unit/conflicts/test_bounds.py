"""A slot that outgrows its bound: what is kept, what is counted, what it costs."""

import time
from collections.abc import Iterator
from random import Random

from models.messages import Claim
from models.reference import Reference
from streams.conflicts.reading import Reconciler, SlotState, encode
from streams.conflicts.retention import SKETCH_SIZE, distinct, sketch
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


def test_the_count_of_distinct_claims_is_exact_while_small_and_near_beyond() -> None:
    for count in (10, SKETCH_SIZE - 1, 20_000):
        known: list[int] = []
        for n in range(count):
            sketch(known, f"claim {n}")
            sketch(known, f"claim {n}")
        assert abs(distinct(known) - count) <= (0 if count < SKETCH_SIZE else 0.12 * count)
        assert len(known) <= SKETCH_SIZE


def test_work_and_state_do_not_grow_with_the_history_of_a_slot(reference: Reference) -> None:
    reconciler, state = Reconciler(reference, 64), SlotState()
    batches: list[float] = []
    claims = list(varied(6000))
    for start in range(0, len(claims), 500):
        started = time.process_time()
        for offset in range(start, start + 500, 50):
            items = list(enumerate(claims[offset : offset + 50], offset))
            state = reconciler.fold(SLOT, state, items, "now").state
        batches.append(time.process_time() - started)
    assert min(batches[-3:]) <= 2 * max(batches[:2])
    assert len(encode(state)) < 64 * 400 + SKETCH_SIZE * 9 + 4000
