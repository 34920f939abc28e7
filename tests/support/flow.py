"""The whole pipeline as real worker processes on the test's Kafka and database."""

import os
import signal
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from models.messages import Article
from streams.ledger.audit import audit
from streams.ledger.database import make_engine
from streams.ledger.migrate import upgrade
from streams.runtime.connection import producer_config
from streams.runtime.producer import ConfirmedProducer
from streams.runtime.records import Output
from streams.runtime.supervisor import Supervisor, worker_commands, worker_environment
from streams.runtime.topics import describe
from streams.settings import Settings
from streams.topology import RAW
from tests.support.services import empty_kafka

PATIENCE_SECONDS = 240


class Flow:
    """What a test does with a running pipeline."""

    def __init__(self, settings: Settings, supervisor: Supervisor) -> None:
        self.settings, self.supervisor = settings, supervisor
        self.engine = make_engine(str(settings.database_url))
        self.producer = ConfirmedProducer(producer_config(settings), "test")

    def send(self, articles: Iterable[Article]) -> None:
        self.producer.send(Output(RAW.name, a.story_id, a, a.id) for a in articles)

    def send_bytes(self, values: Sequence[bytes | None]) -> None:
        for value in values:
            self.producer.add(RAW.name, b"rubbish", value)
        self.producer.confirm()

    def kill(self, name: str) -> int:
        """Kill one worker as the kernel would when memory runs out; the supervisor starts another."""
        (child,) = [child for child in self.supervisor.children if child.name == name]
        assert child.process is not None
        os.kill(child.process.pid, signal.SIGKILL)
        child.process.wait()
        return child.starts

    def read_by(self, stage: str, topic: str) -> int:
        """Give how many records of a topic a stage has finished."""
        (state,) = [t for t in describe(self.settings) if t.name == topic]
        return state.records - state.lags[stage]

    def wait(self) -> None:
        """Wait until no stage lags behind."""
        until = time.monotonic() + PATIENCE_SECONDS
        while any(lag for topic in describe(self.settings) for lag in topic.lags.values()):
            down = self.supervisor.check()
            assert not down, f"{down[0].name} halted:\n{down[0].log.read_text()[-3000:]}"
            assert time.monotonic() < until, f"{self.lags()}\n{self.logs()}"
            time.sleep(0.2)

    def lags(self) -> dict[tuple[str, str], int]:
        """Give what each stage has still to do of each topic."""
        topics = describe(self.settings)
        return {(t.name, stage): lag for t in topics for stage, lag in t.lags.items() if lag}

    def balanced(self) -> bool:
        """Say whether the audit balances; prints it where it does not."""
        found = audit(self.settings, self.engine)
        if found.verdict != "balanced":
            print(found)
        return found.verdict == "balanced"

    def logs(self) -> str:
        return "\n".join(f"{c.name}: {c.log.read_text()[-1500:]}" for c in self.supervisor.children)


@contextmanager
def running_flow(
    settings: Settings, state_dir: Path, environment: dict[str, str] | None = None
) -> Iterator[Flow]:
    """Start all workers on empty topics; ``settings`` name a database that is migrated here."""
    empty_kafka(settings)
    own = settings.model_copy(update={"state_dir": state_dir})
    variables = worker_environment(own) | (environment or {})
    engine = make_engine(str(settings.database_url))
    upgrade(engine)
    engine.dispose()
    with Supervisor(worker_commands(own), variables, state_dir / "logs") as supervisor:
        flow = Flow(own, supervisor)
        try:
            yield flow
        finally:
            flow.engine.dispose()
