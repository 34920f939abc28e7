"""What a ledger must say: the same pure code in one process, every article once, in order."""

import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

from models.messages import Article, Claim, Retraction
from models.reference import load_reference
from streams.claims.pipeline import Extractor
from streams.claims.stories import read_stories
from streams.cli.try_ import fold_slots
from streams.conflicts.reading import Reconciler
from streams.ledger.database import make_engine
from streams.ledger.digest import Digest, digest
from streams.ledger.migrate import upgrade
from streams.ledger.writer import LedgerWriter
from streams.runtime.codec import Message


@dataclass(frozen=True)
class _Written:
    message: Message


@contextmanager
def new_database(admin_url: str) -> Iterator[str]:
    name = f"test_{uuid.uuid4().hex}"
    with psycopg.connect(admin_url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        yield urlsplit(admin_url)._replace(path=f"/{name}").geturl()
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def digest_of(url: str) -> Digest:
    engine = make_engine(url)
    with engine.connect() as connection:
        found = digest(connection)
    engine.dispose()
    return found


def undisturbed_digest(articles: Sequence[Article], admin_url: str, seeds: Path | None = None) -> Digest:
    with new_database(admin_url) as url:
        engine = make_engine(url)
        upgrade(engine)
        LedgerWriter(engine).write([_Written(message) for message in messages(articles, seeds)])
        engine.dispose()
        return digest_of(url)


def messages(articles: Sequence[Article], seeds: Path | None = None) -> Iterator[Message]:
    extractor = Extractor.from_seeds(seeds)
    statements: list[Claim | Retraction] = []
    for article, extraction, told in read_stories(extractor.read, articles):
        yield article
        if told.receipt:
            yield extraction.receipt
        made = list(told.statements(extraction))
        yield from made
        statements.extend(made)
    for outcome in fold_slots(Reconciler(load_reference()), statements):
        yield from outcome.conflicts
        yield from outcome.entries
        if outcome.reading is not None:
            yield outcome.reading
