"""Dead letters: an input that a stage could not take, kept whole and sendable again.

A limit stops a stage that would otherwise drain a topic into its dead-letter topic
after a bad deploy.
"""

from collections import deque
from hashlib import sha256
from typing import Final

from models.identities import content_id
from models.messages import DeadLetter
from streams.runtime.errors import DeadLetterLimitError
from streams.runtime.records import Rejected, now
from streams.topology import ARTICLE_BYTES_MAX

KEPT_OF_TOO_LONG: Final = 64 * 1024
_KEPT_WHOLE: Final = 2 * ARTICLE_BYTES_MAX - KEPT_OF_TOO_LONG  # base64 and headers fit MESSAGE_BYTES_MAX


def dead_letter(stage: str, rejected: Rejected, path: str | None = None) -> DeadLetter:
    """Make the dead letter of a rejected record; ``path`` names the file it was read from."""
    record, seen = rejected.record, now()
    body = record.value or b""
    digest = sha256(body).hexdigest()
    truncated = len(body) > (ARTICLE_BYTES_MAX if path else _KEPT_WHOLE)
    place = (record.topic, record.partition, record.offset, digest if record.offset < 0 else None, path)
    return DeadLetter(
        id=content_id("dead", stage, *place),
        stage=stage,
        topic=record.topic,
        partition=record.partition,
        offset=record.offset,
        key=record.key,
        headers=record.headers,
        body=body[:KEPT_OF_TOO_LONG] if truncated else body,
        length=len(body),
        sha256=digest,
        truncated=truncated,
        error=type(rejected.error).__name__,
        reason=" ".join(str(rejected.error).split())[:500],
        attempts=rejected.attempts,
        first_seen=seen,
        last_seen=seen,
        path=path,
    )


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
