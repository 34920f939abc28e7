"""What is paid for others, told of the sum itself: "footed the bill of $2m", "€1bn goes to Chad".

In: a governed figure and the verb beside it. Out: whether the verb says that somebody pays it.
"""

from typing import Final

from streams.claims.capitals import compile_names
from streams.claims.components.giving.clauses import Governed
from streams.claims.components.giving.cues import PledgeCue
from streams.claims.components.text.keyed import Keyed
from streams.claims.components.text.words import Words

_TO: Final = compile_names(r"\b(?:for|to|in|into)\s+(?:the\s+)?[A-Z][a-z]")
# "has paid for the tents, a bill of €9m", "footed the bill of $2m", "covers the cost of £3m"
_BILL: Final = Keyed(
    "bill cost costs",
    r"\b(?:bill|costs?)\s+(?:(?:of|amounting to|totall?ing)\s+)?(?:(?:about|some|around|over|nearly)\s+)?$",
)
_SETTLING: Final = frozenset({"pay", "cover", "foot", "shoulder", "bear", "pick up"})


def pays_bill(words: Words, governed: Governed) -> bool:
    """Tell what somebody's paying of a bill or a cost says that it comes to."""
    cue = governed.cue
    if cue is None or cue.lemma not in _SETTLING or not governed.before or governed.frame.passive:
        return False
    return _BILL.search(words, cue.span[1], governed.start) is not None


def goes_to(text: str, governed: Governed, cue: PledgeCue, *, pledging: bool) -> bool:
    """Tell "€1bn goes to Chad", of which the sum is the subject."""
    if cue.lemma != "go" or cue.form in ("past", "ing") or governed.before:
        return False
    return pledging or bool(_TO.search(text, cue.span[1] - 1, governed.own[1]))
