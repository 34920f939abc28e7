"""Subjects of giving: which of the nominals before a verb can be its subject.

In: an article, a governed quantity and a stretch of text. Out: the nominals that no preposition
leads or that the words around make the subject; where the helpers of a verb begin.
"""

import re
from bisect import bisect_left
from typing import Final

from models.messages import Span
from streams.claims.components.giving.article import Nominal, PledgeArticle
from streams.claims.components.giving.clauses import Governed
from streams.claims.components.giving.grammar import led
from streams.claims.components.text.words import Words

_ADDRESS: Final = re.compile(
    r"\b(?:on|upon|urged?|urges|urging|asked|asks|asking|tells?|told|pressed|pressing|pushed|pushing"
    r"|want(?:s|ed)?|demand(?:s|ed)?(?:\s+that)?|of|by|from|that|for)\s+(?:the\s+|all\s+|its\s+|his\s+"
    r"|other\s+|European\s+){0,2}$",
    re.IGNORECASE,
)
_RELATIVE: Final = re.compile(r",?\s+(?:who|which|that)\s", re.IGNORECASE)
_ITS_FRIENDS: Final = re.compile(r"['’]s?\s+(?:\w+\s+){0,2}(?:allies|partners|backers|donors|supporters)\b")
_STRUCK: Final = re.compile(
    r"\s+(?:(?:earth)?quakes?|floods?|flooding|cyclone|hurricane|typhoon|tsunami|landslides?|wildfires?|famine"
    r"|drought|appeal|crisis"
    r"|norms?|targets?|goals?|standards?|benchmarks?|yardsticks?|guidelines?|thresholds?)\b"
)  # "the NATO norm"
# "France, which governs New Caledonia, gave": nobody in the aside is the subject
_ASIDE: Final = re.compile(
    r",\s(?:who|which|whose|where|one of|among)\s(?:[^,;.]|\.(?=\d)){2,90},(?=\s)|\([^()]{2,80}\)"
)


def subjects(article: PledgeArticle, governed: Governed, stretch: Span, end: int) -> list[Nominal]:
    """Give the nominals of ``stretch`` before ``end`` that can be the subject of giving, takers too."""
    wish = governed.frame.wish or (governed.cue is not None and governed.cue.group == "propose")
    found = [
        nominal
        for nominal in article.nominals_in(stretch[0], end)
        if subject_like(article, nominal, stretch, wish=wish)
        or _absolute(article.text, governed, nominal)
        or _follows_on(article.text, governed, nominal)
    ]
    asides = [aside.span() for aside in _ASIDE.finditer(article.text, stretch[0], end)] if found else []
    found = [n for n in found if not any(low < n.span[0] < high for low, high in asides)]
    if not found or not found[-1].person:
        return found
    return [n for n in found if not _speaks(article, governed, n)] or found


def _speaks(article: PledgeArticle, governed: Governed, nominal: Nominal) -> bool:
    """Tell who says something right behind the name, in other words than those of giving."""
    end = nominal.span[1]
    said = article.reported_in(end + 1, end + _SAID_NEAR)
    return any(governed.cue is None or told.cue_span != governed.cue.span for told in said)


_SAID_NEAR: Final = 11  # characters


def subject_like(article: PledgeArticle, nominal: Nominal, stretch: Span, *, wish: bool) -> bool:
    """Tell a nominal that can be the subject of what follows it."""
    text = article.text
    if nominal.adjective or _ITS_FRIENDS.match(text, nominal.span[1]) or _STRUCK.match(text, nominal.span[1]):
        return False
    if wish and _ADDRESS.search(text, max(stretch[0], nominal.span[0] - 40), nominal.span[0]):
        return True
    if _RELATIVE.match(text, nominal.span[1]):
        return True  # "to the donors who have committed"
    return not led(article, nominal, stretch)


def _absolute(text: str, governed: Governed, nominal: Nominal) -> bool:
    """Tell the subject of "with the US giving $6 billion", "with Germany alone giving €5 million"."""
    cue = governed.cue
    if cue is None or cue.form != "ing":
        return False
    return text[nominal.span[1] : cue.span[0]] in (" ", " alone ", " itself ")


def _follows_on(text: str, governed: Governed, nominal: Nominal) -> bool:
    """Tell the subject of a clause that a conjunction opens: "after Australia promised $86 million"."""
    cue = governed.cue
    if cue is None or cue.form not in ("past", "third"):
        return False
    if cue.span[0] - nominal.span[1] != 1 and not _DID_AND.fullmatch(text, nominal.span[1], cue.span[0]):
        return False
    return bool(_CONJUNCTION.search(text, max(0, nominal.span[0] - 14), nominal.span[0]))


# "after Peru agreed to lead the force and" offered
_DID_AND: Final = re.compile(r"\s+(?:had\s+)?[a-z]+ed\b[^.;:,]{0,60}\s+and\s+(?:also\s+|then\s+)?")
_CONJUNCTION: Final = re.compile(r"\b(?:after|before|than|since|until)\s+(?:the\s+)?$", re.IGNORECASE)


_HELPERS: Final = frozenset(
    (  # noqa: SIM905  (a list of words reads better unquoted)
        "has have had will would also plan plans planned intend intends agree agreed agrees decide "
        "decided decides promise promised promises pledge pledged pledges vows vowed said says announced "
        "it they that to already is are was been be so far now since itself alone again ready further "
        "could can may might should"
    ).split()
)


def helpers_from(words: Words, low: int, at: int) -> int:
    """Give from where on, not before ``low``, only helpers stand before the verb at ``at``.

    "has already agreed to", "said it will", "on Tuesday said that it": words parted by blanks and commas.
    """
    text, index = words.text, bisect_left(words.starts, at) - 1
    while index >= 0:
        start = words.starts[index]
        end = start + len(words.lowered[index])
        if start < low or not _APART.fullmatch(text, end, at):
            break
        if text[start:end] in _HELPERS:
            index, at = index - 1, start
        elif _ON_DAY.fullmatch(text, max(low, words.starts[index - 1]), end):
            index, at = index - 2, words.starts[index - 1]
        else:
            break
    while at > low and (text[at - 1].isspace() or text[at - 1] == ","):
        at -= 1
    return at


_APART: Final = re.compile(r"[\s,]*")
_ON_DAY: Final = re.compile(r"on\s+\w+day")
