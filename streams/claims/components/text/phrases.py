"""Alternations of phrases as compiled patterns: words in, one linear-time pattern out."""

import re
from collections.abc import Iterable


def any_of(phrases: Iterable[str]) -> str:
    """Give an alternation of ``phrases``, longest first, any white space between their words."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered) + ")"
