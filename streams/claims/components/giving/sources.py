"""Who said it: a governed quantity and its giver in, speaker and attribution out.

The speaker of the quotation or reported clause around the figure, the person who promises
in the page's own words, or one who "said so" right after.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, Literal

from msgspec.structs import replace

from models.messages import Quantity, Span, Speaker
from streams.claims.annotations import PersonMention
from streams.claims.components.giving.article import PledgeArticle
from streams.claims.components.giving.clauses import Governed
from streams.claims.components.giving.context import Giver
from streams.claims.components.giving.draft import Draft
from streams.claims.components.giving.mention import PledgeMention

# "announced the commitment", "said so", "made the pledge": they stand for what was just told.
_SO: Final = re.compile(
    r"\s+(?:so|this)\b(?=\s*[.,;]|\s+(?:on|in|at|to|after|during|when|while|yesterday|today|earlier)\b)|"
    r"\s+(?:the|this|that|his|her|its)\s+(?:(?!the\b)\w+\s+)?(?:pledge|commitment|announcement|promise|package"
    r"|decision|news|donation|plan|move|support|aid|contribution|total|figures?|amount|sum|result|grant"
    r"|loan|gift|deal)\b",
    re.IGNORECASE,
)
# "It is the 18th in order, says the minister": of what was just told
_IT_IS: Final = re.compile(
    r"(?<!\n) ?(?:It|This|That|The\s+(?:package|aid|support|money|sum|grant|loan|gift|donation|pledge))\s+"
    r"(?:is|was|will|would|comes|brings|includes?|included|consists?|covers?|makes|means)\b"
)
# "of the promised one million shells" reminds of a pledge; whoever speaks there did not make it known.
_REFERENCE: Final = re.compile(
    r"\b(?:the|this|that|these|its|their)\s+(?:(?:long|newly|already|much|previously|recently"
    r"|originally|earlier|once|first)[\s-]+)?(?:promised|pledged|agreed|announced|planned)\s+$"
    r"|\b(?:(?<!all )(?<!most )(?<!half )(?<!bulk )(?<!rest )of the|(?:the|of) promised)\s+$",
    re.IGNORECASE,
)
# "called the sum a joke" is no announcement of it.
_JUDGING: Final = frozenset(
    (  # noqa: SIM905  (a list of words reads better unquoted)
        "called calls criticised criticized criticises criticizes welcomed welcomes praised praises "
        "denounced condemned dismissed mocked hailed hails slammed lauded rejected described describes "
        "questioned questions compared compares doubted"
    ).split()
)
_WRITING: Final = frozenset(["write", "writes", "wrote", "reports", "reported"])
_PART_OF: Final = re.compile(
    r"\b(?:part|tranche|instal?lment|share|half) of (?:an? |the |its )?$", re.IGNORECASE
)
_SOON: Final = 200  # characters
_LEAD: Final = 400  # characters
# Between an actor and the person who acts for it: "South Korean [President] Yoon", "Spain's leader, X".
_APPOSED: Final = re.compile(
    r"(?:['’]s?)?(?:[\s,]+(?!(?:and|or|but|whose|which|that|whom|where|when|while|after|under)\b)[\w’'-]+){0,5}"
    r"[\s,]+",
    re.IGNORECASE,
)
_APPOSED_MAX: Final = 50  # characters
# "which under President Biden had promised", "received from Ambassador Abe": they do not speak.
_UNDER: Final = re.compile(r"\b(?:under|from) (?:[\w’'-]+ ){0,3}$", re.IGNORECASE)
Attribution = Literal["direct", "indirect", "none"]


def source_of(article: PledgeArticle, governed: Governed, giver: Giver) -> tuple[Speaker | None, Attribution]:
    """Give the speaker of the pledge, None where the page itself speaks or nobody is named."""
    span = governed.mention.quantity.span
    assert span is not None
    quotation = article.quotation_at(span[0])
    if quotation is not None and quotation.form != "indirect":
        return quotation.speaker, "direct"
    by_name = article.reported_at(span[0], named=True)
    if by_name is not None and _EXPECTED.search(article.text, *_before(by_name.cue_span[0])):
        return None, "none"  # "is expected to announce": somebody else says so
    if by_name is not None and by_name.cue in _PLEDGED and by_name.speaker.name == giver.actor.name:
        return None, "none"  # "Bill Gates promised": the page tells of the giver, nobody speaks
    if by_name is not None and not _REFERENCE.search(article.text, max(0, span[0] - 40), span[0]):
        return by_name.speaker, "indirect"
    speaker = (
        _acting(article, giver)
        if giver.firm and not giver.follows and giver.actor.level != "person"
        else None
    )
    if speaker is not None:
        return speaker, "indirect"
    reported = article.reported_at(span[0])
    return None, "indirect" if reported is not None and reported.cue not in _PLEDGED else "none"


_EXPECTED: Final = re.compile(
    r"\b(?:is|are|was|were)\s+(?:\w+ly\s+)?(?:expected|due|set|likely|scheduled|poised)\s+to\s+(?:\w+ly\s+)?$"
)
_EXPECTED_MAX: Final = 40  # characters


def _before(at: int) -> Span:
    return max(0, at - _EXPECTED_MAX), at


_PLEDGED = frozenset(
    {"pledged", "pledges", "pledging", "committed", "commits", "promised", "promises", "agreed", "agrees"}
)


def _acting(article: PledgeArticle, giver: Giver) -> Speaker | None:
    """Make the speaker of somebody who promises in the page's own words ("Yoon pledged")."""
    for mention in article.people_near(*giver.span):
        start, named = mention.span[0], mention.span == giver.span
        if not named and not 0 <= start - giver.span[1] <= _APPOSED_MAX:
            continue
        if _UNDER.search(article.text, max(0, start - 50), start):
            continue
        if named or _APPOSED.fullmatch(article.text, giver.span[1], start):
            return _speaker(mention)
    return None


