"""Conflicts and their sides, open and resolved; replaced by a revision at least as high."""

from sqlalchemy import BigInteger, Column, Integer, Table

from models.tables.base import key, metadata, text, text_or_null, texts

conflicts = Table(
    "conflicts",
    metadata,
    key("conflict_id"),
    text("slot", index=True),
    text("kind"),
    text("state"),
    text("severity"),
    Column("revision", BigInteger, nullable=False),
    text("summary"),
    text_or_null("diff"),
    text_or_null("resolution"),
)

conflict_sides = Table(
    "conflict_sides",
    metadata,
    key("conflict_id"),
    Column("position", Integer, primary_key=True, autoincrement=False),
    text("value"),
    texts("claim_ids"),
    texts("article_ids"),  # of the claim at the same place in claim_ids
    Column("independent_origins", Integer, nullable=False),  # of all reports, named here or not
    Column("articles", Integer, nullable=False),
)
