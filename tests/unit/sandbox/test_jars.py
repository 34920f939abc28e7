"""The broker's jars: fetched from a real HTTP repository, verified at each start."""

import hashlib
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from streams.sandbox import SandboxError
from streams.sandbox.jars import Jar, classpath, pinned

CONTENT = b"the bytes of a jar"


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give the folder that a Maven repository on the loopback serves, named in jgo's settings."""
    folder = tmp_path / "repository"
    folder.mkdir()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    jgo = tmp_path / "jgo.conf"
    jgo.write_text(f"[repositories]\ncentral = http://127.0.0.1:{server.server_port}\n")
    monkeypatch.setenv("JGO_CONFIG_FILE", str(jgo))
    yield folder
    server.shutdown()
    server.server_close()


@pytest.fixture
def jar() -> Jar:
    return Jar("org.example", "broker", "1.0", hashlib.sha256(CONTENT).hexdigest())


def publish(repository: Path, jar: Jar, content: bytes = CONTENT) -> None:
    path = jar.path(repository)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def test_a_jar_is_fetched_once_and_then_taken_from_the_cache(
    repository: Path, jar: Jar, tmp_path: Path
) -> None:
    publish(repository, jar)
    told: list[str] = []
    [path] = classpath(tmp_path / "cache", told.append, [jar])
    assert path.read_bytes() == CONTENT
    assert told == ["Fetching Kafka: 1 of 1 jars (broker 1.0)"]
    jar.path(repository).unlink()
    assert classpath(tmp_path / "cache", told.append, [jar]) == [path]
    assert len(told) == 1


def test_a_damaged_jar_in_the_cache_is_noticed_and_fetched_anew(
    repository: Path, jar: Jar, tmp_path: Path
) -> None:
    publish(repository, jar)
    told: list[str] = []
    [path] = classpath(tmp_path / "cache", told.append, [jar])
    path.write_bytes(CONTENT[:-1])
    assert classpath(tmp_path / "cache", told.append, [jar]) == [path]
    assert path.read_bytes() == CONTENT
    assert "broker-1.0.jar in the cache is damaged: fetching it again" in told


def test_a_repository_that_sends_other_bytes_is_refused(repository: Path, jar: Jar, tmp_path: Path) -> None:
    publish(repository, jar, b"something else")
    with pytest.raises(SandboxError, match=r"org.example:broker:1.0.*not the pinned") as caught:
        classpath(tmp_path / "cache", lambda _: None, [jar])
    assert jar.sha256 in str(caught.value)
    assert not jar.path(tmp_path / "cache" / "jars").exists()


def test_a_jar_that_no_repository_has_is_named(repository: Path, jar: Jar, tmp_path: Path) -> None:
    assert repository.exists()
    with pytest.raises(SandboxError, match=r"Kafka download \(org.example:broker:1.0\)"):
        classpath(tmp_path / "cache", lambda _: None, [jar])


def test_a_repository_out_of_reach_is_a_clear_error(
    jar: Jar, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    jgo = tmp_path / "jgo.conf"
    jgo.write_text("[repositories]\ncentral = http://127.0.0.1:1\n")
    monkeypatch.setenv("JGO_CONFIG_FILE", str(jgo))
    with pytest.raises(SandboxError, match=r"Kafka download \(org.example:broker:1.0\).*refused"):
        classpath(tmp_path / "cache", lambda _: None, [jar])


def test_every_part_of_the_broker_is_pinned_at_one_version() -> None:
    kafka = {jar.artifact: jar.version for jar in pinned() if jar.group == "org.apache.kafka"}
    assert set(kafka.values()) == {"4.4.0"}
    assert {"kafka_2.13", "kafka-clients", "kafka-server", "kafka-storage"} <= kafka.keys()
    assert all(len(jar.sha256) == 64 for jar in pinned())
