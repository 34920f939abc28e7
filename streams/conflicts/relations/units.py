"""What is counted: two units in, whether they can be counts of one thing.

"36 armoured personnel carriers" and "63 armored carriers" are; so are "30 F-16" and
"30 F-16 jets". "Leopard tanks" and "Abrams tanks" are not: each names what the other does not.
"""

import re
from functools import lru_cache
from typing import Final

from models.key_words import KEYS, UnitWords, load_keys, turned

_WORD: Final = re.compile(r"[^\W_]+(?:-\d+\w*)?")
_MODEL: Final = re.compile(r"[a-z]+-?\d+\w*|\d+")
_WORDS: Final = load_keys(UnitWords, KEYS / "units.toml")
_SAME, _WIDER = turned(_WORDS.word), turned(_WORDS.wider)
_NO_MARK, _JETS = frozenset(_WORDS.no_mark), frozenset(_WORDS.jets)


@lru_cache(4096)
def family(unit: str | None) -> str:
    """Name what units that may be compared share: the widest word for the last that is no model name."""
    words = _words(unit)
    plain = [word for word in words if not _MODEL.fullmatch(word)]
    head = (plain or words or ("",))[-1]
    return _WIDER.get(head, head)


@lru_cache(4096)
def comparable(one: str | None, other: str | None) -> bool:
    """Say whether two units of one family can be the same things: neither contradicts the other's marks."""
    a, b = _marks(one), _marks(other)
    return not (a - b and b - a)


def _marks(unit: str | None) -> frozenset[str]:
    words = frozenset(_words(unit))
    return (words | {"jet"} if words & _JETS else words) - {family(unit)}


def _words(unit: str | None) -> tuple[str, ...]:
    return tuple(_folded(word) for word in _WORD.findall((unit or "").casefold()) if word not in _NO_MARK)


def _folded(word: str) -> str:
    for british, american in _WORDS.spelling.items():
        word = word.replace(british, american)
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    return _SAME.get(word, word)
