"""Those who get without a name: a governed figure in, "rural schools" or "shelters in Songkhla" out.

Where no country and no body gets, the words behind "for" and "to" say who does: only heads of
the lexicon are looked at, and the few words that stand before them.
"""

import re
from collections.abc import Iterable
from typing import Final

from models.messages import Actor
from streams.claims.components.giving.article import PledgeArticle
from streams.claims.components.giving.clauses import Governed
from streams.claims.components.giving.takers.receiving import elsewhere

_REACH: Final = 140  # characters behind a figure
_BEFORE: Final = 60  # characters before a head
_LEAD: Final = re.compile(
    r"\b(?:for|to|towards?|among|between|into|help(?:ing)?|support(?:ing)?)\s+"
    r"(?:the\s+)?(?:(?:repair|rebuilding|reconstruction|renovation|restoration|benefit|schooling|education|training"
    r"|equipping|construction|feeding|treatment|care|relief)\s+(?:of|for)\s+)?(?P<who>(?:[\w’'-]+\s+){0,4})$"
)
_NO_NAME: Final = re.compile(
    r"(?:(?:the|an?|its|their|his|her|our|all|each|every|any|some|about|around|other|more|than|up|to|those|these|of"
    r"|[\d,.]+|hundreds|thousands|dozens|tens|two|three|four|five|six|seven|eight|nine|ten|both|several|many)\s+)*"
)
# a clause, not the words before a noun
_BREAKS: Final = re.compile(
    r"\b(?:and|or|who|which|that|is|are|was|were|will|has|have|for|by|with|from|buy|build|said|rebuild|repair|feed|house"
    r"|help|restore|equip|train|support|pay|cover|fund|reach|rent|heat|open|run|keep|bring)\b"
)
# "school roofs" are no school
_COMPOUND: Final = re.compile(
    r"[’']|-\w|\s+(?!(?:in|of|at|across|and|or|who|which|that|hit|affected|damaged|destroyed|displaced|struck|left|living|by|to|for"
    r"|under|with|on|this|next|last|over|from|through|before|after|until|near|around|as|if|while|whose|because|but|is|are"
    r"|will|would|has|had|have|was|were|it|he|she|they|said|each|a|an|the|within|during|along|outside|there|here|today"
    r"|worth|without|whom|every|per|not|then|so|too|also|tomorrow|yesterday|where|when|since)\b)[a-z]"
)
_WHERE: Final = re.compile(
    r"\s+of\s+(?:the\s+)?[a-z]+(?=[.,;]|\s+in\b|$)|\s+(?:in|of|at|across|around)\s+(?:the\s+)?[A-Z][\w’'-]*(?:(?:\s+|,\s+|,?\s+and\s+)[A-Z][\w’'-]*){0,4}"
)


_FUND: Final = "fund"
# "a $3 million clean water fund"
_OWN_FUND: Final = re.compile(r"\s+((?:[a-z][\w-]+\s+){1,3}fund)\b(?!-)")


class Unnamed:
    """Finds those who get without a name. Made once for a process."""

    def __init__(self, heads: Iterable[str]) -> None:
        self._heads = frozenset({*heads, _FUND})

    def find(self, article: PledgeArticle, governed: Governed) -> Actor | None:
        """Give the first of them behind the figure, None where nobody is told."""
        span = governed.mention.quantity.span
        assert span is not None
        text, end = article.text, min(governed.own[1], span[1] + _REACH)
        fund = _OWN_FUND.match(text, span[1], end)
        if fund is not None and text[: span[0]].endswith((" a ", " an ", " its ", " their ")):
            return Actor(id=None, name=fund[1], level="organisation", as_printed=fund[1])
        return self._of_a_kind(article, text, span[1], end) or _unlisted(article, text, span[1], end)

    def _of_a_kind(self, article: PledgeArticle, text: str, start: int, end: int) -> Actor | None:
        for at, word in article.words.within(start, end):
            if word not in self._heads or _COMPOUND.match(text, at + len(word)):
                continue
            lead = _LEAD.search(text, max(start, at - _BEFORE), at)
            if lead is None or _BREAKS.search(lead["who"]):
                continue
            bare = _NO_NAME.match(lead["who"])
            opens = lead.start("who") + (bare.end() if bare else 0)
            where = _WHERE.match(text, at + len(word))
            if word == _FUND and (opens == at or "’" in text[opens:at] or "'" in text[opens:at]):
                continue  # "into the fund", "the minister's fund"
            name = " ".join(text[opens : where.end() if where else at + len(word)].split())
            return Actor(id=None, name=name, level="organisation", as_printed=name)
        return None


