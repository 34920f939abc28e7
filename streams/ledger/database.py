"""The connection to Postgres: a URL in, an engine out that every part of the ledger uses."""

from sqlalchemy import URL, Engine, create_engine

from streams.runtime.connection import psycopg_url


def make_engine(url: str | URL) -> Engine:
    """Make an engine for ``url`` (``postgresql://…``), which psycopg 3 then serves.

    Sessions run in UTC, since a late time of the year 9999 in a zone to the east has no
    Python datetime; and without JIT, which costs more than it gives for rows by key.
    """
    return create_engine(
        psycopg_url(url),
        pool_pre_ping=True,
        connect_args={"options": "-c timezone=UTC -c jit=off", "application_name": "pledgewire"},
    )
