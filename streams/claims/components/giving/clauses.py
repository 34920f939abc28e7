"""The neighbourhood of a quantity: where its clause begins and ends, and what governs it.

In: a sentence with its quantities and cues. Out: for each quantity the cue that governs
it and the stretch of text that is its own.
"""

import re
from collections.abc import Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from models.messages import Span
from streams.claims.annotations import QuantityMention
from streams.claims.capitals import compile_names
from streams.claims.components.giving.cues import PledgeCue
from streams.claims.components.giving.frames import Frame, FrameReader
from streams.claims.components.text.words import Words

_CONTRASTS: Final = ("but", "while", "whereas", "although", "though", "yet")
# Patterns that begin with a sign pass over letters fast; white space may open one before these words only.
_SIGN: Final = (
    rf";|:\s|\?\s|!\s|,\s(?:(?:which|who|where|{'|'.join(_CONTRASTS)})\s"
    r"|(?:and|as|after|because|when|since)\s(?=(?:\S+\s){0,7}(?:will|would|has|have|is|are|was|were|said)\b))"
)
_SIGNS: Final = re.compile(_SIGN, re.IGNORECASE)
_BREAKS: Final = re.compile(rf"{_SIGN}|\s(?:[–—]|{'|'.join(_CONTRASTS)})\s", re.IGNORECASE)
_CONTRAST_WORDS: Final = frozenset(_CONTRASTS)
# "has given 250 crore rupees and China has sent": a second subject with its verb behind a figure
_AND_CLAUSE: Final = compile_names(
    r" and (?=(?:the )?[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,3}\s+(?:will|would|has|have|is|are|was|were)\s)"
)
_PARTICIPLE_LEFT: Final = re.compile(
    r"(?:\b(?:will|would|to|has|have|had|is|are|was|were|be|been)\b[^,;]{0,40})$", re.IGNORECASE
)


class Governed(Struct, frozen=True):
    """A quantity with its own stretch ``own`` of the sentence and the cue that governs it."""

    mention: QuantityMention
    own: Span
    clause: Span
    cue: PledgeCue | None
    frame: Frame
    before: bool  # the cue stands before the quantity
    all_cues: Sequence[PledgeCue] = ()  # of the whole sentence
    sums: Sequence[Span] = ()  # of all its quantities

    @property
    def start(self) -> int:
        """Give where the figure begins."""
        return _span(self.mention)[0]

    @property
    def end(self) -> int:
        """Give where the figure ends."""
        return _span(self.mention)[1]


def govern(
    words: Words,
    sentence: Span,
    mentions: Sequence[QuantityMention],
    cues: Sequence[PledgeCue],
    reader: FrameReader,
) -> list[Governed]:
    """Find what governs each of ``mentions``, all of one sentence and in order."""
    text = words.text
    spans = [_span(mention) for mention in mentions]
    breaks = _breaks(words, sentence)
    out: list[Governed] = []
    for index, mention in enumerate(mentions):
        low = spans[index - 1][1] if index else sentence[0]
        high = spans[index + 1][0] if index + 1 < len(spans) else sentence[1]
        clause = _clause(text, sentence, breaks, spans[index])
        own = (max(low, clause[0]), min(high, clause[1]))
        cue, before = _choose(text, cues, own, spans[index], goes=mention.quantity.kind == "money")
        if cue is None and index and out[-1].cue is not None and low >= clause[0]:
            cue, before = out[-1].cue, True  # "pledged €3bn for arms and €1bn for schools"
        if out and cue is out[-1].cue:
            frame = out[-1].frame
        else:
            frame = _frame(words, sentence, cues, cue, reader) if cue else Frame()
        out.append(Governed(mention, own, clause, cue, frame, before, cues, spans))
    for index in range(len(out) - 2, -1, -1):
        later = out[index + 1]
        if _is_of_next(text, out[index], later):
            out[index + 1] = replace(later, cue=None, frame=Frame())
            out[index] = replace(out[index], cue=later.cue, frame=later.frame, before=False)
        elif _shares_verb(text, out[index], later):
            out[index] = replace(out[index], cue=later.cue, frame=later.frame, before=False)
    return out


