"""Which figures of a lane are one amount: figures in, sets of them out, whatever their order.

Agreement is no equivalence (40 agrees with 40.4, that with 40.8, 40 not with 40.8), so
figures are not chained: the most precise ones lead, and each other figure joins the
nearest leader that it agrees with, or leads itself. Only neighbours in size are compared.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping
from typing import Final

from streams.conflicts.relations.amounts import Figure, agree

_EUR: Final = "EUR at the day's rate"
_EXACT: Final = frozenset({"exactly", "about"})


class Leaders:
    """The figures that others have joined, in order of size, to be searched by neighbourhood."""

    def __init__(self) -> None:
        self._scales: dict[str, list[tuple[float, str]]] = {}
        self._figures: dict[str, Figure] = {}

    def add(self, name: str, figure: Figure) -> None:
        """Let a figure lead under ``name``."""
        self._figures[name] = figure
        for scale, value in _places(figure):
            insort(self._scales.setdefault(scale, []), (value, name))

    def nearest(self, figure: Figure) -> str | None:
        """Name the leader next in size that the figure agrees with, if there is one."""
        found: list[tuple[float, str]] = []
        for scale, value in _places(figure):
            row = self._scales.get(scale, [])
            place = bisect_left(row, (value, ""))
            for known, name in row[max(0, place - 1) : place + 2]:
                if not _far(figure, self._figures[name]) and agree(figure, self._figures[name]):
                    found.append((abs(known - value), name))
        return min(found)[1] if found else None


def join_figures(figures: Mapping[str, Figure], names: Iterable[str]) -> tuple[Leaders, dict[str, str]]:
    """Give the leaders among ``names`` and, for each name, the leader that it stands with."""
    leaders, homes = Leaders(), {}
    for name in sorted(names, key=lambda name: _rank(name, figures[name])):
        home = leaders.nearest(figures[name])
        if home is None:
            leaders.add(name, figures[name])
        homes[name] = home or name
    return leaders, homes


def _far(one: Figure, other: Figure) -> bool:
    """Tell figures of one currency that are out of each other's reach; most are, and this is quick."""
    a, b = one.terms, other.terms
    if a.value == b.value or a.currency != b.currency or a.kind != b.kind:
        return False
    gap = max(one.low - other.high, other.low - one.high)
    return gap > 0 and gap >= max(one.slack, other.slack)


def _rank(name: str, figure: Figure) -> tuple[bool, float, float, str]:
    """Order figures: exact ones before bounds, the more precise first."""
    width = figure.slack / (abs(figure.value) or 1.0)
    return figure.terms.qualifier not in _EXACT, width, figure.value, name


def _places(figure: Figure) -> list[tuple[str, float]]:
    places = [(figure.terms.currency or "", figure.value)]
    if figure.terms.in_eur is not None:
        places.append((_EUR, figure.terms.in_eur))
    return places
