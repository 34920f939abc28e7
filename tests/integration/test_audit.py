"""The audit against real topics and a real ledger: it balances, waits, or names what is wrong."""

import json
from collections.abc import Callable
from typing import Any

import pytest
import typer
from confluent_kafka import Consumer, TopicPartition
from sqlalchemy import Engine
from typer.testing import CliRunner

from models.messages import Claim, Reading
from models.values import value_of
from streams.cli.audit import audit as audit_command
from streams.ledger.audit import Audit, audit
from streams.ledger.writer import LedgerWriter
from streams.runtime.codec import encode
from streams.runtime.connection import consumer_config, producer_config
from streams.runtime.producer import ConfirmedProducer
from streams.runtime.topics import describe
from streams.settings import Settings
from streams.topology import CLAIMS, RAW, WORKERS
from tests.integration.test_ledger_commands import Context
from tests.support.ledger import (
    article,
    claim,
    conflict,
    dead_letter,
    entry,
    pledge,
    quote_claim,
    reading,
    receipt,
    retraction,
    state,
    taken,
)

FIRST, SECOND = article(1), article(2)
A, B, GONE = claim(FIRST, 1), claim(SECOND, 2), claim(SECOND, 3)
QUOTE, WORDS = quote_claim(FIRST), quote_claim(FIRST, slot="words:1")
DIED = claim(SECOND, 4, pledge=pledge(4))
RUBBISH = b'{"text": "cut o'
RAW_RUBBISH, CLAIM_RUBBISH = (0, 0), (1, 0)  # partition and offset: each is the first of its own

IN_THE_LEDGER: list[Any] = [
    FIRST, SECOND, receipt(FIRST, A, QUOTE), receipt(SECOND, B, GONE, DIED), A, B, GONE, QUOTE, WORDS,
    retraction(GONE), entry(A), entry(B), reading(5, state(A, B, pledge_id="p"), open_conflicts=("k",)),
    conflict(5, A, B, conflict_id="k"),
    dead_letter("claims", 0), dead_letter("ledger", 0),
    *(
        dead_letter(
            stage, 0, id=f"dead-{stage}", topic=CLAIMS.name, partition=1,
            headers=(("ce_id", DIED.claim_id.encode()),),
        )
        for stage in ("conflicts", "ledger")
    ),
    dead_letter("feeder", -1, partition=-1, path="huge.txt"),
]  # fmt: skip


@pytest.fixture(scope="module")
def topics(settings: Settings, fresh_kafka: str) -> Settings:
    """Fill the two topics that the audit reads; every worker has read to the end."""
    assert fresh_kafka
    producer = ConfirmedProducer(producer_config(settings), "test")
    producer.add(RAW.name, b"x", RUBBISH, partition=0)
    for source in (FIRST, SECOND, FIRST):
        producer.add(RAW.name, b"story", encode(source), partition=2)
    producer.add(CLAIMS.name, b"x", RUBBISH, partition=1)
    for statement in (A, B, GONE, QUOTE, WORDS, retraction(GONE)):
        producer.add(CLAIMS.name, b"slot", encode(statement), partition=0)
    producer.confirm()
    for stage in WORKERS:
        commit(settings, stage)
    return settings


def commit(settings: Settings, stage: str, behind: int = 0) -> None:
    """Let a stage have read every topic of its own to the end, or all of a partition but ``behind``."""
    read = WORKERS[stage].reads
    offsets = [
        TopicPartition(topic.name, each.number, max(0, each.high - behind))
        for topic in describe(settings)
        for each in topic.offsets
        if topic.name in {mine.name for mine in read}
    ]
    consumer = Consumer(consumer_config(settings, WORKERS[stage].group))
    consumer.commit(offsets=offsets, asynchronous=False)
    consumer.close()


Flow = Callable[..., Audit]


@pytest.fixture
def flow(topics: Settings, ledger: Engine) -> Flow:
    """Give a function that stores what a whole flow would but for ``lost``, and audits that."""

    def run(*lost: Any, extra: tuple[Any, ...] = ()) -> Audit:
        kept = [message for message in IN_THE_LEDGER if all(message is not one for one in lost)]
        assert len(kept) == len(IN_THE_LEDGER) - len(lost)
        LedgerWriter(ledger).write(taken(*kept, *extra))
        return audit(topics, ledger)

    return run


def wrong(found: Audit) -> dict[str, tuple[str, ...]]:
    return {
        f"{account.owes}: {word}": ids
        for account in found.accounts
        for word, ids in (("missing", account.missing), ("over", account.over))
        if ids
    }


def test_a_whole_flow_balances_with_its_dead_letters_and_retractions(flow: Flow) -> None:
    found = flow()
    assert (found.verdict, wrong(found), found.feeder_dead) == ("balanced", {}, 1)
    counts = {each.owes: (each.owed, each.met, each.dead, each.excused) for each in found.accounts}
    assert counts == {
        "stored articles": (4, 3, 1, 0),
        "receipts of articles": (4, 3, 1, 0),
        "stored records of claims.extracted": (7, 6, 1, 0),
        "claims named by receipts": (5, 4, 1, 0),
        "entries of pledge claims": (3, 2, 0, 1),
        "pledge claims in their slot's reading": (3, 2, 0, 1),
        "claims named by conflicts": (2, 2, 0, 0),
        "conflicts named by readings": (1, 1, 0, 0),
    }


def test_an_empty_ledger_owes_all_that_was_fed(ledger: Engine, topics: Settings) -> None:
    found = audit(topics, ledger)
    assert wrong(found)["stored articles: missing"] == tuple(
        sorted((FIRST.id, SECOND.id, "articles.raw[0]@0"))
    )


