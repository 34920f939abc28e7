"""Counted things behind a number: text and Number in, the unit as printed and its end out."""

import re
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from streams.claims.capitals import compile_names
from streams.claims.components.figures.numbers import Number
from streams.claims.components.text.phrases import any_of
from streams.claims.components.text.words import Words

_TOKEN: Final = re.compile(r"[\s\u00a0-]+([^\W_][\w’'./-]*)")
_MODIFIERS_MAX: Final = 5
_PART: Final = re.compile(
    r"[\s]+(?:or so\s+)?(?:more\s+)?of\s+(?:the|its|their|these|those|our)(?=\s)", re.IGNORECASE
)


_PLURALS: Final = re.compile(r"[^\W_][\w-]*s\b")
_THEM_MAX: Final = 240  # characters between a thing and "24 of them"
_ADDING: Final = frozenset({"more", "new", "additional", "further", "extra", "other", "such", "of", "odd"})
_TWO: Final = 2.0
_LETTERS: Final = 2  # of a unit's sign at the most
# "12 demining robots", "2.1 million of these needles"
_PLURAL: Final = re.compile(
    r"[\s\u00a0]+(?:of\s+(?:the|its|their|these|those|our)\s+)?"
    r"(?P<thing>(?:[a-z][a-z’'-]*\s+){0,3}?[a-z-]{2,}[a-rt-z]s)(?![\w’'-])"
)


_HOLDS: Final = re.compile(r"\s+(?:with|of|for|holding|offering)\s+(?:\w+\s+){0,2}\d")
_HELD: Final = frozenset({"bed", "bedded"})  # "a 60-bed hospital" is counted by its beds
_ONE: Final = re.compile(r"\b(?:an?|the|this|one|its|each|every|another)\s+$", re.IGNORECASE)


def _counts_on(text: str, number: Number, token: re.Match[str]) -> bool:
    if token[1].isdigit():
        return False
    return token[1].lower() in _HELD or not _ONE.search(text, max(0, number.start - 9), number.start)


