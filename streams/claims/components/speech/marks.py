"""Quotation marks: a text in, the stretches between paired marks out.

One pass over the marks of each paragraph. Apostrophes are told from closing marks by
their neighbours; a quotation may run on over line ends.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from models.messages import Span
from streams.claims.capitals import compile_names

_MARK: Final = re.compile(r"[“”„‟«»\"‘‚'’´]")
_APOSTROPHES: Final = "'’´"
_PARAGRAPH: Final = re.compile(r"[^\n]+")
_DOUBLE: Final = frozenset('“”„‟«»"')
_OPENING: Final = {
    "“": '”"“',
    "„": '“”"‟',
    "‟": '”"',
    "«": '»"',
    "»": "«",
    '"': '"”',
    "”": '”"',
    "‘": "’'´",
    "'": "'’",
    "‚": "‘’'",
}
_BEFORE_OPENING: Final = frozenset(" \t\u00a0([{—–-:/,;=>“‘\"'«.*•|X")
_ELISION: Final = re.compile(r"['’](?:\d0s|tis|twas|em|til|cause|n)\b")
_CARRY_MAX: Final = 4  # paragraphs that one quotation may span unclosed
_REOPENED_MAX: Final = 20  # paragraphs of one quotation that each open anew
# Words of the writer: behind them an open quotation lacks its closing mark.
_SAID: Final = compile_names(
    r", (?:(?:he|she|[A-Z][\w’'-]+) (?:said|says|added|told)|(?:said|says|added) (?:[A-Z]|the ))"
)
_REACH: Final = 60  # marks within which one must close
_SINGLE_MAX: Final = 1500  # characters between single marks


class Mark(NamedTuple):
    """A quotation mark: where it stands and what its neighbours allow it to do."""

    char: str
    start: int
    end: int
    opens: bool
    closes: bool


class Pair(NamedTuple):
    """A quotation: ``span`` of the words inside, ``outer`` with the marks."""

    span: Span
    outer: Span


def paired(text: str) -> tuple[Pair, ...]:
    """Give the outermost quotations of ``text``, in order; nested ones are part of theirs.

    One that runs over a line end is one, also where each paragraph of it opens anew.
    """
    found: list[Pair] = []
    carried: _Carried | None = None
    for paragraph in _PARAGRAPH.finditer(text):
        marks = list(_marks(text, *paragraph.span()))
        if carried is not None:
            reopened = _reopens(carried, marks, text, paragraph.start())
            find = _closed_anew if reopened else _resumed
            end = find(carried, marks, text, paragraph.start())
            if end is not None and reopened and _of_two(text, carried.opened, marks[end]):
                reopened, end = False, None
            elif end is None and reopened:
                carried = _Carried(carried.opened, paragraph.span(), 0, carried.reopened + 1)
                continue
            if end is None and carried.may_run_on and not _doubles(marks, carried.opened):
                carried = carried._replace(lines=carried.lines + 1)
                continue
            if end is not None:
                found.append(_pair(text, carried.opened, marks[end], marks[end].start))
                marks = marks[end + 1 :]
            elif carried.is_sure:
                found.append(_pair(text, carried.opened, None, carried.last[1]))
        pairs, opened = _within(text, marks, paragraph.end())
        found.extend(pairs)
        carried = _Carried(opened, (opened.end, paragraph.end())) if opened else None
    if carried is not None and carried.is_sure:
        found.append(_pair(text, carried.opened, None, carried.last[1]))
    return tuple(pair for pair in found if pair.span[0] < pair.span[1])


class _Carried(NamedTuple):
    """A mark that its paragraph left open: its ``last`` part, how many lines ago, how often reopened."""

    opened: Mark
    last: Span
    lines: int = 0
    reopened: int = 0

    @property
    def is_sure(self) -> bool:
        """Tell a mark that opens a quotation even if nothing closes it."""
        return self.opened.char not in "‘'" or self.reopened > 0

    @property
    def may_run_on(self) -> bool:
        """Tell one that a line without marks may belong to; of ' only a mark anew shows that."""
        return self.lines < _CARRY_MAX and self.opened.char != "'"


def _reopens(carried: _Carried, marks: list[Mark], text: str, start: int) -> bool:
    """Tell a paragraph that goes on with a quotation and repeats its mark: "“… pay.", "“Then …"."""
    if not marks or carried.lines or carried.reopened >= _REOPENED_MAX:
        return False
    wanted = {carried.opened.char, "»"} if carried.opened.char == "«" else {carried.opened.char}
    if marks[0].char not in wanted or text[start : marks[0].start].strip():
        return False
    before = text[slice(*carried.last)].rstrip()
    return before[-1:] in {".", "!", "?", "…"} and not _SAID.search(before)


def _closed_anew(carried: _Carried, marks: list[Mark], text: str, start: int) -> int | None:  # noqa: ARG001
    """Give the mark that closes what the first of ``marks`` reopens, None if none does here."""
    even = sum(mark.char == '"' for mark in marks) % 2 == 0
    return _closing([marks[0]._replace(char=carried.opened.char), *marks[1:]], 0, text, even)


def _of_two(text: str, opened: Mark, closed: Mark) -> bool:
    """Tell "Berg said: “A.", "“B,” said Lund": a cue before and one behind, so a mark was forgotten."""
    lead = text[max(0, opened.start - 4) : opened.start].rstrip()[-1:]
    return lead in {":", ","} and text[closed.start - 1] == ","


