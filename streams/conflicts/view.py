"""A slot as the finders see it: its live digests with their sources and the reference lookups."""

from collections.abc import Iterator
from typing import NamedTuple

from streams.conflicts.moments import Moments
from streams.conflicts.relations.pledges import Report
from streams.conflicts.state import Digest, SlotState, Source, terms_of
from streams.conflicts.tenures import Tenures


class View(NamedTuple):
    """The claims of ``slot`` that stand, ordered by claim id, and the same by article."""

    slot: str
    digests: tuple[Digest, ...]
    articles: dict[str, list[Digest]]
    sources: dict[str, Source]
    moments: Moments
    tenures: Tenures

    def source(self, digest: Digest) -> Source:
        """Give the article of a claim."""
        return self.sources[digest.article_id]

    def of_article(self, article_id: str) -> list[Digest]:
        """Give the slot's claims of one article."""
        return self.articles.get(article_id, [])

    def report(self, digest: Digest) -> Report:
        """Give a pledge claim with the days of its news and its article."""
        source = self.sources[digest.article_id]
        return Report(terms_of(digest), self.moments.announced(digest, source), source)

    def groups(self) -> Iterator[tuple[Digest, ...]]:
        """Give the claims of each value together."""
        groups: dict[str, list[Digest]] = {}
        for digest in self.digests:
            groups.setdefault(digest.group, []).append(digest)
        for name in sorted(groups):
            yield tuple(groups[name])


def view(slot: str, state: SlotState, moments: Moments, tenures: Tenures) -> View:
    """Look at the claims of a slot that nobody took back."""
    live = sorted((d for d in state.digests.values() if d.retracted is None), key=lambda d: d.claim_id)
    articles: dict[str, list[Digest]] = {}
    for digest in live:
        articles.setdefault(digest.article_id, []).append(digest)
    return View(slot, tuple(live), articles, state.sources, moments, tenures)