# "to Blue Light Bridge", "for Bahía Blanca": a name that no table holds
_TO_NAME: Final = re.compile(
    r"[^.;:()]{0,60}?\b(?:to|for|towards)\s+(?:the\s+)?(?:(?:charity|city|town|region|province|port|club|village|group)\s+(?:of\s+)?)?"
    r"(?P<name>[A-Z][\w’'-]{2,}(?:\s+(?:(?:of|for|the|de|la|and|&)\s+){0,2}[A-Z][\w’'-]+){0,5})"
)
_TO_ALL: Final = re.compile(
    r"\s+(?:to|with|for)\s+the\s+(?:whole\s+)?world(?=[.,;\n]|\s+(?:by|in|this|over|next|within)\b|$)"
)
_RIGHT_TO: Final = re.compile(r"\s+(?:(?:each|also|now|go|goes|went|straight|directly)\s+)*(?:to|for)\s")
# "for Punjab, for Leopard tanks": the name of a thing stands before what it is
_NAME_ENDS: Final = re.compile(
    r"\s*(?:[.,;:)\n]|$)|\s+(?:and|in|after|on|this|next|from|by|over|following|where|which|as|for|to|with|under"
    r"|through|at|who|whose|via)\b"
)
NO_TAKER: Final = frozenset(
    (  # noqa: SIM905  (a list of words reads better unquoted)
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June "
        "July August September October November December Christmas Easter Ramadan Eid Diwali Covid "
        "Covid-19 COVID Phase Project Operation President Prime Minister Foreign Finance Parliament "
        "Congress The This These Those His Her Their Its Our Mr Mrs Ms Dr Sir Reuters State House Senate "
        "Cabinet Chief World Cup Olympic Patriot Leopard Gripen"
    ).split()
)


def right_behind(article: PledgeArticle, governed: Governed, main: Actor | None) -> Actor | None:
    """Give a name of no table that stands right behind the figure, whoever the article is about.

    Where it is about a country, a single word may be a place in it.
    """
    span, text = governed.mention.quantity.span, article.text
    assert span is not None
    if _TO_ALL.match(text, span[1]):
        return Actor(id=None, name="the world", level="organisation", as_printed="the world")
    lead = _RIGHT_TO.match(text, span[1])
    if lead is None or (lead[0].endswith("for ") and "\n" not in text[: span[0]].strip()):
        return None  # headlines shorten names
    found = _unlisted(article, text, span[1], min(governed.own[1], span[1] + _REACH))
    placed = main is not None and main.level == "country"
    return None if found is None or (placed and " " not in found.name and not found.name.isupper()) else found


def _unlisted(article: PledgeArticle, text: str, start: int, end: int) -> Actor | None:
    """Give a name of no table right behind "to" or "for"."""
    found = _TO_NAME.match(text, start, end)
    if found is None or elsewhere(article.words, start, found.start("name")):
        return None
    name, span = found["name"], found.span("name")
    if not _NAME_ENDS.match(text, span[1]):
        return None
    if not NO_TAKER.isdisjoint(name.split()) or name.endswith(("'s", "’s", "'", "’")):
        return None
    known = article.takers_in(start, span[1])
    if any(n.span[1] > span[0] for n in known) or any(
        p.span[1] > span[0] for p in article.people_near(*span) if p.span[0] < span[1]
    ):
        return None
    return Actor(id=None, name=name, level="organisation", as_printed=name)
