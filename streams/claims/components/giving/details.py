"""The particulars of a pledge: its period, its announcement day, its currency.

In: a governed quantity of an article. Out: the fields that the words around it and the
article's date settle; what they leave open stays open.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from models.messages import Actor, Period, Quantity, Span
from streams.claims.annotations import PeriodMention
from streams.claims.components.calendar.words import day_of, told_on
from streams.claims.components.giving.article import PledgeArticle
from streams.claims.components.giving.clauses import Governed

# Signs and words that mean one currency first: only the giver's own is another.
_LEADING: Final = re.compile(r"[$£¥]|dollar|pound|lira", re.IGNORECASE)
_DAY: Final = re.compile(r"(?<!\d)[1-9]\d?(?!\d)")
_PAST: Final = re.compile(r"\blast\b|\bpast\b", re.IGNORECASE)


def period_of(periods: Sequence[PeriodMention], governed: Governed, sentence: Span, *, alone: bool) -> Period:
    """Give the period of the quantity: the nearest in its own stretch; ``alone``: in all of its sentence."""
    span = governed.mention.quantity.span
    assert span is not None
    stretch = (sentence[0], governed.clause[1]) if alone else governed.own
    low = bisect_left(periods, stretch[0], key=lambda p: p.span[0])
    high = bisect_left(periods, stretch[1], key=lambda p: p.span[0])
    near = [
        p for p in periods[low:high] if stretch[0] <= p.span[0] < stretch[1] and not _inside(p.span, span)
    ]
    if len(near) > 1:
        near.sort(key=lambda p: (bool(_PAST.search(p.period.text or "")), _distance(p.span, span)))
    period = near[0].period if near else Period()
    return replace(period, recurrence="annual") if governed.mention.annual else period


def announced_on(article: PledgeArticle, sentence: Span, period: Period) -> str | None:
    """Give the day (ISO) on which the sentence says it was announced, None where it names none."""
    day = told_on(article.words, *sentence, day_of(article.published_at))
    due = _DAY.findall(period.text or "") if period.deadline else ()
    if day is None or str(day.day) in due:
        return None  # "by 30 April" names the day to come, not the last one gone by
    return day.isoformat()


def settle_currency(
    article: PledgeArticle, governed: Governed, giver: Actor, currency_of: Mapping[str, str]
) -> Quantity:
    """Settle a sign or word that several currencies share by the giver, else by the actors of the article."""
    quantity, shared = governed.mention.quantity, governed.mention.shared_currencies
    if quantity.kind != "money" or not shared:
        return quantity
    options = (quantity.currency, *shared)
    own = currency_of.get(giver.id or "")
    if own in options:
        return replace(quantity, currency=own)
    if governed.mention.page_currency is not None:
        return replace(quantity, currency=governed.mention.page_currency)
    if _LEADING.search(quantity.text or ""):
        return quantity
    for actor in article.actors():
        spoken = currency_of.get(actor.id or "")
        if spoken in options:
            return replace(quantity, currency=spoken)
    return quantity


def _inside(one: Span, other: Span) -> bool:
    return other[0] <= one[0] and one[1] <= other[1]


def _distance(one: Span, other: Span) -> int:
    return max(one[0] - other[1], other[0] - one[1], 0)
