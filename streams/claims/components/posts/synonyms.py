"""Posts that are called by several names: a post as printed in, the form it is compared by out."""

import re
from functools import lru_cache
from typing import Final

_WORDS: Final = {
    "pm": "prime minister",
    "premier": "prime minister",
    "taoiseach": "prime minister",
    "fm": "foreign minister",
    "dg": "director general",
    "ceo": "chief executive",
    "cfo": "chief financial",
    "md": "managing director",
    "cs": "cabinet secretary",
    "ps": "principal secretary",
    "mp": "member of parliament",
    "lawmaker": "member of parliament",
    "legislator": "member of parliament",
    "parliamentarian": "member of parliament",
    **dict.fromkeys(["spokesman", "spokeswoman"], "spokesperson"),
    **dict.fromkeys(["chairman", "chairwoman", "chairperson"], "chair"),
    "defense": "defence",
}
_PHRASES: Final = {
    "head of government": "prime minister",
    "head of the government": "prime minister",
    "head of state": "president",
    "chief executive officer": "chief executive",
    "chief financial officer": "chief financial",
}
_WORD: Final = re.compile(r"[^\s-]+")


@lru_cache(maxsize=4096)
def usual_post(post: str) -> str:
    """Give the form of a post by which two are compared: "Education CS" is "education cabinet secretary"."""
    words = " ".join(_WORDS.get(word, word) for word in _WORD.findall(post.lower()))
    for phrase, usual in _PHRASES.items():
        if phrase in words:
            words = words.replace(phrase, usual)
    return words
