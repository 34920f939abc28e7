from pathlib import Path

import pytest

from streams.claims.components.text.words import Words, with_capitals
from streams.claims.lexicon import LEXICON, LexiconError, forms, load_speech

SPEECH = (LEXICON / "speech.toml").read_text(encoding="utf-8")


def folder_with(tmp_path: Path, text: str) -> Path:
    (tmp_path / "speech.toml").write_text(text, encoding="utf-8")
    return tmp_path


def test_the_shipped_table_loads() -> None:
    assert "said" in forms(load_speech().cues.plain)


def test_a_word_that_an_operator_adds_is_read_beside_the_shipped_ones(tmp_path: Path) -> None:
    cues = load_speech(folder_with(tmp_path, '[cues]\nplain = ["bellow bellows bellowed"]\n')).cues
    assert {"bellowed", "said"} <= forms(cues.plain)
    assert cues.acts == load_speech().cues.acts


def test_a_copy_of_the_shipped_table_changes_nothing(tmp_path: Path) -> None:
    assert load_speech(folder_with(tmp_path, SPEECH)) == load_speech()


def test_a_shipped_entry_can_be_taken_back(tmp_path: Path) -> None:
    cues = load_speech(folder_with(tmp_path, '[cues]\nplain = ["-quip quips quipped quipping"]\n')).cues
    assert "quipped" in forms(load_speech().cues.plain)
    assert "quipped" not in forms(cues.plain)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("abbreviations = [", "speech.toml"),
        ('[cues]\nplain = ["bellow", 3]', "$.cues.plain[1]"),
        ("[cues]\ntypo = 1", "typo"),
        ("cues = 1", "$.cues"),
    ],
)
def test_a_wrong_table_is_an_error_that_names_file_and_place(tmp_path: Path, text: str, place: str) -> None:
    with pytest.raises(LexiconError) as caught:
        load_speech(folder_with(tmp_path, text))
    assert "speech.toml" in str(caught.value)
    assert place in str(caught.value)


def test_a_missing_table_adds_nothing(tmp_path: Path) -> None:
    assert load_speech(tmp_path) == load_speech()


def test_words_are_found_where_they_stand_alone() -> None:
    text = "Said Ann: he said so, unsaid, and said."
    assert Words(text).places(with_capitals({"said"})) == [(0, "Said"), (13, "said"), (34, "said")]
