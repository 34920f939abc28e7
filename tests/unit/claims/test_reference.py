from pathlib import Path

import pytest

from models.reference import SeedError, load_reference

OSLO = '[[actor]]\nid = "x:fund"\nname = "Fjord Fund"\nlevel = "organisation"\n'


def folder(path: Path, text: str) -> Path:
    (path / "own.toml").write_text(text, encoding="utf-8")
    return path


def test_own_rows_stand_beside_the_shipped_ones(tmp_path: Path) -> None:
    names = [actor.name for actor in load_reference(folder(tmp_path, OSLO)).actor]
    assert {"Fjord Fund", "Norway"} <= set(names)
    assert len(names) == len(load_reference().actor) + 1


def test_own_row_of_a_shipped_id_replaces_it(tmp_path: Path) -> None:
    norway = next(actor for actor in load_reference().actor if actor.name == "Norway")
    text = OSLO.replace("x:fund", norway.id).replace("Fjord Fund", "Norge").replace("organisation", "country")
    names = {actor.name for actor in load_reference(folder(tmp_path, text)).actor}
    assert "Norge" in names
    assert "Norway" not in names


def test_own_id_that_stands_twice_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SeedError, match="x:fund"):
        load_reference(folder(tmp_path, OSLO + OSLO))


def test_bad_row_names_file_and_place(tmp_path: Path) -> None:
    with pytest.raises(SeedError, match=r"own\.toml: .*'club'.*\$\.actor\[0\]\.level"):
        load_reference(folder(tmp_path, OSLO.replace("organisation", "club")))
