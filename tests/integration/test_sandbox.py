"""The sandbox itself: real servers started, found again, killed and refused."""

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
import psycopg
import pytest
from confluent_kafka.admin import AdminClient, NewTopic

from streams.sandbox import Sandbox, SandboxError, Services, running
from streams.sandbox.home import find_home, remove_home
from streams.sandbox.locks import only_owner
from streams.settings import Settings

CACHE = Settings().cache_dir
OWNER = """
import signal, sys, time
from pathlib import Path
from streams.sandbox import Sandbox
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs ignore it
with Sandbox(Path(sys.argv[1]), Path(sys.argv[2])) as services:
    print("up", flush=True)
    time.sleep(120)
"""


@pytest.fixture
def state_dir(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path
    home = find_home(tmp_path)
    if home.data.exists():
        remove_home(home)


@dataclass
class Owner:
    """A process of its own that has a sandbox up."""

    process: "subprocess.Popen[bytes]"
    family: list[psutil.Process]

    def names(self) -> set[str]:
        return {each.name() for each in self.family}

    def survivors(self, seconds: float) -> list[psutil.Process]:
        return psutil.wait_procs(self.family, timeout=seconds)[1]


@contextmanager
def owner(state_dir: Path) -> Iterator[Owner]:
    process = subprocess.Popen(
        [sys.executable, "-c", OWNER, str(state_dir), str(CACHE)], stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    with process, process.stdout:
        assert process.stdout.readline() == b"up\n"
        family = psutil.Process(process.pid).children(recursive=True)
        try:
            yield Owner(process, family)
        finally:
            process.kill()


def check_for(sandbox: Sandbox, seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        sandbox.check()
        time.sleep(0.05)


def make_marks(services: Services) -> None:
    admin = AdminClient({"bootstrap.servers": services.kafka})
    admin.create_topics([NewTopic("kept", 3)])["kept"].result(30)
    with psycopg.connect(services.database_url) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 'ünïcode €' AS word")


def marks(services: Services) -> tuple[int, list[tuple[str, ...]]]:
    topics = AdminClient({"bootstrap.servers": services.kafka}).list_topics(timeout=30).topics
    with psycopg.connect(services.database_url) as connection:
        return len(topics["kept"].partitions), connection.execute("SELECT word FROM kept").fetchall()


def test_a_second_start_finds_the_topics_and_tables_of_the_first(state_dir: Path) -> None:
    with Sandbox(state_dir, CACHE) as services:
        make_marks(services)
        assert running(state_dir) == services
    assert running(state_dir) is None
    told: list[str] = []
    with Sandbox(state_dir, CACHE, told.append) as services:
        assert marks(services) == (3, [("ünïcode €",)])
    assert "Starting Kafka and Postgres" in told


def test_after_kill_9_of_the_owner_its_servers_are_dead_and_the_data_are_there(state_dir: Path) -> None:
    with owner(state_dir) as first:
        services = running(state_dir)
        assert services is not None
        make_marks(services)
        assert first.names() >= {"java", "postgres"}
        first.process.kill()
        assert first.survivors(10) == []
    assert running(state_dir) is None
    with Sandbox(state_dir, CACHE) as services:
        assert marks(services) == (3, [("ünïcode €",)])


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_to_the_owner_stops_its_servers_in_order(state_dir: Path, number: signal.Signals) -> None:
    with owner(state_dir) as first:
        first.process.send_signal(number)
        first.process.wait(30)
        assert first.survivors(5) == []
    assert "database system is shut down" in (state_dir / "logs" / "postgres.log").read_text()
    assert (state_dir / "kafka" / "data" / ".kafka_cleanshutdown").exists()
    assert list((state_dir / "logs").glob("*.pid")) == []


def test_two_sandboxes_cannot_share_a_folder(state_dir: Path) -> None:
    with (
        only_owner(state_dir),
        pytest.raises(SandboxError, match="another pledgewire process") as caught,
        Sandbox(state_dir, CACHE),
    ):
        pass
    assert str(state_dir) in str(caught.value)


def test_a_taken_port_is_named_and_nothing_is_left_running(state_dir: Path) -> None:
    before = set(psutil.Process().children(recursive=True))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with (
            pytest.raises(SandboxError, match=rf"Kafka \(127.0.0.1:{port}\): its port is taken"),
            Sandbox(state_dir, CACHE, kafka_port=port, ephemeral=True),
        ):
            pass
    assert set(psutil.Process().children(recursive=True)) == before


def test_a_java_that_will_not_start_is_told_with_its_log(
    state_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("streams.sandbox.kafka._JVM", ("-Xmx512m", "-XX:NoSuchFlag=1"))
    with pytest.raises(SandboxError, match="NoSuchFlag") as caught, Sandbox(state_dir, CACHE, ephemeral=True):
        pass
    assert caught.value.log is not None
    assert caught.value.log.is_relative_to(state_dir / "logs")


def test_a_full_disk_is_told_before_anything_starts(state_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("streams.sandbox.pair._NEEDED_BYTES", 1 << 62)
    with pytest.raises(SandboxError, match="the disk is full"), Sandbox(state_dir, CACHE):
        pass
    assert list((state_dir / "logs").iterdir()) == []


def test_a_server_that_ends_by_itself_is_noticed_and_an_ephemeral_one_leaves_no_data(state_dir: Path) -> None:
    sandbox = Sandbox(state_dir, CACHE, ephemeral=True)
    with sandbox:
        sandbox.check()
        ours = [each for each in psutil.Process().children() if str(state_dir) in " ".join(each.cmdline())]
        [java] = [each for each in ours if each.name() == "java"]
        java.kill()
        with pytest.raises(SandboxError, match="Kafka"):
            check_for(sandbox, 10)
    assert {each.name for each in state_dir.iterdir()} == {".lock", "logs"}
    assert not find_home(state_dir).data.joinpath("PG_VERSION").exists()
