"""Sample sentences of a lexicon: folders of seeds in, sentences with what they should read as out.

``lexicon/samples.toml`` of an operator adds to the shipped one; a sentence that stands in
both reads as the operator says. Each addition can be tried alone, to tell which one changed a sentence.
"""

import json
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from streams.claims.lexicon import load_table

NAME = "samples.toml"


class Sample(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sentence and its claims in short notation; none where it must read as nothing."""

    text: str
    reads: tuple[str, ...] = ()
    published: str | None = None


class Samples(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table ``samples.toml``."""

    sample: tuple[Sample, ...]


def load_samples(seeds: Path) -> list[Sample]:
    """Give the samples of a folder of seeds. Raises LexiconError for a table that cannot be used."""
    table = load_table(seeds / "lexicon" / NAME, Samples)
    return list({sample.text: sample for sample in table.sample}.values())


class Addition(NamedTuple):
    """One entry of an operator's table: where it stands (``verbs.give[0]``), and itself as TOML."""

    file: str
    place: str
    entry: str
    toml: str

    def __str__(self) -> str:
        """Say where the entry stands and what it is."""
        return f"{self.file}, {self.place}: {self.entry}"


def additions(seeds: Path) -> list[Addition]:
    """Give every entry of an operator's lexicon, samples aside."""
    return [
        Addition(path.name, place, json.dumps(entry, ensure_ascii=False), _toml(keys, entry, listed=listed))
        for path in sorted((seeds / "lexicon").glob("*.toml"))
        if path.name != NAME
        for place, keys, entry, listed in _entries(tomllib.loads(path.read_text(encoding="utf-8")))
    ]


@contextmanager
def alone(addition: Addition) -> Iterator[Path]:
    """Make a folder of seeds that adds a single entry, for as long as it is needed."""
    with tempfile.TemporaryDirectory(prefix="pledgewire-lexicon-") as name:
        (Path(name) / "lexicon").mkdir()
        (Path(name) / "lexicon" / addition.file).write_text(addition.toml, encoding="utf-8")
        yield Path(name)


def _entries(
    tree: Mapping[str, object], above: tuple[str, ...] = ()
) -> Iterator[tuple[str, tuple[str, ...], object, bool]]:
    """Give place, keys and value of every entry, and whether it stands in a list."""
    for key, value in tree.items():
        keys = (*above, key)
        if isinstance(value, Mapping):
            yield from _entries(value, keys)
        elif isinstance(value, list):
            yield from ((f"{'.'.join(keys)}[{at}]", keys, entry, True) for at, entry in enumerate(value))
        else:
            yield ".".join(keys), keys, value, False


def _toml(keys: tuple[str, ...], entry: object, *, listed: bool) -> str:
    """Write one entry; strings and numbers of TOML are those of JSON."""
    path = ".".join(json.dumps(key, ensure_ascii=False) for key in keys)
    if isinstance(entry, Mapping):
        return f"[[{path}]]\n" + "".join(
            f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in entry.items()
        )
    value = json.dumps(entry, ensure_ascii=False)
    return f"{path} = [{value}]\n" if listed else f"{path} = {value}\n"
