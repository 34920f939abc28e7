"""Periods: absolute ones stand alone, relative ones need the article's date."""

from pathlib import Path

import pytest

from streams.claims.components.periods import periods_of

TABLE = Path(__file__).with_name("period_expressions.tsv")
ROWS = [
    line.split("\t")
    for line in TABLE.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
PUBLISHED = "2024-07-10T09:00:00Z"


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_reads_the_expression_as_the_table_says(row):
    words, *dates = row[:4]
    (mention,) = periods_of(f"They will pay {words}.", PUBLISHED if row[4:] else None)
    period = mention.period
    assert [period.start or "-", period.end or "-", period.deadline or "-"] == dates


def test_the_table_holds_more_than_a_hundred_expressions():
    assert len({row[0] for row in ROWS}) >= 100


@pytest.mark.parametrize("row", [row for row in ROWS if row[4:]], ids=lambda row: row[0])
def test_an_undated_article_leaves_what_is_relative_open(row):
    (mention,) = periods_of(f"They will pay {row[0]}.", None)
    period = mention.period
    assert (period.start, period.end, period.deadline) == (None, None, None)
    assert period.text


@pytest.mark.parametrize(
    ("published", "words", "deadline"),
    [
        ("2025-05-29", "by spring", "2026-05-31"),
        ("2025-01-15", "by March", "2025-03-31"),
        ("2025-12-31", "by March", "2026-03-31"),
        ("2025-12-31", "by the end of the year", "2025-12-31"),
        ("2025-01-01", "by the end of next month", "2025-02-28"),
        ("2024-01-31", "by the end of next month", "2024-02-29"),
        ("2025-12-31", "by the end of next month", "2026-01-31"),
        ("2025-10-01", "by winter", "2026-02-28"),
    ],
)
def test_a_deadline_turns_with_the_year(published, words, deadline):
    (mention,) = periods_of(f"They will pay {words}.", published)
    assert mention.period.deadline == deadline


@pytest.mark.parametrize(
    ("published", "words", "end"),
    [
        ("2024-08-31", "within six months", "2025-02-28"),
        ("2024-02-29", "within the next year", "2025-02-28"),
        ("2024-01-31", "within one month", "2024-02-29"),
    ],
)
def test_a_length_ends_on_a_day_that_the_month_has(published, words, end):
    (mention,) = periods_of(f"They will pay {words}.", published)
    assert mention.period.end == end


@pytest.mark.parametrize("text", ["this year", "within the next year", "last May", "by the end of the year"])
def test_an_undated_article_keeps_the_words_and_leaves_the_dates_open(text):
    (mention,) = periods_of(f"They will pay {text}.", None)
    period = mention.period
    assert (period.start, period.end, period.deadline) == (None, None, None)
    assert period.text == text


@pytest.mark.parametrize(
    "text",
    [
        "ten years ago",
        "a 75-year-old man",
        "in the 1990s",
        "on Tuesday",
        "in September",
        "they may march in the fall of the house",
        "of the year",
        "500 of the 2026 shells",
        "two years later",
        "June 30 million euros",
        "the 12-month-old child",
    ],
)
def test_ages_the_distant_past_and_months_of_no_year_are_no_periods(text):
    assert periods_of(f"They met {text}.", "2024-07-10") == ()


def test_the_last_day_of_the_calendar_does_not_break_it():
    (mention,) = periods_of("They will pay over the next ten years.", "9999-12-31")
    assert mention.period.end is None


def test_a_day_that_the_calendar_lacks_keeps_its_words_only():
    (mention,) = periods_of("They will pay by 31 June 2025.", None)
    assert (mention.period.deadline, mention.period.text) == (None, "by 31 June 2025")
