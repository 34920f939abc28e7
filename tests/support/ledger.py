"""Messages for tests of the ledger: one call, one well-formed message."""

from dataclasses import dataclass
from typing import Any

from models.identities import content_id
from models.messages import (
    Actor,
    Article,
    ArticleRef,
    Claim,
    ClaimIds,
    Conflict,
    DeadLetter,
    Entry,
    Office,
    Period,
    Person,
    Pledge,
    PledgeState,
    Quantity,
    Quote,
    Reading,
    Receipt,
    Retraction,
    Side,
    SideClaim,
    Speaker,
)

UKRAINE = Actor(id="Q212", name="Ukraine", level="country")
GERMANY = Actor(id="Q183", name="Germany", level="country", as_printed="Berlin")
RUTTE = Speaker(id="Q57792", name="Mark Rutte", role="Secretary General", org="NATO", as_printed="Rutte")
SLOT = "pledge:Q183:Q212"


@dataclass(frozen=True)
class Taken:
    """A message as the stage hands it to the writer."""

    message: Any


def taken(*messages: Any) -> list[Taken]:
    return [Taken(message) for message in messages]


def article(number: int = 1, **changes: Any) -> Article:
    text = f"Germany will give Ukraine €{number} billion, Rutte said. “We keep our word {number}.”"
    fields = {
        "text": text,
        "title": f"Germany pledges {number} billion",
        "publisher": "Harbour Post",
        "url": f"https://harbour.example/{number}",
        "published_at": "2025-02-24T13:00:00Z",
        "received_at": "2025-02-24T13:05:00Z",
        "language": "en",
    } | changes
    return Article(**fields).identified()  # type: ignore[arg-type]


def reference_to(source: Article) -> ArticleRef:
    return ArticleRef(
        id=source.id,
        story_id=source.story_id,
        url=source.url,
        publisher=source.publisher,
        title=source.title,
        published_at=source.published_at,
        fingerprint="f1",
    )


def pledge(number: int = 1, **changes: Any) -> Pledge:
    fields = {
        "pledger": GERMANY,
        "beneficiary": UKRAINE,
        "purpose": "military",
        "quantity": quantity(number),
        "announced_on": "2025-02-24",
        "period": Period(end="2025-12-31", text="this year"),
    } | changes
    return Pledge(**fields)


def quantity(number: int) -> Quantity:
    value = number * 1e9
    return Quantity(
        kind="money", value=value, low=value, high=value, currency="EUR", text=f"€{number} billion",
        span=(26, 36), in_eur=value, rate=1.0, rate_date="2025-02-24", rate_source="ECB",
    )  # fmt: skip


def claim(source: Article, number: int = 1, **changes: Any) -> Claim:
    fields = {
        "claim_id": content_id("claim", source.id, "pledge", number),
        "kind": "pledge",
        "slot": SLOT,
        "article": reference_to(source),
        "span": (0, 55),
        "evidence": source.text[:55],
        "speaker": RUTTE,
        "attribution": "indirect",
        "extractor": "pledgewire-en 1.0",
        "pledge": pledge(number),
    } | changes
    return Claim(**fields)


def quote_claim(source: Article, number: int = 1, **changes: Any) -> Claim:
    fields = {
        "claim_id": content_id("claim", source.id, "quote", number),
        "kind": "quote",
        "slot": "quote:Q57792",
        "article": reference_to(source),
        "span": (57, 77),
        "evidence": source.text[56:],
        "speaker": RUTTE,
        "attribution": "direct",
        "extractor": "pledgewire-en 1.0",
        "quote": Quote(text="We keep our word.", span=(57, 77), form="direct", cue="said"),
    } | changes
    return Claim(**fields)


def office_claim(source: Article) -> Claim:
    return Claim(
        claim_id=content_id("claim", source.id, "office"),
        kind="office",
        slot="office:NATO:secretary-general",
        article=reference_to(source),
        span=(0, 10),
        evidence=source.text,
        speaker=None,
        attribution="none",
        extractor="pledgewire-en 1.0",
        office=Office(
            person=Person(id="Q57792", name="Mark Rutte"),
            post="Secretary General",
            org=Actor(id="Q7184", name="NATO"),
            as_of="2025-02-24",
        ),
    )


