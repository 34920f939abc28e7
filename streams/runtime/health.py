"""``/metrics`` and ``/healthz`` of a worker, answered from a thread of their own.

``/healthz`` means it: 200 only while the event loop turns, Kafka has given the worker its
partitions and no batch has been in work for too long. A stuck loop cannot answer for itself,
hence the thread.
"""

import asyncio
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Final

import msgspec
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from streams.runtime import metrics

TICK_SECONDS: Final = 1.0
LOOP_STUCK_SECONDS: Final = 10.0
BATCH_STUCK_SECONDS: Final = 120.0


@dataclass
class Health:
    """What a worker notes of itself; read by the web thread."""

    stage: str
    joined: bool = False  # Kafka has assigned partitions (or said that there are none left)
    ticked: float = field(default_factory=time.monotonic)
    batch_since: float | None = None
    fault: str | None = None

    async def tick(self) -> None:
        """Note every second that the loop turns; runs until cancelled."""
        while True:
            await asyncio.sleep(TICK_SECONDS)
            late = time.monotonic() - self.ticked - TICK_SECONDS
            metrics.LOOP_LAG_SECONDS.labels(self.stage).set(max(0.0, late))
            self.ticked = time.monotonic()

    def problems(self) -> list[str]:
        """List what is wrong, in words; an empty list is healthy."""
        clock, found = time.monotonic(), []
        if not self.joined:
            found.append("not yet a member of its consumer group")
        if (stuck := clock - self.ticked) > LOOP_STUCK_SECONDS:
            found.append(f"the event loop has not turned for {stuck:.0f} s")
        if self.batch_since is not None and (stuck := clock - self.batch_since) > BATCH_STUCK_SECONDS:
            found.append(f"one batch has been in work for {stuck:.0f} s")
        if self.fault:
            found.append(self.fault)
        return found


def serve_health(health: Health, host: str, port: int) -> int:
    """Serve in a daemon thread; gives the port that was taken (``port`` 0 takes a free one)."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path == "/metrics":
                self._answer(200, CONTENT_TYPE_LATEST, generate_latest())
            elif self.path == "/healthz":
                problems = health.problems()
                body = msgspec.json.encode(
                    {"stage": health.stage, "healthy": not problems, "problems": problems}
                )
                self._answer(503 if problems else 200, "application/json", body)
            else:
                self._answer(404, "text/plain", b"only /metrics and /healthz are here\n")

        def _answer(self, status: int, kind: str, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Leave probes out of the log."""

    server = ThreadingHTTPServer((host, port), Handler)
    threading.Thread(target=server.serve_forever, name="health", daemon=True).start()
    return int(server.server_address[1])
