"""Thousands of articles with planted truths, in any order: the ledger says what was planted, counted."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterable

import pytest

from models.messages import Claim, Retraction
from models.reference import load_reference
from streams.claims.pipeline import Extractor
from streams.claims.stories import read_stories
from streams.cli.try_ import fold_slots
from streams.conflicts.reading import Outcome, Reconciler
from tests.support.planted import Planted, Told, plant

BY_CONTENT = ("increase", "source_retracted")  # operations that do not depend on arrival


def reconciled(planted: Planted, seed: int) -> dict[str, Outcome]:
    """Read and reconcile the planted articles in a shuffled order, some of them twice."""
    rng = random.Random(seed)
    told = [*planted.articles, *rng.sample(planted.articles, len(planted.articles) // 20)]
    rng.shuffle(told)
    statements: list[Claim | Retraction] = []
    for _, extraction, story in read_stories(Extractor.from_seeds().read, told):
        statements.extend(story.statements(extraction))
    outcomes = fold_slots(Reconciler(load_reference()), statements)
    return {o.reading.slot: o for o in outcomes if o.reading}


def as_told(plot: str, outcome: Outcome | None) -> Told:
    """Say of a slot in the ledger what a truth says of it."""
    if outcome is None or outcome.reading is None:
        return Told(plot)
    pledges = [(p.quantity.value or 0.0, p.articles, p.independent_origins) for p in outcome.reading.pledges]
    once = {entry.entry_id: entry.operation for entry in outcome.entries}
    counts = Counter(operation for operation in once.values() if operation in BY_CONTENT)
    return Told(plot, sorted(pledges), len(outcome.reading.open_conflicts), dict(counts))


def differences(planted: Planted, found: dict[str, Outcome]) -> dict[str, list[str]]:
    """Give by plot each slot whose ledger is not what was planted."""
    wrong: dict[str, list[str]] = defaultdict(list)
    for slot, truth in planted.truth.items():
        if (got := as_told(truth.plot, found.get(slot))) != truth:
            wrong[truth.plot].append(f"{slot}: {got}, planted {truth}")
    return wrong


def unplanted(planted: Planted, found: Iterable[Outcome]) -> list[str]:
    return [
        o.reading.slot
        for o in found
        if o.reading and o.reading.pledges and o.reading.slot not in planted.truth
    ]


def check(count: int, seed: int) -> None:
    planted = plant(count, seed)
    found = reconciled(planted, seed)
    wrong = differences(planted, found)
    stray = unplanted(planted, found.values())
    print(
        f"{len(planted.articles):,} articles, {len(planted.truth):,} plots, "
        f"{sum(map(len, wrong.values()))} wrong, {len(stray)} slots that nobody planted"
    )
    assert not wrong
    assert not stray


@pytest.mark.timeout(300)
def test_the_ledger_of_a_thousand_articles_is_what_was_planted() -> None:
    check(1000, 1)


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_the_ledger_of_ten_thousand_articles_is_what_was_planted() -> None:
    check(10_000, 2)
