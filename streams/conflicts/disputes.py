"""What a slot's claims disagree on: live digests in, disputes out, whatever their order.

A dispute is a Conflict before it has an id and a revision. One module for each kind of
slot finds them; here they are named, merged and written out.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Final, NamedTuple

import msgspec

from models.identities import content_id
from models.messages import Conflict, Side, SideClaim
from models.messages.conflict import ConflictKind
from streams.conflicts.state import Digest, SlotState

REASONS: Final = {
    "canceled": "its story was canceled",
    "new_version": "a newer version of its story does not say so",
    "re_extracted": "a newer reading of its article finds no such claim",
}
SIDE_CLAIMS_MAX: Final = 32  # named on a side; the reading counts the rest


class Dispute(NamedTuple):
    """Two values and the claims behind each; ``reason`` says why they cannot both be true."""

    kind: ConflictKind
    severity: str
    values: tuple[str, str]
    claims: tuple[tuple[Digest, ...], tuple[Digest, ...]]
    reason: str
    diff: str | None = None


CountOrigins = Callable[[Iterable[str]], int]  # ids of articles in, their independent origins out


def write_conflicts(
    slot: str, disputes: Iterable[Dispute], revision: int, origins: CountOrigins
) -> dict[str, Conflict]:
    """Give the open conflicts by id; disputes over the same two values are one conflict."""
    merged: dict[str, tuple[Dispute, dict[str, dict[str, SideClaim]]]] = {}
    for dispute in sorted(
        disputes, key=lambda d: (d.kind, sorted(d.values), d.severity, d.reason, d.diff or "")
    ):
        _, sides = merged.setdefault(conflict_id(slot, dispute), (dispute, {v: {} for v in dispute.values}))
        for value, digests in zip(dispute.values, dispute.claims, strict=True):
            for digest in digests:
                claim = SideClaim(claim_id=digest.claim_id, article_id=digest.article_id)
                sides.setdefault(value, {})[digest.claim_id] = claim
    return {
        name: _conflict(name, slot, dispute, _sides(sides, origins), revision)
        for name, (dispute, sides) in merged.items()
    }


def conflict_id(slot: str, dispute: Dispute) -> str:
    """Name a conflict by its slot, its kind and the two values, in either order."""
    return content_id("conflict", slot, dispute.kind, *sorted(dispute.values))


def _sides(sides: Mapping[str, Mapping[str, SideClaim]], origins: CountOrigins) -> tuple[Side, ...]:
    made = []
    for value, claims in sorted(sides.items()):
        articles = {claim.article_id for claim in claims.values()}
        named = tuple(claims[claim] for claim in sorted(claims)[:SIDE_CLAIMS_MAX])
        made.append(
            Side(value=value, claims=named, independent_origins=origins(articles), articles=len(articles))
        )
    return tuple(made)


def _conflict(name: str, slot: str, dispute: Dispute, sides: tuple[Side, ...], revision: int) -> Conflict:
    one, other = sorted(dispute.values)
    return Conflict(
        conflict_id=name,
        state="open",
        revision=revision,
        kind=dispute.kind,
        slot=slot,
        severity="alert" if dispute.severity == "alert" else "warning",
        sides=sides,
        summary=f"{one} or {other}: {dispute.reason}",
        diff=dispute.diff,
    )


def resolve(conflict: Conflict, now: SlotState) -> Conflict:
    """Close a conflict that the slot's claims no longer make, and say why."""
    claims = [claim.claim_id for side in conflict.sides for claim in side.claims]
    taken_back = sorted({d.retracted for c in claims if (d := now.digests.get(c)) and d.retracted})
    if taken_back:
        why = f"a report was taken back: {' and '.join(REASONS[reason] for reason in taken_back)}"
    elif any(claim not in now.digests for claim in claims):
        why = "the slot outgrew its bound and a report fell out"
    else:
        why = "another report explains the difference"
    return msgspec.structs.replace(conflict, state="resolved", resolution=why)
