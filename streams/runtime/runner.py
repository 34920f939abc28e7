"""The stage runner: a batch of records in, exactly one outcome for each, confirmed.

    decode ─► prepare (loop) ─► handle (thread) ─► outputs and dead letters confirmed (thread)
           ─► confirmed (thread) ─► finish (loop)

Nothing leaves ``run`` but a cancellation: a Faust agent that raises acks its message and
drops it. A fault is tried again with back-off; when that does not help, or when dead letters
pile up, the process exits with the batch unacknowledged, so that its next start takes it again.
"""

import asyncio
import os
import time
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final, Generic, NoReturn

import structlog
from tenacity import (
    AsyncRetrying,
    RetryCallState,
    RetryError,
    retry_if_not_exception_type,
    stop_after_attempt,
)
from tenacity.wait import wait_exponential_jitter

from streams.runtime import metrics
from streams.runtime.codec import decode
from streams.runtime.dead_letters import DeadLetterLimit, dead_letter
from streams.runtime.errors import BadRecord, DeadLetterLimitError
from streams.runtime.health import Health
from streams.runtime.producer import ConfirmedProducer
from streams.runtime.records import M, Outcome, Output, Record, Rejected, Taken
from streams.settings import Settings
from streams.topology import DEAD_TOPICS, Stage

EXIT_TRY_AGAIN: Final = 75  # EX_TEMPFAIL: a supervisor starts the worker again
EXIT_HALTED: Final = 78  # EX_CONFIG: someone must look first

_DEAD: Final = {topic.name for topic in DEAD_TOPICS}

log = structlog.get_logger()


class Handler(ABC, Generic[M]):
    """What a stage does with a batch of decoded records; ``handle`` is all that most need.

    ``prepare`` runs on the event loop, ``handle`` in a thread (it may compute and block);
    when every output of the batch is confirmed, ``confirmed`` runs in the thread and ``finish``
    on the loop again.
    """

    def prepare(self, batch: Sequence[Taken[M]]) -> Any:  # noqa: ANN401, ARG002
        """Read what only the loop may read; its result is passed on to ``handle``."""
        return None

    @abstractmethod
    def handle(self, batch: Sequence[Taken[M]], prepared: Any) -> Outcome:  # noqa: ANN401
        """Turn the batch into outputs and rejected records."""

    def confirmed(self) -> None:
        """Do what blocks and must follow the outputs."""

    def finish(self, outcome: Outcome) -> None:
        """Write state that must not run ahead of the outputs."""


