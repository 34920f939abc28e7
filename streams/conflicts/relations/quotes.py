"""Two quotations of one speaker: one utterance, the same in other words, or two utterances.

The texts are aligned word by word. What lies outside of the part that they share is a cut,
not a difference, and so is what an ellipsis or a bracket stands for; articles and joints of
a sentence are the translator's. Any other word that came, went or changed in the midst of
what they share is a mutation.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from models.reference import Reference
from streams.conflicts.relations.verdict import Relation
from streams.conflicts.wording import GAP, Wording, Wordings

TELLING_MIN: Final = 3  # words shared that tell something; fewer are chance
ALIKE: Final = 0.55  # share of the words of the common stretch that must be the same
COVERED: Final = 0.5  # share of the shorter quotation that the common stretch must hold
LEFT_OUT: Final = 6  # words in a row that one lacks are a clause left out, no other wording
END_MAX: Final = 3  # words before or after the common part that stand for each other
LIKE_MIN: Final = 6  # words of any weight that are the same, if nearly all are
NEARLY_ALL: Final = 0.75
CONTEXT: Final = 2  # words shown on either side of a difference
REMEMBERED: Final = 4096  # pairs
Stretch = tuple[int, int, int, int]  # from and to in the one, from and to in the other


class WordsVerdict(NamedTuple):
    """The relation of two wordings.

    ``stretch`` is the part they share, by words of the one and of the other; ``alike`` how much
    of it is the same. For a conflict ``values`` are the words that differ, ``diff`` shows them
    in place, ``shortened`` says that one merely lacks a few of the other's words, and ``counted`` that
    a figure is among the words that differ.
    """

    relation: Relation
    reason: str
    alike: float = 0.0
    stretch: Stretch = (0, 0, 0, 0)
    values: tuple[str, str] = ("", "")
    diff: str = ""
    shortened: bool = False
    counted: bool = False


class Language:
    """Compares quotations, each pair once while it is remembered."""

    def __init__(self, reference: Reference) -> None:
        self.wordings = Wordings(reference)
        self.relate = lru_cache(REMEMBERED)(self._relate)

    def _relate(self, one: str, other: str) -> WordsVerdict:
        return relate_wordings(self.wordings.of(one), self.wordings.of(other), self.wordings)


def relate_wordings(a: Wording, b: Wording, wordings: Wordings) -> WordsVerdict:
    """Compare two quotations by their words alone; time and speaker are the caller's."""
    if a.words == b.words:
        whole = 0, len(a.words), 0, len(b.words)
        return WordsVerdict("equivalent", "the same words", 1.0, whole)
    blocks = list(_blocks(a, b, wordings))
    if not blocks:
        return WordsVerdict("not_comparable", "no words in common")
    alike = _alike(a, b, blocks, wordings)
    if alike < ALIKE:
        return WordsVerdict("not_comparable", "two different utterances")
    gaps = [*_between(blocks), *_ends(a, b, blocks)]
    changes = sorted(gap for gap in gaps if _differs(a, b, gap, wordings))
    stretch = blocks[0][0], blocks[-1][1], blocks[0][2], blocks[-1][3]
    if not changes:
        return WordsVerdict("compatible", "one is cut or translated in small words", alike, stretch)
    return WordsVerdict(
        "conflict",
        "the same utterance in other words",
        alike,
        stretch,
        (_phrase(a.printed, changes, 0), _phrase(b.printed, changes, 2)),
        _diff(a, b, blocks),
        any(all(gap[end] == gap[end + 1] for gap in changes) for end in (0, 2)),
        any(w[0].isdigit() for s in changes for w in (*a.words[s[0] : s[1]], *b.words[s[2] : s[3]])),
    )


