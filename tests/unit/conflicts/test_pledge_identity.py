"""Which reports are of one pledge: over the year, from promise to delivery, part and whole."""

import pytest

from models.messages import Claim, PledgeState
from models.reference import load_reference
from streams.conflicts.parts import Parts
from streams.conflicts.reading import Reconciler
from tests.unit.conflicts.making import pledge


def pledges_of(reconciler: Reconciler, *claims: Claim) -> list[PledgeState]:
    """Read the claims of one slot, in both orders of arrival; by promised amount."""
    readings = [
        reconciler.fold(claims[0].slot, None, list(enumerate(order)), "now").reading
        for order in (claims, claims[::-1])
    ]
    assert readings[0] is not None
    assert readings[1] is not None
    assert readings[0].pledges == readings[1].pledges
    return sorted(readings[0].pledges, key=lambda state: state.quantity.value or 0.0)


def on(day: str) -> dict[str, object]:
    return {"published_at": day}


def test_the_same_pledge_retold_for_a_year_stays_one(reconciler: Reconciler) -> None:
    days = ("2024-03-01", "2024-05-11", "2024-09-02", "2024-12-20", "2025-02-27")
    (one,) = pledges_of(reconciler, *(pledge(day, 2e9, ref=on(day)) for day in days))
    assert one.articles == len(days)


@pytest.mark.parametrize("told_on", ["2024-04-01", "2025-03-02", "2027-01-01"])
def test_a_retelling_that_names_the_day_stands_with_its_announcement(
    reconciler: Reconciler, told_on: str
) -> None:
    first = pledge("a", 2e9, ref=on("2024-03-01"))
    again = pledge("b", 2e9, ref=on(told_on), announced_on="2024-03-01")
    assert len(pledges_of(reconciler, first, again)) == 1


def test_the_same_amount_in_two_years_is_two_pledges(reconciler: Reconciler) -> None:
    for one, other in [
        ({"ref": on("2024-03-01")}, {"ref": on("2025-03-01")}),
        ({"end": "2024-12-31"}, {"end": "2025-12-31"}),
        ({"announced_on": "2024-03-01"}, {"announced_on": "2025-03-01"}),
    ]:
        found = pledges_of(reconciler, pledge("a", 2e9, **one), pledge("b", 2e9, **other))
        assert len({state.pledge_id for state in found}) == 2


def test_an_announcement_stated_anew_is_another_pledge_though_the_first_was_retold(
    reconciler: Reconciler,
) -> None:
    retold = [pledge(day, 2e9, ref=on(day)) for day in ("2024-03-01", "2024-10-01", "2025-01-10")]
    new = pledge("new", 2e9, ref=on("2025-03-02"), announced_on="2025-03-01")
    assert sorted(state.articles for state in pledges_of(reconciler, *retold, new)) == [1, 3]


def test_neither_amount_nor_speaker_names_a_pledge(reconciler: Reconciler) -> None:
    (one,) = pledges_of(reconciler, pledge("a", 2e9, speaker="Ada Older", end="2025-12-31"))
    (other,) = pledges_of(reconciler, pledge("b", 3e9, speaker="Ben Newer", end="2025-12-31"))
    (later,) = pledges_of(reconciler, pledge("b", 3e9, end="2026-12-31"))
    assert one.pledge_id == other.pledge_id != later.pledge_id


@pytest.mark.parametrize("stage", ["proposed", "committed", "allocated", "delivered"])
def test_a_later_stage_of_the_amount_is_the_same_pledge(reconciler: Reconciler, stage: str) -> None:
    promise = pledge("a", 2e9, ref=on("2024-03-01"))
    later = pledge("b", 2e9, stage=stage, ref=on("2024-09-01"))
    (one,) = pledges_of(reconciler, promise, later)
    assert one.stage == ("pledged" if stage == "proposed" else stage)
    assert one.articles == 2


def test_a_delivery_before_the_promise_or_of_another_purpose_is_another_pledge(
    reconciler: Reconciler,
) -> None:
    promise = pledge("a", 2e9, ref=on("2024-03-01"), purpose="military")
    for wrong in ({"ref": on("2023-03-01")}, {"ref": on("2024-09-01"), "purpose": "humanitarian"}):
        assert len(pledges_of(reconciler, promise, pledge("b", 2e9, stage="delivered", **wrong))) == 2


