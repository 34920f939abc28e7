"""Parts that are told of on their own: "Of the money, $40 million is meant for seed".

In: an article, a governed quantity and the context. Out: the giver of the sum before, where
the words on both sides make this one a smaller part of it or what follows upon it, or None.
"""

import re
from typing import Final

from msgspec.structs import replace

from models.messages import Span
from streams.claims.components.giving import grammar
from streams.claims.components.giving.article import PledgeArticle
from streams.claims.components.giving.clauses import Governed
from streams.claims.components.giving.context import Context, Giver
from streams.claims.components.giving.givers import antecedents, totals

_WHOLE: Final = (
    r"(?:this|that|it|these|those|which|(?:the|this|that|its)\s+(?:total|sum|amount|money|funds?|funding"
    r"|package"
    r"|grant|loan|cash|envelope|pot|aid|whole|figure))"
)
_SHARE: Final = (
    r"(?:half|the half|(?:a|one|two|three|four|five)[ -]"
    r"(?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?"
    r"|(?:the\s+)?(?:bulk|lion['’]s share|rest|remainder|balance|most|largest part|biggest part|part))"
)
# "The biggest part, "
_BULK: Final = (
    r"(?:the\s+)?(?:bulk|lion['’]s share|remainder|balance|(?:largest|biggest|greater|main|larger) "
    r"(?:part|share|chunk|slice|item))"
)
_SOME: Final = r"(?:(?:some|about|around|up to|at least|nearly|roughly|only|just|the|an?|of|sum of)\s+)*"
# "Of this sum, ", "Four fifths of it, ", "the balance of "
_OF_WHOLE: Final = re.compile(
    rf"[\s“\"‘•–-]*(?:(?:and|while|but|with|whereas)\s+)?(?:(?:of|from|out of|within)\s+{_WHOLE},?\s+"
    rf"|(?:about\s+|around\s+|nearly\s+|some\s+|over\s+)?{_SHARE}\s+of\s+{_WHOLE}\s*[,(–-]\s*"
    rf"|{_BULK}\s*[,(–-]\s*"
    r"|(?:the\s+)?(?:other|remaining|remained|rest,|remainder,|balance,|rest of|remainder of|balance of)\s+)"
    rf"{_SOME}$",
    re.IGNORECASE,
)
# "A further ", "Instead, ", "An advance of "
_ON_TOP: Final = re.compile(
    r"[\s“\"‘•–-]*(?:(?:and|while|but|whereas)\s+)?"
    r"(?:(?:instead|in addition|besides|meanwhile|initially|additionally|separately),?\s+)?(?:(?:an?|the"
    r"|its|another)\s+)?(?:(?:further|additional|first|second|initial|next|last)\s+)?"
    rf"(?:(?:advance(?: payment)?|tranche|instal?lment|payment|slice|portion)\s+of\s+)?{_SOME}$",
    re.IGNORECASE,
)
_GOES: Final = re.compile(
    r"\s*,?\s+(?:of (?:that|it|this|the sum|the money)\s+)?"
    r"(?:(?:goes|go|will go|would go|is to go|are to go|is going|are going|went|flows?|will flow)\s+"
    r"(?:to|for|into|towards?|on)\b"
    r"|(?:is|are|will be|would be|was|were|has been|have been|had been|is being|are being)\s+"
    r"(?:(?:to\s+(?:be|land|arrive|reach|go|come|flow)|for|to|earmarked|meant|set aside|intended|reserved"
    r"|destined|allocated|allotted|channel+ed|directed|redirected|ring-?fenced|available|spent on|due|planned"
    r"|foreseen|pencilled in)\b)"
    r"|(?:will|should|shall)\s+(?:finance|fund|pay|cover|land|arrive|help|be used|buy|support|come|follow)\b"
    r"|(?:finances|pays for|covers|follows)\b)",
    re.IGNORECASE,
)
_TO_ANY: Final = re.compile(
    r"\s+(?:is|are|was|were|goes?|will|would|has|have|for|to|in|as|into|on)\b|\s*[,;]", re.IGNORECASE
)
_WITHIN: Final = 320  # characters from the whole to its part
_OPENING: Final = 90  # characters in which such a sentence or clause opens


