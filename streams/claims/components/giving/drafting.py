"""One sentence's pledges: its quantities and what governs them in, drafts out.

A draft is a pledge as one sentence states it; merging makes one claim of an article's
drafts of one pledge.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from models.messages import Actor, Pledge, Quantity, Span
from models.messages.claim import Instrument
from streams.claims.annotations import QuantityMention
from streams.claims.components.giving.article import PledgeArticle
from streams.claims.components.giving.clauses import Governed, govern
from streams.claims.components.giving.context import Context, Giver, Said
from streams.claims.components.giving.cues import STRONG, PledgeCueReader
from streams.claims.components.giving.denials import disowned
from streams.claims.components.giving.details import announced_on, period_of, settle_currency
from streams.claims.components.giving.draft import Draft
from streams.claims.components.giving.frames import FrameReader
from streams.claims.components.giving.givers import jointly
from streams.claims.components.giving.givers.alike import alike
from streams.claims.components.giving.givers.coins import Coins
from streams.claims.components.giving.givers.find import Givers
from streams.claims.components.giving.givers.outputs import of_state
from streams.claims.components.giving.givers.unknown import listed_before
from streams.claims.components.giving.mention import PledgeMention
from streams.claims.components.giving.sources import source_of
from streams.claims.components.giving.stages.by_verb import Progress
from streams.claims.components.giving.stages.judging import judged, own_wish
from streams.claims.components.giving.sums.acceptance import Acceptance
from streams.claims.components.giving.sums.asked import only_asked
from streams.claims.components.giving.sums.objects import GivenThings
from streams.claims.components.giving.takers.recipients import Got, Recipients
from streams.claims.components.giving.topics import Topics
from streams.claims.components.text.phrase_sets import PhraseSet
from streams.claims.pledge_words import PledgeWords

_PART: Final = re.compile(
    r"\b(?:first|initial|initially|of the(?! (?:types?|kinds?|models?|sorts?|class)\b)"
    r"|of them|of these|of those|next year|batch|remaining|the rest"
    r"|come first|each month|a month|per month)\b",
    re.IGNORECASE,
)
_ENDED: Final = re.compile(r"\bno longer\b", re.IGNORECASE)  # what was given, and is not given any more
_STATES: Final = frozenset({"country", "bloc"})
_BLANK: Final = re.compile(r"\s*")
_EACH_WORD: Final = frozenset({"each"})
_EACH: Final = re.compile(r"\s+(?:\w+\s+)?each\b", re.IGNORECASE)
_EACH_BEFORE: Final = re.compile(r"\beach\b[^,;]{0,40}$", re.IGNORECASE)
_AND: Final = re.compile(r"(?:,\s*(?:and\s+)?|\s+and\s+)(?:from\s+)?(?:the\s+)?", re.IGNORECASE)


class Drafter:
    """Makes the drafts of a sentence."""

    def __init__(self, words: PledgeWords, coins: Coins) -> None:
        self._coins = coins
        self._cues = PledgeCueReader(words)
        self._frames = FrameReader(words.frames)
        self._givers = Givers(words.frames.self)
        self._topics = Topics(words.purposes, words.instruments)
        self._recipients = Recipients(self._topics, words.nouns.receivers)
        self._sold = frozenset(words.objects.sold)
        self._things = GivenThings(words.objects)
        self._accept = Acceptance(words.nouns, words.objects)
        self._condition = PhraseSet(words.frames.condition)

    def drafts(
        self, article: PledgeArticle, sentence: Span, mentions: Sequence[QuantityMention], context: Context
    ) -> Iterator[Draft]:
        """Give the drafts of ``sentence``; ``context`` is kept up to date on who gave last."""
        cues = self._cues.read(article.words, *sentence)
        if any(mention.unlisted for mention in mentions):
            mentions = tuple(self._things.kept(article.text, mentions, cues, context.counted))
        context.counted = mentions[-1] if mentions else context.counted
        for governed in govern(article.words, sentence, mentions, cues, self._frames):
            giver = self._giver(article, governed, sentence, context)
            if giver is None:
                continue
            context.last = giver.actor
            if giver.firm:
                context.givers |= {giver.actor.name, *giver.actor.name.split(jointly.AND)}
            draft = self._draft(article, governed, sentence, giver, context, alone=len(mentions) == 1)
            if draft is not None:
                yield draft
                yield from _shares_of_each(article, governed, draft, giver)
                yield from _done_alike(article, governed, sentence, draft)

    def _giver(
        self, article: PledgeArticle, governed: Governed, sentence: Span, context: Context
    ) -> Giver | None:
        """Give the pledger of a figure that counts as one of a gift."""
        if self._accept.excluded(article.words, governed, sentence) or only_asked(
            article, governed, sentence
        ):
            return None
        if governed.mention.quantity.kind == "gdp_share":
            context = replace(context, taker=None)  # nobody gets it
        giving = context.pledging or bool(context.givers) or context.giving
        counts = self._accept.counts(article.words, governed, sentence, pledging=giving)
        giver = self._givers.beside(article, governed, sentence, context, verb=counts)
        if giver is None and counts:
            giver = self._givers.find(article, governed, sentence, context)
        if giver is not None and governed.mention.quantity.kind == "gdp_share":
            return of_state(article, giver, governed.start, sentence)
        if giver is None and not counts:
            return None
        settled = self._coins.settled(article, governed, context, giver)
        return jointly.givers(article, governed, sentence, settled, context) if settled else None

    def goods(
        self, article: PledgeArticle, sentence: Span, mention: QuantityMention, context: Context
    ) -> Iterator[Draft]:
        """Give the drafts of goods without a number: only where the sentence names giver, verb and taker."""
        cues = [
            c for c in self._cues.read(article.words, *sentence) if c.group == "give" or c.lemma == "offer"
        ]
        if not cues:
            return
        for governed in govern(article.words, sentence, [mention], cues, self._frames):
            giver = self._givers.find(article, governed, sentence, context) if governed.cue else None
            if giver is None or not giver.firm or giver.actor.level not in _STATES:
                continue
            if self._recipients.named(article, governed, sentence, giver.actor) is None:
                continue
            draft = self._draft(article, governed, sentence, giver, context, alone=True)
            if draft is not None:
                yield draft
                yield from _shares_of_each(article, governed, draft, giver)

    def _draft(  # noqa: PLR0913  (what a sentence says of one figure)
        self,
        article: PledgeArticle,
        governed: Governed,
        sentence: Span,
        giver: Giver,
        context: Context,
        *,
        alone: bool,
    ) -> Draft | None:
        quantity = governed.mention.quantity
        progress = judged(article, governed, sentence, giver, context)
        if disowned(article.words, sentence):
            progress = progress._replace(polarity="denied")
        context.said = _said(context.said, quantity, giver, progress)
        if progress.polarity == "denied" and not _refused(article, governed, giver, progress):
            return None
        pledge, got = self._pledge(article, governed, sentence, giver, context, progress)
        if (got.taker is None or got.guessed) and (
            progress.polarity == "denied"
            or self._is_trade(governed, giver, pledge.instrument, pledging=context.pledging)
        ):
            return None
        period = period_of(article.periods, governed, sentence, alone=alone)
        told = announced_on(article, sentence, period)
        pledge = replace(pledge, period=period, announced_on=told)
        speaker, attribution = source_of(article, governed, giver)
        title = _in_headline(article.text, sentence)
        listed = quantity.kind == "units" and not governed.mention.unlisted
        part = listed and bool(_PART.search(article.text, governed.own[0], governed.own[1]))
        mention = PledgeMention(sentence, pledge, speaker, attribution)
        return Draft(
            mention,
            giver.firm,
            part,
            governed.mention.alternatives,
            title and _in_present(governed),
            _is_plain(governed, giver, got, progress),
            named=got.named,
            title=title,
        )

    def _pledge(  # noqa: PLR0913  (what a sentence says of one figure)
        self,
        article: PledgeArticle,
        governed: Governed,
        sentence: Span,
        giver: Giver,
        context: Context,
        progress: Progress,
    ) -> tuple[Pledge, Got]:
        """Give the pledge, and how it is known who gets it."""
        words, quantity = article.words, governed.mention.quantity
        purpose = self._topics.purpose(words, governed.own, sentence)
        got = self._recipients.choose(article, governed, sentence, giver, context, purpose)
        if purpose == "other":
            purpose = self._topics.whole(article, context)
        stage = progress.stage
        if stage == "proposed" and got.named and own_wish(article.text, governed):
            stage = "pledged"
        conditional = self._condition.any(words, *governed.clause)
        pledge = Pledge(
            pledger=giver.actor,
            beneficiary=got.taker,
            purpose="defence_spending" if got.at_home else purpose,
            instrument=self._topics.instrument(
                words, governed.own, quantity.span, in_kind=quantity.kind in ("units", "none")
            ),
            quantity=settle_currency(article, governed, giver.actor, self._coins.of),
            polarity="conditional" if conditional else progress.polarity,
            stage=stage,
            operation=progress.operation,
            mentions=(quantity.span,) if quantity.span else (),
        )
        return pledge, got

    def _is_trade(
        self, governed: Governed, giver: Giver, instrument: Instrument | None, *, pledging: bool
    ) -> bool:
        """Tell what nobody in need gets: a lender's loans, unlisted things, what a company sells."""
        quantity = governed.mention.quantity
        if instrument == "loan" and _is_lender(giver.actor):
            return True
        if pledging or quantity.kind != "units":
            return False
        sold = giver.actor.level == "company" and (quantity.unit or "").rpartition(" ")[2] in self._sold
        return governed.mention.unlisted or sold


