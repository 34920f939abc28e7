"""Who gets between the verb and the figure: a governed quantity in, "lend Paraguay" or "promised it" out.

In: an article, the nominals of the sentence that may get. Out: the one that stands right
before the figure, or whom "it" and "them" mean there.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from models.messages import Actor, Span
from streams.claims.components.giving.article import Nominal, PledgeArticle
from streams.claims.components.giving.takers.receiving import gets

_VERB: Final = (
    r"\b(?:promis(?:e[sd]?|ing)|pledg(?:e[sd]?|ing)|gave|giv(?:e[sn]?|ing)|grant(?:s|ed|ing)?|offer(?:s|ed|ing)?"
    r"|hand(?:s|ed|ing)?|ship(?:s|ped|ping)?|transfer(?:s|red|ring)?|wir(?:es?|ed|ing)|donat(?:e[sd]?|ing)|lent|lend(?:s|ing)?|paid|pay(?:s|ing)?|sent|send(?:s|ing)?|award(?:s|ed|ing)?|owes?|loan(?:s|ed)?|extend(?:s|ed|ing)?)\s+"
)
_LEAD: Final = r"(?:(?:an?|about|some|another|up\s+to|over|nearly|almost|around|more\s+than)\s+)*"
_DATIVE: Final = re.compile(_VERB + r"(?:the\s+)?$", re.IGNORECASE)
_GAP: Final = re.compile(
    rf"\s+(?:(?:an|its|their)\s+)?{_LEAD}(?:(?:[a-z-]+\s+){{1,4}}(?:of|worth)\s+)?{_LEAD}", re.IGNORECASE
)
_IT: Final = re.compile(_VERB + rf"(?:it|them)\s+{_LEAD}$", re.IGNORECASE)
_FOR_IT: Final = re.compile(
    r"\s+(?:\w+\s+){0,4}?(?:to|for|help(?:ing)?|to\s+support)\s+(?:it|them)\b(?!\s+to\b|self|selves)"
)
# "provide the school with 60 computers"
_WITH: Final = re.compile(rf"\s+with\s+{_LEAD}", re.IGNORECASE)
_PROVIDE: Final = re.compile(
    r"\b(?:provid(?:e[sd]?|ing)|suppl(?:y|ies|ied|ying)|equip(?:s|ped|ping)?|furnish(?:e[sd]|ing)?|present(?:s|ed|ing)?)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_NEAR: Final = 40  # characters


def dative(text: str, own: Sequence[Nominal], span: Span) -> Actor | None:
    """Give whom the verb right before names right before the figure at ``span``: "lend Paraguay $354m"."""
    for nominal in own:
        if nominal.adjective or not 0 < span[0] - nominal.span[1] < _NEAR:
            continue
        low = max(0, nominal.span[0] - _NEAR)
        if _GAP.fullmatch(text, nominal.span[1], span[0]) and _DATIVE.search(text, low, nominal.span[0]):
            return nominal.actor
        if _WITH.fullmatch(text, nominal.span[1], span[0]) and _PROVIDE.search(text, low, nominal.span[0]):
            return nominal.actor
    return None


def meant(article: PledgeArticle, sentence: Span, span: Span, giver: Actor) -> Actor | None:
    """Give whom "it" means beside the figure at ``span``: one of the sentence, or of the one before."""
    text, low = article.text, max(sentence[0], span[0] - _NEAR)
    near = text[low : span[1] + 2 * _NEAR]
    if " it" not in near and " them" not in near:
        return None
    said = _IT.search(text, low, span[0])
    if said is None and not _FOR_IT.match(text, span[1], sentence[1]):
        return None
    index = bisect_left(article.sentences, sentence)
    before = article.sentences[index - 1] if index else sentence
    for start, end in ((sentence[0], said.start() if said else span[0]), before):
        named = [
            n
            for n in article.takers_in(start, end)
            if n.actor.name != giver.name and n.actor.level != "donors" and not n.person
        ]
        if named:
            return next((n for n in named if gets(article.words, n, (start, end))), named[0]).actor
    return None
