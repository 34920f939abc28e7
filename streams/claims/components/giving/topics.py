"""What a pledge is for and in which form it is given, by the words around it."""

import re
from collections.abc import Mapping
from typing import Final

from models.messages import Span
from models.messages.claim import Instrument, Purpose
from streams.claims.components.giving.article import PledgeArticle
from streams.claims.components.giving.context import Context
from streams.claims.components.text.phrase_sets import PhraseSet
from streams.claims.components.text.words import Words

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
# Where a phrase stands for several forms, the more particular one comes first.
_FORMS: Final[tuple[Instrument, ...]] = ("guarantee", "loan", "grant")
# What leads from a form to its figure: "a loan of 5 million".
_OF: Final = re.compile(r"\s(?:of|worth|totall?ing|amounting to|over)\s[^,;]{0,24}")


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
        self._form_of = {phrase: name for name in reversed(_FORMS) for phrase in instruments.get(name, ())}
        self._forms = PhraseSet(self._form_of, fold=False)

    def purpose(self, words: Words, *stretches: Span) -> Purpose:
        """Give the purpose that most words of the first telling stretch speak of."""
        for stretch in stretches:
            told = [name for word in self._words.found(words, *stretch) for name in self._of[word]]
            if told:
                return max(_ORDER, key=told.count)
        return "other"

    def whole(self, article: PledgeArticle, context: Context) -> Purpose:
        """Give the purpose of the article as a whole, counted once."""
        if context.purpose is None:
            context.purpose = self.purpose(article.words, (0, len(article.text)))
        return context.purpose

    def instrument(
        self, words: Words, span: Span, figure: Span | None, *, in_kind: bool
    ) -> Instrument | None:
        """Give the form in which ``figure`` is given, None where the words of its ``span`` do not say.

        A form of which it is an amount comes first ("a loan of 5 million"), then the next one behind it
        that is not of another amount ("33 billion in loans and 17 billion in grants"), then the last before.
        """
        if in_kind:
            return "in_kind"
        places = list(self._forms.places(words, *span))
        if not places or figure is None:
            return self._form_of[places[0][1]] if places else None
        text = words.text
        before = [(at + len(phrase), phrase) for at, phrase in places if at < figure[0]]
        behind = [
            phrase
            for at, phrase in places
            if at >= figure[1] and not _OF.fullmatch(text, at + len(phrase), span[1])
        ]
        if before and (_OF.fullmatch(text, before[-1][0], figure[0]) or not behind):
            return self._form_of[before[-1][1]]
        return self._form_of[behind[0] if behind else places[0][1]]
