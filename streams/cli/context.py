"""What every command gets: the settings, and the services they name or the embedded pair."""

from dataclasses import dataclass, field
from functools import cached_property

from sqlalchemy import Engine, create_engine

from streams.settings import Settings


@dataclass
class Context:
    """The object in ``typer.Context.obj``."""

    settings: Settings = field(default_factory=Settings)

    def engine(self) -> Engine:
        """Give the SQLAlchemy engine of the ledger's database (made once)."""
        return self._engine

    @cached_property
    def _engine(self) -> Engine:
        return create_engine(database_url(self.settings), pool_pre_ping=True)


def database_url(settings: Settings) -> str:
    """Give the SQLAlchemy URL for psycopg 3."""
    return str(settings.database_url).replace("postgresql://", "postgresql+psycopg://", 1)
