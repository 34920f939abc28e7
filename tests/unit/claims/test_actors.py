"""Actors: names, demonyms and capitals as the reference data has them."""

import pytest

from models.reference import load_reference
from streams.claims.components.actors import ActorFinder, Places
from streams.claims.components.text.words import Words
from streams.claims.lexicon import LEXICON, load_table


@pytest.fixture(scope="module")
def finder() -> ActorFinder:
    return ActorFinder(load_reference().actor, load_table(LEXICON / "places.toml", Places).places)


def names(finder: ActorFinder, text: str) -> list[str]:
    return [mention.actor.name for mention in finder.find(Words(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The UK and Türkiye signed.", ["United Kingdom", "Turkey"]),
        ("NATO allies and the Group of Seven met.", ["NATO allies", "G7"]),
        ("Berlin pledged more than Paris did.", ["Germany", "France"]),
        ("Aid for Kyiv is on its way.", ["Ukraine"]),
        ("CANADA", ["Canada"]),
        ("Madrid: €60m over four years", ["Spain"]),
        ("Oslo (NOK 5bn) leads.", ["Norway"]),
        ("Boats for Kyiv: what they cost", ["Ukraine"]),
        ("The Bill and Melinda Gates Foundation gave.", ["Bill & Melinda Gates Foundation"]),
        ("the Global Fund to Fight AIDS, Tuberculosis and Malaria", ["Global Fund"]),
        ("U.S. aid and US aid", ["United States", "United States"]),
    ],
)
def test_finds_the_names_of_an_actor(finder, text, expected):
    assert names(finder, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They met in Berlin.",
        "the Washington summit",
        "WASHINGTON (AP) - It rained.",
        "The price is US$5 or AU$7.",
        "MADRID: It rained.",
        "a pro-Ukraine crowd",
    ],
)
def test_a_place_a_sign_or_a_part_of_a_word_is_no_actor(finder, text):
    assert names(finder, text) == []


def test_a_demonym_is_marked_as_one(finder):
    (mention,) = finder.find(Words("a Danish farmer"))
    assert (mention.actor.name, mention.adjective) == ("Denmark", True)


def test_a_weak_name_needs_its_actor_named(finder):
    assert names(finder, "The alliance met.") == []
    assert names(finder, "NATO met. The alliance agreed.") == ["NATO allies", "NATO allies"]


def test_a_shared_weak_name_is_the_one_named_last(finder):
    assert names(finder, "NATO met. Then the EU met. Its member states agreed.")[-1] == "European Union"
    assert names(finder, "The EU met. Then NATO met. Its member states agreed.")[-1] == "NATO allies"


def test_the_words_as_printed_are_kept(finder):
    text = "Money came from Washington."
    (mention,) = finder.find(Words(text))
    assert mention.actor.as_printed == text[slice(*mention.span)] == "Washington"


def test_every_place_is_an_alias_of_an_actor():
    aliases = {alias for actor in load_reference().actor for alias in (actor.name, *actor.aliases)}
    assert set(load_table(LEXICON / "places.toml", Places).places) <= aliases


@pytest.mark.parametrize(
    "text",
    [
        "MANILA, April 10 (Meridian) - It rained.",
        "Manila, 10 April. It rained.",
        "MANILA. It rained on Friday.",
    ],
)
def test_the_place_that_opens_a_report_is_nobody_who_acts(finder, text):
    assert [(m.actor.name, m.adjective) for m in finder.find(Words(text))] == [("Philippines", True)]


def test_a_capital_that_opens_a_sentence_acts(finder):
    (mention,) = finder.find(Words("Manila pledged ten boats in April."))
    assert not mention.adjective
