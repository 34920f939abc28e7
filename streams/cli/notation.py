"""A claim in one line, short enough to be typed: ``Norway > Ukraine: EUR 500m, pledged``."""

from collections.abc import Iterable

from models.messages import Claim, Office, Pledge, Quote
from streams.cli.text import amount, party


def line(claim: Claim) -> str:
    """Give a claim as a person would note it down.

    A pledge is ``giver > taker: amount, stage`` and who said it, a quote ``speaker: "words"``,
    an office ``person = post of organisation`` with its tenure unless that is current.
    """
    if isinstance(claim.pledge, Pledge):
        return _pledge(claim.pledge) + (f", says {party(claim.speaker)}" if claim.speaker else "")
    if isinstance(claim.quote, Quote):
        return f'{party(claim.speaker)}: "{claim.quote.text}"'
    assert isinstance(claim.office, Office)
    return _office(claim.office)


def lines(claims: Iterable[Claim]) -> list[str]:
    """Give the distinct lines of ``claims``, in order of the alphabet."""
    return sorted({line(claim) for claim in claims})


def _pledge(pledge: Pledge) -> str:
    parties = [pledge.pledger.name, *([pledge.beneficiary.name] if pledge.beneficiary else [])]
    stage = "withdrawn" if pledge.operation == "withdraw" else pledge.stage
    return f"{' > '.join(parties)}: {amount(pledge.quantity)}, {stage}"


def _office(office: Office) -> str:
    tenure = "" if office.tenure == "current" else f"{office.tenure} "
    org = f" of {office.org.name}" if office.org else ""
    return f"{office.person.name} = {tenure}{office.post}{org}"
