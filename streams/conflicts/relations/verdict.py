"""What a comparison of two claims says: the relation, and why in words."""

from typing import Literal, NamedTuple

Relation = Literal[
    "duplicate", "equivalent", "compatible", "update", "correction", "conflict", "not_comparable"
]


class Verdict(NamedTuple):
    """The relation of two claims and the reason that a reader is shown."""

    relation: Relation
    reason: str