def _blocks(a: Wording, b: Wording, wordings: Wordings) -> Iterator[Stretch]:
    """Give the stretches that both have in common, without small words that stray at the ends."""
    matches = SequenceMatcher(None, a.words, b.words, autojunk=False).get_matching_blocks()
    found = [(m.a, m.a + m.size, m.b, m.b + m.size) for m in matches if m.size]
    tells = [any(word not in wordings.dull for word in a.words[s[0] : s[1]]) for s in found]
    if True not in tells:
        return
    first, last = tells.index(True), len(tells) - 1 - tells[::-1].index(True)
    if found[0][0] == found[0][2] == 0:
        first = 0
    if found[-1][1] == len(a.words) and found[-1][3] == len(b.words):
        last = len(found) - 1
    yield from found[first : last + 1]


def _alike(a: Wording, b: Wording, blocks: Sequence[Stretch], wordings: Wordings) -> float:
    """Give the share of telling words that are the same within the common part; 0 if it is too small."""
    start, end = blocks[0], blocks[-1]
    tells = [sum(word not in wordings.dull for word in a.words[s[0] : s[1]]) for s in blocks]
    same = sum(tells)
    whole = max(
        sum(word not in wordings.dull for word in a.words[start[0] : end[1]]),
        sum(word not in wordings.dull for word in b.words[start[2] : end[3]]),
    )
    shorter = min(len(a.telling), len(b.telling))
    if same < COVERED * shorter or (same < TELLING_MIN and not (same > 1 and _nearly_all(a, b, blocks))):
        return 0.0
    return same / whole


def _nearly_all(a: Wording, b: Wording, blocks: Sequence[Stretch]) -> bool:
    """Say whether two short quotations are the same but for a word."""
    same = sum(block[1] - block[0] for block in blocks)
    return same >= LIKE_MIN and same >= NEARLY_ALL * max(len(a.words), len(b.words))


def _between(blocks: Sequence[Stretch]) -> Iterator[Stretch]:
    for before, after in pairwise(blocks):
        yield before[1], after[0], before[3], after[2]


def _ends(a: Wording, b: Wording, blocks: Sequence[Stretch]) -> Iterator[Stretch]:
    """Give what stands before and after the common part, if it is a few words of both: no cut."""
    head = 0, blocks[0][0], 0, blocks[0][2]
    tail = blocks[-1][1], len(a.words), blocks[-1][3], len(b.words)
    for gap in (head, tail):
        if 0 < gap[1] - gap[0] <= END_MAX and 0 < gap[3] - gap[2] <= END_MAX:
            yield gap


def _differs(a: Wording, b: Wording, gap: Stretch, wordings: Wordings) -> bool:
    """Say whether what stands between two common stretches was said differently."""
    one, other = a.words[gap[0] : gap[1]], b.words[gap[2] : gap[3]]
    if GAP in one or GAP in other:
        return False
    if not (one and other) and len(one) + len(other) > LEFT_OUT:
        return False
    heavy = [[word for word in words if word not in wordings.light] for words in (one, other)]
    return heavy[0] != heavy[1]


def _phrase(printed: Sequence[str], changes: Sequence[Stretch], side: int) -> str:
    start, end = changes[0][side], changes[-1][side + 1]
    return " ".join(_once(printed[max(0, start - CONTEXT) : end + CONTEXT])).casefold()


def _diff(a: Wording, b: Wording, blocks: Sequence[Stretch]) -> str:
    """Write the common part, and its ends, with what differs as ``[-one-] {+other+}``."""
    gaps = dict.fromkeys([*_ends(a, b, blocks), *_between(blocks)])
    parts = []
    for start, end, from_, to in sorted([*gaps, *blocks]):
        gone, come = " ".join(_once(a.printed[start:end])), " ".join(_once(b.printed[from_:to]))
        if (start, end, from_, to) not in gaps:
            parts.append(gone)
        else:
            parts += [f"[-{gone}-]"] * bool(gone) + [f"{{+{come}+}}"] * bool(come)
    return " ".join(parts)


def _once(printed: Sequence[str]) -> list[str]:
    """Write a contraction once that stands for two words."""
    return [
        word
        for place, word in enumerate(printed)
        if not place or word != printed[place - 1] or "'" not in word.replace("’", "'")
    ]
