import json
from pathlib import Path

import pytest

from streams.runtime.pages import MESSAGES, pages, schema

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("name", list(pages()))
def test_committed_page_is_what_the_code_makes(name: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == pages()[name], "run `pledgewire pages docs`"


# The names other programs read. A field may be added; none of these may go.
CONTRACT = {
    "Article": "id story_id guid version url publisher wire_credit title text language published_at received_at status",
    "Receipt": "article_id story_id claim_ids fingerprint extractor milliseconds",
    "Claim": "type claim_id kind slot article span evidence speaker attribution extractor pledge quote office",
    "Retraction": "type claim_id slot article_id reason",
    "Conflict": "type conflict_id state revision kind slot severity sides summary diff",
    "Entry": "type entry_id pledge_id slot operation claim_id pledge stated_at recorded_at independent_origins articles",
    "Reading": "type slot revision pledges open_conflicts dropped kept",
    "Quantity": "kind value low high qualifier currency unit text span in_eur rate rate_date rate_source",
    "Period": "start end deadline recurrence precision text",
    "Speaker": "id name role org as_printed",
    "Quote": "text span form cue",
    "Office": "person post org tenure as_of",
    "Pledge": "pledger beneficiary purpose instrument quantity period announced_on polarity stage operation",
}


@pytest.mark.parametrize("name", list(CONTRACT))
def test_no_field_of_the_contract_is_gone(name: str) -> None:
    definitions = {}
    for message in MESSAGES:
        definitions |= json.loads(schema(message))["$defs"]
    assert set(CONTRACT[name].split()) <= set(definitions[name]["properties"])
