"""Guests: claims that name no receiver, compared where their page's country is the receiver."""

from streams.conflicts.reading import Outcome, Reconciler
from tests.unit.conflicts.making import pledge, retraction

SLOT = "pledge:norway:laos"
DAY = {"published_at": "2026-03-02"}


def fold(reconciler: Reconciler, *messages: object) -> Outcome:
    return reconciler.fold(SLOT, None, list(enumerate(messages)), "now")  # type: ignore[arg-type]


def test_a_guest_conflicts_with_a_claim_of_the_slot(reconciler: Reconciler) -> None:
    own = pledge("own", 45e6, slot=SLOT, ref=DAY)
    guest = pledge("guest", 54e6, slot=SLOT, to="-", ref=DAY)
    (found,) = fold(reconciler, own, guest).conflicts
    assert found.kind == "amount"
    assert {claim.claim_id for side in found.sides for claim in side.claims} == {own.claim_id, guest.claim_id}


def test_a_guest_is_in_no_reading_and_makes_no_entry(reconciler: Reconciler) -> None:
    own = pledge("own", 45e6, slot=SLOT, ref=DAY)
    guest = pledge("guest", 45e6, slot=SLOT, to="-", ref=DAY)
    alone, both = fold(reconciler, own), fold(reconciler, guest, own, retraction(guest))
    assert both.entries == alone.entries
    assert both.reading is not None
    assert alone.reading is not None
    assert both.reading.pledges == alone.reading.pledges


def test_guests_alone_make_no_reading(reconciler: Reconciler) -> None:
    assert fold(reconciler, pledge("guest", 45e6, slot=SLOT, to="-", ref=DAY)).reading is None


def test_guests_of_one_slot_are_compared_there_and_not_here(reconciler: Reconciler) -> None:
    one = pledge("one", 45e6, slot=SLOT, to="-", ref=DAY)
    other = pledge("other", 54e6, slot=SLOT, to="-", ref=DAY)
    assert fold(reconciler, one, other).conflicts == ()


def test_a_guest_that_states_both_figures_knows_of_two_pledges(reconciler: Reconciler) -> None:
    own = pledge("own", 45e6, slot=SLOT, ref=DAY)
    both = [pledge("guest", value, slot=SLOT, to="-", ref=DAY) for value in (45e6, 54e6)]
    assert fold(reconciler, own, *both).conflicts == ()
