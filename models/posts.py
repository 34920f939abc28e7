"""One name for a post that is printed in many ways: printed post in, the words it is compared by out.

"Minister of Foreign Affairs", "foreign affairs minister" and "Foreign Minister" are one post.
"""

import re
from functools import lru_cache
from typing import Final

from models.identities import slug
from models.key_words import KEYS, PostWords, load_keys, turned

_HEAD_FIRST: Final = re.compile(r"(minister|secretary|commissioner)(?:-of-state)?-(?:of|for)-(.+)")
_PLURAL_MIN: Final = 5
_MINISTER: Final = "minister"
_WORDS: Final = load_keys(PostWords, KEYS / "posts.toml")
_FIELDS, _WHOLE, _RANKS = turned(_WORDS.field), turned(_WORDS.whole), turned(_WORDS.rank)
_MINISTRIES: Final = {word: row for row, words in enumerate(_WORDS.ministries) for word in words}
_SMALL, _BELOW, _ABROAD = (frozenset(words) for words in (_WORDS.small, _WORDS.below, _WORDS.abroad))


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
    return f"{_FIELDS.get(field, field)}-{head}"


def _singular(word: str) -> str:
    """Take the plural from a word: "refugees minister" and "refugee minister" are one."""
    return word[:-1] if len(word) > _PLURAL_MIN and word.endswith("s") and word[-2] not in "sui" else word


def _head_last(words: str) -> tuple[str, str]:
    field, _, head = words.rpartition("-")
    return (head, field) if head in ("minister", "secretary") and field else (words, "")
