"""Sums count nothing twice, and say what they left out and why."""

from typing import Any

import pytest

from models.messages import Actor, Period, PledgeState, Quantity
from streams.ledger.queries.adding import Sum, add_up
from streams.ledger.queries.countable import KEYS, By, Context, Countable

UKRAINE = Actor(id="Q212", name="Ukraine", level="country")
GERMANY = Actor(id="Q183", name="Germany", level="country")
FRANCE = Actor(id="Q142", name="France", level="country")
EU = Actor(id="Q458", name="European Union", level="bloc")
NATO = Actor(id="Q7184", name="NATO allies", level="bloc")
DONORS = Actor(id="x:donors", name="donors total", level="donors")
BLOCS = Context({"Q458": frozenset({"Q183", "Q142"}), "Q7184": frozenset({"Q183", "Q142", "Q30"})})


def pledge(name: str, eur: float | None, **fields: Any) -> Countable:
    """Make a pledge of Germany to Ukraine in euros, unless ``fields`` say otherwise."""
    slot, day = fields.pop("slot", None), fields.pop("day", "2025-03-01")
    recurrence = fields.pop("recurrence", "total")
    reached = fields.pop("reached", None)
    values = {
        "pledger": GERMANY,
        "beneficiary": UKRAINE,
        "purpose": "military",
        "instrument": None,
        "quantity": euros(eur),
        "period": Period(recurrence=recurrence),
        "announced_on": None,
        "polarity": "affirmed",
        "stage": "pledged",
        "withdrawn": False,
        "reached": None if reached is None else euros(reached),
        "speakers": (),
        "claim_ids": (f"claim of {name}",),
        "independent_origins": 1,
        "articles": 1,
    } | fields
    state = PledgeState(pledge_id=name, **values)
    to = state.beneficiary.name if state.beneficiary else "-"
    return Countable(slot or f"pledge:{state.pledger.name}:{to}", state, day)


def euros(eur: float | None) -> Quantity:
    return Quantity(kind="money", value=eur or 1e9, currency="EUR" if eur else "UAH", in_eur=eur)


def only(*pledges: Countable, by: By = "beneficiary", context: Context = BLOCS) -> Sum:
    """Add up in both orders of the pledges to the one sum there is."""
    (made,) = add_up(pledges, by, context)
    assert add_up(pledges[::-1], by, context) == [made]
    assert made.eur == sum(item.eur or 0.0 for item in made.added)
    return made


def left_out(made: Sum) -> dict[str, tuple[str | None, str | None]]:
    return {item.pledge_id: (item.reason, item.instead) for item in made.left_out}


def test_two_pledges_are_added_and_listed() -> None:
    made = only(pledge("a", 1e9), pledge("b", 2e9, pledger=FRANCE))
    assert (made.eur, [item.pledge_id for item in made.added], made.left_out) == (3e9, ["a", "b"], ())


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"quantity": Quantity(kind="units", value=12.0, unit="tanks")}, "no sum of money"),
        ({"eur": None}, "no rate to the euro"),
        ({"withdrawn": True}, "withdrawn"),
        ({"polarity": "denied"}, "denied"),
        ({"polarity": "conditional"}, "promised on a condition"),
        ({"stage": "proposed"}, "asked for, not promised"),
    ],
)
def test_what_nobody_gives_in_money_is_left_out(fields: dict[str, Any], reason: str) -> None:
    odd = pledge("odd", **{"eur": 5e9} | fields)
    made = only(pledge("a", 1e9), odd)
    assert (made.eur, left_out(made)) == (1e9, {"odd": (reason, None)})


def test_a_part_is_left_out_beside_its_whole_and_counted_without_it() -> None:
    part = pledge("part", 2e9, part_of="whole")
    made = only(part, pledge("whole", 1e10))
    assert (made.eur, left_out(made)) == (1e10, {"part": ("a part of another pledge", "whole")})
    assert only(part).eur == 2e9


@pytest.mark.parametrize("void", [{"withdrawn": True}, {"polarity": "denied"}, {"polarity": "conditional"}])
def test_with_a_pledge_its_parts_fall_but_for_what_was_given(void: dict[str, Any]) -> None:
    made = only(pledge("part", 2e9, part_of="whole"), pledge("whole", 1e10, **void), pledge("a", 1e9))
    assert (made.eur, left_out(made)["part"][1]) == (1e9, "whole")
    given = pledge("given", 2e9, part_of="whole", stage="delivered")
    assert only(given, pledge("whole", 1e10, **void)).eur == 2e9


