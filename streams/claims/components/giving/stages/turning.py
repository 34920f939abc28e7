"""What is taken back, cut or kept: a cue with its frame in, what it does to a promise made before out."""

import re
from typing import Final

from models.messages.claim import Operation
from streams.claims.components.giving.clauses import Governed
from streams.claims.components.text.keyed import Keyed
from streams.claims.components.text.words import Words

_WAS: Final = re.compile(r"\b(?:has been|have been|was|were|is|are)\s+(?:\w+ly\s+)?$")
_IT_PROMISED: Final = re.compile(
    r"\s+(?:(?:that|which)\s+)?(?:it|they|he|she)\s+(?:had\s+|has\s+)?(?:promised|pledged|committed"
    r"|announced|offered)\b"
)
_PLAN_TO: Final = re.compile(
    r"\s+(?:an?|its|the|their|his|her)\s+(?:[\w-]+\s+)?(?:plans?|pledges?|offers?|promises?|commitments?"
    r"|decision)\s+to\s+"
)


def turned(text: str, governed: Governed) -> Operation | None:
    """Give what becomes of a promise, "assert" for one that stays; None where none is spoken of."""
    cue, frame = governed.cue, governed.frame
    assert cue is not None
    if cue.group == "withdraw":
        return "assert" if frame.negated else "withdraw"  # "has not withdrawn its $2 million"
    turns = any(other.group == "withdraw" for other in governed.all_cues)
    if turns and (_taken_back(text, governed) or _called_off(text, governed)):
        return "withdraw"
    if cue.group == "reduce":
        return "decrease"
    unpaid = (frame.negated or frame.wish) and cue.group in ("give", "spend")
    # "has yet to pay the €60 million it promised"
    return "assert" if unpaid and _promised_behind(text, governed) else None


# "its grant of $5m to Chad is on hold"
_ON_HOLD: Final = Keyed(
    "hold ice table",
    r"[^.;,$€£\d]{0,60}?\b(?:is|are|was|were|remains?)\s+(?:now\s+)?(?:on hold|on ice|off the table)\b",
)
_ON_HOLD_MAX: Final = 160  # characters


def on_hold(words: Words, governed: Governed) -> bool:
    """Tell a sum that is said to be on hold, whatever governs it."""
    return bool(_ON_HOLD.match(words, governed.end, governed.end + _ON_HOLD_MAX))


def _taken_back(text: str, governed: Governed) -> bool:
    """Tell "€121 million which it had earmarked has been withdrawn"."""
    end = governed.end
    high = min((span[0] for span in governed.sums if span[0] > end), default=len(text))
    return any(
        cue.group == "withdraw"
        and cue.form == "past"
        and end < cue.span[0] < high
        and _WAS.search(text, end, cue.span[0])
        for cue in governed.all_cues
    )


def _called_off(text: str, governed: Governed) -> bool:
    """Tell "dropped its plan to give", "stopped paying"."""
    cue = governed.cue
    before = [c for c in governed.all_cues if cue is not None and c.span[1] < cue.span[0]]
    if cue is None or not before or before[-1].group != "withdraw":
        return False
    if cue.form == "ing" and not text[before[-1].span[1] : cue.span[0]].strip():
        return True  # "stopped paying"
    return bool(_PLAN_TO.fullmatch(text, before[-1].span[1], cue.span[0]))


def _promised_behind(text: str, governed: Governed) -> bool:
    span = governed.mention.quantity.span
    return span is not None and bool(_IT_PROMISED.match(text, span[1]))
