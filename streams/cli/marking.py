"""The sentence of a claim with the words that make it marked."""

from collections.abc import Sequence
from typing import Final

from rich.text import Text

from models.messages import Office, Pledge, Quote, Span
from streams.ledger.queries import ClaimRow

OPEN, CLOSE = "⟦", "⟧"  # seen in a pipe, too, where bold is lost
STYLE: Final = "bold yellow"


def marked_sentence(claim: ClaimRow) -> Text:
    """Give the claim's sentence as printed, its figure or quoted words between brackets."""
    marked = Text()
    at = 0
    for start, end in _inside(claim):
        marked.append(_plain(claim.evidence[at:start]))
        marked.append(OPEN + _plain(claim.evidence[start:end]) + CLOSE, STYLE)
        at = end
    marked.append(_plain(claim.evidence[at:]))
    return marked


def _inside(claim: ClaimRow) -> Sequence[Span]:
    """Give the marked spans within the evidence, in order and apart."""
    base = _place(claim)
    spans, words = _marks(claim)
    length = len(claim.evidence)
    if base is not None:
        inside = [
            (max(s - base, 0), min(e - base, length)) for s, e in spans if s - base < length and e > base
        ]
        if inside:
            return inside
    found = ((claim.evidence.find(each), len(each)) for each in words if each)
    return [(start, start + size) for start, size in found if start >= 0][:1]


def _place(claim: ClaimRow) -> int | None:
    """Find where in the article's text the evidence starts; None where it cannot be told."""
    start, end = claim.span
    if claim.text is None:
        return start if end - start == len(claim.evidence) else None
    if claim.text.startswith(claim.evidence, start):
        return start
    before = claim.text.rfind(claim.evidence, 0, start + len(claim.evidence))
    return before if before >= 0 else None


def _marks(claim: ClaimRow) -> tuple[Sequence[Span], Sequence[str | None]]:
    """Give the spans that make the claim, and its words where the spans do not help."""
    match claim.statement:
        case Pledge(quantity=quantity):
            return ([quantity.span] if quantity.span else []), [quantity.text]
        case Quote(span=span, text=words):
            return [span], [words]
        case Office(person=person):
            return [], [person.as_printed, person.name]


def _plain(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)
