"""``pledgewire pages FOLDER``: write the pages that are made from the code."""

from pathlib import Path
from typing import Annotated

import typer


def pages(
    folder: Annotated[Path, typer.Argument(help="The docs folder.", file_okay=False)] = Path("docs"),
) -> None:
    """Write the flow page and the JSON Schemas of the messages."""
    from streams.runtime.pages import pages as made

    for name, text in made().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        typer.echo(path)
