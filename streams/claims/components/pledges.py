"""Pledges: quantities, actors and speakers of a Doc in, ``doc._.pledges`` out.

For each quantity that a verb or noun of giving governs: who gives, who gets, for what, how
far it has come, and who said so. Nothing is a pledge without a giver.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from msgspec.structs import replace
from spacy.language import Language
from spacy.tokens import Doc

from models.messages import Actor, Pledge, Quantity, Span
from streams.claims.annotations import QuantityMention
from streams.claims.components.phrases import words_pattern
from streams.claims.components.pledge_article import PledgeArticle, pledge_article
from streams.claims.components.pledge_clauses import Governed, govern
from streams.claims.components.pledge_cues import PledgeCueReader
from streams.claims.components.pledge_givers import Giver, Givers
from streams.claims.components.pledge_mentions import PledgeMention
from streams.claims.components.pledge_merging import Draft, merge
from streams.claims.components.pledge_sources import source_of
from streams.claims.components.pledge_stages import Progress, progress_of
from streams.claims.components.pledge_takers import Takers, main_taker
from streams.claims.components.pledge_tests import Acceptance
from streams.claims.components.pledge_topics import Topics
from streams.claims.lexicon import LEXICON
from streams.claims.pledge_words import PledgeWords, load_pledge_words

_EVIDENCE: Final = 1000


class PledgeReader:
    """Reads the pledges of one article; made once for a process, keeps nothing between articles."""

    def __init__(self, words: PledgeWords) -> None:
        self._cues = PledgeCueReader(words)
        self._givers = Givers(words.frames.self)
        self._takers = Takers()
        self._topics = Topics(words.purposes, words.instruments)
        self._accept = Acceptance(words.nouns)
        self._pledging = words_pattern(words.nouns.pledge)
        self._condition = words_pattern(words.frames.condition)

    def read(self, article: PledgeArticle) -> tuple[PledgeMention, ...]:
        """Give the distinct pledges of ``article`` in the order of their first mentions."""
        if not article.quantities or not article.nominals:
            return ()
        return merge(self._drafts(article))

    def _drafts(self, article: PledgeArticle) -> Iterator[Draft]:
        taker = main_taker(article)
        pledging = bool(self._pledging.search(article.text))
        last: Actor | None = None
        for sentence, mentions in _by_sentence(article):
            cues = self._cues.read(article.text, *sentence)
            for governed in govern(article.text, sentence, mentions, cues, self._cues):
                draft, giver = self._draft(article, governed, sentence, taker, last, pledging=pledging)
                if giver is not None and giver.firm:
                    last = giver.actor
                if draft is not None:
                    yield draft

    def _draft(
        self,
        article: PledgeArticle,
        governed: Governed,
        sentence: Span,
        taker: Actor | None,
        last: Actor | None,
        *,
        pledging: bool,
    ) -> tuple[Draft | None, Giver | None]:
        kind = self._accept.kind(article.text, governed, sentence, pledging=pledging)
        if kind is None:
            return None, None
        giver = self._givers.find(article, governed, sentence, last)
        if giver is None:
            return None, None
        quantity = governed.mention.quantity
        progress = (
            progress_of(governed.cue, governed.frame, money=quantity.kind != "units", pledging=pledging)
            if governed.cue
            else Progress("pledged")
        )
        if progress.polarity == "denied":
            return None, giver
        pledge = self._pledge(article, governed, sentence, giver, taker, progress)
        if pledge.beneficiary is not None and pledge.beneficiary.name == pledge.pledger.name:
            pledge = replace(pledge, beneficiary=None)
        speaker, attribution = source_of(article, governed, giver)
        return Draft(PledgeMention(sentence, pledge, speaker, attribution), giver.firm), giver

    def _pledge(
        self,
        article: PledgeArticle,
        governed: Governed,
        sentence: Span,
        giver: Giver,
        taker: Actor | None,
        progress: Progress,
    ) -> Pledge:
        quantity = governed.mention.quantity
        purpose = self._topics.purpose(article.text, governed.own, sentence, (0, len(article.text)))
        domestic = quantity.kind == "gdp_share" or purpose == "defence_spending"
        named = None if domestic else self._takers.find(article, governed, sentence, giver.actor)
        if named is None and not domestic and taker is not None and taker.name != giver.actor.name:
            named = taker
        polarity = (
            "conditional" if self._condition.search(article.text, *governed.clause) else progress.polarity
        )
        return Pledge(
            pledger=giver.actor,
            beneficiary=named,
            purpose="defence_spending" if domestic else purpose,
            instrument=self._topics.instrument(article.text, governed.own, in_kind=quantity.kind == "units"),
            quantity=_plain(quantity),
            polarity=polarity,
            stage=progress.stage,
            operation=progress.operation,
            mentions=(quantity.span,) if quantity.span else (),
        )


def _plain(quantity: Quantity) -> Quantity:
    return quantity


def _by_sentence(article: PledgeArticle) -> Iterator[tuple[Span, Sequence[QuantityMention]]]:
    at = 0
    for sentence in article.sentences:
        found = []
        while at < len(article.quantities):
            span = article.quantities[at].quantity.span
            if span is None or span[0] >= sentence[1]:
                break
            if span[0] >= sentence[0]:
                found.append(article.quantities[at])
            at += 1
        if found:
            yield sentence, found


@Language.factory(
    "pledges",
    requires=[
        "doc._.sentences",
        "doc._.quantities",
        "doc._.actors",
        "doc._.people",
        "doc._.quotations",
        "doc._.reported",
    ],
    assigns=["doc._.pledges"],
    default_config={"lexicon": str(LEXICON)},
)
def make_pledges(nlp: Language, name: str, lexicon: str) -> "PledgesComponent":  # noqa: ARG001
    """Build the component; ``lexicon`` is the folder of ``pledges.toml``."""
    return PledgesComponent(PledgeReader(load_pledge_words(Path(lexicon))))


class PledgesComponent:
    """Notes the pledges on a Doc."""

    def __init__(self, reader: PledgeReader) -> None:
        self._reader = reader

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.pledges``."""
        doc._.pledges = self._reader.read(pledge_article(doc))
        return doc
