"""Whom a word of the article's own means: "it", "we", "the government" in, the giver out.

The speaker's own actor, the nearest that may give, whose government the page speaks of; else
the last one that gave.
"""

import re
from bisect import bisect_left
from typing import Final

from models.messages import Actor, Span
from streams.claims.components.giving import grammar
from streams.claims.components.giving.article import Nominal, PledgeArticle
from streams.claims.components.giving.context import GIVING, Context, Giver
from streams.claims.components.giving.givers import unknown

_STATE: Final = re.compile(
    r"(?:(?:the|his|her|its|our|my)\s+)?(?:(?:federal|central|national|transitional|interim|state|junior)\s+)?"
    r"(?:government|govt|gov['’]t|cabinet(?:\s+secretary)?|coalition|parliament|state|administration|kingdom|ministry|treasury"
    r"|ministers?|lawmakers|mps|senate)",
    re.IGNORECASE,
)
_PERSONS: Final = re.compile(r"(?:s?he|i|his|her)\b", re.IGNORECASE)
_BEFORE: Final = 3  # sentences
_NEAR: Final = 60  # characters
_VERB_NEAR: Final = 20


def resolved(  # noqa: PLR0911  (one return for each rule)
    article: PledgeArticle, sentence: Span, pronoun: re.Match[str], context: Context
) -> Giver | None:
    """Resolve "it", "we", "her country": the speaker's own, the nearest before, the last one."""
    at, person = pronoun.start(), bool(_PERSONS.match(pronoun[0]))
    state = bool(_STATE.fullmatch(pronoun[0].lstrip("0123456789.•*–-) \n")))
    own = _own_purse(article, sentence, at) if person else None
    if own is not None:
        return own
    speaker = grammar.speaker_org(article, at, context) or _of_speaker(article, pronoun, context)
    if speaker is not None and (not state or speaker.actor.level == "country"):
        return speaker
    named = [n for n in article.nominals_in(sentence[0], at) if not n.adjective]
    if state:
        named = [n for n in named if n.actor.level == "country"]
    near = [n for n in named if _may_give(n, context)]
    goes_on = bool(near) and _goes_on(article, sentence, at)
    says = named and not person and not goes_on and _says(article, named[-1], sentence, at)
    if says and _is_taker(named[-1], context):
        return Giver(named[-1].actor, named[-1].span, firm=False)
    near = [n for n in near if not _handed(article, n, sentence)] or near
    if near and not person:
        return Giver(near[-1].actor, near[-1].span, firm=False)
    people = [n for n in near if n.person]
    if people:
        return Giver(people[-1].actor, people[-1].span, firm=False)
    said = None if person else unknown.unknown_subject(article, sentence, at)
    if said is not None:  # "Cement maker Ponmudi said on Saturday it would give"
        return said
    before = antecedent(article, sentence, context, state=state)
    government = _government(article, sentence, before, at) if state else None
    if government is not None:
        return Giver(government, (at, at), firm=False)
    if before is not None:
        return Giver(before.actor, before.span, firm=False)
    return Giver(context.last, (at, at), firm=False) if context.last else None


def _own_purse(article: PledgeArticle, sentence: Span, at: int) -> Giver | None:
    """Give the private person that "he" means: the last of the sentence, else of the one before."""
    spans = [*_earlier(article, sentence)[-1:], (sentence[0], at)]
    for span in reversed(spans):
        people = [m for m in article.people_near(*span) if span[0] <= m.span[0] < span[1]]
        if people:
            last = people[-1].span[0]
            around = (n for n in article.nominals_in(*span) if n.span[0] <= last < n.span[1])
            own = next((n for n in around if n.actor.level == "person"), None)
            return Giver(own.actor, own.span, firm=False) if own else None
    return None


def _of_speaker(article: PledgeArticle, pronoun: re.Match[str], context: Context) -> Giver | None:
    """Give for whom he speaks whose verb follows his pronoun: "He offered", "she has promised"."""
    for told in article.reported_near(pronoun.end(), pronoun.end()) if _PERSONS.match(pronoun[0]) else ():
        if 0 < told.cue_span[0] - pronoun.end() < _VERB_NEAR:
            actor = article.org_of(told.speaker)
            if actor is not None and actor.name != context.taker_name and actor.level in GIVING:
                return Giver(actor, pronoun.span(), person=True, firm=False)
    return None


