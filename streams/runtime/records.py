"""Records as stages see them: what came from a topic, and what goes out."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Generic, TypeVar

from streams.runtime.codec import Message

M = TypeVar("M", bound=Message)
Headers = tuple[tuple[str, bytes], ...]


def now() -> str:
    """Give the time as RFC 3339 in UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


@dataclass(frozen=True, slots=True)
class Record:
    """A Kafka record with the coordinates that make it unique."""

    topic: str
    partition: int
    offset: int
    key: bytes | None
    value: bytes | None
    headers: Headers = ()

    def header(self, name: str) -> bytes | None:
        """Give the value of the first header ``name``."""
        return next((value for key, value in self.headers if key == name), None)


@dataclass(frozen=True, slots=True)
class Taken(Generic[M]):
    """A record that decoded, beside its message."""

    record: Record
    message: M


@dataclass(frozen=True, slots=True)
class Output:
    """A message to send: ``id`` becomes its CloudEvents id, ``cause`` lends its traceparent."""

    topic: str
    key: str
    message: Message
    id: str
    cause: Record | None = None


@dataclass(frozen=True, slots=True)
class Rejected:
    """A record that a stage could not take, and why."""

    record: Record
    error: Exception
    attempts: int = 1


@dataclass(slots=True)
class Outcome:
    """What a handler made of a batch: exactly one outcome for each record of it.

    ``fields`` go into the batch's one log line.
    """

    outputs: Sequence[Output] = ()
    rejected: Sequence[Rejected] = ()
    fields: dict[str, object] = field(default_factory=dict)


__all__ = ["Headers", "M", "Outcome", "Output", "Record", "Rejected", "Taken", "now"]