def receipt(source: Article, *claims: Claim, **changes: Any) -> Receipt:
    by_kind: dict[str, tuple[str, ...]] = {
        kind: tuple(c.claim_id for c in claims if c.kind == kind) for kind in ("pledge", "quote", "office")
    }
    fields = {
        "article_id": source.id,
        "story_id": source.story_id,
        "claim_ids": ClaimIds(**by_kind),
        "fingerprint": "f1",
        "extractor": "pledgewire-en 1.0",
        "milliseconds": 6.5,
        "language": "en",
    } | changes
    return Receipt(**fields)  # type: ignore[arg-type]


def state(*claims: Claim, pledge_id: str | None = None, **changes: Any) -> PledgeState:
    first = claims[0].pledge
    assert isinstance(first, Pledge)
    fields = {
        "pledge_id": pledge_id or content_id("pledge", claims[0].slot, first.announced_on),
        "pledger": first.pledger,
        "beneficiary": first.beneficiary,
        "purpose": first.purpose,
        "instrument": first.instrument,
        "quantity": first.quantity,
        "period": first.period,
        "announced_on": first.announced_on,
        "polarity": first.polarity,
        "stage": first.stage,
        "withdrawn": False,
        "speakers": tuple(sorted({c.speaker.name for c in claims if c.speaker and c.speaker.name})),
        "claim_ids": tuple(c.claim_id for c in claims),
        "independent_origins": 1,
        "articles": len({c.article.id for c in claims}),
    } | changes
    return PledgeState(**fields)


def reading(revision: int, *pledges: PledgeState, slot: str = SLOT, **changes: Any) -> Reading:
    fields = {"slot": slot, "revision": revision, "pledges": pledges, "open_conflicts": ()} | changes
    return Reading(**fields)


def entry(source: Claim, **changes: Any) -> Entry:
    stated = source.pledge
    assert isinstance(stated, Pledge)
    fields = {
        "entry_id": content_id("entry", source.claim_id, "assert"),
        "pledge_id": content_id("pledge", source.slot, stated.announced_on),
        "slot": source.slot,
        "operation": "assert",
        "claim_id": source.claim_id,
        "pledge": stated,
        "stated_at": source.article.published_at,
        "recorded_at": "2025-02-24T13:05:01.250Z",
        "independent_origins": 1,
        "articles": 1,
    } | changes
    return Entry(**fields)


def _side(value: str, claim: Claim, **counts: int) -> Side:
    return Side(
        value=value, claims=(SideClaim(claim_id=claim.claim_id, article_id=claim.article.id),), **counts
    )


def conflict(revision: int, left: Claim, right: Claim, **changes: Any) -> Conflict:
    fields = {
        "conflict_id": content_id("conflict", left.slot, "amount"),
        "state": "open",
        "revision": revision,
        "kind": "amount",
        "slot": left.slot,
        "severity": "alert",
        "sides": (
            _side("EUR 1bn", left, independent_origins=1, articles=1),
            _side("EUR 2bn", right, independent_origins=2, articles=3),
        ),
        "summary": "Reports differ on what Germany pledged to Ukraine: EUR 1bn or EUR 2bn.",
    } | changes
    return Conflict(**fields)


def retraction(source: Claim) -> Retraction:
    return Retraction(
        claim_id=source.claim_id, slot=source.slot, article_id=source.article.id, reason="new_version"
    )


def dead_letter(stage: str = "claims", offset: int = 7, **changes: Any) -> DeadLetter:
    fields = {
        "id": content_id("dead", stage, "articles.raw", 0, offset),
        "stage": stage,
        "topic": "articles.raw",
        "partition": 0,
        "offset": offset,
        "key": b"story",
        "headers": (("traceparent", b"00-1-2-00"), ("ce_id", b"x")),
        "body": b'{"text": \xff',
        "length": 10,
        "sha256": "ab" * 32,
        "truncated": False,
        "error": "BadRecord",
        "reason": "not UTF-8: invalid start byte at byte 9",
        "attempts": 1,
        "first_seen": "2025-02-24T13:05:01Z",
        "last_seen": "2025-02-24T13:05:01Z",
    } | changes
    return DeadLetter(**fields)
