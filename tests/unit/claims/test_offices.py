import pytest

from tests.unit.claims.annotating import annotate

Row = tuple[str, str, str | None, str]


def offices(text: str, published_at: str | None = None) -> list[Row]:
    return [
        (o.person.name, o.post, o.org.name if o.org else None, o.tenure)
        for o in annotate(text, published_at)._.offices
    ]


BEFORE = [
    ("Spanish Prime Minister Pedro Sanchez left.", ("Pedro Sánchez", "Prime Minister", "Spain", "current")),
    ("Apple CEO Tim Cook left.", ("Tim Cook", "CEO", "Apple", "current")),
    (
        "NATO’s Secretary-General Mark Rutte left.",
        ("Mark Rutte", "Secretary General", "NATO allies", "current"),
    ),
    (
        "German Economic Cooperation and Development Minister Ute Brandl left.",
        ("Ute Brandl", "Economic Cooperation and Development Minister", "Germany", "current"),
    ),
    (
        "Minister of Defence of Ukraine Rustem Umerov left.",
        ("Rustem Umerov", "Minister of Defence", "Ukraine", "current"),
    ),
    ("President Biden left.", ("Joe Biden", "President", "United States", "current")),
    (
        "Rural Credit Union director Ann Oyelowo left.",
        ("Ann Oyelowo", "director", "Rural Credit Union", "current"),
    ),
    (
        "Chief executive of Clean Water Action Group Ann Oyelowo left.",
        ("Ann Oyelowo", "Chief executive", "Clean Water Action Group", "current"),
    ),
]
COMMA = [
    (
        "The Dutch energy minister, Joost Baan, left.",
        ("Joost Baan", "energy minister", "Netherlands", "current"),
    ),
    ("The head of the agency, Luis Ferrer, left.", ("Luis Ferrer", "head", None, "current")),
    (
        "Kenya’s minister for forests, Amina Wekesa, left.",
        ("Amina Wekesa", "minister for forests", "Kenya", "current"),
    ),
    (
        "The WFP's country director in Niamey, Odile Sawadogo, left.",
        ("Odile Sawadogo", "country director", "World Food Programme", "current"),
    ),
    ("Tim Cook, Apple’s chief executive, left.", ("Tim Cook", "chief executive", "Apple", "current")),
    (
        "Ivo Marsh, the EU’s industry commissioner, left.",
        ("Ivo Marsh", "industry commissioner", "European Union", "current"),
    ),
    (
        "Ivo Marsh, head of grain strategy at BNP Paribas in London, left.",
        ("Ivo Marsh", "head of grain strategy", "BNP Paribas", "current"),
    ),
    (
        "Ivo Marsh, minister of state for foreign affairs, left.",
        ("Ivo Marsh", "minister of state for foreign affairs", None, "current"),
    ),
]
TENURES = [
    (
        "Joost Baan, then Norway's minister of fisheries, left.",
        ("Joost Baan", "minister of fisheries", "Norway", "former"),
    ),
    (
        "The former Dutch prime minister, Joost Baan, left.",
        ("Joost Baan", "prime minister", "Netherlands", "former"),
    ),
    ("Ex-finance minister Joost Baan left.", ("Joost Baan", "finance minister", None, "former")),
    (
        "NATO's outgoing chief, Jens Stoltenberg, left.",
        ("Jens Stoltenberg", "chief", "NATO allies", "outgoing"),
    ),
    ("Incoming health minister Joost Baan left.", ("Joost Baan", "health minister", None, "incoming")),
    ("COP31 President-Designate Joost Baan left.", ("Joost Baan", "President", "COP31", "designate")),
    ("President-elect Joost Baan left.", ("Joost Baan", "President", None, "incoming")),
    (
        "Former central bank governor Joost Baan left.",
        ("Joost Baan", "central bank governor", None, "former"),
    ),
    ("Ex-trade union leader Joost Baan left.", ("Joost Baan", "trade union leader", None, "former")),
    (
        "Outgoing town council chairman Joost Baan left.",
        ("Joost Baan", "town council chairman", None, "outgoing"),
    ),
    ("Acting chairman Joost Baan left.", ("Joost Baan", "chairman", None, "acting")),
    ("Joost Baan will become director of the fund.", ("Joost Baan", "director", None, "incoming")),
]
VERBS = [
    (
        "Sofia Ledent, the Belgian minister in charge of development aid, left.",
        ("Sofia Ledent", "minister in charge of development aid", "Belgium", "current"),
    ),
    (
        "Victoria Holm, the Danish energy minister, left.",
        ("Victoria Holm", "energy minister", "Denmark", "current"),
    ),
    (
        "Florence Abiodun, director of WaterAid, left.",
        ("Florence Abiodun", "director", "WaterAid", "current"),
    ),
    (
        "Joost Baan was appointed chief executive of WaterAid.",
        ("Joost Baan", "chief executive", "WaterAid", "current"),
    ),
    ("Joost Baan, who is the chairman of WaterAid, left.", ("Joost Baan", "chairman", "WaterAid", "current")),
    (
        "The Minister of Finance of Kenya is Joost Baan.",
        ("Joost Baan", "Minister of Finance", "Kenya", "current"),
    ),
]
PORTFOLIOS = [
    ("Commissioner for the Arctic Ilona Petrescu left.", "commissioner for the arctic"),
    ("The EU's commissioner for the Arctic, Ilona Petrescu, left.", "commissioner for the arctic"),
    ("Special envoy for the Sahel Ilona Petrescu left.", "special envoy for the sahel"),
    (
        "Minister for Climate, Energy and Utilities Ilona Petrescu left.",
        "minister for climate, energy and utilities",
    ),
    (
        "Minister for Housing, Transport and Ports Ilona Petrescu left.",
        "minister for housing, transport and ports",
    ),
    (
        "The Minister of Trade, Tourism and Crafts, Ilona Petrescu, left.",
        "minister of trade, tourism and crafts",
    ),
    (
        "Ilona Petrescu, who took over as Rural Development Minister in May, left.",
        "rural development minister",
    ),
    ("Ilona Petrescu, who became Ports Minister in June, left.", "ports minister"),
    ("Ilona Petrescu, who was named urban planning minister in June, left.", "urban planning minister"),
    ("“No,” said board member Ilona Petrescu.", "board member"),
    ("The spokeswoman for Norway, Ilona Petrescu, left.", "spokeswoman"),
    ("Ilona Petrescu, director of Oxfam, Care and Unicef, left.", "director"),
]
NONE = [
    "From Sofia, the Bulgarian minister left.",
    "Commissioner for the Arctic nations left.",
    "The prime minister left.",
    "Prime ministers Baan and Krupa left.",
    "In Berlin, ministers of four countries met.",
    "Premier League clubs left.",
    "Joost Baan, an analyst, left.",
    "The office of the president in Nairobi is closed.",
]


