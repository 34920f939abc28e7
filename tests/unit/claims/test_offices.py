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
    ("Ana Weir,\nKenya’s forests minister, left.", ("Ana Weir", "forests minister", "Kenya", "current")),
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
# A verb tells the post.
DEEDS = [
    ("Ilona Petrescu, who heads the alliance, left.", ("Ilona Petrescu", "head", None, "current")),
    ("“No,” said Ilona Petrescu, who now runs WaterAid.", ("Ilona Petrescu", "head", "WaterAid", "current")),
    ("Ilona Petrescu, who chairs the board, left.", ("Ilona Petrescu", "chair", None, "current")),
    (
        "Ilona Petrescu, who directs the fund's secretariat, left.",
        ("Ilona Petrescu", "director", None, "current"),
    ),
    (
        "Ilona Petrescu, who coordinates the response, left.",
        ("Ilona Petrescu", "coordinator", None, "current"),
    ),
    (
        "Ilona Petrescu, the Romanian who commands the mission, left.",
        ("Ilona Petrescu", "commander", None, "current"),
    ),
    ("Ilona Petrescu, who ran the council until May, left.", ("Ilona Petrescu", "head", None, "former")),
    ("The relief fund, headed by Ilona Petrescu, is empty.", ("Ilona Petrescu", "head", None, "current")),
    ("A panel chaired by Ilona Petrescu was split.", ("Ilona Petrescu", "chair", None, "current")),
]
# A post told as that of another, or with another.
RELATED = [
    (
        "Norway, whose energy minister, Ola Moen, left, pays.",
        [("Ola Moen", "energy minister")],
    ),
    ("The agency, whose president is Ilona Petrescu, paid.", [("Ilona Petrescu", "president")]),
    (
        "Energy minister Ola Moen left. His Romanian counterpart, Ilona Petrescu, stayed.",
        [("Ola Moen", "Energy minister"), ("Ilona Petrescu", "Energy minister")],
    ),
    (
        "Health minister Ola Moen left. His predecessor Ilona Petrescu stayed.",
        [("Ola Moen", "Health minister"), ("Ilona Petrescu", "Health minister")],
    ),
    (
        "Health minister Ola Moen left. His successor is Lee White.",
        [("Ola Moen", "Health minister"), ("Lee White", "Health minister")],
    ),
    (
        "Ola Moen, the energy minister and the bank's former governor, left.",
        [("Ola Moen", "energy minister"), ("Ola Moen", "governor")],
    ),
    (
        "Ola Moen, the deputy premier who doubles as finance minister, left.",
        [("Ola Moen", "deputy premier"), ("Ola Moen", "finance minister")],
    ),
    ("Ola Moen, until last May the energy minister, left.", [("Ola Moen", "energy minister")]),
    ("Ola Moen, today head of treasury, left.", [("Ola Moen", "head of treasury")]),
    ("Its owners, Ola Moen and Ilona Petrescu, left.", [("Ola Moen", "owner"), ("Ilona Petrescu", "owner")]),
    ("Moen, the Norwegian energy minister, left.", [("Moen", "energy minister")]),
    ("Education CS Ola Moen left.", [("Ola Moen", "Education CS")]),
    ("Secretary to the Treasury Ola Moen left.", [("Ola Moen", "Secretary to the Treasury")]),
    ("The head of Norwegian government, Ola Moen, left.", [("Ola Moen", "head of government")]),
    ("Ola Moen, head of the power group Statnett, left.", [("Ola Moen", "head")]),
    ("County health executive Ola Moe'-Lund left.", [("Ola Moe'-Lund", "County health executive")]),
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
    "Joost Baan, who chaired the talks, left.",
    "Joost Baan, who leads the race, left.",
    "A delegation headed by Joost Baan left.",
    "The talks were chaired by Joost Baan.",
    "Joost Baan, the minister's driver, left.",
    "Joost Baan, the Prime Minister's Focal Guest, left.",
    "Joost Baan, a retired colonel, left.",
    "Fern Exports, whose founder hails from Goa, left.",
    "Joost Baan, an analyst, left.",
    "The office of the president in Nairobi is closed.",
]


@pytest.mark.parametrize(("text", "office"), BEFORE + COMMA + TENURES + VERBS + DEEDS)
def test_a_person_holds_the_post_that_the_text_gives_them(text: str, office: Row) -> None:
    assert offices(text) == [office]


@pytest.mark.parametrize(("text", "expected"), RELATED)
def test_a_post_may_be_told_as_that_of_another(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(name, post) for name, post, *_ in offices(text)] == expected


def test_who_held_a_post_until_lately_is_a_former_holder() -> None:
    assert offices("Ola Moen, until May the energy minister, left.")[0][3] == "former"
    assert offices("Health minister Ola Moen left. His predecessor Bo Lund stayed.")[1][3] == "former"
    assert offices("Health minister Ola Moen left. His successor is Bo Lund.")[1][3] == "incoming"


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
