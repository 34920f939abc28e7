"""Figures of other trades: what is paid back, what things cost, what goods are worth, what is security.

In: a figure and its sentence. Out: whether the words right beside it make it one of those,
whoever else the sentence says gives.
"""

import re
from typing import Final

from models.messages import Quantity, Span
from streams.claims.capitals import compile_names
from streams.claims.components.text.keyed import Keyed
from streams.claims.components.text.words import Words

# "As security the firm pledged two of its ships": what a lender may take
_SECURITY: Final = Keyed(
    "collateral security surety loan",
    r"\bas\s+(?:collateral|security|surety)\b|\bsecur(?:es?|ed|ing)\s+(?:an?|the|its)\s+(?:\w+\s+)?loan\b",
    re.IGNORECASE,
)
# "paid 1.9 million for him", "for whom they offered £65m": what a player costs
_FOR_PLAYER: Final = re.compile(r"\s+(?:\w+\s+)?for\s+(?:him|her)\b")
_FOR_WHOM: Final = Keyed("whom", r"\bfor whom\b[^.;]{0,60}$")
# "repaid 50bn francs of emergency loans", "holds some BRL 5 billion"
_PAID_BACK: Final = Keyed(
    "repay repays repaid repaying back off holds",
    r"\b(?:repa(?:y|ys|id|ying)|pa(?:y|ys|id|ying)\s+(?:back|off))\s+(?:\w+\s+){0,2}$|\bholds\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
# "put up in 2022 for 1.6 billion zloty"
_BUILT_FOR: Final = Keyed(
    "built put bought purchased sold erected constructed acquired",
    r"\b(?:built|put up|bought|purchased|sold|erected|constructed|acquired)\b[^.;$€£]{0,80},?\s+for\s+"
    r"(?:\w+\s+)?$",
)
# "pay $260m to settle claims", "$26bn of American goods", "$300bn of its reserves have been frozen"
_OF_COURTS_AND_TRADE: Final = Keyed(
    "settle resolve goods products imports exports reserves assets",
    r"\s+(?:\w+\s+){0,4}?to (?:settle|resolve)\b"
    r"|\s+(?:worth )?(?:of|in)\s+(?:(?!relief|aid|humanitarian|donated)[\w.]+\s+){0,2}"
    r"(?:goods|products|imports|exports)\b"
    r"|\s+(?:worth )?(?:of|in)\s+(?:[\w’'.-]+\s+){0,5}?(?:reserves|assets)\s+"
    r"(?:has|have|had|is|are|was|were|remain)\b",
    re.IGNORECASE,
)
# "the 193 billion euros held at Euroclear", "the missing €4 billion": what lies somewhere, what nobody has
_LIES: Final = Keyed(
    "held frozen blocked parked stuck immobilised immobilized lying",
    r"\s+(?:(?:worth\s+)?(?:of|in)\s+(?:[\w’'.-]+\s+){1,4}?)?(?:(?:which|that|now|still)\s+)*"
    r"(?:(?:is|are|has been|have been|was|were)\s+)?"
    r"(?:held|frozen|blocked|parked|stuck|immobili[sz]ed|lying)\s+(?:at|in|by|with|on|there|abroad)\b",
)
_MISSING: Final = Keyed("missing lacking", r"\b(?:missing|lacking)\s+(?:\w+\s+)?$")
_BEHIND: Final = 200  # characters
# "is to pay $413m to the Securities and Exchange Commission": a penalty
_PAYS: Final = re.compile(r"\bpa(?:y|ys|id|ying)\b[^.;]{0,100}$")
_TO_AUTHORITY: Final = compile_names(
    r"(?:\s*\([^()]{2,30}\))?\s+to\s+(?:the\s+)?(?:[A-Z]\w+\s+){0,3}(?:authorities|regulators?|prosecutors|court|"
    r"taxman|tax\s+(?:office|authority)|Securities\s+and\s+Exchange\s+Commission|Justice\s+Department|"
    r"Department\s+of\s+Justice)\b(?!['’])"
)
# "between $5m and $20m each": what one of many costs
_APIECE: Final = re.compile(r"\s+(?:each|apiece|per \w+)\b")
# "Rs 50,000 to each family", "a subsidy of 4,000 rupees per bag": what one of many gets or costs
_EACH_HEAD: Final = re.compile(
    r"\s+(?:(?:to|for) (?:each|every)|per|an?) "
    r"(?:family|household|person|head|child|victim|survivor|soldier|bag|sack|kilo|kilogram|kg|tonne|litre|liter"
    r"|gallon|unit|vehicle|hectare|acre|patient|pupil|passenger)\b"
)
_BEFORE: Final = 110  # characters
# "through a debt swap", "the conversion of bilateral debt": what is let off is a gift
_LET_OFF: Final = r"(?:swaps?|conversions?|relief|forgiveness|cancell?ations?|write-offs?|moratoriums?)"
_IS_LET_OFF: Final = re.compile(rf"debts?(?:\s+service)?[\s-](?:for-\w+\s+)?{_LET_OFF}\b", re.IGNORECASE)
_LET_OFF_BEFORE: Final = re.compile(rf"\b{_LET_OFF}\s+of\s+(?:[\w’'-]+\s+){{0,3}}$", re.IGNORECASE)
_LET_OFF_MAX: Final = 60  # characters


def debt_is_let_off(text: str, at: int) -> bool:
    """Tell the debt at ``at`` that a creditor gives away or turns into something else."""
    return bool(_IS_LET_OFF.match(text, at) or _LET_OFF_BEFORE.search(text, max(0, at - _LET_OFF_MAX), at))


def is_of_trade(words: Words, sentence: Span, quantity: Quantity) -> bool:
    """Tell a figure that is no gift by what stands right before or behind it."""
    assert quantity.span is not None
    text, (start, end) = words.text, quantity.span
    low = max(sentence[0], start - _BEFORE)
    if quantity.kind == "money" and _BUILT_FOR.search(words, low, start):
        return True
    if _LIES.match(words, end, end + _BEHIND) or _MISSING.search(words, low, start):
        return True
    if _PAID_BACK.search(words, low, start) or _OF_COURTS_AND_TRADE.match(words, end, end + _BEHIND):
        return True
    if _TO_AUTHORITY.match(text, end) and _PAYS.search(text, low, start):
        return True
    return bool(_SECURITY.search(words, *sentence)) or _is_price(words, quantity, start, end)


def _is_price(words: Words, quantity: Quantity, start: int, end: int) -> bool:
    """Tell what one of many gets or costs."""
    text = words.text
    ranged = quantity.low != quantity.high and None not in (quantity.low, quantity.high)
    if ranged and _APIECE.match(text, end):
        return True
    return bool(
        _EACH_HEAD.match(text, end)
        or _FOR_PLAYER.match(text, end)
        or _FOR_WHOM.search(words, max(0, start - 90), start)
    )