@pytest.mark.parametrize(("text", "office"), BEFORE + COMMA + TENURES + VERBS)
def test_a_person_holds_the_post_that_the_text_gives_them(text: str, office: Row) -> None:
    assert offices(text) == [office]


@pytest.mark.parametrize(("text", "post"), PORTFOLIOS)
def test_the_words_of_a_portfolio_belong_to_the_post(text: str, post: str) -> None:
    assert [(name, told.lower()) for name, told, *_ in offices(text)] == [("Ilona Petrescu", post)]


@pytest.mark.parametrize("text", NONE)
def test_nobody_is_given_a_post_they_do_not_hold(text: str) -> None:
    assert offices(text) == []


@pytest.mark.parametrize(
    ("text", "org"),
    [
        ("Norway will give Mali more. Its development minister, Kari Nygaard, left.", "Norway"),
        ("Germany led. It will give Mali more, its development minister Kari Nygaard said.", "Germany"),
        ("Kenya said it would pay, and its development minister, Kari Nygaard, left.", "Kenya"),
        ("The talks failed. Its development minister, Kari Nygaard, left.", None),
    ],
)
def test_its_means_who_the_sentence_is_about(text: str, org: str | None) -> None:
    assert offices(text) == [("Kari Nygaard", "development minister", org, "current")]


def test_a_post_told_twice_is_one_office() -> None:
    assert (
        len(offices("Polish energy minister Jolanta Krupa left. The energy minister, Jolanta Krupa, slept."))
        == 1
    )


def test_a_post_named_apart_from_its_holder_is_theirs() -> None:
    text = "Boris Pistorius spoke. The German defence minister left."
    assert offices(text) == [("Boris Pistorius", "defence minister", "Germany", "current")]


def test_a_post_named_apart_is_not_given_to_its_former_holder() -> None:
    text = "Olaf Scholz listened. The German chancellor left."
    assert offices(text, "2025-09-01") == []
