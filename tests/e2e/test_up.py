"""``pledgewire up`` in a process of its own, with services of its own."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil

from streams.sandbox import running

PATIENCE_SECONDS = 120


def test_up_ends_and_names_the_service_that_was_lost(tmp_path: Path) -> None:
    state = tmp_path / "state"
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in {"PLEDGEWIRE_KAFKA", "PLEDGEWIRE_DATABASE_URL"}
    } | {"PLEDGEWIRE_STATE_DIR": str(state)}
    command = [sys.executable, "-m", "streams.cli", "up"]
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as up:
        try:
            of(up.pid, "worker", "ledger")
            assert running(state)
            os.kill(of(up.pid, "kafka.Kafka").pid, signal.SIGKILL)
            _, said = up.communicate(timeout=PATIENCE_SECONDS)
        finally:
            up.kill()
    assert up.returncode == 1
    assert "Kafka" in said
    assert running(state) is None


def of(parent: int, *words: str) -> psutil.Process:
    """Wait for a child whose command line has these words."""
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        for child in psutil.Process(parent).children(recursive=True):
            if set(words) <= set(child.cmdline()):
                return child
        time.sleep(0.2)
    raise AssertionError(f"no process with {words} came up")
