"""Whose output a share is of: a share's giver in, the state or bloc that it stands for out.

Only states have an output: "the members" are those of the bloc that the article tells of, and a
council or ministry of no table's decides for its country.
"""

from collections.abc import Iterable
from typing import Final

from msgspec.structs import replace

from models.messages import Actor, Span
from models.messages.claim import Level
from streams.claims.components.giving.article import Nominal, PledgeArticle
from streams.claims.components.giving.context import DONORS, Giver

_BODIES: Final = frozenset({"organisation", "company"})


def of_state(article: PledgeArticle, giver: Giver, at: int, sentence: Span) -> Giver:
    """Give ``giver`` of the share at ``at``, or the state or bloc that is meant with it."""
    if giver.actor.id == DONORS.id:
        meant = _nearest(article, at, sentence, "bloc")
    elif giver.actor.id is None and giver.actor.level in _BODIES:
        meant = _nearest(article, at, sentence, "country") or article.home
    else:
        return giver
    return replace(giver, actor=meant) if meant is not None else giver


def _nearest(article: PledgeArticle, at: int, sentence: Span, level: Level) -> Actor | None:
    """Give the actor of ``level`` in the sentence of the share, else the last before, else the first."""
    here = _first(article.nominals_in(*sentence), level)
    before = _first(reversed(article.nominals_in(0, at)), level)
    return here or before or _first(article.nominals, level)


def _first(nominals: Iterable[Nominal], level: Level) -> Actor | None:
    return next((nominal.actor for nominal in nominals if nominal.actor.level == level), None)
