"""Quotation marks: a text in, the stretches between paired marks out.

One pass over the marks of each paragraph. Apostrophes are told from closing marks by
their neighbours; a quotation may run on over line ends. A mark that is missing or of
another kind than its fellow is made up for where the writer's words ("said Berg") tell.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from models.messages import Span
from streams.claims.components.speech.closing import CLOSED_BY, DOUBLE, Mark, closing_mark, closing_unlike
from streams.claims.components.speech.tags import WITHIN, is_tagged, writer_from

# Marks alike in a row are one, and so are "“.
_MARK: Final = re.compile(r"([“”„‟«»\"‘‚'’])(?:(?<=\")([“”])(?:\2|\")*|(?<=[“”])(?:\1|\")*|\1*)")
_APOSTROPHES: Final = "'’"
_PARAGRAPH: Final = re.compile(r"[^\n]+")
_BEFORE_OPENING: Final = frozenset(" \t\n\u00a0([{—–-:/,;=>“‘\"'«.*•|X")
_ELISION: Final = re.compile(r"['’](?:\d0s|tis|twas|em|til|cause|n)\b")
_CARRY_MAX: Final = 4  # paragraphs that one quotation may span unclosed
_WRAPPED_MAX: Final = 20  # lines of one paragraph
_REOPENED_MAX: Final = 20  # paragraphs of one quotation that each open anew
_UNOPENED_MAX: Final = 600  # characters before a mark that nothing opens
_SENTENCE: Final = re.compile(r"[.!?][”\"’']?\s+(?=[^\W\d_a-z])")


class Pair(NamedTuple):
    """A quotation: ``span`` of the words inside, ``outer`` with the marks."""

    span: Span
    outer: Span


def paired(text: str) -> tuple[Pair, ...]:
    """Give the outermost quotations of ``text``, in order; nested ones are part of theirs.

    One that runs over a line end is one; where a paragraph of it opens anew, another begins there.
    """
    found: list[Pair] = []
    carried: _Carried | None = None
    for line, marks in _paragraphs(text):
        if not marks and carried is None:
            continue
        if carried is not None:
            reopened = _reopens(carried, marks, text, line[0])
            find = _closed_anew if reopened else _resumed
            end = find(carried, marks, text, line[0])
            if end is not None and reopened and _of_two(text, carried.opened, marks[end]):
                reopened, end = False, None
            elif end is None and reopened:
                carried = _Carried(carried.opened, line, 0, carried.reopened + 1)
                continue
            if end is None and carried.may_run_on and not _doubles(marks, carried.opened):
                carried = carried.over(line, text)
                continue
            if end is not None:
                found.append(_pair(text, carried.opened, marks[end], marks[end].start))
                marks = marks[end + 1 :]  # noqa: PLW2901  (those that are left)
            elif carried.is_sure:
                found.append(_unclosed(text, carried))
        begin = max(line[0], found[-1].outer[1]) if found else line[0]
        pairs, opened = _within(text, marks, (begin, line[1]))
        found.extend(pairs)
        carried = _Carried(opened, (opened.end, line[1])) if opened else None
    if carried is not None and carried.is_sure:
        found.append(_unclosed(text, carried))
    whole = (pair for pair in found if pair.span[0] < pair.span[1])
    return tuple(part for pair in whole for part in _by_opening(text, pair))


def _by_opening(text: str, pair: Pair) -> Iterator[Pair]:
    """Part a quotation where a paragraph of it opens anew: each is said, and retold, on its own."""
    opened = text[pair.outer[0]]
    start, outer = pair.span[0], pair.outer[0]
    for again in _AGAIN.finditer(text, *pair.span):
        if again[1] != opened and (opened, again[1]) != ("«", "»"):
            continue
        end = again.start() - len(text[start : again.start()]) + len(text[start : again.start()].rstrip())
        yield Pair((start, end), (outer, end))
        start, outer = again.end(), again.start(1)
    if start < pair.span[1]:
        yield Pair((start, pair.span[1]), (outer, pair.outer[1]))


_AGAIN: Final = re.compile(r"\n\s*([“\"„«»‘'])\s*(?=\S)")


class _Carried(NamedTuple):
    """A mark that its paragraph left open: its ``last`` part, how many lines ago, how often reopened.

    ``to`` is where the last line read ends, ``wrapped`` how many lines only carried on the one before.
    """

    opened: Mark
    last: Span
    lines: int = 0
    reopened: int = 0
    to: int = 0
    wrapped: int = 0

    @property
    def is_sure(self) -> bool:
        """Tell a mark that opens a quotation even if nothing closes it."""
        return self.opened.char not in "‘'" or self.reopened > 0

    @property
    def may_run_on(self) -> bool:
        """Tell one that a line without marks may belong to; of ' only a mark anew shows that."""
        return self.lines < _CARRY_MAX and self.wrapped < _WRAPPED_MAX and self.opened.char != "'"

    def over(self, line: Span, text: str) -> "_Carried":
        """Carry the mark over a line without marks; one that begins in mid-sentence only wraps the last."""
        end = max(self.to, self.last[1])
        wraps = line[0] - end == 1 and text[end - 1] not in ".!?…:"
        last = self.last if text[slice(*self.last)].strip() else line  # a mark that stands in a line alone
        return self._replace(
            last=last, to=line[1], lines=self.lines + (not wraps), wrapped=self.wrapped + wraps
        )


