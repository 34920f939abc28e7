"""Child processes: their logs, their reasons, and their end."""

import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from streams.sandbox import SandboxError, leftovers
from streams.sandbox.children import Command, spawn

SLEEP = "import time; print('up', flush=True); time.sleep(60)"
DEAF = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); " + SLEEP


def command(folder: Path, code: str) -> Command:
    return Command("Thing", (sys.executable, "-c", code), folder, folder / "thing.log")


def said_up(log: Path) -> bool:
    return "up" in log.read_text()


def test_a_child_that_ends_early_says_why_and_where_its_log_is(tmp_path: Path) -> None:
    child = spawn(command(tmp_path, "print('no such setting: colour'); raise SystemExit(3)"))
    with pytest.raises(SandboxError, match="no such setting: colour") as caught:
        child.wait_until(lambda: False, 20, lambda _: None)
    assert caught.value.log == tmp_path / "thing.log"
    assert str(tmp_path / "thing.log") in str(caught.value)


@pytest.mark.parametrize(
    ("words", "meaning"),
    [
        ("java.net.BindException: Address already in use", "its port is taken by another program"),
        ("FATAL: could not write: No space left on device", "the disk is full"),
        ("There is insufficient memory for the Java Runtime", "too little free memory"),
    ],
)
def test_a_known_cause_is_told_in_plain_words(tmp_path: Path, words: str, meaning: str) -> None:
    child = spawn(command(tmp_path, f"print({words!r}); raise SystemExit(1)"))
    with pytest.raises(SandboxError, match=meaning):
        child.wait_until(lambda: False, 20, lambda _: None)


def test_a_program_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SandboxError, match=r"Thing \(/no/such/program\): cannot be run"):
        spawn(Command("Thing", ("/no/such/program",), tmp_path, tmp_path / "thing.log"))


def test_waiting_has_an_end_and_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("streams.sandbox.children._TELL_SECONDS", 0.1)
    child = spawn(command(tmp_path, SLEEP))
    told: list[str] = []
    with pytest.raises(SandboxError, match="not ready after 1 seconds"):
        child.wait_until(lambda: False, 1, told.append)
    child.stop()
    assert told
    assert told[0].startswith("Still waiting for Thing")


def test_a_child_deaf_to_its_signal_is_killed(tmp_path: Path) -> None:
    child = spawn(command(tmp_path, DEAF))
    child.wait_until(lambda: said_up(tmp_path / "thing.log"), 20, lambda _: None)
    child.stop(seconds=0.3)
    assert child.process.returncode is not None
    assert not (tmp_path / "thing.pid").exists()


def test_a_failed_step_raises_and_a_good_one_leaves_no_pid_file(tmp_path: Path) -> None:
    spawn(command(tmp_path, "print('done')")).finish(20)
    assert not (tmp_path / "thing.pid").exists()
    with pytest.raises(SandboxError, match="it ended without a word"):
        spawn(command(tmp_path, "raise SystemExit(1)")).finish(20)


def test_the_log_of_the_last_start_is_kept(tmp_path: Path) -> None:
    spawn(command(tmp_path, "print('first')")).finish(20)
    spawn(command(tmp_path, "print('second')")).finish(20)
    assert (tmp_path / "thing.log").read_text() == "second\n"
    assert (tmp_path / "thing.log.1").read_text() == "first\n"


def test_what_a_pid_file_names_is_ended_with_its_children(tmp_path: Path) -> None:
    inner = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {SLEEP!r}]); {DEAF}"
    left = subprocess.Popen([sys.executable, "-c", inner], stdout=subprocess.PIPE)
    assert left.stdout is not None
    assert left.stdout.readline() + left.stdout.readline() == b"up\nup\n"
    left.stdout.close()
    family = [psutil.Process(left.pid), *psutil.Process(left.pid).children()]
    leftovers.note(tmp_path / "pid", left.pid)
    assert leftovers.reap(tmp_path / "pid", signal.SIGTERM, seconds=0.3)
    left.wait(10)
    assert [each for each in family if each.is_running()] == []
    assert not (tmp_path / "pid").exists()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"pid": 1}', '{"pid": 4194304, "started": 1.0}'])
def test_a_torn_or_stale_pid_file_names_nothing(tmp_path: Path, content: str) -> None:
    (tmp_path / "pid").write_text(content)
    assert not leftovers.reap(tmp_path / "pid", signal.SIGTERM)


def test_a_pid_that_another_process_has_now_is_left_alone(tmp_path: Path) -> None:
    other = subprocess.Popen([sys.executable, "-c", SLEEP], stdout=subprocess.DEVNULL)
    (tmp_path / "pid").write_text(f'{{"pid": {other.pid}, "started": 12.5}}')
    assert not leftovers.reap(tmp_path / "pid", signal.SIGKILL)
    assert other.poll() is None
    other.kill()
    other.wait(10)
