"""DeadLetter: an input that a stage could not take, kept with its original bytes."""

from msgspec import Struct


class DeadLetter(Struct, frozen=True, kw_only=True):
    """Sent on ``<topic>.dead``. Its id is stage + topic + partition + offset.

    ``body`` holds the original bytes (base64 in JSON), of one over the size limit the
    first 64 KiB, with ``truncated`` set and ``length`` and ``sha256`` of the whole.
    ``path`` names the file that a feeder refused. ``first_seen`` and ``last_seen`` are
    RFC 3339 times.
    """

    id: str
    stage: str
    topic: str
    partition: int
    offset: int
    key: bytes | None
    headers: tuple[tuple[str, bytes], ...]
    body: bytes
    length: int
    sha256: str
    truncated: bool
    error: str
    reason: str
    attempts: int
    first_seen: str
    last_seen: str
    path: str | None = None
