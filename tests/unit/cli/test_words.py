"""Every kind of entry and of conflict has words for a person."""

from typing import get_args

from models.messages.conflict import ConflictKind
from models.messages.entry import EntryOperation
from streams.cli.details import WHY
from streams.cli.histories import DID


def test_every_operation_and_every_kind_of_conflict_is_explained() -> None:
    assert set(DID) == set(get_args(EntryOperation))
    assert set(WHY) == set(get_args(ConflictKind))
