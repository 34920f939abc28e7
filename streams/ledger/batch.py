"""A batch of messages to the rows that it leaves in each table, one a key.

Pure. Of a claim, receipt, article or dead letter the last of the batch counts, of an entry
or a retraction the first, of a slot's reading and a conflict the highest revision. A claim
ends a retraction that a newer reading of its article made before.
"""

from collections.abc import Iterable
from typing import Any, Final, TypeVar

from sqlalchemy import Table

from models import tables
from models.messages import (
    Article,
    Claim,
    Conflict,
    DeadLetter,
    Entry,
    Reading,
    Receipt,
    Retraction,
)
from models.messages.article import RANKED
from streams.ledger import rows
from streams.ledger.rows import Row
from streams.runtime.codec import Message

Revised = TypeVar("Revised", Reading, Conflict)

REVERSIBLE: Final = "re_extracted"  # a claim that is read again stands again
_TABLES: Final = tables.metadata.tables
_REASON: Final = [column.name for column in tables.retractions.columns].index("reason")


class Batch:
    """The rows of a batch of messages, by table and key."""

    def __init__(self, messages: Iterable[Message]) -> None:
        """Sort the messages into rows.

        Raises:
            ValueError: a message that makes no row; names it.
        """
        self._rows: dict[str, dict[Any, Row]] = {name: {} for name in _TABLES}
        self._readings: dict[str, Reading] = {}
        self._conflicts: dict[str, Conflict] = {}
        self._left: set[tuple[str, str]] = set()
        self._read: set[str] = set()
        for message in messages:
            self._add(message)
        self._expand()

    def rows(self, table: Table) -> list[Row]:
        """Give the rows of ``table`` in the order of their keys."""
        found = self._rows[table.name]
        return [found[key] for key in sorted(found)]

    @property
    def left(self) -> list[Row]:
        """Give the claims and the slots that they left, in order."""
        return sorted(self._left)

    @property
    def read(self) -> list[Row]:
        """Give the claims of the batch: no retraction for not being read outlives them."""
        return sorted((claim_id,) for claim_id in self._read)

    def _add(self, message: Message) -> None:
        match message:
            case Claim():
                self._add_claim(message)
            case Entry():
                self._rows["entries"].setdefault(message.entry_id, rows.entry_row(message))
            case Reading():
                _keep_newest(self._readings, message.slot, message)
            case Conflict():
                _keep_newest(self._conflicts, message.conflict_id, message)
            case Article():
                self._add_article(message)
            case Receipt():
                self._rows["receipts"][message.article_id] = rows.receipt_row(message)
            case Retraction():
                self._add_retraction(message)
            case DeadLetter():
                self._rows["dead_letters"][message.id] = rows.dead_letter_row(message)

    def _add_claim(self, claim: Claim) -> None:
        pair = claim.claim_id, claim.slot
        self._rows["claims"][claim.claim_id] = rows.claim_row(claim)
        self._rows["claim_slots"][pair] = pair
        self._left.discard(pair)
        self._read.add(claim.claim_id)
        if self._reason(claim.claim_id) == REVERSIBLE:
            del self._rows["retractions"][claim.claim_id]

    def _add_retraction(self, retraction: Retraction) -> None:
        claim_id, slot = retraction.claim_id, retraction.slot
        if retraction.moved:
            self._rows["claim_slots"].pop((claim_id, slot), None)
            self._left.add((claim_id, slot))
            return
        if self._reason(claim_id) in (None, REVERSIBLE):
            self._rows["retractions"][claim_id] = rows.retraction_row(retraction)

    def _reason(self, claim_id: str) -> object:
        row = self._rows["retractions"].get(claim_id)
        return row[_REASON] if row else None

    def _add_article(self, article: Article) -> None:
        known = self._rows["articles"].get(article.id)
        if known is None or RANKED.index(known[-1]) <= RANKED.index(article.status):
            self._rows["articles"][article.id] = rows.article_row(article)
        if publisher := rows.publisher_id(article.publisher):
            self._rows["publishers"].setdefault(publisher, (publisher, article.publisher))

    def _expand(self) -> None:
        for reading in self._readings.values():
            self._rows["slots"][reading.slot] = rows.slot_row(reading)
            for pledge in reading.pledges:
                self._rows["pledges"][pledge.pledge_id] = rows.pledge_row(reading.slot, pledge)
        for conflict in self._conflicts.values():
            self._rows["conflicts"][conflict.conflict_id] = rows.conflict_row(conflict)
            for row in rows.side_rows(conflict):
                self._rows["conflict_sides"][row[:2]] = row


def _keep_newest(found: dict[str, Revised], key: str, message: Revised) -> None:
    if key not in found or found[key].revision <= message.revision:
        found[key] = message
