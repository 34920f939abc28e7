"""What a pledge is today: its claims in, one PledgeState out.

The latest report speaks for the pledge; what it leaves open an earlier one may fill in.
"""

from collections.abc import Sequence

from models.messages import Actor, PledgeState
from models.messages.claim import Instrument, Purpose
from streams.conflicts.digests import period_of, quantity_of
from streams.conflicts.pledges import announced_on
from streams.conflicts.state import Digest, Terms, terms_of
from streams.conflicts.view import View


def state_of(
    pledge_id: str, members: tuple[Digest, ...], view: View, parties: tuple[Actor, Actor | None]
) -> PledgeState:
    """Read the pledge that ``members`` speak of; ``parties`` are its giver and its receiver."""
    today = terms_of(max(members, key=lambda digest: _recency(digest, view)))
    return PledgeState(
        pledge_id=pledge_id,
        pledger=parties[0],
        beneficiary=parties[1],
        purpose=today.purpose if today.purpose != "other" else _purpose(members),
        instrument=today.instrument or _instrument(members),
        quantity=quantity_of(today),
        period=period_of(terms_of(max(members, key=_period_detail))),
        announced_on=announced_on(members),
        polarity=today.polarity,
        stage=today.stage,
        withdrawn=any(terms_of(digest).operation == "withdraw" for digest in members),
        speakers=tuple(sorted({digest.speaker for digest in members if digest.speaker})),
        claim_ids=tuple(digest.claim_id for digest in members),
        independent_origins=view.count_origins(members),
        articles=len({digest.article_id for digest in members}),
    )


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
