"""Quotes and offices of the ledger as a table and as CSV fields."""

from collections.abc import Sequence
from typing import Final

from rich.console import Console

from models.messages import Office, Quote
from streams.cli.questions import printable, table
from streams.cli.text import party
from streams.ledger.queries import ClaimRow

HEADER: Final = (
    "claim_id", "kind", "person_id", "person", "role", "org", "words", "tenure", "stated_at", "article_id",
    "publisher", "title", "url", "span_start", "span_end",
)  # fmt: skip


def show(console: Console, rows: Sequence[ClaimRow], more: str = "") -> None:
    """Print who said what, or who holds which post, with ids that ``show`` takes."""
    if not rows:
        console.print("no statement in the ledger answers this")
        return
    shown = table("id", "who", "what", "when", "where")
    for row in rows:
        where = printable(row.publisher or row.title or row.article_id[:8])
        shown.add_row(row.claim_id[:8], printable(_who(row)), printable(_what(row)), _day(row), where)
    console.print(shown)
    if more:
        console.print(f"\n{more}")


def as_fields(row: ClaimRow) -> Sequence[object]:
    """Give the fields that HEADER names."""
    source = (row.stated_at, row.article_id, row.publisher, row.title, row.url, *row.span)
    holds: tuple[object, ...]
    match row.statement:
        case Office(person=person, post=post, org=org, tenure=tenure):
            holds = (person.id, person.name, post, org.name if org else None, None, tenure)
        case Quote(text=words):
            speaker = row.speaker
            said = (speaker.id, speaker.name, speaker.role, speaker.org) if speaker else (None,) * 4
            holds = (*said, words, None)
        case other:
            raise TypeError(f"a {type(other).__name__} is neither quote nor office")
    return (row.claim_id, row.kind, *holds, *source)


def _who(row: ClaimRow) -> str:
    return row.statement.person.name if isinstance(row.statement, Office) else party(row.speaker)


def _what(row: ClaimRow) -> str:
    if isinstance(row.statement, Office):
        office = row.statement
        tenure = "" if office.tenure == "current" else f"{office.tenure} "
        return f"{tenure}{office.post}, {party(office.org)}"
    return f"“{row.statement.text}”" if isinstance(row.statement, Quote) else row.evidence


def _day(row: ClaimRow) -> str:
    return (row.stated_at or "–")[:10]
