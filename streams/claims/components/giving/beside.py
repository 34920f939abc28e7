"""Who stands beside a figure: lists, gapped clauses, shares and origins, where no verb need stand between.

In: an article, a governed quantity and the context. Out: the giver that its place names, or
None. Only where the article speaks of giving does a name beside a sum make a pledge of it.
"""

import re
from bisect import bisect_left
from dataclasses import replace
from typing import Final

from models.messages import Actor, Span
from streams.claims.capitals import compile_names
from streams.claims.components.giving import grammar
from streams.claims.components.giving.article import Nominal, PledgeArticle
from streams.claims.components.giving.clauses import Governed
from streams.claims.components.giving.context import Context, Giver

_NEAR: Final = 140  # characters between a giver and a figure that belong together
_LEAD: Final = (
    r"(?:(?:an?|some|about|another|further|additional|extra|initial|its|their|the|first|new|fresh|pledges? of"
    r"|contribution of|donation of|grant of|loan of|loans? worth|worth|for)\s+){0,3}"
)
_ENTRY: Final = re.compile(
    rf"(?:\s*\([^()\n]{{2,60}}\))?\s*(?:[:|\t=?]|[–—-]|\.{{1,}}\s)\s*(?:[a-z]+\s+){{0,3}}{_LEAD}$"
)
_BRACKET: Final = re.compile(rf"\s*[(\[]\s*{_LEAD}$")
_LED: Final = re.compile(
    r"(?:\s+(?:led|leads|topped|headed|came|comes|remains?|followed|follows)\b[^.;$€£\d]{0,50})?"
    rf",?\s+with\s+{_LEAD}$"
)
# "Britain was the largest single giver with"
_FIRST: Final = re.compile(
    r"\s+(?:was|were|is|ranks?|ranked)\s+(?:(?:by far|again)\s+)?(?:the\s+)?(?:single\s+)?(?:most\s+generous"
    r"|largest|biggest|top|first|second|third|next|leading)\b[^.;,$€£\d]{0,40},?\s+with\s+"
    r"(?:some |about |up to |a further )?$"
)
_ASIDE: Final = r"(?:,\s+(?:who|which|whose|where|the|a|an|by|in|as)\s[^;.()]{2,90},|\s*\([^()]{2,60}\),?)?"
_GAP: Final = re.compile(rf"{_ASIDE}\s+{_LEAD}$")
# "; Sweden, 400 million kronor; and Peru, $4.5 million"
_COMMA_GAP: Final = re.compile(rf",\s+{_LEAD}")
_SEMICOLON: Final = re.compile(r";\s+(?:and\s+)?(?:the\s+)?$")
_CLAUSE_OPENS: Final = re.compile(
    r"(?:^|[,;:(–—\n•*-]|\b(?:and|while|whereas|plus|then|but|from|among them|including|included|includes?))"
    r"\s*(?:the\s+)?$",
    re.IGNORECASE,
)
_SUM: Final = re.compile(
    r"(?:grand |sub)?total|sum|target|goal|needs?|needed|cost|budget|price|damage|debt|all|in all|updated"
    r"|published",
    re.IGNORECASE,
)
# "Sudan: $813m pledged in London": a label, no entry
_LABELLED: Final = compile_names(
    r"\s+(?:in\s+\w+\s+)?(?:pledged|promised|raised|committed|needed|approved|sought|asked|for\s+[A-Z])\b"
)
_BULLET: Final = re.compile(r"[\s•*·►▪–—\d.)-]*$")
_LINE_NAME: Final = compile_names(
    r"[\s•*·►▪–—-]*((?:the\s+)?[A-Z][\w&.’'-]*(?:\s+(?:of|for|and|the|de|la|&|[A-Z(][\w&.’')-]*)){0,7})\s*$"
)
_SHARE: Final = re.compile(
    r"(?:['’]s)?\s+(?:share|contribution|money|portion|part|funds|funding|pledge)\b", re.IGNORECASE
)
_GIFT: Final = (
    r"(?:share|portion|part|pledge|contribution|commitment|donation|promise|offer|package|grant|loan|aid"
    r"|assistance|support|help|gift)"
)
# "$75 million, is an ADB loan"
_IS_GIFT: Final = re.compile(r",?\s+(?:is|was|are|were|comes as)\s+(?:an?|the)\s+")
_GIFT_BEHIND: Final = re.compile(rf"(?:['’]s?)?\s+(?:\w+\s+)?{_GIFT}\b")
_OF_GIVER: Final = re.compile(rf"(?:\b{_GIFT}|[,;]|\band)\s+of\s+(?:the\s+)?$", re.IGNORECASE)
_COPULA: Final = re.compile(
    rf"(?:\s+(?:is|was|are|were|will be|stands at|comes? to|amounts? to))?\s+{_LEAD}$"
)
_OWN: Final = re.compile(
    rf"['’]s?\s+(?:(?:promised|pledged|planned|proposed|latest|annual|own|entire)\s+)?{_LEAD}"
)  # "Canada's C$300 million"
# "Sweden's 18th package, of SEK 16 billion", "Germany's share is 70 million euros"
_GIFT_OF: Final = re.compile(
    rf"['’]s?\s+(?:[\w’'-]+\s+){{0,4}}?{_GIFT}s?\b(?:\s+(?:to|for|of|in|towards?)\s[^.;:$€£\d]{{0,50}})?"
    rf"(?:,|\s+(?:now|already|so far|thus|of|worth|is|was|are|were|will be|totals?|totall?ing"
    rf"|amounts? to|stands at|comes? to)\b)*"
    rf"\s+{_LEAD}$",
    re.IGNORECASE,
)
_ORIGIN: Final = re.compile(
    r"(?:\s+(?!(?:and|but|while|after|before|as|by|than|buy|bought|took|away)\b)[\w’'%-]+){0,6}?,?\s+from\s+"
    r"(?:the\s+)?(?:[\w’'-]+\s+)?$",
    re.IGNORECASE,
)
# "India renewed its $25 million", "Britain has splashed out £12bn": any verb in an article of giving.
_DID: Final = re.compile(
    r"(?:\s+(?:has|have|had|will|would|is|are|now|also|already|since|already|then|too|itself|meanwhile)\b,?)*"
    r"\s+(?P<verb>[a-z]+(?:ed|s|ing|pt|ught|t|aid|ent|ut|ave|ade))"
    r"(?:\s+(?:up|in|out|down|forward|on|over|through|together))?"
    r"(?:\s+(?:an?\s+)?(?:contracts?|agreements?|deals?|accords?|grants?|loans?)\s+(?:for|worth|over|of|on))?\s+"
    rf"{_LEAD}$"
)
_PART: Final = re.compile(
    rf"(?:\s*\([^()]{{2,40}}\))?[^.;:$€£\d]{{0,140}}(?::|,\s+of\s+(?:which|that|this|it|them)"
    r"|,\s+including|\s+of which|\s+(?:includes?|contains?|included|contained)|\s[–—])"
    rf"\s+{_LEAD}",
    re.IGNORECASE,
)
_ALSO: Final = re.compile(
    rf"(?:\s+(?:in|of|for|as|worth|are|is|will be|comes? as|comes? in)\s+"
    r"[^.;:,$€£\d]{2,40})?"
    rf"(?:,|,?\s+and|,?\s+plus|,?\s+on top of)\s+{_LEAD}",
    re.IGNORECASE,
)
_THAT_IS: Final = re.compile(
    rf"[\s“\"‘]*(?:(?:that|this)(?:['’]s|\s+(?:is|was|means|makes|includes?|covers|comprises"
    rf"|comes to|amounts to|works out at|equals))"
    r"|(?:by|from|in|until)\s+20\d\d,?\s+it\s+(?:is to|will|would|should)\s+(?:be|reach|rise to))"
    rf"\s+{_LEAD}"
    r"|[\s“\"‘]*of (?:this|that|it|these),?\s+",
    re.IGNORECASE,
)


