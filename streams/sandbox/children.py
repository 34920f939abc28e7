"""Child processes that cannot outlive us: a command in, a watched process with a log and a pid file out.

Three nets, for three ways to die. A normal exit or Ctrl-C stops the child through `stop`. After a
``kill -9`` of this process the kernel signals the child (Linux). Where no kernel does, or
the child is deaf to it, the next start ends what the pid file names (see `leftovers`).
"""

import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

from streams.runtime.parent_death import die_with_parent
from streams.sandbox import leftovers
from streams.sandbox.errors import SandboxError, reason_in

Progress = Callable[[str], None]
_POLL_SECONDS = 0.03
_TELL_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Account:
    """The system user that a child runs as when we are root."""

    uid: int
    gid: int


@dataclass(frozen=True, slots=True)
class Command:
    """What to run. ``stop_signal`` asks it to end in order, ``death_signal`` at once."""

    name: str
    argv: Sequence[str]
    folder: Path
    log: Path
    account: Account | None = None
    env: Mapping[str, str] | None = None
    stop_signal: signal.Signals = signal.SIGTERM
    death_signal: signal.Signals = signal.SIGKILL

    @property
    def pid_file(self) -> Path:
        """Where the child's pid is written: beside its log, so that we can write it whoever it runs as."""
        return self.log.with_suffix(".pid")


@dataclass(frozen=True, slots=True)
class Child:
    """A started command."""

    command: Command
    process: "subprocess.Popen[bytes]"

    def check(self) -> None:
        """Raise `SandboxError` with the reason from its log if the child has ended."""
        if self.process.poll() is not None:
            raise SandboxError(
                self.command.name, self.command.folder, reason_in(self.command.log), self.command.log
            )

    def wait_until(self, ready: Callable[[], bool], seconds: float, progress: Progress) -> None:
        """Wait for ``ready()``, telling ``progress`` now and then.

        Raises:
            SandboxError: the child ended, or was not ready in time.
        """
        began = told = time.monotonic()
        while not ready():
            self.check()
            now = time.monotonic()
            if now - began > seconds:
                raise SandboxError(
                    self.command.name,
                    self.command.folder,
                    f"not ready after {seconds:.0f} seconds",
                    self.command.log,
                )
            if now - told > _TELL_SECONDS:
                told = now
                progress(f"Still waiting for {self.command.name} ({now - began:.0f} s)")
            time.sleep(_POLL_SECONDS)

    def finish(self, seconds: float) -> None:
        """Wait for a command that ends by itself; raise `SandboxError` if it fails or takes too long."""
        try:
            code = self.process.wait(seconds)
        except subprocess.TimeoutExpired as error:
            self.stop(0)
            raise SandboxError(
                self.command.name, self.command.folder, f"took over {seconds:.0f} seconds", self.command.log
            ) from error
        self.command.pid_file.unlink(missing_ok=True)
        if code != 0:
            raise SandboxError(
                self.command.name, self.command.folder, reason_in(self.command.log), self.command.log
            )

    def stop(self, seconds: float = 15) -> None:
        """End the child: in order within ``seconds``, else at once."""
        if self.process.poll() is None:
            leftovers.end(psutil.Process(self.process.pid), self.command.stop_signal, seconds)
        self.process.wait()
        self.command.pid_file.unlink(missing_ok=True)


def spawn(command: Command) -> Child:
    """Start ``command`` in a session of its own, so that Ctrl-C reaches us first and we end it in order.

    Call it in a thread that lives as long as the child must: the kernel watches the thread.

    Raises:
        SandboxError: the program cannot be run.
    """
    _keep_last(command.log)
    account = command.account
    with command.log.open("wb") as log:
        try:
            process = subprocess.Popen(
                list(command.argv),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                cwd=command.folder,
                env=command.env,
                start_new_session=True,
                user=account.uid if account else None,
                group=account.gid if account else None,
                extra_groups=[] if account else None,
                preexec_fn=die_with_parent(command.death_signal),  # noqa: PLW1509 (one system call)
            )
        except OSError as error:
            raise SandboxError(command.name, command.argv[0], f"cannot be run: {error}") from error
    leftovers.note(command.pid_file, process.pid)
    return Child(command, process)


def _keep_last(log: Path) -> None:
    if log.exists():
        log.replace(log.with_name(log.name + ".1"))
