"""File locks: one owner of a folder at a time, released by the system when the owner dies."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from streams.sandbox.errors import SandboxError

LOCK_FILE = ".lock"


@contextmanager
def only_owner(folder: Path) -> Iterator[None]:
    """Hold ``folder`` alone.

    Raises:
        SandboxError: another process holds it.
    """
    with (folder / LOCK_FILE).open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise SandboxError(
                "Sandbox",
                folder,
                "another pledgewire process is using this folder; stop it, or set PLEDGEWIRE_STATE_DIR",
            ) from error
        yield


@contextmanager
def one_at_a_time(folder: Path) -> Iterator[None]:
    """Wait for every other holder of ``folder``, then hold it."""
    with (folder / LOCK_FILE).open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def is_owned(folder: Path) -> bool:
    """Tell whether a living process holds ``folder``."""
    if not (folder / LOCK_FILE).exists():
        return False
    with (folder / LOCK_FILE).open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        return False