def _breaks(words: Words, sentence: Span) -> list[Span]:
    """Give where a clause of ``sentence`` ends, and from where on the next one runs, outside of brackets."""
    text = words.text
    dashed = text.find("–", *sentence) >= 0 or text.find("—", *sentence) >= 0
    form = _BREAKS if dashed or words.stands(_CONTRAST_WORDS, *sentence) else _SIGNS
    breaks = [found.span() for found in form.finditer(text, *sentence)]
    if text.find("(", *sentence) >= 0:
        breaks = [span for span in breaks if not _bracketed(text, sentence[0], span[0])]
    return breaks + [m.span() for m in _AND_CLAUSE.finditer(text, *sentence) if _ends_clause(text, m.start())]


# "11 excavators and 50 trucks were delivered"
_AND_NEXT: Final = re.compile(
    r"(?:\s+(?:of|for|in)\s+(?:[\w’'-]+\s+){0,2}?[\w’'-]+)?\s*"
    r"(?:,\s*(?:and\s+)?|\s+and\s+|\s+plus\s+|\s+(?:along\s+|together\s+)?with\s+)(?:another\s+|some\s+)?"
)


# "a first $1m of its pledge of $9m has arrived": the verb is said of the part, not of the whole
_OF_NEXT: Final = re.compile(
    r"\s+(?:from|of|out of)\s+(?:(?:the|its|their|an?|[A-Z][\w’'-]*)\s[^,;.:$€£\d]{0,40}?"
    r"(?:share|pledge|promise|commitment|total|sum|package|loan|grant)\s+of|the promised|the pledged)"
    r"\s+(?:(?:about|some|nearly|up to|over)\s+)?"
)


def _is_of_next(text: str, one: Governed, later: Governed) -> bool:
    """Tell a part before its whole, behind which the verb of the part stands."""
    if one.cue is not None or later.cue is None or later.before or later.mention.quantity.kind != "money":
        return False
    return bool(_OF_NEXT.fullmatch(text, _span(one.mention)[1], later.start))


def _shares_verb(text: str, one: Governed, later: Governed) -> bool:
    """Tell a figure that the verb behind the next one is said of, too."""
    if one.cue is not None or later.cue is None or later.before:
        return False
    end = _span(one.mention)[1]
    return bool(_AND_NEXT.fullmatch(text, end, later.start))


def _frame(
    words: Words, sentence: Span, cues: Sequence[PledgeCue], cue: PledgeCue, reader: FrameReader
) -> Frame:
    """Read the frame of ``cue``; "will invest and create": the second verb shares the helper of the first."""
    frame = reader.read(words, sentence[0], cue)
    if cue.form != "base":
        return frame
    if _is_wished_with(words, sentence, cues, cue, reader):
        return replace(frame, wish=True)
    if not frame.future and words.before(cue.span[0])[1] == "and":
        earlier = [other for other in cues if other.span[1] < cue.span[0] and other.form == "base"]
        if earlier:
            return reader.read(words, sentence[0], earlier[-1])
    return frame


def _is_wished_with(
    words: Words, sentence: Span, cues: Sequence[PledgeCue], cue: PledgeCue, reader: FrameReader
) -> bool:
    """Tell "proposed on Tuesday to raise" and, of the second verb, "proposed to spend €2bn and to raise"."""
    text, before = words.text, [other for other in cues if other.span[1] < cue.span[0]]
    if before and before[-1].group == "propose" and _TO_DO.fullmatch(text, before[-1].span[1], cue.span[0]):
        return True
    earlier = [other for other in before if other.form == "base"]
    second = _AND_TO.search(text, max(sentence[0], cue.span[0] - 8), cue.span[0])
    return bool(second and earlier) and reader.read(words, sentence[0], earlier[-1]).wish


_TO_DO: Final = re.compile(
    r"\s+(?:(?:on|in|at|last|this|late|early|yesterday|today|again|also)\b[\w\s]{0,24}?)\s*to\s+",
    re.IGNORECASE,
)
_AND_TO: Final = re.compile(r"\band to $")


def _span(mention: QuantityMention) -> Span:
    assert mention.quantity.span is not None
    return mention.quantity.span


def _clause(text: str, sentence: Span, breaks: Sequence[Span], span: Span) -> Span:
    """Give the clause of the figure at ``span``, from the last break before it to the first behind it."""
    start, end = sentence
    for begin, stop in breaks:
        if stop <= span[0]:
            start = max(start, stop)
        elif span[1] <= begin < end and not _is_relative(text, span, begin, stop):
            end = begin
    return start, end


