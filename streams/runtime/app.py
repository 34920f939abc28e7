"""The one place that makes Faust apps, with a reason beside every setting."""

import asyncio
import ssl
import time
from pathlib import Path
from typing import Any, Final

import faust
import structlog
from faust.sensors import Monitor
from faust.transport.drivers.aiokafka import Consumer
from mode.supervisors import CrashingSupervisor
from mode.utils.objects import cached_property
from mode.utils.queues import FlowControlEvent

from streams.runtime.health import Health, serve_health
from streams.runtime.records import Record
from streams.runtime.runner import StageRunner
from streams.settings import Settings
from streams.topology import MESSAGE_BYTES_MAX, Stage

GATHER_SECONDS_MAX: Final = 0.25

log = structlog.get_logger()


class PromptConsumer(Consumer):
    """Faust's consumer, but a message that can be taken at once is taken at once.

    Faust hands each message on beside three guards, as four tasks of the loop, so that one that
    a suspended flow holds up can be left. Here that is done only while the flow is suspended; a
    full buffer still waits, and a rebalance cancels the wait as before. A third of what a message costs.
    """

    async def wait_first(self, *waited: Any, **options: Any) -> Any:  # noqa: ANN401
        """Wait for the message to be taken, or for the first of ``waited`` while the flow is suspended."""
        if len(waited) == 2 and all(map(asyncio.iscoroutine, waited)) and self.app.flow_control.is_active():
            taken, suspended = waited
            suspended.close()
            return await taken
        return await super().wait_first(*waited, **options)


class QuietMonitor(Monitor):
    """Faust's own statistics, without those of each message: runtime.metrics counts what we show."""

    def on_message_in(self, *_: Any) -> None:  # noqa: D102, ANN401
        return

    def on_message_out(self, *_: Any) -> None:  # noqa: D102, ANN401
        return

    def on_stream_event_in(self, *_: Any) -> None:  # noqa: D102, ANN401
        return

    def on_stream_event_out(self, *_: Any) -> None:  # noqa: D102, ANN401
        return


class FlowControl(FlowControlEvent):
    """Faust's gate before the streams, which empties their queues only where it was shut.

    Faust opens the gate for the recovery of tables and once more when that has ended. The second
    opening emptied queues that had been filled a moment before: their records were counted as
    read and never seen, so that a group stood still, or in a new group passed over them.
    """

    def resume(self) -> None:
        """Let records through; a gate that is open already keeps what has passed it."""
        if not self.is_active():
            super().resume()


class App(faust.App):
    """A Faust app that loses no record where a rebalance ends."""

    @cached_property
    def flow_control(self) -> FlowControl:
        """The one gate of all streams."""
        return FlowControl(loop=self.loop)


def make_app(stage: Stage, settings: Settings, datadir: Path, health: Health) -> faust.App:
    """Make the Faust app of one worker; ``datadir`` is this worker's own."""
    app = App(
        stage.group,
        broker=[f"kafka://{server}" for server in str(settings.kafka).split(",")],
        broker_credentials=_credentials(settings),
        datadir=str(datadir),
        autodiscover=False,  # it hides import errors
        web_enabled=False,  # runtime.health answers, from a thread that a stuck loop cannot stop
        processing_guarantee="at_least_once",  # exactly_once duplicated 5 % after a kill -9
        stream_wait_empty=True,  # else SIGTERM commits messages that were never processed
        topic_disable_leader=True,  # no topic of Faust's own
        topic_allow_declare=False,  # topics are made and verified by runtime.topics
        topic_partitions=settings.partitions,
        topic_replication_factor=settings.replication,
        broker_session_timeout=10.0,  # a dead worker's partitions move in 10 s instead of 60
        broker_heartbeat_interval=1.0,
        broker_commit_interval=1.0,  # less to repeat after a kill than with 2.8 s
        consumer_auto_offset_reset="earliest",
        consumer_max_fetch_size=MESSAGE_BYTES_MAX,
        producer_max_request_size=MESSAGE_BYTES_MAX,
        stream_buffer_maxsize=4096,
        store="rocksdb://",
        table_standby_replicas=0,  # a table is rebuilt from its changelog: 200,000 keys in a minute
        agent_supervisor=CrashingSupervisor,  # nothing is to leave the runner; if it does, stop
        cython_optimizations=True,  # takes what lies in the queue without waiting for the loop
        Monitor=QuietMonitor,
    )
    app.transport.Consumer = PromptConsumer  # type: ignore[misc]

    async def tick() -> None:
        await health.tick()

    app.task(tick)

    @app.on_partitions_assigned.connect(weak=False)
    async def joined(*_: Any, **__: Any) -> None:  # noqa: ANN401
        health.joined = True

    port = serve_health(health, settings.metrics_host, settings.metrics_port)
    log.info("worker starts", stage=stage.name, health=f"http://{settings.metrics_host}:{port}/healthz")
    return app


def run_agent(app: faust.App, runner: StageRunner[Any]) -> None:
    """Give the app its one agent, which takes batches until the app stops.

    The loop's next turn acknowledges the last batch. A batch has a cost of its own, so that a busy
    stage takes fewer and larger ones: after one that was not full it pauses as long as that took.
    """
    topic = _raw_topic(app, runner.stage)

    @app.agent(topic, name=runner.stage.name, concurrency=1)
    async def agent(stream: Any) -> None:  # noqa: ANN401
        async for events in stream.take_events(runner.stage.batch, within=runner.stage.wait):
            begin = time.monotonic()
            await runner.run([as_record(event) for event in events])
            if len(events) < runner.stage.batch:  # as long again: what comes meanwhile shares one batch
                await asyncio.sleep(min(GATHER_SECONDS_MAX, time.monotonic() - begin))


def _raw_topic(app: faust.App, stage: Stage) -> Any:  # noqa: ANN401
    """All topics that the stage reads, as bytes: a typed topic would skip what it cannot read."""
    return app.topic(
        *(topic.name for topic in stage.reads),
        key_type=bytes,
        value_type=bytes,
        key_serializer="raw",
        value_serializer="raw",
        allow_empty=True,  # a record without a value is a dead letter, not an error of Faust's
    )


def as_record(event: Any) -> Record:  # noqa: ANN401
    """Give a Faust event's message as a record."""
    message = event.message
    return Record(
        message.topic,
        message.partition,
        message.offset,
        message.key,
        message.value,
        tuple(message.headers or ()),
    )


def _credentials(settings: Settings) -> Any:  # noqa: ANN401
    if settings.kafka_security == "PLAINTEXT":
        return None
    context = ssl.create_default_context(cafile=settings.kafka_ca_file)
    if settings.kafka_security == "SSL":
        return faust.SSLCredentials(context=context)  # cafile= raises
    password = settings.kafka_password.get_secret_value() if settings.kafka_password else None
    return faust.SASLCredentials(
        username=settings.kafka_username,
        password=password,
        mechanism=settings.kafka_sasl_mechanism,
        ssl_context=context if settings.kafka_security == "SASL_SSL" else None,
    )
