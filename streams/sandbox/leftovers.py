"""Pid files: what an owner that was killed left running is found by its file and ended."""

import contextlib
import json
import signal
from pathlib import Path

import psutil

_LAST_SECONDS = 5


def note(pid_file: Path, pid: int) -> None:
    """Write which process this is: its pid and, as pids are used anew, when it started."""
    with contextlib.suppress(psutil.NoSuchProcess):  # it has ended; whoever waits for it says why
        pid_file.write_text(json.dumps({"pid": pid, "started": psutil.Process(pid).create_time()}))


def reap(pid_file: Path, stop_signal: signal.Signals, seconds: float = 15) -> bool:
    """End the process that ``pid_file`` names, and its children. True if there was one."""
    left = _named_by(pid_file) if pid_file.exists() else None
    if left is not None:
        end(left, stop_signal, seconds)
    pid_file.unlink(missing_ok=True)
    return left is not None


def end(process: psutil.Process, stop_signal: signal.Signals, seconds: float) -> None:
    """Ask ``process`` to end; after ``seconds`` kill it and the children it had."""
    family = [process]
    with contextlib.suppress(psutil.NoSuchProcess):
        family += process.children(recursive=True)
        process.send_signal(stop_signal)
    _, alive = psutil.wait_procs(family, timeout=seconds)
    for member in alive:
        with contextlib.suppress(psutil.NoSuchProcess):
            member.kill()
    psutil.wait_procs(alive, timeout=_LAST_SECONDS)


def _named_by(pid_file: Path) -> psutil.Process | None:
    try:
        named = json.loads(pid_file.read_text())
        process = psutil.Process(int(named["pid"]))
        same = abs(process.create_time() - float(named["started"])) < 1
    except (ValueError, KeyError, TypeError, psutil.NoSuchProcess):  # torn by a crash, or gone
        return None
    return process if same else None
