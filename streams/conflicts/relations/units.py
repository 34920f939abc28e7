"""What is counted: two units in, whether they can be counts of one thing.

"36 armoured personnel carriers" and "63 armored carriers" are; so are "30 F-16" and
"30 F-16 jets". "Leopard tanks" and "Abrams tanks" are not: each names what the other does not.
"""

import re
from functools import lru_cache
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+(?:-\d+\w*)?")
_MODEL: Final = re.compile(r"[a-z]+-?\d+\w*|\d+")
_SPELT: Final = (("our", "or"), ("ence", "ense"), ("ise", "ize"))
_NO_MARK: Final = frozenset(
    ["more", "additional", "new", "further", "other", "of", "the", "used", "retired", "modern"]
)
# Words that reports use for each other, and the wider word that may stand for several of them.
_SAME: Final = {
    "fighter": "jet",
    "plane": "jet",
    "warplane": "jet",
    "lorry": "truck",
    "round": "shell",
    "projectile": "shell",
    "soldier": "troop",
    "ton": "tonne",
}
_WIDER: Final = {
    **dict.fromkeys(("jet", "helicopter", "f-16", "f-35", "mig-29", "gripen", "mirage"), "aircraft"),
    **dict.fromkeys(("carrier", "tank", "truck", "leopard", "abram", "bradley", "marder"), "vehicle"),
}


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


_JETS: Final = frozenset(["f-16", "f-35", "mig-29", "gripen", "mirage"])


def _marks(unit: str | None) -> frozenset[str]:
    words = frozenset(_words(unit))
    return (words | {"jet"} if words & _JETS else words) - {family(unit)}


def _words(unit: str | None) -> tuple[str, ...]:
    return tuple(_folded(word) for word in _WORD.findall((unit or "").casefold()) if word not in _NO_MARK)


def _folded(word: str) -> str:
    for british, american in _SPELT:
        word = word.replace(british, american)
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    return _SAME.get(word, word)
