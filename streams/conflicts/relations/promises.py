"""Two reports of one figure that differ in what became of it: kept, only asked for, denied, taken back.

The course of things is no conflict: asked for and later approved, promised and later
delivered, promised and later withdrawn. A conflict needs reports of one time, or the firmer
one before the weaker.
"""

from typing import Final

from streams.conflicts.moments import apart
from streams.conflicts.relations.pledges import Report, period_of_terms
from streams.conflicts.relations.verdict import Verdict
from streams.conflicts.state import Terms

SAME_TIME_DAYS: Final = 14
SAME_DAYS: Final = 3  # a denial this near to the promise denies the report, later it is a change of mind
COUNT_MIN: Final = 5  # goods; smaller numbers are alike by chance
GIVEN: Final = "promised in one, delivered in the other, but nothing tells that both speak of one time"
UNSURE: Final = "only proposed in one, signed or set aside in the other, but nothing tells which came first"
PROMISED: Final = frozenset({"pledged", "committed"})
FIRM: Final = frozenset({"committed", "allocated"})  # signed or set aside


def relate_stages(a: Report, b: Report) -> Verdict:
    """Compare what two reports of one figure say has been done about it."""
    weak, firm = sorted((a, b), key=lambda report: _ORDER[report.terms.stage])
    pair = weak.terms.stage, firm.terms.stage
    if _given(weak.terms, firm.terms) and (found := _kept(weak, firm)):
        return found
    if not _contradict(weak.terms, firm.terms):
        return Verdict("compatible", f"{pair[0]} and {pair[1]} can both be true")
    if not (weak.when and firm.when):
        return Verdict(
            "not_comparable", UNSURE if firm.terms.stage in FIRM else "nothing tells which came first"
        )
    if not _one_time(weak, firm, SAME_TIME_DAYS) or _after(firm, weak):
        return Verdict("update", f"{pair[0]} at one time, {pair[1]} at another or later")
    if pair == ("proposed", "pledged") and not (_after(weak, firm) and _one_time(weak, firm, SAME_DAYS)):
        return Verdict("compatible", "asked for, and promised")
    return Verdict("conflict", f"{pair[0]} in one, {pair[1]} in the other at the same time")


def _kept(promise: Report, given: Report) -> Verdict | None:
    """Compare a promise with its delivery, None where the stages alone tell: they are then like any two."""
    if _not_yet(promise, given):
        return Verdict("conflict", "still to come in one, delivered in the other at the same time")
    at_once = _one_time(promise, given, SAME_DAYS)
    known = promise.when is not None and given.when is not None
    if at_once and not (known and _contradict(promise.terms, given.terms) and not _after(given, promise)):
        return Verdict("not_comparable", GIVEN)
    return None


def given_and_promised(a: Report, b: Report) -> Verdict:
    """Compare a promise with its delivery, known to be told of one event: so soon it is seldom kept."""
    if a.when and b.when and apart(a.when, b.when) > SAME_DAYS:
        return Verdict("update", "promised first, delivered later")
    return Verdict("conflict", "promised in one, delivered in the other, of one event")


def relate_polarities(a: Report, b: Report) -> Verdict:
    """Compare a promise with its denial."""
    if a.terms.polarity == b.terms.polarity or "denied" not in (a.terms.polarity, b.terms.polarity):
        return Verdict("compatible", "neither denies the other")
    if a.when and b.when and apart(a.when, b.when) > SAME_DAYS:
        return Verdict("update", "a promise at one time, a refusal at another")
    return Verdict("conflict", "promised in one, denied in the other")


def relate_withdrawals(a: Report, b: Report) -> Verdict:
    """Compare a promise with its withdrawal: who still counts on it must have been first."""
    gone, kept = (a, b) if a.terms.operation == "withdraw" else (b, a)
    if gone.terms.operation != "withdraw" or kept.terms.operation == "withdraw":
        return Verdict("compatible", "neither takes it back, or both do")
    if kept.terms.stage in ("proposed", "delivered") or kept.terms.polarity == "denied":
        return Verdict("compatible", "nothing stands that was taken back")
    if not (gone.when and kept.when) or not _one_time(gone, kept, SAME_TIME_DAYS):
        return Verdict("update", "promised at one time, withdrawn at another")
    if _after(gone, kept):
        return Verdict("update", "promised first, withdrawn later")
    return Verdict("conflict", "withdrawn in one, still promised in the other")


_ORDER: Final = {"proposed": 0, "pledged": 1, "committed": 2, "allocated": 3, "delivered": 4}


def _contradict(weak: Terms, firm: Terms) -> bool:
    if weak.polarity == "denied" or firm.polarity == "denied":
        return False
    if firm.stage == "delivered" and firm.kind == "money":
        return weak.stage in PROMISED and _same_time_named(weak, firm)
    if firm.stage == "delivered":
        return weak.stage != firm.stage and (weak.value or 0) >= COUNT_MIN
    return weak.stage == "proposed" and (firm.stage in FIRM or firm.stage == "pledged")


def _given(weak: Terms, firm: Terms) -> bool:
    affirmed = "denied" not in (weak.polarity, firm.polarity)
    return affirmed and firm.stage == "delivered" and weak.stage in PROMISED


def _not_yet(promise: Report, given: Report) -> bool:
    """Say whether a promise is for a time after the news that it was kept, told within days of it."""
    start = promise.terms.start or promise.terms.deadline
    if not start or not given.when or start <= given.when.end:
        return False
    return promise.when is not None and _one_time(promise, given, SAME_DAYS)


def _same_time_named(a: Terms, b: Terms) -> bool:
    """Say whether two reports print one time for the money: else it was given before, and is again."""
    one = period_of_terms(a)
    return one is not None and a.start is not None and one == period_of_terms(b)


def _one_time(a: Report, b: Report, days: int) -> bool:
    return not (a.when and b.when) or apart(a.when, b.when) <= days


def _after(later: Report, earlier: Report) -> bool:
    return bool(later.when and earlier.when and later.when.start > earlier.when.end)
