"""Whose a sum is: what is called somebody's gift, share or money.

In: an article, a governed quantity and the context. Out: the giver whose own the figure
is said to be ("Germany's share is", "Danish money worth", "Canada, whose C$8 million"), or
None.
"""

import re
from typing import Final

from models.messages import Span
from streams.claims.components.giving import grammar
from streams.claims.components.giving.article import Nominal, PledgeArticle
from streams.claims.components.giving.clauses import Governed
from streams.claims.components.giving.context import GIVING, Context, Giver
from streams.claims.components.giving.cues import STRONG
from streams.claims.components.giving.givers import antecedents
from streams.claims.components.giving.leads import GIFT, GIFT_WORDS, LEAD, NEAR, of_giving
from streams.claims.components.text.keyed import Keyed

_SHARE: Final = re.compile(
    r"(?:['’]s)?\s+(?:share|contribution|money|portion|part|funds|funding|pledge)\b", re.IGNORECASE
)
# "$75 million, is an ADB loan"
_IS_GIFT: Final = re.compile(r",?\s+(?:is|was|are|were|comes as)\s+(?:an?|the)\s+")
_BEING: Final = frozenset({"is", "was", "are", "were", "comes"})
_GIFT_BEHIND: Final = re.compile(rf"(?:['’]s?)?\s+(?:\w+\s+)?{GIFT}\b")
# "Canada's C$300 million"
_OWN: Final = re.compile(
    rf"['’]s?\s+(?:(?:promised|pledged|planned|proposed|latest|annual|own|entire)\s+)?{LEAD}"
)
# behind other sums: "Germany's was €90 million", "Norway's went up by half, to NOK 5 billion"
_OWN_IS: Final = re.compile(
    r"['’]s?\s+(?:is|was|will be|comes? to|came to|amount(?:s|ed) to|(?:went|goes) up[^.;:$€£\d]{0,30}\bto"
    rf"|(?:rose|rises|grew|fell|falls|shrank)(?:[^.;:$€£\d]{{0,30}}\bto)|stood at|stands at)\s+{LEAD}$"
    rf"|['’]s?,\s+(?:at|with|of)\s+{LEAD}$"
)
# Of all the offers Peru's is by far the largest: $9 million
_OWN_RANKS: Final = re.compile(
    r"['’]s?\s+(?:is|was|remains?)\s+(?:[a-z]+\s+){0,3}?the\s+(?:[a-z]+\s+)?"
    r"(?:largest|biggest|smallest|highest|lowest|(?:most|least) generous|first|latest|newest|next|last)"
    rf"(?:\s+[^.;:,$€£\d]{{1,40}})?\s*(?:[:,]|[–—])\s+{LEAD}$"
)
_TO_WHOM: Final = r"(?:\s+(?:to|for|of|in|towards?)\s[^.;:$€£\d]{0,50})?"
_COMES_TO: Final = (
    r"(?:,|\s+(?:now|already|so far|thus|of|worth|is|was|are|were|will be|has|have|had|totals?|totall?ing"
    r"|amounts? to|stands at|comes? to|came to|exceed(?:s|ed)?|reach(?:es|ed)?|passed|topped)\b)*"
)
# "Sweden's 18th package, of SEK 16 billion", "Germany's share is 70 million euros"
_GIFT_OF: Final = re.compile(
    rf"['’]s?\s+(?:[\w’'-]+\s+){{0,4}}?{GIFT}s?\b{_TO_WHOM}{_COMES_TO}\s+{LEAD}$", re.IGNORECASE
)
_MONEY: Final = rf"(?:{GIFT}s?|sum|money|funds|funding|cash|taxpayers['’]? money)"
# "Danish money worth $14 million", "Kuwaiti loans and grants to Jordan since 1962 amount to KD380 million"
_OF_NATION: Final = re.compile(
    rf"\s+(?:[a-z][\w-]*\s+){{0,2}}?{_MONEY}\b(?:\s+and\s+{_MONEY}\b)?{_TO_WHOM}(?:\s+since\s+\d{{4}})?"
    rf"{_COMES_TO}\s+{LEAD}$"
)
# "$150 million in Taiwanese donations"
_IN_GIFTS: Final = re.compile(r"\s+(?:worth\s+)?(?:of|in)\s+(?:\w+\s+)?")
# "Canada, whose C$8 million arrived in March", "Peru, whose pledge in 2024 of $9 million"
_WHOSE: Final = re.compile(
    rf",?\s+whose\s+(?:\w+\s+)?(?:{LEAD}|[^.;:,$€£]{{0,30}}?{GIFT}s?\b[^.;:$€£]{{0,30}}?\bof\s+{LEAD})$"
)
# "the $22 million of the Qatar Fund"
_OF_HOLDER: Final = re.compile(r"\s+of\s+(?:the\s+)?")
# "the €110 million counted for Germany"
_COUNTED: Final = re.compile(
    r"\s+(?:counted|booked|listed|entered|put down|shown)\s+(?:for|under|against|to)\s+(?:the\s+)?$"
)


