"""Language: detected from the words, English unless they say otherwise."""

import pytest

from streams.claims.language import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "The minister said on Monday that her country would give more aid to the victims of the flood.",
            "en",
        ),
        (
            "Die Bundesregierung hat am Montag angekündigt, dass sie mehr Geld für die Hilfe bereitstellen will.",
            "de",
        ),
        (
            "Le gouvernement a annoncé lundi une aide supplémentaire de deux milliards d'euros pour le pays.",
            "fr",
        ),
        ("El gobierno anunció el lunes una nueva ayuda de mil millones de euros para las víctimas.", "es"),
        ("Уряд оголосив у понеділок про нову допомогу для постраждалих від повені на сході країни.", "uk"),
    ],
)
def test_a_sentence_tells_its_language(text, language):
    assert detect_language(text) == language


def test_two_cyrillic_names_do_not_make_english_foreign():
    text = (
        "Володимир Зеленський and Денис Шмигаль met the delegates in Kyiv on Monday, and the "
        "president said that the country had received what it was promised."
    )
    assert detect_language(text) == "en"


@pytest.mark.parametrize("text", ["", "Nine.", "$5 billion", "OK"])
def test_a_text_too_short_to_tell_is_taken_for_english(text):
    assert detect_language(text) == "en"


def test_a_list_of_names_and_sums_in_english_stays_english():
    text = "Germany pledged EUR 72 million\nFrance pledged EUR 50 million\nMalta pledged EUR 30 000\n" * 5
    assert detect_language(text) == "en"
