"""Reference data into Postgres: the tables then hold what the seeds hold, no more."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Table, delete
from sqlalchemy.dialects.postgresql import insert

from models.identities import content_id
from models.reference import ActorSeed, Reference, TenureSeed
from models.tables import actors, people, posts, tenures

Values = Mapping[str, Any]


def store_reference(connection: Connection, reference: Reference) -> None:
    """Replace actors, people, posts and tenures by those of ``reference``, in one transaction."""
    for table in (tenures, posts, people, actors):
        connection.execute(delete(table))
    _insert(connection, actors, map(_actor, reference.actor))
    _insert(
        connection,
        people,
        ({"person_id": p.id, "name": p.name, "aliases": list(p.aliases)} for p in reference.person),
    )
    _insert(connection, posts, map(_post, reference.tenure))
    _insert(connection, tenures, map(_tenure, reference.tenure))


def post_id(tenure: TenureSeed) -> str:
    """Name the post that a tenure is of: by its organisation and title."""
    return content_id("post", tenure.org, tenure.post)


def _insert(connection: Connection, table: Table, values: Iterable[Values]) -> None:
    # A post is named by each of its tenures; the later ones find it there.
    if found := list(values):
        connection.execute(insert(table).on_conflict_do_nothing(), found)


def _actor(actor: ActorSeed) -> Values:
    return {
        "actor_id": actor.id,
        "name": actor.name,
        "level": actor.level,
        "aliases": list(actor.aliases),
        "demonyms": list(actor.demonyms),
        "members": list(actor.members),
        "currency": actor.currency,
    }


def _post(tenure: TenureSeed) -> Values:
    return {"post_id": post_id(tenure), "title": tenure.post, "org_id": tenure.org}


def _tenure(tenure: TenureSeed) -> Values:
    return {
        "post_id": post_id(tenure),
        "person_id": tenure.person,
        "started_on": tenure.start,
        "ended_on": tenure.end,
    }