def _doubles(marks: list[Mark], opened: Mark) -> list[int]:
    """Give which marks may end what ``opened`` began or begin anew."""
    if opened.char == "‘":
        return [index for index, mark in enumerate(marks) if mark.char == "‘" and mark.opens]
    return [index for index, mark in enumerate(marks) if mark.char in _DOUBLE]


def _resumed(carried: _Carried, marks: list[Mark], text: str, start: int) -> int | None:
    """Give the mark that closes a quotation carried into this paragraph, None if none does here."""
    if carried.opened.char == "'":
        return None
    if carried.opened.char == "‘":
        for index, mark in enumerate(marks):
            if mark.char == "‘" and mark.opens:
                return None
            if mark.char in "’'" and mark.closes and text[mark.start - 1] in ".,!?…":
                return index
        return None
    doubles = _doubles(marks, carried.opened)
    if not doubles:
        return None
    first = marks[doubles[0]]
    reopened = not text[start : first.start].strip()
    return (
        doubles[0] if first.closes and not reopened and first.char in _OPENING[carried.opened.char] else None
    )


def _marks(text: str, start: int, end: int) -> Iterator[Mark]:
    for match in _MARK.finditer(text, start, end):
        at, to = match.span()
        before = text[at - 1] if at > start else " "
        after = text[to] if to < end else " "
        if after.isalnum() and before.isalnum() and match[0] in _APOSTROPHES:
            continue  # an apostrophe inside a word
        opens = before in _BEFORE_OPENING and not after.isspace()
        closes = not before.isspace() and not after.isalnum()
        yield Mark(match[0], at, to, opens, closes)


def _within(text: str, marks: list[Mark], end: int) -> tuple[list[Pair], Mark | None]:
    """Pair the marks of one paragraph; also give a mark that the paragraph leaves open."""
    pairs: list[Pair] = []
    even = sum(mark.char == '"' for mark in marks) % 2 == 0
    at, last_double = 0, max((i for i, m in enumerate(marks) if m.char in _DOUBLE), default=-1)
    last_opening = max((i for i, m in enumerate(marks) if m.opens), default=-1)
    while at < len(marks):
        mark = marks[at]
        if not _opens(mark, text, even):
            at += 1
            continue
        closing = _closing(marks, at, text, even)
        if closing is not None:
            pairs.append(_pair(text, mark, marks[closing], marks[closing].start))
            at = closing + 1
        elif (
            _left_open(mark, last=at == max(last_double, at if mark.char in "‘'" else -1))
            and not (mark.char == "'" and at < last_opening)
            and text[mark.end : end].strip()
        ):
            return pairs, mark
        else:
            at += 1
    return pairs, None


def _left_open(mark: Mark, *, last: bool) -> bool:
    """Tell a mark whose quotation may go on in the next paragraph."""
    return last and (mark.char in '“«"„' or (mark.char in "‘'»" and mark.opens))


def _opens(mark: Mark, text: str, even: bool) -> bool:
    if mark.char in "“„‟«":
        return True
    if mark.char == '"':
        return even or mark.opens
    if mark.char in "”»":
        return mark.opens and not mark.closes
    if mark.char == "‘":
        return mark.opens or text[mark.end : mark.end + 1].isalnum()
    return mark.char in "'‚" and mark.opens and not mark.closes and not _ELISION.match(text, mark.start)


def _closing(marks: list[Mark], at: int, text: str, even: bool) -> int | None:
    """Find the mark that closes ``marks[at]``, None when another opens first or none does."""
    first = marks[at]
    if first.char in "‘'‚":
        return _closing_single(marks, at, text)
    wanted = _OPENING[first.char]
    depth = 0
    for index in range(at + 1, min(len(marks), at + _REACH)):
        mark = marks[index]
        if mark.char not in _DOUBLE:
            continue
        if mark.char == "“" and first.char == "“":
            # a second opening mark: nested, or the closing one set the wrong way round
            if not mark.opens:
                return index
            if text[mark.start - 2 : mark.start].strip(" ,:") in {".", "!", "?"}:
                return None
            depth += 1
        elif mark.char in wanted and (mark.char != '"' or even or mark.closes or not mark.opens):
            if depth == 0 or mark.char == '"':
                return index
            depth -= 1
        elif mark.char == '"' and mark.opens and first.char == '"':
            return None
    return None


def _closing_single(marks: list[Mark], at: int, text: str) -> int | None:
    """Find the closing single mark; that of "allies’ aid" closes only if nothing better does."""
    first = marks[at]
    wanted, doubtful = _OPENING[first.char], None
    for index in range(at + 1, min(len(marks), at + _REACH)):
        mark = marks[index]
        if mark.start - first.start > _SINGLE_MAX or (mark.char in "‘‚" and mark.opens):
            break
        if mark.char == "'" and mark.opens and not mark.closes:
            break
        if mark.char not in wanted or not mark.closes:
            continue
        if not _possessive(text, mark):
            return index
        doubtful = doubtful if doubtful is not None else index
    return doubtful


def _possessive(text: str, mark: Mark) -> bool:
    return (
        text[mark.start - 1] in "sxz"
        and text[mark.end : mark.end + 1] == " "
        and text[mark.end + 1 : mark.end + 2].islower()
    )


def _pair(text: str, opened: Mark, closed: Mark | None, end: int) -> Pair:
    start, stop = opened.end, end
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return Pair((start, stop), (opened.start, closed.end if closed else end))
