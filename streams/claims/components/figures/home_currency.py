"""Whose dollar a bare "$" is, whose dinar a "dinar": a page's quantities in, the same settled out.

A bare sign is the US dollar's unless the page says otherwise: it prints the figure with
its currency elsewhere, it is an outlet or a dateline of a country with a dollar of its
own, or it marks US dollars as such. Then ``shared_currencies`` keep what the giver's own
dollar may be; else they are emptied, and nobody's own dollar is guessed.

A name that several countries give their money is settled by the giver later; what the page
says of it (the same figure with the country's name, its dateline, its outlet) is kept in
``page_currency``.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Final

from msgspec.structs import replace

from streams.claims.annotations import QuantityMention
from streams.claims.components.text.phrases import any_of
from streams.claims.vocabulary import Home

_OPENING: Final = 400  # characters in which a dateline stands
_OUTLETS_KEPT: Final = 1024  # whose currency is known without another look
_DOLLAR: Final = "USD"
_US_NOTE: Final = re.compile(
    r"[\s,]{0,2}\(?(?:in\s+|all\s+)?(?:US|U\.S\.|American)\s+(?:dollars|currency)\b", re.IGNORECASE
)


class HomeCurrencies:
    """Settles bare dollar signs and shared names. Made once for a process from the homes of the lexicon."""

    def __init__(self, homes: Iterable[Home]) -> None:
        self._homes = tuple(homes)
        self._outlet = lru_cache(maxsize=_OUTLETS_KEPT)(self._of_outlet)
        cities = {city: home.code for home in self._homes for city in home.cities}
        self._cities = cities
        # An agency's credit ("OTTAWA (Reuters) -") comes between: it writes for readers abroad.
        self._dateline = re.compile(
            rf"^[ \t]*({any_of(cities)})(?:,[^\n(.—–-]{{0,30}})?\s?[.:—–-]", re.MULTILINE
        )

    def settle(
        self, mentions: Sequence[QuantityMention], text: str, outlet: Callable[[], str]
    ) -> tuple[QuantityMention, ...]:
        """Settle the shared ones among ``mentions``; ``outlet`` gives the page's host or publisher."""
        if not any(mention.shared_currencies for mention in mentions):
            return tuple(mentions)
        home = self.home_of(text, outlet())
        printed = {
            (mention.quantity.value, mention.quantity.currency)
            for mention in mentions
            if mention.quantity.kind == "money" and not mention.shared_currencies
        }
        return tuple(
            (_settled(m, text, home, printed) if _is_bare(m) else _named(m, home, printed))
            if m.shared_currencies
            else m
            for m in mentions
        )

    def home_of(self, text: str, outlet: str) -> str | None:
        """Give the currency of the country in which the page is written, None where nothing tells."""
        if code := self._outlet(outlet.lower()):
            return code
        found = self._dateline.search(text, 0, _OPENING)
        return self._cities[found[1]] if found else None

    def _of_outlet(self, outlet: str) -> str | None:
        """Give the currency that an outlet's name or host tells."""
        for home in self._homes:
            if outlet.endswith(home.ends) or any(part in outlet for part in home.parts):
                return home.code
        return None


def _named(
    mention: QuantityMention, home: str | None, printed: set[tuple[float | None, str | None]]
) -> QuantityMention:
    """Note what the page says of a shared name ("dinars"): the country printed with it, else its home."""
    quantity = mention.quantity
    options = {quantity.currency, *mention.shared_currencies}
    same = {code for value, code in printed if value == quantity.value} & options
    told = same or {code for _, code in printed} & options
    if home in options and not same:
        return replace(mention, page_currency=home)
    return replace(mention, page_currency=min(told, key=str)) if len(told) == 1 else mention


def _is_bare(mention: QuantityMention) -> bool:
    return mention.quantity.currency == _DOLLAR and bool(mention.shared_currencies)


def _settled(
    mention: QuantityMention, text: str, home: str | None, printed: set[tuple[float | None, str | None]]
) -> QuantityMention:
    quantity = mention.quantity
    options = (_DOLLAR, *mention.shared_currencies)
    home = home if home in options else None
    named = [code for value, code in printed if value == quantity.value and code in options]
    if quantity.span and _US_NOTE.match(text, quantity.span[1]):
        named = [_DOLLAR]
    if len(named) == 1:
        return replace(mention, quantity=replace(quantity, currency=named[0]), shared_currencies=())
    if any(other.currency == _DOLLAR for other in mention.alternatives) and home:
        return replace(mention, quantity=replace(quantity, currency=home), shared_currencies=())
    if home:
        return replace(mention, shared_currencies=(home,))
    if any(code == _DOLLAR for _, code in printed):
        return mention  # "US$" beside "$": the page tells them apart
    return replace(mention, shared_currencies=())
