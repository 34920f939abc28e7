"""Which differing figures of one slot are a conflict, and which are not."""

from typing import Any

import pytest

from models.messages import Claim, Conflict
from streams.conflicts.reading import Reconciler
from tests.unit.conflicts.making import pledge


def conflicts_of(reconciler: Reconciler, *claims: Claim) -> list[Conflict]:
    items = list(enumerate(claims))
    return list(reconciler.fold(claims[0].slot, None, items, "now").conflicts)


SAME_DAY = {"published_at": "2024-03-02"}
DISAGREE = {
    "two figures on one day": ((2e9, {"ref": SAME_DAY}), (3.1e9, {"ref": SAME_DAY})),
    "two undated reports of one summit": (
        (6e7, {"ref": {"events": ("summit-2024",)}}),
        (7.4e7, {"ref": {"events": ("summit-2024",)}}),
    ),
    "an upper bound below the other figure": (
        (6e7, {"qualifier": "up_to", "ref": SAME_DAY}),
        (7.4e7, {"ref": SAME_DAY}),
    ),
    "one figure in two currencies": ((2.3e9, {"currency": "USD"}), (2.3e9, {"currency": "GBP"})),
    "a digit lost": (
        (10.9e6, {"text": "$10.9 million", "ref": SAME_DAY}),
        (0.9e6, {"text": "$0.9 million", "ref": SAME_DAY}),
    ),
    "millions for billions": (
        (1.5e9, {"text": "1.5 billion", "ref": SAME_DAY}),
        (1.5e6, {"text": "1.5 million", "ref": SAME_DAY}),
    ),
    "currencies that do not convert into each other": (
        (2e9, {"currency": "USD", "in_eur": 1.85e9, "ref": SAME_DAY}),
        (3e9, {"currency": "EUR", "in_eur": 3e9, "ref": SAME_DAY}),
    ),
    "half a unit of the last printed digit": (
        (10e9, {"text": "€10 billion", "ref": SAME_DAY}),
        (10.5e9, {"text": "€10.5 billion", "ref": SAME_DAY}),
    ),
    "one deadline, no dates": ((2e9, {"end": "2027-12-31"}), (3e9, {"end": "2027-12-31"})),
    "a condition in one of them": (
        (2e9, {"polarity": "conditional", "ref": SAME_DAY}),
        (3e9, {"ref": SAME_DAY}),
    ),
}
CALM = {
    "the same figure": ((2e9, {"ref": SAME_DAY}), (2e9, {"ref": SAME_DAY})),
    "a rounding": (
        (1.248e9, {"text": "€1.248 billion", "ref": SAME_DAY}),
        (1.25e9, {"text": "€1.25 billion", "ref": SAME_DAY}),
    ),
    "a lower bound": ((4e10, {"qualifier": "at_least", "ref": SAME_DAY}), (4.3e10, {"ref": SAME_DAY})),
    "an upper bound": ((6e7, {"qualifier": "up_to", "ref": SAME_DAY}), (5e7, {"ref": SAME_DAY})),
    "about": ((4e10, {"qualifier": "about", "ref": SAME_DAY}), (4.2e10, {"ref": SAME_DAY})),
    "a conversion at the rate of the day": (
        (4e10, {"in_eur": 4e10, "ref": SAME_DAY}),
        (4.3e10, {"currency": "USD", "in_eur": 3.97e10, "ref": SAME_DAY}),
    ),
    "other currencies without a rate": ((4e10, {}), (4.3e10, {"currency": "USD"})),
    "pledged and then delivered, exceeded": (
        (4e10, {"qualifier": "at_least", "stage": "pledged"}),
        (5e10, {"qualifier": "more_than", "stage": "delivered"}),
    ),
    "asked for and given": ((3e9, {"stage": "proposed", "ref": SAME_DAY}), (2e9, {"ref": SAME_DAY})),
    "two undated reports of nothing in common": ((5e8, {}), (8e8, {})),
    "annual and total": ((2e9, {"recurrence": "annual", "ref": SAME_DAY}), (3e9, {"ref": SAME_DAY})),
    "two years": (
        (2e9, {"end": "2024-12-31", "ref": SAME_DAY}),
        (3e9, {"end": "2025-12-31", "ref": SAME_DAY}),
    ),
    "two purposes": (
        (2e9, {"purpose": "military", "ref": SAME_DAY}),
        (3e9, {"purpose": "humanitarian", "ref": SAME_DAY}),
    ),
    "a grant and a loan": (
        (2e9, {"instrument": "grant", "ref": SAME_DAY}),
        (3e9, {"instrument": "loan", "ref": SAME_DAY}),
    ),
    "a raise": ((2e9, {"ref": SAME_DAY}), (3e9, {"operation": "increase", "ref": SAME_DAY})),
    "months apart": ((2e9, {"ref": SAME_DAY}), (3e9, {"ref": {"published_at": "2024-09-02"}})),
    "figures of another size": ((2e8, {"ref": SAME_DAY}), (3e9, {"ref": SAME_DAY})),
    "money and a share of GDP": ((2e9, {"ref": SAME_DAY}), (2.0, {"kind": "gdp_share", "ref": SAME_DAY})),
    "jets and tanks": (
        (19, {"kind": "units", "unit": "jets", "ref": SAME_DAY}),
        (14, {"kind": "units", "unit": "tanks", "ref": SAME_DAY}),
    ),
}


