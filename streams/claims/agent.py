"""The claims stage: ``articles.raw`` in, ``claims.extracted`` and ``articles.read`` out.

Order of effects for a batch: outputs confirmed, changelog confirmed, the table of stories
written, input acknowledged. A crash anywhere repeats work and loses none.
"""

import time
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from models.messages import Article
from streams.claims.pipeline import Extraction, Extractor
from streams.claims.stories import Story, Told, decode, encode, tell
from streams.runtime import metrics
from streams.runtime.producer import ConfirmedProducer
from streams.runtime.records import Outcome, Output, Record, Rejected, Taken
from streams.runtime.runner import Handler
from streams.runtime.table import Place, StateTable
from streams.topology import CLAIMS, READ


class ReadArticles(Handler[Article]):
    """Reads each article of a batch; one that breaks the reader is rejected alone."""

    def __init__(self, extractor: Extractor, table: StateTable, producer: ConfirmedProducer) -> None:
        self._extractor, self._table, self._producer = extractor, table, producer
        self._told: list[tuple[Place, bytes]] = []
        self._offsets: dict[int, int] = {}

    def prepare(self, batch: Sequence[Taken[Article]]) -> dict[Place, bytes | None]:
        """Read what is known of each story of the batch."""
        return {place: self._table.get(place) for place in map(_place, batch)}

    def handle(self, batch: Sequence[Taken[Article]], prepared: dict[Place, bytes | None]) -> Outcome:
        """Give each article's claims, what it takes back, and its receipt."""
        outputs: list[Output] = []
        rejected: list[Rejected] = []
        stories = {place: decode(data) if data else None for place, data in prepared.items()}
        claims = 0
        for taken in batch:
            place = _place(taken)
            try:
                extraction = self._read(taken.message)
                told = tell(stories[place], taken.message, extraction)
            except Exception as error:  # noqa: BLE001  (a fault in the reader must not take the batch along)
                rejected.append(Rejected(taken.record, error))
                continue
            stories[place] = told.story
            claims += len(extraction.receipt.claim_ids.all())
            outputs.extend(outputs_of(extraction, told, taken.record))
        self._told = list(_changed(prepared, stories))
        return Outcome(outputs, rejected, {"articles": len(batch), "claims": claims})

    def confirmed(self) -> None:
        """Confirm the changelog, once the outputs are."""
        self._offsets = self._table.send(self._told, self._producer)

    def finish(self, outcome: Outcome) -> None:  # noqa: ARG002
        """Write the table."""
        self._table.put(self._told, self._offsets)

    def _read(self, article: Article) -> Extraction:
        started = time.perf_counter()
        extraction = self._extractor.read(article)
        milliseconds = round((time.perf_counter() - started) * 1000, 2)
        ids = extraction.receipt.claim_ids
        for kind in ("pledge", "quote", "office"):
            metrics.CLAIMS.labels(kind).inc(len(getattr(ids, kind)))
        return replace(extraction, receipt=replace(extraction.receipt, milliseconds=milliseconds))


def outputs_of(extraction: Extraction, told: Told, cause: Record) -> Iterator[Output]:
    """Give what an article makes: its claims first, so that what replaces a claim precedes its end."""
    for claim in extraction.claims:
        yield Output(CLAIMS.name, claim.slot, claim, claim.claim_id, cause)
    for gone in told.retractions:
        yield Output(CLAIMS.name, gone.slot, gone, f"{gone.claim_id}.{gone.reason}", cause)
    if told.receipt:
        receipt = extraction.receipt
        yield Output(READ.name, receipt.story_id, receipt, receipt.article_id, cause)


def _place(taken: Taken[Article]) -> Place:
    return taken.record.partition, taken.message.story_id.encode()


def _changed(
    before: dict[Place, bytes | None], stories: dict[Place, Story | None]
) -> Iterator[tuple[Place, bytes]]:
    for place, story in stories.items():
        if story is not None and (data := encode(story)) != before[place]:
            yield place, data
