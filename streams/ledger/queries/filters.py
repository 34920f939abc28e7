"""What a person may ask for, as conditions on the ledger's tables.

A name is given by id, by whole words of the name, or by any alias or demonym of the
reference data ("Dutch" finds the Netherlands; "US" never finds Russia).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    FromClause,
    String,
    Text,
    and_,
    any_,
    cast,
    func,
    literal,
    or_,
    select,
    true,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from models.tables import actors, claims, people, pledges

Condition = ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class Filters:
    """Filters of a question; None asks for anything. ``until`` includes its day."""

    speaker: str | None = None
    pledger: str | None = None
    beneficiary: str | None = None
    kind: str | None = None
    since: date | None = None
    until: date | None = None


def of_pledge(filters: Filters) -> Condition:
    """Give the condition on a row of ``pledges``; an undated pledge counts by its first report."""
    conditions: list[Condition] = []
    if filters.pledger:
        conditions.append(_actor(filters.pledger, pledges.c.pledger_id, pledges.c.pledger_name))
    if filters.beneficiary:
        conditions.append(_actor(filters.beneficiary, pledges.c.beneficiary_id, pledges.c.beneficiary_name))
    if filters.speaker:
        by_claim = and_(claims.c.claim_id == any_(pledges.c.claim_ids), _speaker(filters.speaker))
        named = func.array_to_string(pledges.c.speakers, " | ")
        conditions.append(or_(_words(named, filters.speaker), select(1).where(by_claim).exists()))
    if filters.since or filters.until:
        first = (
            select(func.min(func.left(claims.c.stated_at, 10)))
            .where(claims.c.claim_id == any_(pledges.c.claim_ids))
            .scalar_subquery()
        )
        conditions += _days(func.coalesce(pledges.c.announced_on, first), filters)
    return and_(true(), *conditions)


def of_claim(filters: Filters, source: FromClause = claims) -> Condition:
    """Give the condition on a row of ``claims`` (or an alias of it), its kind left aside."""
    conditions: list[Condition] = []
    statement = cast(source.c.statement, JSONB)
    for wanted, role in ((filters.pledger, "pledger"), (filters.beneficiary, "beneficiary")):
        if wanted:
            conditions.append(_actor(wanted, statement[role, "id"].astext, statement[role, "name"].astext))
    if filters.speaker:
        conditions.append(_speaker(filters.speaker, source))
    if filters.since or filters.until:
        conditions += _times(source.c.stated_time, filters)
    return and_(true(), *conditions)


def one_of(column: ColumnElement[Any], ids: Iterable[str]) -> Condition:
    """Give the condition that ``column`` is one of any number of ids, as one parameter."""
    return column == any_(literal(sorted(set(ids)), ARRAY(Text)))


def _actor(wanted: str, id_: ColumnElement[Any], name: ColumnElement[Any]) -> Condition:
    known = select(actors.c.actor_id).where(
        or_(_same(wanted, actors.c.name), _among(wanted, actors.c.aliases), _among(wanted, actors.c.demonyms))
    )
    return or_(id_ == wanted, _words(name, wanted), id_.in_(known))


def _speaker(wanted: str, source: FromClause = claims) -> Condition:
    known = select(people.c.person_id).where(_among(wanted, people.c.aliases))
    return or_(
        source.c.speaker_id == wanted,
        _words(source.c.speaker_name, wanted),
        _words(source.c.speaker_role, wanted),
        source.c.speaker_id.in_(known),
    )


def _words(column: ColumnElement[Any], wanted: str) -> Condition:
    return column.regexp_match(rf"(^|\W){re.escape(wanted)}($|\W)", flags="i")


def _same(wanted: str, column: ColumnElement[Any]) -> Condition:
    return func.lower(column) == wanted.lower()


def _among(wanted: str, column: ColumnElement[Any]) -> Condition:
    item = func.unnest(column).column_valued("item")
    return select(1).where(func.lower(cast(item, String)) == wanted.lower()).exists()


def _days(day: ColumnElement[Any], filters: Filters) -> Sequence[Condition]:
    """Compare an ISO day, or a year or month that overlaps the bound."""
    conditions = []
    if filters.since:
        conditions.append(day >= func.left(literal(filters.since.isoformat()), func.length(day)))
    if filters.until:
        conditions.append(day <= literal(filters.until.isoformat()))
    return conditions


def _times(time: ColumnElement[Any], filters: Filters) -> Sequence[Condition]:
    """Compare a time by its day in UTC, which is the session's zone."""
    conditions = []
    if filters.since:
        conditions.append(cast(time, Date) >= filters.since)
    if filters.until:
        conditions.append(cast(time, Date) <= filters.until)
    return conditions
