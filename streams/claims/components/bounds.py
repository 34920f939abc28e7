"""Bounds of a figure from the words around it: "at least", "up to", "or more".

In: text and the figure's place. Out: the qualifier of the contract, where it starts, and
whether the figure is said to come on top of another.
"""

import re
from typing import Final, NamedTuple

from models.messages.claim import Qualifier
from streams.claims.components.phrases import any_of
from streams.claims.vocabulary import Units

_REACH: Final = 48  # characters before a figure that are looked at
_KINDS: Final[tuple[Qualifier, ...]] = ("at_least", "more_than", "about", "up_to", "less_than")


_TOKEN: Final = re.compile(r"[^\W\d_]+")
_NO_PARTICLE: Final = "".join(
    f"(?<!{verb} )" for verb in ("hand", "hands", "handed", "handing", "take", "took", "turn", "turned")
)
_MINIMUM: Final = re.compile(
    r"[\s,]{1,2}(?:is|was|as|be|will be|would be)\s+(?:a|the|our|its)\s+[“\"'‘]?(?:\w+\s+)?"
    r"(?P<kind>minimum|floor|maximum|ceiling)\b",
    re.IGNORECASE,
)


class Bound(NamedTuple):
    """What the words around a figure make of it; ``start`` and ``end`` take them in."""

    qualifier: Qualifier
    start: int
    end: int
    additional: bool


class Bounds:
    """Reads qualifiers before and behind figures."""

    def __init__(self, units: Units) -> None:
        self._before = _kinds(units.qualifiers)
        self._behind = _kinds(units.qualifiers_after)
        self._hints = frozenset(phrase.split()[-1].strip(".") for phrase in self._before)
        self._marks = {phrase: kind for phrase, kind in self._before.items() if not phrase[-1].isalpha()}
        self._adding = frozenset(phrase.split()[-1] for phrase in units.words.additional)
        filler = any_of(units.words.fillers)
        self._pattern = re.compile(
            rf"(?<!\w){_NO_PARTICLE}(?P<bound>{any_of(self._before)})"
            rf"[\s,:“\"'‘’”(]{{1,3}}(?:{filler}\s+){{0,3}}[“\"'‘]?$",
            re.IGNORECASE,
        )
        self._after = re.compile(
            rf"(?:[,\s”\"'’]{{1,3}}(?P<bound>{any_of(self._behind)})(?!\w)|(?P<mark>\+))"
            # "500 million kroner, roughly 67 million euros" or "roughly equal to": the next figure's.
            r"(?!\s*(?:[\d$€£¥]|[A-Z]{1,3}\$?\s?\d|(?:equal|equivalent)\b))",
            re.IGNORECASE,
        )
        self._more = re.compile(
            r"\s+(?:(?:more|extra|on top)\b(?!\s+than)"
            rf"|(?:in|of|worth of)\s+(?:{any_of(units.words.additional)})(?!\w))",
            re.IGNORECASE,
        )
        self._extra = re.compile(
            rf"(?<!\w)(?:{any_of(units.words.additional)})"
            r"(?:\s+(?:about|around|some|sum of|nearly|almost))?\s+$",
            re.IGNORECASE,
        )

    def read(self, text: str, start: int, end: int) -> Bound:
        """Give the bound of the figure at ``start``..``end``; "exactly" where no words bound it."""
        low = max(0, start - _REACH)
        words = _TOKEN.findall(text[low:start].lower())[-6:]
        additional = not self._adding.isdisjoint(words) and bool(self._extra.search(text, low, start))
        # The patterns are long: the last words tell quickly that most figures have no bound.
        before = None if self._hints.isdisjoint(words) else self._pattern.search(text, low, start)
        if before:
            return Bound(self._before[_folded(before)], before.start(), end, additional)
        mark = text[max(0, start - 2) : start].rstrip()[-1:]
        if mark in self._marks:
            return Bound(self._marks[mark], start, end, additional)
        additional = additional or bool(self._more.match(text, end))
        after = self._after.match(text, end)
        if after:
            kind = self._behind[after["mark"] or _folded(after)]
            return Bound(kind, start, after.end(), additional)
        minimum = _MINIMUM.match(text, end)
        if minimum:
            low_end = minimum["kind"].lower() in {"minimum", "floor"}
            return Bound("at_least" if low_end else "up_to", start, end, additional)
        return Bound("exactly", start, end, additional)


def bounds_of(qualifier: Qualifier, value: float) -> tuple[float | None, float | None]:
    """Give the lower and upper bound that ``qualifier`` leaves of ``value``, None where open."""
    if qualifier in ("at_least", "more_than"):
        return value, None
    if qualifier in ("up_to", "less_than"):
        return None, value
    return value, value


def _kinds(table: dict[str, tuple[str, ...]]) -> dict[str, Qualifier]:
    return {phrase.lower(): kind for kind in _KINDS for phrase in table.get(kind, ())}


def _folded(match: re.Match[str]) -> str:
    return " ".join(match["bound"].lower().split())
