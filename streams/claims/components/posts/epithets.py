"""Epithets: "the 58-year-old said", "said the Colombian": whoever is talked about, by age or country.

In: a text and the demonyms in it. Out: where such words speak.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from models.messages import Span
from streams.claims.annotations import ActorMention

_SAYS: Final = re.compile(
    r" (?:(?:also|later|then|has) )?"
    r"(?:said|says|told|tells|added|adds|noted|explained|wrote|warned|insisted|recalled)\b"
)
_SAID: Final = re.compile(r"\b(?:said|says|added|adds|noted|explained|recalled) the $")
_AGED: Final = re.compile(r"\b[Tt]he (\d{1,3}-year-old)\b")


def epithets(text: str, actors: Sequence[ActorMention]) -> Iterator[Span]:
    """Give the epithets that speak."""
    if "-year-old" in text:
        for aged in _AGED.finditer(text):
            if _speaks(text, *aged.span(1)):
                yield aged.span()
    for mention in actors:
        start, end = mention.span
        if (
            mention.adjective
            and text[max(0, start - 4) : start].lower() == "the "
            and _speaks(text, start, end)
        ):
            yield start - 4, end


def _speaks(text: str, start: int, end: int) -> bool:
    return bool(_SAYS.match(text, end)) or (
        bool(_SAID.search(text, max(0, start - 16), start)) and text[end : end + 1] in (".", ",", "")
    )
