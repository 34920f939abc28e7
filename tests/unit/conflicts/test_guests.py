"""Guests: claims that name no receiver, compared where their page's country is the receiver."""

import msgspec
import pytest

from models.guests import visited_slots
from models.messages import Actor
from models.name_sketch import sketch_names
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


EVENT = DAY | {"names": sketch_names({"Nkoro": False, "Mbale": False})}


@pytest.mark.parametrize(
    ("home", "ref", "count"),
    [
        ("-", DAY, 1),
        ("lao-school-fund", DAY, 0),
        ("lao-school-fund", EVENT, 1),
    ],
)
def test_one_that_names_another_receiver_is_compared_in_reports_of_one_event_alone(
    reconciler: Reconciler, home: str, ref: dict[str, str], count: int
) -> None:
    own, guest = pledge("own", 45e6, slot=SLOT, ref=ref), pledge("guest", 54e6, slot=SLOT, to=home, ref=ref)
    assert len(fold(reconciler, own, guest).conflicts) == count


def test_an_agency_visits_its_state_and_two_reports_of_it_meet_at_home(reconciler: Reconciler) -> None:
    state = pledge("state", 45e6, slot=SLOT, ref=EVENT)
    agencies = [
        pledge(name, value, slot=SLOT, giver="norad", ref=EVENT)
        for name, value in (("one", 54e6), ("two", 61e6))
    ]
    found = fold(reconciler, state, *agencies).conflicts
    assert sorted(side.value for conflict in found for side in conflict.sides) == [
        "EUR 45m", "EUR 45m", "EUR 54m", "EUR 61m"
    ]  # fmt: skip


def test_a_pledge_visits_whom_its_page_is_about_and_the_state_of_its_giver() -> None:
    fund = pledge("a", slot="pledge:norad:lao-school-fund").pledge
    country = pledge("b", slot="pledge:norad:chad").pledge
    laos = Actor(id=None, name="Laos", level="country")
    assert fund
    assert country
    chad = msgspec.structs.replace(country, beneficiary=Actor(id=None, name="Chad", level="country"))
    assert list(visited_slots(fund, laos)) == ["pledge:norad:laos", "pledge:norway:laos"]
    assert list(visited_slots(chad, laos)) == ["pledge:norway:chad"]
    assert list(visited_slots(fund, None)) == ["pledge:norway:lao-school-fund"]
