"""The reader of articles: one Article in, its claims and a receipt out.

A blank spaCy pipeline (or an installed one, named by a setting) with our components in
the order of PIPELINE. Pure: the same article gives the same claims everywhere; the
receipt's milliseconds are the caller's to fill in.
"""

from contextlib import ExitStack
from pathlib import Path
from typing import Final

import spacy
from msgspec import Struct
from spacy.language import Language
from spacy.tokens import Doc

from models.messages import Article, ArticleRef, Claim, Receipt
from models.messages.receipt import ClaimIds
from models.reference import SEEDS
from streams.claims.annotations import register_extensions
from streams.claims.components import (
    actors,
    entities,
    offices,
    page,
    people,
    periods,
    pledges,
    quantities,
    quotations,
    sentences,
    speakers,
    subjects,
)
from streams.claims.components.text.words import words_of
from streams.claims.dating import Dater, Dating
from streams.claims.exchange import Rates, shipped_rates
from streams.claims.fingerprint import fingerprint
from streams.claims.language import detect_language
from streams.claims.lexicon import check_folder, shared_reference
from streams.claims.notices import NOTE_MAX, Notices
from streams.claims.readout import ids_of, read_claims
from streams.claims.tokens import WholeText
from streams.claims.worth import in_euros

# Importing a component's module makes its factory known to spaCy.
COMPONENTS: Final = (
    page,
    sentences,
    quantities,
    periods,
    actors,
    people,
    offices,
    quotations,
    speakers,
    pledges,
    entities,
    subjects,
)
EXTRACTOR: Final = "pledgewire-en 1.0"
# Each component reads what those before it noted.
PIPELINE: Final = (
    "page",
    "sentences",
    "quantities",
    "periods",
    "actors",
    "people",
    "offices",
    "quotations",
    "speakers",
    "pledges",
)
FIRST: Final = frozenset(["page", "sentences"])
# What an installed pipeline finds is taken up right behind the component that knows better.
TAKEN_UP: Final = {"people": "entities", "pledges": "subjects"}
# Which folders of seeds a component is told of.
NEEDS: Final = {
    "sentences": ("lexicon",),
    "quantities": ("lexicon",),
    "actors": ("reference", "lexicon"),
    "people": ("reference", "lexicon"),
    "speakers": ("lexicon",),
    "pledges": ("reference", "lexicon"),
    "subjects": ("lexicon",),
}
WORDS_KEPT_FOR: Final = 1000  # articles
LENGTH_MAX: Final = 5_000_000  # characters; over the feeder's limit, which is in bytes


class Extraction(Struct, frozen=True):
    """What one article yields: claims once for each slot, and its receipt."""

    claims: tuple[Claim, ...]
    receipt: Receipt


class Extractor:
    """Reads articles. Make one for each process: it takes a second, and is not shared by threads."""

    def __init__(self, seeds: Path = SEEDS, model: str | None = None, rates: Rates | None = None) -> None:
        check_folder(seeds)
        register_extensions()
        self._nlp = _pipeline(seeds, model)
        self._dater = Dater(shared_reference(seeds / "reference"))
        self._notices = Notices(seeds / "lexicon")
        self._rates = rates or shipped_rates()
        self._words, self._read = ExitStack(), 0

    @classmethod
    def from_seeds(
        cls, folder: Path | None = None, model: str | None = None, rates: Rates | None = None
    ) -> "Extractor":
        """Read the shipped reference data and lexicon, and what ``folder`` adds to them.

        Without ``rates``, money is valued by the table of ECB rates that ships.

        Raises SeedError or LexiconError for files that do not hold what they should.
        """
        return cls(folder or SEEDS, model, rates)

    def read(self, article: Article) -> Extraction:
        """Extract the claims of ``article``; none from another language or a story taken back."""
        language = detect_language(article.text)
        if article.status != "usable":
            return _unread(article, language, f"status {article.status}")
        if language != "en":
            return _unread(article, language, f"language {language} has no reader")
        sketch = fingerprint(article.text)
        self._forget_words()
        doc = self.annotate(article)
        dating = self._dater.date_article(words_of(doc), doc._.offices, article.url)
        about = _reference_to(article, sketch, doc._.names, dating)
        claims = in_euros(read_claims(doc, about, EXTRACTOR), self._rates)
        note = None
        if notice := self._notices.find(article.text):
            claims = self._notices.mend(claims, notice, doc._.quantities)
            note = article.text[slice(*notice.span)][:NOTE_MAX]
        return Extraction(claims, _receipt(article, language, ids_of(claims), sketch, note))

    def _forget_words(self) -> None:
        """Let go of an installed pipeline's new words every so often: its vocabulary would grow for ever.

        At each article it would cost more than all components together, since words come back.
        """
        if self._read % WORDS_KEPT_FOR == 0:
            self._words.close()
            self._words.enter_context(self._nlp.memory_zone())
        self._read += 1

    def annotate(self, article: Article) -> Doc:
        """Run the components over the article's text and give the Doc they noted things on."""
        doc = self._nlp.make_doc(article.text)
        noted = doc._
        noted.published_at, noted.publisher = article.published_at, article.publisher
        noted.url, noted.title = article.url, article.title
        return self._nlp(doc)


def _pipeline(seeds: Path, model: str | None) -> Language:
    nlp = spacy.load(model) if model else spacy.blank("en")
    if not model:
        nlp.tokenizer = WholeText(nlp.vocab)
    nlp.max_length = LENGTH_MAX
    theirs = nlp.pipe_names
    for name in PIPELINE:
        # An installed parser keeps to sentences that are known before it.
        _add(nlp, name, seeds, before=theirs[0] if theirs and name in FIRST else None)
        if model and name in TAKEN_UP:
            _add(nlp, TAKEN_UP[name], seeds)
    return nlp


def _add(nlp: Language, name: str, seeds: Path, before: str | None = None) -> None:
    nlp.add_pipe(name, before=before, config={part: str(seeds / part) for part in NEEDS.get(name, ())})


def _reference_to(article: Article, sketch: str, names: str, dating: Dating) -> ArticleRef:
    return ArticleRef(
        id=article.id,
        story_id=article.story_id,
        version=article.version,
        url=article.url,
        publisher=article.publisher,
        wire_credit=article.wire_credit,
        title=article.title,
        published_at=article.published_at,
        fingerprint=sketch,
        names=names,
        events=dating.events,
        not_before=dating.not_before,
        not_after=dating.not_after,
    )


def _unread(article: Article, language: str, note: str) -> Extraction:
    return Extraction((), _receipt(article, language, ClaimIds(), fingerprint(article.text), note))


def _receipt(
    article: Article, language: str, claim_ids: ClaimIds, sketch: str, note: str | None = None
) -> Receipt:
    return Receipt(
        article_id=article.id,
        story_id=article.story_id,
        claim_ids=claim_ids,
        fingerprint=sketch,
        extractor=EXTRACTOR,
        milliseconds=0.0,
        language=language,
        note=note,
    )
