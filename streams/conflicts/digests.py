"""A claim message to the digest that its slot keeps, and back to the pledge it states."""

import re
from functools import lru_cache
from hashlib import blake2b
from typing import Final

import msgspec
from msgspec import UNSET

from models.identities import content_id, pledge_slot, slug
from models.messages import Actor, ArticleRef, Claim, Corrected, Office, Period, Pledge, Quantity, Quote
from models.posts import is_of_a_state, post_key, ranked_key
from models.values import value_of
from models.wordings import compared
from streams.conflicts.parts import Parts
from streams.conflicts.publishers import Houses
from streams.conflicts.relations.amounts import figure_of
from streams.conflicts.relations.units import family
from streams.conflicts.state import (
    HASH_BYTES,
    NAMES,
    SKETCH_HASHES,
    TOLD,
    Content,
    Digest,
    Holding,
    Source,
    Terms,
    Words,
    stage_class,
    terms_of,
)

QUANTITY_FIELDS: Final = [f for f in Quantity.__struct_fields__ if f in Terms.__struct_fields__]
TEXT_MAX: Final = 60  # characters of a printed quantity or period
_WORD: Final = re.compile(r"\w+")
_HEX: Final = re.compile(rf"(?:[0-9a-f]{{{2 * HASH_BYTES}}})+")
TELLING: Final = 8  # words; two desks that write apart can hit on a shorter sentence


def digest_claim(claim: Claim, parts: Parts) -> Digest:
    """Make the digest of ``claim``; its source is made by source_of()."""
    content = _content(claim)
    lane = _lane(content)
    figure = figure_of(content) if isinstance(content, Terms) else None
    speaker = claim.speaker
    return Digest(
        claim_id=claim.claim_id,
        article_id=claim.article.id,
        lane=lane,
        group=(group := _group(content, lane)),
        value=value_of(claim.pledge) if claim.pledge else group,
        speaker=speaker.name if speaker else None,
        role=speaker.role if speaker else None,
        evidence=_sentence(claim.evidence),
        content=content,
        low=figure.low if figure else 0.0,
        high=figure.high if figure else 0.0,
        slack=figure.slack if figure else 0.0,
        part=figure is not None and parts.told(claim.evidence, figure.terms.text),
        moved=figure is not None
        and figure.terms.stage == "delivered"
        and parts.moved(claim.evidence, figure.terms.text),
        home=_home(claim),
    )


def _home(claim: Claim) -> str:
    """Name the receiver of a guest in its slot, behind its giver if that is another; "" for one at home."""
    if claim.office:
        return "-" if _visits(claim.office, claim.slot) else ""
    if not claim.pledge:
        return ""
    giver, to = claim.pledge.pledger.name, claim.pledge.beneficiary
    own = pledge_slot(giver, to.name if to else None)
    if own == claim.slot:
        return ""
    visits = claim.slot.split(":")[1] != slug(giver)
    return own.removeprefix("pledge:") if visits else own.rpartition(":")[2]


def _visits(office: Office, slot: str) -> bool:
    """Say whether a post of no named body stands with a country's, or an ambassador with others to one."""
    kind, org, post = slot.split(":", 2)
    if kind != "office":
        return False
    return post != post_key(office.post) or (org != "-" and not office.org and not is_of_a_state(office.post))


@lru_cache(4096)  # an article's claims come one after the other
def source_of(ref: ArticleRef, houses: Houses) -> Source:
    """Keep of a claim's article what tells its origin and its time."""
    return Source(
        article_id=ref.id,
        story_id=ref.story_id,
        version=ref.version,
        publisher=houses.of(ref.publisher, ref.url),
        wire_credit=houses.credited(ref.wire_credit),
        published_at=ref.published_at,
        sketch=_bytes(ref.fingerprint, SKETCH_HASHES),
        names=_bytes(ref.names, NAMES),
        told=_bytes(ref.told, TOLD),
        events=ref.events,
        not_before=ref.not_before,
        not_after=ref.not_after,
    )


def _bytes(hashes: str, most: int) -> bytes:
    """Read the first hashes of a sketch, none of what is no sketch."""
    kept = hashes[: most * HASH_BYTES * 2]
    return bytes.fromhex(kept) if _HEX.fullmatch(kept) else b""


