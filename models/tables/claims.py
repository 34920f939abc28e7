"""Claims: what articles state, the slots they belong to, and those taken back.

The view ``quotes`` shows the words of those that are quotes, beside their speakers.
"""

from sqlalchemy import Column, Integer, Table, Text
from sqlalchemy.dialects.postgresql import JSONB

from models.tables.base import key, metadata, moment, stored_at, text, text_or_null

claims = Table(
    "claims",
    metadata,
    key("claim_id"),
    text("kind"),
    text("article_id", index=True),
    text("story_id"),
    Column("span_start", Integer, nullable=False),  # code points of the article's text
    Column("span_end", Integer, nullable=False),
    text("evidence"),
    text_or_null("speaker_id"),
    text_or_null("speaker_name"),
    text_or_null("speaker_role"),
    text_or_null("speaker_org"),
    text_or_null("speaker_as_printed"),
    text("attribution"),
    text("extractor"),
    text_or_null("stated_at"),  # the article's published_at, as the feed wrote it
    moment("stated_time"),
    Column("statement", JSONB, nullable=False),  # the message's pledge, quote or office
    Column("dating", JSONB),  # what the article's words tell of its time, where they tell any
    stored_at(),
)

claim_slots = Table(
    "claim_slots",
    metadata,
    key("claim_id"),
    Column("slot", Text, primary_key=True),
)

# A retraction may arrive before its claim, so it is a row of its own and not a mark.
retractions = Table(
    "retractions",
    metadata,
    key("claim_id"),
    text("slot"),
    text("article_id"),
    text("reason"),
)
