"""What pledges are worth: claims in, claims out with euros at the rate of the pledge's day.

The day is that of the announcement, else that of the article; a pledge without either, and one
in a currency without a rate that day, has no worth. Rate, day and source stand beside it.
"""

from collections.abc import Iterable

from msgspec.structs import replace

from models.messages import Claim, Pledge, Quantity
from streams.claims.components.calendar.words import Day, day_of
from streams.claims.exchange import Rates


def in_euros(claims: Iterable[Claim], rates: Rates) -> tuple[Claim, ...]:
    """Add the worth in euros to every claim of money."""
    return tuple(_claim(claim, rates) for claim in claims)


def _claim(claim: Claim, rates: Rates) -> Claim:
    pledge = claim.pledge
    if not isinstance(pledge, Pledge):
        return claim
    day = day_of(pledge.announced_on or claim.article.published_at)
    quantity = _quantity(pledge.quantity, day, rates)
    if quantity is pledge.quantity:
        return claim
    return replace(claim, pledge=replace(pledge, quantity=quantity))


def _quantity(quantity: Quantity, day: Day, rates: Rates) -> Quantity:
    if quantity.kind != "money" or quantity.value is None or quantity.currency is None or day is None:
        return quantity
    rate = rates.of(quantity.currency, day)
    if rate is None:
        return quantity
    return replace(
        quantity,
        in_eur=rate.in_eur(quantity.value),
        rate=rate.per_euro,
        rate_date=rate.day.isoformat(),
        rate_source=rate.source,
    )
