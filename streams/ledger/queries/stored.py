"""The articles that the ledger stores, as they came."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from sqlalchemy import Connection, select

from models.messages import Article
from models.tables import articles

_AT_ONCE: Final = 500
_PARTS: Final = (
    "article_id", "story_id", "version", "guid", "url", "publisher", "wire_credit", "title", "text",
    "language", "published_at", "received_at", "status",
)  # fmt: skip


def stored_articles(connection: Connection) -> Iterator[Article]:
    """Give every article once, those of a story in the order of their versions; few at a time in memory."""
    query = select(*(articles.c[name] for name in _PARTS)).order_by(
        articles.c.story_id, articles.c.version, articles.c.article_id
    )
    for row in connection.execute(query, execution_options={"yield_per": _AT_ONCE}).mappings():
        yield _article(row)


def _article(row: Mapping[Any, Any]) -> Article:
    fields = {name: row[name] for name in _PARTS if name not in ("article_id", "received_at")}
    received = row["received_at"]
    return Article(
        id=row["article_id"],
        received_at=received.isoformat().replace("+00:00", "Z") if received else None,
        **fields,
    )
