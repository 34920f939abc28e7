"""Correction notices: a text and its claims in, the claims that the publisher stands by out.

A notice ("CORRECTION: …", "This story corrects the amount in paragraph 2 to …, not …")
names what it mends: a figure, a paragraph, or the story's figures as such. Pledges that it
names are of operation *correct* and say which figure they correct, where the notice does; the
figure that it calls wrong is no pledge. Pure.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from msgspec import UNSET, Struct
from msgspec.structs import replace

from models.messages import Claim, Corrected, Pledge, Span
from streams.claims.annotations import QuantityMention
from streams.claims.lexicon import LEXICON, Words, forms, load_table

NOTE_MAX: Final = 300  # characters of a notice in the receipt
_BREAK: Final = r"[^,;:()\n]*"
_NUMBERED: Final = re.compile(
    r"\b(?:paragraphs?|paras?|pars?)\s+(\d{1,2}(?:(?:\s*,\s*|\s+and\s+)\d{1,2})*)", re.IGNORECASE
)
_LINE: Final = re.compile(r"[^\n]*\S[^\n]*")
_FIGURE: Final = re.compile(r"\d")
_SENTENCE: Final = re.compile(r"[^.\n]*(?:\.(?!\s|$)[^.\n]*)*")


class NoticeWords(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table ``notices.toml``; what each list is for is said there."""

    marks: Words
    labels: Words
    phrases: Words
    wrong: Words
    misstated: Words
    turns: Words
    things: Words
    ordinals: Words


class Notice(NamedTuple):
    """``span`` is the notice, ``wrong`` what it says was wrong, ``paragraphs`` those that it names.

    At ``numbers`` stand those of paragraphs: "paragraph 2 to $12 million" gives no range.
    """

    span: Span
    wrong: tuple[Span, ...]
    paragraphs: tuple[Span, ...]
    about_figures: bool
    numbers: frozenset[int]


