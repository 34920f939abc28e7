"""How a person reads an amount, a party and a period, in a few characters."""

from typing import Final

from models.messages import Actor, Period, Quantity, Speaker

_QUALIFIERS: Final = {
    "exactly": "", "about": "~", "at_least": "≥ ", "more_than": "> ", "up_to": "≤ ", "less_than": "< ",
}  # fmt: skip
_SCALES: Final = ((1e12, "tn"), (1e9, "bn"), (1e6, "m"))


def amount(quantity: Quantity) -> str:
    """Give the figure: ``≥ EUR 40bn``, ``2.5 % of GDP``, ``19 F-16s``, a dash for none."""
    if quantity.value is None:
        return "–"
    sign = _QUALIFIERS[quantity.qualifier]
    if quantity.kind == "money":
        return f"{sign}{quantity.currency or '?'} {number(quantity.value)}"
    if quantity.kind == "gdp_share":
        return f"{sign}{quantity.value:g} % of GDP"
    return f"{sign}{quantity.value:,.12g} {quantity.unit or ''}".rstrip()


def number(value: float) -> str:
    """Give a figure with its scale: 1050000000.0 is ``1.05bn``."""
    for scale, name in _SCALES:
        if abs(value) >= scale:
            return f"{value / scale:,.6g}{name}"
    return f"{value:,.12g}"


def party(who: Actor | Speaker | None) -> str:
    """Give a name, a role where there is no name, a dash where there is neither."""
    if who is None:
        return "–"
    role = who.role if isinstance(who, Speaker) else None
    org = who.org if isinstance(who, Speaker) else None
    return who.name or " ".join(part for part in (org, role) if part) or "–"


def when(period: Period) -> str:
    """Give a period as printed, else its dates."""
    if period.text:
        return period.text
    return "–".join(part for part in (period.start, period.end or period.deadline) if part)
