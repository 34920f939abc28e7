"""What a giver has not decided, or a report that is called wrong, is denied."""

import pytest

from models.messages import Article
from streams.claims.pipeline import Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.from_seeds()


def polarities(extractor: Extractor, text: str) -> set[str]:
    return {
        c.pledge.polarity for c in extractor.read(Article(id="a", text=text)).claims if c.kind == "pledge"
    }


@pytest.mark.parametrize(
    "text",
    [
        "Norway has not decided to give Laos 40 million kroner.",
        "Spain has made no decision to send 12 helicopters to Kenya.",
        "The Polish government has not agreed to send 800 soldiers to Mali, its spokesman said.",
        "Reports that Norway would give Laos $40 million are false, the ministry said.",
        "Claims in the press that Canada has decided to send 30 trucks to Peru are entirely untrue.",
        "Rumours that Japan will give Fiji 2 billion yen were wrong, a diplomat said.",
    ],
)
def test_what_is_not_decided_or_called_wrong_is_denied(extractor, text):
    assert polarities(extractor, text) == {"denied"}


@pytest.mark.parametrize(
    "text",
    [
        "Norway has decided to give Laos 40 million kroner.",
        "Reports that Norway would give Laos $40 million are true, the ministry said.",
        "Norway will give Laos $40 million, and reports of a delay are false.",
    ],
)
def test_what_is_decided_or_called_true_is_not(extractor, text):
    assert polarities(extractor, text) == {"affirmed"}
