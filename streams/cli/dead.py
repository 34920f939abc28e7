"""``pledgewire dead list|show|replay``: inputs that a stage could not take."""

import re
from typing import TYPE_CHECKING, Annotated

import typer

from streams.cli import questions
from streams.cli.context import CommandError, Context
from streams.cli.questions import printable

if TYPE_CHECKING:
    from streams.ledger.queries import DeadLetterRow

app = typer.Typer(help="Look at dead letters, and send their originals back.", no_args_is_help=True)

SHOWN_BYTES = 2000
Id = Annotated[str, typer.Argument(metavar="ID", help="An id or the first digits of one.")]


@app.command("list")
def list_(
    ctx: typer.Context,
    stage: Annotated[str | None, typer.Option(help="Of this stage only.")] = None,
    topic: Annotated[str | None, typer.Option(help="From this topic only.")] = None,
    as_json: questions.AsJson = False,
) -> None:
    """List dead letters, the oldest first, each with its place and reason."""
    from streams.ledger.queries import dead_letters

    with questions.reading(ctx.obj) as connection:
        rows = dead_letters(connection, stage=stage, topic=topic)
    if as_json:
        questions.write_json(rows)
        return
    console = questions.output()
    shown = questions.table("id", "stage", "place", "bytes", "reason", "replayed")
    for row in rows:
        replayed = row.replayed_at.isoformat(timespec="seconds") if row.replayed_at else ""
        shown.add_row(
            row.dead_letter_id[:8], row.stage, _place(row), f"{row.length:,}", printable(row.reason), replayed
        )
    console.print(shown if rows else "no dead letter")


@app.command()
def show(ctx: typer.Context, id_: Id) -> None:
    """Print a dead letter: where it came from, why it died, and its bytes."""
    row = _only(ctx.obj, id_)
    console = questions.output()
    console.print(f"dead letter {row.dead_letter_id}", style="bold")
    console.print(f"{row.stage} could not take {_place(row)}: {printable(row.error)}")
    console.print(printable(row.reason))
    console.print(f"{row.length:,} bytes, SHA-256 {row.sha256}{', kept in part' if row.truncated else ''}")
    console.print(f"tried {row.attempts} times, first {row.first_seen}, last {row.last_seen}")
    if row.replayed_at:
        console.print(f"sent back {row.replayed_at}")
    console.print(_readable(row.body[:SHOWN_BYTES]))
    if len(row.body) > SHOWN_BYTES:
        console.print(f"… {len(row.body) - SHOWN_BYTES:,} more bytes are stored", style="dim")


@app.command()
def replay(
    ctx: typer.Context,
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]…", help="Ids or their first digits.")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="All that were not sent back yet.")] = False,
    stage: Annotated[str | None, typer.Option(help="With --all: of this stage only.")] = None,
) -> None:
    """Send originals back to their topics, each with its key and headers, as it once came."""
    context: Context = ctx.obj
    if bool(ids) == everything:
        raise CommandError("give ids, or --all")
    rows = _waiting(context, stage) if everything else [_only(context, id_) for id_ in ids or ()]
    for row in rows:
        _refuse_what_cannot_go_back(row)
    sent = _send(context, rows)
    questions.output().print(f"{sent} originals sent back to their topics")


def _waiting(context: Context, stage: str | None) -> "list[DeadLetterRow]":
    from streams.ledger.queries import dead_letters

    with questions.reading(context) as connection:
        rows = dead_letters(connection, stage=stage)
    return [row for row in rows if not row.replayed_at and not row.truncated and row.offset >= 0]


def _refuse_what_cannot_go_back(row: "DeadLetterRow") -> None:
    short = row.dead_letter_id[:8]
    if row.truncated:
        raise CommandError(
            f"{short}: only {len(row.body):,} of its {row.length:,} bytes are kept, so that it cannot be "
            f"sent back; feed the original again{f', from {row.path}' if row.path else ''}"
        )
    if row.offset < 0:
        raise CommandError(f"{short}: it never was on a topic; mend {row.path or 'the input'} and feed it")


def _send(context: Context, rows: "list[DeadLetterRow]") -> int:
    from streams.ledger.queries import mark_replayed
    from streams.runtime.connection import producer_config
    from streams.runtime.producer import ConfirmedProducer

    producer = ConfirmedProducer(producer_config(context.settings), "dead")
    # Two stages may have refused one record: it goes back once.
    originals = {(row.topic, row.partition, row.offset): row for row in rows}
    for row in originals.values():
        producer.add(row.topic, row.key, row.body, headers=row.headers)
    producer.confirm()
    with context.engine().begin() as connection:
        for row in originals.values():
            mark_replayed(connection, row)
    return len(originals)


def _only(context: Context, prefix: str) -> "DeadLetterRow":
    from streams.ledger.queries import dead_letter_by_id

    with questions.reading(context) as connection:
        found = dead_letter_by_id(connection, prefix.strip().lower())
    if len(found) != 1:
        many = ", ".join(row.dead_letter_id for row in found[:20]) or "none"
        raise CommandError(f"{prefix} must name one dead letter; it names {many}")
    return found[0]


def _place(row: "DeadLetterRow") -> str:
    return f"{row.topic}[{row.partition}]@{row.offset}" if row.offset >= 0 else printable(row.path)


def _readable(body: bytes) -> str:
    """Give bytes as text, what is none as its hexadecimal value."""
    text = body.decode("utf-8", "backslashreplace")
    return re.sub(r"[^\n\t -~\u00a0-\U0010ffff]", lambda match: repr(match[0])[1:-1], text)
