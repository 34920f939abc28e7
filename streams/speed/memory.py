"""Peak resident memory of this process and all it started, read from the kernel."""

from pathlib import Path

import psutil


def peak_memory() -> dict[str, float]:
    """Give MiB by process name (``claims-0``, ``kafka``, ``postgres``…), the parts of one name added."""
    peaks: dict[str, float] = {}
    for process in [psutil.Process(), *psutil.Process().children(recursive=True)]:
        try:
            name, peak = _name(process.cmdline(), process.name()), _peak(process.pid)
        except (psutil.NoSuchProcess, FileNotFoundError, ProcessLookupError):
            continue  # it ended while we looked
        peaks[name] = round(peaks.get(name, 0.0) + peak, 1)
    return peaks


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
