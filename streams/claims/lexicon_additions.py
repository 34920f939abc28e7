"""An operator's words joined with the shipped ones: two TOML trees in, one out.

Lists grow, tables are joined key by key, and a single value replaces. An entry that begins
with "-" takes a shipped one back.
"""

from collections.abc import Mapping
from typing import Final, TypeGuard

TAKE_BACK: Final = "-"


def extended(first: Mapping[str, object], second: Mapping[str, object]) -> dict[str, object]:
    """Join two tables; lists hold the entries of ``first`` before those of ``second``."""
    joined = dict(first)
    for key, value in second.items():
        joined[key] = _joined(first[key], value) if key in first else value
    return joined


def _joined(one: object, other: object) -> object:
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return extended(one, other)
    if isinstance(one, list) and isinstance(other, list):
        return [*one, *(entry for entry in other if entry not in one)]
    return other


def without_taken_back(tree: object, place: str = "$") -> object:
    """Drop entries that another one takes back, and that one.

    Raises ValueError, with the place, where there is nothing to take back or an entry is empty.
    """
    if isinstance(tree, Mapping):
        return {key: without_taken_back(value, f"{place}.{key}") for key, value in tree.items()}
    if not isinstance(tree, list):
        return tree
    if any(isinstance(entry, str) and not entry.strip() for entry in tree):
        raise ValueError(f"an entry without words - at `{place}`")
    taken = [entry[1:].strip() for entry in tree if _takes_back(entry)]
    for entry in taken:
        if entry not in tree:
            raise ValueError(f"there is no {entry!r} to take back - at `{place}`")
    return [entry for entry in tree if not _takes_back(entry) and entry not in taken]


def _takes_back(entry: object) -> TypeGuard[str]:
    return isinstance(entry, str) and entry.startswith(TAKE_BACK)
