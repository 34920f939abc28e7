"""Articles as they came, who published them, and what the claims stage made of each."""

from sqlalchemy import BigInteger, Column, Double, Table

from models.tables.base import key, metadata, moment, stored_at, text, text_or_null, texts

publishers = Table(
    "publishers",
    metadata,
    key("publisher_id"),  # the folded name, so that two spellings are one publisher
    text("name"),
)

articles = Table(
    "articles",
    metadata,
    key("article_id"),
    text("story_id", index=True),
    Column("version", BigInteger, nullable=False),
    text_or_null("guid"),
    text_or_null("url"),
    text_or_null("publisher"),
    text_or_null("publisher_id"),
    text_or_null("wire_credit"),
    text_or_null("title"),
    text("text"),
    text_or_null("language"),
    text_or_null("published_at"),  # as the feed wrote it: a time or a bare date
    moment("published_time"),  # the same, where it is a time that a calendar can hold
    moment("received_at"),
    text("status"),
    stored_at(),
)

receipts = Table(
    "receipts",
    metadata,
    key("article_id"),
    text("story_id"),
    texts("pledge_ids"),
    texts("quote_ids"),
    texts("office_ids"),
    text("fingerprint"),
    text("extractor"),
    Column("milliseconds", Double, nullable=False),
    text_or_null("language"),
    text_or_null("note"),
    stored_at(),
)
