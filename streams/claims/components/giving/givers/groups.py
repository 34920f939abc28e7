"""Givers that only their kind and number name: an article's words in, where they stand out.

"Nineteen governments", "the countries in the room" and "governments, companies and charities" are all
givers together; "private foundations" and "the private sector" are a kind of their own.
"""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from models.messages import Actor, Span
from streams.claims.annotations import ActorMention
from streams.claims.components.giving.givers.private import Own, within
from streams.claims.components.text.words import Words

# Givers that only their kind and number name: "nineteen governments", "the countries in the room".
_GROUPS: Final = frozenset(
    (  # noqa: SIM905  (a list of words reads better unquoted)
        "countries governments nations participants signatories contributors philanthropies allies "
        "partners backers members"
    ).split()
)
_GROUP: Final = re.compile(r"(?:[CGP]?[a-z]+)\b")
_GROUP_BEFORE: Final = re.compile(
    r"\b(?:(?:more than|over|about|some|nearly|almost|at least)\s+)?"
    r"(?:\d{1,3}|[Dd]ozens of|[Tt]en|[Tt]welve|[Ff]ifteen|[Nn]ineteen|[Tt]wenty(?:-\w+)?|[Tt]hirty(?:-\w+)?|"
    r"[Ff]orty(?:-\w+)?|[Ff]ifty(?:-\w+)?|[Ss]everal|[Mm]any|[Tt]he)\s+(?:\w+\s+)?$"
)
_GROUP_BEHIND: Final = re.compile(
    r"\s+(?:\w+\s+){0,6}?(?:pledged|promised|committed|announced|have|had|has|will|would|agreed|gave|sent|"
    r"present|in the room|and|who|that|made|contributed|offered)\b"
)
_BY: Final = re.compile(r"\b(?:by|from)\s+(?:(?:some|about|over|nearly)\s+)?$")
# "by French billionaires, companies and towns": these only in a list
_BY_SUCH: Final = re.compile(r"(?<=\bby )(?:[A-Za-z-]+\s+)?$|(?<=\bfrom )(?:[A-Za-z-]+\s+)?$")
_AND_OTHERS: Final = re.compile(
    r",\s+(?:[a-z]+\s+){1,3}and\s+[a-z]|\s+and\s+(?:\w+\s+)?(?:governments|countries|states|donors)\b"
)
_OF_BLOC: Final = re.compile(r"\s+of\s+(?:the\s+)?[A-Z]")  # "the members of the G7": the bloc gives
_KINDS: Final = frozenset({"billionaires", "companies", "individuals", "celebrities", "businesses", "firms"})
_HEADS: Final = _GROUPS | _KINDS
_FRIENDS: Final = frozenset({"allies", "partners", "backers"})
_OWNER: Final = re.compile(r"['’]s?\s+(?:\w+\s+){0,2}$")  # "Ukraine's Western partners"
_GROUP_ALONE: Final = re.compile(
    r"(?:,\s+[a-z]+){0,2},?\s+and\s+\w+"
    r"|(?:\s+(?:meeting|gathered|gathering|attending|present|taking part|in|at)\s[^,;.$€£\d]{2,50})?"
    r"[\s,]+[“\"]?(?:will|would|pledged?|promised?|commit|committed|have|agree|agreed|said|together)\b"
)


def groups(words: Words, owned: AbstractSet[int]) -> Iterator[Span]:
    """Give the places of all givers together; those that begin at ``owned`` are of a country."""
    text = words.text
    for group in (found for at, _ in words.among(_HEADS) if (found := _GROUP.match(text, at))):
        if group.start() in owned and group[0] not in _KINDS:
            continue  # "the Danish and Swedish governments"
        span = _kinds(text, group) if group[0] in _KINDS else _group(text, group)
        if span is not None:
            yield span


def _group(text: str, group: re.Match[str]) -> Span | None:
    """Give where the group and its number stand, None where it is none of givers."""
    low = max(0, group.start() - 40)
    before = _GROUP_BEFORE.search(text, low, group.start())
    friends = group[0] in _FRIENDS
    if friends and not _OWNER.search(text, low, group.start()):
        return None
    if group[0] == "members" and _OF_BLOC.match(text, group.end()):
        return None
    agent = before and _BY.search(text, max(0, before.start() - 20), before.start())
    counted = agent or (before and _GROUP_BEHIND.match(text, group.end()))
    alone = group[0] != "nations" and _GROUP_ALONE.match(text, group.end())
    if not (counted or alone or friends):
        return None
    return (before.start() if counted and before else group.start(), group.end())


def _kinds(text: str, group: re.Match[str]) -> Span | None:
    """Give where "billionaires, companies and towns" by whom something is given stand."""
    led = _BY_SUCH.search(text, max(0, group.start() - 40), group.start())
    return group.span() if led and _AND_OTHERS.match(text, group.end()) else None


def private_groups(words: Words, actors: Sequence[ActorMention]) -> Iterator[Own]:
    """Give "the private sector", "private foundations", "foundations and charities" where they give."""
    if not words.has(_SECTORS):
        return
    text, done, taken = words.text, 0, [mention.span for mention in actors]
    for at, _ in words.among(_SECTORS):
        found = _SECTOR.match(text, at)
        if (
            found is None
            or at < done
            or within(taken, found.span())
            or _WITH_STATES.search(text, max(0, at - _LIST_MAX), at)
        ):
            continue
        done = found.end()
        if _GIVES.match(text, done) or _GIVEN_BY.search(text, max(0, at - _LIST_MAX), at):
            name = found[0].lower()
            yield Own(found.span(), Actor(id=None, name=name, level="donors", as_printed=found[0]))


_SECTORS: Final = frozenset({"private", "foundations", "philanthropies", "charities"})
_KIND: Final = r"(?:foundations|philanthropies|charities)"
_SECTOR: Final = re.compile(
    rf"(?:private (?:sector|companies|firms|businesses|investors|lenders|{_KIND})|{_KIND})"
    rf"(?: and (?:the private sector|(?:private )?(?:companies|firms|businesses|{_KIND})))?\b",
    re.IGNORECASE,
)
_GIVES: Final = re.compile(
    r" (?:also |together |jointly )?(?:will|would|have|has|had|pledge|promise|give|gave|bring|brought|commit"
    r"|contribut|put|add|donat|announce|account|chip|are to|is to)"
)
_GIVEN_BY: Final = re.compile(r"\b(?:by|from) (?:the |\d+ |\w+ )?$")
_WITH_STATES: Final = re.compile(
    r"\b(?:governments|countries|states|nations|donors|leaders|companies)(?:, [\w ]+)?,? and $"
)
_LIST_MAX: Final = 40  # characters
