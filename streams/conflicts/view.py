"""A slot as the finders see it: its live claims in order of id, with what they look up of them.

Everything here is derived from the slot's state and the reference data, once for each fold.
"""

from collections.abc import Iterable
from functools import cached_property
from typing import Final, NamedTuple

from streams.conflicts.corrections import as_corrected
from streams.conflicts.moments import Moments
from streams.conflicts.origins import Origins
from streams.conflicts.relations.amounts import Figure
from streams.conflicts.relations.pledges import Report
from streams.conflicts.relations.quotes import Language, WordsVerdict
from streams.conflicts.state import Digest, SlotState, Source, terms_of, words_of
from streams.conflicts.tenures import Tenures
from streams.conflicts.wording import Wording

REPORTS_MAX: Final = 16_384  # that are remembered


class Knowledge(NamedTuple):
    """What all slots are read with."""

    moments: Moments
    tenures: Tenures
    language: Language
    origins: Origins
    reports: "Reports"


class Reports:
    """Looks at pledge claims; one whose digest and source are the very same is not looked at again."""

    def __init__(self, moments: Moments) -> None:
        self._moments = moments
        self._known: dict[str, tuple[Digest, Source, Report]] = {}

    def of(self, digest: Digest, source: Source) -> Report:
        """Give what report_of() gives."""
        known = self._known.get(digest.claim_id)
        if known is None or known[0] is not digest or known[1] is not source:
            if len(self._known) >= REPORTS_MAX:
                self._known.clear()
            known = self._known[digest.claim_id] = digest, source, report_of(digest, source, self._moments)
        return known[2]


class View:
    """The claims of ``slot`` that nobody took back."""

    def __init__(self, slot: str, state: SlotState, known: Knowledge) -> None:
        standing = (digest for digest in state.digests.values() if digest.retracted is None)
        live = as_corrected(standing, state.sources)
        self.slot = slot
        self.digests = tuple(sorted(live, key=lambda digest: digest.claim_id))
        self.sources = state.sources
        self.moments = known.moments
        self.tenures = known.tenures
        self._language = known.language
        self._known_origins, self._known_reports = known.origins, known.reports
        self._articles: dict[str, list[Digest]] = {}
        for digest in self.digests:
            self._articles.setdefault(digest.article_id, []).append(digest)
        self._reports: dict[str, Report] = {}

    @cached_property
    def own(self) -> tuple[Digest, ...]:
        """The claims that the slot's reading counts: all but guests."""
        return tuple(digest for digest in self.digests if not digest.home)

    def source(self, digest: Digest) -> Source:
        """Give the article of a claim."""
        return self.sources[digest.article_id]

    def articles(self) -> Iterable[str]:
        """Give the articles that make the slot's claims."""
        return self._articles

    def of_article(self, article_id: str) -> list[Digest]:
        """Give the slot's claims of one article."""
        return self._articles.get(article_id, [])

    def report(self, digest: Digest) -> Report:
        """Give a pledge claim with the days of its news and its article."""
        known = self._reports.get(digest.claim_id)
        if known is None:
            known = self._known_reports.of(digest, self.sources[digest.article_id])
            self._reports[digest.claim_id] = known
        return known

    def wording(self, digest: Digest) -> Wording:
        """Give a quotation's words, ready to compare."""
        return self._language.wordings.of(words_of(digest).text)

    def relate_words(self, one: Digest, other: Digest) -> WordsVerdict:
        """Compare two quotations by their words."""
        return self._language.relate(words_of(one).text, words_of(other).text)

    def count_origins(self, digests: tuple[Digest, ...]) -> int:
        """Count the independent origins behind some of the slot's claims."""
        return self.origins_of(digest.article_id for digest in digests)

    def origins_of(self, articles: Iterable[str]) -> int:
        """Count the independent origins of some of the slot's articles."""
        return len({self._origins.get(article, article) for article in articles})

    @cached_property
    def _origins(self) -> dict[str, str]:
        return self._known_origins.group(self.slot, self.digests, self.sources)

    @cached_property
    def groups(self) -> dict[str, tuple[Digest, ...]]:
        """The claims of each value together, by the value's name, in its order."""
        groups: dict[str, list[Digest]] = {}
        for digest in self.digests:
            groups.setdefault(digest.group, []).append(digest)
        return {name: tuple(groups[name]) for name in sorted(groups)}

    @cached_property
    def figures(self) -> dict[str, Figure]:
        """What each value of a pledge slot amounts to."""
        return {name: figure_in(members[0]) for name, members in self.groups.items()}


def meet_elsewhere(one: Digest, other: Digest) -> bool:
    """Say whether two guests are compared in a slot of their own: of their receiver, or of their giver."""
    a, b = one.home, other.home
    givers = {home.partition(":")[0] for home in (a, b) if ":" in home}
    return bool(a) and (a == b or (":" in a and ":" in b and len(givers) == 1))


def figure_in(digest: Digest) -> Figure:
    """Give the figure of a pledge claim as its digest keeps it."""
    terms = terms_of(digest)
    return Figure(terms, terms.value or 0.0, digest.low, digest.high, digest.slack)


def report_of(digest: Digest, source: Source, moments: Moments) -> Report:
    """Give a pledge claim with the days of its news and its article."""
    return Report(figure_in(digest), moments.announced(digest, source), source)
