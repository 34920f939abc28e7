"""Times of messages as Postgres and Python can hold them."""

from datetime import UTC, datetime

import msgspec
import pytest

from streams.ledger.rows import claim_row, moment, publisher_id
from tests.unit.conflicts.making import pledge


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2025-02-24T13:00:00Z", datetime(2025, 2, 24, 13, tzinfo=UTC)),
        ("2025-02-24T13:00:00+02:00", datetime(2025, 2, 24, 11, tzinfo=UTC)),
        ("2025-02-24", datetime(2025, 2, 24, tzinfo=UTC)),
        ("9999-12-31T23:59:59Z", datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)),
        ("9999-12-31T23:59:59-00:01", None),
        ("0001-01-01T00:00:00+00:01", None),
        ("2025-02-30", None),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_a_time_is_read_where_a_calendar_can_hold_it(written: str | None, expected: datetime | None) -> None:
    assert moment(written) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Harbour Post", "harbour-post"), ("Зоря", "зоря"), ("***", "***"), ("", None), (None, None)],
)
def test_a_publisher_has_a_key_whatever_its_script(name: str | None, expected: str | None) -> None:
    assert publisher_id(name) == expected


def test_a_claim_keeps_what_places_its_article_in_time_and_nothing_where_nothing_does() -> None:
    placed = pledge("a", ref={"names": "0a0b0c", "told": "0d0e0f", "not_before": "2025-01-01"})
    stored = msgspec.json.decode(claim_row(placed)[-1])
    sketches = {"names": "0a0b0c", "told": "0d0e0f"}
    assert stored == {"events": [], "not_before": "2025-01-01", "not_after": None, **sketches}
    assert claim_row(pledge("b"))[-1] is None
