"""``pledgewire try``: what the pipeline makes of articles, without Kafka or a database.

The claims and conflicts stages' own pure code, run in this process over all articles at once.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from models.messages import Article, Claim, Conflict, Retraction
from streams.cli.context import CommandError, Context
from streams.cli.rates_in_use import rates_in_use
from streams.cli.text import amount, party, when

if TYPE_CHECKING:
    from streams.conflicts.reading import Outcome, Reconciler


def try_(
    ctx: typer.Context,
    paths: Annotated[
        list[str], typer.Argument(help="Files, folders, or - for standard input.", metavar="PATH…")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="JSON Lines as the message contract says.")] = False,
) -> None:
    """Read articles and show their claims, entries and conflicts; nothing is stored."""
    from models.reference import SEEDS, load_reference
    from streams.claims.pipeline import Extractor
    from streams.claims.stories import read_stories
    from streams.conflicts.reading import Reconciler

    context: Context = ctx.obj
    seeds = context.given.seeds_dir
    articles, refused = read(paths)
    extractor = Extractor.from_seeds(seeds, context.given.spacy_model, rates_in_use(context.given).rates)
    statements: list[Claim | Retraction] = [
        statement
        for _, extraction, told in read_stories(extractor.read, articles)
        for statement in told.statements(extraction)
    ]
    claims = [statement for statement in statements if isinstance(statement, Claim)]
    retractions = [statement for statement in statements if isinstance(statement, Retraction)]
    reconciler = Reconciler(load_reference((seeds or SEEDS) / "reference"), context.given.slot_claims_max)
    outcomes = fold_slots(reconciler, statements)
    entries = [entry for outcome in outcomes for entry in outcome.entries]
    conflicts = [conflict for outcome in outcomes for conflict in outcome.conflicts]
    first_of = {claim.claim_id: claim for claim in reversed(claims)}  # a claim of two slots is shown once
    shown = [claim for claim in claims if first_of[claim.claim_id] is claim]
    if as_json:
        for message in (*shown, *retractions, *entries, *conflicts):
            sys.stdout.buffer.write(msgspec.json.encode(message) + b"\n")
    else:
        _show(articles, shown, conflicts)
    for path, reason in refused:
        Console(stderr=True).print(
            f"[red]{escape(path)}[/red]: {escape(reason)}", highlight=False, soft_wrap=True
        )
    if refused:
        raise typer.Exit(1)


def read(paths: Iterable[str]) -> tuple[list[Article], list[tuple[str, str]]]:
    """Give the articles of ``paths``, and (path, reason) of what is none."""
    from streams.articles.reader import read_article
    from streams.articles.sources import SourceError, inputs
    from streams.runtime.errors import BadRecord

    articles: list[Article] = []
    refused: list[tuple[str, str]] = []
    try:
        for given in inputs(paths):
            try:
                articles.append(read_article(given))
            except BadRecord as error:
                refused.append((given.path, str(error)))
    except SourceError as error:
        raise CommandError(str(error)) from error
    return articles, refused


def fold_slots(reconciler: "Reconciler", statements: Iterable[Claim | Retraction]) -> list["Outcome"]:
    """Fold every slot once, as the conflicts stage would."""
    from streams.runtime.records import now

    slots: dict[str, list[tuple[int, Claim | Retraction]]] = defaultdict(list)
    for offset, statement in enumerate(statements):
        slots[statement.slot].append((offset, statement))
    return [reconciler.fold(slot, None, items, now()) for slot, items in slots.items()]


def _show(articles: Sequence[Article], claims: Sequence[Claim], conflicts: Sequence[Conflict]) -> None:
    console = Console()
    for article in articles:
        console.rule(
            escape(f"{article.title or article.text[:60]} · {article.publisher or 'no publisher'}"),
            align="left",
        )
        mine = [claim for claim in claims if claim.article.id == article.id]
        console.print(_pledges(mine) if any(c.kind == "pledge" for c in mine) else "no pledge")
        for claim in mine:
            if claim.quote:
                console.print(
                    f"  [cyan]{escape(party(claim.speaker))}[/cyan]: “{escape(claim.quote.text)}”",
                    highlight=False,
                )
            if claim.office:
                office = claim.office
                console.print(
                    f"  {office.person.name}: {office.tenure} {office.post}, {party(office.org)}",
                    highlight=False,
                    markup=False,
                )
    for conflict in conflicts:
        console.print(f"[yellow]{conflict.kind}[/yellow] {escape(conflict.summary)}", highlight=False)


def _pledges(claims: Sequence[Claim]) -> Table:
    table = Table(
        "pledger", "amount", "beneficiary", "stage", "when", "said by", "words", box=None, pad_edge=False
    )
    for claim in claims:
        if pledge := claim.pledge:
            words = pledge.quantity.text or ""
            cells = (
                pledge.pledger.name, amount(pledge.quantity), party(pledge.beneficiary), pledge.stage,
                when(pledge.period), party(claim.speaker), words,
            )  # fmt: skip
            table.add_row(*map(escape, cells))
    return table
