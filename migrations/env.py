"""Alembic's environment: it works on the connection that `streams.ledger.migrate` hands over."""

from alembic import context

from models.tables import metadata

connection = context.config.attributes.get("connection")
if connection is None:
    raise RuntimeError("run migrations with `pledgewire migrate`, which knows the database")

context.configure(connection=connection, target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
