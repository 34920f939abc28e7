"""Reports of one figure that differ in its period, its stage or its standing."""

from typing import Any

import pytest

from models.messages import Claim, Conflict
from streams.conflicts.reading import Reconciler
from tests.unit.conflicts.making import pledge

DAY = {"published_at": "2024-03-02"}
NEXT = {"published_at": "2024-03-03"}
LATER = {"published_at": "2024-09-02"}
TANKS = {"kind": "units", "unit": "tanks"}
Case = tuple[tuple[float, dict[str, Any]], tuple[float, dict[str, Any]]]

DISAGREE: dict[str, tuple[str, Case]] = {
    "two deadlines": (
        "period",
        (
            (2e9, {"deadline": "2027-12-31", "precision": "year", "ref": DAY}),
            (2e9, {"deadline": "2030-12-31", "precision": "year", "ref": NEXT}),
        ),
    ),
    "this year, and this year and the next": (
        "period",
        (
            (2e9, {"start": "2024-01-01", "end": "2024-12-31", "precision": "year", "ref": DAY}),
            (2e9, {"start": "2024-01-01", "end": "2025-12-31", "precision": "year", "ref": NEXT}),
        ),
    ),
    "two lengths": (
        "period",
        (
            (2e9, {"text_period": "over ten years", "ref": DAY}),
            (2e9, {"text_period": "over 20 years", "ref": DAY}),
        ),
    ),
    "set aside and only considered": (
        "stage",
        ((5e7, {"stage": "allocated", "ref": DAY}), (5e7, {"stage": "proposed", "ref": NEXT})),
    ),
    "handed over and still to be handed over": (
        "stage",
        ((6, {**TANKS, "stage": "delivered", "ref": DAY}), (6, {**TANKS, "stage": "pledged", "ref": NEXT})),
    ),
    "promised and denied": (
        "polarity",
        ((49, {**TANKS, "ref": DAY}), (49, {**TANKS, "polarity": "denied", "ref": DAY})),
    ),
    "withdrawn and still promised": (
        "withdrawn",
        ((3e8, {"operation": "withdraw", "ref": DAY}), (3e8, {"ref": NEXT})),
    ),
}
CALM: dict[str, Case] = {
    "a year and a month of it": (
        (2e9, {"deadline": "2027-12-31", "precision": "year", "ref": DAY}),
        (2e9, {"deadline": "2027-06-30", "precision": "month", "ref": DAY}),
    ),
    "two years of one figure": (
        (2e9, {"start": "2024-01-01", "end": "2024-12-31", "precision": "year", "ref": DAY}),
        (2e9, {"start": "2025-01-01", "end": "2025-12-31", "precision": "year", "ref": DAY}),
    ),
    "a deadline moved half a year later": (
        (2e9, {"deadline": "2027-12-31", "precision": "year", "ref": DAY}),
        (2e9, {"deadline": "2030-12-31", "precision": "year", "ref": LATER}),
    ),
    "no period in one": ((2e9, {"deadline": "2027-12-31", "ref": DAY}), (2e9, {"ref": DAY})),
    "asked for, then set aside": (
        (5e7, {"stage": "proposed", "ref": DAY}),
        (5e7, {"stage": "allocated", "ref": NEXT}),
    ),
    "so much was given, and is asked for again": (
        (4e10, {"stage": "delivered", "ref": DAY}),
        (4e10, {"stage": "proposed", "ref": DAY}),
    ),
    "promised, then handed over": (
        (6, {**TANKS, "ref": DAY}),
        (6, {**TANKS, "stage": "delivered", "ref": NEXT}),
    ),
    "two systems delivered and two more promised": (
        (2, {**TANKS, "stage": "delivered", "ref": DAY}),
        (2, {**TANKS, "ref": DAY}),
    ),
    "promised, refused half a year later": (
        (49, {**TANKS, "ref": DAY}),
        (49, {**TANKS, "polarity": "denied", "ref": LATER}),
    ),
    "promised, then withdrawn": ((3e8, {"ref": DAY}), (3e8, {"operation": "withdraw", "ref": NEXT})),
    "other things refused": (
        (49, {**TANKS, "ref": DAY}),
        (49, {"kind": "units", "unit": "jets", "polarity": "denied", "ref": DAY}),
    ),
}


