"""Whether a pledge was kept: open, in progress, met, exceeded, broken or unratable, and why."""

from typing import Any

import pytest

from streams.conflicts.reading import Reconciler
from tests.unit.conflicts.making import pledge

PERIOD = {"start": "2024-01-01", "end": "2024-12-31"}
LATER, TOO_LATE = {"published_at": "2024-11-02"}, {"published_at": "2025-02-01"}
PROMISE = pledge("promise", 4e10, ref={"published_at": "2024-01-10"}, **PERIOD)


def report(value: float, **fields: Any) -> Any:
    return pledge("report", value, **{"ref": LATER, **PERIOD, **fields})


CASES = {
    "nothing is told of it": ([PROMISE], "open", "promised, no report of what came of it"),
    "a condition": ([pledge("c", 4e10, polarity="conditional")], "open", "promised on a condition"),
    "signed": ([PROMISE, report(4e10, stage="committed")], "in progress", "EUR 40bn committed"),
    "some is set aside": ([PROMISE, report(1e10, stage="allocated")], "in progress", "EUR 10bn allocated"),
    "some has come": (
        [PROMISE, report(3e10, stage="delivered")],
        "in progress",
        "EUR 30bn delivered of EUR 40bn",
    ),
    "all has come": ([PROMISE, report(4e10, stage="delivered")], "met", "EUR 40bn delivered of EUR 40bn"),
    "more than all": ([PROMISE, report(5e10, stage="delivered")], "exceeded", "EUR 50bn delivered of EUR 40bn"),
    "more than a lower bound": (
        [pledge("p", 4e10, qualifier="at_least", **PERIOD), report(5e10, stage="delivered", qualifier="more_than")],
        "exceeded",
        "more than EUR 50bn delivered of at least EUR 40bn",
    ),
    "about all": (
        [pledge("p", 4e10, qualifier="about", **PERIOD), report(4.1e10, stage="delivered")],
        "met",
        "EUR 41bn delivered of about EUR 40bn",
    ),
    "too little by the day": (
        [PROMISE, report(3e10, stage="delivered", ref=TOO_LATE)],
        "broken",
        "EUR 30bn delivered of EUR 40bn, reported on 2025-02-01, after it was due on 2024-12-31",
    ),
    "withdrawn": ([PROMISE, report(4e10, operation="withdraw")], "broken", "the giver withdrew it"),
    "asked for only": (
        [pledge("p", 4e10, stage="proposed")],
        "unratable",
        "asked for or considered, not promised",
    ),
    "denied": ([pledge("p", 4e10, polarity="denied")], "unratable", "a denial promises nothing"),
    "delivered out of nothing": (
        [pledge("p", 4e10, stage="delivered")],
        "unratable",
        "reported as delivered, with no report of the promise",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("claims", "fulfilment", "reason"), CASES.values(), ids=CASES)
def test_a_pledge_says_whether_it_was_kept(
    reconciler: Reconciler, claims: list[Any], fulfilment: str, reason: str
) -> None:
    outcome = reconciler.fold(claims[0].slot, None, list(enumerate(claims)), "now")
    assert outcome.reading is not None
    (state,) = outcome.reading.pledges
    assert (state.fulfilment, state.fulfilment_reason) == (fulfilment, reason)
    assert outcome.conflicts == (), "what comes of a pledge is no disagreement"


def test_the_promise_keeps_its_amount_and_the_last_stage_has_its_own(reconciler: Reconciler) -> None:
    claims = [PROMISE, report(3e10, stage="delivered"), report(1e10, stage="allocated")]
    outcome = reconciler.fold(PROMISE.slot, None, list(enumerate(claims)), "now")
    assert outcome.reading is not None
    (state,) = outcome.reading.pledges
    assert state.quantity.value == 4e10
    assert state.stage == "delivered"
    assert state.reached is not None
    assert state.reached.value == 3e10
