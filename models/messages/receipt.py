"""Receipt: what the claims stage made of one article, sent on ``articles.read``."""

from msgspec import Struct


class ClaimIds(Struct, frozen=True, kw_only=True):
    """The ids of the claims that an article makes, by kind."""

    pledge: tuple[str, ...] = ()
    quote: tuple[str, ...] = ()
    office: tuple[str, ...] = ()

    def all(self) -> tuple[str, ...]:
        """Give the ids of every kind in one tuple."""
        return self.pledge + self.quote + self.office


class Receipt(Struct, frozen=True, kw_only=True):
    """One for each article, whatever came out of it: without one it is lost or stuck.

    ``language`` is the ISO 639-1 code that was detected; ``note`` says why an article
    made no claims although it was read (another language, canceled), or gives the
    publisher's correction notice as printed.
    """

    article_id: str
    story_id: str
    claim_ids: ClaimIds
    fingerprint: str
    extractor: str
    milliseconds: float
    language: str | None = None
    note: str | None = None
