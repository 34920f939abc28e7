"""Claims made by hand for the reconciliation tests: a few words in, a whole message out."""

from typing import Any

from models.identities import content_id, slug
from models.messages import (
    Actor,
    ArticleRef,
    Claim,
    Office,
    Period,
    Person,
    Pledge,
    Quantity,
    Quote,
    Retraction,
    Speaker,
)

OPEN_ENDED = {
    "at_least": (True, False),
    "more_than": (True, False),
    "up_to": (False, True),
    "less_than": (False, True),
}
QUANTITY = ("value", "low", "high", "qualifier", "currency", "unit", "text", "in_eur")
PERIOD = ("start", "end", "deadline", "recurrence", "precision")


def article(name: str, **fields: Any) -> ArticleRef:
    defaults = {"id": content_id("article", name), "story_id": content_id("story", name), "fingerprint": ""}
    return ArticleRef(**{**defaults, **fields})


def quantity(kind: str = "money", value: float | None = 1e9, **fields: Any) -> Quantity:
    qualifier = fields.get("qualifier", "exactly")
    low_set, high_set = OPEN_ENDED.get(qualifier, (True, True))
    fields.setdefault("low", value if low_set else None)
    fields.setdefault("high", value if high_set else None)
    if kind == "money":
        fields.setdefault("currency", "EUR")
    return Quantity(kind=kind, value=value, **fields)


def pledge(
    name: str,
    value: float | None = 1e9,
    *,
    kind: str = "money",
    ref: dict[str, Any] | None = None,
    slot: str = "pledge:germany:ukraine",
    speaker: str | None = None,
    evidence: str | None = None,
    to: str | None = None,
    giver: str | None = None,
    **fields: Any,
) -> Claim:
    """Make a pledge claim of article ``name``; ``fields`` go where they belong by name.

    ``to`` is the receiver of a guest ("-" for none) and ``giver`` its giver where they are not the slot's.
    """
    amount = quantity(kind, value, **{k: fields.pop(k) for k in QUANTITY if k in fields})
    period = Period(text=fields.pop("text_period", None), **{k: fields.pop(k) for k in PERIOD if k in fields})
    giver, receiver = giver or slot.split(":")[1], to or slot.split(":")[2]
    return _claim(
        "pledge",
        name,
        slot,
        ref,
        speaker,
        evidence or f"sentence of {name}",
        (
            value,
            amount.currency,
            amount.qualifier,
            fields.get("stage"),
            period.end,
            period.deadline,
            period.text,
        ),
        pledge=Pledge(
            pledger=Actor(id=None, name=giver.title()),
            beneficiary=None if receiver == "-" else Actor(id=None, name=receiver.title()),
            quantity=amount,
            period=period,
            **fields,
        ),
    )


def office(
    name: str,
    person: str,
    *,
    person_id: str | None = None,
    slot: str = "office:nato:secretary-general",
    ref: dict[str, Any] | None = None,
    **fields: Any,
) -> Claim:
    """Make an office claim of article ``name``."""
    return _claim(
        "office",
        name,
        slot,
        ref,
        None,
        f"sentence of {name}",
        (person, fields.get("tenure"), *filter(None, [fields.get("post")])),
        office=Office(
            person=Person(id=person_id, name=person),
            post=fields.pop("post", None) or slot.split(":")[2],
            org=Actor(id=None, name=slot.split(":")[1].upper()),
            **fields,
        ),
    )


def quote(
    name: str,
    text: str,
    speaker: str | None,
    *,
    slot: str | None = None,
    ref: dict[str, Any] | None = None,
    **fields: Any,
) -> Claim:
    """Make a quote claim of article ``name``."""
    return _claim(
        "quote",
        name,
        slot or f"quote:{slug(speaker or 'nobody')}",
        ref,
        speaker,
        f"{speaker}: {text}",
        (text, speaker),
        role=fields.pop("role", None),
        quote=Quote(text=text, span=(0, len(text)), form=fields.pop("form", "direct"), **fields),
    )


def retraction(claim: Claim, reason: str = "canceled") -> Retraction:
    return Retraction(claim_id=claim.claim_id, slot=claim.slot, article_id=claim.article.id, reason=reason)


def _claim(
    kind: str,
    name: str,
    slot: str,
    ref: dict[str, Any] | None,
    speaker: str | None,
    evidence: str,
    what: tuple[object, ...],
    role: str | None = None,
    **payload: Any,
) -> Claim:
    return Claim(
        claim_id=content_id("claim", name, kind, slot, *what),
        kind=kind,
        slot=slot,
        article=article(name, **(ref or {})),
        span=(0, len(evidence)),
        evidence=evidence,
        speaker=Speaker(id=None, name=speaker, role=role) if speaker or role else None,
        attribution="none",
        extractor="hand",
        **payload,
    )
