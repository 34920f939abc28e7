"""The audit: whether everything that came in has come out, once, at every stage.

In: the retained range of ``articles.raw`` and ``claims.extracted`` as of the start, and one
snapshot of the ledger. Out: an account for each thing that is owed, and a verdict. While a
worker is behind, what is missing may still be on its way: the verdict is then "in flight".
"""

from typing import Any, Final, Literal

from msgspec import Struct
from sqlalchemy import Connection, Engine, text

from streams.ledger.audit.checks import CHECKS, Check
from streams.ledger.audit.full_slots import hold_kept
from streams.ledger.audit.record_ids import hold_record_ids
from streams.runtime.topics import TopicState, describe
from streams.settings import Settings
from streams.topology import CLAIMS, RAW

Verdict = Literal["balanced", "in flight", "unbalanced"]

_SNAPSHOT: Final = text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
_READ: Final = frozenset({RAW.name, CLAIMS.name})


class Account(Struct, frozen=True, kw_only=True):
    """One thing that a stage owes, counted and, where it fails, named.

    Of those ``owed``, some are ``met``, some became dead letters (``dead``), some need not
    stand any more (``excused``: retracted, or dropped by a slot that outgrew its bound), and
    the rest is ``missing``. ``over`` are ids that stand and should not.
    """

    stage: str
    owes: str
    owed: int = 0
    met: int = 0
    dead: int = 0
    excused: int = 0
    missing: tuple[str, ...] = ()
    over: tuple[str, ...] = ()

    @property
    def balanced(self) -> bool:
        """Say whether nothing is missing or over."""
        return not self.missing and not self.over


class Audit(Struct, frozen=True, kw_only=True):
    """All accounts, and for each stage how many records it has yet to finish.

    ``feeder_dead`` counts inputs that the feeder refused: they never were records.
    """

    accounts: tuple[Account, ...]
    lag: dict[str, int]
    feeder_dead: int

    @property
    def verdict(self) -> Verdict:
        """Judge: what is missing while workers are behind may still come."""
        if any(self.lag.values()):
            return "in flight"
        return "balanced" if all(account.balanced for account in self.accounts) else "unbalanced"


def audit(settings: Settings, engine: Engine) -> Audit:
    """Take the account of the whole flow.

    Raises:
        TopicMismatch: topics are missing or not as they must be.
        ReadError: Kafka stopped answering.
        sqlalchemy.exc.OperationalError: the database cannot be reached.
    """
    before = describe(settings)
    with engine.connect() as connection:
        try:
            hold_record_ids(connection, settings, {t.name: t for t in before if t.name in _READ})
            with connection.begin():
                connection.execute(_SNAPSHOT)
                hold_kept(connection)
                accounts = tuple(_account(connection, check) for check in CHECKS)
                refused = connection.scalar(text("SELECT count(*) FROM dead_letters WHERE stage = 'feeder'"))
        finally:
            connection.invalidate()  # its temporary tables go with it
    lag = _lag_of(before, describe(settings))
    return Audit(accounts=accounts, lag=lag, feeder_dead=int(refused or 0))


def _account(connection: Connection, check: Check) -> Account:
    rows = connection.execute(text(check.counted)).all()
    found: dict[str, Any] = {row.outcome: row for row in rows}

    def count(outcome: str) -> int:
        return int(found[outcome].number) if outcome in found else 0

    def ids(outcome: str) -> tuple[str, ...]:
        return tuple(found[outcome].ids) if outcome in found else ()

    owed = sum(count(outcome) for outcome in found if outcome != "over")
    return Account(
        stage=check.stage,
        owes=check.owes,
        owed=owed,
        met=count("met"),
        dead=count("dead"),
        excused=count("excused"),
        missing=ids("missing"),
        over=ids("over"),
    )


def _lag_of(before: tuple[TopicState, ...], after: tuple[TopicState, ...]) -> dict[str, int]:
    """Give each stage's lag, of two looks the larger; else what arrived between the looks."""
    lags: dict[str, int] = {}
    for states in (before, after):
        totals: dict[str, int] = {}
        for state in states:
            for stage, lag in state.lags.items():
                totals[stage] = totals.get(stage, 0) + lag
        lags = {stage: max(lag, lags.get(stage, 0)) for stage, lag in totals.items()}
    grown = _ends(after) - _ends(before)
    return lags | ({"arriving": grown} if grown > 0 and not any(lags.values()) else {})


def _ends(states: tuple[TopicState, ...]) -> int:
    return sum(each.high for state in states for each in state.offsets)
