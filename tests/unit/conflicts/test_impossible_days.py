"""A day that no calendar has: against the day of another report, or against itself."""

import pytest

from models.messages import Conflict
from streams.conflicts.reading import Reconciler
from tests.unit.conflicts.making import pledge

DAY = {"published_at": "2026-03-02"}


def conflicts_of(reconciler: Reconciler, *printed: str) -> list[Conflict]:
    claims = [
        pledge(
            f"a{n}", 12e6, text_period=text, ref=DAY, deadline="2026-06-30" if text == "by 30 June" else None
        )
        for n, text in enumerate(printed)
    ]
    return list(reconciler.fold(claims[0].slot, None, list(enumerate(claims)), "now").conflicts)


@pytest.mark.parametrize(
    "text", ["by 31 June", "until the 30th of February", "before November 31", "by 31 Sept"]
)
def test_a_day_that_no_calendar_has_is_impossible(reconciler: Reconciler, text: str) -> None:
    (found,) = conflicts_of(reconciler, text)
    assert found.kind == "impossible_date"
    assert "no such day" in {side.value for side in found.sides}


@pytest.mark.parametrize(
    "text", ["by 29 February", "by May 31", "by March 2027", "over 31 months", "by Feb 28"]
)
def test_a_day_that_some_year_has_is_none(reconciler: Reconciler, text: str) -> None:
    assert conflicts_of(reconciler, text) == []


def test_reports_with_a_day_that_there_is_stand_against_it(reconciler: Reconciler) -> None:
    (found,) = conflicts_of(reconciler, "by 31 June", "by 30 June")
    assert {side.value for side in found.sides} == {"due 31 June", "due 2026-06-30"}
    assert [len(side.claims) for side in found.sides] == [1, 1]