def test_of_two_disputing_sides_the_better_supported_counts() -> None:
    weak, strong = pledge("weak", 3e9), pledge("strong", 2e9, independent_origins=2)
    context = Context(disputes=[frozenset({"claim of weak", "claim of strong"})])
    made = only(weak, strong, pledge("other", 1e9), context=context)
    assert made.eur == 3e9
    assert left_out(made) == {"weak": ("disputed, the other side is counted", "strong")}
    assert only(weak, pledge("strong", 2e9), context=context).eur == 2e9, "of equals the least"


def test_what_was_paid_without_a_known_promise_is_not_added_to_a_promise() -> None:
    paid = [
        pledge(name, eur, stage="delivered", fulfilment="unratable")
        for name, eur in (("x", 2.8e10), ("y", 1e10))
    ]
    assert only(*paid).eur == 2.8e10, "of two the larger may hold the other"
    made = only(*paid, pledge("a", 3e9))
    assert made.eur == 3e9
    assert {instead for _, instead in left_out(made).values()} == {"a"}
    assert only(*paid, pledge("b", 1e9, purpose="health")).eur == 2.9e10, "another purpose is other money"


def test_a_bloc_and_its_members_count_once_on_the_larger_side() -> None:
    members = pledge("g", 3e9), pledge("f", 2e9, pledger=FRANCE)
    made = only(*members, pledge("eu", 2e10, pledger=EU))
    assert made.eur == 2e10
    assert left_out(made)["g"] == ("within that of European Union", "eu")
    made = only(*members, pledge("eu", 4e9, pledger=EU))
    assert (made.eur, set(left_out(made))) == (5e9, {"eu"})


def test_blocs_that_share_members_count_once() -> None:
    made = only(pledge("eu", 5e9, pledger=EU), pledge("nato", 4e10, pledger=NATO))
    assert (made.eur, set(left_out(made))) == (4e10, {"eu"})


def test_a_conference_total_holds_the_pledges_made_there_and_no_older_ones() -> None:
    total = pledge("total", 1e10, pledger=DONORS, day="2025-03-10")
    made = only(
        total, pledge("g", 3e9, purpose="energy"), pledge("old", 1e9, pledger=FRANCE, day="2023-01-01")
    )
    assert (made.eur, set(left_out(made))) == (1.1e10, {"g"})


def test_a_bloc_and_its_member_each_have_their_own_sum_as_givers() -> None:
    sums = add_up([pledge("g", 3e9), pledge("eu", 2e10, pledger=EU)], "pledger", BLOCS)
    assert {each.key: each.eur for each in sums} == {"European Union": 2e10, "Germany": 3e9}


def test_yearly_figures_are_never_added_to_totals() -> None:
    sums = add_up([pledge("a", 3e9), pledge("each", 1e9, recurrence="annual")], "pledger")
    assert [(each.recurrence, each.eur) for each in sums] == [("total", 3e9), ("annual", 1e9)]


def test_a_sum_told_without_its_receiver_counts_with_it() -> None:
    made = only(pledge("to", 3e9), pledge("nobody", 3.01e9, beneficiary=None), by="pledger")
    assert (made.eur, left_out(made)) == (3e9, {"nobody": ("counted with its receiver", "to")})
    assert only(pledge("to", 3e9), pledge("nobody", 4e9, beneficiary=None), by="pledger").eur == 7e9


def test_a_stage_counts_what_reached_it() -> None:
    sums = add_up(
        [
            pledge("kept", 4e10, stage="delivered", fulfilment="exceeded", reached=5e10),
            pledge("asked", 1e9, stage="proposed", purpose="health"),
            pledge("told", 6e10, stage="delivered", fulfilment="unratable", purpose="energy"),
        ],
        "stage",
    )
    assert {each.key: each.eur for each in sums} == {"delivered": 1.1e11, "proposed": 1e9}


def test_every_pledge_stands_in_one_sum_once() -> None:
    pledges = [pledge(f"p{n}", 1e9 + n, purpose=p, stage=s) for n, (p, s) in enumerate(
        (p, s) for p in ("military", "energy", "other") for s in ("pledged", "delivered", "proposed")
    )]  # fmt: skip
    for by in KEYS:
        listed = [item.pledge_id for each in add_up(pledges, by) for item in (*each.added, *each.left_out)]
        assert sorted(listed) == [f"p{n}" for n in range(9)]
