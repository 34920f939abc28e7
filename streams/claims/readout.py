"""Claims of one annotated Doc: what the components noted in, Claim messages out.

A claim is made once for each slot it belongs to, with one claim id: a quote belongs to
its speaker and to its wording, so that the same words from two speakers meet; a pledge that
names no country as receiver is a guest in the slot of the country that the page is about; a
high post of a state belongs to its holder, too.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Final, NamedTuple

from msgspec.structs import replace
from spacy.tokens import Doc

from models.guests import visited_slots
from models.identities import claim_id, holder_slot, pledge_slot, slug, voice
from models.messages import Actor, ArticleRef, Claim, Office, Quote, Span
from models.messages.receipt import ClaimIds
from models.posts import first_ministry, is_of_a_state, post_key, rank_of, ranked_key
from models.told_sketch import sketch_told, tells
from models.wordings import Wording, wording_of
from streams.claims.annotations import ActorMention, OfficeMention, QuantityMention, Quotation, printed_text
from streams.claims.components.giving.mention import PledgeMention
from streams.claims.page_country import country_of, named_most, names_another, receiver_of

EVIDENCE_MAX: Final = 1000  # characters
_WORD: Final = re.compile(r"\w+")


class _Said(NamedTuple):
    """A quotation that somebody says, its words as printed, and what those are compared by."""

    quotation: Quotation
    text: str
    wording: Wording


class _Page(NamedTuple):
    """What all claims of a page share or look into, and the ``country`` that it is about."""

    text: str
    article: ArticleRef
    extractor: str
    sentences: Sequence[Span]
    actors: Sequence[ActorMention]
    pledges: Sequence[PledgeMention]
    offices: Sequence[OfficeMention]
    country: Actor | None


def read_claims(doc: Doc, article: ArticleRef, extractor: str) -> tuple[Claim, ...]:
    """Make the claims of ``doc``, ordered by place in the text, then by slot."""
    noted, text = doc._, printed_text(doc)
    said = [
        _Said(quotation, quoted, wording_of(quoted))
        for quotation in noted.quotations
        if not quotation.scare and (quoted := text[slice(*quotation.span)])
    ]
    article = replace(article, told=_told(noted.quantities, said))
    actors, mentions, offices = noted.actors, noted.pledges, noted.offices
    pledges = [mention.pledge for mention in mentions]
    country = country_of(text, actors, pledges) if pledges or offices else None
    page = _Page(text, article, extractor, noted.sentences, actors, mentions, offices, country)
    place = (country or named_most(text, actors)) if offices else None
    about = receiver_of(pledges, country) if pledges else None
    claims = [
        *(claim for mention in mentions for claim in _pledge(page, mention, about)),
        *(claim for quote in said for claim in _quote(page, quote)),
        *(
            claim
            for mention in offices
            for claim in _office(page, mention)
            for claim in (claim, *_guests(claim, place, offices))
        ),
    ]
    once = {(claim.claim_id, claim.slot): claim for claim in claims}
    return tuple(sorted(once.values(), key=lambda c: (c.span, c.kind, c.claim_id, c.slot)))


def ids_of(claims: tuple[Claim, ...]) -> ClaimIds:
    """Gather claim ids by kind for a receipt, each once, in order."""
    ids: dict[str, dict[str, None]] = {"pledge": {}, "quote": {}, "office": {}}
    for claim in claims:
        ids[claim.kind][claim.claim_id] = None
    return ClaimIds(pledge=tuple(ids["pledge"]), quote=tuple(ids["quote"]), office=tuple(ids["office"]))


def _told(figures: Iterable[QuantityMention], said: Iterable[_Said]) -> str:
    """Sketch what the article tells: its figures, pledged or not, and what it quotes."""
    return sketch_told(
        (mention.quantity for mention in figures),
        (quote.wording.names for quote in said if tells(quote.text)),
    )


def _pledge(page: _Page, mention: PledgeMention, about: Actor | None) -> Iterator[Claim]:
    pledge, quantity = mention.pledge, mention.pledge.quantity
    receiver = pledge.beneficiary.name if pledge.beneficiary else None
    to = slug(receiver) if receiver else "-"
    span = _evidence_span(mention.span, quantity.span)
    what = (slug(pledge.pledger.name), to, quantity.kind, quantity.value, quantity.currency, quantity.span)
    claim = Claim(
        claim_id=claim_id(page.article.id, "pledge", span, *what, pledge.stage),
        kind="pledge",
        slot=pledge_slot(pledge.pledger.name, receiver),
        article=page.article,
        span=span,
        evidence=page.text[slice(*span)],
        speaker=mention.speaker,
        attribution=mention.attribution,
        extractor=page.extractor,
        pledge=pledge,
    )
    yield claim
    for slot in visited_slots(pledge, about):
        yield replace(claim, slot=slot)


def _quote(page: _Page, said: _Said) -> Iterator[Claim]:
    quotation, speaker = said.quotation, said.quotation.speaker
    if not _WORD.search(said.text):
        return
    name = speaker.name if speaker else None
    slots = [f"quote:{voice(speaker.id, name)}"] if speaker and name else []
    slots += [f"wording:{anchor}" for anchor in said.wording.anchors(named=name is not None)]
    span = _evidence_span(quotation.span, None)
    claim = Claim(
        claim_id=claim_id(page.article.id, "quote", quotation.span, name),
        kind="quote",
        slot=slots[0],
        article=page.article,
        span=span,
        evidence=page.text[slice(*span)],
        speaker=speaker,
        attribution="indirect" if quotation.form == "indirect" else "direct",
        extractor=page.extractor,
        quote=Quote(text=said.text, span=quotation.span, form=quotation.form, cue=quotation.cue),
    )
    yield claim
    for slot in slots[1:]:
        yield replace(claim, slot=slot)


def _office(page: _Page, mention: OfficeMention) -> Iterator[Claim]:
    sentence = _sentence(page, mention.span)
    org = known = mention.org or _spoke_for(page, mention)
    unknown = org is None and mention.person.id is None and is_of_a_state(mention.post)
    if (
        unknown
        and page.country
        and not names_another(page.actors, sentence, page.country)
        and not _taken(page, mention, page.country)
    ):
        org = page.country
    span = _evidence_span(sentence, mention.span)
    claim = Claim(
        claim_id=claim_id(
            page.article.id, "office", mention.span, mention.person.name, mention.post, mention.tenure
        ),
        kind="office",
        slot=f"office:{slug(org.name) if org else '-'}:{post_key(mention.post)}",
        article=page.article,
        span=span,
        evidence=page.text[slice(*span)],
        speaker=None,
        attribution="none",
        extractor=page.extractor,
        office=Office(
            person=mention.person,
            post=mention.post,
            org=known,
            tenure=mention.tenure,
            as_of=(page.article.published_at or "")[:10] or None,
        ),
    )
    yield claim
    if (
        org
        and mention.tenure == "current"
        and rank_of(ranked_key(mention.post))
        and " " in mention.person.name
    ):
        slot = holder_slot(mention.person.id, mention.person.name, org.name)
        yield replace(claim, slot=slot)


def _guests(claim: Claim, place: Actor | None, offices: Sequence[OfficeMention]) -> Iterator[Claim]:
    """Let a post of no named body visit the slot of the country that the page names most, if one has it.

    An ambassador visits the slot of those to that country.
    """
    _, org, post = claim.slot.split(":", 2)
    if not claim.office or not claim.slot.startswith("office:"):
        return
    if org != "-" and (first := first_ministry(claim.office.post)):
        yield replace(claim, slot=f"office:{org}:{first}")
    if place is None:
        return
    if (
        org == "-"
        and not is_of_a_state(post)
        and len({other.person.name for other in offices if post_key(other.post) == post}) == 1
    ):
        yield replace(claim, slot=f"office:{slug(place.name)}:{post}")
    if post == "ambassador" and org not in ("-", slug(place.name)):
        yield replace(claim, slot=f"office:{org}:{post}-to-{slug(place.name)}")


def _spoke_for(page: _Page, office: OfficeMention) -> Actor | None:
    """Give the country whose pledges a person announces: an unnamed body's minister is its minister.

    Not so where the article says of another that they are.
    """
    givers = {
        mention.pledge.pledger.name: mention.pledge.pledger
        for mention in page.pledges
        if mention.speaker
        and mention.speaker.name == office.person.name
        and mention.pledge.pledger.level == "country"
        and mention.pledge.stage != "proposed"
    }
    country = next(iter(givers.values())) if len(givers) == 1 else None
    return country if country and not _taken(page, office, country) else None


def _taken(page: _Page, mention: OfficeMention, country: Actor) -> bool:
    """Say whether the article says of another that this post of the country is theirs."""
    return any(
        other.org
        and other.org.name == country.name
        and other.person.name != mention.person.name
        and post_key(other.post) == post_key(mention.post)
        for other in page.offices
    )


def _sentence(page: _Page, span: Span) -> Span:
    """Give the sentence around ``span``, ``span`` itself where none is."""
    at = bisect_right(page.sentences, span[0], key=itemgetter(0)) - 1
    if at < 0:
        return span
    start, end = page.sentences[at]
    return start, max(end, span[1])


def _evidence_span(span: Span, core: Span | None) -> Span:
    """Keep evidence within its limit, around ``core`` where that stands far inside."""
    start, end = span
    if end - start <= EVIDENCE_MAX:
        return span
    if core is not None and core[1] > start + EVIDENCE_MAX:
        start = max(start, min(core[0], core[1] - EVIDENCE_MAX // 2) - EVIDENCE_MAX // 4)
    return start, min(end, start + EVIDENCE_MAX)
