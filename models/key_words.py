"""Words that slots are named by and things are compared by: ``seeds/keys/*.toml`` in, checked tables out.

Two stages name slots, and every worker has to name them alike, so these are the shipped tables
alone: a folder of an operator's own adds nothing to them.
"""

from functools import lru_cache
from pathlib import Path
from typing import Final, TypeVar

import msgspec
from msgspec import Struct

from models.reference import SEEDS, SeedError

KEYS: Final = SEEDS / "keys"
Words = tuple[str, ...]
Table = TypeVar("Table", bound=Struct)


class PostWords(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How posts are printed and what rank they have; each list is explained in ``posts.toml``."""

    small: Words
    field: dict[str, Words]
    whole: dict[str, Words]
    rank: dict[str, Words]
    ministries: tuple[Words, ...]
    abroad: Words
    below: Words


class UnitWords(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How things counted are printed; each list is explained in ``units.toml``."""

    no_mark: Words
    spelling: dict[str, str]
    word: dict[str, Words]
    wider: dict[str, Words]
    jets: Words


class GiverWords(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Whose money others hand out; explained in ``givers.toml``."""

    gives_through: dict[str, Words]


@lru_cache(8)
def load_keys(table: type[Table], path: Path) -> Table:
    """Read one table of words.

    Raises SeedError that names the file, and the place of a wrong value in it.
    """
    try:
        return msgspec.toml.decode(path.read_bytes(), type=table)
    except (msgspec.DecodeError, OSError) as error:
        raise SeedError(f"{path}: {error}") from error


def turned(lists: dict[str, Words]) -> dict[str, str]:
    """Give for each word the name of the list that it stands in."""
    return {word: name for name, words in lists.items() for word in words}
