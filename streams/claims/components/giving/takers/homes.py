"""Which country in need a page is of: an indexed article in, that country out.

"MANILA - Fresh loans from Japan will go into dikes": nobody is named who gets, but the page is
a Philippine one. Told by its dateline, its letterhead, its outlet, the money it counts in, and
by how often it names the country.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import islice
from typing import Final

from models.messages import Actor
from streams.claims.components.giving.article import Nominal, PledgeArticle
from streams.claims.components.text.phrase_sets import PhraseSet
from streams.claims.components.text.words import Words

_PLACED: Final = 3  # votes of a dateline or a letterhead
_HINTED: Final = 2  # votes of the outlet's name and of the money
_NAMED_MAX: Final = 3  # votes of how often it is named
_TITLE: Final = 1
_ENOUGH: Final = 4
_LISTED: Final = 2
_HEAD: Final = 250  # characters of headline, letterhead and first words
_LETTERHEAD: Final = re.compile(
    r"\b(?:(?:Republic|Government|Kingdom|Parliament|State|Embassy|Ministry\b[^\n]{0,60})\s+of\s+(?:the\s+)?)$",
    re.IGNORECASE,
)
# "meeting in Abu Dhabi", "the ambassador of Peru": where, and whose, not who gets
_WHERE: Final = re.compile(r"\b(?:in|at|near|from|via|outside|through)\s+$")
_ENTRY: Final = re.compile(r"\s*[—–|:]\s*")  # "INDIA — 2,000 tonnes": who gives
_OF_ENVOY: Final = re.compile(r"\b[Aa]mbassador\s+(?:of|to|for|from)\s+(?:the\s+)?$")
_MONEY_MAX: Final = 40  # figures looked at on a huge page
_OUTLETS_KEPT: Final = 1024  # whose country is known without another look
_OUTLET_MIN: Final = 5  # letters of a name that an outlet's name may hold


class PageHomes:
    """Finds the country in need that a page is of. Made once for a process."""

    def __init__(
        self, aided: Iterable[Actor], names: Mapping[str, Actor], currency_of: Mapping[str, str]
    ) -> None:
        """Take the countries that mostly get, ``names`` of countries and capitals, and currencies by id."""
        self._aided = {actor.id: actor for actor in aided}
        self.aided = frozenset(self._aided)
        self._ids = {actor.name: actor.id for actor in self._aided.values()}
        self._outlets = {
            re.sub(r"[\W_]+", "", name).lower(): actor
            for name, actor in sorted(names.items(), key=lambda item: -len(item[0]))
            if actor.id in self._aided and len(name) >= _OUTLET_MIN
        }
        self._outlet = lru_cache(maxsize=_OUTLETS_KEPT)(self._named_by)
        users = Counter(currency_of.values())
        self._money = {
            code: self._aided[of]
            for of, code in currency_of.items()
            if of in self._aided and users[code] == 1
        }

    def find(self, article: PledgeArticle, besides: AbstractSet[str] | None = None) -> Actor | None:
        """Give the country that most of the page speaks for, None where little does.

        ``besides`` are the givers that a list of promises names: less is enough for the only other one.
        """
        votes = self._named(article)
        if article.home is not None and article.home.id in self._aided:
            votes[article.home.id] += _PLACED
        for actor in (self._outlet(article.publisher or ""), self._counted_in(article)):
            if actor is not None:
                votes[actor.id] += _HINTED
        for name in besides or ():
            votes.pop(self._ids.get(name), None)
        (best, count), *others = [*votes.most_common(2), (None, 0)][:2]
        if count < (_ENOUGH if besides is None else _LISTED) or (others and others[0][1] == count):
            return None
        host = besides is None and _meets(article.words) and not _in_title(article, self._aided[best])
        return None if host else self._aided[best]

    def _named(self, article: PledgeArticle) -> Counter[str | None]:
        named = [n for n in article.takers_in(0, len(article.text)) if n.actor.id in self._aided]
        meant = [n for n in named if not _only_where(article.text, n)]
        counted = Counter(n.actor.id for n in meant)
        votes = Counter({of: min(count, _NAMED_MAX) for of, count in counted.items()})
        votes.update({n.actor.id: _TITLE for n in meant if n.span[0] < _HEAD})
        votes.update({n.actor.id: _PLACED for n in named if _heads_letter(article.text, n)})
        return votes

    def _named_by(self, outlet: str) -> Actor | None:
        host = outlet.lower()
        return next((actor for name, actor in self._outlets.items() if name in host), None) if host else None

    def _counted_in(self, article: PledgeArticle) -> Actor | None:
        """Give the country whose own money the page counts in."""
        for mention in islice(article.quantities, _MONEY_MAX):
            country = self._money.get(mention.quantity.currency or "")
            if country is not None and mention.quantity.kind == "money" and not mention.shared_currencies:
                return country
        return None


def _meets(words: Words) -> bool:
    """Tell a report from a meeting: where it is held is not who gets."""
    return _MEETING.any(words, 0, _OPENING)


def _in_title(article: PledgeArticle, country: Actor) -> bool:
    """Tell a country that the headline names by its name, not by a city."""
    title = article.text[:_HEAD].partition("\n")[0]
    named = [n for n in article.nominals_in(0, len(title)) if n.actor.name == country.name]
    return country.name in title or any(n.adjective for n in named)


_OPENING: Final = 400  # characters
_MEETING: Final = PhraseSet(
    (
        "conference", "summit", "talks", "forum", "roundtable", "round table", "replenishment", "pledging",
        "meeting of donors",
    )
)  # fmt: skip


def _only_where(text: str, nominal: Nominal) -> bool:
    """Tell "in Abu Dhabi", not "in Ghana", and an entry of a list."""
    low, at = max(0, nominal.span[0] - 24), nominal.span[0]
    if text[at - 1 : at] == "\n" and _ENTRY.match(text, nominal.span[1]):
        return True
    if "mbassador" in text[low:at] and _OF_ENVOY.search(text, low, at):
        return True
    by_name = nominal.actor.as_printed in (None, nominal.actor.name)
    return not by_name and bool(_WHERE.search(text, low, at))


def _heads_letter(text: str, nominal: Nominal) -> bool:
    """Tell "REPUBLIC OF ZAMBIA" in the first lines."""
    start = nominal.span[0]
    if start > _HEAD:
        return False
    line = text.rfind("\n", 0, start) + 1
    end = text.find("\n", nominal.span[1])
    return bool(_LETTERHEAD.search(text, line, start)) and not text[nominal.span[1] : max(end, 0)].strip(
        " .,"
    )
