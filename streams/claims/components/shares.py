"""Shares of economic output: percentages of GDP or GNI, spelt out or understood.

In: text and a percentage. Out: whether it is one. "2.5 percent" alone is one only where
the text around it speaks of defence spending or of a target, and never as a growth rate.
"""

import re
from typing import Final

from streams.claims.components.numbers import Number
from streams.claims.components.phrases import any_of
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
_OF_OTHER: Final = re.compile(r"\s+of\s+(?!them\b)", re.IGNORECASE)
_HIGHEST: Final = 10.0  # percent: no state aims higher
_OFTEN: Final = 2
_REACH: Final = 160  # characters around a bare percentage in which its context must stand
_ABOUT: Final = 5000  # characters around it that tell what the article is about


class Shares:
    """Tells shares of economic output from other percentages."""

    def __init__(self, words: CountWords) -> None:
        output = any_of(words.output)
        # The page may have lost the space behind it: "of their GDPReuters reports".
        self._explicit = re.compile(rf"{_OF}{output}(?-i:(?![a-z0-9]))", re.IGNORECASE)
        self._prefixed = re.compile(rf"\b{output}\s+(?:share|ratio)?\s*(?:of|at|to)\s+$", re.IGNORECASE)
        self._pair = re.compile(
            rf"[\s,]{{0,2}}(?:plus|and|or|to|[-–—]|instead of|rather than"
            rf"|from)?\s*[^%.;\n]{{0,60}}?\d\s?(?:%|per\s?cent){_OF}{output}(?!\w)",
            re.IGNORECASE,
        )
        self._noun = re.compile(
            rf"[\s-]{{1,2}}(?:\w+\s+){{0,2}}?{any_of(words.output_nouns)}(?!\w)", re.IGNORECASE
        )
        self._context = re.compile(rf"(?<!\w){any_of(words.output_context)}(?!\w)", re.IGNORECASE)
        self._output = re.compile(rf"(?<!\w){output}(?!\w)", re.IGNORECASE)
        self._aims = re.compile(
            rf"(?<!\w){any_of(words.output_aims)}\s+(?:\w+\s+){{0,3}}[“\"'‘]?$", re.IGNORECASE
        )
        # Percentages of something else: of voters, of prices, of taxes.
        self._other = re.compile(rf"\b{any_of(words.no_output)}\b", re.IGNORECASE)
        self._to = re.compile(
            r"\b(?:to|at|of|reach|reaches|reached|hit|is|was|be|the|than|from|by)\s+(?:about |around "
            r"|at least |up to |a |an |over |more than |the |nearly |almost |below )*[“\"'‘]?$",
            re.IGNORECASE,
        )

    def is_share(  # noqa: PLR0911  (one return for each rule)
        self, text: str, number: Number, sentence: tuple[int, int], *, listed: bool = False
    ) -> bool:
        """Tell whether the percentage ``number`` is a share of GDP or GNI.

        ``listed``: another share stands before it in its sentence.
        """
        if self._explicit.match(text, number.end):
            return True
        before = text[max(sentence[0], number.start - 60) : number.start]
        if self._prefixed.search(before):
            return True
        growing = _GROWTH.search(before) or _GROWN.match(text, number.end)
        if growing or number.value is None or number.value > 25:
            return False
        if self._pair.match(text, number.end):
            return True
        near = (max(sentence[0], number.start - _REACH), min(sentence[1], number.end + _REACH))
        context = bool(self._context.search(text, *near))
        output = bool(self._output.search(text, *near))
        if self._noun.match(text, number.end):
            return (
                context
                or output
                or bool(self._output.search(text, max(0, number.start - _ABOUT), number.end + _ABOUT))
            )
        if context or output:
            return bool(self._to.search(before)) or (output and context)
        if number.value > _HIGHEST or _OF_OTHER.match(text, number.end) or self._other.search(text, *near):
            return False
        return (listed or bool(self._aims.search(before))) and self._about(text, number)

    def _about(self, text: str, number: Number) -> bool:
        """Tell an article about shares of output: it names them more than once, not too far away."""
        near = (max(0, number.start - _ABOUT), number.end + _ABOUT)
        return len(self._explicit.findall(text, *near)) + len(self._context.findall(text, *near)) >= _OFTEN
