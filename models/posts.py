"""One name for a post that is printed in many ways: printed post in, the words it is compared by out.

"Minister of Foreign Affairs", "foreign affairs minister" and "Foreign Minister" are one post.
"""

import re
from functools import lru_cache
from typing import Final

from models.identities import slug

_HEAD_FIRST: Final = re.compile(r"(minister|secretary|commissioner)(?:-of-state)?-(?:of|for)-(.+)")
_SMALL: Final = frozenset(["affairs", "national", "federal", "the", "and", "of", "for", "union"])
_SAME: Final = {
    "defense": "defence",
    "external": "foreign",
    "armed-force": "defence",
    "international-development-cooperation": "development",
    "economic-cooperation-development": "development",
    "international-development": "development",
    "development-cooperation": "development",
    "international-cooperation-development": "development",
    "overseas-development": "development",
}
_WHOLE: Final = {
    "chief-executive-officer": "chief-executive",
    "ceo": "chief-executive",
    "chairman": "chair",
    "chairwoman": "chair",
    "chairperson": "chair",
}
_RANKS: Final = {
    "president": "state",
    "prime-minister": "government",
    "premier": "government",
    "chancellor": "government",
}
_PLURAL_MIN: Final = 5
# Ministries that are seldom one person's; those of a row are, or are called by each other's names.
_MINISTRIES: Final = {
    word: row
    for row, words in enumerate(
        (
            ("foreign", "development", "trade", "cooperation"),
            ("defence",),
            ("interior", "home", "security"),
            ("finance", "economy", "treasury", "planning"),
            ("health",),
            ("energy",),
            ("environment", "climate", "forest", "water"),
            ("education",),
            ("justice",),
            ("agriculture",),
            ("transport",),
        )
    )
    for word in words
}
_MINISTER: Final = "minister"
# Ministers who speak of what their country gives to another: whose they are is open.
_ABROAD: Final = frozenset(
    {"defence", "defense", "foreign", "development", "cooperation", "europe", "prime", "state"}
)
_BELOW: Final = frozenset(["deputy", "vice", "assistant", "junior", "state", "prime", "former"])


def rank_of(key: str) -> str | None:
    """Give the rank of a post in a state by its key: "state", "government" or "minister"; None for any other.

    Nobody holds posts of two ranks in one state, but for a few who keep a ministry as well.
    """
    if key in _RANKS:
        return _RANKS[key]
    if ministry_of(key) is not None:
        return "minister"
    *field, head = key.split("-")
    return "minister" if head == "minister" and field and _BELOW.isdisjoint(field) else None


def first_ministry(post: str) -> str | None:
    """Name a minister of several fields by the first: "Minister of Finance and Planning"; else None."""
    words = slug(post)
    found = _HEAD_FIRST.fullmatch(words)
    head, field = (found.group(1), found.group(2)) if found else _head_last(words)
    first, several, _ = field.partition("-and-")
    return (
        post_key(f"{first} {head}".replace("-", " "))
        if several and head in ("minister", "secretary")
        else None
    )


def ranked_key(post: str) -> str:
    """Name a post by what ranks it: that of several fields by the first."""
    return first_ministry(post) or post_key(post)


def ministry_of(key: str) -> int | None:
    """Give the kind of ministry that a minister's or secretary's post has by its key; None for any other."""
    field, _, head = key.rpartition("-")
    return _MINISTRIES.get(field) if head in ("minister", "secretary") else None


def is_of_a_state(post: str) -> bool:
    """Say whether a minister of no named body is the page's country's: one who works at home."""
    words = set(slug(post).split("-"))
    return _MINISTER in words and len(words) > 1 and words.isdisjoint(_ABROAD)


@lru_cache(8192)
def post_key(post: str) -> str:
    """Name a post for its slot: "foreign-minister", "defence-secretary", "president"."""
    words = slug(post)
    if "minister-of-state" in words or "state-secretary" in words:
        return words
    found = _HEAD_FIRST.fullmatch(words)
    head, field = (found.group(1), found.group(2)) if found else _head_last(words)
    if not field:
        return _WHOLE.get(words, words)
    field = "-".join(_singular(word) for word in field.split("-") if word not in _SMALL) or field
    return f"{_SAME.get(field, field)}-{head}"


def _singular(word: str) -> str:
    """Take the plural from a word: "refugees minister" and "refugee minister" are one."""
    return word[:-1] if len(word) > _PLURAL_MIN and word.endswith("s") and word[-2] not in "sui" else word


def _head_last(words: str) -> tuple[str, str]:
    field, _, head = words.rpartition("-")
    return (head, field) if head in ("minister", "secretary") and field else (words, "")
