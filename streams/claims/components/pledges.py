"""Pledges: quantities, actors and speakers of a Doc in, ``doc._.pledges`` out.

For each quantity that a verb or noun of giving governs: who gives, who gets, for what, how
far it has come, and who said so. Nothing is a pledge without a giver.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from models.messages import Actor, Span
from models.reference import SEEDS
from streams.claims.annotations import QuantityMention
from streams.claims.components.giving.article import PledgeArticle, pledge_article
from streams.claims.components.giving.context import Context, ContextWords
from streams.claims.components.giving.draft import Draft
from streams.claims.components.giving.drafting import Drafter
from streams.claims.components.giving.givers.beside import lists_givers
from streams.claims.components.giving.givers.coins import Coins, coins_of
from streams.claims.components.giving.givers.jointly import AND, pairs
from streams.claims.components.giving.givers.partners import dealing, pacts
from streams.claims.components.giving.mention import PledgeMention
from streams.claims.components.giving.merging import merge
from streams.claims.components.giving.page_topic import PageTopic, load_topic
from streams.claims.components.giving.sources import later_sources, told_in_head
from streams.claims.components.giving.sums.uncounted import Uncounted
from streams.claims.components.giving.takers.homes import PageHomes
from streams.claims.components.giving.takers.landmarks import LandmarkFinder, load_homes, load_landmarks
from streams.claims.components.giving.takers.main_taker import likely_takers, often_named
from streams.claims.components.text.phrase_sets import PhraseSet
from streams.claims.components.text.words import words_of
from streams.claims.lexicon import LEXICON, shared_reference
from streams.claims.pledge_words import PledgeWords, load_pledge_words
from streams.claims.vocabulary import Units, load_units


class PledgeReader:
    """Reads the pledges of one article; made once for a process, keeps nothing between articles."""

    def __init__(  # noqa: PLR0913  (one for each kind of knowledge)
        self,
        words: PledgeWords,
        units: Units,
        coins: Coins,
        landmarks: LandmarkFinder,
        homes: PageHomes,
        topic: PageTopic,
    ) -> None:
        self._topic = topic
        self._landmarks = landmarks
        self._homes = homes
        self._uncounted = Uncounted(units.units)
        self._drafter = Drafter(words, coins)
        self._context_words = ContextWords(words.beside, words.objects.sold)
        verbs = [form for entry in words.verbs.pledge[:3] for form in entry.split()]
        self._aiding = PhraseSet(words.nouns.head)
        self._pledging = PhraseSet([*words.nouns.pledge, *words.nouns.givers, *verbs])

    def may_read(self, doc: Doc) -> bool:
        """Tell an article with a figure or goods that somebody may give."""
        return bool(doc._.quantities) or self._uncounted.names_goods(words_of(doc))

    def read(self, article: PledgeArticle) -> tuple[PledgeMention, ...]:
        """Give the distinct pledges of ``article`` in the order of their first mentions."""
        article.aided = self._homes.aided
        article.home = self._landmarks.home(article.text)
        article.add_things([*self._landmarks.find(article), *pairs(article)])
        article.pacts, article.dealing = tuple(pacts(article)), dealing(article)
        takers = likely_takers(article)
        if takers and AND in takers[0].name:
            article.let_only_get(takers[0].name.split(AND))
        page = self._homes.find(article)
        drafts, context = self._drafts(article, takers[0] if takers else None, page)
        taker = _reconsidered(article, takers, context, drafts)
        if page is None and taker is context.taker and context.pledging and context.givers:
            page = self._homes.find(article, context.givers) if _nobody_gets(drafts) else None
        if taker is not context.taker or page is not context.page:
            drafts, _ = self._drafts(article, taker, page)
        plain = [draft for draft in drafts if draft.plain]
        if len(plain) < len(drafts) and self._topic.is_doubtful(article.words, len(drafts)):
            drafts = plain
        return told_in_head(article, merge(later_sources(article, drafts)))

    def _drafts(
        self, article: PledgeArticle, taker: Actor | None, page: Actor | None
    ) -> tuple[list[Draft], Context]:
        pledging = self._pledging.any(article.words, 0, len(article.text)) or lists_givers(article)
        aiding = self._aiding.any(article.words, 0, _HEAD)
        promising = article.words.has(_PROMISES)
        context = Context(self._context_words, taker, pledging, promising, page, aiding)
        drafts = [
            draft
            for sentence, mentions in _by_sentence(article, context)
            for draft in self._drafter.drafts(article, sentence, mentions, context)
        ]
        return [*drafts, *self._goods(article, context)], context

    def _goods(self, article: PledgeArticle, context: Context) -> Iterator[Draft]:
        """Give the drafts of goods without a number, from sentences that count nothing and name who gives."""
        if not self._uncounted.names_goods(article.words):
            return
        spans = [m.quantity.span for m in article.quantities if m.quantity.kind != "gdp_share"]
        counted = [span[0] for span in spans if span]
        for sentence in article.sentences:
            index = bisect_left(counted, sentence[0])
            if index < len(counted) and counted[index] < sentence[1]:
                continue
            for mention in self._uncounted.read(article.words, sentence):
                yield from self._drafter.goods(article, sentence, mention, context)


def _reconsidered(
    article: PledgeArticle, takers: Sequence[Actor], context: Context, drafts: Sequence[Draft]
) -> Actor | None:
    """Give the main taker: another one where the likeliest turned out to give, or nobody gets."""
    taker = context.taker
    if taker is not None and taker.name not in context.givers:
        return taker
    others = [taker for taker in takers if taker.name not in context.givers]
    if others:
        return others[0]
    helped = [d for d in drafts if d.mention.pledge.beneficiary is None and d.mention.pledge.purpose in _HELP]
    often = often_named(article, context.givers) if context.pledging and len(helped) > 1 else None
    if often is None and taker is not None:
        named = any(d.named and d.mention.pledge.beneficiary == taker for d in drafts)
        return taker if named or taker.level == "country" else None  # a charity that gave
    return often


def _nobody_gets(drafts: Sequence[Draft]) -> bool:
    """Tell a list of promises of which two or more are for nobody."""
    pledges = [draft.mention.pledge for draft in drafts]
    return sum(p.beneficiary is None and p.purpose != "defence_spending" for p in pledges) > 1


_PROMISES: Final = frozenset(
    (  # noqa: SIM905  (a list of words reads better unquoted)
        "pledge pledges pledged pledging promise promises promised promising commit commits committed "
        "committing commitment commitments conference summit roundtable replenishment vow vows vowed forum"
    ).split()
)
_HEAD: Final = 300  # characters in which an article says what it is about
_HELP: Final = frozenset({"humanitarian", "reconstruction", "health", "climate", "development"})


def _by_sentence(
    article: PledgeArticle, context: Context
) -> Iterator[tuple[Span, Sequence[QuantityMention]]]:
    """Give the sentences with quantities; a line that is only a name heads what follows it."""
    at = 0
    headings = {span: heading for span in article.sentences if (heading := article.heading(span))}
    for sentence in article.sentences:
        heading = headings.get(sentence)
        if heading is not None and len(headings) > 1:
            context.heading = heading
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
        "doc._.periods",
        "doc._.actors",
        "doc._.people",
        "doc._.quotations",
        "doc._.reported",
    ],
    assigns=["doc._.pledges"],
    default_config={"reference": str(SEEDS / "reference"), "lexicon": str(LEXICON)},
)
def make_pledges(
    nlp: Language,  # noqa: ARG001
    name: str,  # noqa: ARG001
    reference: str,
    lexicon: str,
) -> "PledgesComponent":
    """Build the component; ``reference`` and ``lexicon`` are folders of TOML tables."""
    known = shared_reference(Path(reference))
    states = {actor.id for actor in known.actor if actor.level in ("country", "bloc")}
    held = {tenure.person for tenure in known.tenure if tenure.org in states}
    officials = frozenset(person.name for person in known.person if person.id in held)
    landmarks, homes = load_landmarks(Path(lexicon), known), load_homes(Path(lexicon), known)
    words, units = load_pledge_words(Path(lexicon)), load_units(Path(lexicon))
    needy = frozenset(actor.id for actor in known.actor if actor.receives_only)
    topic = PageTopic(load_topic(Path(lexicon)))
    named = {actor.id: Actor(id=actor.id, name=actor.name, level=actor.level) for actor in known.actor}
    organs = {actor.name: named[actor.organ_of] for actor in known.actor if actor.organ_of}
    reader = PledgeReader(words, units, coins_of(known.actor), landmarks, homes, topic)
    return PledgesComponent(officials, needy, organs, reader)


class PledgesComponent:
    """Notes the pledges on a Doc."""

    def __init__(
        self,
        officials: frozenset[str],
        needy: frozenset[str],
        organs: Mapping[str, Actor],
        reader: PledgeReader,
    ) -> None:
        self._officials = officials
        self._needy = needy
        self._organs = organs
        self._reader = reader

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.pledges``."""
        if self._reader.may_read(doc):
            article = pledge_article(doc, self._officials, self._needy, self._organs)
            doc._.pledges = self._reader.read(article)
        return doc
