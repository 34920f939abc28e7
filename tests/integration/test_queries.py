"""Questions to a ledger in Postgres, and its content digest."""

import random
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, text

from models.messages import Actor, Pledge, Speaker
from models.reference import ActorSeed, PersonSeed, Reference
from streams.ledger.digest import digest
from streams.ledger.migrate import upgrade
from streams.ledger.queries import Filters, claims_by_id, conflicts, find, history, pledges, spoken
from streams.ledger.writer import LedgerWriter
from tests.support.ledger import (
    article,
    claim,
    conflict,
    entry,
    office_claim,
    pledge,
    quote_claim,
    reading,
    receipt,
    retraction,
    state,
    taken,
)

DUTCH = Actor(id="Q55", name="Netherlands", level="country", as_printed="The Hague")
SCHOOF = Speaker(id="Q1", name="Dick Schoof", role="Prime Minister", org="Netherlands")
FIRST, SECOND = article(1), article(2, published_at="2025-03-02")
A, B = claim(FIRST, 1), claim(SECOND, 2)
C = claim(
    SECOND, 3, slot="dutch", speaker=SCHOOF,
    pledge=pledge(3, pledger=DUTCH, announced_on=None),
)  # fmt: skip
QUOTE = quote_claim(FIRST)
MESSAGES = [
    FIRST, SECOND, receipt(FIRST, A, QUOTE), receipt(SECOND, B, C), A, B, C, QUOTE, office_claim(FIRST),
    reading(4, state(A, B, pledge_id="germany"), open_conflicts=("k1",)),
    reading(2, state(C, pledge_id="netherlands"), slot="dutch"),
    conflict(4, A, B, conflict_id="k1"), conflict(4, A, B, conflict_id="k2", state="resolved"),
    entry(A, pledge_id="germany"),
    entry(B, pledge_id="germany", operation="increase", recorded_at="2025-03-02T00:00:00Z"),
]  # fmt: skip
REFERENCE = Reference(
    actor=(
        ActorSeed(id="Q55", name="Netherlands", level="country", aliases=("Holland",), demonyms=("Dutch",)),
        ActorSeed(id="Q183", name="Germany", level="country"),
    ),
    person=(PersonSeed(id="Q57792", name="Mark Rutte", aliases=("the NATO chief",)),),
)


@pytest.fixture
def filled(empty_database: Engine) -> Iterator[Connection]:
    upgrade(empty_database, REFERENCE)
    LedgerWriter(empty_database).write(taken(*MESSAGES))
    with empty_database.connect() as connection:
        yield connection


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(), ["germany", "netherlands"]),
        (Filters(pledger="germany"), ["germany"]),
        (Filters(pledger="Q183"), ["germany"]),
        (Filters(pledger="dutch"), ["netherlands"]),
        (Filters(pledger="Holland"), ["netherlands"]),
        (Filters(pledger="german"), []),
        (Filters(pledger="Germany ("), []),
        (Filters(beneficiary="Ukraine"), ["germany", "netherlands"]),
        (Filters(pledger="Q212"), []),
        (Filters(beneficiary="Q183"), []),
        (Filters(speaker="rutte"), ["germany"]),
        (Filters(speaker="Q57792"), ["germany"]),
        (Filters(speaker="the nato chief"), ["germany"]),
        (Filters(speaker="prime minister"), ["netherlands"]),
        (Filters(speaker="Rut"), []),
        (Filters(since=date(2025, 2, 24)), ["germany", "netherlands"]),
        (Filters(since=date(2025, 2, 25)), ["netherlands"]),
        (Filters(until=date(2025, 2, 24)), ["germany"]),
        (Filters(since=date(2025, 3, 3)), []),
        (Filters(pledger="Dutch", speaker="Rutte"), []),
    ],
)
def test_filters_leave_the_pledges_asked_for(
    filled: Connection, filters: Filters, expected: list[str]
) -> None:
    assert [row.state.pledge_id for row in pledges(filled, filters)] == expected


def test_a_pledge_known_to_the_year_overlaps_a_day_of_it(filled: Connection) -> None:
    filled.execute(text("UPDATE pledges SET announced_on = '2025' WHERE pledge_id = 'germany'"))
    for filters in (Filters(since=date(2025, 6, 1)), Filters(until=date(2025, 6, 1))):
        assert "germany" in [row.state.pledge_id for row in pledges(filled, filters)]
    assert not pledges(filled, Filters(since=date(2026, 1, 1)))


def test_a_pledge_comes_with_its_claims_and_their_articles(filled: Connection) -> None:
    (row,) = pledges(filled, ids=["germany"])
    assert row.state == state(A, B, pledge_id="germany")
    assert [(c.claim_id, c.title, c.publisher) for c in row.claims] == [
        (A.claim_id, "Germany pledges 1 billion", "Harbour Post"),
        (B.claim_id, "Germany pledges 2 billion", "Harbour Post"),
    ]
    assert row.open_conflicts == ("k1",)


