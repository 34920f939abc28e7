"""One claim or conflict in full, for a person at a terminal or in a pipe."""

from collections.abc import Mapping
from typing import Final
from urllib.parse import quote

import msgspec
from rich.console import Console
from rich.padding import Padding

from models.messages import Office, Pledge, PledgeState, Quote, Span
from streams.cli.conflict_rows import support
from streams.cli.marking import marked_sentence
from streams.cli.questions import printable
from streams.cli.text import amount, party, when
from streams.ledger.queries import ClaimRow, ConflictRow

Claims = Mapping[str, ClaimRow]
WHY: Final = {
    "amount": "figures for one pledge that rounding, bounds and the rate of the day do not reconcile",
    "period": "two times for one pledge",
    "stage": "reports of one time differ in how far it has come",
    "office_holder": "two people in a post that one person holds",
    "quote_mutation": "other words for one utterance",
    "attribution": "the same words from two speakers",
    "impossible_date": "a date that cannot be",
    "polarity": "one says that there is such a pledge, the other that there is none",
    "withdrawn": "one says that it was withdrawn, a later one that it stands",
    "name_variant": "two spellings of what may be one name",
}
LINKED_WORDS: Final = 8  # of a figure or quotation, in an address that leads to it


def show_claim(console: Console, claim: ClaimRow) -> None:
    """Print what the claim states, its sentence and its article."""
    console.print(f"claim {claim.claim_id}", style="bold")
    console.print(printable(_headline(claim)))
    if isinstance(claim.statement, Pledge):
        facts(console, claim.statement)
    if claim.retracted:
        console.print(f"taken back: {claim.retracted}", style="red")
    show_source(console, claim)
    console.print(f"read by {claim.extractor}; slot {', '.join(map(printable, claim.slots))}", style="dim")


def show_conflict(console: Console, conflict: ConflictRow, claims: Claims) -> None:
    """Print both sides of a conflict with their sentences and support, and why it is one."""
    console.print(f"conflict {conflict.conflict_id}", style="bold")
    console.print(f"{conflict.kind} {conflict.severity}, {conflict.state}: {WHY.get(conflict.kind, '')}")
    console.print(printable(conflict.summary))
    for note in (conflict.diff, conflict.resolution):
        if note:
            console.print(printable(note))
    for side in conflict.sides:
        console.print(f"\n{printable(side.value)} ({support(side)})", style="bold")
        for id_ in side.claim_ids:
            if id_ in claims:
                show_source(console, claims[id_])
            else:
                console.print(f"  claim {id_} is not stored yet")


def without_text(claim: ClaimRow) -> ClaimRow:
    """Give a claim without its article's whole text."""
    return msgspec.structs.replace(claim, text=None)


def headline(pledge: Pledge | PledgeState) -> str:
    """Give a pledge in one line."""
    to = f" to {party(pledge.beneficiary)}" if pledge.beneficiary else ""
    return f"{party(pledge.pledger)}: {amount(pledge.quantity)}{to}, {pledge.stage}"


def facts(console: Console, pledge: Pledge | PledgeState) -> None:
    """Print what else is known of a pledge, in one line."""
    quantity = pledge.quantity
    known = {
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
    listed = "; ".join(f"{name}: {printable(value)}" for name, value in known.items() if value)
    console.print(listed, style="dim")


def show_source(console: Console, claim: ClaimRow) -> None:
    """Print a claim's sentence with the words marked, who said it, and where exactly it stands."""
    console.print(Padding(marked_sentence(claim), (1, 2, 0, 2)))
    said = f"said by {party(claim.speaker)}" if claim.speaker else "in the page's own voice"
    where = [printable(claim.publisher), printable(claim.title), (claim.stated_at or "undated")[:10]]
    console.print(f"  {printable(said)} · {' · '.join(where)}")
    start, end = _words(claim)[0] or claim.span
    console.print(
        f"  {printable(_address(claim))} · article {claim.article_id} [{start}, {end}) · "
        f"claim {claim.claim_id[:8]}",
        style="dim",
    )


def _headline(claim: ClaimRow) -> str:
    match claim.statement:
        case Pledge() as pledge:
            return headline(pledge)
        case Quote(text=words):
            return f"{party(claim.speaker)}: “{words}”"
        case Office(person=person, post=post, org=org, tenure=tenure):
            return f"{person.name}: {tenure} {post}, {party(org)}"


def _words(claim: ClaimRow) -> tuple[Span | None, str | None]:
    """Give the span and the words of the claim's figure, quotation or name."""
    match claim.statement:
        case Pledge(quantity=quantity):
            return quantity.span, quantity.text
        case Quote(span=span, text=words):
            return span, words
        case Office(person=person):
            return None, person.as_printed


def _address(claim: ClaimRow) -> str:
    """Give the article's address, leading a browser to the claim's words."""
    words = " ".join((_words(claim)[1] or "").split()[:LINKED_WORDS])
    if not claim.url:
        return "no address"
    return f"{claim.url}#:~:text={quote(words, safe='')}" if words and "#" not in claim.url else claim.url
