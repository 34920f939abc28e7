"""Pledges of the ledger as a table, as CSV fields and as JSON."""

from collections.abc import Mapping, Sequence
from typing import Final

import msgspec
from rich.console import Console

from streams.cli.questions import counted, printable, table
from streams.cli.text import amount, party, when
from streams.ledger.queries import ClaimRow, PledgeRow

HEADER: Final = (
    "pledge_id", "slot", "pledger_id", "pledger", "beneficiary_id", "beneficiary", "purpose", "instrument",
    "quantity_kind", "value", "low", "high", "qualifier", "currency", "unit", "in_eur", "amount_text",
    "announced_on", "period_start", "period_end", "deadline", "recurrence", "stage", "polarity",
    "withdrawn", "fulfilment", "fulfilment_reason", "reached_value", "part_of", "speakers",
    "independent_origins", "articles", "claim_ids", "article_ids", "urls",
)  # fmt: skip


def show(console: Console, rows: Sequence[PledgeRow], more: str = "") -> None:
    """Print pledges as a table, with ids that ``show`` takes; ``more`` says which rows these are."""
    if not rows:
        console.print("no pledge in the ledger answers this")
        return
    shown = table("id", "pledger", "amount", "to", "stage", "when", "said by", "where")
    for row in rows:
        state = row.state
        shown.add_row(
            state.pledge_id[:8],
            printable(state.pledger.name),
            printable(amount(state.quantity)),
            printable(party(state.beneficiary)),
            _stage(row),
            printable(state.announced_on or when(state.period)),
            printable(_said_by(row)),
            _where(row),
        )
    console.print(shown)
    disputed = {conflict for row in rows for conflict in row.open_conflicts}
    found = f"{counted(len(rows), 'pledge')}, {counted(len(disputed), 'open conflict')} between reports"
    console.print(f"\n{found}; `pledgewire show ID` prints the sentences")
    if more:
        console.print(more)


def as_json(row: PledgeRow) -> Mapping[str, object]:
    """Give today's state as the Reading has it, with its slot and the reports behind it."""
    state: dict[str, object] = msgspec.to_builtins(row.state)
    reports = [_report(claim) for claim in row.claims]
    return state | {"slot": row.slot, "open_conflicts": row.open_conflicts, "reports": reports}


def as_fields(row: PledgeRow) -> Sequence[object]:
    """Give the fields that HEADER names."""
    state, quantity, period = row.state, row.state.quantity, row.state.period
    beneficiary = state.beneficiary
    urls = sorted({claim.url for claim in row.claims if claim.url})
    return (
        state.pledge_id, row.slot, state.pledger.id, state.pledger.name,
        beneficiary.id if beneficiary else None, beneficiary.name if beneficiary else None,
        state.purpose, state.instrument, quantity.kind, quantity.value, quantity.low, quantity.high,
        quantity.qualifier, quantity.currency, quantity.unit, quantity.in_eur, quantity.text,
        state.announced_on, period.start, period.end, period.deadline, period.recurrence, state.stage,
        state.polarity, state.withdrawn, state.fulfilment, state.fulfilment_reason,
        state.reached.value if state.reached else None, state.part_of, state.speakers,
        state.independent_origins, state.articles, state.claim_ids,
        sorted({claim.article_id for claim in row.claims}), urls,
    )  # fmt: skip


def _stage(row: PledgeRow) -> str:
    state = row.state
    if state.withdrawn:
        return "withdrawn"
    if state.fulfilment in ("met", "exceeded", "broken"):
        return f"{state.stage}, {state.fulfilment}"
    return state.stage if state.polarity == "affirmed" else f"{state.stage}, {state.polarity}"


def _said_by(row: PledgeRow) -> str:
    """Name the people who stated it, else the roles of the unnamed."""
    unnamed = {party(claim.speaker) for claim in row.claims if claim.speaker and not claim.speaker.name}
    return ", ".join(row.state.speakers or sorted(unnamed))


def _where(row: PledgeRow) -> str:
    if not row.claims:
        return "–"
    first, articles = row.claims[0], {claim.article_id for claim in row.claims}
    outlet = printable(first.publisher or first.title or first.article_id[:8])
    more = f" +{len(articles) - 1}" if len(articles) > 1 else ""
    return f"{outlet}{more}"


def _report(claim: ClaimRow) -> Mapping[str, object]:
    names = ("claim_id", "article_id", "publisher", "wire_credit", "title", "url", "stated_at", "span")
    return {name: getattr(claim, name) for name in (*names, "evidence", "speaker")}
