"""Things that no table lists: counted plurals of an article in, those that somebody gives out.

"Twelve demining robots" are goods only as the object of a verb of giving or promising, right
behind it or as the next thing it gives; elsewhere a plural behind a figure may be anything.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from models.messages import Span
from streams.claims.annotations import QuantityMention
from streams.claims.capitals import compile_names
from streams.claims.components.giving.cues import PledgeCue
from streams.claims.components.giving.sums.counted import PEOPLE
from streams.claims.pledge_words import Objects

_NAME: Final = r"(?:[A-Z][\w’'-]*|UAE|UK)"
# Between the verb and what it gives: to whom, and words that only add.
_TO_WHOM: Final = compile_names(
    rf"\s+(?:up|out|in|over|away)?\s*(?:(?:to\s+|with\s+)?(?:the\s+)?(?:{_NAME}\s+){{1,4}}(?:with\s+)?"
    r"|(?:it|them|him|her|us)\s+(?:with\s+)?)?"
    r"(?:(?:an?|the|its|another|additional|further|extra|also|initial|total\s+of|first|more)\s+){0,3}",
)
_AND: Final = re.compile(
    r"(?:\s+(?:in|of|for|worth)\s+[^.;:,\d]{2,40})?\s*(?:,\s*and|,|\band|\bplus|,?\s+as well as"
    r"|\balong with|\btogether with)\s+(?:(?:an?|another|also|additional)\s+)*",
)
# "40 search dogs have been sent", "12 demining robots donated by Estonia"
_IS: Final = re.compile(
    r"(?:\s+(?:to|for)\s+(?:[\w’'-]+\s?){1,4})?"
    r"(?:\s+(?:were|are|have|had|has|been|be|being|will|would|also|already|soon|to))*\s+$"
)
_NEAR: Final = 260  # characters
_LEAST: Final = 2.0
_TIMES: Final = 100.0


class GivenThings:
    """Keeps the counted things that a sentence gives; made once for a process."""

    def __init__(self, objects: Objects) -> None:
        self._give = frozenset(objects.give)
        self._all = self._give | frozenset(objects.promise)

    def kept(
        self,
        text: str,
        mentions: Sequence[QuantityMention],
        cues: Sequence[PledgeCue],
        last: QuantityMention | None,
    ) -> Iterator[QuantityMention]:
        """Give the ``mentions`` of one sentence without the unlisted things that nobody gives.

        ``last`` is what the sentence before it counted last.
        """
        for mention in mentions:
            if mention.unlisted and mention.quantity.unit is None:
                like = last is not None and last.quantity.kind == "units" and _is_like(mention, last)
                if last is not None and like and not _are_from(text, mention, last):
                    last = replace(mention, quantity=replace(mention.quantity, unit=last.quantity.unit))
                    yield last
            elif not mention.unlisted or self._is_given(text, _span(mention), cues, last):
                last = mention
                yield mention

    def _is_given(
        self, text: str, span: Span, cues: Sequence[PledgeCue], last: QuantityMention | None
    ) -> bool:
        before = [cue for cue in cues if cue.span[1] <= span[0]]
        cue = before[-1] if before else None
        if cue is not None and (cue.lemma in self._all or cue.group == "come"):
            if cue.lemma in self._all and _TO_WHOM.fullmatch(text, cue.span[1], span[0]):
                return True
            end = _span(last)[1] if last is not None else 0
            if end > cue.span[1] and _AND.fullmatch(text, end, span[0]):
                return True
        behind = next((cue for cue in cues if cue.span[0] >= span[1]), None)
        done = behind is not None and behind.form == "past" and behind.lemma in self._give
        return done and behind is not None and bool(_IS.fullmatch(text, span[1], behind.span[0]))


def _is_like(mention: QuantityMention, last: QuantityMention) -> bool:
    """Tell a figure that may count what the one before it counts: not far from it, nor another size."""
    a, b = mention.quantity.value, last.quantity.value
    near = 0 < _span(mention)[0] - _span(last)[1] < _NEAR
    return near and a is not None and b is not None and a >= _LEAST and a < b * _TIMES and b < a * _TIMES


# "took in 50,000 refugees, 20,000 from Chad": where they are from, not who gives them
_FROM: Final = re.compile(r"\s+(?:[a-z]+\s+){0,2}from\s")


def _are_from(text: str, mention: QuantityMention, last: QuantityMention) -> bool:
    return last.quantity.unit in PEOPLE and bool(_FROM.match(text, _span(mention)[1]))


def _span(mention: QuantityMention) -> Span:
    assert mention.quantity.span is not None
    return mention.quantity.span
