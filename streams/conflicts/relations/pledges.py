"""Two pledge claims of one slot: the same promise, a later state of it, or two reports that disagree.

The amounts decide whether two claims can speak of one promise; stage, period, purpose and
date decide whether they do. Where nothing ties two differing reports to one announcement
they are not comparable: a donor gives more than once.
"""

from typing import Final, NamedTuple

from streams.conflicts.moments import Window, apart, days_of
from streams.conflicts.relations.amounts import Figure, digit_more, garbled, nought_lost, relate_figures
from streams.conflicts.relations.verdict import Verdict
from streams.conflicts.state import Source, Terms, stage_class

SAME_NEWS_DAYS: Final = 14  # reports this close together tell of one announcement
SAME_DAYS: Final = 3  # so soon a promise is seldom kept in part
SAME_FIGURE_DAYS: Final = 60  # a slip of the currency is copied for this long
OPEN_PURPOSES: Final = frozenset({"other", "financial"})  # what a report says that names none
ARMS: Final = frozenset({"military", "defence_spending"})
SINCE_DAYS: Final = 180
UNTIED: Final = "nothing ties both to one announcement"
STAGES: Final = {"proposed": 0, "pledged": 1, "allocated": 2, "delivered": 3}


class Report(NamedTuple):
    """A pledge as one article reports it: its figure, the days of its news, its article."""

    figure: Figure
    when: Window | None
    source: Source

    @property
    def terms(self) -> Terms:
        """What is pledged."""
        return self.figure.terms


def relate_pledges(a: Report, b: Report, *, one_event: bool = False) -> Verdict:
    """Compare two reports of pledges by one pledger to one beneficiary.

    Where they are known to tell of ``one_event`` nothing else has to tie them, and of purposes, which are
    often only inferred, weapons alone are another thing than relief.
    """
    amounts = relate_figures(a.figure, b.figure)
    if a.source.story_id == b.source.story_id and a.source.version != b.source.version:
        return _versions(amounts)
    if amounts.relation == "not_comparable":
        return amounts
    one, other = a.figure.terms, b.figure.terms
    apart_by = _kind_apart(one, other) or _period_apart(one, other)
    stages = _stage_apart(one, other)
    slip = same_figure(one, other) and (not stages or _detailed(one))
    if not apart_by and amounts.relation == "conflict" and slip:
        return _other_currency(a, b, amounts.reason)
    if not apart_by and stages:
        apart_by = _misprinted(a, b, amounts.reason, one_event=one_event) or stages
    if apart_by or amounts.relation != "conflict":
        return apart_by or amounts
    civil = one_event and ARMS.isdisjoint((one.purpose, other.purpose))
    apart_by = _history(a, b) or (_changed(one, other) if civil else _purpose_apart(one, other))
    if one_event and not apart_by:
        apart_by = Verdict("conflict", f"{amounts.reason} in reports of one event")
    return apart_by or _one_announcement(a, b, amounts.reason)


def same_figure(a: Terms, b: Terms) -> bool:
    """Say whether two amounts differ in nothing but the currency: one of them is a slip."""
    return a.value == b.value and a.currency != b.currency


def misprint(a: Report, b: Report) -> bool:
    """Say whether one figure is the other misprinted, although the one is promised and the other paid.

    Part of a promise can be paid, and come to the same digits: not within days of it.
    """
    one, other = a.figure.terms, b.figure.terms
    if "proposed" in (one.stage, other.stage) or not (a.when and b.when):
        return False
    if apart(a.when, b.when) > SAME_DAYS or one.currency != other.currency:
        return False
    return garbled(one, other) or nought_lost(one, other)


def _misprinted(a: Report, b: Report, reason: str, *, one_event: bool) -> Verdict | None:
    """Give the verdict on a figure misprinted in one of two reports that differ in the stage, if one is."""
    one, other = a.figure.terms, b.figure.terms
    if one_event and _misread(one, other):
        return Verdict("conflict", f"{reason} in reports of one event")
    if misprint(a, b):
        return _purpose_apart(one, other) or Verdict("conflict", f"{reason}, told within days")
    return None


def _misread(a: Terms, b: Terms) -> bool:
    """Say whether one figure is the other misprinted: in reports of one event, whatever was done about it."""
    return a.currency == b.currency and (garbled(a, b) or digit_more(a, b))


