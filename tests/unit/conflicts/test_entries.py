"""The history: an entry for each pledge claim, one more for a retraction, and never two of a claim."""

import msgspec

from models.messages import Actor, Claim, Reading, Retraction
from streams.conflicts.reading import Outcome, Reconciler, SlotState
from tests.unit.conflicts.making import pledge, retraction

SLOT = "pledge:germany:ukraine"
MARCH, SEPTEMBER = {"published_at": "2024-03-01"}, {"published_at": "2024-09-01"}


def fold(reconciler: Reconciler, *messages: Claim | Retraction, state: SlotState | None = None) -> Outcome:
    first = state.revision + 1 if state else 0
    return reconciler.fold(SLOT, state, list(enumerate(messages, first)), "2024-10-01T00:00:00Z")


def reading_of(outcome: Outcome) -> Reading:
    assert outcome.reading is not None
    return msgspec.structs.replace(outcome.reading, revision=0)


def operations(outcome: Outcome) -> list[str]:
    return [entry.operation for entry in outcome.entries]


def test_the_first_report_asserts_and_the_next_restates(reconciler: Reconciler) -> None:
    outcome = fold(reconciler, pledge("a", 2e9, ref=MARCH), pledge("b", 2e9, ref=MARCH))
    assert operations(outcome) == ["assert", "restate"]
    assert outcome.entries[0].pledge_id == outcome.entries[1].pledge_id
    assert outcome.entries[1].independent_origins == 2


def test_a_later_higher_figure_increases_and_a_lower_one_decreases(reconciler: Reconciler) -> None:
    up = fold(reconciler, pledge("a", 2e9, ref=MARCH), pledge("b", 3e9, ref=SEPTEMBER))
    down = fold(reconciler, pledge("a", 3e9, ref=MARCH), pledge("b", 2e9, ref=SEPTEMBER))
    assert operations(up) == ["assert", "increase"]
    assert operations(down) == ["assert", "decrease"]


def test_the_pledgers_own_words_decide_the_operation(reconciler: Reconciler) -> None:
    outcome = fold(reconciler, pledge("a", 2e9), pledge("b", 2e9, operation="withdraw"))
    assert operations(outcome) == ["assert", "withdraw"]
    assert outcome.reading is not None
    assert outcome.reading.pledges[0].withdrawn


def test_delivery_of_the_pledged_sum_supersedes(reconciler: Reconciler) -> None:
    outcome = fold(reconciler, pledge("a", 2e9), pledge("b", 2e9, stage="delivered"))
    assert operations(outcome) == ["assert", "supersede"]


def test_each_reason_of_a_retraction_has_its_own_operation(reconciler: Reconciler) -> None:
    for reason, operation in [
        ("canceled", "source_retracted"),
        ("new_version", "correct"),
        ("re_extracted", "supersede"),
    ]:
        claim = pledge("a", 2e9)
        assert operations(fold(reconciler, claim, retraction(claim, reason))) == ["assert", operation]


def test_a_retraction_that_comes_first_waits_for_its_claim(reconciler: Reconciler) -> None:
    claim = pledge("a", 2e9)
    outcome = fold(reconciler, retraction(claim), claim)
    assert operations(outcome) == ["assert", "source_retracted"]
    assert outcome.reading is not None
    assert outcome.reading.pledges == ()


def test_a_claim_folded_again_repeats_its_entries_and_conflicts(reconciler: Reconciler) -> None:
    claims = pledge("a", 2e9, ref=MARCH), pledge("b", 3e9, ref=MARCH), pledge("c", 2e9, ref=MARCH)
    once = fold(reconciler, *claims)
    items = list(enumerate(claims))
    again = reconciler.fold(SLOT, once.state, items, "2024-10-01T00:00:00Z")
    assert [e.entry_id for e in again.entries] == [e.entry_id for e in once.entries]
    assert again.conflicts == once.conflicts
    assert again.reading == once.reading
    assert again.state == once.state


