"""``pledgewire lexicon``: check changed words on their sample sentences, learn some from annotated pages."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.markup import escape

from models.messages import Article
from streams.cli.context import CommandError, Context
from streams.cli.notation import lines

if TYPE_CHECKING:
    from streams.claims.pipeline import Extractor
    from streams.scoring.samples import Addition, Sample

TRIED_MAX = 200  # additions that are tried alone, a fraction of a second each

app = typer.Typer(help="Check the words that extraction knows.", no_args_is_help=True)


@app.command()
def check(
    ctx: typer.Context,
    folder: Annotated[
        Path | None,
        typer.Argument(help="A folder like seeds/, added to the shipped one. Default: the one in use."),
    ] = None,
) -> None:
    """Read the sample sentences with the lexicon, and say which read differently and why."""
    from models.reference import SEEDS
    from streams.claims.pipeline import Extractor
    from streams.scoring.samples import load_samples

    context: Context = ctx.obj
    seeds, console = folder or context.given.seeds_dir or SEEDS, Console()
    extractor, samples = Extractor(seeds), load_samples(seeds)
    wrong = [sample for sample in samples if readings(extractor, sample) != sorted(sample.reads)]
    causes = {} if seeds == SEEDS else _causes(seeds, wrong)
    for sample in wrong:
        console.print(f"[red]samples.toml[/red]: {escape(sample.text)}", highlight=False, soft_wrap=True)
        for name, read in (("should read", sample.reads), ("reads", readings(extractor, sample))):
            for text in sorted(read) or ["nothing"]:
                console.print(f"    {name}: {escape(text)}", highlight=False, soft_wrap=True)
        for cause in causes.get(sample.text, ()):
            console.print(f"    [yellow]because of[/yellow] {escape(cause)}", highlight=False, soft_wrap=True)
    console.print(f"{len(samples) - len(wrong)} of {len(samples)} sentences read as they should")
    if wrong:
        raise typer.Exit(1)


@app.command()
def learn(
    folders: Annotated[list[Path], typer.Argument(help="Annotated articles, as for evaluate.")],
    write: Annotated[
        Path | None, typer.Option(help="Where to keep what was learned: seeds/lexicon/topic.toml.")
    ] = None,
) -> None:
    """Learn which words speak for a page of giving, and say what that is worth on other pages."""
    from streams.scoring.folder import FolderError
    from streams.scoring.topic_training import measure, pages_of, topic_table, train

    console = Console()
    try:
        pages = pages_of(folders)
    except FolderError as error:
        raise CommandError(str(error)) from error
    everything = [page for folder in pages for page in folder]
    if len({page.giving for page in everything}) < 2:
        raise CommandError("the folders must hold pages with pledges and pages without")
    doubted = measure(pages)
    console.print(
        f"doubted on pages not learned from: {doubted.other_doubted} of {doubted.other} without a pledge"
    )
    console.print(f"and {doubted.giving_doubted} of {doubted.giving} with one")
    table = topic_table(train(everything), folders, len(everything))
    if write is None:
        console.print(table, highlight=False, soft_wrap=True)
    else:
        write.write_text(table, encoding="utf-8")
        console.print(f"kept in {write}", soft_wrap=True)


def readings(extractor: "Extractor", sample: "Sample") -> list[str]:
    """Give what a sample sentence reads as, in short notation."""
    article = Article(text=sample.text, published_at=sample.published).identified()
    return lines(extractor.read(article).claims)


def _causes(seeds: Path, wrong: Iterable["Sample"]) -> dict[str, list[str]]:
    """Give for each sentence the additions that, each alone, change how it reads."""
    from streams.claims.pipeline import Extractor
    from streams.scoring.samples import additions, alone

    shipped, causes = Extractor(), dict[str, list[str]]()
    before = {sample: readings(shipped, sample) for sample in wrong}
    for addition in additions(seeds)[: TRIED_MAX if before else 0]:
        with alone(addition) as folder:
            tried = Extractor(folder)
        for sample, was in before.items():
            now = readings(tried, sample)
            if now != was:
                causes.setdefault(sample.text, []).append(_because(addition, was, now))
    return causes


def _because(addition: "Addition", was: list[str], now: list[str]) -> str:
    gone, new = set(was) - set(now), set(now) - set(was)
    changes = [f"takes away {text}" for text in sorted(gone)] + [f"adds {text}" for text in sorted(new)]
    return f"{addition} ({'; '.join(changes)})"
