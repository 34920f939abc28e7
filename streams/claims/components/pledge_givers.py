"""Who gives: a governed quantity in, the pledger out.

The giver is the subject of a giving verb, follows "by" in the passive and "from" where
money comes, stands before a bracketed amount in a list, is the one a demand is made of,
or is the one for whom the speaker speaks.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from models.messages import Actor, Span
from streams.claims.components.phrases import any_of
from streams.claims.components.pledge_article import Nominal, PledgeArticle
from streams.claims.components.pledge_clauses import Governed

_PREPOSITION: Final = re.compile(
    r"\b(?:in|at|for|to|with|against|from|on|about|into|between|than|after|over|towards?|across|near|of|support(?:ing)?|help(?:ing)?|"
    r"behind|inside|outside|via|through|visit(?:ed|ing)?|invaded|invading|told|tell|before|within|versus|v|under|including|like|gives?|gave|"
    r"giving|give|given|supply|supplying|provide|providing|send|sending|assist|assisting|aiding|equip|arm|arming|joins?|joining)"
    r"\s+(?:the\s+|a\s+|an\s+|both\s+|all\s+|its\s+|new\s+|other\s+|many\s+|NATO\s+|EU\s+|(?:war-\S+|embattled|neighbouring)\s+){0,2}$",
    re.IGNORECASE,
)
_OF_GROUP: Final = re.compile(
    r"\b(?:government|leaders?|president|minister|ministry|king|parliament|people|kingdom|republic|members|heads?|representatives)\s+of\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_BY: Final = re.compile(r"\bby\s+(?:the\s+)?(?:[\w’'.-]+\s+){0,5}$", re.IGNORECASE)
_FROM: Final = re.compile(r"\bfrom\s+(?:the\s+)?(?:[\w’'.-]+\s+){0,2}$", re.IGNORECASE)
_LIST_TAIL: Final = re.compile(
    r"\s*(?:\(\s*$|:\s*$|,?\s+with\s+(?:a\s+|an\s+)?(?:pledge of\s+|contribution of\s+|donation of\s+)?$|\s*[|\t]\s*$)"
)
_DASH: Final = re.compile(r"\s*[–—-]\s*")
_NAME_OF_KIND: Final = re.compile(
    r"\b(?:refugees|people|migrants|those|away|protect\w*|imports|seekers|gas|oil|grain|attacks?|far|threats?|pressure|withdraw\w*|support)\s+from\s+(?:the\s+)?(?:[\w’'.-]+\s+){0,2}$",
    re.IGNORECASE,
)
_TAG: Final = re.compile(r"\s+(?:has\s+|have\s+|had\s+|also\s+)?$")
_POSSESSIVE: Final = re.compile(r"^['’]s?\s")
_ADDRESS: Final = re.compile(
    r"\b(?:on|upon|urged?|urges|urging|asked|asks|asking|tells?|told|pressed|pressing|pushed|pushing|want(?:s|ed)?|demand(?:s|ed)?(?:\s+that)?|of|by|from|that|for)\s+(?:the\s+|all\s+|its\s+|his\s+|other\s+|European\s+){0,2}$",
    re.IGNORECASE,
)


DONORS: Final = Actor(id="x:donors", name="donors (total)", level="donors")
_GIVING: Final = frozenset({"country", "bloc", "organisation", "company", "donors"})
# They report what others give far more often than they give.
_REPORTING: Final = frozenset(
    {"United Nations", "World Health Organization", "UN Refugee Agency", "UNICEF", "World Food Programme"}
)
_PERSONS: Final = frozenset({"he", "she", "i"})
_FROM_FRONT: Final = re.compile(r"\bfrom\s+(?:the\s+)?$", re.IGNORECASE)
_BY_FRONT: Final = re.compile(r"\bby\s+(?:the\s+|[\w-]+\s+){0,2}$", re.IGNORECASE)
_TOTAL: Final = re.compile(
    r"\b(?:in all|in total|all in all|all told|altogether|combined|a total of|total pledges|so far|overall|collectively)\b",
    re.IGNORECASE,
)
_PLEDGES: Final = re.compile(
    r"\b(?:pledges|commitments|contributions|donations|promises|new money)\b", re.IGNORECASE
)
_SHARE: Final = re.compile(
    r"(?:['’]s)?\s+(?:share|contribution|money|portion|part|funds|funding|pledge)\b", re.IGNORECASE
)
_RELATIVE: Final = re.compile(r",?\s+(?:who|which|that)\s", re.IGNORECASE)


@dataclass(slots=True)
class Context:
    """What the article said before: who gave last, who has given, who mainly gets, the heading it stands under."""

    taker: Actor | None
    pledging: bool
    heading: Actor | None = None
    last: Actor | None = None
    givers: set[str] = field(default_factory=set)

    @property
    def taker_name(self) -> str | None:
        """Give the name of the main taker."""
        return self.taker.name if self.taker else None


@dataclass(slots=True, frozen=True)
class Giver:
    """A pledger; ``person`` where the words name somebody who acts for it; ``firm`` where the grammar says so."""

    actor: Actor
    span: Span
    person: bool = False
    firm: bool = True


class Givers:
    """Finds pledgers."""

    def __init__(self, selves: Sequence[str]) -> None:
        self._self = re.compile(rf"(?<![\w’'-]){any_of(selves)}(?![\w’'])", re.IGNORECASE)

    def find(
        self, article: PledgeArticle, governed: Governed, sentence: Span, context: Context
    ) -> Giver | None:
        """Give the pledger of ``governed``; ``context`` is what the article said before."""
        span = governed.mention.quantity.span
        assert span is not None
        steps: tuple[Callable[[PledgeArticle, Governed, Span, Context], Giver | None], ...] = (
            _listed,
            _shared,
            self._by_verb,
            _from,
            self._spoken_for,
        )
        for step in steps:
            giver = step(article, governed, sentence, context)
            if giver is not None:
                return giver
        return None

    def _by_verb(
        self, article: PledgeArticle, governed: Governed, sentence: Span, context: Context
    ) -> Giver | None:
        cue, frame = governed.cue, governed.frame
        if cue is None:
            return None
        if cue.group in ("come", "receive"):
            found = _after(article, _FROM, cue.span[1], sentence[1])
            return found or (
                _fronted(article, _FROM_FRONT, sentence, cue.span[0]) if cue.group == "come" else None
            )
        if frame.passive or (not governed.before and cue.form == "past" and not frame.perfect):
            found = _after(article, _BY, cue.span[1], sentence[1]) or _fronted(
                article, _BY_FRONT, sentence, cue.span[0]
            )
            if found or frame.passive:
                return found or _tagged(article, governed, sentence, context)
        return self._subject(article, governed, sentence, context)

    def _subject(
        self, article: PledgeArticle, governed: Governed, sentence: Span, context: Context
    ) -> Giver | None:
        """Walk back from the verb to the nearest nominal that can be its subject."""
        cue = governed.cue
        assert cue is not None
        start, at = sentence[0], cue.span[0]
        if at < governed.own[0] and (
            own := _subjects(
                article, governed, (governed.own[0], sentence[1]), _quantity(governed)[0], context
            )
        ):
            return _as_giver(own[-1])  # "Germany pledged €2bn and the UK up to €1bn"
        candidates = _subjects(article, governed, sentence, at, context)
        pronouns = [m for m in self._self.finditer(article.text, start, at)]
        if pronouns and (not candidates or pronouns[-1].start() > candidates[-1].span[1]):
            return self._resolved(
                article, sentence, pronouns[-1].start(), context, person=pronouns[-1][0].lower() in _PERSONS
            )
        return _as_giver(candidates[-1]) if candidates else None

    def _resolved(
        self, article: PledgeArticle, sentence: Span, at: int, context: Context, *, person: bool
    ) -> Giver | None:
        """Resolve "it", "we", "the country": the speaker's own, the nearest before, the last that gave."""
        speaker = _speaker_org(article, at, context)
        if speaker is not None:
            return speaker
        if not person:
            for nominal in reversed(article.nominals_in(sentence[0], at)):
                if (
                    not nominal.adjective
                    and nominal.actor.name != context.taker_name
                    and nominal.actor.level in _GIVING
                ):
                    return Giver(nominal.actor, nominal.span, firm=False)
        return Giver(context.last, (at, at), firm=False) if context.last else None

    def _spoken_for(
        self, article: PledgeArticle, governed: Governed, sentence: Span, context: Context
    ) -> Giver | None:
        """Fall back on all givers together, on whom the speaker speaks for, on who gave before."""
        span = _quantity(governed)
        cue = governed.cue
        agentless = cue is None or governed.frame.passive or (cue.group == "pledge" and not governed.before)
        own = article.text[slice(*governed.own)]
        if context.heading is not None and context.heading.name != context.taker_name:
            return Giver(context.heading, span)
        if agentless and _TOTAL.search(own) and context.pledging:
            return Giver(DONORS, span, firm=False)
        speaker = _speaker_org(article, span[0], context)
        if speaker is not None:
            return speaker
        if (
            agentless
            and context.pledging
            and (_PLEDGES.search(own) or (cue is not None and cue.group in ("pledge", "commit")))
        ):
            several = len(context.givers) != 1
            return Giver(DONORS if several or context.last is None else context.last, span, firm=False)
        subjects = _subjects(article, governed, sentence, sentence[1], context)
        if subjects and subjects[0].span[0] < span[0]:
            return Giver(subjects[0].actor, subjects[0].span, subjects[0].person, firm=False)
        if context.last is not None:
            return Giver(context.last, span, firm=False)
        return (
            Giver(subjects[0].actor, subjects[0].span, subjects[0].person, firm=False) if subjects else None
        )