def owner(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:
    """Take whose the figure is said to be, before it or behind it."""
    return _before(article, governed, sentence, context) or _behind(article, governed, context)


def within(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:  # noqa: ARG001
    """Take whose the goods are by their name, where nobody else gives them: "12 Japanese trainers"."""
    span = grammar.quantity_span(governed)
    for nominal in article.things if governed.mention.quantity.kind == "units" else ():
        if span[0] <= nominal.span[0] < span[1] and nominal.adjective:
            return None if nominal.actor.name == context.taker_name else Giver(nominal.actor, nominal.span)
    return None


def _before(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:
    at, text = governed.start, article.text
    cue = governed.cue
    verb = cue is not None and cue.group in STRONG and governed.before and cue.span[0] >= governed.own[0]
    giving = of_giving(governed, context)
    shared = governed.mention.quantity.kind == "gdp_share" and cue is not None and governed.before
    for nominal in reversed(article.nominals_in(max(sentence[0], at - NEAR), at)):
        if nominal.actor.name == context.taker_name or (shared and nominal.actor.level == "bloc"):
            continue  # "will reach the alliance's 2%": a goal that others have set
        end = nominal.span[1]
        if giving and not nominal.adjective and _WHOSE.fullmatch(text, end, at):
            return grammar.as_giver(nominal)
        told = verb and not _announced_by_person(article, governed, nominal, sentence)
        if nominal.adjective and not told and _OF_NATION.fullmatch(text, end, at):
            return grammar.as_giver(nominal)
        if not text.startswith(("'", "’"), end):
            continue
        if giving and (_OWN.fullmatch(text, end, at) or (context.said and _OWN_IS.fullmatch(text, end, at))):
            return grammar.as_giver(nominal)
        if _OWN_RANKS.fullmatch(text, end, at) and article.words.stands(GIFT_WORDS, *sentence):
            return grammar.as_giver(nominal)
        if not nominal.adjective and not verb and _GIFT_OF.fullmatch(text, end, at):
            return grammar.as_giver(nominal)
    return None if verb else _its(article, governed, sentence, context)


def _announced_by_person(
    article: PledgeArticle, governed: Governed, nominal: Nominal, sentence: Span
) -> bool:
    """Tell "The minister confirmed a Portuguese grant of €5m" from "Oslo offered Danish money worth €5m"."""
    cue = governed.cue
    if cue is None or cue.group != "pledge" or nominal.span[0] < cue.span[1]:
        return False
    return all(n.person or n.adjective for n in article.nominals_in(sentence[0], cue.span[0]))


def _its(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:
    """Take whose "its gift of" is: the last that may give before it, else the one spoken of before."""
    at = governed.start
    low = max(sentence[0], at - _ITS_MAX)
    if _OUR.search(article.words, low, at) and of_giving(governed, context):
        return grammar.speaker_org(article, at, context)
    its = _ITS_GIFT.search(article.words, low, at)
    if its is None or not of_giving(governed, context):
        return None
    for nominal in reversed(article.nominals_in(sentence[0], its.start())):
        may = not nominal.adjective and nominal.actor.name != context.taker_name
        if may and not grammar.led(article, nominal, sentence):
            return grammar.as_giver(nominal)
    before = antecedents.antecedent(article, sentence, context)
    return Giver(before.actor, before.span, firm=False) if before else None


# "Our NZ$20 million was there before the treaty"
_OUR: Final = Keyed(
    "our my",
    rf"\b(?:our|my)\s+(?:(?:own|first|latest|annual)\s+)?(?:{GIFT}s?\s+(?:of|worth)\s+)?$",
    re.IGNORECASE,
)
_ITS_GIFT: Final = Keyed(
    "its their",
    rf"\b(?:its|their)\s+(?:[\w-]+\s+){{0,2}}?{GIFT}s?\s+(?:of|worth|totall?ing)\s+{LEAD}$",
    re.IGNORECASE,
)
_ITS_MAX: Final = 60  # characters


def _behind(article: PledgeArticle, governed: Governed, context: Context) -> Giver | None:
    end, text = grammar.quantity_span(governed)[1], article.text
    for nominal in article.nominals_in(end, governed.own[1]):
        told = article.words.stands(_BEING, end, nominal.span[0])
        is_gift = told and _IS_GIFT.fullmatch(text, end, nominal.span[0])
        if is_gift and _GIFT_BEHIND.match(text, nominal.span[1]):
            return Giver(nominal.actor, nominal.span)
        if nominal.actor.name == context.taker_name:
            continue
        that = None if nominal.adjective else _THAT.fullmatch(text, end, nominal.span[0])
        if that and _PROMISED.match(text, nominal.span[1]):
            return grammar.as_giver(nominal)
        if told and _is_promise_of(text, end, nominal):
            return grammar.as_giver(nominal)
        if _SHARE.match(text, nominal.span[1]) or _is_money_of(
            text, grammar.quantity_span(governed), nominal
        ):
            return Giver(nominal.actor, nominal.span)
    return None


# "One million shells was the promise of the EU", "is what Oslo has promised"
_IS_PROMISE: Final = re.compile(
    r"(?:\s+[^.;:$€£\d]{1,40})?\s(?:is|was|are|were)\s+(?:(?:the|an?)\s+(?:\w+\s+)?"
    rf"{GIFT}s?\s+(?:of|from|by|made\s+by)|what|how\s+much)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_PROMISED: Final = re.compile(
    r"\s+(?:(?:has|have|had|once|now|also)\s+){0,2}"
    r"(?:promise[ds]?|pledge[ds]?|offer(?:s|ed)?|commit(?:s|ted)|donate[ds]?|gave|gives?|given|sen[dt]s?"
    r"|contribute[ds]?|put\s+up|puts\s+up)\b"
)


_THAT: Final = re.compile(r",?\s+(?:that|which)\s+(?:the\s+)?")  # "49 tanks that Canberra promised"


def _is_promise_of(text: str, end: int, nominal: Nominal) -> bool:
    """Tell what the verb "to be" makes somebody's promise, the figure before it ending at ``end``."""
    told = _IS_PROMISE.fullmatch(text, end, nominal.span[0]) if not nominal.adjective else None
    if told is None:
        return False
    by_noun = told[0].rstrip().endswith((" of", " from", " by", " the"))
    return by_noun or bool(_PROMISED.match(text, nominal.span[1]))


def _is_money_of(text: str, span: Span, nominal: Nominal) -> bool:
    """Tell "in Japanese aid", "counted for Japan" right behind a figure at ``span``."""
    start, end = span
    if nominal.adjective:
        return bool(
            _IN_GIFTS.fullmatch(text, end, nominal.span[0]) and _GIFT_BEHIND.match(text, nominal.span[1])
        )
    if _OF_HOLDER.fullmatch(text, end, nominal.span[0]):
        return text[max(0, start - 4) : start].lower() == "the " and nominal.actor.level in GIVING
    return bool(_COUNTED.fullmatch(text, end, nominal.span[0]))
