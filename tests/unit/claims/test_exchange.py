"""ECB rates: the rate of the day, or the last one at most four days earlier, else none."""

import datetime as dt

import pytest

from streams.claims.exchange import shipped_rates


def rate_of(currency, day):
    return shipped_rates().of(currency, day)


def test_the_euro_is_worth_a_euro_on_any_day():
    assert rate_of("EUR", dt.date(9999, 12, 31)).per_euro == 1.0


def test_the_rate_of_a_working_day_is_its_own():
    rate = rate_of("USD", dt.date(2024, 7, 10))
    assert rate.day == dt.date(2024, 7, 10)
    assert rate.in_eur(1000) == pytest.approx(1000 / rate.per_euro, abs=0.01)


def test_a_weekend_takes_the_friday_before():
    assert rate_of("USD", dt.date(2024, 7, 14)).day == dt.date(2024, 7, 12)


def test_a_currency_that_the_bank_no_longer_quotes_has_no_rate():
    assert rate_of("RUB", dt.date(2022, 3, 1)).day == dt.date(2022, 3, 1)
    assert rate_of("RUB", dt.date(2022, 3, 8)) is None


@pytest.mark.parametrize(
    ("currency", "day"),
    [
        ("USD", dt.date(1998, 6, 1)),
        ("USD", dt.date(9999, 1, 1)),
        ("UAH", dt.date(2024, 7, 10)),
        ("XXX", dt.date(2024, 7, 10)),
        ("USD", dt.date(1, 1, 2)),
    ],
)
def test_there_is_no_rate_outside_the_table(currency, day):
    assert rate_of(currency, day) is None
