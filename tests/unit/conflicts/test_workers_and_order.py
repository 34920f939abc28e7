"""Articles in any order, some twice, over any number of workers: the same readings and open conflicts."""

import random
from collections import defaultdict
from collections.abc import Sequence

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from models.identities import content_id
from models.messages import Article, Claim, Conflict, Reading, Retraction
from models.reference import Reference
from streams.claims.pipeline import Extraction
from streams.claims.stories import read_stories
from streams.conflicts.reading import Reconciler, decode, encode
from tests.support.ledger import receipt
from tests.unit.conflicts.making import pledge

SLOTS = ("pledge:germany:ukraine", "pledge:norway:ukraine")
Made = tuple[int, int, str, tuple[tuple[int, int], ...]]  # story, version, status, slots and values
Statement = Claim | Retraction
Ledger = dict[str, tuple[Reading, dict[str, Conflict]]]

articles = st.lists(
    st.tuples(
        st.integers(0, 4),
        st.integers(1, 3),
        st.sampled_from(["usable", "usable", "usable", "canceled", "withheld"]),
        st.lists(st.tuples(st.integers(0, 1), st.integers(1, 4)), max_size=3, unique=True).map(tuple),
    ),
    min_size=1,
    max_size=10,
    unique_by=lambda made: made[:2],
)


def article(made: Made) -> Article:
    story, version, status, _ = made
    name = f"{story}-{version}"
    return Article(
        text=name, id=content_id("article", name), story_id=f"story {story}", version=version, status=status
    )  # type: ignore[call-arg]


def extraction(made: Made) -> Extraction:
    """What a reader makes of the article: a claim for each of its values, told at one time."""
    source = article(made)
    ref = {"story_id": source.story_id, "version": source.version, "published_at": "2024-01-10"}
    claims = tuple(pledge(source.text, value * 1e9, slot=SLOTS[slot], ref=ref) for slot, value in made[3]) * (
        source.status == "usable"
    )
    return Extraction(claims, receipt(source, *claims))


class Workers:
    """Claims workers, each with stories of its own, and one slot's bytes wherever they are."""

    def __init__(self, reference: Reference, count: int, dice: random.Random) -> None:
        self._reference, self._count, self._dice = reference, count, dice

    def ledger(self, fed: Sequence[Made]) -> Ledger:
        topic: dict[str, list[Statement]] = defaultdict(list)
        for statement in self._interleaved([self._read(fed, worker) for worker in range(self._count)]):
            topic[statement.slot].append(statement)
        return {slot: self._slot(slot, statements) for slot, statements in topic.items()}

    def _read(self, fed: Sequence[Made], worker: int) -> list[Statement]:
        mine = {article(made).id: made for made in fed if made[0] % self._count == worker}
        told = [article(made) for made in fed if made[0] % self._count == worker]
        read = read_stories(lambda source: extraction(mine[source.id]), told)
        return [statement for _, found, story in read for statement in story.statements(found)]

    def _interleaved(self, streams: list[list[Statement]]) -> list[Statement]:
        """Mix what the workers send; each one's own stays in order."""
        whose = [worker for worker, stream in enumerate(streams) for _ in stream]
        self._dice.shuffle(whose)
        left = [iter(stream) for stream in streams]
        return [next(left[worker]) for worker in whose]

    def _slot(self, slot: str, statements: list[Statement]) -> tuple[Reading, dict[str, Conflict]]:
        """Fold in batches of any size, each on another worker: all it has is the table's bytes."""
        data, known, reading, start = b"", {}, None, 0
        while start < len(statements):
            items = list(enumerate(statements[start : start + self._dice.randrange(1, 6)], start))
            state = decode(data) if data else None
            folded = Reconciler(self._reference).fold(slot, state, items, "now")
            data, reading, start = encode(folded.state), folded.reading, start + len(items)
            known.update({c.conflict_id: msgspec.structs.replace(c, revision=0) for c in folded.conflicts})
        assert reading is not None
        still_open = {name: conflict for name, conflict in known.items() if conflict.state == "open"}
        assert set(reading.open_conflicts) == set(still_open)
        return msgspec.structs.replace(reading, revision=0), still_open


@given(articles, st.integers(1, 3), st.integers(1, 3), st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_any_order_repetition_and_number_of_workers_gives_one_ledger(
    reference: Reference, made: list[Made], one: int, other: int, dice: random.Random
) -> None:
    again = [*made, *dice.sample(made, len(made) // 2)]
    dice.shuffle(again)
    first = Workers(reference, one, dice).ledger(made)
    assert Workers(reference, other, dice).ledger(again) == first