def _in_headline(text: str, sentence: Span) -> bool:
    """Tell the line that opens an article without a full stop."""
    return text[sentence[1] - 1 : sentence[1]] not in ".!?" and bool(_BLANK.fullmatch(text, 0, sentence[0]))


def _in_present(governed: Governed) -> bool:
    """Tell "Denmark sends 14 trucks", which a headline says of what was sent."""
    cue = governed.cue
    return cue is not None and cue.form == "third" and not governed.frame.future


def _is_lender(actor: Actor) -> bool:
    """Tell a lender that no table lists."""
    return actor.id is None and actor.level in ("organisation", "company", "person")


_PLAINLY: Final = STRONG | {"receive", "come"}


def _is_plain(governed: Governed, giver: Giver, got: Got, progress: Progress) -> bool:
    """Tell a pledge that its sentence states whole: a known giver, its verb, and who gets."""
    promised = governed.cue is not None and (
        governed.cue.group in _PLAINLY or progress.operation == "increase"
    )
    home = got.at_home and governed.mention.quantity.kind == "gdp_share"
    known = giver.actor.id is not None or giver.actor.level == "bloc"
    return promised and giver.firm and known and (got.named or home)


def _said(before: Said | None, quantity: Quantity, giver: Giver, progress: Progress) -> Said | None:
    """Note a figure as the last that was read, a part with the sum that it belongs to."""
    if quantity.span is None:
        return None
    whole = (before.whole or before.worth) if giver.follows and before is not None else None
    return Said(quantity.span, giver, progress, _worth(quantity), whole)


