"""Who says a headline: "Nygård: Norway gives more", "Norway gives more – minister".

In: a text and its parties. Out: cues for the first line, where a mark stands for a verb of speech.
"""

import re
from collections.abc import Iterator
from typing import Final

from streams.claims.components.posts.parties import Party
from streams.claims.components.speech.clauses import Page
from streams.claims.components.speech.cue import Cue

_HEADLINE_MAX: Final = 200  # characters
_BEFORE: Final = re.compile(r"(?<=[^\s:])(?: [–—|-]{1,2} |: )$")
_WORDS_MIN: Final = 20  # characters that are told


def headline_cues(text: str, page: Page) -> Iterator[Cue]:
    """Give the cues of the headline that are no verbs."""
    end = text.find("\n", 0, _HEADLINE_MAX)
    for party in page.parties_between(0, end) if end > 0 else ():
        start, stop = party.span
        speaks = party.kind == "person" or party.office
        if not speaks or party.plural or page.is_quoted(start):
            continue
        if start <= 1 and text.startswith(": ", stop) and end - stop > _WORDS_MIN:
            yield _cue((stop, stop + 1), party, page)
        elif stop == end and start > _WORDS_MIN and (mark := _BEFORE.search(text, start - 4, start)):
            yield _cue(mark.span(), party, page, inverted=True)


def _cue(span: tuple[int, int], party: Party, page: Page, *, inverted: bool = False) -> Cue:
    return Cue(
        span,
        ":",
        "source" if inverted else "plain",
        page.sentence(party.span[0]),
        subject=party.span,
        party=party,
        inverted=inverted,
    )
