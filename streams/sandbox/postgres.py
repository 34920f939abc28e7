"""One PostgreSQL 18 server on a Unix socket: a home in, a database URL out."""

import os
import shutil
import signal
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import quote

import psycopg

from streams.sandbox import leftovers
from streams.sandbox.children import Child, Command, Progress, spawn
from streams.sandbox.home import Home

NAME: Final = "pledgewire"  # of the superuser and of the database
_READY_SECONDS: Final = 60
_SOCKET: Final = ".s.PGSQL.5432"
_SOCKET_BYTES_MAX: Final = 103  # of a Unix socket's path, on the strictest system
_LASTING: Final = {"wal_level": "replica"}
# For data nobody wants back: nothing is forced to the disk.
_PASSING: Final = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
_SETTINGS: Final = {
    "listen_addresses": "",  # the socket is in a folder that only its owner may enter, so trust is safe
    "timezone": "UTC",
    "log_timezone": "UTC",
    "shared_buffers": "128MB",
    "max_connections": "100",
    "jit": "off",  # compiling costs more than our short queries
    "track_commit_timestamp": "on",  # when a row was committed: an operator asks, and so does the bench
}


@dataclass(frozen=True, slots=True)
class Postgres:
    """A server whose data live in ``home`` and whose logs in ``logs``."""

    home: Home
    logs: Path
    ephemeral: bool = False
    sockets: Path = field(init=False)

    def __post_init__(self) -> None:
        """Choose the folder of the socket: that of the data, which is closed to others, if it will do."""
        fits = len(os.fsencode(self.home.data / _SOCKET)) <= _SOCKET_BYTES_MAX
        folder = self.home.data if fits else Path(tempfile.mkdtemp(prefix="pledgewire-"))
        object.__setattr__(self, "sockets", folder)

    def url(self, database: str = NAME) -> str:
        """Return the URL of a database; libpq, SQLAlchemy and pydantic all read it."""
        return f"postgresql://{NAME}@localhost/{database}?host={quote(str(self.sockets))}"

    def initialise(self) -> None:
        """Lay out an empty data folder in UTF-8, ordered by code point on every machine."""
        data = self.home.data
        if (data / "PG_VERSION").exists():
            return
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        for half_made in data.iterdir():  # an initdb that was cut short
            shutil.rmtree(half_made) if half_made.is_dir() else half_made.unlink()
        locale = ("--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
        sync = ("--no-sync",) if self.ephemeral else ()
        arguments = ("-D", str(data), "-U", NAME, "--auth=trust", *locale, *sync)
        spawn(self._command("initdb", *arguments)).finish(120)

    def start(self) -> Child:
        """Start the server; what an owner that was killed left running is ended first."""
        values = _SETTINGS | (_PASSING if self.ephemeral else _LASTING)
        values["unix_socket_directories"] = str(self.sockets)
        settings = (word for name, value in values.items() for word in ("-c", f"{name}={value}"))
        command = self._command("postgres", "-D", str(self.home.data), *settings)
        leftovers.reap(command.pid_file, command.stop_signal)
        return spawn(command)

    def wait(self, child: Child, progress: Progress) -> None:
        """Wait until the server takes connections, and make our database if it is not there.

        Raises:
            SandboxError: it ended, or was not ready in time.
        """
        child.wait_until(self._answers, _READY_SECONDS, progress)
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [NAME]).fetchone()
            if found is None:
                connection.execute(f"CREATE DATABASE {NAME}")  # a constant of ours

    def close(self) -> None:
        """Remove the socket's folder if it is one of its own."""
        if self.sockets != self.home.data:
            shutil.rmtree(self.sockets, ignore_errors=True)

    def _answers(self) -> bool:
        try:
            psycopg.connect(self.url("postgres"), connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True

    def _command(self, program: str, *arguments: str) -> Command:
        return Command(
            name="Postgres",
            argv=(str(self.home.programs / program), *arguments),
            folder=self.home.data,
            log=self.logs / f"{program}.log",
            account=self.home.account,
            env=os.environ | {"LC_ALL": "C", "TZ": "UTC"},
            stop_signal=signal.SIGINT,  # "fast": ends its clients, keeps what was committed
            death_signal=signal.SIGQUIT,  # "immediate": ends its backends too, which SIGKILL leaves behind
        )
