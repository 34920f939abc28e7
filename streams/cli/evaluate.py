"""``pledgewire evaluate``: how well the pipeline reads a folder of annotated articles.

Extraction and the fold of the slots run in this process, as ``try`` does it.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from streams.cli.context import CommandError, Context
from streams.cli.rates_in_use import rates_in_use
from streams.cli.try_ import fold_slots

if TYPE_CHECKING:
    from streams.scoring.score import Figures, Score
    from streams.scoring.tally import Finding
    from streams.settings import Settings


def evaluate(
    ctx: typer.Context,
    folder: Annotated[Path, typer.Argument(help="Annotated articles: pages, gold, relations, aliases.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    show: Annotated[
        int, typer.Option(min=0, help="List up to this many of each kind that is missed, false or wrong.")
    ] = 0,
    accept: Annotated[
        bool, typer.Option(help="Keep the figures as the accepted ones of the folder.")
    ] = False,
) -> None:
    """Score extraction against annotated articles, beside the folder's accepted figures."""
    from streams.scoring.accepted import nested, read_accepted, write_accepted
    from streams.scoring.folder import FolderError

    context: Context = ctx.obj
    try:
        score, accepted = score_of(folder, context.given), read_accepted(folder)
    except FolderError as error:
        raise CommandError(str(error)) from error
    findings = _some(score.findings, show)
    if as_json:
        listed = {"findings": [asdict(finding) for finding in findings]} if show else {}
        sys.stdout.write(json.dumps(nested(score.figures) | listed, ensure_ascii=False) + "\n")
    else:
        _show(score.figures, accepted, findings)
    if accept:
        Console(stderr=True).print(f"kept in {write_accepted(folder, score.figures)}", soft_wrap=True)


def score_of(folder: Path, settings: "Settings") -> "Score":
    """Read the articles of ``folder`` with the extractor of ``settings`` and score what comes out.

    Raises FolderError for a folder that is not annotated as it should be.
    """
    from models.reference import SEEDS, load_reference
    from streams.claims.pipeline import Extractor
    from streams.conflicts.reading import Reconciler
    from streams.scoring.folder import read_folder
    from streams.scoring.score import score_folder

    annotated = read_folder(folder)
    extractor = Extractor.from_seeds(settings.seeds_dir, settings.spacy_model, rates_in_use(settings).rates)
    claims = [claim for page in annotated.articles for claim in extractor.read(page.article).claims]
    reference = load_reference((settings.seeds_dir or SEEDS) / "reference")
    outcomes = fold_slots(Reconciler(reference, settings.slot_claims_max), claims)
    conflicts = [conflict for outcome in outcomes for conflict in outcome.conflicts]
    return score_folder(annotated, claims, conflicts)


def _some(findings: Iterable["Finding"], most: int) -> list["Finding"]:
    """Give the first ``most`` findings of each kind."""
    seen: Counter[str] = Counter()
    some = []
    for finding in findings:
        seen[finding.kind] += 1
        if seen[finding.kind] <= most:
            some.append(finding)
    return some


def _show(figures: "Figures", accepted: "Figures | None", findings: Iterable["Finding"]) -> None:
    from streams.scoring.accepted import falls

    console, before = Console(), accepted or {}
    worse = {fall.name for fall in falls(before, figures)}
    table = Table("figure", "now", *(["accepted", "change"] if before else []), box=None, pad_edge=False)
    for name, value in figures.items():
        change = value - before.get(name, value)
        cells = [f"{before[name]:g}" if name in before else "–", f"{change:+.3g}" if change else ""]
        style = "red" if name in worse else None
        table.add_row(name, f"{value:g}", *(cells if before else []), style=style)
    console.print(table)
    for finding in findings:
        where = ", ".join(finding.articles)
        console.print(f"[yellow]{finding.kind}[/yellow] {where}: {escape(finding.what)}", highlight=False)
        if finding.evidence:
            console.print(f"    [dim]{escape(finding.evidence)}[/dim]", highlight=False)
