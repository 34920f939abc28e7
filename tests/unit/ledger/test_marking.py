"""The words of a claim, marked in its sentence."""

from typing import Any

import pytest
from msgspec.structs import replace

from models.messages import Actor, Office, Person, Quote
from streams.cli.marking import marked_sentence
from streams.ledger.queries import ClaimRow
from tests.support.ledger import pledge, quantity

TEXT = "A headline. Berlin will give €1 billion, he said. More follows: “We  keep\nour word.”"
SENTENCE = "Berlin will give €1 billion, he said."
START = TEXT.index("Berlin")
FIGURE = TEXT.index("€"), TEXT.index(", he")


def claim(**changes: Any) -> ClaimRow:
    money = replace(quantity(1), span=FIGURE)
    fields = {
        "claim_id": "c", "kind": "pledge", "slots": ("s",), "article_id": "a",
        "span": (START, START + len(SENTENCE)), "evidence": SENTENCE, "speaker": None,
        "attribution": "none", "extractor": "x", "statement": pledge(quantity=money), "stated_at": None,
        "publisher": None, "wire_credit": None, "title": None, "url": None, "text": TEXT,
    } | changes  # fmt: skip
    return ClaimRow(**fields)


MARKED = "Berlin will give ⟦€1 billion⟧, he said."


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"text": None},
        {"span": FIGURE},  # a claim whose span is its figure
        {"text": None, "span": FIGURE},  # its place is unknown: the words are found
    ],
)
def test_the_figure_is_marked_wherever_its_place_comes_from(changes: dict[str, Any]) -> None:
    assert marked_sentence(claim(**changes)).plain == MARKED


def test_quoted_words_are_marked_and_line_ends_do_not_break_the_line() -> None:
    start = TEXT.index("“")
    quote = Quote(text="We  keep\nour word.", span=(start + 1, len(TEXT) - 1), form="direct")
    said = claim(kind="quote", statement=quote, span=quote.span, evidence=TEXT[TEXT.index("More") :])
    assert marked_sentence(said).plain == "More follows: “⟦We  keep our word.⟧”"


def test_the_holder_of_an_office_is_marked_by_name() -> None:
    office = Office(
        person=Person(id=None, name="Ann Lee", as_printed="Lee"),
        post="Minister",
        org=Actor(id=None, name="X"),
    )
    held = claim(kind="office", statement=office, evidence="Minister Lee said no.", text=None)
    assert marked_sentence(held).plain == "Minister ⟦Lee⟧ said no."


def test_a_figure_that_is_not_in_the_sentence_leaves_it_unmarked() -> None:
    assert marked_sentence(claim(evidence="Nothing here.", text=None)).plain == "Nothing here."
