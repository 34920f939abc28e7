"""Dead letters: an input that a stage could not take, kept whole and sendable again.

A limit stops a stage that would otherwise drain a topic into its dead-letter topic
after a bad deploy.
"""

from collections import deque
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from models.identities import content_id
from models.messages import DeadLetter
from streams.runtime.errors import DeadLetterLimitError
from streams.runtime.records import Record, Rejected, now
from streams.topology import ARTICLE_BYTES_MAX

KEPT_OF_TOO_LONG: Final = 64 * 1024
# In base64 and with its headers a body of this length still fits MESSAGE_BYTES_MAX.
KEPT_WHOLE: Final = 2 * ARTICLE_BYTES_MAX - KEPT_OF_TOO_LONG


@dataclass(frozen=True, slots=True)
class Original:
    """What is kept of an input: all of it, or its start where it is too long."""

    body: bytes
    length: int
    sha256: str

    @classmethod
    def of(cls, data: bytes) -> "Original":
        """Keep ``data`` whole where it fits a dead letter."""
        kept = data if len(data) <= KEPT_WHOLE else data[:KEPT_OF_TOO_LONG]
        return cls(kept, len(data), sha256(data).hexdigest())


def dead_letter(stage: str, rejected: Rejected) -> DeadLetter:
    """Make the dead letter of a record that ``stage`` could not take."""
    record = rejected.record
    letter_id = content_id("dead", stage, record.topic, record.partition, record.offset)
    return _letter(
        letter_id,
        stage,
        record,
        Original.of(record.value or b""),
        rejected.error,
        attempts=rejected.attempts,
        path=None,
    )


def refusal(stage: str, topic: str, path: str, original: Original, error: Exception) -> DeadLetter:
    """Make the dead letter of an input that never became a record; ``path`` says where it is."""
    letter_id = content_id("dead", stage, topic, path, original.sha256)
    return _letter(
        letter_id, stage, Record(topic, -1, -1, None, None), original, error, attempts=1, path=path
    )


def _letter(  # noqa: PLR0913  (a dead letter has that many facts)
    letter_id: str,
    stage: str,
    record: Record,
    original: Original,
    error: Exception,
    *,
    attempts: int,
    path: str | None,
) -> DeadLetter:
    seen = now()
    return DeadLetter(
        id=letter_id,
        stage=stage,
        topic=record.topic,
        partition=record.partition,
        offset=record.offset,
        key=record.key,
        headers=record.headers,
        body=original.body,
        length=original.length,
        sha256=original.sha256,
        truncated=len(original.body) < original.length,
        error=type(error).__name__,
        reason=_one_line(str(error)),
        attempts=attempts,
        first_seen=seen,
        last_seen=seen,
        path=path,
    )


def _one_line(text: str) -> str:
    printable = "".join(c if c.isprintable() else " " for c in text[:2000])
    return " ".join(printable.split())[:500]


class DeadLetterLimit:
    """Counts dead letters in a sliding window of ``seconds`` and halts over ``most``."""

    def __init__(self, stage: str, most: int, seconds: float) -> None:
        self._stage, self._most, self._seconds = stage, most, seconds
        self._times: deque[float] = deque()

    def count(self, dead: int, clock: float) -> None:
        """Add ``dead`` letters at ``clock`` (monotonic seconds).

        Raises:
            DeadLetterLimitError: over the limit; names the setting that raises it.
        """
        self._times.extend([clock] * dead)
        while self._times and self._times[0] < clock - self._seconds:
            self._times.popleft()
        if len(self._times) > self._most:
            raise DeadLetterLimitError(
                f"{self._stage}: {len(self._times)} dead letters within {self._seconds:g} s, more than "
                f"{self._most}: halted before draining the topic (see `pledgewire dead list`; "
                "PLEDGEWIRE_DEAD_LETTERS_MAX raises the limit)"
            )
