"""Raw input to an Article, or to the reason why it is none."""

import re
from typing import Final
from urllib.parse import urlsplit

from msgspec.structs import replace

from models.messages import Article
from streams.articles.sources import Input
from streams.runtime.codec import checked_article, decode_article
from streams.runtime.errors import BadRecord
from streams.runtime.records import now
from streams.topology import ARTICLE_BYTES_MAX

_HEADER: Final = re.compile(r"(URL|PUBLISHER|PUBLISHED|CREDIT): *(\S[^\n]*)\n", re.IGNORECASE)
_HEADLINE_MAX: Final = 160


def read_article(given: Input) -> Article:
    """Make the article of one input; a JSON article keeps the ids that it brings.

    Raises:
        BadRecord: too long, not UTF-8, not JSON, the wrong shape, no text.
    """
    if given.data is None:
        raise BadRecord(f"{given.original.length:,} bytes, more than an article's {ARTICLE_BYTES_MAX:,}")
    article = decode_article(given.data) if given.form == "json" else _from_text(given.data)
    received = article.received_at or now()
    return replace(article, received_at=received, publisher=article.publisher or _host(article.url))


def _from_text(data: bytes) -> Article:
    """Read plain text: optional header lines (``URL: …``), then headline and body as one text."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadRecord(f"not UTF-8: {error.reason} at byte {error.start}") from error
    if "\0" in text:
        raise BadRecord(f"NUL character at position {text.index(chr(0))}")
    text = text.replace("\r\n", "\n")
    headers: dict[str, str] = {}
    while match := _HEADER.match(text):
        headers[match[1].upper()] = match[2].strip()
        text = text[match.end() :]
    text = text.strip()
    return checked_article(
        Article(
            text=text,
            url=headers.get("URL"),
            publisher=headers.get("PUBLISHER") or _host(headers.get("URL")),
            published_at=headers.get("PUBLISHED"),
            wire_credit=headers.get("CREDIT"),
            title=_headline(text),
        )
    )


def _headline(text: str) -> str | None:
    first = text.split("\n", 1)[0].strip()
    looks_like_one = 0 < len(first) <= _HEADLINE_MAX and not first.endswith((".", "”", "’", '"'))
    return first if looks_like_one else None


def _host(url: str | None) -> str | None:
    if not url:
        return None
    host = urlsplit(url).hostname or ""
    return host.removeprefix("www.") or None
