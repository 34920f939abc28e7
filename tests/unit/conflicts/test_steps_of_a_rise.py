"""Shares of GDP that rise step by step are no conflict; a smaller share for a later year is no step."""

import pytest

from streams.conflicts.reading import Reconciler
from tests.unit.conflicts.test_claim_pairs import Pair, found_in

FALLING = [
    ("3.5% GDP; by 2030; on 2024-03-02", "3% GDP; by 2032; on 2024-03-03"),
    ("2.5% GDP; by 2027; on 2024-03-02", "2.2% GDP; by 2028; on 2024-03-03"),
    ("5% GDP; by 2032; on 2025-06-02", "4% GDP; by 2035; on 2025-06-10"),
    ("3.5% GDP; by 2030; names Sandvika, Trondvoll", "3% GDP; by 2032; names Sandvika, Trondvoll"),
]
RISING = [
    ("3% GDP; by 2030; on 2024-03-02", "3.5% GDP; by 2032; on 2024-03-03"),
    ("3% GDP; by 2030; names Sandvika, Trondvoll", "3.5% GDP; by 2032; names Sandvika, Trondvoll"),
    ("2.2% GDP; by 2027", "2.5% GDP; by 2028"),
]
APART = [
    ("3.5% GDP; by 2030; on 2024-03-02", "3% GDP; by 2032; on 2024-09-02"),
    ("3.5% GDP; by 2030", "3% GDP; by 2032; on 2024-09-02"),
]


@pytest.mark.parametrize(("one", "other"), FALLING)
def test_a_smaller_share_by_a_later_year_disagrees(reconciler: Reconciler, one: str, other: str) -> None:
    assert "amount" in found_in(reconciler, Pair("amount", one, other, "falling"))


@pytest.mark.parametrize(("one", "other"), [*RISING, *APART])
def test_steps_of_a_rise_and_later_targets_do_not(reconciler: Reconciler, one: str, other: str) -> None:
    assert found_in(reconciler, Pair("none", one, other, "rising, or at another time")) == []
