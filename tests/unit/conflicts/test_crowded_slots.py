"""What is remembered between the folds of a crowded slot changes nothing of what comes out."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import json

from models.reference import Reference
from streams.conflicts.origins import Origins
from streams.conflicts.reading import Reconciler, encode
from streams.conflicts.remembered import Remembered
from streams.conflicts.state import Digest, Source, Words, decode
from tests.unit.conflicts.test_bounds import SLOT, varied


def test_a_slot_folds_alike_from_memory_and_from_the_table(reference: Reference) -> None:
    warm, seen, claims = Reconciler(reference, 96), Remembered(), list(varied(170))
    data, reused = encode(warm.fold(SLOT, None, list(enumerate(claims[:110])), "now").state), 0
    for offset, claim in enumerate(claims[110:], 110):
        state = seen.state(SLOT, data)
        reused += state is seen.state(SLOT, data)
        cold = Reconciler(reference, 96).fold(SLOT, decode(data), [(offset, claim)], "now")
        got = warm.fold(SLOT, state, [(offset, claim)], "now")
        assert json.encode(got[1:]) == json.encode(cold[1:])
        data = encode(cold.state)
        assert encode(got.state) == data
        seen.keep(SLOT, data, got.state)
    assert reused == 59, "all but the first"


def test_other_bytes_are_decoded(reference: Reference) -> None:
    states = [
        Reconciler(reference, 256).fold(SLOT, None, list(enumerate(varied(120, seed))), "now").state
        for seed in (1, 2)
    ]
    seen = Remembered()
    seen.keep(SLOT, encode(states[0]), states[0])
    assert seen.state(SLOT, encode(states[0])) is states[0]
    assert encode(seen.state(SLOT, encode(states[1]))) == encode(states[1])


def sketch(dice: Random) -> bytes:
    """Make a text of eight runs of a few, so that texts share many."""
    return b"".join(sorted(bytes([0, 0, run]) for run in dice.sample(range(40), 8)))


def source(article: str, data: bytes) -> Source:
    return Source(article, article, 1, None, None, None, data, b"", b"", (), None, None)


def quoting(article: str) -> Digest:
    return Digest(article, article, "", "", None, None, b"", Words("", "direct", False))


@given(st.integers(0, 10_000), st.lists(st.sets(st.integers(0, 29), min_size=9), min_size=2, max_size=6))
@settings(max_examples=80, deadline=None)
def test_origins_are_those_of_the_articles_at_hand_whatever_was_there_before(
    seed: int, slots: list[set[int]]
) -> None:
    dice, warm = Random(seed), Origins()
    sketches = [sketch(dice) for _ in range(30)]
    for slot in slots:
        if dice.random() < 0.2:
            sketches[dice.randrange(30)] = sketch(dice)
        sources = {f"a{n:02}": source(f"a{n:02}", sketches[n]) for n in slot}
        digests = [quoting(article) for article in sorted(sources)]
        assert warm.group(SLOT, digests, sources) == Origins().group(SLOT, digests, sources)