def part_told(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:
    """Take the giver of the sum before for a part of it, or what comes with it."""
    at, end = grammar.quantity_span(governed)
    last, quantity, text = context.said, governed.mention.quantity, article.text
    if last is None or last.worth is None or quantity.value is None:
        return None
    if quantity.kind not in ("money", "gdp_share") or (quantity.currency or quantity.kind) != last.worth[1]:
        return None
    if not 0 < at - last.span[1] < _WITHIN:
        return None
    comes = governed.cue is not None and governed.cue.group == "come"
    if comes and grammar.after(article, grammar.FROM, end, governed.own[1]):
        return None  # "Half of it, $5m, is to come from Peru"
    low = _opening(text, at, sentence, governed)
    if at - low > _OPENING:
        return None
    smaller = quantity.value < last.worth[0]
    whole = _OF_WHOLE.fullmatch(text, low, at) if _TO_ANY.match(text, end) else None
    of_whole = whole is not None and (smaller or _REST.search(whole[0]))
    goes = _GOES.match(text, end) if _ON_TOP.fullmatch(text, low, at) else None
    on_top = goes is not None and (smaller or _FOLLOWS.search(goes[0]))
    return replace(last.giver, follows=True) if of_whole or on_top else None


# what is left of a whole may be more than the part told before it: "The remaining €10bn will follow"
_REST: Final = re.compile(r"\b(?:remaining|remained|rest|remainder|balance)\b", re.IGNORECASE)
_FOLLOWS: Final = re.compile(r"\b(?:follows?|arrive|land)$")


# "Half of it, $9m, comes from Peru", "of which $9m was put up by Peru"
_COMES_FROM: Final = re.compile(
    r",?\s+(?:(?:of\s+(?:it|that|this|which)|comes?|came|coming|is|are|was|were|will|would|to|be|has|have|had|been|due"
    r"|expected|provided|given|put\s+up|promised|pledged|paid)\s+)*(?:from|by)\s+(?:the\s+)?"
)


def comes_from(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:
    """Take from whom a part of the sum before is said to come."""
    end = grammar.quantity_span(governed)[1]
    for nominal in article.nominals_in(end, min(sentence[1], end + _OPENING)):
        if nominal.adjective or nominal.actor.name == context.taker_name:
            continue
        return (
            grammar.as_giver(nominal) if _COMES_FROM.fullmatch(article.text, end, nominal.span[0]) else None
        )
    return None


def _opening(text: str, at: int, sentence: Span, governed: Governed) -> int:
    """Give where the clause of the figure at ``at`` opens: behind the last comma or "and" before it."""
    cut = _CUT.search(text, max(sentence[0], at - _OPENING), at)
    return cut.end() if cut else max(sentence[0], governed.clause[0])


# "..., the other 200 million", "... and the remaining 70 million"
_CUT: Final = re.compile(
    r"(?:,|;|\band|\bwhile|\bplus|\breceiv(?:e|es|ing)|\bgets?)\s+(?=(?:and\s+|while\s+)?(?:the\s+)?"
    r"(?:other|remaining|remained|rest|remainder|balance)\s+(?:of\s+)?[^,;]{0,16}$)",
    re.IGNORECASE,
)


def of_package(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:
    """Give who gave the package that the sentence takes apart."""
    if not totals.of_whole(article, governed, sentence):
        return None
    span = grammar.quantity_span(governed)
    if context.last is not None:
        return Giver(context.last, span, firm=False)
    before = antecedents.antecedent(article, sentence, context)
    return Giver(before.actor, before.span, firm=False) if before else None
