"""Names that begin with a letter beyond ASCII are names."""

import re

import pytest

from models.messages import Article
from streams.claims.capitals import compile_names
from streams.claims.pipeline import Extractor
from tests.support.planted import RAISED, WAYS


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.from_seeds()


@pytest.mark.parametrize("letter", "AZÅÉÖØÞŁŠŻİẼ")
def test_every_latin_capital_begins_a_name(letter: str) -> None:
    assert compile_names("[A-Z]").fullmatch(letter)


@pytest.mark.parametrize("letter", "azåßéøłšż×Д")
def test_other_letters_begin_none(letter: str) -> None:
    assert not compile_names("[A-Z]").fullmatch(letter)


def test_flags_and_other_classes_stay_as_they_are() -> None:
    assert compile_names("[a-z]+ x", re.IGNORECASE).fullmatch("AB X")


@pytest.mark.parametrize("way", [*WAYS, *RAISED])
def test_givers_and_receivers_of_any_first_letter_are_read(extractor: Extractor, way: str) -> None:
    for giver, receiver in (("Åland Islands", "Malawi"), ("Malawi", "Åland Islands")):
        text = way.format(g=giver, r=receiver, m="35 million euros", d="Monday")
        claims = extractor.read(Article(text=text, published_at="2023-05-03").identified()).claims
        (pledge,) = [claim.pledge for claim in claims if claim.pledge]
        assert (pledge.pledger.name, pledge.beneficiary and pledge.beneficiary.name) == (giver, receiver)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya will receive 40 million euros from Norway, Øystein Moe said in Ålesund.",
        "Šibenik thanked Croatia, and Norway has pledged 40 million euros to Kenya.",
        "Kenya is to get 40 million euros from Norway under a plan of Åse Lund and Ömer Tan.",
    ],
)
def test_norways_pledge_is_read_beside_such_names(extractor: Extractor, text: str) -> None:
    claims = extractor.read(Article(text=text, published_at="2023-05-03").identified()).claims
    found = [(c.pledge.pledger.name, c.pledge.quantity.value) for c in claims if c.pledge]
    assert ("Norway", 40e6) in found


def test_a_letter_in_lower_case_names_nobody(extractor: Extractor) -> None:
    text = "Malawi is to receive 35 million euros from écoles and others."
    claims = extractor.read(Article(text=text, published_at="2023-05-03").identified()).claims
    assert not [claim for claim in claims if claim.pledge]