def _is_relative(text: str, span: Span, begin: int, stop: int) -> bool:
    """Tell "$2bn, which Seoul plans to lend": a relative clause behind belongs to the figure."""
    near = begin - span[1] <= 2 or _CONVERTED.fullmatch(text, span[1], begin)
    near = near or _OF_KIND.fullmatch(text, span[1], begin)
    return bool(near) and text[begin:stop].strip(", ").lower() in ("which", "that")


_CONVERTED: Final = re.compile(r"\s*\([^()\n]{2,40}\)")  # "A$157m (US$100m), which"
_OF_KIND: Final = re.compile(r"\s+of\s+(?:[\w’'.-]+\s+){0,2}?[\w’'.-]+")  # "300 shells of 122 calibre, which"


def _ends_clause(text: str, at: int) -> bool:
    """Tell words before ``at`` that are no name: "and" behind a name lists, it opens no clause."""
    words = text[max(0, at - 30) : at].split()
    return bool(words) and not words[-1][0].isupper()


def _bracketed(text: str, start: int, at: int) -> bool:
    return text.count("(", start, at) > text.count(")", start, at)


def _choose(
    text: str, cues: Sequence[PledgeCue], own: Span, span: Span, *, goes: bool
) -> tuple[PledgeCue | None, bool]:
    """Prefer the last cue before the quantity, then a passive or "come" behind it, of a sum "goes"."""
    left = [cue for cue in cues if own[0] <= cue.span[0] < span[0]]
    right = [cue for cue in cues if span[1] <= cue.span[0] < own[1] and cue.lemma not in _LIGHT]
    if right and left and _is_subject(text, left[-1], right[0], span):
        return right[0], False
    did = right and left and left[-1].group not in _ITS_OWN and right[0].form == "past"
    if did and right[0].group != "propose" and _is_what(text, span, right[0]):
        return right[0], False
    if _NAMED.match(text, span[1]):  # "this $500bn pledge", "the €2bn package": the noun says it
        right = [cue for cue in right if cue.group not in ("spend", "receive")]
    strong_left = [cue for cue in left if cue.group != "spend"] or left
    if len(left) > 1 and _PROMISED.search(text, max(0, left[-1].span[0] - 10), span[0]):
        left = left[:-1]  # "paid €4 million of the promised €9 million"
    if left:
        last = left[-1]
        light = last.lemma in _LIGHT and not text.startswith(" in ", last.span[1])  # "agreed to take in"
        insists = light and last.form == "third" and strong_left[-1].lemma in _HOLDING
        if last.group == "spend" and strong_left[-1] is not last and light and not insists:
            last = strong_left[-1]
        return last, True
    finite = next((cue for cue in right if cue.form == "past" and _finite(text, cue)), None)
    if finite is not None and finite is not right[0] and _is_aside(text, right[0], span):
        return finite, False
    for cue in right:
        if _governs_back(text, cue, span) or (goes and _goes(text, cue, span)):
            return cue, False
    behind = right and right[0].group != "spend" and not _WITH.search(text, span[1], right[0].span[0])
    return (right[0], False) if behind else (None, False)


# "$30 million, provided through a fund, was promised by": the participle only tells how
_ASIDE: Final = re.compile(r"[^.;:$€£\d]{0,60},\s+$")
_WAS: Final = re.compile(
    r"\b(?:was|were|is|are|has been|have been|had been|will be)\s+(?:\w+ly\s+|also\s+)?$"
)


def _is_aside(text: str, cue: PledgeCue, span: Span) -> bool:
    return cue.form == "past" and bool(_ASIDE.fullmatch(text, span[1], cue.span[0]))


def _finite(text: str, cue: PledgeCue) -> bool:
    return bool(_WAS.search(text, max(0, cue.span[0] - 24), cue.span[0]))


_WITH: Final = re.compile(
    r",\s+with\s"
)  # another's doing: "$2m, with its minister saying more is considered"


# "received the €5m which Japan had promised", "cut the €2m that it gave": the first verb is the news
_ITS_OWN: Final = frozenset({"receive", "withdraw", "reduce"})
# "comes on top of the €3 million in aid that Norway has given": what somebody gave
_THE: Final = re.compile(
    r"\bthe\s+(?:(?:about|some|over|nearly|more than|almost|roughly|around)\s+)?$", re.IGNORECASE
)
_SOMEBODY: Final = compile_names(
    r"(?:\s+(?:in|of|worth of)\s+(?:[a-z]+\s+){0,3}[a-z]+)?(?:\s+(?:that|which))?"
    r"\s+(?:it|they|he|she|we|(?:the\s+)?[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,3})\s+"
    r"(?:(?:has|have|had|already|also)\s+){0,3}"
)


