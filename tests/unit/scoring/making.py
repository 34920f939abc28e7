"""A small annotated folder, and claims as the extractor would make them."""

import json
from pathlib import Path

from models.messages import Actor, ArticleRef, Claim, Office, Person, Pledge, Quantity, Quote, Speaker

TEXT = "URL: https://paper.example/1\n\nNorway pays\nNorway will give Chad 5 million euros. “We keep our word to Chad,” said Kari Lie.\n"


def folder(path: Path, gold: dict[str, object], text: str = TEXT, **relations: object) -> Path:
    (path / "pages").mkdir()
    (path / "gold").mkdir()
    (path / "pages" / "001.txt").write_text(text, encoding="utf-8")
    (path / "gold" / "001.json").write_text(json.dumps({"id": "001", "pledges": [], **gold}))
    (path / "relations.json").write_text(json.dumps(relations))
    (path / "aliases.json").write_text(json.dumps({"Norway": ["Oslo"]}))
    return path


def gold_pledge(value: float, pledger: str = "Norway", **fields: object) -> dict[str, object]:
    amount = {"value": value, "currency": "EUR"}
    return {"pledger": pledger, "recipient": "Chad", "amount": amount, "status": "pledged", **fields}


def pledge(value: float, pledger: str = "Norway", speaker: str | None = None, **fields: object) -> Claim:
    quantity = Quantity(kind="money", value=value, currency="EUR")
    stated = Pledge(
        pledger=Actor(id=None, name=pledger),
        beneficiary=Actor(id=None, name="Chad"),
        quantity=quantity,
        **fields,  # type: ignore[arg-type]
    )
    return claim("pledge", f"{pledger}{value}", speaker, pledge=stated)


def quote(start: int, end: int, speaker: str | None) -> Claim:
    words = Quote(text="", span=(start, end), form="direct")
    return claim("quote", f"{start}", speaker, quote=words)


def office(person: str, post: str) -> Claim:
    held = Office(person=Person(id=None, name=person), post=post, org=None)
    return claim("office", person + post, None, office=held)


def claim(kind: str, claim_id: str, speaker: str | None, **payload: object) -> Claim:
    return Claim(
        claim_id=claim_id,
        kind=kind,  # type: ignore[arg-type]
        slot="s",
        article=ArticleRef(id="001", story_id="s"),
        span=(0, 1),
        evidence="the sentence",
        speaker=Speaker(id=None, name=speaker) if speaker else None,
        attribution="none",
        extractor="test",
        **payload,  # type: ignore[arg-type]
    )
