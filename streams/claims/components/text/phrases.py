"""Alternations of phrases as compiled patterns: words in, one linear-time pattern out."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby


def any_of(phrases: Iterable[str]) -> str:
    """Give an alternation of ``phrases``, longest first, any white space between their words.

    Phrases share the letters that they begin with, so that at most places one letter rules out all.
    """
    return f"(?:{_branches(sorted(set(phrases)))})"


def _branches(phrases: Sequence[str]) -> str:
    """Give the alternation of ``phrases``, in order, by their first letters."""
    branches = []
    for letter, group in groupby(phrases, key=lambda phrase: phrase[:1]):
        rests = [phrase[1:] for phrase in group]
        branches.append((r"\s+" if letter == " " else re.escape(letter)) + _rest(rests))
    return "|".join(branches)


def _rest(rests: Sequence[str]) -> str:
    """Give what goes on behind a letter: nothing, one way, or several of which none may be taken."""
    longer = [rest for rest in rests if rest]
    if not longer:
        return ""
    group = _branches(longer)
    return group if len(rests) == 1 else f"(?:{group})" + "?" * (len(longer) < len(rests))
