"""The commands that read the ledger, as a person runs them in a pipe."""

import csv
import io
import json
from dataclasses import dataclass

import pytest
import typer
from sqlalchemy import Engine
from typer.testing import CliRunner, Result

from models.messages import Actor
from models.reference import Reference
from streams.cli import dead
from streams.cli.conflicts import conflicts
from streams.cli.context import CommandError
from streams.cli.ledger import ledger as ledger_command
from streams.cli.migrate import migrate
from streams.cli.show import show
from streams.ledger.migrate import upgrade
from streams.ledger.writer import LedgerWriter
from streams.settings import Settings
from tests.integration.test_queries import MESSAGES, A
from tests.support.ledger import (
    article,
    claim,
    dead_letter,
    entry,
    pledge,
    reading,
    retraction,
    state,
    taken,
)


@dataclass
class Context:
    """What the commands get, led to the test's database."""

    settings: Settings
    database: Engine

    def engine(self) -> Engine:
        return self.database


class Command:
    """Runs ``pledgewire`` with the commands of the ledger."""

    def __init__(self, context: Context) -> None:
        self._context, self._app = context, typer.Typer()
        for command in (ledger_command, conflicts, show, migrate):
            self._app.command("ledger" if command is ledger_command else None)(command)
        self._app.add_typer(dead.app, name="dead")

    def __call__(self, *arguments: str) -> str:
        result = self.result(*arguments)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert result.exit_code == 0, result.output
        return result.stdout

    def result(self, *arguments: str) -> Result:
        return CliRunner().invoke(self._app, list(arguments), obj=self._context)


@pytest.fixture
def run(empty_database: Engine, settings: Settings) -> Command:
    upgrade(empty_database, Reference())
    LedgerWriter(empty_database).write(taken(*MESSAGES))
    return Command(Context(settings, empty_database))


def test_the_ledger_names_giver_amount_receiver_stage_speaker_and_place(run: Command) -> None:
    printed = run("ledger")
    germany = next(line for line in printed.splitlines() if "Germany" in line)
    for part in ("EUR 1bn", "Ukraine", "pledged", "2025-02-24", "Mark Rutte", "Harbour Post +1"):
        assert part in germany
    assert "2 pledges, 1 open conflict between reports" in printed
    assert max(map(len, printed.splitlines())) <= 100


def test_json_lines_hold_the_state_of_the_reading_and_its_reports(run: Command) -> None:
    (row,) = map(json.loads, run("ledger", "--json", "--pledger", "Germany").splitlines())
    assert row["quantity"]["value"] == 1e9
    assert row["claim_ids"] == [report["claim_id"] for report in row["reports"]]
    assert row["reports"][0]["article_id"] == A.article.id


def test_csv_has_a_field_for_each_column(run: Command) -> None:
    rows = list(csv.DictReader(io.StringIO(run("ledger", "--csv"))))
    assert [(row["pledger"], row["value"], row["claim_ids"].count("|")) for row in rows] == [
        ("Germany", "1000000000.0", 1),
        ("Netherlands", "3000000000.0", 0),
    ]
    offices = list(csv.DictReader(io.StringIO(run("ledger", "--kind", "office", "--csv"))))
    assert [(row["person"], row["role"], row["org"], row["tenure"]) for row in offices] == [
        ("Mark Rutte", "Secretary General", "NATO", "current")
    ]


def test_a_long_answer_comes_in_pages(run: Command) -> None:
    first, second = run("ledger", "--limit", "1"), run("ledger", "--limit", "1", "--page", "2")
    assert "Germany" in first
    assert "Netherlands" not in first
    assert "rows 1 to 1 of 2; --page 2 shows more" in first
    assert "Netherlands" in second
    assert "rows 2 to 2 of 2\n" in second
    assert len(run("ledger", "--json", "--limit", "1", "--page", "2").splitlines()) == 1
    assert len(run("ledger", "--json").splitlines()) == 2
    assert "rows 1 to 1 of 1" not in run("ledger", "--kind", "quote", "--limit", "1")
    with pytest.raises(CommandError, match="--page needs"):
        run("ledger", "--csv", "--page", "2")