def _worth(quantity: Quantity) -> tuple[float, str] | None:
    return (quantity.value, quantity.currency or quantity.kind) if quantity.value is not None else None


def _refused(article: PledgeArticle, governed: Governed, giver: Giver, progress: Progress) -> bool:
    """Tell a giver's refusal ("will not give Ukraine 49 tanks") from a promise not made or not kept."""
    cue = governed.cue
    if _ENDED.search(article.text, *governed.own):
        return False
    gives = cue is not None and cue.group == "give" and governed.mention.quantity.kind in ("money", "units")
    return gives and giver.firm and giver.actor.level in _STATES and progress.stage == "pledged"


def _shares_of_each(
    article: PledgeArticle, governed: Governed, draft: Draft, giver: Giver
) -> Iterator[Draft]:
    """Give the drafts of the others in "$100m each from the UAE and Germany", "A and B will spend 5 %"."""
    quantity = governed.mention.quantity
    assert quantity.span is not None
    apart = quantity.kind in ("gdp_share", "none") and giver.actor.level == "country"
    if not apart and not _is_each(article, giver.span[1], quantity.span):
        return
    for actor in _listed_with(article, giver, governed):
        if actor.name != draft.mention.pledge.pledger.name:
            yield replace(draft, mention=_with_pledger(draft.mention, actor))


def _done_alike(article: PledgeArticle, governed: Governed, sentence: Span, draft: Draft) -> Iterator[Draft]:
    """Give the drafts of those who do the same: "Peru gave $5m, as did Chile"."""
    pledge = draft.mention.pledge
    if pledge.polarity == "affirmed" and pledge.operation == "assert" and pledge.stage != "proposed":
        taker = pledge.beneficiary.name if pledge.beneficiary else None
        for actor in alike(article, governed, sentence, taker):
            if actor.name != pledge.pledger.name:
                yield replace(draft, mention=_with_pledger(draft.mention, actor))


def _is_each(article: PledgeArticle, start: int, figure: Span) -> bool:
    """Tell "each gave $5m" behind ``start``, and "$5m each"."""
    if not article.words.has(_EACH_WORD):
        return False
    behind = _EACH.match(article.text, figure[1])
    return bool(behind or _EACH_BEFORE.search(article.text, start, figure[0]))


def _listed_with(article: PledgeArticle, giver: Giver, governed: Governed) -> Iterator[Actor]:
    end = giver.span[1]
    for nominal in article.nominals_in(end, governed.own[1]):
        if not _AND.fullmatch(article.text, end, nominal.span[0]):
            break
        end = nominal.span[1]
        yield nominal.actor
    start = giver.span[0]
    for nominal in reversed(article.nominals_in(max(0, start - 200), start)):
        if not _AND.fullmatch(article.text, nominal.span[1], start):
            break
        start = nominal.span[0]
        yield nominal.actor
    yield from listed_before(article, giver)


def _with_pledger(mention: PledgeMention, actor: Actor) -> PledgeMention:
    return replace(mention, pledge=replace(mention.pledge, pledger=actor))
