"""Sentences by the rule that they show, each with who gets ("-": nobody) out of its last pledge."""

from collections.abc import Mapping, Sequence

import pytest

from models.messages import Article
from streams.claims.pipeline import Extractor

Rows = Mapping[str, Sequence[tuple[str, str]]]


def cases(rows: Rows) -> list[object]:
    """Give the parameters ``text`` and ``taker`` of a test, named by their rule."""
    return [
        pytest.param(text, taker, id=f"{rule}: {text[:40]}")
        for rule, given in rows.items()
        for text, taker in given
    ]


def last_taker(extractor: Extractor, text: str) -> str:
    """Read ``text`` and give the beneficiary of the pledge that it names last."""
    claims = extractor.read(Article(id="a", text=text)).claims
    pledge = [claim.pledge for claim in claims if claim.kind == "pledge"][-1]
    return pledge.beneficiary.name if pledge.beneficiary else "-"
