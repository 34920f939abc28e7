"""What every command gets: settings that lead to services, and those services while it runs.

Where the settings name no Kafka and no database, the commands use the embedded pair: one that
already runs on the same state folder (``up`` in another terminal), else their own for as long
as they run.
"""

from contextlib import ExitStack
from dataclasses import asdict, dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rich.console import Console

from streams.settings import Settings

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from streams.sandbox import Sandbox

DEMO: Final = "demo"


class CommandError(RuntimeError):
    """A fault that the person at the terminal can mend; printed as one line."""


@dataclass
class Context:
    """The object in ``typer.Context.obj``. ``given`` are the settings as the environment has them."""

    given: Settings
    _open: ExitStack = field(default_factory=ExitStack, repr=False)
    _sandbox: "Sandbox | None" = field(default=None, repr=False)

    @classmethod
    def of(cls, *, state: Path | None, demo: bool) -> "Context":
        """Take the environment's settings, with another state folder where one is named."""
        settings = Settings()
        folder = (state or settings.state_dir) / DEMO if demo else state or settings.state_dir
        return cls(settings.model_copy(update={"state_dir": folder}))

    @cached_property
    def settings(self) -> Settings:
        """The settings with ``kafka`` and ``database_url`` set; starts the embedded pair if need be."""
        given = self.given
        if bool(given.kafka) != bool(given.database_url):
            raise CommandError("set both PLEDGEWIRE_KAFKA and PLEDGEWIRE_DATABASE_URL, or neither")
        if given.kafka:
            return given
        return given.model_copy(update=self._running() or self._start())

    def engine(self) -> "Engine":
        """Give the SQLAlchemy engine of the ledger's database (made once)."""
        return self._engine

    def check(self) -> None:
        """Raise `CommandError` if an embedded service of this command has ended by itself."""
        from streams.sandbox import SandboxError

        try:
            if self._sandbox is not None:
                self._sandbox.check()
        except SandboxError as error:
            raise CommandError(str(error)) from error

    def close(self) -> None:
        """Stop what this command started."""
        self._open.close()

    @cached_property
    def _engine(self) -> "Engine":
        from streams.ledger.database import make_engine
        from streams.runtime.connection import database_url

        engine = make_engine(database_url(self.settings))
        self._open.callback(engine.dispose)
        return engine

    def _running(self) -> dict[str, str] | None:
        from streams.sandbox import running

        services = running(self.given.state_dir)
        return asdict(services) if services else None

    def _start(self) -> dict[str, str]:
        from streams.sandbox import Sandbox, SandboxError

        try:
            with Console(stderr=True).status("starting Kafka and Postgres") as status:
                self._sandbox = Sandbox(self.given.state_dir, self.given.cache_dir, progress=status.update)
                return asdict(self._open.enter_context(self._sandbox))
        except SandboxError as error:
            raise CommandError(str(error)) from error
