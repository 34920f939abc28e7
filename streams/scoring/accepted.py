"""Accepted figures of a folder, kept beside it: figures in, what fell below them out.

``figures.toml`` is renewed by a command; a test compares. Better figures always pass.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from streams.scoring.folder import FolderError
from streams.scoring.score import Figures

NAME: Final = "figures.toml"
TOLERANCE: Final = 0.002  # of a share; a count may not get worse at all
_HEAD: Final = (
    "# The figures that a change must not fall below. Renewed by: pledgewire evaluate {folder} --accept\n"
)
# Counts that should be low.
_ERRORS: Final = frozenset(["pledges_on_negatives", "false_conflicts", "gold_quotes_not_located"])
_SHARES: Final = ("quote_speaker", "conflict_recall")
_SHARES_OF: Final = ("fields_of_found.",)
_F1: Final = ".f1"  # precision may pay for recall, and recall for precision


@dataclass(frozen=True, slots=True)
class Fall:
    """A figure that is worse than accepted."""

    name: str
    accepted: float
    now: float

    def __str__(self) -> str:
        """Say which figure fell, from what to what."""
        return f"{self.name}: {self.now:g}, accepted {self.accepted:g}"


def falls(accepted: Figures, now: Figures) -> list[Fall]:
    """Give the figures of ``now`` that are worse than ``accepted`` by more than the tolerance."""
    return [
        Fall(name, before, now.get(name, 0.0))
        for name, before in accepted.items()
        if _is_worse(name, before, now.get(name, 0.0))
    ]


def _is_worse(name: str, before: float, now: float) -> bool:
    if name in _ERRORS:
        return now > before
    return _is_share(name) and now < before - TOLERANCE - 1e-9


def _is_share(name: str) -> bool:
    """Tell a share that should be high from a count."""
    return name in _SHARES or name.startswith(_SHARES_OF) or name.endswith(_F1)


def read_accepted(folder: Path) -> Figures | None:
    """Give the accepted figures of a folder, None where none are kept. Raises FolderError."""
    path = folder / NAME
    try:
        return _flat(tomllib.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return None
    except (tomllib.TOMLDecodeError, TypeError) as error:
        raise FolderError(f"{path}: {error}") from error


def write_accepted(folder: Path, figures: Figures) -> Path:
    """Keep ``figures`` as the accepted ones of a folder."""
    path = folder / NAME
    lines = [f"{name} = {value:g}\n" for name, value in figures.items()]
    path.write_text(_HEAD.format(folder=folder) + "".join(lines), encoding="utf-8")
    return path


def nested(figures: Figures) -> dict[str, object]:
    """Give the figures with those of one measure under its name, as they are printed in JSON."""
    tree: dict[str, object] = {}
    for name, value in figures.items():
        measure, _, part = name.partition(".")
        if part:
            group = tree.setdefault(measure, {})
            assert isinstance(group, dict)
            group[part] = value
        else:
            tree[measure] = value
    return tree


def _flat(tree: Mapping[str, object]) -> dict[str, float]:
    flat: dict[str, float] = {}
    for name, value in tree.items():
        if isinstance(value, Mapping):
            flat |= {f"{name}.{part}": number for part, number in _flat(value).items()}
        elif isinstance(value, int | float):
            flat[name] = value
        else:
            raise TypeError(f"{name} is no number")
    return flat