def test_csv_holds_no_formula_for_a_spreadsheet_to_run(run: Command, empty_database: Engine) -> None:
    named = Actor(id=None, name="=HYPERLINK(1)")
    odd = state(claim(article(8), 8), pledge_id="odd", pledger=named, speakers=("+1", "@cmd"))
    LedgerWriter(empty_database).write(taken(reading(9, odd, slot="odd")))
    (row,) = (row for row in csv.DictReader(io.StringIO(run("ledger", "--csv"))) if row["slot"] == "odd")
    assert (row["pledger"], row["speakers"]) == ("'=HYPERLINK(1)", "'+1 | @cmd")
    assert float(row["value"]) == odd.quantity.value


def test_quotes_are_listed_with_who_said_them(run: Command) -> None:
    assert "“We keep our word.”" in run("ledger", "--kind", "quote", "--speaker", "Rutte")
    assert run("ledger", "--kind", "quote", "--speaker", "Nobody").startswith("no statement")


def test_filters_that_make_no_sense_are_refused(run: Command) -> None:
    for wrong, why in (
        (("ledger", "--kind", "quote", "--pledger", "X"), "ask for pledges"),
        (("ledger", "--csv", "--json"), "choose one of --csv and --json"),
        (("ledger", "--digest", "--pledger", "X"), "no filters"),
    ):
        with pytest.raises(CommandError, match=why):
            run(*wrong)
    assert run.result("ledger", "--since", "yesterday").exit_code == 2
    assert run.result("conflicts", "--kind", "quarrel").exit_code == 2


def test_the_digest_is_one_line(run: Command) -> None:
    digest = run("ledger", "--digest")
    assert len(digest.strip()) == 64
    assert json.loads(run("ledger", "--digest", "--json"))["ledger"] == digest.strip()


def test_conflicts_show_both_sides(run: Command) -> None:
    printed = run("conflicts")
    assert "EUR 1bn: Harbour Post" in printed
    assert "EUR 2bn: Harbour Post" in printed
    assert "1 conflict;" in printed
    assert "resolved" in run("conflicts", "--all")
    (row,) = map(json.loads, run("conflicts", "--json").splitlines())
    assert [side["value"] for side in row["sides"]] == ["EUR 1bn", "EUR 2bn"]
    assert row["sides"][0]["claims"][0]["claim_id"] == A.claim_id
    (fields,) = csv.DictReader(io.StringIO(run("conflicts", "--csv", "--kind", "amount")))
    assert (fields["value_1"], fields["value_2"]) == ("EUR 1bn", "EUR 2bn")


def test_show_marks_the_words_of_a_figure_in_its_sentence(run: Command) -> None:
    shown = run("show", A.claim_id[:9])
    assert "Germany will give Ukraine ⟦€1 billion⟧, Rutte said." in shown
    assert "Germany pledges 1 billion" in shown
    assert "https://harbour.example/1" in shown


def test_show_tells_the_history_of_a_pledge_in_order_with_speaker_words_and_place(run: Command) -> None:
    printed = run("show", "germany")
    first, second = printed.index("1. assert: states it first"), printed.index("2. increase: raises it")
    assert "open: " in printed[:first]
    for entered, words, number in (
        (printed[first:second], "€1 billion", 1),
        (printed[second:], "€2 billion", 2),
    ):
        assert f"⟦{words}⟧" in entered
        assert "said by Mark Rutte" in entered
        assert f"https://harbour.example/{number}#:~:text=%E2%82%AC{number}%20billion" in entered.replace(
            "\n", ""
        )
        assert f"[{A.pledge.quantity.span[0]}, " in entered
    found = json.loads(run("show", "germany", "--json"))
    assert [entry["operation"] for entry in found["history"]] == ["assert", "increase"]
    assert found["claims"][A.claim_id]["statement"]["quantity"]["span"] == list(A.pledge.quantity.span)


