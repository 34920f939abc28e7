"""Tags: "said Berg", "she added", the writer's own words at a quotation whose marks are amiss.

A few verbs are enough: what is found by a tag alone had better be sure.
"""

from typing import Final

from streams.claims.capitals import compile_names

_VERBS: Final = (
    r"(?:said|says|adds|added|told|tells|explained|explains|noted|stressed|warned|insisted|continued|argued"
    r"|recalled|stated|concluded|declared|commented|asked|asks|writes|wrote)"
)
_NAME: Final = r"[A-Z][\w’'-]+(?: (?:(?:van|von|de|al|el|bin|der) ){0,2}[A-Z][\w’'-]+){0,4}"
_SUBJECT: Final = rf"(?:he|she|they|I|{_NAME}|the [a-z-]{{3,20}}(?: [a-z-]{{3,20}})?)"
_TAG: Final = (
    rf"(?:{_SUBJECT} (?:(?:has|had|also|later|then) ){{0,2}}{_VERBS}\b"
    rf"|{_VERBS} (?:he|she|the\b|an?\b|in\b|on\b|[A-Z]))"
)
# What begins or ends the writer's words inside an open quotation: "…, said Berg", "…,’ she added".
WITHIN: Final = compile_names(rf",[’'”\"]? ?[—–-]? ?{_TAG}")
# The writer's words right behind a mark.
BEHIND: Final = compile_names(rf"[,;]? ?[—–-]? ?{_TAG}")


def writer_from(text: str, start: int, end: int) -> int:
    """Give where the writer's words begin between two offsets, ``end`` if they do not."""
    tag = WITHIN.search(text, start, end)
    return tag.start() if tag is not None else end


def is_tagged(text: str, at: int) -> bool:
    """Tell whether the writer's words stand right behind the mark that ends at ``at``."""
    return bool(BEHIND.match(text, at))