_NAME_MAX: Final = 24
_BARE: Final = re.compile(
    r"\s+more\b(?!\s+[a-z]+s\b)|\s*(?:[,;)]|\.(?!\d)|$|and\s|each\b)"
    r"|\s+(?:have|has|will|were|are)\s+(?:been\s+|be\s+|to\s+)?(?:promised|pledged|offered|sent|given"
    r"|delivered|donated|due"
    r"|follow|come|arrive)\b"
)
# "Six had been sent before.", "just 524,000 will have been delivered"
_HANDED: Final = re.compile(
    r"\s+(?:of\s+(?:them|these|those)\s+)?(?:have|has|had|will|were|are)\s+(?:already\s+|now\s+|since\s+|so\s+far\s+)?"
    r"(?:have\s+)?(?:been\s+|be\s+|to\s+be\s+)?(?:sent|given|delivered|donated|handed\s+over|supplied|shipped"
    r"|transferred|provided)\b"
)
_OPENS: Final = re.compile(
    r"(?:^|[.;,:\n]\s*|\b(?:that|and|but|which)\s+)"
    r"(?:(?:just|only|some|about|around|barely|nearly|over|more\s+than|at\s+least|another)\s+)?$",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(
    r"(?<![\w’'-])(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|No|Page|Chapter|Part|Day|Article"
    r"|Section|Phase|Level|Flight|Route|Highway|Room|Box|Group|Class|Type|Mark|Figure|Table|Tel|Between|From)[a-z]*\b)"
    r"(?:[A-Z][\w’'-]*[a-zA-Z]|add(?:s|ed)?|offer(?:s|ed)?|promised?|pledged?|hand(?:s|ed)? over|sen[dt]s?"
    r"|g[ia]v(?:en?s?|ing)|sending|supplying|suppl(?:y|ies|ied)|contribut(?:es?|ed)|deliver(?:s|ed)?|donate[sd]?|transfer(?:s|red)?)\s+"
    r"(?:about\s+|some\s+|another\s+|nearly\s+|over\s+|up\s+to\s+|as\s+many\s+as\s+)?$"
    r"|(?<![\w’'-])(?:Another|The\s+(?:other|remaining|first|last)|A\s+further)\s+$"
)


# "99,000 from the EU", "50,000 came from Peru", "the 500 that Oslo sent": who gives them stands behind
_WHOSE: Final = compile_names(
    r"\s+(?:more\s+)?(?:(?:have\s+|has\s+|had\s+)?"
    r"(?:came|come|arrived|landed|were\s+(?:sent|flown in|shipped)|are\s+(?:due|to\s+come))\s+)?"
    r"from\s+(?:the\s+)?"
    r"(?!(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\b)[A-Z]"
    r"|,?\s+(?:that|which)\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)?\s+(?:has\s+|have\s+|had\s+)?(?:already\s+)?"
    r"(?:sen[dt]s?|promised|pledged|gave|given|donated|delivered|offered|provided|supplied|shipped|contributed)\b"
)
_REST: Final = re.compile(r"\b[Tt]he\s+(?:other|remaining|further|first|last|rest,)\s+$")
_FOLLOWS: Final = re.compile(
    r"\s+(?:(?:will|would|should|are\s+to)\s+)?(?:follow|come|arrive|go|be\s+\w+ed)\b"
)
_MONEY: Final = re.compile(
    r"[$€£¥₹]|\d\s?(?:[A-Z]{3}|[a-z]+)\s+(?:[A-Z][a-z]+\s+)?(?:euros?|dollars?|pounds?|francs?|kron\w+|crowns?|yen|yuan|rupees)\b"
)
_MONEY_MAX: Final = 300  # characters
_OF_THEM: Final = re.compile(r"\s+of\s+(?:them|these|those)\b")


class Counted(NamedTuple):
    """A unit: its words without modifiers that only add ("more", "new"), its group and its end."""

    unit: str
    group: str
    end: int


class Counts:
    """Reads what a number counts, by the heads of the units table."""

    def __init__(
        self,
        units: Mapping[str, Iterable[str]],
        breaks: Iterable[str],
        single: Iterable[str],
        uncountable: Iterable[str] = (),
    ) -> None:
        self._group = {head.lower(): group for group, heads in units.items() for head in heads}
        self._breaks = frozenset(breaks)
        self._uncountable = frozenset(uncountable)
        single = tuple(single)
        self._heads = frozenset(single)
        self._single = re.compile(
            rf"\b(?:an?|another)\s+(?:(?:{any_of(_ADDING)}|second|third|fourth|single)\s+)?"
            rf"((?:[\w’'-]+\s+){{0,3}}{any_of(single)})\b(?!-)",
            re.IGNORECASE,
        )

    def read(self, text: str, number: Number) -> Counted | None:
        """Give the unit behind ``number``; None where no known head follows soon."""
        if _is_name(text, number):
            return None
        part = _PART.match(text, number.end)  # "330,000 of the promised shells"
        at, first, last, group = part.end() if part else number.end, None, None, ""
        for _ in range(_MODIFIERS_MAX + 1):
            token = _TOKEN.match(text, at)
            if token is None or token[1].lower() in self._breaks:
                break
            if at == number.end and text[at] == "-" and not _counts_on(text, number, token):
                break  # "30-40 tanks" is a range, "a 125-MVA transformer" one
            if "\n" in text[at : token.start(1)] and token[1][0].isupper():
                break  # another line's words
            word = token[1].rstrip("’'./-")
            known = self._known(word.lower()) or _model(text, token)
            if known is not None:
                last, group = token.start(1) + len(word), known
            elif last is not None:
                break
            first = token.start(1) if first is None and word.lower() not in _ADDING else first
            at = token.end()
            if token[1] != word:
                break
        if last is None or first is None or first > last:
            return None
        return Counted(" ".join(text[first:last].split()), group, last)

    def _known(self, word: str) -> str | None:
        """Give the group of a thing, or of the last part of a compound: "FPV-drones", but not "IRIS-T"."""
        last = word.rpartition("-")[2]
        return self._group.get(word) or (self._group.get(last) if len(last) > _LETTERS else None)

    def unlisted(self, text: str, number: Number) -> Counted | None:
        """Give the thing in the plural behind ``number`` that no table names; None where none follows.

        Whether somebody gives it is for others to say.
        """
        thing = _PLURAL.match(text, number.end)
        if thing is None or number.value is None or number.value < _TWO:
            return None
        words = thing["thing"].split()
        first = next((at for at, word in enumerate(words) if word not in _ADDING), len(words) - 1)
        if self._breaks.intersection(words) or self._uncountable.intersection(words):
            return None
        return Counted(" ".join(words[first:]), "", thing.end())

    def named_before(self, text: str, number: Number) -> str | None:
        """Give the thing named last before "24 of them"; None where it is not that, or none is named."""
        few = number.value is None or number.value < _TWO or number.scale != 1.0
        if few or number.lettered or number.percent or not _OF_THEM.match(text, number.end):
            return None
        before = _PLURALS.findall(text, max(0, number.start - _THEM_MAX), number.start)
        return next((word for word in reversed(before) if self._group.get(word.lower())), None)

    @staticmethod
    def elided(text: str, number: Number) -> bool:
        """Tell a figure behind a name that leaves out what it counts: "Chad 1,500 troops, Kenya 1,200"."""
        if number.percent or number.lettered:
            return False
        low = max(0, number.start - _NAME_MAX)
        if number.scale != 1.0:  # "the further 95 million follow, 25 million of them by June"
            rest = _REST.search(text, low, number.start) and _FOLLOWS.match(text, number.end)
            counts = rest or _OF_THEM.match(text, number.end)
            return bool(counts) and not _MONEY.search(text, max(0, number.start - _MONEY_MAX), number.start)
        if _HANDED.match(text, number.end) and _OPENS.search(text, low, number.start):
            return True
        if _WHOSE.match(text, number.end):
            return True
        return bool(_BARE.match(text, number.end) and _NAMED.search(text, low, number.start))

    def singles(self, text: str, words: Words) -> list[tuple[int, Counted]]:
        """Give the things that "a" or "another" counts ("another Patriot battery"), with their starts."""
        found: list[tuple[int, Counted]] = []
        if self._heads.isdisjoint(words.known):
            return found
        for match in self._single.finditer(text):
            printed = match[1].lower().split()
            held = _HOLDS.match(text, match.end()) or any(word[0].isdigit() for word in printed)
            if not held and not self._breaks.intersection(printed):
                group = self._group.get(printed[-1], "forces")
                found.append((match.start(), Counted(match[1], group, match.end())))
        return found


# "ASC 890 radar aircraft", "155 mm shells": the number is of the name, whoever gives them
_TYPE: Final = re.compile(r"(?<=[a-z]\s)(?<!\band\s)(?<!\b[Tt]he\s)[A-Z]{2,5}\s$")
_CALIBRE: Final = re.compile(r"[\s-]?(?:mm|millimet(?:er|re)s?|calibre|caliber)\b")
_TYPE_MAX: Final = 12  # characters


def _is_name(text: str, number: Number) -> bool:
    """Tell a number that belongs to the name of what is given and counts nothing."""
    if number.scale != 1.0 or not number.digits:
        return False
    if _CALIBRE.match(text, number.end) or _MAKE_OF.search(
        text, max(0, number.start - _OF_MAX), number.start
    ):
        return True
    capital = text[max(0, number.start - 2) : number.start - 1].isupper()
    return capital and bool(_TYPE.search(text, max(0, number.start - _TYPE_MAX), number.start))


# "its stock of Pansarbandvagn 302 carriers"
_MAKE_OF: Final = re.compile(r"\b(?:stocks?|fleet|number|types?|series|batch) of [A-Z][a-z]+ $")
_OF_MAX: Final = 40  # characters


def _model(text: str, token: re.Match[str]) -> str | None:
    """Give the group of arms that a model counts: "14 Leopard 2s", "six CV90s"."""
    if token[1].isalpha() or not _MODEL.fullmatch(token[1].rstrip("’'./-")):
        return None
    named = token[1][0].isupper() or _MAKE.search(text, max(0, token.start() - _MAKE_MAX), token.start())
    return "vehicles" if named else None


_MODEL: Final = re.compile(r"(?:[A-Z][A-Za-z]{0,3}-?)?\d{1,3}(?:[A-Z]\d?)?s")
_MAKE: Final = re.compile(r"\b[A-Z][a-z]{2,}$")
_MAKE_MAX: Final = 20  # characters
