"""Which country a page is about, where a sentence does not say: a Doc in, one country or none out.

"Germany will give 120 million euros", "said Planning Minister Haddadin": whose, the page says
elsewhere, in its dateline, its headline, or by naming one country more than all others. Those who
give are not whom the page is about.
"""

from collections import Counter
from typing import Final

from spacy.tokens import Doc

from models.messages import Actor, Pledge, Span
from streams.claims.annotations import ActorMention, source_text

_HEADLINE: Final = 250  # characters in which the headline and the dateline stand
_TITLE_VOTES: Final = 2
_DATELINE_VOTES: Final = 1
_OWN_PURPOSE: Final = "defence_spending"  # what a country spends on itself


def country_of(doc: Doc) -> Actor | None:
    """Give the country that the page names most besides those who give, None where two are named alike."""
    givers = {mention.pledge.pledger.name for mention in doc._.pledges}
    mentions: tuple[ActorMention, ...] = doc._.actors
    named = [m for m in mentions if m.actor.level == "country" and m.actor.name not in givers]
    votes = Counter(m.actor.name for m in named)
    headline = source_text(doc)[:_HEADLINE].partition("\n")[0]
    for name in {m.actor.name for m in named if m.span[1] <= len(headline)}:
        votes[name] += _TITLE_VOTES
    votes.update({m.actor.name: _DATELINE_VOTES for m in named if _dates(doc, m)})
    (first, most), *rest = votes.most_common(2) or [("", 0)]
    if not first or (rest and rest[0][1] == most):
        return None
    return next(m.actor for m in named if m.actor.name == first)


def may_be_for(pledge: Pledge, country: Actor) -> bool:
    """Say whether a pledge can be for the country that the page is about: nobody is named who gets."""
    if pledge.beneficiary or pledge.pledger.name == country.name:
        return False
    return pledge.purpose != _OWN_PURPOSE and pledge.quantity.kind != "gdp_share"


def names_another(doc: Doc, span: Span, country: Actor) -> bool:
    """Say whether the words at ``span`` name another country than the page's."""
    return any(
        m.actor.level == "country" and m.actor.name != country.name and span[0] <= m.span[0] < span[1]
        for m in doc._.actors
    )


def _dates(doc: Doc, mention: ActorMention) -> bool:
    """Say whether a name in capitals opens a line: the place that the page is written from."""
    text, (start, end) = source_text(doc), mention.span
    return end <= _HEADLINE and text[start:end].isupper() and text[:start].rstrip(" \t").endswith(("\n", ""))
