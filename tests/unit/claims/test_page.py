import pytest

from streams.claims.components.page import noise_spans

NOISE = [
    "Photo: Reuters",
    "Image source, Getty Images",
    "Advertisement",
    "By Lena Ostrom",
    "By Ivo Marsh and Dana Pell",
    "© AFP",
    "Read also: Norway doubles its aid",
    "Monday, 3 March 2025 14:05",
    "4 mins read",
    "212 comments",
    "https://example.org/p/4421",
    "No comments:",
    "Source: Channel Nine",
    "<image>data:image/png</image>",
]
TEXT = [
    "By 2027 the fund will be empty.",
    "Photographs of the damage moved the donors to give more than they had planned to give.",
    "Readers of the report will find three pledges that nobody kept.",
    "In March 2025 Norway paid.",
    "Source of the money is the state budget, the minister said.",
    "by the end of the year they will pay",
]


@pytest.mark.parametrize("line", NOISE)
def test_a_line_of_layout_is_noise(line: str) -> None:
    text = f"Norway will pay.\n{line}\nSweden will not."
    assert [text[slice(*span)] for span in noise_spans(text)] == [line]


@pytest.mark.parametrize("line", TEXT)
def test_a_line_of_the_article_is_no_noise(line: str) -> None:
    assert noise_spans(f"Norway will pay.\n{line}\nSweden will not.") == ()


def test_a_headline_printed_twice_is_noise_the_second_time() -> None:
    text = "Norway doubles its aid\n\nNorway doubles its aid\n\nOslo said so."
    assert noise_spans(text) == ((24, 46),)


def test_a_stray_mark_of_a_wrong_encoding_is_noise() -> None:
    assert noise_spans("Norway paid.Â Sweden did not.") == ((12, 13),)