def _quantity(governed: Governed) -> Span:
    span = governed.mention.quantity.span
    assert span is not None
    return span


def _as_giver(nominal: Nominal) -> Giver:
    return Giver(nominal.actor, nominal.span, nominal.person)


def _listed(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:
    """Take "Germany ($245 million)", "the UK with $123 million", "France: EUR 50 million"."""
    span = _quantity(governed)
    for nominal in reversed(article.nominals_in(max(sentence[0], span[0] - 80), span[0])):
        if nominal.person or nominal.adjective:
            continue
        gap = article.text[nominal.span[1] : span[0]]
        if nominal.actor.name == context.taker_name:
            return None
        listed = _LIST_TAIL.fullmatch(gap) or (_DASH.fullmatch(gap) and _opens_line(article.text, nominal))
        return _as_giver(nominal) if listed else None
    return None


def _opens_line(text: str, nominal: Nominal) -> bool:
    line = text.rfind("\n", 0, nominal.span[0]) + 1
    return not text[line : nominal.span[0]].strip(" \t•*·-–—")


def _tagged(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:
    """Take the tag behind: "€4bn will be spent on food, the G7 pledged on Tuesday"."""
    for nominal in reversed(article.nominals_in(_quantity(governed)[1], sentence[1])):
        if nominal.adjective or nominal.actor.name in {context.taker_name, *_REPORTING}:
            continue
        for cue in governed.all_cues:
            promising = cue.group in ("pledge", "commit") and cue.span[0] > nominal.span[1]
            if promising and _TAG.fullmatch(article.text, nominal.span[1], cue.span[0]):
                comma = article.text.rfind(",", sentence[0], nominal.span[0])
                return _as_giver(nominal) if nominal.span[0] - comma < 12 else None
    return None


def _shared(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:  # noqa: ARG001
    """Take "will be the U.S. share", "$2 billion of the U.S. money"."""
    for nominal in article.nominals_in(_quantity(governed)[1], governed.own[1]):
        if _SHARE.match(article.text, nominal.span[1]) and nominal.actor.name != context.taker_name:
            return Giver(nominal.actor, nominal.span)
    return None


def _from(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:
    """Take "$100 Million From UAE", "pledged by Yoon" and "Spain's package of $1bn"."""
    span, end = _quantity(governed), governed.own[1]
    found = _after(article, _FROM, span[1], end) or _after(article, _BY, span[1], end)
    if found is not None and found.actor.name != context.taker_name:
        return found
    for nominal in reversed(article.nominals_in(sentence[0], span[0])):
        owner = _POSSESSIVE.match(article.text, nominal.span[1])
        if owner and nominal.actor.name != context.taker_name and not _led(article.text, nominal, sentence):
            return _as_giver(nominal)
    return None


def _after(article: PledgeArticle, pattern: re.Pattern[str], start: int, end: int) -> Giver | None:
    for nominal in article.nominals_in(start, end):
        low = max(start - 1, nominal.span[0] - 60)
        if nominal.adjective or _NAME_OF_KIND.search(article.text, low, nominal.span[0]):
            continue
        if pattern.search(article.text, low, nominal.span[0]):
            return _as_giver(nominal)
    return None


def _fronted(article: PledgeArticle, pattern: re.Pattern[str], sentence: Span, end: int) -> Giver | None:
    """Take "From the United States came $17.5 million", "By partners more than $10bn was pledged"."""
    for nominal in reversed(article.nominals_in(sentence[0], end)):
        if not nominal.adjective and pattern.search(
            article.text, max(sentence[0], nominal.span[0] - 24), nominal.span[0]
        ):
            return Giver(nominal.actor, nominal.span)
    return None


def _speaker_org(article: PledgeArticle, at: int, context: Context) -> Giver | None:
    """Give the actor for whom somebody speaks at ``at``, unless that is the one that gets."""
    for source in (article.quotation_at(at), article.reported_at(at)):
        actor = article.org_of(source.speaker) if source else None
        if (
            actor is not None
            and actor.name != context.taker_name
            and actor.level in _GIVING
            and actor.name not in _REPORTING
        ):
            return Giver(actor, (at, at), person=True, firm=False)
    return None


def _subjects(
    article: PledgeArticle, governed: Governed, stretch: Span, end: int, context: Context
) -> list[Nominal]:
    """Give the nominals of ``stretch`` before ``end`` that can be the subject of giving."""
    wish = governed.frame.wish or (governed.cue is not None and governed.cue.group == "propose")
    found = [
        nominal
        for nominal in article.nominals_in(stretch[0], end)
        if nominal.actor.name != context.taker_name
        and _subject_like(article.text, nominal, stretch, wish=wish)
    ]
    speaking = {
        r.cue_span[0] for r in article.reported if governed.cue is None or r.cue_span != governed.cue.span
    }
    silent = [n for n in found if not any(0 < at - n.span[1] <= 10 for at in speaking)]
    return silent if silent and found[-1].person else found


def _subject_like(text: str, nominal: Nominal, stretch: Span, *, wish: bool) -> bool:
    if nominal.adjective:
        return False
    if wish and _ADDRESS.search(text, max(stretch[0], nominal.span[0] - 40), nominal.span[0]):
        return True
    if _RELATIVE.match(text, nominal.span[1]):
        return True  # "to the donors who have committed"
    return not _led(text, nominal, stretch)


def _led(text: str, nominal: Nominal, stretch: Span) -> bool:
    """Tell a nominal that a preposition leads: it is where or to whom, not who."""
    low = max(stretch[0], nominal.span[0] - 40)
    if _OF_GROUP.search(text, low, nominal.span[0]):
        return False
    return bool(_PREPOSITION.search(text, low, nominal.span[0]))