def _reopens(carried: _Carried, marks: list[Mark], text: str, start: int) -> bool:
    """Tell a paragraph that goes on with a quotation and repeats its mark: "“… pay.", "“Then …"."""
    if not marks or carried.reopened >= _REOPENED_MAX:
        return False
    if carried.lines and not _OURS.search(text, carried.last[1], max(carried.last[1], carried.to)):
        return False  # the writer's own words between
    wanted = {carried.opened.char, "»"} if carried.opened.char == "«" else {carried.opened.char}
    if marks[0].char not in wanted or text[start : marks[0].start].strip():
        return False
    before = text[carried.last[0] : max(carried.last[1], carried.to)].rstrip()
    return before[-1:] in {".", "!", "?", "…"} and not WITHIN.search(before)


# A paragraph between, without a mark, in which whoever is quoted goes on
_OURS: Final = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|I|[Mm]y)\b")


def _closed_anew(carried: _Carried, marks: list[Mark], text: str, start: int) -> int | None:  # noqa: ARG001
    """Give the mark that closes what the first of ``marks`` reopens, None if none does here."""
    even = sum(mark.char == '"' for mark in marks) % 2 == 0
    return closing_mark([marks[0]._replace(char=carried.opened.char), *marks[1:]], 0, text, even)


def _of_two(text: str, opened: Mark, closed: Mark) -> bool:
    """Tell "Berg said: “A.", "“B,” said Lund": a cue before and one behind, so a mark was forgotten."""
    lead = text[max(0, opened.start - 4) : opened.start].rstrip()[-1:]
    return lead in {":", ","} and text[closed.start - 1] == ","


def _doubles(marks: list[Mark], opened: Mark) -> list[int]:
    """Give which marks may end what ``opened`` began or begin anew."""
    if opened.char == "‘":
        return [index for index, mark in enumerate(marks) if mark.char == "‘" and mark.opens]
    return [index for index, mark in enumerate(marks) if mark.char in DOUBLE]


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
        doubles[0] if first.closes and not reopened and first.char in CLOSED_BY[carried.opened.char] else None
    )


def _paragraphs(text: str) -> Iterator[tuple[Span, list[Mark]]]:
    """Give the lines of ``text``, each with its marks; none where no mark stands at all."""
    marks, at = list(_marks(text)), 0
    for line in _PARAGRAPH.finditer(text) if marks else ():
        first = at
        while at < len(marks) and marks[at].start < line.end():
            at += 1
        yield line.span(), marks[first:at]