def _is_what(text: str, span: Span, cue: PledgeCue) -> bool:
    """Tell a figure that is what somebody did in a clause of its own right behind it."""
    if cue.group in ("propose", "receive"):
        return False  # "will give the $5 million it had asked for"
    led = _THE.search(text, max(0, span[0] - 20), span[0]) or _THE.match(text, span[0], span[1])
    return bool(led and _SOMEBODY.fullmatch(text, span[1], cue.span[0]))


# "$2m, after years in which it had paid little"
_OWN_SUBJECT: Final = re.compile(
    r"\b(?:in which|after|before|when|while|because|although|though)\b[^;]{0,60}"
    r"\b(?:it|they|she|he|we)\s+(?:(?:has|have|had|also|never|not)\s+)*$"
)


_LIGHT: Final = frozenset({"make", "take", "set", "meet", "bring", "expect", "plan", "cover", "total"})


_HOLDING: Final = frozenset({"insist", "suggest", "estimate", "hope"})  # "insists that Peru meets 2 percent"
_PROMISED: Final = re.compile(
    r"\bof (?:the|its|their)\s+(?:promised|pledged|planned|agreed)\s+$", re.IGNORECASE
)
_NAMED: Final = re.compile(r"\s+(?:\w+\s+){0,2}?(?:pledge|commitment|promise|donation)\b", re.IGNORECASE)


# "signed in May, 30 trucks were delivered", "a gift, of which $5m has been handed over"
_DONE_TO: Final = re.compile(
    r"[^,.;:$€£]*?\s(?:was|were|has been|have been|had been)\s+(?:\w+ly\s+|already\s+|now\s+|since\s+){0,2}$"
    r"|\s+(?:has|have)\s+(?:already|now|since)\s+been\s+$",
    re.IGNORECASE,
)
_APART: Final = re.compile(r",\s[^,]*$|\bof which\s+(?:some\s+|about\s+|the first\s+)?$", re.IGNORECASE)


# of the sum that they lend, $2m will come from Peru
_BEHIND_COMMA: Final = re.compile(r",\s+(?:and\s+)?(?:some\s+|about\s+|another\s+)?$")
_TO_COME: Final = re.compile(r"\s+(?:(?:will|would|is|are|to|has|have|had|should|then|also)\s+)*")


def _is_subject(text: str, left: PledgeCue, right: PledgeCue, span: Span) -> bool:
    """Tell a figure that the verb behind it is said of, though a verb stands before it."""
    if right.group == "come" and _BEHIND_COMMA.search(text, left.span[1], span[0]):
        return bool(_TO_COME.fullmatch(text, span[1], right.span[0]))
    done = right.group in ("give", "pledge", "allocate", "withdraw") or right.lemma in ("pay", "spend")
    if right.form != "past" or not done:
        return False
    apart = _APART.search(text, left.span[1], span[0])
    return bool(apart and _DONE_TO.fullmatch(text, span[1], right.span[0]))


def _governs_back(text: str, cue: PledgeCue, span: Span) -> bool:
    """Tell a cue behind the quantity whose subject is the quantity."""
    if _WITH.search(text, span[1], cue.span[0]) or _OWN_SUBJECT.search(text, span[1], cue.span[0]):
        return False
    if cue.group in ("come", "receive"):
        return True
    return cue.form == "past" or bool(_PARTICIPLE_LEFT.search(text, span[1], cue.span[0]))


# "€1bn a year from the fund goes to Chad", or into schools
_TO: Final = re.compile(r"\s+(?:(?:straight|directly|entirely|mainly|mostly|also)\s+)?(?:to|into|towards?)\s")
_ITS_SOURCE: Final = re.compile(
    r"(?:\s*\([^()]{2,40}\))?(?:\s+(?:from|of|in|out of|a|each|every|per)\s[^,.;:$€£\d]{1,60}?)?"
    r"\s+(?:(?:will|each|now|then|also|annually|thus)\s+)?"
)


def _goes(text: str, cue: PledgeCue, span: Span) -> bool:
    """Tell "€1bn ($1.1bn) goes to Chad"."""
    if cue.lemma != "go" or cue.form not in ("third", "base") or not _TO.match(text, cue.span[1]):
        return False
    return bool(_ITS_SOURCE.fullmatch(text, span[1], cue.span[0]))
