"""Article: one version of a story, as the feeder sends it on ``articles.raw``."""

from typing import Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from models.identities import article_id, story_id

Status = Literal["usable", "withheld", "canceled"]
# A kill outranks what it kills; a release outranks the embargo that it ends.
RANKED: Final[tuple[Status, ...]] = ("withheld", "usable", "canceled")


class Article(Struct, frozen=True, kw_only=True):
    """A news article. Only ``text`` is required of a feed; the feeder fills in the ids.

    ``published_at`` is an RFC 3339 time, a bare date (``2025-02-24``, precision day)
    or None; nothing downstream may invent one.
    """

    text: str
    id: str = ""
    story_id: str = ""
    guid: str | None = None
    version: int = 1
    url: str | None = None
    publisher: str | None = None
    wire_credit: str | None = None
    title: str | None = None
    language: str | None = None
    published_at: str | None = None
    received_at: str | None = None
    status: Status = "usable"

    def identified(self) -> "Article":
        """Give the same article with the ids that its content determines, kept where it has them."""
        story = self.story_id or story_id(self.publisher, self.guid, self.url, self.text)
        return replace(self, story_id=story, id=self.id or article_id(story, self.version, self.text))