class StageRunner(Generic[M]):
    """Runs batches of one stage, one at a time."""

    def __init__(
        self,
        stage: Stage,
        handler: Handler[M],
        producer: ConfirmedProducer,
        settings: Settings,
        health: Health,
    ) -> None:
        self.stage, self._handler, self._producer, self._health = stage, handler, producer, health
        self._attempts = settings.attempts_max
        self._limit = DeadLetterLimit(stage.name, settings.dead_letters_max, settings.dead_letters_seconds)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix=stage.name)

    async def run(self, records: Sequence[Record]) -> None:
        """Take one batch to its end; returns when all of its effects are confirmed."""
        started = self._health.batch_since = time.monotonic()
        try:
            outcome = await self._try(records)
        except asyncio.CancelledError:
            raise
        except DeadLetterLimitError as error:
            self._leave(EXIT_HALTED, str(error), records)
        except RetryError as error:
            self._leave(
                EXIT_TRY_AGAIN,
                f"gave up after {self._attempts} tries: {error.last_attempt.exception()!r}",
                records,
            )
        self._health.batch_since, self._health.fault = None, None
        self._account(records, outcome, time.monotonic() - started)

    async def _try(self, records: Sequence[Record]) -> Outcome:
        retrying = AsyncRetrying(
            stop=stop_after_attempt(self._attempts),
            wait=wait_exponential_jitter(initial=0.2, max=10),
            retry=retry_if_not_exception_type((asyncio.CancelledError, DeadLetterLimitError)),
            before_sleep=self._note_retry,
        )
        async for attempt in retrying:
            with attempt:
                return await self._attempt(records)
        raise AssertionError("unreachable: tenacity returns or raises")

    async def _attempt(self, records: Sequence[Record]) -> Outcome:
        taken, undecodable = decoded(self.stage.name, records)
        prepared = self._handler.prepare(taken)
        work: Callable[[], Outcome] = lambda: self._work(taken, prepared, undecodable)  # noqa: E731
        outcome = await asyncio.get_running_loop().run_in_executor(self._thread, work)
        self._handler.finish(outcome)
        return outcome

    def _work(self, taken: Sequence[Taken[M]], prepared: object, undecodable: list[Rejected]) -> Outcome:
        outcome = self._handler.handle(taken, prepared)
        outcome.rejected = [*undecodable, *outcome.rejected]
        self._limit.count(len(outcome.rejected), time.monotonic())
        self._producer.send([*outcome.outputs, *(self._dead(rejected) for rejected in outcome.rejected)])
        self._handler.confirmed()
        return outcome

    def _dead(self, rejected: Rejected) -> Output:
        letter = dead_letter(self.stage.name, rejected)
        key = (rejected.record.key or b"").decode("utf-8", "replace")
        return Output(f"{letter.topic}.dead", key, letter, letter.id, rejected.record)

    def _note_retry(self, state: RetryCallState) -> None:
        error = state.outcome.exception() if state.outcome else None
        self._health.fault = f"a batch failed {state.attempt_number} times: {error!r}"
        metrics.RETRIES.labels(self.stage.name, type(error).__name__).inc()
        log.warning(
            "batch failed, trying again",
            stage=self.stage.name,
            attempt=state.attempt_number,
            error=repr(error),
        )

    def _account(self, records: Sequence[Record], outcome: Outcome, seconds: float) -> None:
        name, dead = self.stage.name, len(outcome.rejected)
        metrics.RECORDS.labels(name, "done").inc(len(records) - dead)
        metrics.RECORDS.labels(name, "dead").inc(dead)
        metrics.BATCH_SECONDS.labels(name).observe(seconds)
        metrics.BATCH_RECORDS.labels(name).observe(len(records))
        for topic, sent in Counter(output.topic for output in outcome.outputs).items():
            metrics.OUTPUTS.labels(name, topic).inc(sent)
        last = {(record.topic, record.partition): record.offset for record in records}
        for (topic, partition), offset in last.items():
            metrics.LAST_OFFSET.labels(name, topic, partition).set(offset)
        for rejected in outcome.rejected:
            place = rejected.record
            log.warning(
                "dead letter", stage=name, topic=place.topic, partition=place.partition, offset=place.offset,
                error=type(rejected.error).__name__, reason=str(rejected.error)[:300],
            )  # fmt: skip
        log.info(
            "batch", stage=name, records=len(records), dead=dead, outputs=len(outcome.outputs),
            ms=round(seconds * 1000, 1), **outcome.fields,
        )  # fmt: skip

    def _leave(self, status: int, why: str, records: Sequence[Record]) -> NoReturn:
        first = records[0]
        log.critical(
            "stage leaves, its batch is not acknowledged", stage=self.stage.name, why=why,
            topic=first.topic, partition=first.partition, offset=first.offset, records=len(records),
        )  # fmt: skip
        os._exit(status)  # an orderly exit would commit the batch


def decoded(stage: str, records: Sequence[Record]) -> tuple[list[Taken[Any]], list[Rejected]]:
    """Split records into those that decode and those that never will.

    Rubbish on a dead-letter topic has no dead-letter topic of its own: it is taken as the
    dead letter that it should have been.
    """
    taken: list[Taken[Any]] = []
    rejected: list[Rejected] = []
    for record in records:
        try:
            taken.append(Taken(record, decode(record.topic, record.value)))
        except BadRecord as error:
            refused = Rejected(record, error)
            if record.topic in _DEAD:
                taken.append(Taken(record, dead_letter(stage, refused)))
            else:
                rejected.append(refused)
    return taken, rejected