def test_a_repetition_goes_to_the_last_promise_before_it(reconciler: Reconciler) -> None:
    promises = [pledge(f"{year}", 2e9, ref=on(f"{year}-03-01")) for year in (2023, 2024, 2025)]
    paid = pledge("paid", 2e9, stage="delivered", ref=on("2024-11-01"))
    assert [(s.stage, s.articles) for s in pledges_of(reconciler, *promises, paid)].count(
        ("delivered", 2)
    ) == 1


def test_a_delivery_in_the_time_of_one_promise_counts_towards_it(reconciler: Reconciler) -> None:
    promise = pledge("a", 4e10, start="2024-07-10", end="2025-07-10")
    paid = pledge("b", 5e10, stage="delivered", start="2024-01-01", end="2024-12-31")
    other = pledge("c", 4.5e10, start="2024-07-10", end="2025-07-10")
    assert len(pledges_of(reconciler, promise, paid)) == 1
    assert len(pledges_of(reconciler, promise, paid, other)) == 3, "it may be of either"
    assert len(pledges_of(reconciler, promise, pledge("d", 9e10, stage="delivered", end="2024-12-31"))) == 2


def test_a_delivery_in_the_sentence_of_a_greater_promise_counts_towards_it(reconciler: Reconciler) -> None:
    said = "Of the two billion euros that it pledged Germany has sent five hundred million."
    promise = pledge("a", 2e9, evidence=said)
    assert len(pledges_of(reconciler, promise, pledge("a", 5e8, stage="delivered", evidence=said))) == 1
    assert len(pledges_of(reconciler, promise, pledge("a", 5e9, stage="delivered", evidence=said))) == 2
    assert len(pledges_of(reconciler, promise, pledge("b", 5e8, stage="delivered", evidence="Other."))) == 2


PARTS = Parts(load_reference())


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("Norway will give 10 billion kroner, including 2 billion kroner for shells.", "2 billion kroner"),
        ("It gives €10 billion, of which €2 billion is new.", "€2 billion"),
        ("At least 4 billion kroner of it would be paid before June.", "4 billion kroner"),
        ("The sum includes 300 million euros for energy.", "300 million euros"),
    ],
)
def test_words_call_a_figure_a_part(sentence: str, figure: str) -> None:
    assert PARTS.told(sentence, figure)


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("It gives €10 billion and a further €2 billion for shells.", "€2 billion"),
        ("Nine states, including Norway, met. It pledged 2 billion kroner.", "2 billion kroner"),
        ("It pledged €2 billion. Of it all, little is new.", "€2 billion"),
        ("It pledged €2 billion.", None),
    ],
)
def test_other_words_do_not(sentence: str, figure: str | None) -> None:
    assert not PARTS.told(sentence, figure)


def test_a_part_points_at_its_whole() -> None:
    reconciler = Reconciler(load_reference())
    said = "Germany gives €10 billion to Ukraine, including €2 billion for shells."
    part, whole = pledges_of(
        reconciler,
        pledge("a", 1e10, text="€10 billion", evidence=said),
        pledge("a", 2e9, text="€2 billion", evidence=said),
        pledge("b", 2e9, text="€2 billion", evidence="Germany gives €2 billion for shells."),
    )
    assert (part.part_of, whole.part_of) == (whole.pledge_id, None)


def test_what_an_article_adds_up_is_part_of_the_sum(reconciler: Reconciler) -> None:
    *parts, whole = pledges_of(reconciler, *(pledge("a", value) for value in (1e9, 2.5e9, 3.5e9)))
    assert {part.part_of for part in parts} == {whole.pledge_id}
    assert whole.part_of is None


def test_figures_that_do_not_add_up_or_come_apart_are_no_parts(reconciler: Reconciler) -> None:
    for claims in (
        [pledge("a", value) for value in (1e9, 2.5e9, 4.1e9)],
        [pledge(name, value) for name, value in (("a", 1e9), ("b", 2.5e9), ("c", 3.5e9))],
        [pledge("a", 1e9), pledge("a", 2.5e9), pledge("a", 3.5e9, currency="USD")],
    ):
        assert not any(state.part_of for state in pledges_of(reconciler, *claims))
