"""A pledge in full: what it is today, and each report of it in order, with what it did and its words."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from rich.console import Console

from streams.cli.details import facts, headline, show_source
from streams.cli.questions import counted, printable
from streams.cli.text import amount
from streams.ledger.queries import ClaimRow, EntryRow, PledgeRow

DID: Final = {
    "assert": "states it first",
    "restate": "says the same",
    "increase": "raises it",
    "decrease": "lowers it",
    "supersede": "tells of its next stage",
    "withdraw": "says that the giver withdraws it",
    "correct": "corrects its story",
    "source_retracted": "was killed by its source",
}
ENDED: Final = {
    "correct": "taken back: a newer version of the story does not say so",
    "source_retracted": "taken back: its source killed the story",
    "supersede": "taken back: replaced by a newer reading or version that says the same",
}


class Told(NamedTuple):
    """A pledge (None if it no longer stands), its entries, the claims that they name, and its parts."""

    pledge: PledgeRow | None
    history: Sequence[EntryRow]
    claims: Mapping[str, ClaimRow]
    parts: Sequence[PledgeRow]


def show_pledge(console: Console, pledge_id: str, told: Told) -> None:
    """Print today's state of a pledge, then its history with every sentence behind it."""
    console.print(f"pledge {pledge_id}", style="bold")
    if told.pledge:
        _today(console, told.pledge, told.parts)
    else:
        console.print("no longer stands: every report of it was taken back", style="red")
    for number, entry in enumerate(told.history, 1):
        _entry(console, number, entry, told.claims.get(entry.claim_id))
    entered = {entry.claim_id for entry in told.history}
    for claim in told.pledge.claims if told.pledge else ():
        if claim.claim_id not in entered:
            console.print("\nnot entered yet", style="bold")
            show_source(console, told.claims[claim.claim_id])


def _today(console: Console, pledge: PledgeRow, parts: Sequence[PledgeRow]) -> None:
    state = pledge.state
    console.print(printable(headline(state)))
    facts(console, state)
    console.print(f"{state.fulfilment}: {printable(state.fulfilment_reason)}")
    if state.part_of:
        console.print(f"part of pledge {state.part_of}")
    for part in parts:
        console.print(f"its part: {printable(amount(part.state.quantity))}, pledge {part.state.pledge_id}")
    support = counted(state.independent_origins, "independent origin"), counted(state.articles, "article")
    console.print(", ".join(support), style="dim")
    for conflict in pledge.open_conflicts:
        console.print(f"open conflict in its slot: {conflict}", style="yellow")


def _entry(console: Console, number: int, entry: EntryRow, claim: ClaimRow | None) -> None:
    """Print what a report did when it came, and its words."""
    recorded = entry.recorded_at.isoformat(timespec="seconds")
    did = ENDED.get(entry.operation) if entry.takes_back else DID[entry.operation]
    figure = f"{amount(entry.pledge.quantity)}, {entry.pledge.stage}"
    support = counted(entry.independent_origins, "origin"), counted(entry.articles, "article")
    console.print(f"\n{number}. {entry.operation}: {did or 'taken back'} ({printable(figure)})", style="bold")
    console.print(f"  recorded {recorded}; then {' and '.join(support)} for it", style="dim")
    if claim and not entry.takes_back:
        show_source(console, claim)
    else:
        console.print(f"  claim {entry.claim_id[:8]}" + ("" if claim else " is not stored yet"), style="dim")
