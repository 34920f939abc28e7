import pytest

from streams.claims.components.sentences import SentenceSplitter
from streams.claims.lexicon import load_speech
from tests.unit.claims.annotating import annotate

SPLITTER = SentenceSplitter(load_speech())


def split(text: str) -> list[str]:
    return [text[slice(*span)] for span in SPLITTER.split(text)]


ONE = [
    "The U.S. Senate voted on the bill.",
    "Gen. Ruth Abel met Sen. Mark Olsen at 9 a.m. in Oslo.",
    "They gave $1.05bn. and no more.",
    "J. R. Halloran of St. Paul signed for Acme Inc. on Monday.",
    "Aid worth Rs. 300 million, i.e. a third of the total, is left.",
    "It covers No. 7 and No. 12 on the list.",
    "“Will they pay?” she asked.",
    "The line was broken\nby a narrow column and goes on.",
]
TWO = [
    ("Norway will pay. Sweden will not.", "Sweden will not."),
    ("It was agreed on Monday.Japan, too, will pay.", "Japan, too, will pay."),
    ("He left the U.S. The talks went on.", "The talks went on."),
    ("“We will pay.” The hall rose.", "The hall rose."),
    ("“We will pay. We always have,” he said.", "We always have,” he said."),
    ("A headline without a stop\nKyiv gets more aid.", "Kyiv gets more aid."),
    ("It was over at 5 p.m. The hall was dark.", "The hall was dark."),
    ("Did they pay? Nobody knows.", "Nobody knows."),
    ("They gave €50bn. They will give more.", "They will give more."),
]


@pytest.mark.parametrize("text", ONE)
def test_a_full_stop_of_an_abbreviation_ends_no_sentence(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(("text", "second"), TWO)
def test_sentences_part_where_the_second_begins(text: str, second: str) -> None:
    assert split(text)[1:] == [second]


def test_spans_leave_out_the_blanks_around_sentences() -> None:
    assert SPLITTER.split("  One.  Two.  ") == ((2, 6), (8, 12))


def test_an_empty_text_has_no_sentences() -> None:
    assert SPLITTER.split(" \n ") == ()


def test_tokens_carry_the_sentence_starts() -> None:
    doc = annotate("Norway will pay. Sweden will not.")
    assert [sentence.text for sentence in doc.sents] == ["Norway will pay.", "Sweden will not."]


def test_a_megabyte_of_blanks_is_split_in_good_time() -> None:
    assert SPLITTER.split(" " * 1_000_000 + "End.") == ((1_000_000, 1_000_004),)
