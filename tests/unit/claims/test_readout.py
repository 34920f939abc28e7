"""The readout: slots, ids and evidence of claims."""

import pytest

from models.messages import Article, Claim
from streams.claims.pipeline import Extractor
from streams.claims.readout import EVIDENCE_MAX

QUOTE = "“We will stand by our friends in Kenya for as long as it takes,” Norway's Jonas Gahr Støre said."


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.from_seeds()


def claims(extractor: Extractor, text: str, kind: str, article: str = "a") -> list[Claim]:
    return [c for c in extractor.read(Article(id=article, text=text)).claims if c.kind == kind]


def test_a_pledge_stands_in_the_slot_of_its_parties(extractor):
    (claim,) = claims(extractor, "Norway pledged $40 million to Kenya.", "pledge")
    assert claim.slot == "pledge:norway:kenya"


def test_a_pledge_without_beneficiary_has_a_dash_for_it(extractor):
    (claim,) = claims(extractor, "Spain agreed to spend 2 percent of its GDP on defence.", "pledge")
    assert claim.slot == "pledge:spain:-"


def test_a_quote_is_sent_for_its_speaker_and_its_wording_under_one_id(extractor):
    sent = claims(extractor, QUOTE, "quote")
    assert len({claim.claim_id for claim in sent}) == 1
    assert {claim.slot.partition(":")[0] for claim in sent} == {"quote", "wording"}


def test_the_same_words_meet_in_one_slot_whatever_their_marks_and_case(extractor):
    one = claims(extractor, QUOTE, "quote")
    two = claims(extractor, QUOTE.replace("“", '"').replace("”", '"').replace("Kenya", "KENYA"), "quote")
    wording = {c.slot for c in one if c.slot.startswith("wording:")}
    assert wording == {c.slot for c in two if c.slot.startswith("wording:")}


def test_another_article_gives_another_id_in_the_same_slot(extractor):
    text = "Norway pledged $40 million to Kenya."
    (one,), (two,) = claims(extractor, text, "pledge", "a"), claims(extractor, text, "pledge", "b")
    assert one.slot == two.slot
    assert one.claim_id != two.claim_id


def test_two_pledges_of_one_sentence_have_two_ids(extractor):
    sent = claims(extractor, "Norway pledged $40 million and Sweden $40 million to Kenya.", "pledge")
    assert len(sent) == len({claim.claim_id for claim in sent}) == 2


def test_an_office_stands_in_the_slot_of_its_post(extractor):
    sent = claims(
        extractor, "Danish Prime Minister Mette Frederiksen said on Monday that it was raining.", "office"
    )
    assert "office:denmark:prime-minister" in {claim.slot for claim in sent}


def test_evidence_of_an_endless_sentence_is_cut_around_the_figure(extractor):
    text = (
        "Although "
        + "it rained and rained, " * 100
        + "Norway pledged $40 million to Kenya"
        + " and so on" * 100
    )
    (claim,) = claims(extractor, text, "pledge")
    assert len(claim.evidence) <= EVIDENCE_MAX
    assert "$40 million" in claim.evidence


def test_the_voice_of_an_unlisted_person_is_one_however_it_is_spelt(extractor):
    said = "“We will mend the old bridge before the winter,” {} said in Riga."
    names = ("Minister Juhani Rautavaara", "Minister Juhani Rautavara", "Minister Rautavaara")
    slots = [{c.slot for c in claims(extractor, said.format(n), "quote")} for n in names]
    assert "quote:~rtvr" in slots[0] & slots[1] & slots[2]
    (known,) = {c.slot for c in claims(extractor, QUOTE, "quote") if c.slot.startswith("quote:")}
    assert "~" not in known


def test_one_post_in_three_printings_is_one_slot(extractor):
    printed = ("Latvian Foreign Minister Inga Ozola", "Inga Ozola, Latvia's minister of foreign affairs,")
    told = "{} said on Monday that it was raining."
    slots = [{c.slot for c in claims(extractor, told.format(who), "office")} for who in printed]
    assert slots == [{"office:latvia:foreign-minister", "holder:inga-ozola:latvia"}] * 2


def test_a_minister_who_announces_a_countrys_pledge_is_that_countrys(extractor):
    text = "Albania has pledged two million euros to Moldova, Health Minister Evis Marku said on Wednesday."
    assert "office:albania:health-minister" in {c.slot for c in claims(extractor, text, "office")}


def test_a_high_post_of_a_state_is_sent_for_its_holder_too(extractor):
    sent = claims(extractor, "Danish Foreign Minister Asta Ringsted-Moe spoke on Monday.", "office")
    slots = {"office:denmark:foreign-minister", "holder:asta-ringsted-moe:denmark"}
    assert {claim.slot for claim in sent} == slots
    assert len({claim.claim_id for claim in sent}) == 1


def test_a_post_below_is_sent_for_itself_alone(extractor):
    sent = claims(extractor, "Danish Deputy Foreign Minister Asta Ringsted-Moe spoke on Monday.", "office")
    assert {claim.slot for claim in sent} == {"office:denmark:deputy-foreign-minister"}
