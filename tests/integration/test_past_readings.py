"""The ledger of a past moment is the one that there was: every reading comes back from the entries."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from models.messages import Claim, PledgeState, Retraction
from models.reference import SEEDS, load_reference
from streams.articles.reader import read_article
from streams.articles.sources import inputs
from streams.claims.pipeline import Extractor
from streams.cli.context import CommandError
from streams.cli.past import end_of, pledges_at
from streams.conflicts.reading import Reconciler, SlotState
from streams.ledger.migrate import upgrade
from streams.ledger.queries import Filters, history
from streams.ledger.writer import LedgerWriter
from streams.settings import Settings
from tests.integration.test_ledger_commands import Context
from tests.support.ledger import taken

START = datetime(2025, 7, 1, tzinfo=UTC)
Readings = dict[str, tuple[PledgeState, ...]]


class Flow:
    """Articles through extraction and reconciliation into the ledger, one a minute."""

    def __init__(self, database: Engine) -> None:
        self.reconciler, self.writer = Reconciler(load_reference()), LedgerWriter(database)
        self.states: dict[str, SlotState] = {}
        self.readings: Readings = {}
        self.moments: list[tuple[datetime, Readings]] = []
        self.claims: list[Claim] = []

    def fold(self, messages: list[Claim | Retraction]) -> None:
        """Fold messages at the next minute and remember how the ledger reads then."""
        now, offset = START + timedelta(minutes=len(self.moments)), len(self.moments) * 1000
        for slot in sorted({message.slot for message in messages if message.slot.startswith("pledge:")}):
            items = [(offset + n, m) for n, m in enumerate(messages) if m.slot == slot]
            outcome = self.reconciler.fold(slot, self.states.get(slot), items, now.isoformat())
            self.states[slot] = outcome.state
            reading = outcome.reading  # none of a slot whose claims all count in others
            self.readings = self.readings | {slot: reading.pledges if reading else ()}
            told = (reading,) if reading else ()
            self.writer.write(taken(*told, *outcome.entries, *outcome.conflicts))
        self.writer.write(taken(*messages))
        self.moments.append((now, {slot: states for slot, states in self.readings.items() if states}))

    def feed(self, paths: list[Path]) -> None:
        """Read articles and fold each."""
        extractor = Extractor.from_seeds(SEEDS, None)
        for given in inputs([str(path) for path in paths]):
            article = read_article(given)
            read = extractor.read(article)
            self.writer.write(taken(article, read.receipt))
            self.claims += read.claims
            self.fold(list(read.claims))


@pytest.fixture
def flow(empty_database: Engine) -> Flow:
    upgrade(empty_database, load_reference())
    flow = Flow(empty_database)
    flow.feed([SEEDS / "wires"])
    gone = [claim for claim in flow.claims if claim.slot == "pledge:denmark:ukraine"]
    flow.fold(
        [
            Retraction(claim_id=c.claim_id, slot=c.slot, article_id=c.article.id, reason="canceled")
            for c in gone
        ]
    )
    return flow


def test_every_past_reading_comes_back(flow: Flow, empty_database: Engine, settings: Settings) -> None:
    context = Context(settings, empty_database)
    assert len(flow.moments) > 10
    assert "pledge:denmark:ukraine" not in flow.moments[-1][1]
    with empty_database.connect() as connection:
        for moment, readings in flow.moments:
            rows = pledges_at(connection, context, moment, Filters(), "recorded")
            found: Readings = {}
            for row in sorted(rows, key=lambda row: row.state.pledge_id):
                found[row.slot] = (*found.get(row.slot, ()), row.state)
            assert found == readings
        before = pledges_at(connection, context, START - timedelta(days=1), Filters(), "recorded")
        assert before == []


@pytest.mark.usefixtures("flow")
def test_by_their_own_dates_later_reports_do_not_count(empty_database: Engine, settings: Settings) -> None:
    context = Context(settings, empty_database)
    germany = Filters(pledger="Germany", beneficiary="Ukraine")
    with empty_database.connect() as connection:
        first, later = (
            pledges_at(connection, context, end_of(datetime(*day, tzinfo=UTC)), germany, "stated")
            for day in ((2025, 3, 12), (2025, 12, 31))
        )
        assert {row.slot for row in first} == {"pledge:germany:ukraine"}
        assert {claim.stated_at[:10] for row in first for claim in row.claims if claim.stated_at} == {
            "2025-03-12"
        }
        assert len({claim for row in later for claim in row.state.claim_ids}) > len(first)
        with pytest.raises(CommandError, match="--as-of goes with"):
            pledges_at(connection, context, START, Filters(speaker="Rutte"), "recorded")


def test_the_history_of_a_pledge_is_that_of_its_claims(flow: Flow, empty_database: Engine) -> None:
    with empty_database.connect() as connection:
        for slot, states in flow.moments[-1][1].items():
            for state in states:
                entered = [e.claim_id for e in history(connection, state.pledge_id) if not e.takes_back]
                assert set(state.claim_ids) <= set(entered), slot
                assert len(entered) == len(set(entered))
