"""The connection to Postgres: a URL in, an engine out that every part of the ledger uses."""

from sqlalchemy import Engine, create_engine, make_url


def make_engine(url: str) -> Engine:
    """Make an engine for ``url`` (``postgresql://…``), which psycopg 3 then serves.

    Sessions run in UTC, since a late time of the year 9999 in a zone to the east has no
    Python datetime; and without JIT, which costs more than it gives for rows by key.
    """
    chosen = make_url(url)
    if chosen.drivername in {"postgresql", "postgres"}:
        chosen = chosen.set(drivername="postgresql+psycopg")
    return create_engine(
        chosen,
        pool_pre_ping=True,
        connect_args={"options": "-c timezone=UTC -c jit=off", "application_name": "pledgewire"},
    )
