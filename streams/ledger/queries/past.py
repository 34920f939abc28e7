"""The ledger as it was: a moment in; the claims and retractions that it rested on then, by slot, out.

The entries say what had come in by then; folding these messages as the conflicts stage does
gives the readings of that moment, since a reading is a function of its slot's set of claims.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final, Literal, get_args

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, literal, select, true

from models.messages import ArticleRef, Claim, Pledge, Retraction, Speaker
from models.tables import articles, claims, entries, receipts, retractions
from streams.ledger.queries.filters import Filters, of_claim

Clock = Literal["recorded", "stated"]
Standing = Mapping[str, Sequence[Claim | Retraction]]
CLOCKS: Final[tuple[Clock, ...]] = get_args(Clock)


def standing_at(
    connection: Connection, moment: datetime, filters: Filters | None = None, *, clock: Clock = "recorded"
) -> Standing:
    """Give what the pledge slots held at ``moment``: what was recorded by then, or stated by then.

    By the clock "stated" only dated articles count, and what was taken back since is left out.
    Only slots with a claim that ``filters`` leave are given.
    """
    found: dict[str, list[Claim | Retraction]] = {}
    for row in connection.execute(_query(moment, filters or Filters(), clock)):
        slot = found.setdefault(row.slot, [])
        slot.append(_claim(row))
        if row.reason and (row.ended or clock == "stated"):
            slot.append(
                Retraction(claim_id=row.claim_id, slot=row.slot, article_id=row.article_id, reason=row.reason)
            )
    return found


def _query(moment: datetime, filters: Filters, clock: Clock) -> Select[*tuple[Any, ...]]:
    by_then: ColumnElement[bool] = entries.c.recorded_at <= moment
    if clock == "stated":
        by_then = true()
    entered = (
        select(entries.c.slot, entries.c.claim_id, func.bool_or(entries.c.takes_back).label("ended"))
        .where(by_then)
        .group_by(entries.c.slot, entries.c.claim_id)
        .cte("entered")
    )
    wanted: ColumnElement[bool] = true()
    if filters != Filters():
        asked = select(entered.c.slot).join(claims, claims.c.claim_id == entered.c.claim_id)
        wanted = entered.c.slot.in_(asked.where(of_claim(filters)))
    if clock == "stated":
        wanted = and_(wanted, claims.c.stated_time <= literal(moment))
    return (
        select(
            entered.c.slot,
            entered.c.ended,
            claims,
            retractions.c.reason,
            receipts.c.fingerprint,
            *(articles.c[name] for name in ("version", "url", "publisher", "wire_credit", "title")),
        )
        .select_from(entered)
        .join(claims, claims.c.claim_id == entered.c.claim_id)
        .outerjoin(articles, articles.c.article_id == claims.c.article_id)
        .outerjoin(receipts, receipts.c.article_id == claims.c.article_id)
        .outerjoin(retractions, retractions.c.claim_id == claims.c.claim_id)
        .where(wanted)
        .order_by(entered.c.slot, claims.c.claim_id)
    )


def _claim(row: Row[Any]) -> Claim:
    """Make the message again of what is stored of it."""
    said = (row.speaker_id, row.speaker_name, row.speaker_role, row.speaker_org, row.speaker_as_printed)
    id_, name, role, org, as_printed = said
    return Claim(
        claim_id=row.claim_id,
        kind="pledge",
        slot=row.slot,
        article=_article(row),
        span=(row.span_start, row.span_end),
        evidence=row.evidence,
        speaker=Speaker(id=id_, name=name, role=role, org=org, as_printed=as_printed) if any(said) else None,
        attribution=row.attribution,
        extractor=row.extractor,
        pledge=msgspec.convert(row.statement, Pledge),
    )


def _retraction(row: Row[Any]) -> Retraction:
    return Retraction(claim_id=row.claim_id, slot=row.slot, article_id=row.article_id, reason=row.reason)


def _article(row: Row[Any]) -> ArticleRef:
    dating = row.dating or {}
    return ArticleRef(
        id=row.article_id,
        story_id=row.story_id,
        version=row.version or 1,
        url=row.url,
        publisher=row.publisher,
        wire_credit=row.wire_credit,
        title=row.title,
        published_at=row.stated_at,
        fingerprint=row.fingerprint or "",
        names=dating.get("names", ""),
        told=dating.get("told", ""),
        events=tuple(dating.get("events", ())),
        not_before=dating.get("not_before"),
        not_after=dating.get("not_after"),
    )
