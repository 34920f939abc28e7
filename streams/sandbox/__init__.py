"""An embedded Kafka broker and Postgres server for a laptop and for tests, stopped with their owner."""

from streams.sandbox.errors import SandboxError
from streams.sandbox.pair import Sandbox, Services, running

__all__ = ["Sandbox", "SandboxError", "Services", "running"]
