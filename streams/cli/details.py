"""One claim, pledge or conflict in full, for a person at a terminal or in a pipe."""

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.padding import Padding

from models.messages import Office, Pledge, PledgeState, Quote
from streams.cli.marking import marked_sentence
from streams.cli.questions import printable, table
from streams.cli.text import amount, party, when
from streams.ledger.queries import ClaimRow, ConflictRow, EntryRow, PledgeRow

Claims = Mapping[str, ClaimRow]


def show_claim(console: Console, claim: ClaimRow) -> None:
    """Print what the claim states, its sentence and its article."""
    console.print(f"claim {claim.claim_id}", style="bold")
    console.print(printable(_headline(claim)))
    if isinstance(claim.statement, Pledge):
        _facts(console, claim.statement)
    if claim.retracted:
        console.print(f"taken back: {claim.retracted}", style="red")
    _source(console, claim)
    console.print(f"read by {claim.extractor}; slot {', '.join(map(printable, claim.slots))}", style="dim")


def show_pledge(console: Console, pledge: PledgeRow, claims: Claims, history: Sequence[EntryRow]) -> None:
    """Print today's state of a pledge, every sentence behind it, and its history."""
    state = pledge.state
    console.print(f"pledge {state.pledge_id}", style="bold")
    console.print(printable(_pledge_line(state)))
    _facts(console, state)
    origins, articles = state.independent_origins, state.articles
    console.print(f"{origins} independent origins, {articles} articles", style="dim")
    for claim in pledge.claims:
        _source(console, claims[claim.claim_id])
    if history:
        _history(console, history)


def show_conflict(console: Console, conflict: ConflictRow, claims: Claims) -> None:
    """Print both sides of a conflict with their sentences."""
    console.print(f"conflict {conflict.conflict_id}", style="bold")
    console.print(f"{conflict.kind} {conflict.severity}, {conflict.state}")
    console.print(printable(conflict.summary))
    for note in (conflict.diff, conflict.resolution):
        if note:
            console.print(printable(note))
    for side in conflict.sides:
        console.print(f"\n{printable(side.value)}", style="bold")
        for id_ in side.claim_ids:
            if id_ in claims:
                _source(console, claims[id_])
            else:
                console.print(f"  claim {id_} is not stored yet")


def _headline(claim: ClaimRow) -> str:
    match claim.statement:
        case Pledge() as pledge:
            return _pledge_line(pledge)
        case Quote(text=words):
            return f"{party(claim.speaker)}: “{words}”"
        case Office(person=person, post=post, org=org, tenure=tenure):
            return f"{person.name}: {tenure} {post}, {party(org)}"


def _pledge_line(pledge: Pledge | PledgeState) -> str:
    to = f" to {party(pledge.beneficiary)}" if pledge.beneficiary else ""
    return f"{party(pledge.pledger)}: {amount(pledge.quantity)}{to}, {pledge.stage}"


def _facts(console: Console, pledge: Pledge | PledgeState) -> None:
    quantity = pledge.quantity
    facts = {
        "purpose": pledge.purpose.replace("_", " "),
        "instrument": pledge.instrument,
        "announced": pledge.announced_on,
        "period": when(pledge.period) or None,
        "each": "year" if pledge.period.recurrence == "annual" else None,
        "polarity": pledge.polarity if pledge.polarity != "affirmed" else None,
        "printed": quantity.text,
        "in EUR": f"{quantity.in_eur:,.0f} ({quantity.rate_source} {quantity.rate_date})"
        if quantity.in_eur is not None and quantity.currency != "EUR"
        else None,
    }  # fmt: skip
    listed = "; ".join(f"{name}: {printable(value)}" for name, value in facts.items() if value)
    console.print(listed, style="dim")


def _source(console: Console, claim: ClaimRow) -> None:
    console.print(Padding(marked_sentence(claim), (1, 2, 0, 2)))
    said = f"said by {party(claim.speaker)}" if claim.speaker else "in the page's own voice"
    where = [printable(claim.publisher), printable(claim.title), (claim.stated_at or "undated")[:10]]
    console.print(f"  {printable(said)} · {' · '.join(where)}")
    start, end = claim.span
    console.print(
        f"  {printable(claim.url or 'no address')} · article {claim.article_id} [{start}, {end}) · "
        f"claim {claim.claim_id[:8]}",
        style="dim",
    )


def _history(console: Console, history: Sequence[EntryRow]) -> None:
    console.print("\nhistory", style="bold")
    shown = table("recorded", "what the report did", "amount", "stage", "origins", "claim")
    for entry in history:
        shown.add_row(
            entry.recorded_at.isoformat(timespec="seconds"),
            entry.operation,
            printable(amount(entry.pledge.quantity)),
            entry.pledge.stage,
            str(entry.independent_origins),
            entry.claim_id[:8],
        )
    console.print(shown)
