"""Who said it: a governed quantity and its giver in, speaker and attribution out."""

from typing import Literal

from models.messages import Speaker
from streams.claims.components.pledge_article import PledgeArticle
from streams.claims.components.pledge_clauses import Governed
from streams.claims.components.pledge_givers import Giver

Attribution = Literal["direct", "indirect", "none"]


def source_of(article: PledgeArticle, governed: Governed, giver: Giver) -> tuple[Speaker | None, Attribution]:
    """Give the speaker of the pledge, None where the page itself speaks or nobody is named."""
    span = governed.mention.quantity.span
    assert span is not None
    quotation = article.quotation_at(span[0])
    if quotation is not None and quotation.form != "indirect":
        return quotation.speaker, "direct"
    reported = article.reported_at(span[0])
    if reported is not None and reported.speaker.name is not None:
        return reported.speaker, "indirect"
    if giver.person and giver.firm:
        speaker = _acting(article, giver)
        if speaker is not None:
            return speaker, "indirect"
    return None, "indirect" if reported is not None and reported.cue not in _PLEDGED else "none"


_PLEDGED = frozenset(
    {"pledged", "pledges", "pledging", "committed", "commits", "promised", "promises", "agreed", "agrees"}
)


def _acting(article: PledgeArticle, giver: Giver) -> Speaker | None:
    """Make the speaker of somebody who promises in the page's own words ("Yoon pledged")."""
    for mention in article.people:
        if mention.span == giver.span:
            person = mention.person
            return Speaker(
                id=person.id,
                name=person.name,
                role=mention.role,
                org=mention.org.name if mention.org else None,
                as_printed=person.as_printed,
            )
    return None