@pytest.mark.parametrize("case", DISAGREE)
def test_an_editor_would_flag(reconciler: Reconciler, case: str) -> None:
    (one, how_one), (other, how_other) = DISAGREE[case]
    found = conflicts_of(reconciler, pledge("a", one, **how_one), pledge("b", other, **how_other))
    assert [conflict.kind for conflict in found] == ["amount"]
    assert [len(side.claims) for side in found[0].sides] == [1, 1]


@pytest.mark.parametrize("case", CALM)
def test_an_editor_would_not_flag(reconciler: Reconciler, case: str) -> None:
    (one, how_one), (other, how_other) = CALM[case]
    assert conflicts_of(reconciler, pledge("a", one, **how_one), pledge("b", other, **how_other)) == []


def test_two_figures_that_one_article_states_are_two_pledges(reconciler: Reconciler) -> None:
    ref: dict[str, Any] = {"published_at": "2024-03-02"}
    claims = [
        pledge("a", 2e9, ref=ref),
        pledge("a", 3e9, ref=ref),
        pledge("b", 2e9, ref=ref),
        pledge("c", 3e9, ref=ref),
    ]
    assert conflicts_of(reconciler, *claims) == []


def test_undated_reports_that_agree_on_another_figure_tell_one_story(reconciler: Reconciler) -> None:
    claims = [
        pledge("a", 2.0, kind="gdp_share"),
        pledge("a", 10.5e9),
        pledge("b", 2.0, kind="gdp_share"),
        pledge("b", 12e9),
    ]
    assert [conflict.kind for conflict in conflicts_of(reconciler, *claims)] == ["amount"]


def test_evidence_that_joins_a_side_sends_the_conflict_again(reconciler: Reconciler) -> None:
    first = [
        (n, pledge(name, value, ref=SAME_DAY)) for n, (name, value) in enumerate([("a", 2e9), ("b", 3e9)])
    ]
    before = reconciler.fold("pledge:germany:ukraine", None, first, "now")
    joined = reconciler.fold(
        "pledge:germany:ukraine", before.state, [(2, pledge("c", 3e9, ref=SAME_DAY))], "now"
    )
    assert [c.conflict_id for c in joined.conflicts] == [c.conflict_id for c in before.conflicts]
    assert sorted(len(side.claims) for side in joined.conflicts[0].sides) == [1, 2]


def test_an_article_that_uses_two_currencies_conflicts_with_itself(reconciler: Reconciler) -> None:
    found = conflicts_of(reconciler, pledge("a", 2.3e9, currency="USD"), pledge("a", 2.3e9, currency="GBP"))
    assert [side.value for side in found[0].sides] == ["GBP 2.3bn", "USD 2.3bn"]


def test_each_side_counts_its_origins_and_its_articles(reconciler: Reconciler) -> None:
    wire = [pledge(f"reprint {n}", 2e9, ref={**SAME_DAY, "wire_credit": "Wire"}) for n in range(3)]
    other = [pledge(f"other {n}", 3e9, ref={**SAME_DAY, "publisher": f"Paper {n}"}) for n in range(2)]
    (conflict,) = conflicts_of(reconciler, *wire, *other)
    assert [(side.value, side.independent_origins, side.articles) for side in conflict.sides] == [
        ("EUR 2bn", 1, 3),
        ("EUR 3bn", 2, 2),
    ]
