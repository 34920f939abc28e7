"""Claim: one thing that an article states, with the words that state it.

Sent on ``claims.extracted``, keyed by slot. A Retraction takes a claim back.
"""

from typing import Literal

from msgspec import UNSET, Struct, UnsetType

Span = tuple[int, int]
Kind = Literal["pledge", "quote", "office"]
Level = Literal["country", "bloc", "organisation", "company", "person", "donors"]
Purpose = Literal[
    "military",
    "financial",
    "humanitarian",
    "reconstruction",
    "energy",
    "defence_spending",
    "climate",
    "health",
    "development",
    "other",
]
Instrument = Literal["grant", "loan", "guarantee", "in_kind"]
Stage = Literal["proposed", "pledged", "committed", "allocated", "delivered"]
Operation = Literal["assert", "increase", "decrease", "withdraw", "correct"]
Polarity = Literal["affirmed", "conditional", "denied"]
Qualifier = Literal["exactly", "about", "at_least", "more_than", "up_to", "less_than"]
Reason = Literal["new_version", "canceled", "re_extracted"]
Tenure = Literal["current", "former", "outgoing", "incoming", "designate", "acting"]


class Actor(Struct, frozen=True, kw_only=True):
    """A party to a pledge, or an organisation. ``id`` is a Wikidata id where one is known."""

    id: str | None
    name: str
    level: Level | None = None
    as_printed: str | None = None


class Person(Struct, frozen=True, kw_only=True):
    """A person. ``name`` is the resolved full name, ``as_printed`` what stands in the text."""

    id: str | None
    name: str
    as_printed: str | None = None


class Speaker(Struct, frozen=True, kw_only=True):
    """Who said it. ``name`` is None for an unnamed official, whose role is kept."""

    id: str | None
    name: str | None
    role: str | None = None
    org: str | None = None
    as_printed: str | None = None


class Quantity(Struct, frozen=True, kw_only=True):
    """How much. ``value`` is the printed figure (of a range its lower end).

    ``low`` and ``high`` bound it, None where open; money is in whole units of
    ``currency`` (ISO 4217), a share of GDP in percent, anything else in ``unit``.
    ``in_eur`` is at the rate that ``rate_source`` gave for ``rate_date``, None where there is none.
    """

    kind: Literal["money", "gdp_share", "units", "none"]
    value: float | None = None
    low: float | None = None
    high: float | None = None
    qualifier: Qualifier = "exactly"
    currency: str | None = None
    unit: str | None = None
    text: str | None = None
    span: Span | None = None
    in_eur: float | None = None
    rate: float | None = None
    rate_date: str | None = None
    rate_source: str | None = None


class Period(Struct, frozen=True, kw_only=True):
    """When it holds: ISO dates, None where the article leaves them open."""

    start: str | None = None
    end: str | None = None
    deadline: str | None = None
    recurrence: Literal["total", "annual"] = "total"
    precision: Literal["day", "month", "year"] | None = None
    text: str | None = None


class Corrected(Struct, frozen=True, kw_only=True):
    """The figure that a publisher's notice calls wrong, in whole units; ``currency`` of money alone."""

    value: float
    currency: str | None = None


class Pledge(Struct, frozen=True, kw_only=True):
    """Who promised how much to whom, how far it has come, and what the report does to it.

    ``corrects`` is what the publisher said before, where a notice names it.
    """

    pledger: Actor
    beneficiary: Actor | None
    purpose: Purpose = "other"
    instrument: Instrument | None = None
    quantity: Quantity
    period: Period = Period()
    announced_on: str | None = None
    polarity: Polarity = "affirmed"
    stage: Stage = "pledged"
    operation: Operation = "assert"
    mentions: tuple[Span, ...] = ()
    corrects: Corrected | None = None


class Quote(Struct, frozen=True, kw_only=True):
    """Words in quotation marks; ``span`` covers the words inside them."""

    text: str
    span: Span
    form: Literal["direct", "mixed", "indirect"]
    cue: str | None = None


class Office(Struct, frozen=True, kw_only=True):
    """Who holds which post, as of a date (None where the article is undated)."""

    person: Person
    post: str
    org: Actor | None
    tenure: Tenure = "current"
    as_of: str | None = None


class ArticleRef(Struct, frozen=True, kw_only=True):
    """What a claim carries of its article, so that no stage must look it up.

    ``events`` are ids of dated events that the article speaks of as past or present;
    ``not_before`` and ``not_after`` (ISO days) bound the time that it tells of, as far as
    its own words do. They never replace ``published_at``. ``fingerprint`` sketches the article's
    words, ``names`` the names in it that few other articles have (models/name_sketch.py), ``told``
    its figures and quotations (models/told_sketch.py).
    """

    id: str
    story_id: str
    version: int = 1
    url: str | None = None
    publisher: str | None = None
    wire_credit: str | None = None
    title: str | None = None
    published_at: str | None = None
    fingerprint: str = ""
    names: str = ""
    told: str = ""
    events: tuple[str, ...] = ()
    not_before: str | None = None
    not_after: str | None = None


class Claim(Struct, frozen=True, kw_only=True, tag="claim", tag_field="type"):
    """One statement; exactly the payload that ``kind`` names is set.

    ``slot`` is what claims about one thing share. A claim that belongs to more than
    one slot is sent once for each, with the same ``claim_id``.
    """

    claim_id: str
    kind: Kind
    slot: str
    article: ArticleRef
    span: Span
    evidence: str
    speaker: Speaker | None
    attribution: Literal["direct", "indirect", "none"]
    extractor: str
    pledge: Pledge | UnsetType = UNSET
    quote: Quote | UnsetType = UNSET
    office: Office | UnsetType = UNSET


class Retraction(Struct, frozen=True, kw_only=True, tag="retraction", tag_field="type"):
    """Takes a claim back: its article no longer makes it.

    ``moved`` says that the claim left this slot and stands in others.
    """

    claim_id: str
    slot: str
    article_id: str
    reason: Reason
    moved: bool = False
