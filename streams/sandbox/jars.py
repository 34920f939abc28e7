"""The broker's jars: a pinned list in, verified files on disk out.

`broker.lock` names every jar with its SHA-256 (written by `streams.sandbox.lock`). jgo fetches what the
cache lacks, from Maven Central or the repositories in the user's jgo settings; a file that
differs from the list is fetched once more and then refused, at each start.
"""

import hashlib
import shutil
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from streams.sandbox.children import Progress
from streams.sandbox.errors import SandboxError
from streams.sandbox.locks import one_at_a_time

if TYPE_CHECKING:
    from jgo.maven import MavenContext

LOCK: Final = Path(__file__).with_name("broker.lock")
_DOWNLOADS_AT_ONCE: Final = 6
_NEEDED_BYTES: Final = 100 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Jar:
    """One pinned jar of a Maven repository."""

    group: str
    artifact: str
    version: str
    sha256: str

    def path(self, cache: Path) -> Path:
        """Return where jgo keeps it below ``cache``."""
        name = f"{self.artifact}-{self.version}.jar"
        return cache / self.group.replace(".", "/") / self.artifact / self.version / name

    def is_sound(self, cache: Path) -> bool:
        """Tell whether the file is there and is the pinned one."""
        path = self.path(cache)
        return path.is_file() and digest(path) == self.sha256


def digest(path: Path) -> str:
    """Return the SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def pinned(lock: Path = LOCK) -> tuple[Jar, ...]:
    """Read the pinned list: lines of ``group:artifact:version sha256``."""
    lines = lock.read_text().splitlines()
    return tuple(_read(line) for line in lines if line and not line.startswith("#"))


def _read(line: str) -> Jar:
    coordinate, sha256 = line.split()
    group, artifact, version = coordinate.split(":")
    return Jar(group, artifact, version, sha256)


def maven(cache: Path) -> "MavenContext":
    """Return jgo's access to Maven repositories, with ``cache`` as its local one."""
    from jgo.config import GlobalSettings
    from jgo.constants import MAVEN_CENTRAL_URL
    from jgo.maven import MavenContext

    repositories = {"central": MAVEN_CENTRAL_URL, **GlobalSettings.load().repositories}
    return MavenContext(repo_cache=cache, remote_repos=repositories, timeout=30)


def classpath(cache_dir: Path, progress: Progress, jars: Iterable[Jar] | None = None) -> list[Path]:
    """Return the verified jars, fetching what is missing or damaged.

    Raises:
        SandboxError: a download failed, or brought other bytes than the pinned ones.
    """
    wanted = tuple(jars or pinned())
    cache = cache_dir / "jars"
    cache.mkdir(parents=True, exist_ok=True)
    with one_at_a_time(cache):
        lacking = [jar for jar in wanted if not jar.is_sound(cache)]
        if lacking:
            _fetch_all(lacking, cache, progress)
    return [jar.path(cache) for jar in wanted]


def _fetch_all(jars: list[Jar], cache: Path, progress: Progress) -> None:
    if shutil.disk_usage(cache).free < _NEEDED_BYTES:
        raise SandboxError("Kafka download", cache, "the disk is full: 100 MB are needed")
    context = maven(cache)
    with ThreadPoolExecutor(_DOWNLOADS_AT_ONCE) as pool:
        done = pool.map(lambda jar: _fetch(jar, context, cache, progress), jars)
        for count, jar in enumerate(done, 1):
            progress(f"Fetching Kafka: {count} of {len(jars)} jars ({jar.artifact} {jar.version})")


def _fetch(jar: Jar, context: "MavenContext", cache: Path, progress: Progress) -> Jar:
    path = jar.path(cache)
    if path.exists():
        progress(f"{path.name} in the cache is damaged: fetching it again")
        path.unlink()
    where = f"{jar.group}:{jar.artifact}:{jar.version}"
    try:
        context.project(jar.group, jar.artifact).at_version(jar.version).artifact().resolve()
    except (RuntimeError, OSError) as error:
        raise SandboxError("Kafka download", where, f"{error}") from error
    found = digest(path)
    if found != jar.sha256:
        path.unlink()
        raise SandboxError(
            "Kafka download", where, f"its SHA-256 is {found}, not the pinned {jar.sha256}: not used"
        )
    return jar
