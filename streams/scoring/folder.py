"""A folder of annotated articles: pages, gold, relations and aliases in, typed records out.

``pages/NNN.txt`` is an article, ``gold/NNN.json`` what it states, ``relations.json`` what
articles say of each other, ``aliases.json`` the names of one actor. ``tests/data/README.md``
tells what the fields mean.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar
from urllib.parse import urlsplit

import msgspec
from msgspec import Struct

from models.messages import Article, Span

T = TypeVar("T")
_HEADERS: Final = ("URL: ", "QUERY: ")
LANGUAGE: Final = "en"


class FolderError(ValueError):
    """An annotated folder that does not hold what it should; names the file and the place."""


class GoldAmount(Struct, frozen=True):
    """Money in whole units of ``currency``."""

    value: float
    currency: str


class GoldCount(Struct, frozen=True):
    """Goods or people; None where the article gives no number."""

    value: float | None = None
    unit: str | None = None


class GoldPledge(Struct, frozen=True):
    """A pledge that an article states. ``optional``: it counts neither way."""

    pledger: str
    status: str
    recipient: str | None = None
    amount: GoldAmount | None = None
    gdp_percent: float | None = None
    quantity: GoldCount | None = None
    comparator: str | None = None
    said_by: str | None = None
    optional: bool = False


class GoldQuote(Struct, frozen=True):
    """Quoted words: their span, or the first and last of them."""

    speaker: str | None = None
    quote_start: str | None = None
    quote_end: str | None = None
    span: Span | None = None
    optional: bool = False


class GoldOffice(Struct, frozen=True):
    """A person and the post that the article gives them."""

    person: str
    role: str


class Gold(Struct, frozen=True):
    """What one article states."""

    id: str
    pledges: tuple[GoldPledge, ...]
    statements: tuple[GoldQuote, ...] = ()
    institution_quotes: tuple[GoldQuote, ...] = ()
    roles: tuple[GoldOffice, ...] = ()
    published: str | None = None
    language: str = LANGUAGE


class GoldConflict(Struct, frozen=True):
    """Articles that contradict each other. ``update`` and ``soft`` ones count neither way."""

    pages: tuple[str, ...]
    type: str
    about: str = ""
    values: tuple[str, ...] = ()
    update: bool = False
    soft: bool = False


class Relations(Struct, frozen=True):
    """What the articles say of each other; ``not_conflicts`` are pairs and the reason."""

    conflicts: tuple[GoldConflict, ...] = ()
    not_conflicts: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article as the feed would bring it, and what it states."""

    article: Article
    gold: Gold


@dataclass(frozen=True, slots=True)
class Folder:
    """All articles of a folder in the reader's language, in name order."""

    articles: tuple[Annotated, ...]
    relations: Relations
    aliases: dict[str, list[str]]


def read_folder(folder: Path) -> Folder:
    """Read an annotated folder; articles in other languages are left out.

    Raises FolderError for a file that is missing or does not hold what it should.
    """
    paths = sorted((folder / "gold").glob("*.json"))
    if not paths:
        raise FolderError(f"{folder}: no annotations here (gold/*.json)")
    golds = [(path.stem, _decode(path, Gold)) for path in paths]
    articles = [
        Annotated(_article(folder / "pages" / f"{name}.txt", name, gold), gold)
        for name, gold in golds
        if gold.language == LANGUAGE
    ]
    return Folder(
        tuple(articles),
        _decode(folder / "relations.json", Relations),
        _decode(folder / "aliases.json", dict[str, list[str]]),
    )


def _decode(path: Path, form: type[T]) -> T:
    try:
        return msgspec.json.decode(path.read_bytes(), type=form)
    except FileNotFoundError as error:
        raise FolderError(f"{path}: no such file") from error
    except msgspec.MsgspecError as error:
        raise FolderError(f"{path}: {error}") from error


def _article(path: Path, name: str, gold: Gold) -> Article:
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except FileNotFoundError as error:
        raise FolderError(f"{path}: no such file, but it is annotated") from error
    url = lines[0].removeprefix(_HEADERS[0]) if lines[0].startswith(_HEADERS[0]) else None
    while lines and (lines[0].startswith(_HEADERS) or not lines[0].strip()):
        del lines[0]
    return Article(
        id=name,
        url=url,
        publisher=urlsplit(url).hostname if url else None,
        title=lines[0].strip() if lines else None,
        text="\n".join(lines),
        published_at=gold.published,
    ).identified()