def _marks(text: str) -> Iterator[Mark]:
    for match in _MARK.finditer(text):
        start, end = match.span()
        before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
        char = match[2] or match[1]
        if after.isalnum() and before.isalnum() and char in _APOSTROPHES:
            continue  # an apostrophe inside a word
        opens = before in _BEFORE_OPENING and not after.isspace()
        closes = not before.isspace() and not after.isalnum()
        yield Mark(char, start, end, opens, closes)


def _within(text: str, marks: list[Mark], paragraph: Span) -> tuple[list[Pair], Mark | None]:
    """Pair the marks of one paragraph; also give a mark that the paragraph leaves open."""
    pairs: list[Pair] = []
    start, end = paragraph
    even = sum(mark.char == '"' for mark in marks) % 2 == 0
    at, last_double = 0, max((i for i, m in enumerate(marks) if m.char in DOUBLE), default=-1)
    last_opening = max((i for i, m in enumerate(marks) if m.opens), default=-1)
    while at < len(marks):
        mark = marks[at]
        if _is_unopened(mark, text):
            pairs.extend(_unopened(text, mark, pairs[-1].outer[1] if pairs else start))
            at += 1
            continue
        if not _opens(mark, text, even):
            at += 1
            continue
        closing = closing_mark(marks, at, text, even)
        if closing is None:
            closing = closing_unlike(marks, at, text, end)
        if closing is not None:
            pairs.append(_pair(text, mark, marks[closing], marks[closing].start))
            at = closing + 1
        elif (
            _left_open(mark, last=at == max(last_double, at if mark.char in "‘'" else -1))
            and not (mark.char == "'" and at < last_opening)
            and (text[mark.end : end].strip() or (mark.char in "“„«" and mark.start == start))
        ):
            return pairs, mark
        else:
            at += 1
    return pairs, None


def _is_unopened(mark: Mark, text: str) -> bool:
    """Tell the closing mark of a quotation that nothing opens: "We will pay,” said Berg."""
    return (
        mark.closes
        and not mark.opens
        and mark.char in "”\"’'"
        and text[mark.start - 1] in ",.!?…"
        and is_tagged(text, mark.end)
    )


def _unopened(text: str, mark: Mark, since: int) -> Iterator[Pair]:
    """Give the quotation up to ``mark`` from the line's start, or the sentence after the last one."""
    if mark.start - since > _UNOPENED_MAX:
        return
    start: int | None = since
    if text[since - 1 : since].strip():
        sentence = _SENTENCE.search(text, since, mark.start)
        start = sentence.end() if sentence else None
    if start is not None:
        yield _pair(text, Mark(mark.char, start, start, opens=True, closes=False), mark, mark.start)


def _left_open(mark: Mark, *, last: bool) -> bool:
    """Tell a mark whose quotation may go on in the next paragraph."""
    return last and (mark.char in '“«"„' or (mark.char in "‘'»" and mark.opens))


def _opens(mark: Mark, text: str, even: bool) -> bool:
    if mark.char in "“„‟«":
        return True
    if mark.char == '"':
        return mark.opens or (even and not text[mark.start - 1 : mark.start].isdigit())  # 8" is a measure
    if mark.char in "”»":
        return mark.opens and not mark.closes
    if mark.char == "‘":
        return mark.opens or text[mark.end : mark.end + 1].isalnum()
    return mark.char in "'‚" and mark.opens and not mark.closes and not _ELISION.match(text, mark.start)


def _unclosed(text: str, carried: _Carried) -> Pair:
    """Give a quotation that nothing closes: to the writer's words, else to the end of its paragraph."""
    end = carried.last[1]
    return _pair(text, carried.opened, None, writer_from(text, carried.opened.end, end))


def _pair(text: str, opened: Mark, closed: Mark | None, end: int) -> Pair:
    start, stop = opened.end, end
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return Pair((start, stop), (opened.start, closed.end if closed else end))
