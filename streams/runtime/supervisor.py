"""Worker processes: started, watched, started again when they die, stopped together.

Each is a child that dies with this process, even at ``kill -9``. What it writes goes to a
log file of its own. A worker that halted over its dead-letter limit is left down: someone
must look first.
"""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import IO, Final, Self

from streams.runtime.parent_death import die_with_parent
from streams.runtime.runner import EXIT_HALTED
from streams.settings import Settings
from streams.topology import CLAIMS_STAGE, WORKERS

STOP_SECONDS: Final = 20.0
_BACKOFF_MAX: Final = 30.0
_STEADY_SECONDS: Final = 60.0  # a worker that ran this long starts again at once


@dataclass
class Child:
    """One worker and how often it had to be started."""

    name: str
    command: Sequence[str]
    log: Path
    process: "subprocess.Popen[bytes] | None" = None
    starts: int = 0
    started: float = 0.0
    down_until: float = 0.0
    halted: bool = False
    output: IO[bytes] | None = field(default=None, repr=False)

    @property
    def state(self) -> str:
        """Say in a word how it is: running, restarting, halted, stopped."""
        if self.halted:
            return "halted"
        if self.process is not None and self.process.poll() is None:
            return "running"
        return "restarting" if self.starts else "stopped"


class Supervisor:
    """A context manager around all workers; call ``check`` often while it is open."""

    def __init__(
        self, commands: Mapping[str, Sequence[str]], environment: Mapping[str, str], logs: Path
    ) -> None:
        self._environment = {**os.environ, **environment}
        logs.mkdir(parents=True, exist_ok=True)
        self.children = [Child(name, command, logs / f"{name}.log") for name, command in commands.items()]

    def __enter__(self) -> Self:
        for child in self.children:
            self._start(child)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def check(self) -> list[Child]:
        """Start again what has died, with back-off; gives those that are down for good."""
        for child in self.children:
            if child.process is None or child.process.poll() is None:
                continue
            if child.process.returncode == EXIT_HALTED:
                child.halted = True
            elif not child.down_until:
                child.down_until = time.monotonic() + self._pause(child)
            elif time.monotonic() >= child.down_until:
                self._start(child)
        return [child for child in self.children if child.halted]

    def stop(self) -> None:
        """Ask every worker to finish its batch and leave; kill those that will not."""
        alive = [c.process for c in self.children if c.process is not None and c.process.poll() is None]
        for process in alive:
            process.terminate()
        until = time.monotonic() + STOP_SECONDS
        for process in alive:
            try:
                process.wait(max(0.1, until - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        for child in self.children:
            if child.output is not None:
                child.output.close()
            child.process, child.starts = None, 0

    def _start(self, child: Child) -> None:
        if child.output is None:
            child.output = child.log.open("ab")
        child.process = subprocess.Popen(
            child.command,
            stdin=subprocess.DEVNULL,
            stdout=child.output,
            stderr=subprocess.STDOUT,
            env=self._environment,
            preexec_fn=die_with_parent(),  # noqa: PLW1509  (only a system call, no Python locks)
            start_new_session=True,  # Ctrl-C reaches us alone; we stop the workers in order
        )
        child.starts, child.started, child.down_until = child.starts + 1, time.monotonic(), 0.0

    @staticmethod
    def _pause(child: Child) -> float:
        if time.monotonic() - child.started > _STEADY_SECONDS:
            child.starts = 1
        return min(_BACKOFF_MAX, 0.5 * 2.0 ** min(child.starts - 1, 10))


def worker_commands(settings: Settings) -> dict[str, list[str]]:
    """Give the command of each worker that a whole pipeline needs."""
    counts = dict.fromkeys(WORKERS, 1) | {CLAIMS_STAGE.name: settings.claims_workers}
    return {
        f"{stage}-{number}": [sys.executable, "-m", "streams.cli", "worker", stage, "--number", str(number)]
        for stage, count in counts.items()
        for number in range(count)
    }


def worker_environment(settings: Settings) -> dict[str, str]:
    """Give the variables that lead a worker to the same services."""
    return {
        "PLEDGEWIRE_KAFKA": str(settings.kafka),
        "PLEDGEWIRE_DATABASE_URL": str(settings.database_url),
        "PLEDGEWIRE_STATE_DIR": str(settings.state_dir),
        "PLEDGEWIRE_METRICS_PORT": "0",  # several workers share the machine
    }
