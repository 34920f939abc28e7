"""What posts one person can hold in one state at one time."""

import pytest

from models.messages import Claim, Conflict
from models.name_sketch import sketch_names
from streams.conflicts.reading import Reconciler
from tests.unit.conflicts.making import office

SLOT = "holder:ana-belmonte:chile"
DAY, NEXT, LATER = "2026-03-02", "2026-03-03", "2026-09-01"


def held(name: str, post: str, day: str | None) -> Claim:
    return office(name, "Ana Belmonte", slot=SLOT, post=post, as_of=day)


def conflicts_of(reconciler: Reconciler, *claims: Claim) -> list[Conflict]:
    return list(reconciler.fold(SLOT, None, list(enumerate(claims)), "now").conflicts)


@pytest.mark.parametrize(
    ("one", "other", "severity"),
    [
        ("President", "Prime Minister", "alert"),
        ("Foreign Minister", "Prime Minister", "warning"),
        ("Minister of Finance", "President", "warning"),
    ],
)
def test_posts_of_two_ranks_at_one_time_disagree(
    reconciler: Reconciler, one: str, other: str, severity: str
) -> None:
    (found,) = conflicts_of(reconciler, held("a", one, DAY), held("b", other, NEXT))
    assert (found.kind, found.severity) == ("office_holder", severity)


@pytest.mark.parametrize(
    ("one", "other", "day"),
    [
        ("Foreign Minister", "Minister of Foreign Affairs", NEXT),
        ("Foreign Minister", "Finance Minister", NEXT),
        ("Deputy Prime Minister", "Defence Minister", NEXT),
        ("Foreign Minister", "Prime Minister", LATER),
        ("Foreign Minister", "Prime Minister", None),
    ],
)
def test_posts_that_go_together_or_follow_each_other_do_not(
    reconciler: Reconciler, one: str, other: str, day: str | None
) -> None:
    assert conflicts_of(reconciler, held("a", one, DAY), held("b", other, day)) == []


EVENT = {"names": sketch_names({"Nkoro": False, "Mbale": False})}


@pytest.mark.parametrize(
    ("one", "other", "kinds"),
    [
        ("Environment Secretary", "energy secretary", ["office_holder"]),
        ("Foreign Minister", "Minister of Defence", ["office_holder"]),
        ("health minister", "education minister", ["office_holder"]),
        ("Secretary of Environment and Natural Resources", "energy secretary", ["office_holder"]),
        ("Foreign Minister", "development minister", []),
        ("Finance Minister", "Minister of Economy", []),
        ("press secretary", "energy secretary", []),
    ],
)
def test_two_ministries_of_one_person_disagree_in_reports_of_one_event(
    reconciler: Reconciler, one: str, other: str, kinds: list[str]
) -> None:
    undated = office("b", "Ana Belmonte", slot=SLOT, post=other, ref=EVENT)
    dated = office("a", "Ana Belmonte", slot=SLOT, post=one, as_of=DAY, ref=EVENT | {"published_at": DAY})
    assert [found.kind for found in conflicts_of(reconciler, dated, undated)] == kinds
    assert conflicts_of(reconciler, held("a", one, DAY), held("b", other, NEXT)) == []


def test_an_article_that_gives_both_posts_knows_of_both(reconciler: Reconciler) -> None:
    both = held("a", "Foreign Minister", DAY), held("a", "Prime Minister", DAY)
    assert conflicts_of(reconciler, *both, held("b", "Prime Minister", NEXT)) == []
