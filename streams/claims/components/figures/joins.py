"""Amounts that belong together: ranges made one, conversions put under what they convert.

In: the single amounts of a text. Out: pairs of a main amount and its alternatives.
Bare figures ("15 billion per year") take the currency of the money before them here.
"""

import re
from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from streams.claims.capitals import compile_names
from streams.claims.components.figures.amounts import Amount
from streams.claims.components.text.phrases import any_of
from streams.claims.vocabulary import Units

_DASHED: Final = re.compile(r"\s?[—–-]\s?|,\s")
_AT_RATE: Final = re.compile(
    r"\s+in\s+(?:our|their|its)(?:\s+own)?\s+(?:money|currency)\b|\s+in\s+(?:the\s+)?local\s+(?:money"
    r"|currency)\b"
    r"|\s+at\s+(?:the\s+)?(?:[\w’']+\s+){0,2}(?:exchange\s+|conversion\s+)?rates?\b",
    re.IGNORECASE,
)
Joined = tuple[Amount, list[Amount]]
_RANGE: Final = re.compile(r"\s?(?:[-–—]|to|and|or|through)\s?", re.IGNORECASE)
_DASH: Final = re.compile(r"\s?(?:[-–—]|to|or)\s?", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"\bbetween\s*(?:about\s|around\s|roughly\s)?$", re.IGNORECASE)
_FROM: Final = re.compile(r"\b(?:from|by|rose|grew|increased|cut)\s*$", re.IGNORECASE)
# What moves "from 2 to 5 percent" is no range; what is paid "from 3 to 4 billion" is.
_MOVES: Final = re.compile(
    r"\b(?:rais|increas|gr[eo]w|r[io]s[ei]|up(?:ping|ped)?\b|doubl|tripl|hik|boost|lift|cut|reduc|lower"
    r"|fell|fall"
    r"|drop|expand|go(?:es|ing)?\b|went|jump|climb|slash|scal|revis|chang|mov|bring|brought|tak(?:e|ing)\b"
    r"|push"
    r"|shift|ramp|step)\w*(?:\W+\w+){0,8}?\W+(?:from|by)\s*$|\b(?:rose|grew|increased|cut)\s*$",
    re.IGNORECASE,
)
_OF_WHOLE: Final = re.compile(r"\s+of\s+(?:the|its|their|that|this)\s+(?:\w+\s+)?", re.IGNORECASE)
_BARE_FOLLOW: Final = re.compile(
    r"(?:-(?:plus|odd|strong)\b)?[\s]*(?:[.,;:)”\"’!?—–]|-(?!plus\b|odd\b|strong\b)|$|\b(?:per|a|each|every|annually|yearly|in|for|to|of|from|by|until|till"
    r"|should|must|can|could|may|might|shall|are|were|through|over|more|announced|pledged|promised|this"
    r"|next|last|will|would|has|had|is|was|were|are"
    r"|during|between|at|on|that|which|and|as|or|so|so far|already|package|pledge|commitment|fund"
    r"|programme|program|deal|loan|grant|aid|worth|towards?|this year|goes|go|went|came|comes|set|into"
    r"|earmarked|provided|on top|aside|extra|additional)\b)",
    re.IGNORECASE,
)
_PEOPLE: Final = re.compile(
    r"\s+(?:of\s+)?(?:the\s+)?(?:world['’]s\s+)?(?:people|children|men|women|users|viewers|years|tonnes"
    r"|tons|barrels|others|Americans|Ukrainians|jobs|homes|slots|rounds|them)\b",
    re.IGNORECASE,
)


