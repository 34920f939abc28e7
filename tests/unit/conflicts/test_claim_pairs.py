"""The table of claim pairs: what an editor flags is found, under its kind, and nothing else is."""

import csv
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from models.messages import Claim
from streams.conflicts.reading import Reconciler
from tests.unit.conflicts.pairs import report


class Pair(NamedTuple):
    """A row: the kind of conflict, or "none"; two reports in shorthand; what makes them a case."""

    expected: str
    one: str
    other: str
    what: str


with (Path(__file__).parent / "claim_pairs.tsv").open(encoding="utf-8") as table:
    PAIRS = [Pair(*row) for row in csv.reader(table, delimiter="\t", quoting=csv.QUOTE_NONE)][1:]


def kinds_of(reconciler: Reconciler, claims: Sequence[Claim]) -> list[str]:
    """Fold the claims into their slots and name the conflicts that this makes."""
    slots: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        slots[claim.slot].append(claim)
    folded = [reconciler.fold(slot, None, list(enumerate(mine)), "now") for slot, mine in slots.items()]
    return sorted(conflict.kind for outcome in folded for conflict in outcome.conflicts)


def found_in(reconciler: Reconciler, pair: Pair) -> list[str]:
    return kinds_of(reconciler, [*report("a", pair.one), *report("b", pair.other)])


@pytest.mark.parametrize("pair", PAIRS, ids=[f"{pair.expected}: {pair.what}" for pair in PAIRS])
def test_a_pair_is_judged_as_an_editor_would(reconciler: Reconciler, pair: Pair) -> None:
    found = found_in(reconciler, pair)
    assert found == ([] if pair.expected == "none" else [pair.expected])
    assert found == kinds_of(reconciler, [*report("a", pair.other), *report("b", pair.one)])


def test_the_table_is_wide_and_half_of_it_hard() -> None:
    assert len(PAIRS) >= 200
    assert len({(pair.one, pair.other) for pair in PAIRS}) == len(PAIRS)
    assert sum(pair.expected == "none" for pair in PAIRS) >= 100
    assert len({pair.expected for pair in PAIRS}) == 11


def test_precision_and_recall_over_the_table_are_whole(reconciler: Reconciler) -> None:
    found = [(pair, found_in(reconciler, pair)) for pair in PAIRS]
    right = sum(kinds == [pair.expected] for pair, kinds in found)
    assert right / sum(pair.expected != "none" for pair in PAIRS) == 1.0
    assert right / sum(len(kinds) for _, kinds in found) == 1.0
