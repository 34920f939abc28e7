"""Claims with the articles that make them: what every figure of the ledger points at."""

from collections.abc import Iterable, Sequence
from typing import Any, Final, Literal

import msgspec
from msgspec import Struct
from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, select
from sqlalchemy.dialects.postgresql import aggregate_order_by

from models.messages import Office, Pledge, Quote, Span, Speaker
from models.tables import articles, claim_slots, claims, retractions
from streams.ledger.queries.filters import Filters, of_claim, one_of
from streams.ledger.queries.paging import ALL, Page

_STATEMENTS: Final[dict[str, type[Pledge | Quote | Office]]] = {
    "pledge": Pledge,
    "quote": Quote,
    "office": Office,
}


class ClaimRow(Struct, frozen=True, kw_only=True):
    """A claim as stored, and its article as far as that is stored.

    ``text`` is the article's text, which ``span`` and the spans of ``statement`` count in;
    None where the article is not stored, or was not asked for. ``retracted`` gives the reason.
    """

    claim_id: str
    kind: Literal["pledge", "quote", "office"]
    slots: tuple[str, ...]
    article_id: str
    span: Span
    evidence: str
    speaker: Speaker | None
    attribution: str
    extractor: str
    statement: Pledge | Quote | Office
    stated_at: str | None
    publisher: str | None
    wire_credit: str | None
    title: str | None
    url: str | None
    text: str | None = None
    retracted: str | None = None


def claims_by_id(
    connection: Connection, ids: Iterable[str], *, with_text: bool = False
) -> dict[str, ClaimRow]:
    """Give those of ``ids`` that are stored, retracted ones included."""
    found = connection.execute(_claims(with_text=with_text).where(one_of(claims.c.claim_id, ids)))
    return {row.claim_id: _claim(row) for row in found}


def spoken(
    connection: Connection, kind: Literal["quote", "office"], filters: Filters, *, page: Page = ALL
) -> Sequence[ClaimRow]:
    """Give the quotes or offices that stand, oldest first, undated last."""
    ordered = (
        _claims(with_text=False)
        .where(_standing(kind, filters))
        .order_by(
            claims.c.stated_time.nulls_last(), claims.c.article_id, claims.c.span_start, claims.c.claim_id
        )
    )
    return [_claim(row) for row in connection.execute(page.of(ordered))]


def count_spoken(connection: Connection, kind: Literal["quote", "office"], filters: Filters) -> int:
    """Count the quotes or offices that stand."""
    source = claims.outerjoin(retractions, retractions.c.claim_id == claims.c.claim_id)
    counted = select(func.count()).select_from(source).where(_standing(kind, filters))
    return connection.execute(counted).scalar_one()


def _standing(kind: str, filters: Filters) -> ColumnElement[bool]:
    return and_(claims.c.kind == kind, retractions.c.reason.is_(None), of_claim(filters))


def _claims(*, with_text: bool) -> Select[Any]:
    slot = claim_slots.c.slot
    slots = (
        select(func.array_agg(aggregate_order_by(slot, slot)))
        .where(claim_slots.c.claim_id == claims.c.claim_id)
        .scalar_subquery()
    )
    article = [articles.c.publisher, articles.c.wire_credit, articles.c.title, articles.c.url]
    source = claims.outerjoin(articles, articles.c.article_id == claims.c.article_id).outerjoin(
        retractions, retractions.c.claim_id == claims.c.claim_id
    )
    return select(
        claims,
        slots.label("slots"),
        retractions.c.reason,
        *article,
        *([articles.c.text] if with_text else []),
    ).select_from(source)


def _claim(row: Row[Any]) -> ClaimRow:
    names = ("claim_id", "kind", "article_id", "evidence", "attribution", "extractor", "stated_at")
    article = ("publisher", "wire_credit", "title", "url")
    return ClaimRow(
        **{name: getattr(row, name) for name in names + article},
        slots=tuple(row.slots or ()),
        span=(row.span_start, row.span_end),
        speaker=_speaker(row),
        statement=msgspec.convert(row.statement, _STATEMENTS[row.kind]),
        text=getattr(row, "text", None),
        retracted=row.reason,
    )


def _speaker(row: Row[Any]) -> Speaker | None:
    said = (row.speaker_id, row.speaker_name, row.speaker_role, row.speaker_org, row.speaker_as_printed)
    if not any(said):
        return None
    id_, name, role, org, as_printed = said
    return Speaker(id=id_, name=name, role=role, org=org, as_printed=as_printed)
