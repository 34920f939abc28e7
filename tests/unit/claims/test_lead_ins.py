import pytest

from streams.claims.components.text.lead_ins import LeadIns
from streams.claims.components.text.words import Words

_THE = r"\s+(?:the\s+)?"


@pytest.mark.parametrize(
    ("before", "leads"),
    [
        ("will go to ", True),
        ("will go to the ", True),
        ("IN FAVOUR OF ", True),
        ("will go to another ", False),
        ("will go to, ", False),
        ("into ", False),
        ("", False),
    ],
)
def test_finds_a_word_that_leads_to_a_place(before, leads):
    to = LeadIns({"to towards": _THE, "in": r"\s+favou?r\s+of" + _THE})
    words = Words(f"{before}Norway")

    assert to.lead(words.text, words.within(0, len(before)), len(before)) is leads


def test_tells_capitals_apart_where_it_does_not_fold_them():
    fund = LeadIns({"fund": _THE}, fold=False)

    for printed, leads in (("fund ", True), ("Fund ", False)):
        words = Words(f"{printed}Norway")
        assert fund.lead(words.text, words.within(0, len(printed)), len(printed)) is leads
