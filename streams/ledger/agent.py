"""The ledger stage: every topic in, Postgres out.

A batch is one transaction, committed before the input is acknowledged. A record that Postgres
refuses is found by halving the batch, and becomes a dead letter; a database that is away is
waited for. Dead letters are stored too; rubbish on a dead-letter topic goes straight to the
table, since it has no dead-letter topic of its own.
"""

from collections.abc import Sequence

from streams.ledger.writer import LedgerWriter, UnstorableError
from streams.runtime.codec import Message
from streams.runtime.records import Outcome, Rejected, Taken
from streams.runtime.runner import Handler


class StoreRecords(Handler[Message]):
    """Writes batches of any message to the ledger."""

    def __init__(self, writer: LedgerWriter) -> None:
        self._writer = writer

    def handle(self, batch: Sequence[Taken[Message]], prepared: None) -> Outcome:  # noqa: ARG002
        """Commit the batch, or all of it but what Postgres refuses."""
        rejected = self._store(batch)
        return Outcome((), rejected, {"stored": len(batch) - len(rejected)})

    def _store(self, batch: Sequence[Taken[Message]]) -> list[Rejected]:
        if not batch:
            return []
        try:
            self._writer.write(batch)
        except UnstorableError as error:
            if len(batch) == 1:
                return [Rejected(batch[0].record, error)]
            half = len(batch) // 2
            return self._store(batch[:half]) + self._store(batch[half:])
        return []
