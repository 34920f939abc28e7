"""Pledge slots: which claims speak of one pledge, and what that pledge is today.

In: the live claims of a slot. Out: its pledges, each with one state, as a function of the
set of claims. Claims belong together when their quantities agree, their stage counts the
same, and no period or announcement date tells them apart.
"""

from collections.abc import Sequence
from typing import Final

from models.identities import content_id
from models.messages import Actor, PledgeState
from models.messages.claim import Instrument, Purpose
from streams.conflicts.digests import period_of, quantity_of, stage_class
from streams.conflicts.origins import count_origins
from streams.conflicts.relations.amounts import relate_amounts
from streams.conflicts.state import Digest, Terms, terms_of
from streams.conflicts.view import View

AGREE: Final = ("equivalent", "compatible")
WINDOW_DAYS: Final = 300  # reports of one figure further apart tell of two announcements


def identify(view: View) -> dict[str, tuple[Digest, ...]]:
    """Give the slot's pledges by id, each with its claims."""
    lanes: dict[tuple[object, ...], list[Digest]] = {}
    for digest in view.digests:
        terms = terms_of(digest)
        lane: tuple[object, ...] = (
            terms.kind,
            terms.unit,
            terms.recurrence,
            stage_class(terms.stage),
            terms.polarity,
        )
        lanes.setdefault(lane, []).append(digest)
    pledges: dict[str, tuple[Digest, ...]] = {}
    for lane, digests in sorted(lanes.items(), key=lambda item: str(item[0])):
        seen: dict[tuple[object, ...], int] = {}
        for members in _clusters(digests):
            key = (*lane, _period_key(members), _window_key(members))
            seen[key] = seen.get(key, -1) + 1
            pledges[content_id("pledge", view.slot, *key, seen[key])] = tuple(members)
    return pledges


def read_pledges(view: View, pledger: Actor, beneficiary: Actor | None) -> tuple[PledgeState, ...]:
    """Give today's state of each pledge of the slot, ordered by id."""
    return tuple(
        _state(pledge_id, members, view, pledger, beneficiary)
        for pledge_id, members in sorted(identify(view).items())
    )


def _state(
    pledge_id: str, members: tuple[Digest, ...], view: View, pledger: Actor, beneficiary: Actor | None
) -> PledgeState:
    today = terms_of(max(members, key=lambda digest: _recency(digest, view)))
    return PledgeState(
        pledge_id=pledge_id,
        pledger=pledger,
        beneficiary=beneficiary,
        purpose=today.purpose if today.purpose != "other" else _purpose(members),
        instrument=today.instrument or _instrument(members),
        quantity=quantity_of(today),
        period=period_of(terms_of(max(members, key=lambda d: _period_detail(terms_of(d), d.claim_id)))),
        announced_on=_announced(members),
        polarity=today.polarity,
        stage=today.stage,
        withdrawn=any(terms_of(digest).operation == "withdraw" for digest in members),
        speakers=tuple(sorted({digest.speaker for digest in members if digest.speaker})),
        claim_ids=tuple(digest.claim_id for digest in members),
        independent_origins=count_origins(members, view.sources),
        articles=len({digest.article_id for digest in members}),
    )


def _clusters(digests: Sequence[Digest]) -> list[list[Digest]]:
    """Join claims whose amounts agree and whose periods do not differ; order them by size."""
    groups: dict[tuple[str, str], list[Digest]] = {}
    for digest in digests:
        groups.setdefault((digest.group, _year(terms_of(digest))), []).append(digest)
    nodes = sorted(groups)
    parent = {node: node for node in nodes}
    for i, one in enumerate(nodes):
        for other in nodes[i + 1 :]:
            if one[1] == other[1] and _agree(groups[one][0], groups[other][0]):
                _join(parent, one, other)
    clusters: dict[tuple[str, str], list[Digest]] = {}
    for node in nodes:
        clusters.setdefault(_root(parent, node), []).extend(groups[node])
    _place_open(clusters)
    found = [sorted(members, key=lambda d: d.claim_id) for members in clusters.values()]
    return sorted(found, key=lambda members: (_size(members), members[0].claim_id))


def _place_open(clusters: dict[tuple[str, str], list[Digest]]) -> None:
    """Put claims that name no period with the one dated pledge whose amount agrees, if there is one."""
    for node in [node for node in clusters if not node[1]]:
        hosts = [other for other in clusters if other[1] and _agree(clusters[node][0], clusters[other][0])]
        if len(hosts) == 1:
            clusters[hosts[0]].extend(clusters.pop(node))


def _agree(one: Digest, other: Digest) -> bool:
    return one.group == other.group or relate_amounts(terms_of(one), terms_of(other)).relation in AGREE


def _year(t: Terms) -> str:
    return (t.end or t.deadline or t.start or "")[:4]


def _period_key(members: Sequence[Digest]) -> str:
    return min((year for year in (_year(terms_of(d)) for d in members) if year), default="")


def _window_key(members: Sequence[Digest]) -> str:
    """Name the announcement window by the quarter of the first announcement that is stated."""
    first = _announced(members)
    return f"{first[:4]}q{(int(first[5:7]) + 2) // 3}" if first and len(first) >= 7 else ""


def _announced(members: Sequence[Digest]) -> str | None:
    return min((t.announced_on for t in map(terms_of, members) if t.announced_on), default=None)


def _recency(digest: Digest, view: View) -> tuple[str, bool, str]:
    terms = terms_of(digest)
    day = terms.announced_on or view.source(digest).published_at or ""
    return day[:10], terms.qualifier == "exactly", digest.claim_id


def _period_detail(t: Terms, claim_id: str) -> tuple[int, str]:
    return sum(part is not None for part in (t.start, t.end, t.deadline, t.period_text)), claim_id


def _purpose(members: Sequence[Digest]) -> Purpose:
    return min((p for p in (terms_of(d).purpose for d in members) if p != "other"), default="other")


def _instrument(members: Sequence[Digest]) -> Instrument | None:
    return min((i for i in (terms_of(d).instrument for d in members) if i), default=None)


def _size(members: Sequence[Digest]) -> float:
    return min(terms_of(digest).value or 0.0 for digest in members)


def _root(parent: dict[tuple[str, str], tuple[str, str]], node: tuple[str, str]) -> tuple[str, str]:
    while parent[node] != node:
        node = parent[node]
    return node


def _join(
    parent: dict[tuple[str, str], tuple[str, str]], one: tuple[str, str], other: tuple[str, str]
) -> None:
    low, high = sorted((_root(parent, one), _root(parent, other)))
    parent[high] = low
