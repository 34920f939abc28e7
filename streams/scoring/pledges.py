"""Pledges of one article: gold and claims in, pairs, right fields and findings out.

A claim pairs with a gold pledge of an equal quantity; of several, with the one that it
agrees with in most fields. A gold pledge without any figure pairs by its pledger.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from models.messages import Claim, Pledge
from streams.scoring.folder import Annotated, GoldPledge
from streams.scoring.likeness import ActorNames, same_person
from streams.scoring.tally import Finding, Rates

NEAR: Final = 0.005  # of the larger figure: what a rounding may take
FIELDS: Final = ("pledger", "beneficiary", "qualifier", "stage", "speaker")
# No article tells a promise from a commitment reliably.
_FIRM: Final = frozenset(["pledged", "committed"])
_COUNTED: Final = frozenset(["units", "gdp_share"])


class Figure(NamedTuple):
    """A quantity as far as it is compared; ``currency`` is empty for what is no money."""

    kind: str
    value: float
    currency: str = ""

    def equals(self, other: "Figure") -> bool:
        """Tell whether two are one: same currency, 0.5 % apart; shares and counts alike."""
        if self.currency != other.currency:
            return False
        if self.kind != other.kind and {self.kind, other.kind} != _COUNTED:
            return False
        return abs(self.value - other.value) <= NEAR * max(abs(self.value), abs(other.value))


@dataclass(slots=True)
class PledgeTally:
    """All pledges so far."""

    found: Rates = field(default_factory=Rates)
    exact: int = 0
    right: Counter[str] = field(default_factory=Counter)
    on_negatives: int = 0
    findings: list[Finding] = field(default_factory=list)


def score_pledges(tally: PledgeTally, page: Annotated, claims: Sequence[Claim], names: ActorNames) -> None:
    """Add the pledges of one article to ``tally``."""
    golds, article = page.gold.pledges, page.gold.id
    pairs = dict(_pairs(golds, claims, names))
    optional = {index for index, gold in enumerate(golds) if gold.optional}
    tally.found.wanted += len(golds) - len(optional)
    tally.found.given += len(claims) - len(optional & set(pairs))
    tally.on_negatives += 0 if golds else len(claims)
    for index, gold in enumerate(golds):
        if index in optional:
            continue
        if index in pairs:
            _count_fields(tally, article, gold, claims[pairs[index]], names)
        else:
            tally.findings.append(Finding("missed pledge", (article,), _gold_line(gold)))
    for index, claim in enumerate(claims):
        if index not in pairs.values():
            tally.findings.append(
                Finding("false pledge", (article,), claim_line(_pledge(claim)), claim.evidence)
            )


def _count_fields(
    tally: PledgeTally, article: str, gold: GoldPledge, claim: Claim, names: ActorNames
) -> None:
    right = _right_fields(gold, claim, names)
    tally.found.right += 1
    tally.right.update(right)
    wrong = [name for name in FIELDS if name not in right]
    tally.exact += not wrong
    if wrong:
        speaker = f", said by {_said_by(claim)}" if "speaker" in wrong else ""
        what = f"{', '.join(wrong)}: {claim_line(_pledge(claim))}{speaker}; right: {_gold_line(gold)}"
        tally.findings.append(Finding("wrong field", (article,), what, claim.evidence))


def _pairs(
    golds: Sequence[GoldPledge], claims: Sequence[Claim], names: ActorNames
) -> Iterator[tuple[int, int]]:
    """Give pairs of indices, best first; what must be found comes before what is optional."""
    options = sorted(
        (gold.optional, -len(_right_fields(gold, claim, names)), i, j)
        for i, gold in enumerate(golds)
        for j, claim in enumerate(claims)
        if _may_pair(gold, _pledge(claim), names)
    )
    left, taken = set(range(len(golds))), set()
    for *_, i, j in options:
        if i in left and j not in taken:
            left.remove(i)
            taken.add(j)
            yield i, j


def _may_pair(gold: GoldPledge, pledge: Pledge, names: ActorNames) -> bool:
    wanted, given = _gold_figure(gold), _claimed_figure(pledge)
    if wanted is None or given is None:
        return wanted is given and names.same(gold.pledger, pledge.pledger.name)
    return wanted.equals(given)


def _right_fields(gold: GoldPledge, claim: Claim, names: ActorNames) -> list[str]:
    pledge = _pledge(claim)
    stage = "withdrawn" if pledge.operation == "withdraw" else pledge.stage
    right = {
        "pledger": names.same(gold.pledger, pledge.pledger.name),
        "beneficiary": names.same(gold.recipient, pledge.beneficiary.name if pledge.beneficiary else None),
        "qualifier": (gold.comparator or "exactly") == pledge.quantity.qualifier,
        "stage": stage == gold.status or {stage, gold.status} <= _FIRM,
        "speaker": same_person(gold.said_by, _said_by(claim)),
    }
    return [name for name in FIELDS if right[name]]


def _gold_figure(gold: GoldPledge) -> Figure | None:
    if gold.amount:
        return Figure("money", gold.amount.value, gold.amount.currency)
    if gold.gdp_percent is not None:
        return Figure("gdp_share", gold.gdp_percent)
    if gold.quantity and gold.quantity.value is not None:
        return Figure("units", gold.quantity.value)
    return None


def _claimed_figure(pledge: Pledge) -> Figure | None:
    quantity = pledge.quantity
    if quantity.value is None:
        return None
    currency = quantity.currency or "" if quantity.kind == "money" else ""
    return Figure(quantity.kind, quantity.value, currency)


def _said_by(claim: Claim) -> str | None:
    return claim.speaker.name if claim.speaker else None


def _pledge(claim: Claim) -> Pledge:
    assert isinstance(claim.pledge, Pledge)  # the caller sorts claims by kind
    return claim.pledge


def claim_line(pledge: Pledge) -> str:
    """Give a pledge in a line: "Norway → Ukraine, at_least 500,000,000 EUR, pledged"."""
    stage = "withdrawn" if pledge.operation == "withdraw" else pledge.stage
    parties = [pledge.pledger.name, *([pledge.beneficiary.name] if pledge.beneficiary else [])]
    quantity = pledge.quantity
    return _line(parties, _size(quantity.qualifier, _claimed_figure(pledge), quantity.unit), stage)


def _gold_line(gold: GoldPledge) -> str:
    parties = [gold.pledger, *([gold.recipient] if gold.recipient else [])]
    unit = gold.quantity.unit if gold.quantity else None
    line = _line(parties, _size(gold.comparator, _gold_figure(gold), unit), gold.status)
    return f"{line}, said by {gold.said_by}" if gold.said_by else line


def _line(parties: Sequence[str], size: str, stage: str) -> str:
    return f"{' → '.join(parties)}, {size}, {stage}"


def _size(qualifier: str | None, figure: Figure | None, unit: str | None) -> str:
    if figure is None:
        return "no figure"
    noun = "% of GDP" if figure.kind == "gdp_share" else figure.currency or unit or ""
    bound = "" if qualifier in (None, "exactly") else f"{qualifier} "
    return f"{bound}{figure.value:,.12g} {noun}".rstrip()
