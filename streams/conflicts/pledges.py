"""Which claims of a slot speak of one pledge: a view in, pledges with their claims out.

Claims belong together when their stage counts the same, their amounts agree, and neither a
period nor an announcement date tells them apart. A claim that names no period stands with
the one pledge of its amount that has one. The amount parts pledges but does not name them:
a pledge's id comes of slot, kind of quantity, stage, period and announcement window, and,
where several share all of these, of its place among them in order of size.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from models.identities import content_id
from streams.conflicts.clusters import Leaders, join_figures
from streams.conflicts.state import Digest, Terms, terms_of
from streams.conflicts.view import View

WINDOW_DAYS: Final = 300  # reports of one figure further apart tell of two announcements
Node = tuple[str, str]  # the name of a value and the year that the pledge is for, "" if not stated


def identify(view: View) -> dict[str, tuple[Digest, ...]]:
    """Give the slot's pledges by id, in order, each with its claims in order."""
    lanes: dict[str, list[Digest]] = {}
    for digest in view.digests:
        lanes.setdefault(digest.lane, []).append(digest)
    named: dict[str, tuple[Digest, ...]] = {}
    for lane, digests in lanes.items():
        seen: dict[tuple[str, str], int] = {}
        for members in _parts(view, digests):
            key = _period_key(members), _window_key(members)
            seen[key] = seen.get(key, -1) + 1
            named[content_id("pledge", view.slot, lane, *key, seen[key])] = tuple(members)
    return dict(sorted(named.items()))


def _parts(view: View, digests: Sequence[Digest]) -> list[list[Digest]]:
    """Part the claims of a lane into pledges, in order of size."""
    nodes: dict[Node, list[Digest]] = {}
    for digest in digests:
        nodes.setdefault((digest.group, _year(terms_of(digest))), []).append(digest)
    clusters: dict[Node, list[Digest]] = {}
    for node, home in _homes(view, nodes).items():
        clusters.setdefault(home, []).extend(nodes[node])
    parts = [part for members in clusters.values() for part in _by_announcement(view, members)]
    return sorted(parts, key=lambda part: (min(terms_of(d).value or 0.0 for d in part), part[0].claim_id))


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


def _by_announcement(view: View, members: Sequence[Digest]) -> list[list[Digest]]:
    """Part claims of one amount where their news is too far apart; undated ones stay with the first."""
    dated = sorted((day, digest.claim_id, digest) for digest in members if (day := _news_day(view, digest)))
    parts: list[list[Digest]] = [[digest for digest in members if not _news_day(view, digest)]]
    last = None
    for day, _, digest in dated:
        if last is not None and day - last > WINDOW_DAYS:
            parts.append([])
        parts[-1].append(digest)
        last = day
    return [sorted(part, key=lambda digest: digest.claim_id) for part in parts]


def _news_day(view: View, digest: Digest) -> int:
    """Give the day of the claim's news as a number, 0 where nothing tells it."""
    when = view.report(digest).when
    return date.fromisoformat(when.start).toordinal() if when else 0


def _year(t: Terms) -> str:
    return (t.end or t.deadline or t.start or "")[:4]


def _period_key(members: Sequence[Digest]) -> str:
    return min((year for year in (_year(terms_of(d)) for d in members) if year), default="")


def _window_key(members: Sequence[Digest]) -> str:
    """Name the announcement window by the quarter of the first announcement that is stated."""
    first = announced_on(members)
    return f"{first[:4]}q{(int(first[5:7]) + 2) // 3}" if first and len(first) >= 7 else ""


def announced_on(members: Sequence[Digest]) -> str | None:
    """Give the first day on which the claims say the pledge was announced."""
    return min((t.announced_on for t in map(terms_of, members) if t.announced_on), default=None)