def listed(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:
    """Take "Germany ($245 million)", "• France: EUR 50m", "Ireland, late, €9m", "12 Danish guns"."""
    span = grammar.quantity_span(governed)
    for inside in article.nominals_in(*span):
        if governed.mention.quantity.kind == "units" and inside.actor.name != context.taker_name:
            return Giver(inside.actor, inside.span)
    nominal = _before(article, span[0], sentence)
    if nominal is None:
        headed = _headed(article, span[0], sentence) if _of_giving(governed, context) else None
        return headed or _unknown_entry(article, span, sentence, context)
    if nominal.person or nominal.adjective or nominal.actor.name == context.taker_name:
        return None
    placed = _of_giving(governed, context) and _heads(article.text, nominal.span, span[0], sentence)
    placed = placed and not _LABELLED.match(article.text, span[1])
    return grammar.as_giver(nominal) if placed else None


def _heads(text: str, giver: Span, at: int, sentence: Span) -> bool:
    """Tell a name that heads the figure at ``at``: in a line or row of a list, or in a gapped clause.

    "Norway will give $2m, and Iceland $1m", "the share of Norway is $2m, of Iceland $1m".
    """
    gap = text[giver[1] : at]
    if any(form.fullmatch(gap) for form in (_BRACKET, _LED, _FIRST)) or gap.strip() in (":", "|"):
        return True
    if _ENTRY.fullmatch(gap) and _opens_line(text, giver[0]):
        return True
    before = text[max(sentence[0], giver[0] - 40) : giver[0]]
    if _OF_GIVER.search(before) and _COPULA.fullmatch(gap):
        return True
    if _COMMA_GAP.fullmatch(gap) and _SEMICOLON.search(before):
        return True
    return bool(_CLAUSE_OPENS.search(before) and _GAP.fullmatch(gap))


def _of_giving(governed: Governed, context: Context) -> bool:
    return context.pledging or bool(context.givers) or any(c.group in _STRONG for c in governed.all_cues)


_STRONG: Final = frozenset({"pledge", "commit", "allocate", "give"})


def _before(article: PledgeArticle, at: int, sentence: Span) -> Nominal | None:
    """Give the last nominal that begins before ``at``, past those of a relative clause."""
    near = [n for n in article.nominals_in(max(sentence[0], at - _NEAR), at) if n.span[1] <= at]
    for nominal in reversed(near):
        gap = article.text[nominal.span[1] : at]
        if _GAP.fullmatch(gap) or (_ENTRY.fullmatch(gap) and _opens_line(article.text, nominal.span[0])):
            return nominal
    return near[-1] if near else None


def _headed(article: PledgeArticle, at: int, sentence: Span) -> Giver | None:
    """Take the name that makes up the sentence before: "The UK? £135 million", "• JAPAN. 500 million yen"."""
    index = bisect_left(article.sentences, sentence)
    before = article.sentences[index - 1] if index else None
    actor = article.heading(before) if before and sentence[0] - before[1] < 3 else None
    near = not article.text[sentence[0] : at].strip(" -–—:") or at - sentence[0] < 12
    return Giver(actor, (sentence[0], sentence[0])) if actor and near else None


def _opens_line(text: str, at: int) -> bool:
    line = text.rfind("\n", 0, at) + 1
    return bool(_BULLET.fullmatch(text, line, at)) or text[line:at].strip().lower() == "the"


def _unknown_entry(article: PledgeArticle, span: Span, sentence: Span, context: Context) -> Giver | None:
    """Take a name that no table holds where it opens a line of a list ("Singapore Red Cross: S$150,000")."""
    text = article.text
    line = max(text.rfind("\n", 0, span[0]) + 1, sentence[0])
    entry = _ENTRY.search(text, line, span[0])
    name = _LINE_NAME.fullmatch(text, line, entry.start()) if entry else None
    if name is None or _SUM.match(name[1]) or not _lists(article, context):
        return None
    printed = name[1].removeprefix("The ").removeprefix("the ")
    return Giver(Actor(id=None, name=printed, level="organisation", as_printed=printed), name.span(1))


def lists_givers(article: PledgeArticle) -> bool:
    """Tell an article on a fund or aid that lists countries with sums, one to a line, whatever its verbs."""
    if len(article.quantities) < _ROWS or not _FUND.search(article.text, 0, _HEAD):
        return False
    rows = 0
    for mention in article.quantities:
        span = mention.quantity.span
        if span is None or mention.quantity.kind != "money":
            continue
        line = article.text.rfind("\n", 0, span[0]) + 1
        names = article.nominals_in(line, span[0])
        rows += (
            len(names) == 1
            and bool(_ROW.fullmatch(article.text, names[0].span[1], span[0]))
            and _opens_line(article.text, names[0].span[0])
        )
    return rows >= _ROWS


_ROWS: Final = 3
_HEAD: Final = 160  # characters in which a headline stands
_ROW: Final = re.compile(r"\s*[:|–—-]\s*")
_FUND: Final = re.compile(
    r"\b(?:fund|facility|aid|relief|donors?|donations?|appeal|assistance|humanitarian|contributions?|gives?)\b",
    re.IGNORECASE,
)


def _lists(article: PledgeArticle, context: Context) -> bool:
    """Tell an article of promises with a list of givers, one to a line."""
    if context.listing is None:
        context.listing = context.pledging and len(_LINE.findall(article.text)) > 1
    return context.listing


_LINE: Final = compile_names(r"^\W{0,6}[A-Z][^\n:|–—\d]{2,60}(?::|\||\s[–—-])[^\n\d]{0,24}\d", re.MULTILINE)


def shared(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:
    """Take "will be the U.S. share", "$2 billion of the U.S. money", "Germany's share is 70 million"."""
    span = grammar.quantity_span(governed)
    for nominal in article.nominals_in(span[1], governed.own[1]):
        if _IS_GIFT.fullmatch(article.text, span[1], nominal.span[0]) and _GIFT_BEHIND.match(
            article.text, nominal.span[1]
        ):
            return Giver(nominal.actor, nominal.span)
        if _SHARE.match(article.text, nominal.span[1]) and nominal.actor.name != context.taker_name:
            return Giver(nominal.actor, nominal.span)
    verb = governed.cue is not None and governed.cue.group in _STRONG and governed.before
    for nominal in reversed(article.nominals_in(max(sentence[0], span[0] - _NEAR), span[0])):
        own = _OWN.fullmatch(article.text, nominal.span[1], span[0]) and _of_giving(governed, context)
        if own and nominal.actor.name != context.taker_name:
            return grammar.as_giver(nominal)
        if (
            not verb
            and nominal.actor.name != context.taker_name
            and _GIFT_OF.fullmatch(article.text, nominal.span[1], span[0])
        ):
            return grammar.as_giver(nominal)
    return None


def sent(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:
    """Take "€30m in grants from Ireland"."""
    span, text = grammar.quantity_span(governed), article.text
    behind = article.nominals_in(span[1], min(sentence[1], span[1] + _NEAR))
    others = (n for n in behind if not n.adjective and n.actor.name != context.taker_name)
    nominal = next((n for n in others if not text.startswith(("'s", "’s"), n.span[1])), None)
    if nominal is None or not _of_giving(governed, context):
        return None
    return grammar.as_giver(nominal) if _ORIGIN.fullmatch(text, span[1], nominal.span[0]) else None


def did(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:
    """Take the subject of a verb that no table holds: "India renewed its $25 million"; never of goods."""
    if governed.mention.quantity.kind == "units":
        return None  # "has detained four ships"
    span, text = grammar.quantity_span(governed), article.text
    nominal = _before(article, span[0], sentence)
    if nominal is None or nominal.adjective or nominal.actor.name == context.taker_name:
        return None
    verb = _DID.fullmatch(text, nominal.span[1], span[0]) if _of_giving(governed, context) else None
    if verb is None or verb["verb"] in context.words.no_gift or grammar.led(text, nominal, sentence):
        return None
    return grammar.as_giver(nominal)


def part(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:
    """Take a part of the sum before it: "promised $1bn: $800m in aid", "of which €2bn in grants"."""
    return _after_said(article, governed, sentence, context, _PART)


def also(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:
    """Take the next part of a sum: "$800m in aid and $200m in loans"."""
    return _after_said(article, governed, sentence, context, _ALSO)


def _after_said(
    article: PledgeArticle, governed: Governed, sentence: Span, context: Context, link: re.Pattern[str]
) -> Giver | None:
    span, last = grammar.quantity_span(governed), context.said
    if last is None or not sentence[0] <= last.span[0] < span[0]:
        return None
    return replace(last.giver, follows=True) if link.fullmatch(article.text, last.span[1], span[0]) else None


def restated(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:
    """Take "That is NOK 620 million a year", said of the figure before."""
    at, last = grammar.quantity_span(governed)[0], context.said
    if last is None or not 0 < sentence[0] - last.span[1] < _NEAR:
        return None
    return replace(last.giver, follows=True) if _THAT_IS.fullmatch(article.text, sentence[0], at) else None
