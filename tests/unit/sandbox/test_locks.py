"""Folders that one process holds at a time."""

from pathlib import Path

import pytest

from streams.sandbox import SandboxError
from streams.sandbox.locks import is_owned, only_owner


def test_a_second_owner_is_told_who_is_in_the_way(tmp_path: Path) -> None:
    with (
        only_owner(tmp_path),
        pytest.raises(SandboxError, match="another pledgewire process is using this folder"),
        only_owner(tmp_path),
    ):
        pass


def test_a_folder_is_free_again_when_its_owner_leaves(tmp_path: Path) -> None:
    assert not is_owned(tmp_path)
    with only_owner(tmp_path):
        assert is_owned(tmp_path)
    assert not is_owned(tmp_path)
    with only_owner(tmp_path):
        assert is_owned(tmp_path)
