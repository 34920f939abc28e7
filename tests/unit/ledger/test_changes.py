"""A pledge that was raised or cut counts once, as it stands now."""

import pytest

from models.messages import Article
from streams.claims.pipeline import Extractor
from streams.ledger.queries.changes import change_of
from streams.ledger.queries.countable import Change, Context
from tests.unit.ledger.test_adding import left_out, only, pledge

RAISED, STEP = Change("increase", by=False), Change("increase", by=True)
CUT, LESS = Change("decrease", by=False), Change("decrease", by=True)


def changing(**changes: Change) -> Context:
    return Context(changes={f"claim of {name}": change for name, change in changes.items()})


def test_a_raised_pledge_holds_the_one_before() -> None:
    before, now = pledge("before", 3e9, day="2025-01-01"), pledge("now", 5e9)
    made = only(before, now, context=changing(now=RAISED))
    assert (made.eur, left_out(made)) == (5e9, {"before": ("raised or cut to another sum", "now")})
    assert only(before, now).eur == 8e9, "nobody says that one was raised to the other"


def test_what_it_was_raised_by_is_in_it_and_else_comes_on_top() -> None:
    before, step, now = pledge("before", 3e9), pledge("step", 2e9), pledge("now", 5e9)
    assert only(before, step, now, context=changing(step=STEP, now=RAISED)).eur == 5e9
    assert only(before, step, context=changing(step=STEP)).eur == 5e9


def test_a_cut_pledge_takes_the_place_of_the_one_before() -> None:
    before, now = pledge("before", 5e9, day="2025-01-01"), pledge("now", 3e9)
    assert only(before, now, context=changing(now=CUT)).eur == 3e9
    made = only(before, pledge("less", 2e9), context=changing(less=LESS))
    assert left_out(made) == {"less": ("how much less is given, no sum of its own", None)}


@pytest.mark.parametrize(
    "other",
    [
        pledge("other", 3e9, day="2025-04-01"),
        pledge("other", 3e9, day="2023-01-01"),
        pledge("other", 3e9, purpose="health"),
        pledge("other", 3e9, slot="pledge:france:ukraine"),
        pledge("other", 6e9),
    ],
)
def test_what_came_later_or_is_for_something_else_was_not_raised(other) -> None:
    assert (
        only(other, pledge("now", 5e9), context=changing(now=RAISED)).eur == 5e9 + other.state.quantity.in_eur
    )


def test_of_several_that_may_be_meant_the_largest_is_left_out() -> None:
    made = only(pledge("a", 1e9), pledge("b", 2e9), pledge("now", 5e9), context=changing(now=RAISED))
    assert (made.eur, set(left_out(made))) == (6e9, {"b"})


def test_the_other_side_of_a_dispute_was_raised_as_well() -> None:
    context = changing(now=RAISED)._replace(disputes=[frozenset({"claim of now", "claim of rival"})])
    rival = pledge("rival", 4e9, independent_origins=3)
    made = only(pledge("before", 3e9), pledge("now", 5e9), rival, context=context)
    assert (made.eur, set(left_out(made))) == (4e9, {"before", "now"})


@pytest.mark.parametrize(
    ("sentence", "change"),
    [
        ("Norway has raised its pledge to Kenya to 46 million euros.", RAISED),
        ("Norway increased its aid for Kenya by a further 46 million euros.", STEP),
        ("Norway cut its pledge to Kenya to 46 million euros.", CUT),
        ("Norway reduced its aid to Kenya by 46 million euros.", LESS),
        ("Norway pledged 46 million euros to Kenya by 2030.", None),
    ],
)
def test_a_sentence_tells_whether_to_or_by_the_figure(sentence: str, change: Change | None) -> None:
    article = Article(text=f"Rain fell.\n\n{sentence}", published_at="2024-07-10").identified()
    (claim,) = (claim for claim in Extractor.from_seeds().read(article).claims if claim.pledge)
    assert claim.pledge
    assert change_of(claim.pledge, claim.evidence, claim.span[0]) == change
