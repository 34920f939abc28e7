"""What all tables share: the metadata with its constraint names, and column shorthands."""

from typing import Any

from sqlalchemy import Column, DateTime, MetaData, Text, func
from sqlalchemy.dialects.postgresql import ARRAY

# Named constraints, so that a migration can drop what an earlier one made.
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def key(name: str) -> Column[str]:
    """Make a text column of the primary key."""
    return Column(name, Text, primary_key=True)


def text(name: str, *, index: bool = False) -> Column[str]:
    """Make a text column that is always filled."""
    return Column(name, Text, nullable=False, index=index)


def text_or_null(name: str) -> Column[Any]:
    """Make a text column that a message may leave open."""
    return Column(name, Text)


def texts(name: str) -> Column[Any]:
    """Make a column that holds a list of texts, empty rather than null."""
    return Column(name, ARRAY(Text), nullable=False)


def moment(name: str) -> Column[Any]:
    """Make a column for a time that may be unknown, or beyond what a calendar can hold."""
    return Column(name, DateTime(timezone=True))


def stored_at() -> Column[Any]:
    """Make the column that says when the ledger wrote the row for the first time."""
    return Column("stored_at", DateTime(timezone=True), nullable=False, server_default=func.clock_timestamp())
