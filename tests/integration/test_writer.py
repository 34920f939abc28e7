"""The writer on a real Postgres: everything once, however often and in whatever order it comes."""

import random
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import Engine, text

from models.messages import Quantity
from models.tables import metadata
from streams.ledger.writer import LedgerWriter, UnstorableError
from tests.support.ledger import (
    article,
    claim,
    conflict,
    dead_letter,
    entry,
    office_claim,
    quote_claim,
    reading,
    receipt,
    retraction,
    state,
    taken,
)

SOURCE = article()
CLAIM, QUOTE, OFFICE = claim(SOURCE), quote_claim(SOURCE), office_claim(SOURCE)


def rows(engine: Engine, sql: str) -> list[tuple[Any, ...]]:
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(sql))]


def snapshot(engine: Engine) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, with the transaction that wrote it."""
    return {
        name: sorted(rows(engine, f"SELECT xmin::text, t::text FROM {name} t")) for name in metadata.tables
    }


def everything() -> list[Any]:
    other = claim(SOURCE, 2)
    return taken(
        SOURCE, receipt(SOURCE, CLAIM, QUOTE, OFFICE), CLAIM, QUOTE, OFFICE, other, entry(CLAIM),
        reading(3, state(CLAIM), open_conflicts=("k",)), conflict(3, CLAIM, other), retraction(other),
        dead_letter(),
    )  # fmt: skip


def test_a_batch_of_every_message_fills_every_table_of_the_flow(ledger: Engine) -> None:
    LedgerWriter(ledger).write(everything())
    empty = {name for name in metadata.tables if not rows(ledger, f"SELECT 1 FROM {name}")}
    assert empty == {"actors", "people", "posts", "tenures"}


def test_the_same_batch_again_touches_no_row(ledger: Engine) -> None:
    writer = LedgerWriter(ledger)
    writer.write(everything())
    before = snapshot(ledger)
    writer.write(everything())
    for record in everything():
        writer.write([record])
    assert snapshot(ledger) == before


def test_a_claim_of_two_slots_is_one_claim(ledger: Engine) -> None:
    LedgerWriter(ledger).write(taken(QUOTE, quote_claim(SOURCE, slot="words:1234")))
    assert rows(ledger, "SELECT count(*) FROM claims") == [(1,)]
    assert rows(ledger, "SELECT slot FROM claim_slots ORDER BY slot") == [("quote:Q57792",), ("words:1234",)]


def test_the_view_of_quotes_has_the_words_of_those_that_stand(ledger: Engine) -> None:
    other = quote_claim(SOURCE, 2)
    LedgerWriter(ledger).write(taken(QUOTE, CLAIM, other, retraction(other)))
    assert rows(ledger, "SELECT claim_id, speaker_name, words, span_start, span_end FROM quotes") == [
        (QUOTE.claim_id, "Mark Rutte", "We keep our word.", 57, 77)
    ]


def test_the_columns_of_a_pledge_say_what_its_state_says(ledger: Engine) -> None:
    odd = state(
        CLAIM,
        pledge_id="p",
        speakers=('Ann "A" Lee', "Зоря, {x}"),
        withdrawn=True,
        fulfilment="broken",
        part_of="q",
    )
    bare = state(
        CLAIM, pledge_id="q", beneficiary=None, announced_on=None, speakers=(), claim_ids=(),
        quantity=Quantity(kind="none"),
    )  # fmt: skip
    LedgerWriter(ledger).write(taken(reading(1, odd, bare)))
    columns = (
        "pledger_id, pledger_name, beneficiary_id, beneficiary_name, purpose, quantity_kind, value, currency, "
        "in_eur, stage, polarity, withdrawn, fulfilment, part_of, announced_on, speakers, claim_ids, "
        "independent_origins, articles"
    )
    assert rows(ledger, f"SELECT {columns} FROM pledges ORDER BY pledge_id") == [
        ("Q183", "Germany", "Q212", "Ukraine", "military", "money", 1e9, "EUR", 1e9, "pledged", "affirmed", True,
         "broken", "q", "2025-02-24", ['Ann "A" Lee', "Зоря, {x}"], [CLAIM.claim_id], 1, 1),
        ("Q183", "Germany", None, None, "military", "none", None, None, None, "pledged", "affirmed", False,
         "open", None, None, [], [], 1, 1),
    ]  # fmt: skip


def test_workers_that_write_the_same_rows_at_once_do_not_wait_in_a_circle(ledger: Engine) -> None:
    sources = [article(number) for number in range(40)]
    claims = [claim(source, slot=f"s{number % 5}") for number, source in enumerate(sources)]
    readings = [reading(n, state(c, pledge_id=f"p{n}"), slot=c.slot) for n, c in enumerate(claims)]
    messages = [*sources, *claims, *readings]

    def work(seed: int) -> None:
        mine = random.Random(seed).sample(messages, len(messages))
        for begin in range(0, len(mine), 30):
            LedgerWriter(ledger).write(taken(*mine[begin : begin + 30]))

    with ThreadPoolExecutor(4) as workers:
        assert len(list(workers.map(work, range(8)))) == 8
    assert rows(ledger, "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM claims)") == [(40, 40)]
    assert rows(ledger, "SELECT pledge_id FROM pledges ORDER BY 1") == [
        ("p35",),
        ("p36",),
        ("p37",),
        ("p38",),
        ("p39",),
    ]


def test_a_slot_takes_a_newer_reading_whole_and_no_older_one(ledger: Engine) -> None:
    writer = LedgerWriter(ledger)
    first, second = state(CLAIM, pledge_id="p1"), state(CLAIM, pledge_id="p2")
    writer.write(taken(reading(10, first)))
    writer.write(taken(reading(11, second)))
    writer.write(taken(reading(9, first), reading(8, first, second)))
    assert rows(ledger, "SELECT pledge_id FROM pledges") == [("p2",)]
    assert rows(ledger, "SELECT revision FROM slots") == [(11,)]
    writer.write(taken(reading(11, second, first), reading(10)))
    assert rows(ledger, "SELECT pledge_id FROM pledges ORDER BY 1") == [("p1",), ("p2",)]
    writer.write(taken(reading(12)))
    assert rows(ledger, "SELECT count(*) FROM pledges") == [(0,)]


def test_a_reading_leaves_other_slots_alone(ledger: Engine) -> None:
    writer = LedgerWriter(ledger)
    writer.write(taken(reading(1, state(CLAIM, pledge_id="a"), slot="s1")))
    writer.write(taken(reading(1, state(CLAIM, pledge_id="b"), slot="s2"), reading(0, slot="s1")))
    assert rows(ledger, "SELECT pledge_id, slot FROM pledges ORDER BY 1") == [("a", "s1"), ("b", "s2")]


def test_a_conflict_is_replaced_with_its_sides_only_by_a_newer_one(ledger: Engine) -> None:
    writer = LedgerWriter(ledger)
    opened = conflict(5, CLAIM, claim(SOURCE, 2))
    resolved = conflict(6, CLAIM, CLAIM, state="resolved", sides=opened.sides[:1], resolution="retracted")
    writer.write(taken(opened))
    writer.write(taken(resolved))
    writer.write(taken(opened))
    assert rows(ledger, "SELECT state, resolution FROM conflicts") == [("resolved", "retracted")]
    assert rows(ledger, "SELECT position FROM conflict_sides") == [(0,)]


def test_an_entry_stays_as_it_first_came(ledger: Engine) -> None:
    writer = LedgerWriter(ledger)
    writer.write(taken(entry(CLAIM, articles=1)))
    writer.write(taken(entry(CLAIM, articles=9, recorded_at="2026-01-01T00:00:00Z")))
    assert rows(ledger, "SELECT articles, recorded_at FROM entries") == [
        (1, datetime(2025, 2, 24, 13, 5, 1, 250_000, tzinfo=UTC))
    ]


def test_a_newer_reading_of_an_article_replaces_claim_and_receipt(ledger: Engine) -> None:
    writer = LedgerWriter(ledger)
    writer.write(taken(CLAIM, receipt(SOURCE, CLAIM)))
    writer.write(taken(claim(SOURCE, extractor="v2"), receipt(SOURCE, extractor="v2")))
    assert rows(ledger, "SELECT extractor FROM claims") == [("v2",)]
    assert rows(ledger, "SELECT extractor, pledge_ids FROM receipts") == [("v2", [])]


@pytest.mark.parametrize(
    ("written", "time"),
    [
        ("9999-12-31T23:59:59Z", datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)),
        ("9999-12-31", datetime(9999, 12, 31, tzinfo=UTC)),
        ("9999-12-31T23:59:59-05:00", None),
        ("0001-01-01T00:00:00+05:00", None),
        (None, None),
    ],
)
def test_a_date_at_the_end_of_the_calendar_is_kept_as_written(
    ledger: Engine, written: str | None, time: datetime | None
) -> None:
    far = article(published_at=written)
    LedgerWriter(ledger).write(taken(far, claim(far)))
    assert rows(ledger, "SELECT published_at, published_time FROM articles") == [(written, time)]
    assert rows(ledger, "SELECT stated_at, stated_time FROM claims") == [(written, time)]


@pytest.mark.parametrize(
    "bad",
    [
        article(title="NUL \0 in the title"),
        article(title="half a pair \ud800"),
        article(version=2**70),
        article(id="x" * 70_000 + "".join(map(chr, range(200, 9000)))),
        claim(SOURCE, pledge=claim(SOURCE).quote),
        entry(CLAIM, recorded_at="at noon"),
    ],
    ids=["nul", "surrogate", "number", "key", "shape", "time"],
)
def test_what_postgres_cannot_hold_is_named_and_nothing_written(ledger: Engine, bad: Any) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        LedgerWriter(ledger).write(taken(CLAIM, bad))
    assert rows(ledger, "SELECT count(*) FROM claims") == [(0,)]


def test_the_writer_goes_on_after_a_refusal(ledger: Engine) -> None:
    writer = LedgerWriter(ledger)
    with pytest.raises(UnstorableError, match="NUL"):
        writer.write(taken(article(title="\0")))
    writer.write(taken(SOURCE))
    assert rows(ledger, "SELECT count(*) FROM articles") == [(1,)]


def test_text_survives_as_it_was_printed(ledger: Engine) -> None:
    odd = article(text='tabs\t, lines\n, back\\slash, \\N, "quotes", Зеленський, 🇺🇦', title="\\.")
    LedgerWriter(ledger).write(taken(odd))
    assert rows(ledger, "SELECT text, title FROM articles") == [(odd.text, odd.title)]


def test_a_dead_letter_keeps_its_bytes_and_its_first_sighting(ledger: Engine) -> None:
    writer = LedgerWriter(ledger)
    writer.write(taken(dead_letter()))
    writer.write(
        taken(dead_letter(attempts=2, first_seen="2025-03-01T00:00:00Z", last_seen="2025-03-01T00:00:00Z"))
    )
    assert rows(ledger, "SELECT body, header_values, attempts, first_seen < last_seen FROM dead_letters") == [
        (b'{"text": \xff', [b"00-1-2-00", b"x"], 2, True)
    ]
