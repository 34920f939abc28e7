from pathlib import Path

import pytest

from streams.claims.components.scan import occurrences, with_capitals
from streams.claims.lexicon import LEXICON, LexiconError, forms, load_speech

SPEECH = (LEXICON / "speech.toml").read_text(encoding="utf-8")


def folder_with(tmp_path: Path, text: str) -> Path:
    (tmp_path / "speech.toml").write_text(text, encoding="utf-8")
    return tmp_path


def test_the_shipped_table_loads() -> None:
    assert "said" in forms(load_speech().cues.plain)


def test_a_word_that_an_operator_adds_is_read(tmp_path: Path) -> None:
    added = SPEECH.replace("plain = [", 'plain = [\n  "bellow bellows bellowed",', 1)
    assert "bellowed" in forms(load_speech(folder_with(tmp_path, added)).cues.plain)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", "cues"),
        ("abbreviations = [", "speech.toml"),
        (SPEECH.replace("plain = [", "plain = [3, ", 1), "$.cues.plain[0]"),
        (SPEECH.replace("[cues]", "[cues]\ntypo = 1", 1), "typo"),
    ],
)
def test_a_wrong_table_is_an_error_that_names_file_and_place(tmp_path: Path, text: str, place: str) -> None:
    with pytest.raises(LexiconError) as caught:
        load_speech(folder_with(tmp_path, text))
    assert "speech.toml" in str(caught.value)
    assert place in str(caught.value)


def test_a_missing_table_is_an_error_that_names_the_file(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"speech\.toml"):
        load_speech(tmp_path)


def test_words_are_found_where_they_stand_alone() -> None:
    text = "Said Ann: he said so, unsaid, and said."
    words = frozenset(["Said", "he", "said", "so", "unsaid"])
    assert occurrences(text, words, with_capitals({"said"})) == [(0, "Said"), (13, "said"), (34, "said")]
