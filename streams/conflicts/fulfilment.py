"""Whether a pledge was kept, as far as its reports tell: claims in, a state and its reason out.

There is no clock here: that a deadline has passed is known only from a report of a later day.
"""

from typing import Final

from models.messages.claim import Stage
from models.messages.reading import Fulfilment
from streams.conflicts.relations.amounts import relate_figures
from streams.conflicts.stages import comparable
from streams.conflicts.state import Digest, Terms, stage_class, terms_of
from streams.conflicts.values import show_amount
from streams.conflicts.view import View

STAGES: Final[tuple[Stage, ...]] = ("proposed", "pledged", "committed", "allocated", "delivered")
KEPT: Final = frozenset({"equivalent", "compatible"})


def stage_rank(digest: Digest) -> int:
    """Give the place of a claim's stage in the life of a pledge."""
    return STAGES.index(terms_of(digest).stage)


def judge(
    members: tuple[Digest, ...], promise: Digest, reached: Digest, view: View
) -> tuple[Fulfilment, str]:
    """Say what became of what ``promise`` states, by the report of the last stage reached."""
    asked, got = terms_of(promise), terms_of(reached)
    if any(terms_of(digest).operation == "withdraw" for digest in members):
        return "broken", "the giver withdrew it"
    if reason := _nothing_to_rate(asked, got):
        return "unratable", reason
    if got.stage == "delivered":
        return _measure(promise, reached, view)
    if asked.polarity == "conditional":
        return "open", "promised on a condition"
    if got.stage in ("committed", "allocated"):
        return "in progress", f"{show_amount(got)} {got.stage}"
    return "open", "promised, no report of what came of it"


def _nothing_to_rate(asked: Terms, got: Terms) -> str | None:
    """Say why there is no promise to hold anything against."""
    if "denied" in (asked.polarity, got.polarity):
        return "a denial promises nothing"
    if asked.stage == "proposed" and got.stage == "proposed":
        return "asked for or considered, not promised"
    if stage_class(asked.stage) != "pledged":
        return f"reported as {got.stage}, with no report of the promise"
    return None


def _measure(promise: Digest, reached: Digest, view: View) -> tuple[Fulfilment, str]:
    """Hold what was delivered against what was promised."""
    asked, got = comparable(view, promise, reached)
    said = f"{show_amount(terms_of(reached))} delivered of {show_amount(terms_of(promise))}"
    if not asked or not got:
        return "unratable", "delivered, but the amounts cannot be compared"
    verdict = relate_figures(view.figures[promise.group], view.figures[reached.group])
    if got > asked and not _equal(verdict.relation, promise, reached):
        return "exceeded", said
    if verdict.relation in KEPT or got >= asked:
        return "met", said
    terms = terms_of(promise)
    due, told = terms.deadline or terms.end, view.source(reached).published_at
    if due and told and told[:10] > due:
        return "broken", f"{said}, reported on {told[:10]}, after it was due on {due}"
    return "in progress", said


def _equal(relation: str, promise: Digest, reached: Digest) -> bool:
    """Say whether two agreeing figures are one amount, rather than a bound that was passed."""
    bounds = {"at_least", "more_than"} & {terms_of(promise).qualifier, terms_of(reached).qualifier}
    return relation in KEPT and not bounds
