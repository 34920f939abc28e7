"""Reference data from ``seeds/``: actors, people, posts, dated events, wordings, publishing houses.

In: TOML files below a folder. Out: one immutable Reference. An operator extends it by a
folder of their own, without code; a wrong file is an error that names it and the place.
"""

from pathlib import Path
from typing import Final, Literal

import msgspec
from msgspec import Struct

from models.messages.claim import Level

SEEDS: Final = Path(__file__).resolve().parent.parent / "seeds"


class SeedError(ValueError):
    """A reference file that cannot be used; names the file and the reason."""


class ActorSeed(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A country, bloc, organisation, company or donor group.

    ``id`` is its Wikidata id (``Q212``), else a stable name of our own (``x:gavi``);
    ``name`` the canonical name claims carry; ``aliases`` other printed names, capitals
    and governments as metonyms included; ``demonyms`` adjectives ("Dutch"); ``members``
    ids of a bloc's members; ``currency`` the ISO 4217 code that a bare sign means there.
    ``receives_only`` marks causes and people in need, who give nothing ("refugees");
    ``organ_of`` is the id of the bloc whose money an organ of it gives (the Commission: the EU).
    """

    id: str
    name: str
    level: Level
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    currency: str | None = None
    receives_only: bool = False
    organ_of: str | None = None


class PersonSeed(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A person in public life. ``name`` is the full name claims carry.

    An alias of several words is another spelling in use; one of a single word ("Macron")
    is enough to know the person by, wherever it stands.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    pronoun: Literal["he", "she"] | None = None


class TenureSeed(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who held a post from ``start`` to ``end`` (ISO dates, ``end`` absent while it lasts).

    ``person`` and ``org`` are ids of the other tables, ``post`` the canonical English title.
    """

    person: str
    post: str
    org: str
    start: str
    end: str | None = None


class EventSeed(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A dated event such as a summit: it may date what an article says of it.

    ``words`` are phrases that must all be present in a sentence for it to speak of the
    event ("NATO", "summit", "The Hague").
    """

    id: str
    name: str
    place: str
    start: str
    end: str
    words: tuple[str, ...]


class PostSeed(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Posts that one person holds at a time, or many: patterns of whole posts, ``*`` for any words."""

    holders: Literal["one", "many"]
    patterns: tuple[str, ...]


class WordingSeed(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What makes no difference between two printings of one utterance.

    ``light`` words are free, ``common`` ones tell nothing, ``negations`` always count;
    ``same`` maps a spelling to the one it is compared as.
    """

    light: tuple[str, ...] = ()
    common: tuple[str, ...] = ()
    negations: tuple[str, ...] = ()
    same: dict[str, str] = {}


class HouseSeed(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A publishing house or news agency: what its ``titles`` print has one origin.

    ``titles`` are names under which it publishes or is credited, ``sites`` the hosts of its
    addresses without ``www``; a site covers those below it.
    """

    name: str
    titles: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()


class PartSeed(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that call a figure a part of another, ``before`` it or ``after`` it.

    ``moved`` are words in its clause that say that what it counts changed hands.
    """

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()


class Reference(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All reference data; each file of the folder may hold any of its tables."""

    actor: tuple[ActorSeed, ...] = ()
    person: tuple[PersonSeed, ...] = ()
    tenure: tuple[TenureSeed, ...] = ()
    event: tuple[EventSeed, ...] = ()
    post: tuple[PostSeed, ...] = ()
    wording: tuple[WordingSeed, ...] = ()
    house: tuple[HouseSeed, ...] = ()
    part: tuple[PartSeed, ...] = ()


def load_reference(folder: Path = SEEDS / "reference") -> Reference:
    """Read every ``*.toml`` below ``folder``, in name order, into one Reference.

    A folder other than the shipped one adds to it: its row of a shipped id replaces that row,
    and one that is not there adds nothing.

    Raises SeedError for a file that does not parse, an id that is defined twice, or
    a tenure or membership that names an id no table holds.
    """
    own, shipped = _read(folder), SEEDS / "reference"
    whole = own if folder == shipped else _extended(_read(shipped), own)
    _check(whole, folder)
    return whole


def _read(folder: Path) -> Reference:
    parts = [_load(path) for path in sorted(folder.rglob("*.toml"))]
    tables = Reference.__struct_fields__
    return Reference(
        **{table: tuple(row for part in parts for row in getattr(part, table)) for table in tables}
    )


def _extended(shipped: Reference, own: Reference) -> Reference:
    """Give the rows of both, of a row that stands in both the own one."""
    tables = {}
    for table in Reference.__struct_fields__:
        rows = getattr(own, table)
        replaced = {_key(row) for row in rows}
        tables[table] = (*(row for row in getattr(shipped, table) if _key(row) not in replaced), *rows)
    return Reference(**tables)


def _key(row: Struct) -> object:
    return getattr(row, "id", None) or msgspec.json.encode(row)


def _load(path: Path) -> Reference:
    try:
        return msgspec.toml.decode(path.read_bytes(), type=Reference)
    except (msgspec.DecodeError, OSError) as error:
        raise SeedError(f"{path}: {error}") from error


def _check(reference: Reference, folder: Path) -> None:
    actors = {actor.id for actor in reference.actor}
    people = {person.id for person in reference.person}
    events = {event.id for event in reference.event}
    for table, ids in (("actor", actors), ("person", people), ("event", events)):
        rows = getattr(reference, table)
        if len(ids) != len(rows):
            twice = sorted({row.id for row in rows if sum(r.id == row.id for r in rows) > 1})
            raise SeedError(f"{folder}: {table} ids defined twice: {', '.join(twice)}")
    for tenure in reference.tenure:
        if tenure.person not in people or tenure.org not in actors:
            raise SeedError(
                f"{folder}: tenure {tenure.post!r} names {tenure.person} of {tenure.org}, not defined"
            )
    for actor in reference.actor:
        if unknown := set(actor.members) - actors:
            raise SeedError(f"{folder}: {actor.id} has undefined members: {', '.join(sorted(unknown))}")
        if actor.organ_of is not None and actor.organ_of not in actors:
            raise SeedError(f"{folder}: {actor.id} is an organ of {actor.organ_of}, not defined")
