"""What this process and all it started take of the machine, read from the kernel.

Both figures are by name (``claims-0``, ``kafka``, ``postgres``…), the parts of one name added.
"""

from collections.abc import Iterator
from pathlib import Path

import psutil


def peak_memory() -> dict[str, float]:
    """Give the peak resident memory in MiB."""
    peaks: dict[str, float] = {}
    for name, process in _running():
        peaks[name] = round(peaks.get(name, 0.0) + _peak(process.pid), 1)
    return peaks


def processor_seconds() -> dict[str, float]:
    """Give the processor time taken so far, in seconds."""
    taken: dict[str, float] = {}
    for name, process in _running():
        times = process.cpu_times()
        taken[name] = taken.get(name, 0.0) + times.user + times.system
    return taken


def _running() -> Iterator[tuple[str, psutil.Process]]:
    for process in [psutil.Process(), *psutil.Process().children(recursive=True)]:
        try:
            yield _name(process.cmdline(), process.name()), process
        except psutil.NoSuchProcess:
            continue  # it ended while we looked


def _name(command: list[str], fallback: str) -> str:
    if "worker" in command:
        at = command.index("worker")
        return f"{command[at + 1]}-{command[-1]}"
    if any(part.startswith("kafka.") for part in command):
        return "kafka"
    return "postgres" if fallback.startswith("postgres") else "bench"


def _peak(pid: int) -> float:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return 0.0
