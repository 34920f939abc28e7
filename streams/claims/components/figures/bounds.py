"""Bounds of a figure from the words around it: "at least", "up to", "or more".

In: text and the figure's place. Out: the qualifier of the contract, where it starts, and
whether the figure is said to come on top of another.
"""

import re
from typing import Final, NamedTuple

from models.messages.claim import Qualifier
from streams.claims.components.text.phrases import any_of
from streams.claims.components.text.tails import OPENING, Tails
from streams.claims.vocabulary import Units

_REACH: Final = 48  # characters before a figure that are looked at
_KINDS: Final[tuple[Qualifier, ...]] = ("at_least", "more_than", "about", "up_to", "less_than")


_PARTED: Final = " ,:“\"'‘’”("  # what may stand between a bound and its figure
_BEHIND_WORDS: Final = f"{_PARTED}-\n\t\u00a0\u2009\u202f"
_BLANKS: Final = str.maketrans("\n\t\u00a0\u2009\u202f", "     ")
_FILLERS_MAX: Final = 3
# "They hand over €5m" bounds nothing.
_VERBS: Final = frozenset(
    [
        "hand",
        "hands",
        "handed",
        "handing",
        "take",
        "took",
        "taken",
        "turn",
        "turned",
        "roll",
        "rolls",
        "rolled",
        "rolling",
        "haggle",
        "haggled",
        "haggling",
        "talks",
        "negotiations",
        "row",
        "dispute",
        "quarrel",
        "sign",
        "signs",
        "signed",
        "signing",
    ]
)
_FOLLOWING: Final = re.compile(r"[,\s”\"'’-]{0,3}(\+|[^\W\d_]+)")
_ODD: Final = re.compile(r"\d-odd\b")  # "40-odd trucks"
_MINIMUM: Final = re.compile(
    r"[\s,]{1,2}(?:is|was|as|be|will be|would be)\s+(?:a|the|our|its)\s+[“\"'‘]?(?:\w+\s+)?"
    r"(?P<kind>minimum|floor|maximum|ceiling)\b",
    re.IGNORECASE,
)
_HYPHENED: Final = re.compile(r"[a-z]-$")  # "a near-$50 million package"
_MORE_OPENERS: Final = ("more", "extra", "on", "in", "of", "worth")
_MINIMUM_OPENERS: Final = ("is", "was", "as", "be", "will", "would")


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
        self._bounds = Tails(self._before)
        self._marks = {phrase: kind for phrase, kind in self._before.items() if not phrase[-1].isalpha()}
        self._adding = Tails(units.words.additional)
        self._fillers = Tails(units.words.fillers)
        self._last_words = self._bounds.last_words | self._adding.last_words | self._fillers.last_words
        # Words that may open a bound behind a figure: others need no look at the patterns.
        self._openers = frozenset(
            [*(phrase.split()[0] for phrase in self._behind), *_MORE_OPENERS, *_MINIMUM_OPENERS]
        )
        self._after = re.compile(
            rf"(?:(?:[,\s”\"'’]{{1,3}}|-)(?P<bound>{any_of(self._behind)})(?!\w)|(?P<mark>\+))"
            # The next figure's: "500 million kroner, roughly 67 million euros", "roughly a third of".
            r"(?!\s*(?:[\d$€£¥]|[A-Z]{1,3}\$?\s?\d|(?:equal|equivalent|half|twice|double)\b"
            r"|(?:an?|one|two|three)[\s-](?:half|third|quarter|fifth|sixth|tenth)s?\b))",
            re.IGNORECASE,
        )
        self._more = re.compile(
            r"\s+(?:(?:more|extra|on top)\b(?!\s+than)"
            rf"|(?:in|of|worth of)\s+(?:{any_of(units.words.additional)})(?!\w))",
            re.IGNORECASE,
        )

    def read(self, text: str, start: int, end: int) -> Bound:
        """Give the bound of the figure at ``start``..``end``; "exactly" where no words bound it."""
        low = max(0, start - _REACH)
        kind, length, additional = self._ahead(text[low:start])
        if kind:
            return Bound(kind, low + length, end, additional)
        if _ODD.search(text, start, end):
            return Bound("about", start, end, additional)
        following = _FOLLOWING.match(text, end)
        if following and following[1].lower() in self._openers:
            return self._behind_figure(text, start, end, additional=additional)
        return Bound("exactly", start, end, additional)

    def _ahead(self, printed: str) -> tuple[Qualifier | None, int, bool]:
        """Give the bound that ``printed`` ends with, where it starts, and whether it is an addition."""
        mark = printed[-2:].rstrip()[-1:]
        if mark in self._marks:
            return self._marks[mark], len(printed), False
        last = printed.rstrip(_BEHIND_WORDS).rsplit(None, 1)[-1:]
        if not last or last[0].lstrip(OPENING).lower() not in self._last_words:
            return None, 0, False  # so it is with most figures
        tail = printed.lower().translate(_BLANKS)
        tail = tail[:-1] if _HYPHENED.search(tail) else tail
        additional = False
        for _ in range(_FILLERS_MAX + 1):
            tail = tail.rstrip(_PARTED)
            bound = self._bounds.at_end(tail)
            if bound:
                rest = tail[: -len(bound)].rstrip(_PARTED)
                if bound == "over" and rest[rest.rfind(" ") + 1 :] in _VERBS:
                    break
                additional = additional or self._adding.at_end(rest) is not None
                return self._before[bound], len(tail) - len(bound), additional
            additional = additional or self._adding.at_end(tail) is not None
            filler = self._fillers.at_end(tail)
            if not filler:
                break
            tail = tail[: -len(filler)]
        return None, 0, additional

    def _behind_figure(self, text: str, start: int, end: int, *, additional: bool) -> Bound:
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
