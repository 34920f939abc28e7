"""Offices of one article: gold and claims in, how many persons have their post out."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from models.messages import Claim, Office
from streams.scoring.folder import Annotated
from streams.scoring.likeness import plain_name, surname, words
from streams.scoring.tally import Finding, Rates

Held = tuple[str, str]  # surname, post


@dataclass(slots=True)
class OfficeTally:
    """All offices so far."""

    found: Rates = field(default_factory=Rates)
    findings: list[Finding] = field(default_factory=list)


def score_offices(tally: OfficeTally, page: Annotated, claims: Sequence[Claim]) -> None:
    """Add the offices of one article to ``tally``; a person and a post count once."""
    wanted = {(surname(role.person), plain_name(role.role)) for role in page.gold.roles}
    given = {held for claim in claims if (held := _held(claim))}
    missed = {want for want in wanted if not any(_same(want, held) for held in given)}
    tally.found.wanted += len(wanted)
    tally.found.given += len(given)
    tally.found.right += len(wanted) - len(missed)
    tally.findings += [
        Finding("missed office", (page.gold.id,), f"{name}: {post}") for name, post in sorted(missed)
    ]


def _held(claim: Claim) -> Held | None:
    office = claim.office
    assert isinstance(office, Office)  # the caller sorts claims by kind
    return (surname(office.person.name), plain_name(office.post)) if words(office.person.name) else None


def _same(one: Held, other: Held) -> bool:
    """Tell "finance minister" of "German finance minister": one post may be told in fewer words."""
    return one[0] == other[0] and (one[1] in other[1] or other[1] in one[1])