class Notices:
    """Finds the correction notice of a text and mends its claims."""

    def __init__(self, folder: Path = LEXICON) -> None:
        words = load_table(folder / "notices.toml", NoticeWords)
        self._marks = words.marks
        label = rf"^[^\w\n]*(?:{_any(words.labels)})\s*[:\-–—()]"
        self._opening = re.compile(
            rf"(?P<label>{label})|(?:{_any(words.phrases)})", re.IGNORECASE | re.MULTILINE
        )
        self._wrong = re.compile(rf"\b(?:{_any(words.wrong)})\s+({_BREAK})", re.IGNORECASE)
        self._misstated = re.compile(rf"\b(?:{_any(words.misstated)})\b", re.IGNORECASE)
        self._turn = re.compile(rf"\b(?:{_any(words.turns)})\b", re.IGNORECASE)
        self._thing = re.compile(rf"\b(?:{_any(words.things)})\b", re.IGNORECASE)
        self._ordinals = {form: place for place, row in enumerate(words.ordinals) for form in forms((row,))}
        self._ordinal = re.compile(
            rf"\b({_any(tuple(self._ordinals))})(?:\s+(?:and|,)\s+({_any(tuple(self._ordinals))}))?"
            r"\s+(?:paragraphs?|paras?|pars?)\b", re.IGNORECASE,
        )  # fmt: skip

    def find(self, text: str) -> Notice | None:
        """Give the first notice of ``text``, None where there is none."""
        folded = text.casefold()
        if not any(mark in folded for mark in self._marks):
            return None
        opening = self._opening.search(text)
        if opening is None:
            return None
        line = text.rfind("\n", 0, opening.start()) + 1
        span = (_start(text, line, opening), self._end(text, opening))
        words = text[slice(*span)]
        numbers = frozenset(m.start(1) for m in _NUMBERED.finditer(text, *span))
        wrong = tuple(self._wrongs(text, span))
        return Notice(span, wrong, self._named(text, span), bool(self._thing.search(words)), numbers)

    def _end(self, text: str, opening: re.Match[str]) -> int:
        """End a notice with its line; a label without a figure that heads the text takes the next, too."""
        end = _line_end(text, opening.end())
        headed = opening["label"] is not None and not text[: opening.start()].strip()
        if headed and not _FIGURE.search(text, opening.end(), end) and (line := _LINE.search(text, end)):
            return line.end()
        return end

    def mend(
        self, claims: Sequence[Claim], notice: Notice, quantities: Iterable[QuantityMention]
    ) -> tuple[Claim, ...]:
        """Leave out what the notice calls wrong and mark the pledges that it names."""
        named = [m.quantity for m in quantities if (s := m.quantity.span) and _within(s, notice.span)]
        wrong = {(q.value, q.currency, q.kind) for q in named if q.span and _wrong(q.span, notice)}
        figures = {(q.value, q.currency) for q in named if q.span and not _wrong(q.span, notice)}
        kept = [claim for claim in claims if not _disowned(claim, notice)]
        return tuple(_correcting(self._marked(claim, notice, figures), wrong) for claim in kept)

    def _marked(self, claim: Claim, notice: Notice, figures: set[tuple[float | None, str | None]]) -> Claim:
        pledge = claim.pledge
        if pledge is UNSET or not pledge or pledge.quantity.kind == "none":
            return claim
        named = (pledge.quantity.value, pledge.quantity.currency) in figures
        placed = any(_within(claim.span, paragraph) for paragraph in notice.paragraphs)
        if (
            named
            or (placed and not figures)
            or (notice.about_figures and not figures | set(notice.paragraphs))
        ):
            return replace(claim, pledge=replace(pledge, operation="correct"))
        return claim

    def _wrongs(self, text: str, span: Span) -> Iterable[Span]:
        for match in self._wrong.finditer(text, *span):
            yield match.span(1)
        for sentence in _SENTENCE.finditer(text, *span):
            if error := self._misstated.search(text, *sentence.span()):
                turn = self._turn.search(text, error.end(), sentence.end())
                yield sentence.start(), turn.start() if turn else sentence.end()

    def _named(self, text: str, span: Span) -> tuple[Span, ...]:
        """Give the paragraphs that the notice names, counted without the notice."""
        lines = [m.span() for m in _LINE.finditer(text) if m.end() <= span[0] or m.start() >= span[1]]
        numbers = [int(n) - 1 for m in _NUMBERED.finditer(text, *span) for n in re.findall(r"\d+", m[1])]
        numbers += [
            self._ordinals[word.casefold()]
            for m in self._ordinal.finditer(text, *span)
            for word in m.groups()
            if word
        ]
        return tuple(lines[number] for number in sorted(set(numbers)) if 0 <= number < len(lines))


def _correcting(claim: Claim, wrong: Collection[tuple[float | None, str | None, str]]) -> Claim:
    """Let a pledge that a notice names say what it corrects, where the notice calls one figure wrong."""
    pledge = claim.pledge
    if not isinstance(pledge, Pledge) or pledge.operation != "correct" or len(wrong) != 1:
        return claim
    value, currency, kind = next(iter(wrong))
    if value is None or kind != pledge.quantity.kind:
        return claim
    return replace(claim, pledge=replace(pledge, corrects=Corrected(value=value, currency=currency)))


def _start(text: str, line: int, opening: re.Match[str]) -> int:
    """Begin a labelled notice with its line, another with its sentence."""
    if opening["label"] is not None:
        return line
    return (
        max(line, text.rfind(". ", line, opening.start()) + 2)
        if "." in text[line : opening.start()]
        else line
    )


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _wrong(span: Span, notice: Notice) -> bool:
    return any(_within(span, wrong) for wrong in notice.wrong) or span[0] in notice.numbers


def _disowned(claim: Claim, notice: Notice) -> bool:
    """Say whether a pledge stands only in the notice, as what was wrong or as nobody's."""
    pledge = claim.pledge
    if not isinstance(pledge, Pledge):
        return False
    own = pledge.quantity.span or claim.span
    if not all(_within(span, notice.span) for span in (own, *pledge.mentions)):
        return False
    return _wrong(own, notice) or pledge.pledger.level == "donors"


def _any(words: Words) -> str:
    """Give the pattern of any of ``words``, the longest first."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))
