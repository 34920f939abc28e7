"""Dead letters: inputs that a stage could not take, with their original bytes."""

from sqlalchemy import BigInteger, Boolean, Column, Integer, LargeBinary, Table
from sqlalchemy.dialects.postgresql import ARRAY

from models.tables.base import key, metadata, moment, text, text_or_null, texts

dead_letters = Table(
    "dead_letters",
    metadata,
    key("dead_letter_id"),
    text("stage"),
    text("topic"),
    Column("partition", Integer, nullable=False),
    Column("offset", BigInteger, nullable=False),
    Column("key", LargeBinary),
    texts("header_names"),
    Column("header_values", ARRAY(LargeBinary), nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("length", BigInteger, nullable=False),  # bytes of the original, more than body if truncated
    text("sha256"),
    Column("truncated", Boolean, nullable=False),
    text("error"),
    text("reason"),
    Column("attempts", Integer, nullable=False),
    moment("first_seen"),
    moment("last_seen"),
    text_or_null("path"),
    moment("replayed_at"),
)
