"""What scoring counts: how many were right of how many given and wanted, and what was not."""

from dataclasses import dataclass
from typing import Literal

FindingKind = Literal[
    "missed pledge",
    "false pledge",
    "wrong field",
    "missed quote",
    "false quote",
    "wrong speaker",
    "missed office",
    "missed conflict",
    "false conflict",
]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that extraction got wrong: where, what in a line, and the words it stands on."""

    kind: FindingKind
    articles: tuple[str, ...]
    what: str
    evidence: str | None = None


@dataclass(slots=True)
class Rates:
    """Of what was ``wanted`` and what was ``given``, how much is ``right``."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    def figures(self, name: str) -> dict[str, float]:
        """Give precision, recall, F1 and how many were wanted, each under ``name``."""
        precision = self.right / self.given if self.given else float(not self.wanted)
        recall = self.right / self.wanted if self.wanted else 1.0
        both = precision + recall
        return {
            f"{name}.p": round(precision, 3),
            f"{name}.r": round(recall, 3),
            f"{name}.f1": round(2 * precision * recall / both, 3) if both else 0.0,
            f"{name}.n": self.wanted,
        }


def share(part: int, whole: int) -> float:
    """Give a share to three digits, 0 of nothing."""
    return round(part / whole, 3) if whole else 0.0