def test_a_claim_gives_back_what_its_message_said(filled: Connection) -> None:
    row = claims_by_id(filled, [A.claim_id], with_text=True)[A.claim_id]
    assert isinstance(row.statement, Pledge)
    assert (row.statement, row.speaker, row.span, row.slots) == (A.pledge, A.speaker, A.span, (A.slot,))
    assert row.text == FIRST.text
    span = row.statement.quantity.span
    assert span is not None
    assert FIRST.text[slice(*span)] == "€1 billion"


def test_quotes_and_offices_are_found_by_speaker_and_date(filled: Connection) -> None:
    assert [row.claim_id for row in spoken(filled, "quote", Filters(speaker="Rutte"))] == [QUOTE.claim_id]
    assert [row.kind for row in spoken(filled, "office", Filters())] == ["office"]
    assert not spoken(filled, "quote", Filters(speaker="Schoof"))
    assert not spoken(filled, "quote", Filters(since=date(2025, 2, 25)))


def test_open_conflicts_come_with_sides_and_resolved_ones_when_asked(filled: Connection) -> None:
    (only,) = conflicts(filled)
    assert [(side.value, [c.claim_id for c in side.claims]) for side in only.sides] == [
        ("EUR 1bn", [A.claim_id]),
        ("EUR 2bn", [B.claim_id]),
    ]
    assert [row.conflict_id for row in conflicts(filled, resolved_too=True)] == ["k1", "k2"]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(kind="amount"), 1),
        (Filters(kind="stage"), 0),
        (Filters(pledger="Germany", beneficiary="Ukraine", speaker="Rutte"), 1),
        (Filters(pledger="Dutch"), 0),
        (Filters(since=date(2025, 3, 2), until=date(2025, 3, 2)), 1),
        (Filters(since=date(2025, 3, 3)), 0),
        (Filters(since=date(1, 1, 1), until=date(9999, 12, 31)), 1),
    ],
)
def test_conflicts_are_filtered_by_the_claims_on_their_sides(
    filled: Connection, filters: Filters, found: int
) -> None:
    assert len(conflicts(filled, filters)) == found


def test_history_is_in_the_order_of_recording(filled: Connection) -> None:
    assert [row.operation for row in history(filled, "germany")] == ["assert", "increase"]


def test_an_id_is_found_by_its_start(filled: Connection) -> None:
    assert [(f.kind, f.id) for f in find(filled, A.claim_id[:10])] == [("claim", A.claim_id)]
    assert [(f.kind, f.id) for f in find(filled, "germ")] == [("pledge", "germany")]
    assert [f.id for f in find(filled, "k")] == ["k1", "k2"]
    assert [f.id for f in find(filled, "k1")] == ["k1"]
    assert find(filled, "%") == []


def rewritten(engine: Engine, messages: list[Any], batch: int) -> str:
    with engine.begin() as connection:
        for table in (
            "claims",
            "claim_slots",
            "retractions",
            "slots",
            "pledges",
            "conflicts",
            "conflict_sides",
        ):
            connection.execute(text(f"TRUNCATE {table}"))
    writer = LedgerWriter(engine)
    for begin in range(0, len(messages), batch):
        writer.write(taken(*messages[begin : begin + batch]))
    with engine.connect() as connection:
        return digest(connection).ledger


def test_the_digest_does_not_depend_on_order_batches_or_repeats(ledger: Engine) -> None:
    expected = rewritten(ledger, MESSAGES, 100)
    shuffled = MESSAGES * 2
    for seed in range(5):
        random.Random(seed).shuffle(shuffled)
        assert rewritten(ledger, shuffled, 1 + seed) == expected


@pytest.mark.parametrize(
    "change",
    [
        claim(FIRST, 1, evidence="Something else."),
        claim(FIRST, 1, slot="another slot"),
        retraction(A),
        reading(9, state(A, B, pledge_id="germany", stage="delivered"), open_conflicts=("k1",)),
        reading(9, state(A, B, pledge_id="germany")),
        conflict(9, B, A, conflict_id="k1"),
        conflict(9, A, B, conflict_id="k1", state="resolved"),
    ],
)
def test_the_digest_sees_every_change_of_content(ledger: Engine, change: Any) -> None:
    assert rewritten(ledger, [*MESSAGES, change], 100) != rewritten(ledger, MESSAGES, 100)


def test_the_digest_does_not_see_how_it_came_about(ledger: Engine) -> None:
    same = [
        entry(C),
        receipt(FIRST, A, QUOTE, milliseconds=99.0),
        claim(FIRST, 1, extractor="pledgewire-en 2.0"),
        reading(9, state(A, B, pledge_id="germany"), open_conflicts=("k1",)),
        conflict(9, A, B, conflict_id="k1"),
        reading(0, slot="empty"),  # every claim of it was taken back, or none ever came
    ]
    assert rewritten(ledger, [*MESSAGES, *same], 100) == rewritten(ledger, MESSAGES, 100)


def test_an_empty_ledger_has_a_digest(ledger: Engine) -> None:
    with ledger.connect() as connection:
        assert len(digest(connection).ledger) == 64