class Joins:
    """Joins ranges and conversions."""

    def __init__(self, units: Units) -> None:
        words = rf"(?:{any_of(units.words.conversions)}[\s]*)"
        self._bracket = re.compile(rf"[\s]*[(\[]\s*{words}{{0,3}}$", re.IGNORECASE)
        self._inner = re.compile(
            rf"\s*[;,/]\s*(?:or\s+)?{words}{{0,2}}$|\s+or\s+{words}{{0,2}}$", re.IGNORECASE
        )
        self._spelt = re.compile(
            rf"(?:\s+(?:more|extra|additional|in\s+\w+|this year|next year|per year|a "
            rf"year)){{0,3}}\s*(?:,|[-–—])?\s*(?:(?:which|that)\s+(?:is|equals|amounts to|is equal to|is "
            rf"equivalent to|comes to|corresponds to|translates to)|"
            rf"(?:the\s+)?equivalent (?:of|to)|equal to|or(?=\s)|i\.e\.|worth|about|around|approximately"
            rf"|roughly|in\s+(?:US\s+)?(?:dollars|euros|pounds),?|[=≈/])\s*{words}{{0,3}}$",
            re.IGNORECASE,
        )

    def join(self, text: str, amounts: Sequence[Amount]) -> list[Joined]:
        """Give (main, alternatives) for each quantity of ``text``, in order."""
        ranged = _ranges(text, amounts)
        money = next((amount for amount in ranged if amount.currency), None)
        joined: list[Joined] = []
        inside = False  # a bracket of conversions is open behind the last amount
        for index, amount in enumerate(ranged):
            if amount.bare:
                whole = _whole_of(text, ranged, index)
                if whole is not None and whole.currency:
                    money = whole  # "5.2 billion of the 7.5 billion kroner"
                money = _next_in_list(text, ranged, index) or money
                if not _inherits(text, amount) or (whole and whole.bare and not _inherits(text, whole)):
                    continue  # "16 million of the 29 million Yemenis"
                like = _counts_like(text, joined[-1][0], amount) if joined else None
                if like is None and money is None:
                    continue
                amount = like or _priced_like(amount, money)  # noqa: PLW2901
            if joined:
                main, others = joined[-1]
                gap = (
                    text[(others[-1].end if others else main.outer[1]) : amount.start]
                    if _near(joined[-1], amount)
                    else "\n\n"
                )
                converts = self._converts(text, main, amount, gap, inside=inside and bool(others))
                if converts:
                    others.append(amount)
                    inside = inside or "(" in gap or "[" in gap
                    continue
            inside = False
            joined.append((amount, []))
            money = amount if amount.currency else money
        return [(main, others) for main, others in joined if main.kind != "number"]

    def _converts(self, text: str, main: Amount, amount: Amount, gap: str, *, inside: bool) -> bool:
        if main.kind != "money" or amount.kind != "money":
            return False
        if main.currency == amount.currency and not _other_dollars(main, amount):
            return False
        if inside:
            return bool(self._inner.fullmatch(gap) or (self._inner.search(gap) and len(gap) < 24))
        rated = bool(_AT_RATE.match(text, amount.end))
        if rated and _DASHED.fullmatch(gap[: len(gap) - amount.start + amount.outer[0]]):
            return True
        if _DASHED.fullmatch(gap):
            return rated
        return bool(self._bracket.fullmatch(gap) or self._spelt.fullmatch(gap))


def _whole_of(text: str, amounts: Sequence[Amount], index: int) -> Amount | None:
    """Give the next amount where that at ``index`` is a part of it."""
    whole = amounts[index + 1] if index + 1 < len(amounts) else None
    apart = whole is None or not _OF_WHOLE.fullmatch(text, amounts[index].end, whole.start)
    return None if apart else whole


# "Berlin promised 30 mln., The Hague – 25 mln. euros"
_NEXT_ENTRY: Final = compile_names(
    r"\.?,\s+(?:and\s+|the\s+)?[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,2}(?:\s+(?:[–—-]|with))?\s+"
)


def _next_in_list(text: str, amounts: Sequence[Amount], index: int) -> Amount | None:
    """Give the amount of the next entry of a list that names the money once, at its end."""
    later = amounts[index + 1] if index + 1 < len(amounts) else None
    if (
        later is None
        or not later.currency
        or not _NEXT_ENTRY.fullmatch(text, amounts[index].end, later.start)
    ):
        return None
    return later


