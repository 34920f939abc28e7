"""Goods without a number: "will supply more air defence systems" names what, not how many.

In: text. Out: QuantityMention of kind "none" for each kind of goods named in the plural
without a figure; whether somebody gives them is for the pledges component to say.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from models.messages import Quantity, Span
from streams.claims.annotations import QuantityMention
from streams.claims.components.text.phrase_sets import PhraseSet
from streams.claims.components.text.phrases import any_of
from streams.claims.components.text.words import Words

# Goods that are news even uncounted; people, food and cars are not.
GROUPS: Final = ("aircraft", "weapons", "systems", "vehicles")
_MODIFIER: Final = r"(?:(?!(?:of|the|and|or|to|in|for|with|from|on|by|its|their|his|her)\s)[\w’'-]+\s+){0,4}"
_PLURAL_ONLY: Final = frozenset(
    (  # noqa: SIM905  (a list of words reads better unquoted)
        "system battery round shell missile rocket bomb gun unit units mines rounds shots "
        "launcher generator transformer terminals bridges ship ships vessel vessels boat plane "
        "vehicle vehicles truck trucks lorries carriers buses bus projectiles cartridges "
        "satellites fighter fighters interceptors pickups bicycles motorcycles guns plane tank "
        "jet helicopter drone howitzer ambulance ambulances bullets grenades torpedoes aircraft"
    ).split()
)


class Uncounted:
    """Finds goods without a number."""

    def __init__(self, units: Mapping[str, Iterable[str]]) -> None:
        heads = [head for group in GROUPS for head in units.get(group, ()) if head not in _PLURAL_ONLY]
        self._goods = re.compile(
            rf"(?<![\w-])(?P<goods>{_MODIFIER}{any_of(heads)}(?:\s+(?:jets|missiles|systems|batteries"
            rf"|aircraft|tanks))*)(?![\w-])"
        )
        self._heads = PhraseSet(heads, fold=False)
        self._head = re.compile(rf"(?<![\w-]){any_of(heads)}(?![\w-])")

    def names_goods(self, words: Words) -> bool:
        """Tell a text that names goods at all."""
        return self._heads.any(words, 0, len(words.text))

    def read(self, words: Words, sentence: Span) -> Iterator[QuantityMention]:
        """Give the first goods named in ``sentence``."""
        text = words.text
        head = self._head.search(text, *sentence) if self._heads.any(words, *sentence) else None
        if head is None:
            return
        goods = self._goods.search(text, max(sentence[0], head.start() - 40), sentence[1])
        span = (goods.start("goods"), max(goods.end("goods"), head.end())) if goods else head.span()
        printed = _VERBS.sub("", text[slice(*span)])
        span = (span[1] - len(printed), span[1])
        yield QuantityMention(Quantity(kind="none", unit=" ".join(printed.split()), text=printed, span=span))


_VERBS: Final = re.compile(
    r"^.*\b(?:send|sends|sent|sending|supply|supplies|supplied|supplying|give|gives|giving|gave|provide"
    r"|provides|provided|"
    r"providing|deliver|delivers|delivered|delivering|transfer|transferring|transferred|donate|donates"
    r"|donated|offer|offered|"
    r"offering|more|new|additional|further|some|several|will|would|that|ship|shipping|shipped)\s+",
    re.IGNORECASE,
)
