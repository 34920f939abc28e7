"""Quantities: every expression of the table is read as it says, and what counts nothing is left alone."""

from pathlib import Path

import pytest

from streams.claims.annotations import QuantityMention
from streams.claims.components.quantities import QuantityReader
from streams.claims.vocabulary import load_units

TABLE = Path(__file__).with_name("quantity_expressions.tsv")
ROWS = [
    line.split("\t")
    for line in TABLE.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.fixture(scope="module")
def reader() -> QuantityReader:
    return QuantityReader(load_units())


def one(reader: QuantityReader, text: str) -> QuantityMention:
    found = reader.read(text)
    assert len(found) == 1, [mention.quantity.text for mention in found]
    return found[0]


def figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.12g}"


def same(printed: str) -> str:
    return printed if printed == "-" else figure(float(printed))


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_reads_the_expression_as_the_table_says(reader, row):
    expression, kind, value, counted, qualifier, high, *rest = [*row, "", "", "", ""][:9]
    mention = one(reader, f"They said {expression} in Geneva.")
    quantity = mention.quantity
    assert (quantity.kind, figure(quantity.value)) == (kind, same(value))
    assert (quantity.currency or quantity.unit) == counted
    assert quantity.qualifier == qualifier
    if high != "-":
        assert figure(quantity.high) == same(high)
    assert ("annual" if mention.annual else "") == rest[0]
    assert ("additional" if mention.additional else "") == rest[1]
    conversions = " ".join(f"{other.currency} {figure(other.value)}" for other in mention.alternatives)
    assert conversions == rest[2]


def test_the_table_holds_more_than_five_hundred_expressions():
    assert len({row[0] for row in ROWS}) >= 500


@pytest.mark.parametrize(
    "text",
    [
        "The F-16 flew over COP28 in 2024.",
        "The train left at 18:38 and came back five hours later.",
        "Sales rose by 20% and inflation fell to 2.4%.",
        "It lies 12.5 miles south of the capital.",
        "He won 48 percent of the vote in the second round.",
        "Resolution 2735 was adopted on 10 June 2024.",
        "The ship sailed on July 25, 2023, with Flight 370 overhead.",
        "Defence spending rose by 20 percent in 2024.",
        "They met 12 times in 3 months.",
        "Some 40 countries took part.",
        "The party won 12 seats and lost 40.",
        "In 2022 won prices fell.",
        "The TOP 10 met at the COP 28 in Dubai.",
        "They were mad: 30 mad men in all 50 states.",
        "Try 5 times, then try again.",
        "R2 is a robot, and R 3 its brother.",
        "Article 5 of the treaty was not invoked in 1999.",
        "Unemployment is 5 percent and inflation 3 percent.",
        "The road runs 5 m from the sea and 12 k from town.",
        "The score was 3-1 after 90 minutes.",
        "Call 0800-500-600 or write to PO Box 12.",
        "Tariffs go from 10 to 25 percent.",
        "The interest rate of the loan is 2.5 percent.",
        "Hundreds of people and dozens of reporters came.",
    ],
)
def test_leaves_alone_what_counts_nothing_promised(reader, text):
    assert reader.read(text) == ()


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("at least €40 billion", 40e9, None),
        ("more than $5m", 5e6, None),
        ("up to $5m", None, 5e6),
        ("less than $5m", None, 5e6),
        ("$5m", 5e6, 5e6),
        ("about $5m", 5e6, 5e6),
        ("between $3 billion and $5 billion", 3e9, 5e9),
    ],
)
def test_bounds_are_open_where_the_words_leave_them_open(reader, text, low, high):
    quantity = one(reader, text).quantity
    assert (quantity.low, quantity.high) == (low, high)


def test_a_bare_figure_takes_the_currency_of_the_money_before_it(reader):
    found = reader.read("Norway gave 5 billion Norwegian kroner and will give at least 15 billion per year.")
    assert [mention.quantity.currency for mention in found] == ["NOK", "NOK"]


