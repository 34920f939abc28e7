"""Reference data from ``seeds/``: actors, people, posts and who held them when.

Loaded by ``pledgewire migrate``. These four come from one place, so they may point at
each other.
"""

from sqlalchemy import Column, ForeignKey, Table, Text

from models.tables.base import key, metadata, text, text_or_null, texts

actors = Table(
    "actors",
    metadata,
    key("actor_id"),
    text("name"),
    text("level"),
    texts("aliases"),
    texts("demonyms"),
    texts("members"),
    text_or_null("currency"),
)

people = Table(
    "people",
    metadata,
    key("person_id"),
    text("name"),
    texts("aliases"),
)

posts = Table(
    "posts",
    metadata,
    key("post_id"),
    text("title"),
    Column("org_id", Text, ForeignKey(actors.c.actor_id), nullable=False),
)

tenures = Table(
    "tenures",
    metadata,
    Column("post_id", Text, ForeignKey(posts.c.post_id), primary_key=True),
    Column("person_id", Text, ForeignKey(people.c.person_id), primary_key=True),
    key("started_on"),
    text_or_null("ended_on"),  # null while it lasts
)
