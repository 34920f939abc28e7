"""``pledgewire audit``: balanced, in flight, or every id that is missing or over."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Final

import typer
from rich.console import Console

from streams.cli import questions
from streams.cli.context import CommandError, Context
from streams.cli.questions import counted

if TYPE_CHECKING:
    from streams.ledger.audit import Audit

EXIT: Final = {"balanced": 0, "in flight": 75, "unbalanced": 1}  # 75, EX_TEMPFAIL: ask again


def audit(
    ctx: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    accounts: Annotated[
        bool, typer.Option("--accounts", help="Print every account, also if balanced.")
    ] = False,
) -> None:
    """Account for every article and claim, from ids; fails unless nothing is missing or over."""
    found = _audit(ctx.obj)
    if as_json:
        questions.write_json([_as_json(found)])
    else:
        _show(questions.output(), found, accounts=accounts)
    if found.verdict != "balanced":
        raise typer.Exit(EXIT[found.verdict])


def _audit(context: Context) -> "Audit":
    from sqlalchemy import text
    from sqlalchemy.exc import OperationalError

    from streams.ledger.audit import audit as take
    from streams.ledger.audit.record_ids import ReadError
    from streams.runtime.topics import TopicMismatch

    with questions.reading(context) as connection:
        connection.execute(text("SELECT FROM articles LIMIT 1"))  # a clear error where there is no ledger
    try:
        return take(context.settings, context.engine())
    except (TopicMismatch, ReadError, OperationalError) as error:
        raise CommandError(str(error)) from error


def _show(console: Console, found: "Audit", *, accounts: bool) -> None:
    owed = {account.owes: account for account in found.accounts}
    articles, claims = owed["stored articles"], owed["claims named by receipts"]
    dead = sum(account.dead for account in (articles, owed["receipts of articles"]))
    console.print(
        f"{found.verdict}: {counted(articles.owed, 'article')} in, {articles.met:,} stored, "
        f"{owed['receipts of articles'].met:,} read, {counted(claims.met, 'claim')}, "
        f"{counted(dead, 'dead letter')}{_feeder(found)}{_lag(found)}"
    )
    if accounts or found.verdict == "unbalanced":
        _accounts(console, found)
    if found.verdict == "unbalanced":
        for account in found.accounts:
            for word, ids in (("missing", account.missing), ("over", account.over)):
                for id_ in ids:
                    console.print(f"{word}: {account.stage}: {account.owes}: {id_}", soft_wrap=True)


def _accounts(console: Console, found: "Audit") -> None:
    shown = questions.table("stage", "owes", "owed", "met", "dead", "excused", "missing", "over")
    for account in found.accounts:
        numbers = (account.owed, account.met, account.dead, account.excused)
        wrong = (len(account.missing), len(account.over))
        shown.add_row(account.stage, account.owes, *(f"{number:,}" for number in numbers + wrong))
    console.print(shown)


def _lag(found: "Audit") -> str:
    behind = ", ".join(f"{stage} {lag:,}" for stage, lag in found.lag.items() if lag)
    return f"; records still to do: {behind}" if behind else ""


def _feeder(found: "Audit") -> str:
    return f", {found.feeder_dead:,} refused by the feeder" if found.feeder_dead else ""


def _as_json(found: "Audit") -> Mapping[str, object]:
    return {
        "verdict": found.verdict,
        "lag": found.lag,
        "feeder_dead": found.feeder_dead,
        "accounts": found.accounts,
    }