def pledge_of(terms: Terms, pledger: Actor, beneficiary: Actor | None) -> Pledge:
    """Rebuild the pledge that a digest stands for, without its places in the text."""
    return Pledge(
        pledger=pledger,
        beneficiary=beneficiary,
        purpose=terms.purpose,
        instrument=terms.instrument,
        quantity=quantity_of(terms),
        period=period_of(terms),
        announced_on=terms.announced_on,
        polarity=terms.polarity,
        stage=terms.stage,
        operation=terms.operation,
        corrects=Corrected(value=terms.corrects[0], currency=terms.corrects[1]) if terms.corrects else None,
    )


def restated(digest: Digest, right: Terms) -> Digest:
    """Give a pledge's digest with the quantity of ``right``, under all else that it says itself."""
    quantity = {name: getattr(right, name) for name in QUANTITY_FIELDS}
    terms = msgspec.structs.replace(terms_of(digest), **quantity)
    lane, figure = _lane(terms), figure_of(terms)
    return msgspec.structs.replace(
        digest,
        content=terms,
        lane=lane,
        group=_group(terms, lane),
        low=figure.low,
        high=figure.high,
        slack=figure.slack,
    )


def quantity_of(t: Terms) -> Quantity:
    """Rebuild the quantity of a digest."""
    return Quantity(
        kind=t.kind,
        value=t.value,
        low=t.low,
        high=t.high,
        qualifier=t.qualifier,
        currency=t.currency,
        unit=t.unit,
        text=t.text,
        in_eur=t.in_eur,
        rate=t.rate,
        rate_date=t.rate_date,
        rate_source=t.rate_source,
    )


def period_of(t: Terms) -> Period:
    """Rebuild the period of a digest."""
    return Period(
        start=t.start,
        end=t.end,
        deadline=t.deadline,
        recurrence=t.recurrence,
        precision=t.precision,
        text=t.period_text,
    )


def _content(claim: Claim) -> Content:
    if claim.pledge is not UNSET and claim.pledge:
        return _terms(claim.pledge)
    if claim.office is not UNSET and claim.office:
        return _holding(claim.office, claim.slot)
    assert claim.quote is not UNSET
    return _words(claim.quote)


def _terms(pledge: Pledge) -> Terms:
    q, p = pledge.quantity, pledge.period
    return Terms(
        kind=q.kind,
        value=q.value,
        low=q.low,
        high=q.high,
        qualifier=q.qualifier,
        currency=q.currency,
        unit=q.unit,
        text=q.text[:TEXT_MAX] if q.text else None,
        in_eur=q.in_eur,
        rate=q.rate,
        rate_date=q.rate_date,
        rate_source=q.rate_source,
        purpose=pledge.purpose,
        instrument=pledge.instrument,
        start=p.start,
        end=p.end,
        deadline=p.deadline,
        recurrence=p.recurrence,
        precision=p.precision,
        period_text=p.text[:TEXT_MAX] if p.text else None,
        announced_on=pledge.announced_on,
        polarity=pledge.polarity,
        stage=pledge.stage,
        operation=pledge.operation,
        corrects=(pledge.corrects.value, pledge.corrects.currency) if pledge.corrects else None,
    )


def _holding(office: Office, slot: str) -> Holding:
    return Holding(
        person_id=office.person.id,
        person=office.person.name,
        tenure=office.tenure,
        as_of=office.as_of,
        post=ranked_key(office.post) if slot.startswith("holder:") else "",
    )


def _words(quote: Quote) -> Words:
    text = compared(quote.text)
    return Words(text=text, form=quote.form, truncated=len(text) < len(" ".join(quote.text.split())))


def _lane(content: Content) -> str:
    """Name what a claim's value can be compared with."""
    if not isinstance(content, Terms):
        return ""
    t = content
    unit = family(t.unit) if t.kind == "units" else t.unit
    return content_id("lane", t.kind, unit, stage_class(t.stage), t.recurrence, t.polarity == "denied")[:8]


def _group(content: Content, lane: str) -> str:
    """Name the value: claims of one group say the same and differ only in who and when."""
    if isinstance(content, Terms):
        t = content
        what: tuple[object, ...] = (lane, t.value, t.currency, t.qualifier, t.high, t.unit)
    elif isinstance(content, Holding):
        what = (content.person_id or content.person, content.tenure, *filter(None, [content.post]))
    else:
        what = (" ".join(_WORD.findall(content.text.casefold())),)
    return content_id("group", *what)[:12]


def _sentence(evidence: str) -> bytes:
    words = _WORD.findall(evidence.casefold())
    if len(words) < TELLING:
        return b""
    return blake2b(" ".join(words).encode("utf-8", "surrogatepass"), digest_size=4).digest()
