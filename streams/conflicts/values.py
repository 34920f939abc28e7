"""How a value is written in a conflict's sides and summaries: content in, a few words out."""

from typing import Final

from streams.conflicts.relations.units import family
from streams.conflicts.state import Holding, Terms

_BOUND: Final = {
    "exactly": "",
    "about": "about ",
    "at_least": "at least ",
    "more_than": "more than ",
    "up_to": "up to ",
    "less_than": "less than ",
}
_SCALES: Final = ((1e12, "tn"), (1e9, "bn"), (1e6, "m"))


def show_amount(t: Terms) -> str:
    """Write a quantity as "at least EUR 40bn", "2.5 % of GDP" or "19 F-16"."""
    if t.value is None:
        return "no figure"
    bound = _BOUND[t.qualifier]
    if t.kind == "gdp_share":
        return f"{bound}{t.value:g} % of GDP"
    if t.kind == "units":
        return f"{bound}{t.value:,.10g} {t.unit or ''}".rstrip()
    return f"{bound}{t.currency or ''} {_scaled(t.value)}"


def show_figure(t: Terms) -> str:
    """Write a quantity without its bound and without what marks the thing counted."""
    if t.kind == "units":
        return f"{t.value or 0:,.10g} {family(t.unit)}".rstrip()
    return show_amount(t).removeprefix(_BOUND[t.qualifier])


def show_holding(h: Holding) -> str:
    """Write a holder as the name, with the tenure where it is not the present one."""
    return h.person if h.tenure in ("current", "acting") else f"{h.person} ({h.tenure})"


def _scaled(value: float) -> str:
    for scale, suffix in _SCALES:
        if abs(value) >= scale:
            return f"{value / scale:.10g}{suffix}"
    return f"{value:,.10g}"
