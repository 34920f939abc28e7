"""Totals over a ledger in Postgres that came of the sample wires."""

import csv
import io
import json

import pytest
from sqlalchemy import Engine

from models.reference import SEEDS, load_reference
from streams.cli.context import CommandError
from streams.ledger.migrate import upgrade
from streams.ledger.queries import Filters, totals
from streams.ledger.queries.countable import KEYS
from streams.settings import Settings
from tests.integration.test_ledger_commands import Command, Context
from tests.integration.test_past_readings import Flow


@pytest.fixture
def flow(empty_database: Engine) -> Flow:
    upgrade(empty_database, load_reference())
    flow = Flow(empty_database)
    flow.feed([SEEDS / "wires"])
    return flow


def test_totals_of_the_sample_wires_count_every_pledge_once(flow: Flow, empty_database: Engine) -> None:
    pledges = {state.pledge_id for states in flow.readings.values() for state in states}
    with empty_database.connect() as connection:
        for by in KEYS:
            sums = totals(connection, by)
            items = [item for each in sums for item in (*each.added, *each.left_out)]
            assert sorted(item.pledge_id for item in items) == sorted(pledges)
            assert all(each.eur == sum(item.eur or 0 for item in each.added) for each in sums)
        by_pledger = {
            each.key: each for each in totals(connection, "pledger", Filters(beneficiary="Ukraine"))
        }
        norway = by_pledger["Norway"]
        reasons = {item.reason for each in totals(connection, "beneficiary") for item in each.left_out}
    assert {item.currency for item in norway.added} == {"NOK"}
    assert any(item.reason == "a part of another pledge" for item in norway.left_out)
    assert "disputed, the other side is counted" in reasons


@pytest.mark.usefixtures("flow")
def test_the_command_prints_sums_and_lists_their_parts(empty_database: Engine, settings: Settings) -> None:
    run = Command(Context(settings, empty_database))
    printed = run("ledger", "--totals", "beneficiary")
    assert "Ukraine" in printed
    assert "a part of another pledge" in " ".join(printed.split())
    rows = list(csv.DictReader(io.StringIO(run("ledger", "--totals", "pledger", "--csv"))))
    sums = [json.loads(line) for line in run("ledger", "--totals", "pledger", "--json").splitlines()]
    for each in sums:
        counted = [r for r in rows if (r["key"], r["recurrence"]) == (each["key"], each["recurrence"])]
        added = sum(float(row["eur"]) for row in counted if row["counted"] == "yes")
        assert added == pytest.approx(each["eur"])
    with pytest.raises(CommandError, match="--totals adds up"):
        run("ledger", "--totals", "stage", "--kind", "quote")
