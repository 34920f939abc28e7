"""Who can have held one post at one time."""

from models.messages import Claim, Conflict
from models.reference import load_reference
from streams.conflicts.posts import Posts
from streams.conflicts.reading import Reconciler
from tests.unit.conflicts.making import office

SECRETARY = "office:united-states:defence-secretary"
UNKNOWN_POST = "office:gavi:chief-executive"


def old(name: str, **fields: object) -> Claim:
    return office(name, "Ada Older", person_id="x:old", **fields)


def new(name: str, **fields: object) -> Claim:
    return office(name, "Ben Newer", person_id="x:new", **fields)


def conflicts_of(reconciler: Reconciler, *claims: Claim) -> list[Conflict]:
    return list(reconciler.fold(claims[0].slot, None, list(enumerate(claims)), "now").conflicts)


def test_a_holder_who_had_left_by_the_event_told_of_conflicts_with_the_right_one(
    reconciler: Reconciler,
) -> None:
    wrong, right = old("a", ref={"events": ("summit-2025",)}), new("b")
    (found,) = conflicts_of(reconciler, wrong, right)
    assert (found.kind, found.severity) == ("office_holder", "alert")
    assert [side.value for side in found.sides] == ["Ada Older", "Ben Newer"]


def test_a_true_succession_is_no_conflict(reconciler: Reconciler) -> None:
    then = old("a", ref={"not_before": "2024-01-01", "not_after": "2024-06-30"})
    assert conflicts_of(reconciler, then, new("b")) == []
    assert conflicts_of(reconciler, old("c", as_of="2024-05-01"), new("d", as_of="2025-02-24")) == []


def test_a_claim_that_fits_its_time_stands_on_no_side(reconciler: Reconciler) -> None:
    fits = old("fits", ref={"not_before": "2024-01-01", "not_after": "2024-06-30"})
    wrong = old("wrong", ref={"not_before": "2025-02-01"})
    (found,) = conflicts_of(reconciler, fits, wrong, new("right"))
    assert [claim.claim_id for claim in found.sides[0].claims] == [wrong.claim_id]


def test_undated_reports_of_two_known_holders_are_a_succession(reconciler: Reconciler) -> None:
    assert conflicts_of(reconciler, old("a"), new("b")) == []


def test_one_who_just_left_may_still_be_named(reconciler: Reconciler) -> None:
    assert conflicts_of(reconciler, old("a", as_of="2024-10-20"), new("b", as_of="2024-10-20")) == []


def test_an_article_that_names_both_knows_both(reconciler: Reconciler) -> None:
    ref = {"events": ("summit-2025",)}
    assert conflicts_of(reconciler, old("a", ref=ref), new("a", ref=ref), new("b")) == []


def test_former_of_one_still_in_post_conflicts_with_current(reconciler: Reconciler) -> None:
    claims = [
        office("a", "Cy Warden", person_id="x:sec", slot=SECRETARY, tenure="former"),
        office("b", "Cy Warden", person_id="x:sec", slot=SECRETARY),
    ]
    (found,) = conflicts_of(reconciler, *claims)
    assert [side.value for side in found.sides] == ["Cy Warden", "Cy Warden (former)"]


def test_former_of_one_who_left_is_no_conflict(reconciler: Reconciler) -> None:
    assert conflicts_of(reconciler, old("a", tenure="former"), old("b")) == []


def test_former_after_current_is_the_course_of_things(reconciler: Reconciler) -> None:
    claims = [
        office("a", "Cy Warden", person_id="x:sec", slot=SECRETARY, as_of="2025-03-01"),
        office("b", "Cy Warden", person_id="x:sec", slot=SECRETARY, tenure="former", as_of="2026-03-01"),
    ]
    assert conflicts_of(reconciler, *claims) == []


def test_two_holders_of_an_unknown_post_conflict_only_at_one_time(reconciler: Reconciler) -> None:
    def holder(name: str, person: str, day: str | None) -> Claim:
        return office(name, person, slot=UNKNOWN_POST, as_of=day)

    near = holder("a", "Dee Able", "2024-03-01"), holder("b", "Eli Baker", "2024-03-09")
    far = holder("a", "Dee Able", "2024-03-01"), holder("b", "Eli Baker", "2025-03-09")
    undated = holder("a", "Dee Able", None), holder("b", "Eli Baker", None)
    assert len(conflicts_of(reconciler, *near)) == 1
    assert conflicts_of(reconciler, *far) == []
    assert conflicts_of(reconciler, *undated) == []


def test_posts_that_many_hold_and_posts_of_no_known_body_never_conflict(reconciler: Reconciler) -> None:
    for slot in ("office:-:foreign-minister", "office:malta:deputy-foreign-minister", "office:malta:envoy"):
        one = office("a", "Dee Able", slot=slot, as_of="2024-03-01")
        other = office("b", "Eli Baker", slot=slot, as_of="2024-03-01")
        folded = reconciler.fold(slot, None, [(0, one), (1, other)], "now")
        assert (folded.conflicts, folded.state.digests) == ((), {})
        assert not reconciler.compares(slot)


def test_shipped_posts_tell_one_holder_from_many() -> None:
    posts = Posts(load_reference())
    one = "foreign-minister minister-of-defence president secretary-general minister-for-the-armed-forces chief-executive"
    many = "minister-of-state minister deputy-foreign-minister spokesperson ambassador senator director general professor"
    assert [post for post in one.split() if not posts.sole(f"office:malta:{post}")] == []
    assert [post for post in many.split() if posts.sole(f"office:malta:{post}")] == []
    assert not posts.sole("office:-:president")


def test_a_holder_in_two_spellings_is_one_and_a_warning(reconciler: Reconciler) -> None:
    one = office("a", "Juhani Rautavaara", slot=UNKNOWN_POST, as_of="2024-03-01")
    other = office("b", "Juhani Rautavara", slot=UNKNOWN_POST, as_of="2024-03-01")
    (found,) = conflicts_of(reconciler, one, other)
    assert (found.kind, found.severity) == ("name_variant", "warning")


def test_reports_of_one_dated_event_tell_of_one_time(reconciler: Reconciler) -> None:
    ref = {"events": ("summit-2025",)}
    claims = [
        office(n, who, slot=UNKNOWN_POST, ref=ref) for n, who in (("a", "Dee Able"), ("b", "Eli Baker"))
    ]
    assert [c.kind for c in conflicts_of(reconciler, *claims)] == ["office_holder"]
