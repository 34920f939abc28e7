import time

import pytest

from streams.claims.components.quotations import quotations_of
from streams.claims.components.speech.marks import paired


def inside(text: str) -> list[str]:
    return [text[slice(*pair.span)] for pair in paired(text)]


STYLES = [
    ("“We will pay,” he said.", ["We will pay,"]),
    ("‘We will pay,’ he said.", ["We will pay,"]),
    ('"We will pay," he said.', ["We will pay,"]),
    ("'We will pay,' he said.", ["We will pay,"]),
    ("„We will pay“, he said.", ["We will pay"]),
    ("„We will pay”, he said.", ["We will pay"]),
    ("«We will pay», he said.", ["We will pay"]),
    ("« We will pay », he said.", ["We will pay"]),
    ("»We will pay«, he said.", ["We will pay"]),
    ("”We will pay”, he said.", ["We will pay"]),
    ("‘We will pay,' he said.", ["We will pay,"]),
    ("He said: “We will pay. “", ["We will pay."]),
]
APOSTROPHES = [
    (
        "‘It’s the allies’ burden, and we can’t carry it,’ she said.",
        ["It’s the allies’ burden, and we can’t carry it,"],
    ),
    ("'It's Norway's turn, isn't it?' she said.", ["It's Norway's turn, isn't it?"]),
    (
        "‘The donors’ promises are not ours to keep.’ She left.",
        ["The donors’ promises are not ours to keep."],
    ),
    ("The allies' aid and the donors' money arrived in the '90s.", []),
    ("It’s Norway’s and the allies’ burden.", []),
]
NESTED = [
    ("“He told me ‘never again’ and left,” she said.", ["He told me ‘never again’ and left,"]),
    ("‘He told me “never again” and left,’ she said.", ["He told me “never again” and left,"]),
    ("\"He told me 'never again' and left,\" she said.", ["He told me 'never again' and left,"]),
    ("“We call it “the gap” here,” she said.", ["We call it “the gap” here,"]),
]
SEVERAL = [
    ("“We will pay,” he said, “and soon.”", ["We will pay,", "and soon."]),
    ("“One. Two. Three,” he said.", ["One. Two. Three,"]),
    ('"One," he said. "Two," she said.', ["One,", "Two,"]),
    (
        "He wrote: “First we pay.\nThen we ask. Then we wait.” They left.",
        ["First we pay.\nThen we ask. Then we wait."],
    ),
    ("‘First we pay.\n\nThen we ask.’ He left.", ["First we pay.\n\nThen we ask."]),
    ("He said “we will never know.\nThe end.", ["we will never know."]),
]


# Each paragraph of a long quotation opens anew and only the last one closes: each is one of its own.
REOPENED = [
    ("“First we pay.\n\n“Then we ask,” he said.", ["First we pay.", "Then we ask,"]),
    ("She said: “We dug.\n“We planted!\n\n“We wait.” He left.", ["We dug.", "We planted!", "We wait."]),
    ('He wrote: "Ships came.\n\n"Bread did not."', ["Ships came.", "Bread did not."]),
    ("‘It’s Norway’s turn.\n\n‘Then ours,’ she said.", ["It’s Norway’s turn.", "Then ours,"]),
    ("'It's Norway's turn.\n\n'Then ours,' she said.", ["It's Norway's turn.", "Then ours,"]),
    ("„Wir zahlen.\n\n„Dann fragen wir.“ Ende.", ["Wir zahlen.", "Dann fragen wir."]),
    ("« On paie.\n\n» Puis on demande. » Fin.", ["On paie.", "Puis on demande."]),
    ("«First we pay.\n\n«Then we ask.» He left.", ["First we pay.", "Then we ask."]),
    ("»Først.\n\n»Så resten.« Slut.", ["Først.", "Så resten."]),
    (
        "“He told me ‘go’ then.\n\n“I went,” she said. “Why not?”",
        ["He told me ‘go’ then.", "I went,", "Why not?"],
    ),
    ("“We pay what we owe.\n\n“Then we ask.", ["We pay what we owe.", "Then we ask."]),
    (
        "Mr Lund said: “We stopped a car.\nWe found cash in it.\n“Two men were held.\n“We will go on.”",
        ["We stopped a car.\nWe found cash in it.", "Two men were held.", "We will go on."],
    ),
]
# A closing mark forgotten, or two who speak in turn: nothing is carried on.
NOT_REOPENED = [
    ("“We will pay, said Ole Berg.\n\n“Never,” said Nora Lund.", ["We will pay", "Never,"]),
    ("“We will pay.”\n\n“Never,” said Nora Lund.", ["We will pay.", "Never,"]),
    ("Ole Berg said: “We will pay.\n\n“Never,” said Nora Lund.", ["We will pay.", "Never,"]),
    ("He spoke of “the gap\n\n“Never,” said Nora Lund.", ["the gap", "Never,"]),
    ("The board is 6' long.\n\n'Never,' said Nora Lund.", ["Never,"]),
]


@pytest.mark.parametrize(
    ("text", "expected"), STYLES + APOSTROPHES + NESTED + SEVERAL + REOPENED + NOT_REOPENED
)
def test_the_words_between_paired_marks_are_the_quotation(text: str, expected: list[str]) -> None:
    assert inside(text) == expected


SCARE = [
    "The 'non-doms' must pay more.",
    "The report, titled “Promises Made and Never Kept”, counts them.",
    "The session “One Future” was crowded.",
    "A so-called “fund of last resort” was set up.",
]


@pytest.mark.parametrize("text", SCARE)
def test_terms_and_titles_are_no_statements(text: str) -> None:
    assert [quotation.scare for quotation in quotations_of(text)] == [True]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("“We will pay what we owe,” he said.", "direct"),
        ("He said: “We will pay what we owe.”", "direct"),
        ("He said the fund “will pay what it owes” by May.", "mixed"),
    ],
)
def test_a_whole_sentence_is_direct_and_a_fragment_mixed(text: str, form: str) -> None:
    assert [quotation.form for quotation in quotations_of(text)] == [form]


@pytest.mark.parametrize("mark", list("“”\"‘'«»„"))
@pytest.mark.parametrize("pattern", ["{}", "{} a ", " {}a", "x{}\n"])
def test_ten_thousand_marks_are_paired_in_good_time(mark: str, pattern: str) -> None:
    started = time.process_time()
    paired(pattern.format(mark) * 10_000)
    assert time.process_time() - started < 5
