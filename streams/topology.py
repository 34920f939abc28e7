"""THE MAP: which stage reads which topics and writes which, in one screen.

    feeder ─► articles.raw ─► claims ─► claims.extracted ─► conflicts ─► conflicts.detected
                   │             └────► articles.read          │  └────► ledger.entries
                   │                         │                 └───────► pledges.current
                   └─────────────────────────┴──── all of them, and the dead ──► ledger ─► Postgres

Everything else (topic creation, worker start-up, the audit, the docs) is derived from here.
"""

from dataclasses import dataclass
from typing import Final

MIB: Final = 1024 * 1024
ARTICLE_BYTES_MAX: Final = 4 * MIB  # the longest text of an article, in UTF-8 bytes
# A dead letter holds the original in base64 (4/3) and headers; JSON escapes swell an article.
MESSAGE_BYTES_MAX: Final = 12 * MIB
DAY_MS: Final = 24 * 60 * 60 * 1000


@dataclass(frozen=True, slots=True)
class Topic:
    """A Kafka topic as it must be. ``retention_ms`` of -1 keeps records for ever."""

    name: str
    key: str
    value: str
    compacted: bool = False
    retention_ms: int = 30 * DAY_MS

    @property
    def dead(self) -> "Topic":
        """The topic for records of this one that a stage could not take."""
        return Topic(f"{self.name}.dead", self.key, "DeadLetter", retention_ms=90 * DAY_MS)


@dataclass(frozen=True, slots=True)
class Table:
    """What ``stage`` remembers by the key of ``source``; ``state`` names its value."""

    stage: str
    name: str
    source: Topic
    state: str

    @property
    def changelog(self) -> Topic:
        """The topic that rebuilds the table: Faust names it by app and table."""
        name = f"pledgewire-{self.stage}-{self.name}-changelog"
        return Topic(name, self.source.key, self.state, compacted=True, retention_ms=-1)


@dataclass(frozen=True, slots=True)
class Stage:
    """A box on the map: its consumer group is ``pledgewire-<name>``.

    ``batch`` is the most records it takes at once: few where each costs much, many where one
    write serves all of them. It is never waited for longer than ``wait`` seconds.
    """

    name: str
    reads: tuple[Topic, ...]
    writes: tuple[Topic, ...]
    does: str
    batch: int = 100
    wait: float = 0.05

    @property
    def group(self) -> str:
        """The Kafka consumer group of the stage, which is also its Faust app id."""
        return f"pledgewire-{self.name}"


RAW = Topic("articles.raw", "story id", "Article")
READ = Topic("articles.read", "story id", "Receipt")
CLAIMS = Topic("claims.extracted", "slot", "Claim | Retraction")
DETECTED = Topic("conflicts.detected", "slot", "Conflict")
ENTRIES = Topic("ledger.entries", "slot", "Entry")
CURRENT = Topic("pledges.current", "slot", "Reading", compacted=True, retention_ms=-1)

# What stages remember: the last claims of each story, the claims of each slot.
STORIES = Table("claims", "stories", RAW, "Story")
SLOTS = Table("conflicts", "slots", CLAIMS, "SlotState")
TABLES: Final = (STORIES, SLOTS)

TOPICS: Final = (RAW, READ, CLAIMS, DETECTED, ENTRIES, CURRENT)
DEAD_TOPICS: Final = tuple(topic.dead for topic in TOPICS)
ALL_TOPICS: Final = (*TOPICS, *DEAD_TOPICS, *(table.changelog for table in TABLES))

FEEDER = Stage("feeder", (), (RAW, RAW.dead), "reads files and feeds into articles")
CLAIMS_STAGE = Stage(
    "claims",
    (RAW,),
    (CLAIMS, READ, RAW.dead, STORIES.changelog),
    "reads articles with spaCy",
    batch=16,
    wait=0.01,
)
CONFLICTS_STAGE = Stage(
    "conflicts",
    (CLAIMS,),
    (DETECTED, ENTRIES, CURRENT, CLAIMS.dead, SLOTS.changelog),
    "reconciles a slot's claims",
    batch=500,
    wait=0.02,
)
LEDGER_STAGE = Stage("ledger", TOPICS + DEAD_TOPICS, DEAD_TOPICS, "stores everything in Postgres", batch=2000)

STAGES: Final = (FEEDER, CLAIMS_STAGE, CONFLICTS_STAGE, LEDGER_STAGE)
WORKERS: Final = {stage.name: stage for stage in STAGES if stage.reads}
