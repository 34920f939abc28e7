"""Quantities: doc.text in, ``doc._.quantities`` out.

Money in any spelling, shares of economic output, counts of things and people; with the
words that bound them, ranges joined, and conversions kept as alternatives of the amount
they convert.
"""

import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from models.messages import Span
from streams.claims.annotations import QuantityMention, source_text
from streams.claims.components.figures.amounts import Amount, AmountReader
from streams.claims.components.figures.home_currency import HomeCurrencies
from streams.claims.components.figures.joins import Joins
from streams.claims.components.posts.parties import Cover
from streams.claims.components.text.phrases import any_of
from streams.claims.components.text.words import Words, with_capitals, words_of
from streams.claims.lexicon import LEXICON
from streams.claims.vocabulary import Units, load_units

_SECTION: Final = re.compile(r"/(\w+-news|canada|australia|singapore)/")  # "/australia-news/2025/"
# An address that does not parse has no host: it must not cost the article.
_HOST: Final = re.compile(r"[A-Za-z][\w+.-]*://(?:[^/?#@\s]*@)?([\w.-]+?)\.?(?=[:/?#]|$)")


class QuantityReader:
    """Reads the quantities of a text; made once for a process."""

    def __init__(self, units: Units) -> None:
        self._amounts = AmountReader(units)
        self._joins = Joins(units)
        self._home = HomeCurrencies(units.home)
        # Without one of these words nothing on the page repeats itself.
        self._yearly = with_capitals({"annum", "annual", "annually", "yearly", "year", "years", "p"})
        self._annual = re.compile(
            rf"(?:[\s,)]{{0,2}}|\s+as (?:the |a )?\w+ of |\s+in\s"
            r"|\s+(?:(?:worth\s)?of|in|for|to|towards?|on)\s(?:[^\W\d_][\w’'-]*\s){1,4}?)"
            rf"(?:{any_of(units.words.annual)})(?!\w)"
            r"(?!\s+(?:ago|earlier|before|later|after|and|into (?:the|a|its|his|her|their)|long)\b)"
            r"|-a-year|\s+(?:in\s)?(?:each|every)(?:\sone)?\sof\s(?:the|these|those|its)\s"
            r"(?:(?:next|coming|following)\s)?(?:\w+\s)?years?\b",
            re.IGNORECASE,
        )
        self._annual_before = re.compile(
            r"(?:\b(?:annual|yearly|every year|each year|annually|per year)\b[^.;,]{0,30}|\ban annual\s+)$",
            re.IGNORECASE,
        )

    def read(
        self,
        text: str,
        sentences: Sequence[Span] = (),
        words: Words | None = None,
        outlet: Callable[[], str] = str,
    ) -> tuple[QuantityMention, ...]:
        """Give the quantities of ``text`` in order.

        ``sentences`` bound what their context is; ``words`` are those of the text, where
        the caller has them already; ``outlet`` gives the page's host, or its publisher's name.
        """
        words = Words(text) if words is None else words
        amounts = self._amounts.read(text, sentences or ((0, len(text)),), words)
        joined = self._joins.join(text, amounts)
        yearly = not self._yearly.isdisjoint(words.known)
        mentions = [self._mention(text, main, others, yearly=yearly) for main, others in joined]
        return self._home.settle(mentions, text, outlet)

    def _mention(
        self, text: str, amount: Amount, others: Sequence[Amount], *, yearly: bool
    ) -> QuantityMention:
        end = max([amount.end, *(other.end for other in others)]) if others else amount.end
        return QuantityMention(
            quantity=amount.quantity(text),
            alternatives=tuple(other.quantity(text) for other in others),
            annual=yearly and self._is_annual(text, amount, end),
            additional=amount.additional,
            shared_currencies=amount.shared,
            unlisted=amount.unlisted,
        )

    def _is_annual(self, text: str, amount: Amount, end: int) -> bool:
        return bool(
            self._annual.match(text, end)
            or (end > amount.end and self._annual.match(text, amount.end))
            or self._annual_before.search(text, max(0, amount.start - 40), amount.start)
        )


@Language.factory(
    "quantities",
    requires=["doc._.sentences"],
    assigns=["doc._.quantities"],
    default_config={"lexicon": str(LEXICON)},
)
def make_quantities(nlp: Language, name: str, lexicon: str) -> "QuantitiesComponent":  # noqa: ARG001
    """Build the component; ``lexicon`` is the folder of ``units.toml``."""
    return QuantitiesComponent(QuantityReader(load_units(Path(lexicon))))


class QuantitiesComponent:
    """Notes the quantities on a Doc."""

    def __init__(self, reader: QuantityReader) -> None:
        self._reader = reader

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.quantities``; none inside layout noise."""
        found = self._reader.read(source_text(doc), doc._.sentences, words_of(doc), partial(_outlet, doc))
        noise = Cover(doc._.noise)
        doc._.quantities = tuple(m for m in found if m.quantity.span and not noise.holds(m.quantity.span))
        return doc


def _outlet(doc: Doc) -> str:
    """Give the host of the page's address, with a country's section of it, else the publisher's name."""
    host = _HOST.match(doc._.url or "")
    if host is None:
        return doc._.publisher or ""
    section = _SECTION.match(doc._.url, host.end())
    return f"{section[1]}.{host[1]}" if section else host[1]