def _detailed(t: Terms) -> bool:
    """Say whether a figure has more than one digit that counts: a round one recurs by chance."""
    return len(f"{t.value or 0:.12g}".replace(".", "").strip("0")) > 1


def _other_currency(a: Report, b: Report, reason: str) -> Verdict:
    if a.when and b.when and apart(a.when, b.when) > SAME_FIGURE_DAYS:
        return Verdict("not_comparable", "the same figure, but long apart")
    return Verdict("conflict", reason)


def _versions(amounts: Verdict) -> Verdict:
    if amounts.relation == "equivalent":
        return Verdict("duplicate", "two versions of one story")
    return Verdict("correction", "a later version of the same story")


def _kind_apart(a: Terms, b: Terms) -> Verdict | None:
    if a.recurrence != b.recurrence:
        return Verdict("not_comparable", "one is an annual figure, the other a total")
    if "denied" in (a.polarity, b.polarity) and a.polarity != b.polarity:
        return Verdict("not_comparable", "one says that there is no such pledge")
    if "assert" not in (a.operation, b.operation) and a.operation != b.operation:
        return Verdict("update", f"{a.operation} in one, {b.operation} in the other")
    return None


def _stage_apart(a: Terms, b: Terms) -> Verdict | None:
    if stage_class(a.stage) != stage_class(b.stage):
        return Verdict("update", f"{a.stage} in one, {b.stage} in the other")
    return None


def _history(a: Report, b: Report) -> Verdict | None:
    if _past(a) != _past(b):
        return Verdict("not_comparable", "one tells of what was promised before")
    return None


def _period_apart(a: Terms, b: Terms) -> Verdict | None:
    one, other = period_of_terms(a), period_of_terms(b)
    if one and other and (one.end < other.start or other.end < one.start) and not _falls(a, b):
        return Verdict("not_comparable", "they are for different periods")
    return None


def _falls(a: Terms, b: Terms) -> bool:
    """Say whether the smaller of two shares of GDP is for the later day: those are no steps of one rise."""
    first, later = sorted((a, b), key=lambda t: t.deadline or "")
    both = a.kind == b.kind == "gdp_share" and first.deadline and later.deadline
    return bool(both and (first.value or 0) > (later.value or 0))


def _past(report: Report) -> bool:
    """Say whether a pledge is for a time that was over when it was told ("last year's raised 792 million").

    So is what was given since a day long before.
    """
    t, when = report.terms, report.when
    if not when:
        return False
    since = t.start if t.stage == "delivered" and not t.end and not t.deadline else None
    return bool(t.end and t.end < when.start) or bool(since and apart(days_of(since), when) > SINCE_DAYS)


def period_of_terms(t: Terms) -> Window | None:
    """Give the days that a pledge is for; a deadline alone stands for its year."""
    end = t.end or t.deadline
    if not end:
        return None
    return Window(t.start or f"{end[:4]}-01-01", end)


def _purpose_apart(a: Terms, b: Terms) -> Verdict | None:
    if a.purpose != b.purpose and OPEN_PURPOSES.isdisjoint((a.purpose, b.purpose)) and not garbled(a, b):
        return Verdict("not_comparable", f"one is {a.purpose}, the other {b.purpose}")
    return _changed(a, b)


def _changed(a: Terms, b: Terms) -> Verdict | None:
    if a.instrument != b.instrument and a.instrument and b.instrument:
        return Verdict("not_comparable", f"one is a {a.instrument}, the other a {b.instrument}")
    if a.operation != "assert" or b.operation != "assert":
        return Verdict("update", "one says that the figure was changed")
    return None


def _one_announcement(a: Report, b: Report, reason: str) -> Verdict:
    """Decide whether two different figures are told of one announcement."""
    if a.when and b.when and apart(a.when, b.when) > SAME_NEWS_DAYS:
        return Verdict("update", "different figures at different times")
    if a.when and b.when:
        return Verdict("conflict", f"{reason}, told at one time")
    due = a.terms.end or a.terms.deadline
    if due and due == (b.terms.end or b.terms.deadline):
        return Verdict("conflict", f"{reason} for one period")
    return Verdict("not_comparable", UNTIED)
