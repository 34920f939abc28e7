"""What a batch leaves of messages that come twice, or in another order."""

import pytest
from msgspec import UNSET

from models import tables
from streams.ledger.batch import Batch
from tests.support.ledger import (
    article,
    claim,
    conflict,
    entry,
    quote_claim,
    reading,
    receipt,
    retraction,
    state,
)

SOURCE = article()
CLAIM = claim(SOURCE)


def test_the_last_of_a_claim_or_receipt_counts() -> None:
    batch = Batch([CLAIM, receipt(SOURCE), claim(SOURCE, extractor="v2"), receipt(SOURCE, extractor="v2")])
    (stored,) = batch.rows(tables.claims)
    assert "v2" in stored
    (stored,) = batch.rows(tables.receipts)
    assert "v2" in stored


def test_the_first_of_an_entry_or_retraction_counts() -> None:
    batch = Batch([entry(CLAIM, articles=1), entry(CLAIM, articles=5), retraction(CLAIM), retraction(CLAIM)])
    assert len(batch.rows(tables.entries)) == len(batch.rows(tables.retractions)) == 1
    assert batch.rows(tables.entries)[0][8] == 1


def test_the_highest_revision_of_a_slot_counts_with_its_own_pledges_only() -> None:
    old, new = state(CLAIM, pledge_id="old"), state(CLAIM, pledge_id="new")
    batch = Batch([reading(5, new), reading(4, old)])
    assert [row[1] for row in batch.rows(tables.slots)] == [5]
    assert [row[0] for row in batch.rows(tables.pledges)] == ["new"]


def test_the_highest_revision_of_a_conflict_counts_with_its_own_sides_only() -> None:
    opened = conflict(5, CLAIM, CLAIM)
    batch = Batch([conflict(6, CLAIM, CLAIM, sides=opened.sides[1:]), opened])
    assert [row[2] for row in batch.rows(tables.conflict_sides)] == ["EUR 2bn"]


def test_rows_are_in_the_order_of_their_keys_so_that_workers_lock_alike() -> None:
    quotes = [quote_claim(SOURCE, number, slot=f"s{number % 3}") for number in range(9)]
    batch = Batch(quotes)
    for table in (tables.claims, tables.claim_slots):
        keys = [row[:2] for row in batch.rows(table)]
        assert keys == sorted(keys)


def test_spellings_of_a_publisher_are_one_publisher() -> None:
    batch = Batch(
        [
            article(1, publisher="Harbour Post"),
            article(2, publisher="HARBOUR POST"),
            article(3, publisher=None),
        ]
    )
    assert batch.rows(tables.publishers) == [("harbour-post", "Harbour Post")]


def test_a_claim_without_what_its_kind_names_is_refused() -> None:
    with pytest.raises(ValueError, match="is a pledge and states none"):
        Batch([claim(SOURCE, pledge=UNSET)])
