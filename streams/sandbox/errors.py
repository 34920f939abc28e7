"""The one way the sandbox fails: a sentence that says what, where and why, and which log has more."""

from pathlib import Path

_KNOWN = (
    ("Address already in use", "its port is taken by another program"),
    ("No space left on device", "the disk is full"),
    ("There is insufficient memory", "this machine has too little free memory for it"),
    ("Cannot allocate memory", "this machine has too little free memory for it"),
    ("Permission denied", "a file or folder of it may not be read or written by this account"),
)
_TAIL_BYTES = 64 * 1024


class SandboxError(Exception):
    """A part of the sandbox cannot run.

    Args:
        what: the part, such as "Kafka".
        where: its port, folder or file.
        why: the reason, in words a person can act on.
        log: the file with the whole story, if one was written.
    """

    def __init__(self, what: str, where: object, why: str, log: Path | None = None) -> None:
        self.what = what
        self.where = str(where)
        self.why = why
        self.log = log
        more = f"\nIts log: {log}" if log else ""
        super().__init__(f"{what} ({where}): {why}{more}")


def reason_in(log: Path) -> str:
    """Say why the program that wrote ``log`` failed: a known cause, or its last lines."""
    tail = tail_of(log)
    for sign, meaning in _KNOWN:
        if sign in tail:
            return meaning
    lines = [line for line in tail.splitlines() if line.strip()]
    return "it ended early; last words: " + " / ".join(lines[-3:]) if lines else "it ended without a word"


def tail_of(log: Path) -> str:
    """Return the last 64 KiB of a log as text; empty if there is none."""
    if not log.exists():
        return ""
    with log.open("rb") as file:
        file.seek(max(0, log.stat().st_size - _TAIL_BYTES))
        return file.read().decode("utf-8", "replace")