def _speaker(mention: PersonMention) -> Speaker:
    person, org = mention.person, mention.org
    return Speaker(
        id=person.id,
        name=person.name,
        role=mention.role,
        org=org.name if org else None,
        as_printed=person.as_printed,
    )


def later_sources(article: PledgeArticle, drafts: Sequence[Draft]) -> list[Draft]:
    """Give ``drafts`` the speakers who are said to have said so in the sentence right after."""
    said = [
        r
        for r in article.reported
        if r.speaker.name
        and r.cue not in _JUDGING
        and (_SO.match(article.text, r.cue_span[1]) or _of_it(article, r.span[0]))
    ]
    said_at = [r.cue_span[0] for r in said]
    out = []
    for draft in drafts:
        end = draft.mention.span[1]
        index = bisect_left(said_at, end)
        so = said[index] if index < len(said) and said_at[index] - end <= _SOON else None
        if so is not None and draft.mention.attribution == "none" and _may_speak(article, so.speaker, draft):
            draft = replace(draft, mention=replace(draft.mention, speaker=so.speaker, attribution="indirect"))  # noqa: PLW2901
        out.append(draft)
    return out


def _of_it(article: PledgeArticle, at: int) -> bool:
    """Tell a reported clause that says what the last pledge is; a quotation speaks of anything."""
    return bool(_IT_IS.match(article.text, at)) and article.quotation_at(at) is None


def told_in_head(article: PledgeArticle, mentions: Sequence[PledgeMention]) -> tuple[PledgeMention, ...]:
    """Give a pledge of headline or lead the speaker of the clause that tells its figure in the other."""
    title_end = article.text.find("\n")
    return tuple(
        _told_there(article, mention, title_end)
        if mention.speaker is None and mention.span[0] <= title_end + _LEAD
        else mention
        for mention in mentions
    )


def _told_there(article: PledgeArticle, mention: PledgeMention, title_end: int) -> PledgeMention:
    wanted = mention.pledge.quantity
    if wanted.span is None or _PART_OF.search(article.text, max(0, wanted.span[0] - 30), wanted.span[0]):
        return mention
    above = wanted.span[0] < title_end
    for quantity in (counted.quantity for counted in article.quantities):
        at = quantity.span[0] if quantity.span is not None else 0
        if at > (title_end + _LEAD if above else title_end):
            break
        if (at < title_end) is above or not _same_figure(quantity, wanted):
            continue
        told = article.reported_at(at, named=True)
        if told is None or told.cue in _JUDGING | _PLEDGED | _WRITING:
            break
        return replace(mention, speaker=told.speaker, attribution="indirect")
    return mention


def _same_figure(one: Quantity, other: Quantity) -> bool:
    units = ((one.unit or "").rpartition(" ")[2], (other.unit or "").rpartition(" ")[2])
    return (one.kind, one.value, one.currency) == (other.kind, other.value, other.currency) and (
        one.kind != "units" or units[0] == units[1]
    )


def _may_speak(article: PledgeArticle, speaker: Speaker, draft: Draft) -> bool:
    """Tell whether ``speaker`` may have told of the pledge: nobody who acts for another country."""
    org = article.org_of(speaker)
    giver = draft.mention.pledge.pledger
    return draft.mention.speaker is None and (
        org is None or org.level != giver.level or org.name == giver.name
    )
