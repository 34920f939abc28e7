"""What a story stands by: its articles one by one in, the claims that each takes back out.

Of all articles of a story one counts: that of the highest version; of equal versions a
canceled one before a usable one before a withheld one, of equal ones that of the greater
id. The claims of every other article are sent and taken back. So the same articles leave the
same claims standing, whatever their order and however often they come. Pure.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

import msgspec
from msgspec import Struct

from models.messages import Article, Claim, Retraction
from models.messages.article import RANKED, Status
from models.messages.claim import Reason
from streams.claims.pipeline import Extraction

FORMAT: Final = 1

Named = tuple[str, str]  # a claim's id and its slot


class StoryError(ValueError):
    """Bytes that are no story of this version: the table must be rebuilt from the topic."""


class Story(Struct, frozen=True, array_like=True):
    """The article that counts and the claims that were last read in it."""

    format: int
    version: int
    status: Status
    article_id: str
    claims: tuple[Named, ...]


class Told(NamedTuple):
    """``story`` is what to remember; ``receipt`` is False for an article that has a better one."""

    story: Story
    retractions: tuple[Retraction, ...]
    receipt: bool

    def statements(self, extraction: Extraction) -> Iterator[Claim | Retraction]:
        """Give what goes out: claims first, so that what replaces a claim precedes its end."""
        yield from extraction.claims
        yield from self.retractions


def tell(before: Story | None, article: Article, extraction: Extraction) -> Told:
    """Add an article with what was read in it to its story."""
    named = tuple((claim.claim_id, claim.slot) for claim in extraction.claims)
    told = Story(FORMAT, article.version, article.status, article.id, named)
    if before is None:
        return Told(told, (), True)
    if _rank(told) < _rank(before):
        same = told.article_id == before.article_id
        gone = _taken_back(named, told, before)
        return Told(before, gone, receipt=not same)
    kept = set(named)
    return Told(told, _taken_back((c for c in before.claims if c not in kept), before, told), True)


def read_stories(
    read: Callable[[Article], Extraction], articles: Iterable[Article]
) -> Iterator[tuple[Article, Extraction, Told]]:
    """Read articles with ``read`` in their order, each with what it does to its story."""
    stories: dict[str, Story] = {}
    for article in articles:
        extraction = read(article)
        told = tell(stories.get(article.story_id), article, extraction)
        stories[article.story_id] = told.story
        yield article, extraction, told


def _rank(story: Story) -> tuple[int, int, str]:
    return story.version, RANKED.index(story.status), story.article_id


def _taken_back(claims: Iterable[Named], loser: Story, winner: Story) -> tuple[Retraction, ...]:
    reason = _reason(loser, winner)
    standing = {claim_id for claim_id, _ in winner.claims}
    return tuple(
        Retraction(
            claim_id=claim_id,
            slot=slot,
            article_id=loser.article_id,
            reason=reason,
            moved=claim_id in standing,
        )
        for claim_id, slot in claims
    )


def _reason(loser: Story, winner: Story) -> Reason:
    if winner.status == "canceled":
        return "canceled"
    return "re_extracted" if loser.article_id == winner.article_id else "new_version"


_ENCODER: Final = msgspec.msgpack.Encoder()
_DECODER: Final = msgspec.msgpack.Decoder(Story)


def encode(story: Story) -> bytes:
    """Give the bytes of ``story`` for the table."""
    return _ENCODER.encode(story)


def decode(data: bytes) -> Story:
    """Read what encode() wrote. Raises StoryError for another format or damaged bytes."""
    try:
        story = _DECODER.decode(data)
    except msgspec.DecodeError as error:
        raise StoryError(f"not a story of format {FORMAT}: {error}") from error
    if story.format != FORMAT:
        raise StoryError(f"story of format {story.format}, this version reads format {FORMAT}")
    return story
