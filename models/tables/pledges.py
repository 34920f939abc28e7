"""The ledger itself: today's pledges by slot, and the history that led to them."""

from sqlalchemy import BigInteger, Boolean, Column, DateTime, Double, Integer, Table
from sqlalchemy.dialects.postgresql import JSONB

from models.tables.base import key, metadata, text, text_or_null, texts

# A slot's reading is replaced whole, by a revision at least as high.
slots = Table(
    "slots",
    metadata,
    key("slot"),
    Column("revision", BigInteger, nullable=False),
    Column("dropped", BigInteger, nullable=False),  # claims left out of an outgrown slot, estimated
    Column("kept", BigInteger, nullable=False),  # claims that an outgrown slot keeps, else 0
    texts("open_conflicts"),
)

pledges = Table(
    "pledges",
    metadata,
    key("pledge_id"),
    text("slot", index=True),
    text_or_null("pledger_id"),
    text("pledger_name"),
    text_or_null("beneficiary_id"),
    text_or_null("beneficiary_name"),
    text("purpose"),
    text("quantity_kind"),
    Column("value", Double),  # whole units of currency, percent of GDP, or a count
    text_or_null("currency"),
    Column("in_eur", Double),
    text("stage"),
    text("polarity"),
    Column("withdrawn", Boolean, nullable=False),
    text("fulfilment", index=True),
    text_or_null("part_of"),  # the pledge of the slot that this one is a part of
    text_or_null("announced_on"),
    texts("speakers"),
    texts("claim_ids"),
    Column("independent_origins", Integer, nullable=False),
    Column("articles", Integer, nullable=False),
    text("content"),  # a hash of the state
    Column("state", JSONB, nullable=False),  # the message's PledgeState, whole
)

# Append-only: the migration adds a trigger that refuses updates and deletes.
entries = Table(
    "entries",
    metadata,
    key("entry_id"),
    text("pledge_id", index=True),
    text("slot"),
    text("operation"),
    text("claim_id", index=True),
    text_or_null("stated_at"),
    Column("recorded_at", DateTime(timezone=True), nullable=False),
    Column("independent_origins", Integer, nullable=False),
    Column("articles", Integer, nullable=False),
    Column("pledge", JSONB, nullable=False),
    Column("takes_back", Boolean, nullable=False),  # ends its claim: the article no longer makes it
)
