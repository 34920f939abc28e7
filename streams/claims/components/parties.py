"""What the people component notes beside people: introductions, and who may speak."""

from dataclasses import dataclass
from typing import Literal

from models.messages import Actor, Span
from models.messages.claim import Tenure
from streams.claims.components.roster import Individual


@dataclass(slots=True, frozen=True)
class Introduction:
    """The words at ``span`` give ``person`` a post (``office``) or a description."""

    span: Span
    person: Individual
    as_printed: str
    post: str
    org: Actor | None
    tenure: Tenure
    office: bool


@dataclass(slots=True, frozen=True)
class Party:
    """A noun phrase at ``span`` that can be the subject of a verb of speech.

    A ``person`` with all that introduces them, a ``role`` nobody is named for ("a senior
    official", "the prime minister"), or an ``org``.
    """

    span: Span
    kind: Literal["person", "role", "org"]
    person: Individual | None = None
    as_printed: str | None = None
    head: str | None = None
    role: str | None = None
    org: Actor | None = None
    definite: bool = False
    plural: bool = False