def conflicts_of(reconciler: Reconciler, *claims: Claim) -> list[Conflict]:
    return list(reconciler.fold(claims[0].slot, None, list(enumerate(claims)), "now").conflicts)


@pytest.mark.parametrize("case", DISAGREE)
def test_an_editor_would_flag(reconciler: Reconciler, case: str) -> None:
    kind, ((one, how_one), (other, how_other)) = DISAGREE[case]
    found = conflicts_of(reconciler, pledge("a", one, **how_one), pledge("b", other, **how_other))
    assert [conflict.kind for conflict in found] == [kind]
    assert [len(side.claims) for side in found[0].sides] == [1, 1]


@pytest.mark.parametrize("case", CALM)
def test_an_editor_would_not_flag(reconciler: Reconciler, case: str) -> None:
    (one, how_one), (other, how_other) = CALM[case]
    assert conflicts_of(reconciler, pledge("a", one, **how_one), pledge("b", other, **how_other)) == []


def test_an_article_that_states_both_deadlines_knows_two_pledges(reconciler: Reconciler) -> None:
    first = pledge("a", 2e9, deadline="2027-12-31", precision="year", ref=DAY)
    second = pledge("a", 2e9, deadline="2030-12-31", precision="year", ref=DAY)
    assert conflicts_of(reconciler, first, second) == []


def test_an_announcement_after_the_article_of_it_is_impossible(reconciler: Reconciler) -> None:
    (found,) = conflicts_of(reconciler, pledge("a", 2e9, announced_on="2024-04-15", ref=DAY))
    assert found.kind == "impossible_date"
    assert [side.value for side in found.sides] == ["announced 2024-04-15", "published 2024-03-02"]
    assert conflicts_of(reconciler, pledge("a", 2e9, announced_on="2024-03-03", ref=DAY)) == []
    assert conflicts_of(reconciler, pledge("a", 2e9, announced_on="2024-03", ref=DAY)) == []


def test_a_deadline_before_the_announcement_is_impossible(reconciler: Reconciler) -> None:
    late = pledge("a", 2e9, announced_on="2024-03-01", deadline="2023-12-31", ref=DAY)
    assert [c.kind for c in conflicts_of(reconciler, late)] == ["impossible_date"]
    past = pledge("a", 2e9, announced_on="2024-03-01", end="2023-12-31", stage="delivered", ref=DAY)
    assert conflicts_of(reconciler, past) == []


def test_units_are_compared_by_what_is_counted(reconciler: Reconciler) -> None:
    def counted(name: str, value: float, unit: str) -> Claim:
        return pledge(name, value, kind="units", unit=unit, ref=DAY)

    carriers = counted("a", 36, "armoured personnel carriers"), counted("b", 63, "armored carriers")
    assert [c.kind for c in conflicts_of(reconciler, *carriers)] == ["amount"]
    assert conflicts_of(reconciler, counted("a", 14, "Leopard tanks"), counted("b", 31, "Abrams tanks")) == []
    jets = counted("a", 19, "F-16 fighter jets"), counted("b", 16, "F-16 jets")
    assert [c.kind for c in conflicts_of(reconciler, *jets)] == ["amount"]


ROBOTS = {"kind": "units", "unit": "robots", "precision": "month"}


def test_reports_of_one_promise_that_differ_in_figure_and_deadline_conflict_in_both(
    reconciler: Reconciler,
) -> None:
    one = pledge("a", 12, deadline="2027-03-31", ref=DAY, **ROBOTS)
    other = pledge("b", 21, deadline="2027-06-30", ref=NEXT, **ROBOTS)
    found = reconciler.fold(one.slot, None, [(0, one), (1, other)], "now").conflicts
    assert sorted(conflict.kind for conflict in found) == ["amount", "period"]


def test_two_promises_with_deadlines_of_their_own_do_not_conflict(reconciler: Reconciler) -> None:
    one = pledge("a", 12, deadline="2027-03-31", ref=DAY, **ROBOTS)
    other = pledge("b", 90, deadline="2027-06-30", ref=NEXT, **ROBOTS)
    assert reconciler.fold(one.slot, None, [(0, one), (1, other)], "now").conflicts == ()
