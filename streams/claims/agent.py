"""The claims stage: ``articles.raw`` in, ``claims.extracted`` and ``articles.read`` out."""

import time
from collections.abc import Sequence

from msgspec.structs import replace

from models.messages import Article
from streams.claims.pipeline import Extraction, Extractor
from streams.runtime import metrics
from streams.runtime.records import Outcome, Output, Rejected, Taken
from streams.runtime.runner import Handler
from streams.topology import CLAIMS, READ


class ReadArticles(Handler[Article]):
    """Reads each article of a batch; one that breaks the reader is rejected alone."""

    def __init__(self, extractor: Extractor) -> None:
        self._extractor = extractor

    def handle(self, batch: Sequence[Taken[Article]], prepared: None) -> Outcome:  # noqa: ARG002
        """Give each article's claims and its receipt."""
        outputs: list[Output] = []
        rejected: list[Rejected] = []
        claims = 0
        for taken in batch:
            try:
                extraction = self._read(taken.message)
            except Exception as error:  # noqa: BLE001  (a fault in the reader must not take the batch along)
                rejected.append(Rejected(taken.record, error))
                continue
            claims += len(extraction.receipt.claim_ids.all())
            outputs.extend(
                Output(CLAIMS.name, claim.slot, claim, claim.claim_id, taken.record)
                for claim in extraction.claims
            )
            receipt = extraction.receipt
            outputs.append(Output(READ.name, receipt.story_id, receipt, receipt.article_id, taken.record))
        return Outcome(outputs, rejected, {"articles": len(batch), "claims": claims})

    def _read(self, article: Article) -> Extraction:
        started = time.perf_counter()
        extraction = self._extractor.read(article)
        milliseconds = round((time.perf_counter() - started) * 1000, 2)
        ids = extraction.receipt.claim_ids
        for kind in ("pledge", "quote", "office"):
            metrics.CLAIMS.labels(kind).inc(len(getattr(ids, kind)))
        return replace(extraction, receipt=replace(extraction.receipt, milliseconds=milliseconds))
