import pytest

from tests.unit.claims.annotating import annotate


def people(text: str) -> list[tuple[str, str | None]]:
    return [(mention.person.name, mention.person.as_printed) for mention in annotate(text)._.people]


def names(text: str) -> list[str]:
    return [name for name, _ in people(text)]


KNOWN = [
    ("Jens Stoltenberg spoke.", "Jens Stoltenberg"),
    ("A word from Trump was enough.", "Donald Trump"),
    ("Chancellor Scholz spoke.", "Olaf Scholz"),
    ("Erdogan spoke.", "Recep Tayyip Erdoğan"),
    ("Lula spoke.", "Luiz Inácio Lula da Silva"),
    ("Ursula von der Leyen spoke.", "Ursula von der Leyen"),
]
MISSPELT = [
    ("NATO Secretary General Jens Stltenberg spoke.", "Jens Stoltenberg"),
    ("Keir Starmar, the British prime minister, spoke.", "Keir Starmer"),
    ("German Defence Minister Boris Pistorious said so.", "Boris Pistorius"),
]
INTRODUCED = [
    ("Polish energy minister Jolanta Krupa spoke.", "Jolanta Krupa"),
    ("Tarek Mansour, a spokesman for the relief fund, spoke.", "Tarek Mansour"),
    ("The head of the agency, Wanjiru Otieno, spoke.", "Wanjiru Otieno"),
    ("Its chief scientist Ngaire Paul spoke.", "Ngaire Paul"),
    ("Oduya Akande of the Debt Watch Institute said so.", "Oduya Akande"),
    ("said the observer Brigitte Vahl, who was there.", "Brigitte Vahl"),
    ("Mr Halvorsen spoke.", "Halvorsen"),
    ("Ravindra Kelkar, 61, promised more.", "Ravindra Kelkar"),
]
NOBODY = [
    "The European Bank for Reconstruction and Development will lend more.",
    "Lower Saxony and New South Wales will pay on Monday.",
    "The Melinda Foundation is in Santa Clara County.",
    "Premier League clubs will pay.",
    "The Trump administration will pay.",
    "Prime ministers of four countries met.",
]


@pytest.mark.parametrize(("text", "name"), KNOWN + MISSPELT + INTRODUCED)
def test_a_person_is_known_or_introduced(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize("text", NOBODY)
def test_no_person_is_seen_where_none_is(text: str) -> None:
    assert names(text) == []


def test_a_misspelling_keeps_what_is_printed() -> None:
    assert people("NATO Secretary General Jens Stltenberg spoke.") == [
        ("Jens Stoltenberg", "Jens Stltenberg")
    ]


def test_a_transliteration_in_use_is_kept_with_the_same_id() -> None:
    mentions = annotate("Volodymyr Zelenskyy spoke. Zelenskyy left.")._.people
    assert {(m.person.id, m.person.name) for m in mentions} == {("Q3874799", "Volodymyr Zelenskyy")}


def test_a_surname_means_the_person_introduced_before_or_after() -> None:
    text = "Krupa will pay\n\nEnergy minister Jolanta Krupa spoke. Later Ms Krupa left. Krupa’s aide stayed."
    assert names(text) == ["Jolanta Krupa"] * 4


def test_a_titled_surname_one_letter_off_means_the_person_introduced() -> None:
    assert names("Energy minister Jolanta Krupinska spoke. Ms Krupinski left.") == ["Jolanta Krupinska"] * 2


def test_another_bearer_of_the_surname_is_not_the_person_known() -> None:
    assert "Donald Trump" not in names("Melania Trump spoke.")


def test_role_and_organisation_come_with_every_mention() -> None:
    mentions = annotate("Krupa spoke. Polish energy minister Jolanta Krupa left.")._.people
    assert [(m.role, m.org.name if m.org else None) for m in mentions] == [("energy minister", "Poland")] * 2


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Olaf Sholz said that Germany will pay.", "Olaf Scholz"),
        ("Emmanuel Macrom spoke of France.", "Emmanuel Macron"),
        ("Giorgia Melony leads Italy.", "Giorgia Meloni"),
        ("Olaf Sholz sells bread in Ohio.", "Olaf Sholz"),
    ],
)
def test_a_slip_in_a_surname_is_mended_where_the_country_is_named(text, name):
    (mention,) = annotate(text)._.people
    assert mention.person.name == name


def test_letters_that_stand_for_a_body_are_no_surname():
    assert names("Jean Kaseya, director general of the Sahel CDC, spoke.") == ["Jean Kaseya"]


@pytest.mark.parametrize(
    "text",
    [
        "Geologist Tora Vik spoke.",
        "The industrialist Tora Vik spoke.",
        "Union boss Tora Vik spoke.",
        "PM Tora Vik spoke.",
    ],
)
def test_a_trade_introduces_its_bearer(text):
    assert names(text) == ["Tora Vik"]


def test_a_name_with_a_suffix_is_called_by_the_word_before():
    assert names("President Ruben Whipple Jr. spoke. Whipple left.") == ["Ruben Whipple Jr."] * 2


def test_a_stray_letter_behind_a_name_is_no_part_of_it():
    assert names("Ursula von der LeyenÂ spoke inÂ Chisinau.") == ["Ursula von der Leyen"]
    assert names("Ângela Prates, the minister, spoke.") == ["Ângela Prates"]


def test_a_surname_before_another_name_is_a_first_name():
    assert names("President Petro Hrynko spoke. Hrynko left.") == ["Petro Hrynko"] * 2
    assert names("Prime Minister Modi Talwar spoke.") == ["Modi Talwar"]
    assert names("President Petro spoke.") == ["Gustavo Petro"]
