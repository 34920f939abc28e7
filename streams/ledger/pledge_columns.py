"""How a slot's pledges are stored: a pledge travels as its state, Postgres makes the columns of it.

Every reading brings all pledges of its slot again. Most are as they were: their hash tells,
before their state is even parsed.
"""

from typing import Final

from sqlalchemy import Column, Text

from models.tables import pledges, slots
from streams.ledger.merging import Merge
from streams.ledger.replacing import Replacement

_STATE: Final = "given.parsed"

# The SQL of each column of `pledges`, in the table's order.
_COLUMNS: Final = {
    "pledge_id": "given.pledge_id",
    "slot": "given.slot",
    "pledger_id": f"{_STATE} -> 'pledger' ->> 'id'",
    "pledger_name": f"{_STATE} -> 'pledger' ->> 'name'",
    "beneficiary_id": f"{_STATE} -> 'beneficiary' ->> 'id'",
    "beneficiary_name": f"{_STATE} -> 'beneficiary' ->> 'name'",
    "purpose": f"{_STATE} ->> 'purpose'",
    "quantity_kind": f"{_STATE} -> 'quantity' ->> 'kind'",
    "value": f"({_STATE} -> 'quantity' ->> 'value')::double precision",
    "currency": f"{_STATE} -> 'quantity' ->> 'currency'",
    "in_eur": f"({_STATE} -> 'quantity' ->> 'in_eur')::double precision",
    "stage": f"{_STATE} ->> 'stage'",
    "polarity": f"{_STATE} ->> 'polarity'",
    "withdrawn": f"({_STATE} ->> 'withdrawn')::boolean",
    "fulfilment": f"coalesce({_STATE} ->> 'fulfilment', 'open')",
    "part_of": f"{_STATE} ->> 'part_of'",
    "announced_on": f"{_STATE} ->> 'announced_on'",
    "speakers": f"ARRAY(SELECT jsonb_array_elements_text({_STATE} -> 'speakers'))",
    "claim_ids": f"ARRAY(SELECT jsonb_array_elements_text({_STATE} -> 'claim_ids'))",
    "independent_origins": f"({_STATE} ->> 'independent_origins')::integer",
    "articles": f"({_STATE} ->> 'articles')::integer",
    "content": "given.content",
    "state": _STATE,
}

PLEDGES_OF_SLOTS: Final = Replacement(
    slots,
    Merge(pledges, unremarkable=frozenset(_COLUMNS) - {"content"}),
    "pledge_id",
    travels=tuple(Column(name, Text) for name in ("pledge_id", "slot", "content", "state")),
    prepared="given.*, given.state::jsonb AS parsed",
    select=", ".join(_COLUMNS[column.name] for column in pledges.columns),
    changed="there.content IS DISTINCT FROM given.content",
)
