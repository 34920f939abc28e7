"""Alternations of phrases as compiled patterns: words in, one linear-time pattern out."""

import re
from collections.abc import Iterable


def any_of(phrases: Iterable[str]) -> str:
    """Give an alternation of ``phrases``, longest first, any white space between their words."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered) + ")"


def words_pattern(phrases: Iterable[str], flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    """Compile ``phrases`` as whole words."""
    return re.compile(rf"(?<!\w){any_of(phrases)}(?!\w)", flags)
