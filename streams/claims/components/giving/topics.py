"""What a pledge is for and in which form it is given, by the words around it."""

from collections import Counter
from collections.abc import Mapping
from typing import Final

from models.messages import Span
from models.messages.claim import Instrument, Purpose
from streams.claims.components.giving.article import PledgeArticle
from streams.claims.components.giving.context import Context
from streams.claims.components.text.phrase_sets import PhraseSet, Words

# Where words of several purposes are equally many, the more particular one comes first.
_ORDER: Final[tuple[Purpose, ...]] = (
    "defence_spending",
    "military",
    "reconstruction",
    "humanitarian",
    "health",
    "climate",
    "energy",
    "development",
    "financial",
)
_FORMS: Final[tuple[Instrument, ...]] = ("guarantee", "loan", "grant")


class Topics:
    """Names the purpose and the instrument of a pledge."""

    def __init__(
        self, purposes: Mapping[str, tuple[str, ...]], instruments: Mapping[str, tuple[str, ...]]
    ) -> None:
        self._of: dict[str, list[Purpose]] = {}
        for name in _ORDER:
            for phrase in purposes.get(name, ()):
                self._of.setdefault(phrase.lower(), []).append(name)
        self._words = PhraseSet(self._of)
        # In lower case only: Grant is also a name.
        self._instruments = {name: PhraseSet(words, fold=False) for name, words in instruments.items()}

    def purpose(self, words: Words, *stretches: Span) -> Purpose:
        """Give the purpose that most words of the first telling stretch speak of."""
        for stretch in stretches:
            counts: Counter[Purpose] = Counter()
            for word in self._words.found(words, *stretch):
                counts.update(self._of[word])
            if counts:
                return max(_ORDER, key=lambda name: counts[name])
        return "other"

    def whole(self, article: PledgeArticle, context: Context) -> Purpose:
        """Give the purpose of the article as a whole, counted once."""
        if context.purpose is None:
            context.purpose = self.purpose(article.words, (0, len(article.text)))
        return context.purpose

    def instrument(self, words: Words, span: Span, *, in_kind: bool) -> Instrument | None:
        """Give the form in which it is given, None where the words do not say."""
        if in_kind:
            return "in_kind"
        for name in _FORMS:
            phrases = self._instruments.get(name)
            if phrases is not None and phrases.any(words, *span):
                return name
        return None
