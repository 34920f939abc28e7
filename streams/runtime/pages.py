"""The pages that are made from the code: the flow from the topology, a JSON Schema for each message."""

import json
from typing import Final

import msgspec

from models.messages import Article, Claim, Conflict, DeadLetter, Entry, Reading, Receipt, Retraction
from streams.topology import ALL_TOPICS, STAGES, Topic

MESSAGES: Final = (Article, Receipt, Claim, Retraction, Conflict, Entry, Reading, DeadLetter)
_DAY_MS: Final = 86_400_000


def pages() -> dict[str, str]:
    """Give every generated page: its path below ``docs/``, and its text."""
    schemas = {f"schemas/{message.__name__.lower()}.json": schema(message) for message in MESSAGES}
    return {"flow.md": flow_page(), **schemas}


def schema(message: type[msgspec.Struct]) -> str:
    """Give a message's JSON Schema (2020-12)."""
    return json.dumps(msgspec.json.schema(message), indent=1, sort_keys=True) + "\n"


def flow_page() -> str:
    """Give the page that draws the flow and lists stages and topics."""
    lines = [
        "# The flow",
        "",
        "Made from `streams/topology.py` by `pledgewire pages docs`.",
        "",
        "```mermaid",
        "flowchart LR",
    ]
    for stage in STAGES:
        lines += [
            f"  {_node(topic)}[/{topic.name}/] --> {stage.name}" for topic in stage.reads if _drawn(topic)
        ]
        lines += [
            f"  {stage.name} --> {_node(topic)}[/{topic.name}/]" for topic in stage.writes if _drawn(topic)
        ]
    lines += [
        "  ledger --> postgres[(Postgres)]",
        "```",
        "",
        "| stage | consumer group | does |",
        "|---|---|---|",
    ]
    lines += [f"| {s.name} | {f'`{s.group}`' if s.reads else '–'} | {s.does} |" for s in STAGES]
    lines += ["", "| topic | key | value | kept |", "|---|---|---|---|"]
    lines += [f"| `{t.name}` | {t.key} | {t.value.replace('|', 'or')} | {_kept(t)} |" for t in ALL_TOPICS]
    return "\n".join(lines) + "\n"


def _drawn(topic: Topic) -> bool:
    return not topic.name.endswith((".dead", "-changelog"))


def _node(topic: Topic) -> str:
    return topic.name.replace(".", "_")


def _kept(topic: Topic) -> str:
    if topic.compacted:
        return "the last of each key"
    return f"{topic.retention_ms // _DAY_MS} days"
