"""Logging: one canonical line for each unit of work, readable on a terminal, JSON otherwise."""

import logging
import sys
import time
from typing import Final

import structlog

from streams.settings import Settings

QUIET: Final = ("aiokafka", "faust", "mode", "asyncio", "kafka")
_REPEATS_MAX: Final = 5  # of one message of a client library within a window
_WINDOW_SECONDS: Final = 30.0


class RepeatFilter(logging.Filter):
    """Lets a library say the same thing a few times in a window.

    A broker that was away for 15 s made aiokafka write 38,000 lines.
    """

    def __init__(self) -> None:
        super().__init__()
        self._seen: dict[tuple[str, str], tuple[float, int]] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Say whether the record may pass."""
        key, clock = (record.name, str(record.msg)), time.monotonic()
        since, count = self._seen.get(key, (clock, 0))
        if clock - since > _WINDOW_SECONDS:
            since, count = clock, 0
        self._seen[key] = (since, count + 1)
        return count < _REPEATS_MAX


def configure_logging(settings: Settings) -> None:
    """Send structlog and the standard library's loggers to standard error, in one format."""
    shared: list[structlog.types.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    console = settings.log_format == "console" or (settings.log_format == "auto" and sys.stderr.isatty())
    render: structlog.types.Processor = (
        structlog.dev.ConsoleRenderer() if console else structlog.processors.JSONRenderer()
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.make_filtering_bound_logger(settings.log_level),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(RepeatFilter())
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*shared, structlog.stdlib.add_logger_name],
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                render,
            ],
        )
    )
    logging.basicConfig(level=settings.log_level, handlers=[handler], force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