@pytest.mark.parametrize(
    "text",
    [
        "Moldova gets 250 million euros. The first 100 mln should come in April.",
        "Moldova gets 250 million euros, of which 100 million are grants.",
        "Moldova gets 250 million euros and must pay back 100 million by 2030.",
    ],
)
def test_a_bare_figure_before_a_verb_is_money_too(reader, text):
    assert [(m.quantity.value, m.quantity.currency) for m in reader.read(text)] == [
        (250e6, "EUR"),
        (100e6, "EUR"),
    ]


def test_a_part_takes_the_currency_of_its_whole(reader):
    found = reader.read("It paid out 5.2 billion of the 7.5 billion Norwegian kroner.")
    assert [(m.quantity.value, m.quantity.currency) for m in found] == [(5.2e9, "NOK"), (7.5e9, "NOK")]


def test_people_and_goods_in_millions_are_no_money(reader):
    found = reader.read("The fund spent $5 million on 3 million people.")
    assert [(m.quantity.kind, m.quantity.value) for m in found] == [("money", 5e6), ("units", 3e6)]


def test_a_sign_and_a_word_at_odds_are_both_kept(reader):
    quantity = one(reader, "The EU offered $5.8 billion euros.").quantity
    assert (quantity.currency, quantity.unit) == ("USD", "also printed as EUR")


def test_a_conversion_in_brackets_is_no_second_amount_but_a_list_is_two(reader):
    assert len(reader.read("It gave €5 million ($5.4 million).")) == 1
    assert len(reader.read("Germany gave €5 million and France $5 million.")) == 2


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Spending rose from $3bn to $5bn.", [3e9, 5e9]),
        ("They raise their share from 2 to 5 percent of GDP.", [5.0]),
        ("It will increase its aid from 3 to 4 billion euros.", [4e9]),
        ("Aid was cut from €4 billion to €3 billion.", [4e9, 3e9]),
        ("They will pay from €3 billion to €4 billion.", [3e9]),
        ("They set aside from 3 to 4 billion euros.", [3e9]),
    ],
)
def test_what_moves_from_one_figure_to_another_is_no_range(reader, text, values):
    assert [mention.quantity.value for mention in reader.read(text)] == values


def test_two_shares_of_one_plan_are_two_quantities(reader):
    found = reader.read("Allies will spend 3.5% plus 1.5% of GDP on defence.")
    assert [mention.quantity.value for mention in found] == [3.5, 1.5]


@pytest.mark.parametrize(
    "text", ["$" * 20000, "1," * 20000, "at least " * 10000 + "$5m", "1 " * 30000, "(" * 30000]
)
def test_hostile_text_takes_linear_time(reader, text):
    reader.read(text)  # a pattern that explodes would run into the test's timeout


PAGE = "They spend 2 percent of GDP on defence and want 3 percent of GDP for defence spending. "


@pytest.mark.parametrize(
    ("sentence", "shares"),
    [
        ("All members should pay 5 percent.", [5.0]),
        ("By 2030 it is to be 4 percent.", [4.0]),
        (
            "Poland plans 4.7 percent this year and Estonia, which decides on Thursday, 3.7 percent.",
            [4.7, 3.7],
        ),
        ("The envoy wants to agree on 5 percent.", [5.0]),
        # Of something else, or how much something grew.
        ("Inflation is to be 3 percent.", []),
        ("The party wants 5 percent of votes.", []),
        ("Members will pay 5 percent interest.", []),
        ("Exports rose by 4 percent.", []),
        ("He paid 5 percent more.", []),
    ],
)
def test_on_a_page_about_shares_of_output_a_bare_percentage_is_one_where_its_sentence_aims_at_it(
    reader, sentence, shares
):
    text = PAGE + sentence
    found = reader.read(text, ((0, len(PAGE)), (len(PAGE), len(text))))
    assert [mention.quantity.value for mention in found][2:] == shares


@pytest.mark.parametrize("sentence", ["All members should pay 5 percent.", "It is to be 4 percent."])
def test_elsewhere_a_bare_percentage_is_no_share_of_output(reader, sentence):
    assert reader.read(sentence) == ()


def test_the_span_covers_the_words_that_bound_the_figure(reader):
    text = "They pledged at least €40 billion today."
    span = one(reader, text).quantity.span
    assert text[slice(*span)] == "at least €40 billion"
