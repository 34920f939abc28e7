"""What a pledge is today: its claims in, one PledgeState out.

Of the claims that state the promise the latest speaks for it; what it leaves open an earlier
one may fill in. The stage is the furthest that a claim reports.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from models.messages import Actor, PledgeState
from models.messages.claim import Instrument, Purpose
from streams.conflicts.digests import period_of, quantity_of
from streams.conflicts.fulfilment import judge, stage_rank
from streams.conflicts.pledges import announced_on
from streams.conflicts.state import Digest, Terms, stage_class, terms_of
from streams.conflicts.view import View

KEPT_MAX: Final = 16_384  # pledges that are remembered


class Place(NamedTuple):
    """What a pledge has from its slot: its parties, and the pledge that it is a part of."""

    pledger: Actor
    beneficiary: Actor | None
    part_of: str | None = None


class States:
    """Reads pledges; one whose claims are as they were is not read again."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[object, PledgeState]] = {}

    def of(self, pledge_id: str, members: tuple[Digest, ...], view: View, place: Place) -> PledgeState:
        """Give what state_of() gives."""
        basis = members, [view.source(digest) for digest in members], view.count_origins(members), place
        known = self._known.get(pledge_id)
        if known is None or known[0] != basis:
            if len(self._known) >= KEPT_MAX:
                self._known.clear()
            known = self._known[pledge_id] = basis, state_of(pledge_id, members, view, place)
        return known[1]


def state_of(pledge_id: str, members: tuple[Digest, ...], view: View, place: Place) -> PledgeState:
    """Read the pledge that ``members`` speak of."""
    promise, reached = _speaking(members, view)
    today = terms_of(promise)
    fulfilment, reason = judge(members, promise, reached, view)
    return PledgeState(
        pledge_id=pledge_id,
        pledger=place.pledger,
        beneficiary=place.beneficiary,
        purpose=today.purpose if today.purpose != "other" else _purpose(members),
        instrument=today.instrument or _instrument(members),
        quantity=quantity_of(today),
        period=period_of(terms_of(_detailed(members, promise))),
        announced_on=announced_on(members),
        polarity=today.polarity,
        stage=terms_of(reached).stage,
        withdrawn=any(terms_of(digest).operation == "withdraw" for digest in members),
        reached=quantity_of(terms_of(reached)) if reached.group != promise.group else None,
        fulfilment=fulfilment,
        fulfilment_reason=reason,
        part_of=place.part_of,
        speakers=tuple(sorted({digest.speaker for digest in members if digest.speaker})),
        claim_ids=tuple(digest.claim_id for digest in members),
        independent_origins=view.count_origins(members),
        articles=len({digest.article_id for digest in members}),
    )


def _speaking(members: tuple[Digest, ...], view: View) -> tuple[Digest, Digest]:
    """Give the claim that speaks for the promise and the one that tells how far it has come."""
    if len(members) == 1:
        return members[0], members[0]
    ranked = sorted(members, key=lambda digest: (stage_rank(digest), _recency(digest, view)))
    promised = [digest for digest in ranked if stage_class(terms_of(digest).stage) == "pledged"]
    first = promised or [d for d in ranked if terms_of(d).stage == terms_of(ranked[0]).stage]
    return max(first, key=lambda digest: _recency(digest, view)), ranked[-1]


def _detailed(members: tuple[Digest, ...], promise: Digest) -> Digest:
    """Give the claim that says most about the time of the promise."""
    if len(members) == 1:
        return promise
    stage = stage_class(terms_of(promise).stage)
    return max((d for d in members if stage_class(terms_of(d).stage) == stage), key=_period_detail)


def _recency(digest: Digest, view: View) -> tuple[str, bool, str]:
    terms = terms_of(digest)
    day = terms.announced_on or view.source(digest).published_at or ""
    return day[:10], terms.qualifier == "exactly", digest.claim_id


def _period_detail(digest: Digest) -> tuple[int, str]:
    t: Terms = terms_of(digest)
    return sum(part is not None for part in (t.start, t.end, t.deadline, t.period_text)), digest.claim_id


def _purpose(members: Sequence[Digest]) -> Purpose:
    return min((p for p in (terms_of(d).purpose for d in members) if p != "other"), default="other")


def _instrument(members: Sequence[Digest]) -> Instrument | None:
    return min((i for i in (terms_of(d).instrument for d in members) if i), default=None)