def test_show_gives_both_sides_of_a_conflict_with_support_and_reason(run: Command) -> None:
    printed = run("show", "k1")
    for part in ("EUR 1bn (1 independent origin, 1 article)", "EUR 2bn (2 independent origins, 3 articles)"):
        assert part in printed
    for part in ("⟦€1 billion⟧", "⟦€2 billion⟧", "Reports differ", "figures for one pledge"):
        assert part in printed
    assert json.loads(run("show", "k1", "--json"))["sides"][1]["independent_origins"] == 2


def test_a_pledge_that_no_longer_stands_keeps_its_history(run: Command, empty_database: Engine) -> None:
    LedgerWriter(empty_database).write(
        taken(
            reading(9),
            retraction(A),
            entry(
                A, pledge_id="elsewhere", operation="correct", takes_back=True, entry_id="gone",
                recorded_at="2025-03-05T00:00:00Z",
            ),
        )
    )  # fmt: skip
    printed = run("show", "germany")
    assert "no longer stands" in printed
    assert "3. correct: taken back: a newer version of the story does not say so" in printed


def test_a_part_and_its_whole_name_each_other(run: Command, empty_database: Engine) -> None:
    part = state(claim(article(8), 8), pledge_id="part", part_of="germany")
    LedgerWriter(empty_database).write(taken(reading(9, part, slot="parts")))
    assert "part of pledge germany" in run("show", "part")
    assert "pledge part" in run("show", "germany")


def test_show_says_when_an_id_is_unknown_or_may_be_several(run: Command) -> None:
    with pytest.raises(CommandError, match="starts with zzz"):
        run("show", "zzz")
    with pytest.raises(CommandError, match=r"give more digits:\n  conflict k1\n  conflict k2"):
        run("show", "k")


def test_show_says_that_a_claim_was_taken_back(run: Command, empty_database: Engine) -> None:
    LedgerWriter(empty_database).write(taken(retraction(A)))
    assert "taken back: new_version" in run("show", A.claim_id)


def test_brackets_and_escapes_of_an_article_do_not_reach_the_terminal_as_orders(
    run: Command, empty_database: Engine
) -> None:
    odd = article(9, publisher="[/red] \x1b[2J Times")
    pledged = claim(odd, 9, slot="odd", pledge=pledge(9))
    LedgerWriter(empty_database).write(
        taken(odd, pledged, reading(1, state(pledged, pledge_id="odd"), slot="odd"))
    )
    for printed in (run("ledger"), run("show", "odd")):
        assert "[/red]" in printed
        assert "\x1b" not in printed


def test_dead_letters_are_listed_and_shown_with_their_bytes(run: Command, empty_database: Engine) -> None:
    letter = dead_letter()
    LedgerWriter(empty_database).write(taken(letter))
    assert "articles.raw[0]@7" in run("dead", "list")
    assert "no dead letter" in run("dead", "list", "--stage", "conflicts")
    shown = run("dead", "show", letter.id[:8])
    assert r'{"text": \xff' in shown
    assert "not UTF-8" in shown


def test_a_dead_letter_kept_in_part_or_never_sent_cannot_go_back(
    run: Command, empty_database: Engine
) -> None:
    part = dead_letter(offset=8, truncated=True, length=10**7, path="big.txt")
    never = dead_letter(stage="feeder", offset=-1, partition=-1, path="empty.txt")
    LedgerWriter(empty_database).write(taken(part, never))
    with pytest.raises(CommandError, match=r"only 10 of its 10,000,000 bytes are kept.*big\.txt"):
        run("dead", "replay", part.id)
    with pytest.raises(CommandError, match=r"mend empty\.txt"):
        run("dead", "replay", never.id)
    with pytest.raises(CommandError, match="give ids, or --all"):
        run("dead", "replay")


def test_without_tables_a_command_says_what_to_run(run: Command) -> None:
    run("migrate", "--down-to", "base")
    with pytest.raises(CommandError, match="pledgewire migrate"):
        run("ledger")
    with pytest.raises(CommandError, match="differences"):
        run("migrate", "--check")
    assert "at revision 0" in run("migrate")
    assert "at revision 0" in run("migrate", "--check")
