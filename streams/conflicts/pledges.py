"""Which claims of a slot speak of one pledge: a view in, pledges with their claims out.

Claims of one stage belong together when their amounts agree, and neither a period nor an
announcement tells them apart. A claim that names no period stands with the one pledge of its
amount that has one. What came of a pledge later (stages.py) belongs to it. The amount parts
pledges but does not name them: a pledge's id comes of slot, kind of quantity, period and
announcement window, and, where several share all of these, of its place among them in order
of their first news, so that a new pledge rarely renames an old one.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from operator import is_
from typing import Final

from models.identities import content_id
from streams.conflicts.clusters import Leaders, join_figures
from streams.conflicts.stages import Strand, join_stages, strand_of, track_of
from streams.conflicts.state import Digest, Terms, terms_of
from streams.conflicts.view import View

WINDOW_DAYS: Final = 300  # reports of one figure further apart tell of two announcements
STATED_DAYS: Final = 180  # an announcement that is stated so long after the first report is another
LANE_MIN: Final = 8  # claims of a lane that is worth remembering
CLAIMS_KEPT: Final = 65_536  # with their sources, in all lanes that are remembered
_pledge_id: Final = lru_cache(16_384)(content_id)  # a slot's pledges are named at each fold
Node = tuple[str, str]  # the name of a value and the year that the pledge is for, "" if not stated


def identify(view: View, known: "Lanes | None" = None) -> dict[str, tuple[Digest, ...]]:
    """Give the slot's pledges by id, in order, each with its claims in order."""
    lanes: dict[str, list[Digest]] = {}
    for digest in view.own:
        lanes.setdefault(digest.lane, []).append(digest)
    strands_of = known.strands if known else _strands
    strands = [strand for _, digests in sorted(lanes.items()) for strand in strands_of(view, digests)]
    chains = sorted(join_stages(view, strands), key=lambda chain: chain[0].place)
    seen: dict[tuple[object, ...], int] = {}
    named: dict[str, tuple[Digest, ...]] = {}
    for chain in chains:
        key = (*track_of(chain[0].terms), chain[0].year, _window_key(chain[0].members))
        seen[key] = seen.get(key, -1) + 1
        named[_pledge_id("pledge", view.slot, *key, seen[key])] = _members(chain)
    return dict(sorted(named.items()))


class Lanes:
    """Parts the claims of lanes; one whose claims and sources are the very same is not parted again."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], tuple[list[object], list[Strand]]] = {}
        self._kept = 0  # claims and sources in all of them

    def strands(self, view: View, digests: Sequence[Digest]) -> list[Strand]:
        """Give what _strands() gives."""
        if len(digests) < LANE_MIN:
            return _strands(view, digests)
        basis: list[object] = [*digests, *map(view.source, digests)]
        place = view.slot, digests[0].lane
        was, strands = self._known.get(place, ([], []))
        if len(was) != len(basis) or not all(map(is_, was, basis)):
            strands = _strands(view, digests)
            self._keep(place, basis, strands)
        return strands

    def _keep(self, place: tuple[str, str], basis: list[object], strands: list[Strand]) -> None:
        if self._kept > CLAIMS_KEPT:
            self._known.clear()
            self._kept = 0
        was, _ = self._known.get(place, ([], []))
        self._kept += len(basis) - len(was)
        self._known[place] = basis, strands


def _members(chain: Sequence[Strand]) -> tuple[Digest, ...]:
    if len(chain) == 1:
        return chain[0].members
    return tuple(sorted((d for strand in chain for d in strand.members), key=lambda d: d.claim_id))


def _strands(view: View, digests: Sequence[Digest]) -> list[Strand]:
    """Part the claims of a lane by figure, year and announcement."""
    nodes: dict[Node, list[Digest]] = {}
    for digest in digests:
        nodes.setdefault((digest.group, _year(terms_of(digest))), []).append(digest)
    clusters: dict[Node, list[Digest]] = {}
    for node, home in _homes(view, nodes).items():
        clusters.setdefault(home, []).extend(nodes[node])
    return [
        strand_of(part, home, year, first)
        for (home, year), members in clusters.items()
        for first, part in _by_announcement(view, members)
    ]


def _homes(view: View, nodes: Mapping[Node, object]) -> dict[Node, Node]:
    """Join the values of each year; then place those of no year with the one year that has theirs."""
    by_year: dict[str, list[str]] = {}
    for group, year in nodes:
        by_year.setdefault(year, []).append(group)
    open_groups = by_year.pop("", [])
    homes: dict[Node, Node] = {}
    leaders: dict[str, Leaders] = {}
    for year, groups in by_year.items():
        leaders[year], joined = join_figures(view.figures, groups)
        homes.update({(group, year): (home, year) for group, home in joined.items()})
    left = []
    for group in open_groups:
        hosts = [(host, year) for year in leaders if (host := leaders[year].nearest(view.figures[group]))]
        if len(hosts) == 1:
            homes[group, ""] = hosts[0]
        else:
            left.append(group)
    _, joined = join_figures(view.figures, left)
    homes.update({(group, ""): (home, "") for group, home in joined.items()})
    return homes


def _by_announcement(view: View, members: Sequence[Digest]) -> list[tuple[int, list[Digest]]]:
    """Part claims of one amount where they tell of two announcements, each with its first day.

    That is so where their news is too far apart, and where one states a day of announcement
    long after the first report. Undated claims stay with the first part, whose day is 0 if
    it has no other claims.
    """
    if len(members) == 1:
        return [(_news_day(view, members[0]), [members[0]])]
    dated = sorted((day, digest.claim_id, digest) for digest in members if (day := _news_day(view, digest)))
    parts = [(dated[0][0] if dated else 0, [digest for digest in members if not _news_day(view, digest)])]
    last = None
    for day, _, digest in dated:
        stated = terms_of(digest).announced_on is not None
        again = stated and day - parts[-1][0] > STATED_DAYS
        if last is not None and (again or day - last > WINDOW_DAYS):
            parts.append((day, []))
        parts[-1][1].append(digest)
        last = day
    return [(first, sorted(part, key=lambda digest: digest.claim_id)) for first, part in parts]


def _news_day(view: View, digest: Digest) -> int:
    """Give the day of the claim's news as a number, 0 where nothing tells it."""
    when = view.report(digest).when
    return _ordinal(when.start) if when else 0


@lru_cache(4096)
def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def _year(t: Terms) -> str:
    return (t.end or t.deadline or t.start or "")[:4]


def _window_key(members: Sequence[Digest]) -> str:
    """Name the announcement window by the quarter of the first announcement that is stated."""
    first = announced_on(members)
    return f"{first[:4]}q{(int(first[5:7]) + 2) // 3}" if first and len(first) >= 7 else ""


def announced_on(members: Sequence[Digest]) -> str | None:
    """Give the first day on which the claims say the pledge was announced."""
    return min((t.announced_on for t in map(terms_of, members) if t.announced_on), default=None)
