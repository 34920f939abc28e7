"""Shares of economic output: percentages of GDP or GNI, spelt out or understood.

In: text and a percentage. Out: whether it is one. "2.5 percent" alone is one only where
the text around it speaks of defence spending or of a target, and never as a growth rate.
"""

import re
from functools import cached_property
from typing import Final

from streams.claims.components.figures.numbers import Number
from streams.claims.components.text.phrases import any_of
from streams.claims.components.text.windows import Windows
from streams.claims.components.text.words import Words
from streams.claims.vocabulary import CountWords

_OF: Final = (
    r"(?:\s+or\s+(?:more|so|less))?\s+(?:of|in|as a share of|relative to)"
    r"\s+(?:(?:(?:its|their|our|the|his|her|each|every|a)\s+)?"
    r"(?:\w+(?:['’]s?)?\s+){0,3}?)"
)
_GROWTH: Final = re.compile(
    r"\b(?:by|rose|fell|grew|grown|up|down|increase of|increased|decrease of|rise of|growth of|cut of"
    r"|than|another)\s+"
    r"(?:about |around |nearly |almost |over |more than |some |up to |at least |an? |additional )*$",
    re.IGNORECASE,
)
_GROWN: Final = re.compile(
    r"\s+(?:annual\s+)?(?:increase|rise|growth|jump|hike|cut|drop|fall|more|less|higher|lower|up|down)\b",
    re.IGNORECASE,
)
# what is said of a part: at least 3.5% is to go to core defence, 1.5% more can be spent on roads
_ASSIGNED: Final = re.compile(
    r"\s+(?:more\s+)?(?:(?:is|are|will|would|can|could|should|must|may|has|have)\s+)(?:(?:to|be|then)\s+){0,2}"
    r"(?:go|going|for|on|to|meant|spent|used|reserved|earmarked|set aside|devoted|foreseen|planned)\b",
    re.IGNORECASE,
)
_OF_OTHER: Final = re.compile(r"\s+of\s+(?!them\b)", re.IGNORECASE)
_BLANKS_AND_MARKS: Final = " \t\n\u00a0“\"'‘"
_HIGHEST: Final = 10.0  # percent: no state aims higher
_OFTEN: Final = 2
_REACH: Final = 160  # characters around a bare percentage in which its context must stand
_ABOUT: Final = 5000  # characters around it that tell what the article is about


class ShareWords:
    """The patterns of shares of economic output, built from the lexicon; made once."""

    def __init__(self, words: CountWords) -> None:
        output = any_of(words.output)
        self._phrases = [
            frozenset(phrase.lower().split()) for phrase in (*words.output, *words.output_context)
        ]
        # The page may have lost the space behind it: "of their GDPReuters reports".
        self.explicit = re.compile(rf"{_OF}{output}(?-i:(?![a-z0-9]))", re.IGNORECASE)
        # Of blanks it begins at the first one only, or many of them would take long.
        self.explicit_anywhere = re.compile(rf"(?<!\s){self.explicit.pattern}", re.IGNORECASE)
        self.prefixed = re.compile(rf"\b{output}\s+(?:share|ratio)?\s*(?:of|at|to)\s+$", re.IGNORECASE)
        self.pair = re.compile(
            rf"[\s,]{{0,2}}(?:plus|and|or|to|[-–—]|instead of|rather than"
            rf"|from)?\s*[^%.;\n]{{0,60}}?\d\s?(?:%|per\s?cent){_OF}{output}(?!\w)",
            re.IGNORECASE,
        )
        self.noun = re.compile(
            rf"[\s-]{{1,2}}(?:\w+\s+){{0,2}}?{any_of(words.output_nouns)}(?!\w)", re.IGNORECASE
        )
        self.context = re.compile(rf"(?<!\w){any_of(words.output_context)}(?!\w)", re.IGNORECASE)
        self.output = re.compile(rf"(?<!\w){output}(?!\w)", re.IGNORECASE)
        self.aims = re.compile(
            rf"(?<!\w){any_of(words.output_aims)}\s+(?:\w+\s+){{0,3}}[“\"'‘]?$", re.IGNORECASE
        )
        # Percentages of something else: of voters, of prices, of taxes.
        self.other = re.compile(rf"\b{any_of(words.no_output)}\b", re.IGNORECASE)
        self.to = re.compile(
            r"\b(?:to|at|of|reach|reaches|reached|hit|is|was|be|the|than|from|by)\s+(?:about |around "
            r"|at least |up to |a |an |over |more than |the |nearly |almost |below )*[“\"'‘]?$",
            re.IGNORECASE,
        )

    def are_told_on(self, page: Words) -> bool:
        """Tell a page with the words of output or of its context; on others none is understood."""
        return any(phrase <= page.at.keys() for phrase in self._phrases)


class Shares:
    """Tells shares of economic output from other percentages of one text; ask in text order."""

    def __init__(self, words: ShareWords, page: Words) -> None:
        self._words = words
        self._page = page
        text = self._text = page.text
        self._context, self._output = Windows(words.context, text), Windows(words.output, text)
        self._other = Windows(words.other, text)
        self._context_about, self._output_about = Windows(words.context, text), Windows(words.output, text)
        self._explicit_about = Windows(words.explicit_anywhere, text)

    @cached_property
    def _told(self) -> bool:
        return self._words.are_told_on(self._page)

    def is_share(  # noqa: PLR0911  (one return for each rule)
        self, number: Number, sentence: tuple[int, int], *, listed: bool = False
    ) -> bool:
        """Tell whether the percentage ``number`` is a share of GDP or GNI.

        ``listed``: another share stands before it in its sentence.
        """
        text, words = self._text, self._words
        if words.explicit.match(text, number.end):
            return True
        if not self._told:
            return False
        before = text[max(sentence[0], number.start - 60) : number.start]
        # Whatever is looked for before a figure ends in a word; figures in a row need no search.
        worded = before.rstrip(_BLANKS_AND_MARKS)[-1:].isalnum()
        if worded and words.prefixed.search(before):
            return True
        growing = (worded and _GROWTH.search(before)) or _GROWN.match(text, number.end)
        assigned = _ASSIGNED.match(text, number.end)
        growing = None if assigned else growing
        if growing or number.value is None or number.value > 25:
            return False
        if words.pair.match(text, number.end):
            return True
        near = (max(sentence[0], number.start - _REACH), min(sentence[1], number.end + _REACH))
        context = self._context.count(*near) > 0
        output = self._output.count(*near) > 0
        if words.noun.match(text, number.end):
            wide = self._wide(number)
            return context or output or self._output_about.count(*wide) + self._context_about.count(*wide) > 0
        bare = number.value <= _HIGHEST and not _OF_OTHER.match(text, number.end)
        bare = bare and not self._other.count(*near)
        if bare and assigned:
            return context or output or self._about(number)
        if context or output:
            led = worded and bool(words.to.search(before))
            return led or (output and context) or (listed and bare)
        if not bare:
            return False
        return (listed or (worded and bool(words.aims.search(before)))) and self._about(number)

    def _about(self, number: Number) -> bool:
        """Tell an article about shares of output: it names them more than once, not too far away."""
        wide = self._wide(number)
        return self._explicit_about.count(*wide) + self._context_about.count(*wide) >= _OFTEN

    def _wide(self, number: Number) -> tuple[int, int]:
        return max(0, number.start - _ABOUT), min(len(self._text), number.end + _ABOUT)
