"""Pin the broker's jars anew: ``python -m streams.sandbox.lock`` writes `broker.lock`.

Run by whoever moves to another Kafka. jgo resolves the dependencies; every jar must agree with the
checksum that its repository publishes before its SHA-256 is pinned.
"""

import hashlib
import tempfile
import urllib.request
from pathlib import Path
from typing import Any

from jgo.maven import MavenContext

from streams.sandbox.jars import LOCK, digest, maven

ROOTS = (
    ("org.apache.kafka", "kafka_2.13", "4.4.0"),
    ("org.apache.logging.log4j", "log4j-slf4j-impl", "2.25.3"),
    ("org.apache.logging.log4j", "log4j-core", "2.25.3"),
)
_HEAD = "# The broker's jars and their SHA-256, written by `python -m streams.sandbox.lock`. Do not edit.\n"


def resolve(context: MavenContext) -> dict[tuple[str, str], Any]:
    """Resolve each root by itself, the first to name an artifact deciding its version.

    Together they would not do: jgo then applies log4j's managed versions to Kafka, whose
    client library comes out as 3.9.
    """
    chosen: dict[tuple[str, str], Any] = {}
    for group, artifact, version in ROOTS:
        wanted = context.create_dependency(f"{group}:{artifact}:jar:{version}:compile")
        inputs, rest = context.resolver.resolve([wanted])
        for dependency in [*inputs, *(each for each in rest if each.scope in ("compile", "runtime"))]:
            chosen.setdefault((dependency.groupId, dependency.artifactId), dependency.artifact)
    return chosen


def published_sha1(context: MavenContext, path: Path, cache: Path) -> str:
    """Return the SHA-1 that the repository publishes for the jar at ``path`` below ``cache``."""
    base = next(iter(context.remote_repos.values()))
    address = f"{base}/{path.relative_to(cache).as_posix()}.sha1"
    with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310 (a Maven repository)
        return str(answer.read().decode("ascii").split()[0])


def main() -> None:
    """Resolve, fetch, verify and write the list."""
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder)
        context = maven(cache)
        lines = []
        for (group, name), artifact in sorted(resolve(context).items()):
            path = artifact.resolve()
            if hashlib.sha1(path.read_bytes()).hexdigest() != published_sha1(context, path, cache):  # noqa: S324
                raise SystemExit(f"{path.name} differs from the published checksum")
            lines.append(f"{group}:{name}:{artifact.version} {digest(path)}\n")
    LOCK.write_text(_HEAD + "".join(lines))


if __name__ == "__main__":
    main()