def test_a_claim_sent_again_later_makes_no_second_entry(reconciler: Reconciler) -> None:
    first = pledge("a", 2e9, ref=MARCH)
    outcome = fold(reconciler, first, pledge("b", 2e9, ref=MARCH))
    repeated = fold(reconciler, first, state=outcome.state)
    assert [entry.entry_id for entry in repeated.entries] == [outcome.entries[0].entry_id]


def test_the_state_given_is_left_as_it_was(reconciler: Reconciler) -> None:
    before = fold(reconciler, pledge("a", 2e9)).state
    kept = before.digests["x"] = next(iter(before.digests.values()))
    del before.digests["x"]
    names = list(before.digests)
    fold(reconciler, pledge("b", 3e9), retraction(pledge("a", 2e9)), state=before)
    assert list(before.digests) == names
    assert kept.retracted is None


def test_a_newer_version_that_says_the_same_supersedes_and_another_corrects(reconciler: Reconciler) -> None:
    old = pledge("old", 2e9, ref=MARCH | {"story_id": "s"})
    other = pledge("other", 3e9, ref=MARCH | {"story_id": "s"})
    new = pledge("new", 2e9, ref=MARCH | {"story_id": "s", "version": 2})
    taken = [retraction(claim, "new_version") for claim in (old, other)]
    outcome = fold(reconciler, old, other, new, *taken)
    ended = {entry.claim_id: entry.operation for entry in outcome.entries[3:]}
    assert ended == {old.claim_id: "supersede", other.claim_id: "correct"}
    # Once said it stays, though the new version itself is taken back.
    later = fold(reconciler, retraction(new, "new_version"), *taken, state=outcome.state)
    assert {entry.claim_id: entry.operation for entry in later.entries[1:]} == ended
    assert later.reading is not None
    assert not later.reading.pledges


def test_a_claim_that_is_read_again_says_what_was_read_last(reconciler: Reconciler) -> None:
    first = pledge("a", 2e9, ref=MARCH, purpose="other")
    assert first.pledge
    again = msgspec.structs.replace(
        first, pledge=msgspec.structs.replace(first.pledge, purpose="military", stage="delivered")
    )
    outcome = fold(reconciler, again, state=fold(reconciler, first).state)
    fresh = fold(reconciler, again)
    assert reading_of(outcome) == reading_of(fresh)
    assert outcome.entries[0].entry_id == fold(reconciler, first).entries[0].entry_id


def test_a_claim_that_a_reading_missed_stands_again_once_it_is_read_again(reconciler: Reconciler) -> None:
    claim = pledge("a", 2e9, ref=MARCH)
    missed = fold(reconciler, claim, retraction(claim, "re_extracted"))
    assert missed.reading is not None
    assert not missed.reading.pledges
    again = fold(reconciler, claim, state=missed.state)
    assert reading_of(again) == reading_of(fold(reconciler, claim))
    killed = fold(reconciler, retraction(claim, "canceled"), claim, state=missed.state)
    assert reading_of(killed) == reading_of(missed)


def test_a_slot_is_named_by_the_claims_that_stand(reconciler: Reconciler) -> None:
    plain, odd = pledge("a", 2e9, ref=MARCH), pledge("b", 2e9, ref=MARCH)
    assert odd.pledge
    named = msgspec.structs.replace(
        odd, pledge=msgspec.structs.replace(odd.pledge, pledger=Actor(id=None, name="GERMANY"))
    )
    both = fold(reconciler, plain, named)
    left = fold(reconciler, retraction(named, "re_extracted"), state=both.state)
    assert both.reading is not None
    assert both.reading.pledges[0].pledger.name == "GERMANY"
    assert reading_of(left) == reading_of(fold(reconciler, plain))


def test_a_retraction_resolves_the_conflict_and_says_why(reconciler: Reconciler) -> None:
    wrong = pledge("b", 3e9, ref=MARCH)
    opened = fold(reconciler, pledge("a", 2e9, ref=MARCH), wrong)
    closed = fold(reconciler, retraction(wrong), state=opened.state)
    (conflict,) = closed.conflicts
    assert conflict.conflict_id == opened.conflicts[0].conflict_id
    assert conflict.state == "resolved"
    assert conflict.resolution == "a report was taken back: its story was canceled"
    assert closed.reading is not None
    assert closed.reading.open_conflicts == ()
