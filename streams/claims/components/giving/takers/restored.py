"""What is rebuilt with gifts and no table holds: an article's words and names in, nominals of it out.

"The restoration of Holm Abbey", "a fire at Holm Abbey", "donations for Holm Abbey": a name that the article
has more than once.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from models.messages import Actor, Span
from streams.claims.annotations import PersonMention
from streams.claims.capitals import compile_names
from streams.claims.components.giving.article import Nominal
from streams.claims.components.giving.takers.unnamed import NO_TAKER
from streams.claims.components.text.words import Words as TextWords

_DONE: Final = frozenset(
    (  # noqa: SIM905  (a list of words reads better unquoted)
        "rebuild rebuilding rebuilt restore restoring restoration reconstruct reconstruction renovate "
        "renovating renovation repair repairs repairing fire blaze"
    ).split()
)
_NAME: Final = r"(?P<name>[A-Z][\w’-]*[^\W\d_](?:[ -](?:(?:of|de|la|du|der|the) )?[A-Z][\w’-]*[^\W\d_]){0,4})"
_WHAT: Final = compile_names(rf"\s+(?:of |to |at |in |for |towards |that \w+ )?(?:the )?{_NAME}")
_FOR: Final = re.compile(r"\s+(?:for|to|towards)\s")  # "donations for Holm Abbey"
_GIFTS: Final = frozenset({"pledges", "donations", "gifts"})
_TELLING: Final = _DONE | _GIFTS
_NAMED: Final = compile_names(rf"{_NAME}(?:[’']s)?\s+$")
_NEAR: Final = 60  # characters before a fire in which its place is named
_FOUND_MAX: Final = 40  # bounds of the work on a huge text
_TIMES: Final = 2


def restored(words: TextWords, taken: Sequence[Nominal | PersonMention]) -> Iterator[Nominal]:
    """Give each place where ``words`` name what is rebuilt, apart from who is ``taken`` for another."""
    text, done = words.text, set[str]()
    for at, word in words.among(_TELLING)[:_FOUND_MAX]:
        if word in _GIFTS and not _FOR.match(text, at + len(word)):
            continue
        found = _WHAT.match(text, at + len(word))
        if found is None and word in ("fire", "blaze"):
            found = _NAMED.search(text, max(0, at - _NEAR), at)
        if (
            found is None
            or not NO_TAKER.isdisjoint(found["name"].split())
            or found["name"] in done
            or _touches(taken, found.span("name"))
        ):
            continue
        name = found["name"]
        done.add(name)
        again = list(islice(re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text), _FOUND_MAX))
        if len(again) >= _TIMES:
            actor = Actor(id=None, name=name, level="organisation", as_printed=name)
            yield from (Nominal(place.span(), actor) for place in again)


def _touches(taken: Sequence[Nominal | PersonMention], span: Span) -> bool:
    return any(named.span[0] < span[1] and span[0] < named.span[1] for named in taken)
