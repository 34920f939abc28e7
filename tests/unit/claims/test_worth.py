"""A pledge names rate, day and source of its worth, whoever supplied the rate."""

import datetime as dt

import pytest

from models.messages import Article, Claim, Quantity
from models.reference import load_reference
from streams.claims.exchange import Rate, Rates, shipped_rates
from streams.claims.pipeline import Extractor
from streams.cli.try_ import fold_slots
from streams.conflicts.reading import Reconciler

DAY = dt.date(2024, 7, 10)
ABROAD = "Norway pledged {} to Kenya on Wednesday, its foreign ministry said."


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    rates = {"UAH": {DAY: Rate(44.0, DAY, "NBU")}, "AED": {DAY: Rate(4.0, DAY, "CBUAE")}}
    return Extractor(rates=Rates(shipped_rates().table, rates))


def claims(
    extractor: Extractor, amount: str, publisher: str = "Post", day: str = "2024-07-10"
) -> list[Claim]:
    article = Article(text=ABROAD.format(amount), published_at=day, publisher=publisher).identified()
    return [claim for claim in extractor.read(article).claims if claim.pledge]


def quantity(extractor: Extractor, amount: str, day: str = "2024-07-10") -> Quantity:
    (claim,) = claims(extractor, amount, day=day)
    assert claim.pledge
    return claim.pledge.quantity


@pytest.mark.parametrize(
    ("amount", "rate", "source"),
    [
        ("880 million hryvnias", 44.0, "NBU"),
        ("AED 80 million", 4.0, "CBUAE"),
        ("20 million euros", 1.0, "ECB"),
    ],
)
def test_money_is_worth_euros_at_the_rate_of_its_source(
    extractor: Extractor, amount: str, rate: float, source: str
) -> None:
    q = quantity(extractor, amount)
    assert (q.in_eur, q.rate, q.rate_date, q.rate_source) == (20e6, rate, "2024-07-10", source)


def test_money_without_a_rate_near_its_day_has_no_worth(extractor: Extractor) -> None:
    for q in (
        quantity(extractor, "880 million hryvnias", "2024-07-17"),
        quantity(extractor, "5 billion tenge"),
    ):
        assert (q.in_eur, q.rate, q.rate_date, q.rate_source) == (None, None, None, None)


@pytest.mark.parametrize(("euros", "count"), [(20, 0), (30, 1)])
def test_a_supplied_rate_makes_two_currencies_comparable(
    extractor: Extractor, euros: int, count: int
) -> None:
    told = [
        *claims(extractor, "880 million hryvnias"),
        *claims(extractor, f"{euros} million euros", "Gazette"),
    ]
    outcomes = fold_slots(Reconciler(load_reference()), told)
    assert sum(len(outcome.conflicts) for outcome in outcomes) == count


def test_without_a_rate_two_currencies_are_not_compared() -> None:
    plain = Extractor()
    told = [*claims(plain, "880 million hryvnias"), *claims(plain, "35 million euros", "Gazette")]
    assert not [c for outcome in fold_slots(Reconciler(load_reference()), told) for c in outcome.conflicts]