def _priced_like(amount: Amount, money: Amount | None) -> Amount:
    assert money is not None
    return replace(amount, currency=money.currency, shared=money.shared, bare=False)


def _counts_like(text: str, main: Amount, amount: Amount) -> Amount | None:
    """Read "620,000 doses from the EU and 1 million from Japan": of the same size, it counts the same."""
    if main.kind != "units" or main.value is None or amount.value is None or main.unit is None:
        return None
    near = 0 < amount.start - main.end < _SAME_BREATH and "\n" not in text[main.end : amount.start]
    alike = main.value >= _MANY and amount.value < main.value * _TIMES
    return replace(amount, kind="units", unit=main.unit, bare=False) if near and alike else None


_SAME_BREATH: Final = 240  # characters
_MANY: Final = 1e5
_TIMES: Final = 50.0


def _other_dollars(main: Amount, amount: Amount) -> bool:
    """Tell "$50 million (US$37 million)", where the bare sign is another country's dollar."""
    return bool(main.shared) and not amount.shared and main.value != amount.value


def _near(joined: Joined, amount: Amount) -> bool:
    main, others = joined
    end = others[-1].end if others else main.outer[1]
    return 0 <= amount.start - end <= 60


def _ranges(text: str, amounts: Sequence[Amount]) -> list[Amount]:
    """Join neighbours that are the two ends of a range."""
    out: list[Amount] = []
    for amount in amounts:
        if out and _is_range(text, out[-1], amount):
            out[-1] = _range(out[-1], amount)
        else:
            out.append(amount)
    return out


def _is_range(text: str, first: Amount, second: Amount) -> bool:
    gap = text[first.end : second.start]
    if len(gap) > 5 or first.value is None or second.value is None or not _RANGE.fullmatch(gap):
        return False
    if not _same_sort(first, second):
        return False
    value = _scaled_like(first, second)
    between = bool(_BETWEEN.search(text, max(0, first.start - 20), first.start))
    if value >= second.value:
        return False
    if gap.strip().lower() == "and":
        return between
    if gap.strip().lower() == "to" and _moves(text, first):
        return False  # "rose from $3bn to $5bn" moves, it does not range
    return bool(_DASH.fullmatch(gap))


def _moves(text: str, first: Amount) -> bool:
    start = first.outer[0]
    if not _FROM.search(text, max(0, start - 12), start):
        return False
    return bool(_MOVES.search(text, max(0, start - 80), start))


def _same_sort(first: Amount, second: Amount) -> bool:
    if first.kind == "number":
        return second.kind in ("money", "gdp_share", "units")
    if first.kind == "gdp_share" or second.kind == "gdp_share":
        return first.kind == second.kind
    return first.kind == second.kind and (
        first.currency in (None, second.currency) or second.currency is None
    )


def _scaled_like(first: Amount, second: Amount) -> float:
    """Give the lower end at the scale that only the upper end prints ("$3-5 billion")."""
    assert first.value is not None
    return first.plain * second.scale if first.scale == 1.0 else first.value


def _range(first: Amount, second: Amount) -> Amount:
    value = _scaled_like(first, second)
    return replace(
        second,
        start=first.start,
        value=value,
        low=value,
        high=second.value,
        currency=second.currency or first.currency,
        shared=second.shared or first.shared,
        bare=second.bare and first.bare,
        kind="money" if "money" in (first.kind, second.kind) else second.kind,
        qualifier=first.qualifier if first.qualifier != "exactly" else "exactly",
        additional=first.additional,
        outer=(first.outer[0], second.outer[1]),
    )


def _inherits(text: str, amount: Amount) -> bool:
    return (
        amount.value is not None
        and bool(_BARE_FOLLOW.match(text, amount.end))
        and not _PEOPLE.match(text, amount.end)
    )
