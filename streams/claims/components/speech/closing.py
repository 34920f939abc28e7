"""Closing marks: the marks of a paragraph in, the one that closes a given one out.

Nested quotations are passed over. Where nothing closes, a mark of another kind may, behind a
comma or a stop and before the writer's words ("said Berg").
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from streams.claims.components.speech.tags import is_tagged

DOUBLE: Final = frozenset('“”„‟«»"')
CLOSED_BY: Final = {
    "“": '”"“',
    "„": '“”"‟',
    "‟": '”"',
    "«": '»"',
    "»": "«",
    '"': '"”',
    "”": '”"',
    "‘": "’'",
    "'": "'’",
    "‚": "‘’'",
}
_REACH: Final = 60  # marks within which one must close
_SINGLE_MAX: Final = 1500  # characters between single marks


class Mark(NamedTuple):
    """A quotation mark, or several alike in a row: where it stands and what its neighbours allow it to do."""

    char: str
    start: int
    end: int
    opens: bool
    closes: bool


def closing_mark(marks: list[Mark], at: int, text: str, even: bool) -> int | None:
    """Find the mark that closes ``marks[at]``, None when another opens first or none does."""
    first = marks[at]
    if first.char in "‘'‚":
        return _closing_single(marks, at, text)
    wanted = CLOSED_BY[first.char]
    depth = 0
    for index, mark in _doubles_behind(marks, at):
        if mark.char == "“" and first.char == "“":
            if not mark.opens:
                return index  # the closing one set the wrong way round
            if text[mark.start - 2 : mark.start].strip(" ,:") in {".", "!", "?"}:
                return None
            depth += 1
        elif mark.char in wanted and (mark.char != '"' or even or mark.closes or not mark.opens):
            if mark.char == '"' and _nests(marks, index, text):
                depth += 1
            elif depth == 0 or (mark.char == '"') != (first.char == '"') or mark.end - mark.start > 1:
                return index
            else:
                depth -= 1
        elif mark.char == '"' and mark.opens and first.char == '"':
            return None
    return None


def _doubles_behind(marks: list[Mark], at: int) -> Iterator[tuple[int, Mark]]:
    for index in range(at + 1, min(len(marks), at + _REACH)):
        if marks[index].char in DOUBLE:
            yield index, marks[index]


def _nests(marks: list[Mark], index: int, text: str) -> bool:
    """Tell the second mark of "She calls it "the gap" here," where two that close follow."""
    mark = marks[index]
    if not mark.opens or mark.closes or text[mark.start - 2 : mark.start].strip()[-1:] in ".,!?…:":
        return False
    closing = 0
    for other in marks[index + 1 : index + 4]:
        if other.char == '"':
            if other.opens or not other.closes:
                break
            closing += other.end - other.start
    return closing > 1


def closing_unlike(marks: list[Mark], at: int, text: str, end: int) -> int | None:
    """Find a mark of the other kind that closes: behind a comma or stop and before "said Berg" or the end."""
    singles = marks[at].char not in "‘'‚"
    for index in range(at + 1, min(len(marks), at + _REACH)):
        mark = marks[index]
        if (mark.char in DOUBLE) == singles:
            if mark.opens and mark.char in DOUBLE:
                return None
            continue
        if mark.opens and not mark.closes:
            return None  # one nested inside
        if mark.closes and text[mark.start - 1] in ",.!?…" and (is_tagged(text, mark.end) or mark.end == end):
            return index
    return None


def _closing_single(marks: list[Mark], at: int, text: str) -> int | None:
    """Find the closing single mark; that of "allies’ aid" closes only if nothing better does."""
    first = marks[at]
    wanted, doubtful = CLOSED_BY[first.char], None
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