def _is_taker(nominal: Nominal, context: Context) -> bool:
    return nominal.actor.name == context.taker_name


def _says(article: PledgeArticle, nominal: Nominal, sentence: Span, at: int) -> bool:
    """Tell "Fiji said it would pay" from "will lend Fiji $5m, and it will train": who gets is not meant."""
    low = max(sentence[0], nominal.span[0] - _NEAR)
    if at - nominal.span[1] >= _NEAR or _HANDED.search(article.text, low, nominal.span[0]):
        return False
    where = grammar.led(article, nominal, sentence) and _TO_WHICH.search(article.text, nominal.span[1], at)
    return not where


# "an agreement on schools in Mali, to which the government": it is another's
_TO_WHICH: Final = re.compile(r",\s+(?:to|for|towards?|in|into|on|under)\s+(?:which|whom|whose)\s")
# "hands the Malians 40 pumps, and it pays for", ": it also pays": the same one goes on
_GOES_ON: Final = re.compile(r"(?:[,;]\s+(?:and|but|while)|[;:])\s+$")


def _goes_on(article: PledgeArticle, sentence: Span, at: int) -> bool:
    """Tell a pronoun that opens the next clause of the sentence, with the subject of the one before."""
    return bool(_GOES_ON.search(article.text, max(sentence[0], at - 8), at))


def _handed(article: PledgeArticle, nominal: Nominal, sentence: Span) -> bool:
    """Tell who gets, or only where it is."""
    low = max(sentence[0], nominal.span[0] - _NEAR)
    led = grammar.led(article, nominal, sentence)
    return led or bool(_HANDED.search(article.text, low, nominal.span[0]))


_HANDED: Final = re.compile(
    r"\b(?:to|for|help\w*|support\w*|aid\w*|assist\w*|giv\w+|gave|lend\w*|lent|grant\w*|offer\w*|send\w*|sent"
    r"|suppl\w+|provid\w+|hand\w*|ship\w*|donat\w+|deliver\w*|promis\w+|pledg\w+|award\w*|pay\w*|paid)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def antecedent(
    article: PledgeArticle, sentence: Span, context: Context, *, state: bool = False
) -> Nominal | None:
    """Give the first nominal of the nearest sentence before that can be a subject and may give."""
    for span in reversed(_earlier(article, sentence)):
        for nominal in article.nominals_in(*span):
            if state and nominal.actor.level != "country":
                continue
            if _may_give(nominal, context) and not grammar.led(article, nominal, span):
                return nominal
    return None


def _government(article: PledgeArticle, sentence: Span, before: Nominal | None, at: int) -> Actor | None:
    """Give whose government is meant where what was said right before names no country, or several.

    That of the dateline, else of the first country named, be it by a demonym ("Swedish utility").
    """
    if before is not None:
        around = next(span for span in _earlier(article, sentence) if span[0] <= before.span[0] < span[1])
        between = article.text[around[1] : sentence[0]]
        apart = "\n" in between and between.strip() != ""
        states = {n.actor.name for n in article.nominals_in(*around) if n.actor.level == "country"}
        if len(states) == 1 and not (apart and article.home is not None):
            return None
    if article.home is not None:
        return article.home
    others = (
        n for n in article.nominals if not at < n.span[0] < sentence[1]
    )  # who is told of behind it gets
    return next((n.actor for n in others if n.actor.level == "country"), None)


def _earlier(article: PledgeArticle, sentence: Span) -> list[Span]:
    index = bisect_left(article.sentences, sentence)
    return list(article.sentences[max(0, index - _BEFORE) : index])


def _may_give(nominal: Nominal, context: Context) -> bool:
    return (
        not nominal.adjective and nominal.actor.name != context.taker_name and nominal.actor.level in GIVING
    )