LOSSES: list[tuple[int, dict[str, tuple[str, ...]]]] = [
    (0, {"stored articles: missing": (FIRST.id,)}),
    (2, {"receipts of articles: missing": (FIRST.id,)}),
    (
        7,
        {
            "claims named by receipts: missing": (QUOTE.claim_id,),
            "stored records of claims.extracted: missing": (QUOTE.claim_id,),
        },
    ),
    (8, {"stored records of claims.extracted: missing": (WORDS.claim_id,)}),
    (10, {"entries of pledge claims: missing": (A.claim_id,)}),
    (14, {"receipts of articles: missing": ("articles.raw[0]@0",)}),
    (15, {"stored articles: missing": ("articles.raw[0]@0",)}),
    (13, {"conflicts named by readings: missing": ("k",)}),
]


@pytest.mark.parametrize(("lost", "expected"), LOSSES)
def test_each_loss_is_named_by_its_id(flow: Flow, lost: int, expected: dict[str, Any]) -> None:
    """A lost quote still has the claim of its other slot: only that slot is missing."""
    gone = IN_THE_LEDGER[lost]
    also = (WORDS,) if gone is QUOTE else ()
    found = flow(gone, *also)
    assert found.verdict == "unbalanced"
    assert wrong(found) == expected


def test_a_lost_claim_is_missed_by_everything_that_names_it(flow: Flow) -> None:
    assert set(wrong(flow(A))) == {
        "stored records of claims.extracted: missing",
        "claims named by receipts: missing",
        "entries of pledge claims: over",
        "pledge claims in their slot's reading: over",
        "claims named by conflicts: missing",
    }


def test_a_pledge_claim_must_stand_in_its_reading(flow: Flow) -> None:
    found = flow(extra=(reading(9, state(A, pledge_id="p"), open_conflicts=("k",)),))
    assert wrong(found) == {"pledge claims in their slot's reading: missing": (B.claim_id,)}


def of_full_slot(*claims: Claim, kept: int) -> Reading:
    return reading(9, state(*claims, pledge_id="p"), open_conflicts=("k",), kept=kept)


def test_a_slot_that_outgrew_its_bound_keeps_exactly_what_it_must(flow: Flow) -> None:
    """Each of the three claims is alone with its value, so that the order of values decides."""
    drawn = sorted((A, B, GONE), key=lambda c: value_of(c.pledge))  # type: ignore[arg-type]
    kept, dropped = [c for c in drawn[:2] if c is not GONE], [c for c in drawn[2:] if c is not GONE]
    found = flow(extra=(of_full_slot(*kept, kept=2),))
    assert wrong(found) == {}
    (account,) = [a for a in found.accounts if a.owes == "pledge claims in their slot's reading"]
    assert (account.met, account.excused) == (len(kept), 1 + len(dropped))


@pytest.mark.parametrize("seen", [1, 2])
def test_a_full_slot_may_neither_lack_nor_hold_another_claim(flow: Flow, seen: int) -> None:
    drawn = sorted((A, B, GONE), key=lambda c: value_of(c.pledge))  # type: ignore[arg-type]
    must = {c.claim_id for c in drawn[:seen]} - {GONE.claim_id}
    swapped = [c for c in (A, B) if c.claim_id not in must]
    expected = {
        f"pledge claims in their slot's reading: {word}": tuple(sorted(ids))
        for word, ids in (("missing", must), ("over", {c.claim_id for c in swapped}))
        if ids
    }
    extra = (of_full_slot(*swapped, kept=seen) if swapped else reading(9, open_conflicts=("k",), kept=seen),)
    found = wrong(flow(extra=extra))
    assert {word: tuple(sorted(ids)) for word, ids in found.items()} == expected
    assert expected


def test_a_retracted_claim_must_not_stand(flow: Flow) -> None:
    back = reading(9, state(A, B, GONE, pledge_id="p"), open_conflicts=("k",))
    assert wrong(flow(extra=(back,))) == {"pledge claims in their slot's reading: over": (GONE.claim_id,)}


def test_a_claim_that_no_receipt_names_is_over(flow: Flow) -> None:
    stray = quote_claim(FIRST, 9)
    assert wrong(flow(extra=(stray,))) == {"claims named by receipts: over": (stray.claim_id,)}


def test_what_is_missing_while_a_worker_is_behind_is_in_flight(flow: Flow, topics: Settings) -> None:
    commit(topics, "conflicts", behind=1)
    try:
        found = flow(IN_THE_LEDGER[10])
    finally:
        commit(topics, "conflicts")
    assert (found.verdict, found.lag["conflicts"]) == ("in flight", 2)


@pytest.mark.parametrize(
    ("lost", "status", "line"),
    [
        (None, 0, "balanced: 4 articles in, 3 stored, 3 read, 4 claims, 2 dead letters, 1 refused"),
        (0, 1, "unbalanced"),
    ],
)
def test_the_command_prints_the_verdict_and_fails_unless_balanced(
    flow: Flow, topics: Settings, ledger: Engine, lost: int | None, status: int, line: str
) -> None:
    flow(*([] if lost is None else [IN_THE_LEDGER[lost]]))
    command = typer.Typer()
    command.command()(audit_command)
    result = CliRunner().invoke(command, [], obj=Context(topics, ledger))
    assert result.exit_code == status, result.output
    assert line in result.stdout
    assert (f"missing: ledger: stored articles: {FIRST.id}" in result.stdout) == (lost == 0)
    as_json = CliRunner().invoke(command, ["--json"], obj=Context(topics, ledger))
    assert json.loads(as_json.stdout)["verdict"] == line.split(":", maxsplit=1)[0]
