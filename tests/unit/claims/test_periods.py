"""Periods: absolute ones stand alone, relative ones need the article's date."""

import pytest

from streams.claims.components.periods import periods_of


@pytest.mark.parametrize(
    ("text", "start", "end", "deadline"),
    [
        ("by 2028", None, None, "2028-12-31"),
        ("by the end of 2024", None, None, "2024-12-31"),
        ("until 2030", None, None, "2030-12-31"),
        ("by March 2026", None, None, "2026-03-31"),
        ("in 2024", "2024-01-01", "2024-12-31", None),
        ("for 2025", "2025-01-01", "2025-12-31", None),
        ("from 2025 on", "2025-01-01", None, None),
        ("2022-2026", "2022-01-01", "2026-12-31", None),
        ("between 2024 and 2027", "2024-01-01", "2027-12-31", None),
        ("in 2024-27", "2024-01-01", "2027-12-31", None),
    ],
)
def test_absolute_periods_need_no_date(text, start, end, deadline):
    (mention,) = periods_of(f"They will pay {text}.", None)
    period = mention.period
    assert (period.start, period.end, period.deadline) == (start, end, deadline)


@pytest.mark.parametrize(
    ("text", "start", "end", "deadline"),
    [
        ("this year", "2024-01-01", "2024-12-31", None),
        ("next year", "2025-01-01", "2025-12-31", None),
        ("last year", "2023-01-01", "2023-12-31", None),
        ("last May", "2024-05-01", "2024-05-31", None),
        ("next March", "2025-03-01", "2025-03-31", None),
        ("within the next year", "2024-07-10", "2025-07-10", None),
        ("over the next four years", "2024-07-10", "2028-07-10", None),
        ("within three years", "2024-07-10", "2027-07-10", None),
        ("by the end of the year", None, None, "2024-12-31"),
        ("by year's end", None, None, "2024-12-31"),
        ("by next March", None, None, "2025-03-31"),
    ],
)
def test_relative_periods_are_resolved_from_the_articles_date(text, start, end, deadline):
    (mention,) = periods_of(f"They will pay {text}.", "2024-07-10T09:00:00Z")
    period = mention.period
    assert (period.start, period.end, period.deadline) == (start, end, deadline)


@pytest.mark.parametrize("text", ["this year", "within the next year", "last May", "by the end of the year"])
def test_an_undated_article_keeps_the_words_and_leaves_the_dates_open(text):
    (mention,) = periods_of(f"They will pay {text}.", None)
    period = mention.period
    assert (period.start, period.end, period.deadline) == (None, None, None)
    assert period.text == text


@pytest.mark.parametrize("text", ["ten years ago", "a 75-year-old man", "in the 1990s", "on Tuesday"])
def test_ages_and_the_distant_past_are_no_periods(text):
    assert periods_of(f"They met {text}.", "2024-07-10") == ()


def test_the_last_day_of_the_calendar_does_not_break_it():
    (mention,) = periods_of("They will pay over the next ten years.", "9999-12-31")
    assert mention.period.end is None
