"""The words that slots are named by come from checked tables."""

from pathlib import Path

import pytest

from models.guests import visited_slots
from models.key_words import KEYS, GiverWords, PostWords, UnitWords, load_keys, turned
from models.messages import Actor, Pledge, Quantity
from models.posts import post_key, rank_of
from models.reference import SeedError
from streams.conflicts.relations.units import comparable, family


def test_the_shipped_tables_are_whole() -> None:
    posts, units, givers = (
        load_keys(PostWords, KEYS / "posts.toml"),
        load_keys(UnitWords, KEYS / "units.toml"),
        load_keys(GiverWords, KEYS / "givers.toml"),
    )
    for lists in (posts.field, posts.whole, posts.rank, units.word, units.wider, givers.gives_through):
        words = [word for words in lists.values() for word in words]
        assert len(words) == len(set(words)) == len(turned(lists))
        assert all(word == word.lower().strip() for word in words)


def test_a_wrong_table_is_an_error_that_names_the_file_and_the_place(tmp_path: Path) -> None:
    (tmp_path / "givers.toml").write_text("[gives_through]\nnorway = [1]\n")
    with pytest.raises(SeedError, match=r"givers\.toml: .*\$\.gives_through"):
        load_keys(GiverWords, tmp_path / "givers.toml")
    with pytest.raises(SeedError, match=r"units\.toml"):
        load_keys(UnitWords, tmp_path / "units.toml")


def test_words_name_posts_things_and_givers() -> None:
    assert post_key("Minister of Defense") == post_key("Defence Minister") == "defence-minister"
    assert rank_of("premier") == "government"
    assert family("used trucks") == family("Leopard tanks") == "vehicle"
    assert comparable("fighter planes", "fighter jets")


@pytest.mark.parametrize(
    ("giver", "slot"),
    [("KfW", "pledge:germany:moldova"), ("developed countries", "pledge:donors-total:moldova")],
)
def test_a_pledge_visits_the_slot_of_those_who_give_through_its_giver(giver: str, slot: str) -> None:
    pledge = Pledge(
        pledger=Actor(id=None, name=giver),
        beneficiary=Actor(id=None, name="Moldova", level="country"),
        quantity=Quantity(kind="money", value=1e6, currency="EUR"),
    )
    assert list(visited_slots(pledge, None)) == [slot]
