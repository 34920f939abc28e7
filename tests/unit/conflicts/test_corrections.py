"""A correction notice in another story mends what its publisher said before, and nobody else's story."""

from itertools import permutations

from models.messages import Claim
from models.messages.claim import Corrected
from streams.conflicts.reading import Outcome, Reconciler
from tests.unit.conflicts.making import pledge

SLOT = "pledge:norway:moldova"
WRONG, RIGHT = 45e6, 54e6


def told(name: str, value: float, publisher: str, day: str | None, **fields: object) -> Claim:
    ref = {"publisher": publisher, "published_at": day}
    return pledge(name, value, slot=SLOT, currency="NOK", ref=ref, **fields)


def notice(publisher: str = "Fjord Wire", day: str = "2024-03-05") -> Claim:
    corrects = Corrected(value=WRONG, currency="NOK")
    return told("notice", RIGHT, publisher, day, operation="correct", corrects=corrects)


def fold(reconciler: Reconciler, *claims: Claim) -> Outcome:
    return reconciler.fold(SLOT, None, list(enumerate(claims)), "now")


def test_an_earlier_story_of_the_house_stands_with_the_right_figure_in_any_order(
    reconciler: Reconciler,
) -> None:
    first, other = told("first", WRONG, "Fjord Wire", "2024-03-03"), told("other", RIGHT, "Dal Post", None)
    for claims in permutations((first, other, notice())):
        outcome = fold(reconciler, *claims)
        assert outcome.reading is not None
        (found,) = outcome.reading.pledges
        assert (found.quantity.value, found.articles, found.independent_origins) == (RIGHT, 3, 2)
        assert (outcome.conflicts, outcome.reading.open_conflicts) == ((), ())


def test_it_resolves_the_conflict_that_the_wrong_figure_had_opened(reconciler: Reconciler) -> None:
    before = fold(
        reconciler,
        told("first", WRONG, "Fjord Wire", "2024-03-03"),
        told("other", RIGHT, "Dal Post", "2024-03-03"),
    )
    (opened,) = before.conflicts
    after = reconciler.fold(SLOT, before.state, [(2, notice())], "now")
    assert [(c.conflict_id, c.state) for c in after.conflicts] == [(opened.conflict_id, "resolved")]


def test_another_house_and_a_later_story_are_not_mended(reconciler: Reconciler) -> None:
    for wrong in (
        told("wrong", WRONG, "Dal Post", "2024-03-03"),
        told("wrong", WRONG, "Fjord Wire", "2024-03-06"),
    ):
        (found,) = fold(reconciler, wrong, notice(), told("other", RIGHT, "Ny Tid", "2024-03-04")).conflicts
        assert found.kind == "amount"


def test_the_history_keeps_what_was_said(reconciler: Reconciler) -> None:
    entries = fold(reconciler, told("first", WRONG, "Fjord Wire", "2024-03-03"), notice()).entries
    assert [(e.operation, e.pledge.quantity.value) for e in entries] == [
        ("assert", WRONG),
        ("correct", RIGHT),
    ]
