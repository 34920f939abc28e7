"""Let a child process die with the one that starts it, even at ``kill -9`` (Linux)."""

import ctypes
import os
import signal
import sys
from collections.abc import Callable
from typing import Final

_PR_SET_PDEATHSIG: Final = 1


def die_with_parent(death_signal: signal.Signals = signal.SIGKILL) -> Callable[[], None] | None:
    """Give what ``subprocess.Popen`` takes as ``preexec_fn``; None where the kernel has no such signal.

    The kernel sends ``death_signal`` when the thread that starts the child ends.
    """
    if sys.platform != "linux":
        return None
    libc = ctypes.CDLL(None, use_errno=True)  # loaded here: after the fork nothing may be
    parent = os.getpid()

    def after_fork() -> None:
        libc.prctl(_PR_SET_PDEATHSIG, death_signal)
        if os.getppid() != parent:  # it died between the fork and the call
            os._exit(1)

    return after_fork
