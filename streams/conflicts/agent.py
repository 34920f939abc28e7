"""The conflicts stage: ``claims.extracted`` in; conflicts, entries and readings out.

The work of a batch is grouped by slot; each slot is folded once. Order of effects: outputs
confirmed, changelog confirmed, table written, input acknowledged. A crash anywhere repeats
work and loses none.
"""

from collections import defaultdict
from collections.abc import Sequence

from models.messages import Claim, Retraction
from streams.conflicts.reading import Outcome as Folded
from streams.conflicts.reading import Reconciler, encode
from streams.conflicts.remembered import Remembered
from streams.runtime.producer import ConfirmedProducer
from streams.runtime.records import Outcome, Output, Record, Rejected, Taken, now
from streams.runtime.runner import Handler
from streams.runtime.table import Place, StateTable
from streams.topology import CURRENT, DETECTED, ENTRIES

Statement = Claim | Retraction


class ReconcileClaims(Handler[Statement]):
    """Folds a batch of claims and retractions into their slots."""

    def __init__(self, reconciler: Reconciler, table: StateTable, producer: ConfirmedProducer) -> None:
        self._reconciler, self._table, self._producer = reconciler, table, producer
        self._folded: list[tuple[Place, bytes]] = []
        self._offsets: dict[int, int] = {}
        self._remembered = Remembered()

    def prepare(
        self, batch: Sequence[Taken[Statement]]
    ) -> list[tuple[Place, bytes | None, list[Taken[Statement]]]]:
        """Group the batch by slot and read the state of each slot whose claims can disagree."""
        slots: dict[Place, list[Taken[Statement]]] = defaultdict(list)
        for taken in batch:
            slots[taken.record.partition, taken.message.slot.encode()].append(taken)
        return [
            (place, self._table.get(place), members)
            for place, members in slots.items()
            if self._reconciler.compares(members[0].message.slot)
        ]

    def handle(
        self,
        batch: Sequence[Taken[Statement]],
        prepared: Sequence[tuple[Place, bytes | None, list[Taken[Statement]]]],
    ) -> Outcome:
        """Fold each slot; one that breaks the fold is rejected alone."""
        outputs: list[Output] = []
        rejected: list[Rejected] = []
        self._folded = []
        for place, before, members in prepared:
            try:
                folded = self._fold(place, before, members)
            except Exception as error:  # noqa: BLE001  (a fault in one slot must not stop the others)
                rejected.extend(Rejected(taken.record, error) for taken in members)
                continue
            self._folded.append((place, written := encode(folded.state)))
            self._remembered.keep(place, written, folded.state)
            outputs.extend(outputs_of(folded, members[-1].record))
        return Outcome(outputs, rejected, {"claims": len(batch), "slots": len(prepared)})

    def confirmed(self) -> None:
        """Confirm the changelog, once the outputs are."""
        self._offsets = self._table.send(self._folded, self._producer)

    def finish(self, outcome: Outcome) -> None:  # noqa: ARG002
        """Write the table."""
        self._table.put(self._folded, self._offsets)

    def _fold(self, place: Place, before: bytes | None, members: Sequence[Taken[Statement]]) -> Folded:
        items = [(taken.record.offset, taken.message) for taken in members]
        return self._reconciler.fold(
            members[0].message.slot, self._remembered.state(place, before) if before else None, items, now()
        )


def outputs_of(folded: Folded, cause: Record) -> list[Output]:
    """Give the messages that a fold makes, all keyed by the slot."""
    outputs = [
        Output(DETECTED.name, conflict.slot, conflict, f"{conflict.conflict_id}.{conflict.revision}", cause)
        for conflict in folded.conflicts
    ]
    outputs += [Output(ENTRIES.name, entry.slot, entry, entry.entry_id, cause) for entry in folded.entries]
    if (reading := folded.reading) is not None:
        outputs.append(
            Output(CURRENT.name, reading.slot, reading, f"{reading.slot}.{reading.revision}", cause)
        )
    return outputs
