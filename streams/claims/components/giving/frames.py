"""Frames of cues: a verb of giving in, out what stands before it.

That is whether the giving lies ahead, is under way, is only wished for, denied, or in the passive.
"""

import re
from collections.abc import Iterable
from typing import Final

from msgspec import Struct

from streams.claims.components.giving.cues import BE, PledgeCue
from streams.claims.components.text.phrases import any_of
from streams.claims.components.text.words import Words
from streams.claims.pledge_words import Frames

_NEAR: Final = 44  # characters before a verb in which its helpers stand
_FAR: Final = 100  # and in which somebody may wish for it
# "It should be noted that Norway has given": who is told of it, not what is wished
_NOTED: Final = re.compile(
    r"\b(?:should|must) be (?:noted|recalled|stressed|added|remembered|mentioned|said|reminded)\b",
    re.IGNORECASE,
)
_BE_FORMS: Final = ("is", "are", "was", "were", "be", "been", "being", "get", "gets", "got", "'s", "'re")
_TO_BE: Final = re.compile(r"\b(?:is|are|was|were)\s+to\s+be\s+$", re.IGNORECASE)
_PERFECT: Final = re.compile(
    r"(?:\b(?:has|have|had|having)|['’]ve)\s+"
    r"(?:\w+ly\s+|(?:not|also|now|already|been|so\s+far|just|since|itself|each)\s+){0,3}$",
    re.IGNORECASE,
)
_HAVE_FORMS: Final = ("has", "have", "had", "having", "'ve")
_WORD: Final = re.compile(r"[^\W_]+")
_ADVERBS: Final = (
    "also|be|not|soon|now|each|then|still|once|even|therefore|again|have|has|been|jointly|both|together"
    "|all|instead"
)


class Frame(Struct, frozen=True):
    """What stands before a cue: helpers, wishes, denials. ``passive``: the giver follows "by"."""

    passive: bool = False
    future: bool = False
    perfect: bool = False
    wish: bool = False
    negated: bool = False
    begun: bool = False  # "have started to send"


class FrameReader:
    """Reads what stands before a cue; the words there tell which kinds of helpers are worth looking for."""

    def __init__(self, frames: Frames) -> None:
        adverbs = rf"(?:\s+(?:\w+ly|{_ADVERBS}))*"
        self._future = _ending(frames.future, adverbs)
        self._wish = _ending(frames.wish, adverbs + r"(?:\s+[\w’'.-]+){0,8}?(?:\s+to)?" + adverbs)
        self._modal_wish = _ending(frames.wish, adverbs)
        self._done = _ending(frames.done, adverbs)
        self._negation = _ending(
            frames.negation,
            r"(?:\s+(?:\w+ly|to|be|been|have|yet|commit|promise|say|any|a|the|more|that|it|he|she|they"
            r"|had|has|having|would|ever|decided?|decisions?|made|taken|agreed?|plans?|planned)){0,4}",
        )
        self._kinds: dict[str, set[str]] = {}
        self._note("be", _BE_FORMS)
        self._note("perfect", _HAVE_FORMS)
        for kind in ("future", "wish", "done", "negation"):
            self._note(kind, (*getattr(frames, kind), "n't"))
        self._telling = frozenset(self._kinds)

    def read(self, words: Words, start: int, cue: PledgeCue) -> Frame:
        """Read what stands before ``cue`` in a clause that begins at ``start``."""
        text, at = words.text, cue.span[0]
        low, far = max(start, at - _NEAR), max(start, at - _FAR)
        telling = words.near(self._telling, far, at)
        kinds = {kind for place, word in telling if place >= low for kind in self._kinds[word]}
        be = BE.search(text, low, at) if "be" in kinds else None
        future = bool(be and _TO_BE.search(text, low, at))
        if "future" in kinds and not future:
            future = bool(
                self._future.search(text, low, at) or (be and self._future.search(text, low, be.start() + 1))
            )
        wish = any("wish" in self._kinds[word] for _, word in telling) and bool(
            self._wish.search(text, far, at)
            or ("wish" in kinds and self._modal_wish.search(text, low, be.start() if be else at))
        )
        begun = "done" in kinds and bool(self._done.search(text, low, at))
        return Frame(
            passive=be is not None and cue.form == "past",
            future=future and not begun,
            begun=begun,
            perfect="perfect" in kinds and bool(_PERFECT.search(text, low, at)),
            wish=wish and not _NOTED.search(text, far, at),
            negated="negation" in kinds and bool(self._negation.search(text, low, at)),
        )

    def _note(self, kind: str, phrases: Iterable[str]) -> None:
        """Note of each phrase its longest word, without which it does not stand there."""
        for phrase in phrases:
            word = max(reversed(_WORD.findall(phrase.lower())), key=len, default="")
            self._kinds.setdefault(word, set()).add(kind)


def _ending(phrases: tuple[str, ...], tail: str) -> re.Pattern[str]:
    plain = any_of(phrase for phrase in phrases if phrase[0].isalpha())
    clitics = any_of(phrase for phrase in (*phrases, "n't") if not phrase[0].isalpha() or phrase == "n't")
    # "May" is a month.
    return re.compile(rf"(?:(?<!\w)(?!(?-i:May\b)){plain}|{clitics}){tail}\s+$", re.IGNORECASE)
