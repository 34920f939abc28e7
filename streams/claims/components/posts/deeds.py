"""Deeds that tell a post: "Sania Nishtar, who heads the alliance", "a council chaired by Ana Diaz".

In: a text and its names. Out: who by that does what, as phrases like those of role nouns.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from models.messages import Span
from models.messages.claim import Tenure
from streams.claims.capitals import compile_names
from streams.claims.components.names.article_names import ArticleNames
from streams.claims.components.names.spelling import Word

_POSTS: Final = {
    **dict.fromkeys(["heads", "runs", "leads", "headed", "ran", "led"], "head"),
    **dict.fromkeys(["chairs", "chaired"], "chair"),
    **dict.fromkeys(["co-chairs", "co-chaired"], "co-chair"),
    **dict.fromkeys(["directs", "directed"], "director"),
    **dict.fromkeys(["coordinates", "coordinated", "co-ordinates"], "coordinator"),
    **dict.fromkeys(["commands", "commanded"], "commander"),
    **dict.fromkeys(["manages", "managed"], "manager"),
}
_PAST: Final = frozenset(
    ["headed", "ran", "led", "chaired", "co-chaired", "directed", "coordinated", "commanded", "managed"]
)
# Each begins with letters of its own, so that re finds it fast; what stands before is read then.
_WHO: Final = re.compile(
    r" who (?:now |also |currently |still |today |has )?"
    rf"({'|'.join(_POSTS)}) (?=(?:the|its) |[^\W\d_a-z])"
)
_WHOM: Final = re.compile(r"(?:,| \([^()\n]{1,30}\))(?: the [^\W\d_a-z]\w+)?$")
_BY: Final = compile_names(r"(?:for the first time |jointly |since \d{4} |currently |now )?by (?=[A-Z])")
_DONE: Final = re.compile(r"([\w’'-]+),? (?:(?:and|which is|is) )?(headed|chaired|co-chaired|run) $")
_OBJECT: Final = compile_names(
    r"(?:the |its )?((?:[\w’'-]+ ){0,3}?)([\w-]+|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,5})(?=[ ,.;)])"
)
_WHILE: Final = re.compile(r"[^.;\n]{0,60}?\b(?:until|till|from|for|between|before|since)\b")
# What one may head without a post: a talk, a march, a league.
_PASSING: Final = frozenset(
    (  # noqa: SIM905  (a list of words reads better unquoted)
        "talks meeting session sessions meetings summit conference delegation visit protest protests march "
        "list way league field poll polls race rally charge chorus discussion event ceremony line debate"
    ).split()
)
_BODIES: Final = frozenset(
    (  # noqa: SIM905
        "board council committee commission party group agency fund foundation panel inquiry union alliance "
        "parliament authority secretariat trust association institute federation chamber cell body office "
        "department directorate mission consortium coalition cabinet government parliament initiative"
    ).split()
)


class Deed(NamedTuple):
    """A name, the post that their deed is told of, where the deed stands and whose it is."""

    words: tuple[Word, ...]
    post: str
    span: Span
    owner: Span | None
    tenure: Tenure


def deeds(names: ArticleNames) -> Iterator[Deed]:
    """Give the posts that verbs tell, in order of the verbs' kinds."""
    yield from _active(names)
    yield from _passive(names)


def _active(names: ArticleNames) -> Iterator[Deed]:
    for at in names.words.at.get("who", ()):
        who = _WHO.match(names.text, at - 1) if at else None
        if who is None:
            continue
        whom = _WHOM.search(names.text, max(0, who.start() - 60), who.start())
        words = names.name_until(whom.start()) if whom else ()
        thing = _OBJECT.match(names.text, who.end())
        if not words or thing is None or not _lasts(who[1], thing):
            continue
        past = who[1] in _PAST
        if past and not _WHILE.match(names.text, thing.end()):
            continue
        owner = thing.span(2) if thing[2][0].isupper() else None
        yield Deed(words, _POSTS[who[1]], who.span(1), owner, "former" if past else "current")


def _lasts(verb: str, thing: re.Match[str]) -> bool:
    """Tell what one heads by post from a meeting that one chairs."""
    words = {*thing[1].lower().replace("’s", "").replace("'s", "").split(), thing[2].lower()}
    if thing[2][0].isupper():
        return not words & _PASSING
    if verb.startswith(("chair", "co-chair", "lead", "led", "manage")):
        return bool(words & _BODIES) and not words & _PASSING
    return not words & _PASSING


def _passive(names: ArticleNames) -> Iterator[Deed]:
    for verb in ("headed", "chaired", "run"):
        for at in names.words.at.get(verb, ()):
            yield from _done_by(names, at + len(verb) + 1)


def _done_by(names: ArticleNames, end: int) -> Iterator[Deed]:
    """Take the names behind "headed by" and "chaired for the first time by", whose verb ends at ``end``."""
    by = _BY.match(names.text, end)
    done = _DONE.search(names.text, max(0, end - 50), end) if by else None
    if by is None or done is None:
        return
    noun, verb = done[1], done[2]
    lasting = verb in ("headed", "run") or noun[0].isupper() or noun in _BODIES
    if not lasting or noun.lower() in {"mission", "team", *_PASSING}:
        return
    words = names.name_at(by.end())
    while len(words) > 1:
        yield Deed(words, _POSTS.get(verb, "head"), done.span(2), None, "current")
        stop = words[-1].end
        words = names.name_at(stop + 5) if names.text[stop : stop + 5] == " and " else ()
