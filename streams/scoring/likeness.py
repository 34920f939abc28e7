"""When names, people and posts count as the same. Names in, yes or no out."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

_WORD: Final = re.compile(r"[a-z0-9]+")
_POSSESSIVE: Final = re.compile(r"['’]s(?=\s)")
_EMPTY: Final = frozenset(["the", "of", "a"])


def words(text: str | None) -> list[str]:
    """Give the words of ``text`` without case, accents and possessives."""
    letters = unicodedata.normalize("NFKD", text or "")
    plain = "".join(c for c in letters if not unicodedata.combining(c)).casefold()
    return _WORD.findall(_POSSESSIVE.sub("", plain))


def plain_name(text: str | None) -> str:
    """Give a name or a post without articles: "the Kingdom of Norway" is "kingdom norway"."""
    return " ".join(word for word in words(text) if word not in _EMPTY)


def surname(person: str) -> str:
    """Give what a person is told apart by: the last word of the name."""
    return (words(person) or [person.casefold()])[-1]


def same_person(one: str | None, other: str | None) -> bool:
    """Tell whether two names are one person's; nobody is the same as nobody."""
    if not one or not other:
        return not one and not other
    return surname(one) == surname(other)


class ActorNames:
    """Names that stand for one actor. A name may be an alias of several actors."""

    def __init__(self, aliases: Mapping[str, Iterable[str]]) -> None:
        self._actors: dict[str, set[str]] = defaultdict(set)
        for actor, others in aliases.items():
            for name in (actor, *others):
                self._actors[plain_name(name)].add(plain_name(actor))

    def same(self, one: str | None, other: str | None) -> bool:
        """Tell whether two names are one actor's; nobody is the same as nobody."""
        if one is None or other is None:
            return one is other
        return not self._of(one).isdisjoint(self._of(other))

    def _of(self, name: str) -> set[str]:
        plain = plain_name(name) or name.casefold()
        return self._actors.get(plain, set()) | {plain}
