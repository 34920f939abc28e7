"""Where articles are read from: files, folders and standard input, to raw inputs.

A plain text file is one article; ``.jsonl`` and ``.ndjson`` hold one Article a line, ``.json``
one Article. Standard input (``-``) is JSON Lines when it starts with ``{``, else one text. A
file is never read past the size that an article may have: what is longer keeps its hash, its
length and its start.
"""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import BinaryIO, Final, Literal

from streams.runtime.dead_letters import KEPT_OF_TOO_LONG, Original
from streams.topology import ARTICLE_BYTES_MAX

Form = Literal["text", "json"]
STDIN: Final = "-"
INPUT_BYTES_MAX: Final = 2 * ARTICLE_BYTES_MAX  # JSON escapes can double a text
_LINES: Final = {".jsonl", ".ndjson"}
_SUFFIXES: Final = {".txt", ".text", ".json", *_LINES}
_CHUNK: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Input:
    """One candidate for an article: ``data`` is None where it is too long to be one.

    ``path`` is the file's, with ``:line`` for a line of JSON Lines.
    """

    path: str
    form: Form
    data: bytes | None
    original: Original


class SourceError(ValueError):
    """A path that cannot be read as articles; names it."""


def inputs(paths: Iterable[str]) -> Iterator[Input]:
    """Give the inputs of all ``paths``, folders in name order.

    Raises SourceError for a path that is not there, and for a folder without articles.
    """
    for path in paths:
        yield from _stdin() if path == STDIN else _below(Path(path))


def _below(path: Path) -> Iterator[Input]:
    if path.is_dir():
        files = sorted(p for p in path.rglob("*") if p.is_file() and p.suffix.lower() in _SUFFIXES)
        if not files:
            raise SourceError(f"{path}: no articles here (files ending in {', '.join(sorted(_SUFFIXES))})")
    elif path.is_file():
        files = [path]
    else:
        raise SourceError(f"{path}: no such file or folder")
    for file in files:
        with file.open("rb") as stream:
            yield from _read(stream, str(file), file.suffix.lower())


def _stdin() -> Iterator[Input]:
    stream = sys.stdin.buffer
    head = stream.peek(_CHUNK)[:_CHUNK].lstrip() if hasattr(stream, "peek") else b""
    yield from _read(stream, STDIN, ".jsonl" if head.startswith(b"{") else ".txt")


def _read(stream: BinaryIO, path: str, suffix: str) -> Iterator[Input]:
    if suffix in _LINES:
        for number in _numbers():
            first = stream.readline(INPUT_BYTES_MAX + 1)
            if not first:
                return
            rest = _rest_of_line(stream, first)
            if first.strip():
                yield _input(f"{path}:{number}", "json", chain([first], rest))
            else:
                list(rest)
    else:
        chunks = iter(lambda: stream.read(_CHUNK), b"")
        yield _input(path, "json" if suffix == ".json" else "text", chunks)


def _numbers() -> Iterator[int]:
    number = 0
    while True:
        yield (number := number + 1)


def _rest_of_line(stream: BinaryIO, first: bytes) -> Iterator[bytes]:
    piece = first
    while piece and not piece.endswith(b"\n"):
        piece = stream.readline(_CHUNK)
        yield piece


def _input(path: str, form: Form, chunks: Iterable[bytes]) -> Input:
    digest, length, whole = sha256(), 0, True
    kept: list[bytes] = []
    for chunk in chunks:
        digest.update(chunk)
        length += len(chunk)
        whole = length <= INPUT_BYTES_MAX
        if whole or not kept:
            kept.append(chunk)
    data = b"".join(kept)
    if whole and not (form == "text" and length > ARTICLE_BYTES_MAX):
        return Input(path, form, data, Original.of(data))
    return Input(path, form, None, Original(data[:KEPT_OF_TOO_LONG], length, digest.hexdigest()))
