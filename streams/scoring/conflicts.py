"""Conflicts between articles: relations and reported conflicts in, what was caught and what is false out."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import permutations
from typing import Final

from models.messages import Conflict
from streams.scoring.folder import GoldConflict, Relations
from streams.scoring.tally import Finding

# Which kinds of ours report an annotated type.
_KINDS: Final = {
    "amount": {"amount"},
    "status": {"stage"},
    "date": {"period"},
    "quote": {"quote_mutation"},
    "role": {"office_holder"},
    "attribution": {"attribution"},
    "impossible_date": {"impossible_date"},
    "polarity": {"polarity"},
    "withdrawn": {"withdrawn", "stage", "polarity"},
}


@dataclass(frozen=True, slots=True)
class ConflictTally:
    """``caught`` of ``wanted`` conflicts; ``alarms`` at ``calm`` pairs that do not contradict each other."""

    caught: int
    wanted: int
    alarms: int
    calm: int
    findings: tuple[Finding, ...]


def score_conflicts(
    relations: Relations, articles: AbstractSet[str], reported: Sequence[Conflict]
) -> ConflictTally:
    """Score the reported conflicts between ``articles`` (ids)."""
    known = [gold for gold in relations.conflicts if articles >= set(gold.pages)]
    real = [gold for gold in known if not gold.update and not gold.soft and gold.type in _KINDS]
    missed = [gold for gold in real if not _is_reported(gold.pages, _of_kinds(reported, _KINDS[gold.type]))]
    disputed = {frozenset(gold.pages) for gold in known}  # such a pair cannot be judged by its pages alone
    calm = [
        pair
        for pair in relations.not_conflicts
        if articles >= set(pair[:2]) and frozenset(pair[:2]) not in disputed
    ]
    alerts = [conflict for conflict in reported if conflict.severity != "warning"]
    alarms = [pair for pair in calm if _is_reported(pair[:2], alerts)]
    findings = [Finding("missed conflict", gold.pages, _line(gold)) for gold in missed]
    findings += [Finding("false conflict", pair[:2], pair[2]) for pair in alarms]
    return ConflictTally(len(real) - len(missed), len(real), len(alarms), len(calm), tuple(findings))


def _of_kinds(conflicts: Iterable[Conflict], kinds: AbstractSet[str]) -> list[Conflict]:
    return [conflict for conflict in conflicts if conflict.kind in kinds]


def _is_reported(pages: Sequence[str], conflicts: Iterable[Conflict]) -> bool:
    """Tell whether the first and the last page stand on two sides of one of ``conflicts``."""
    return any(
        pages[0] in one and pages[-1] in other
        for conflict in conflicts
        for one, other in permutations([{c.article_id for c in side.claims} for side in conflict.sides], 2)
    )


def _line(gold: GoldConflict) -> str:
    return f"{gold.type} of {gold.about}: {' / '.join(gold.values)}"
