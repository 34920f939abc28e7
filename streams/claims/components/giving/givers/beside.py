"""Who stands beside a figure: lists, gapped clauses, shares and origins, where no verb need stand between.

In: an article, a governed quantity and the context. Out: the giver that its place names, or
None. Only where the article speaks of giving does a name beside a sum make a pledge of it.
"""

import re
from bisect import bisect_left
from typing import Final

from msgspec.structs import replace

from models.messages import Actor, Span
from streams.claims.capitals import compile_names
from streams.claims.components.giving import grammar
from streams.claims.components.giving.article import Nominal, PledgeArticle
from streams.claims.components.giving.clauses import Governed
from streams.claims.components.giving.context import Context, Giver
from streams.claims.components.giving.givers import unknown
from streams.claims.components.giving.leads import GIFT, LEAD, NEAR, of_giving

_ENTRY: Final = re.compile(
    rf"[*†‡§¹²³⁴⁵]{{0,3}}(?:\s*\([^()\n]{{2,60}}\))?\s*(?:[:|\t=?]|[–—-]|\.{{1,}}\s)\s*(?:[a-z]+\s+){{0,3}}{LEAD}$"
)
_BRACKET: Final = re.compile(rf"\s*[(\[]\s*{LEAD}$")
_LED: Final = re.compile(
    r"(?:\s+(?:led|leads|topped|headed|came|comes|remains?|followed|follows)\b[^.;$€£\d]{0,50})?"
    rf",?\s+with\s+{LEAD}$"
)
# "Britain was the largest single giver with"
_FIRST: Final = re.compile(
    r"\s+(?:was|were|is|ranks?|ranked)\s+(?:(?:by far|again)\s+)?(?:the\s+)?(?:single\s+)?(?:most\s+generous"
    r"|largest|biggest|top|first|second|third|next|leading)\b[^.;,$€£\d]{0,40},?\s+with\s+"
    r"(?:some |about |up to |a further )?$"
)
_ASIDE: Final = r"(?:,\s+(?:who|which|whose|where|the|a|an|by|in|as)\s[^;.()]{2,90},|\s*\([^()]{2,60}\),?)?"
_GAP: Final = re.compile(rf"{_ASIDE}\s+{LEAD}$")
_COUNTED: Final = re.compile(r"\d[^\n]{0,60}[,;]")  # a figure before: this is no dateline
# ", The Hague – 25 million"
_DASH_GAP: Final = re.compile(rf"\s[–—-]\s{LEAD}")
# "; Sweden, 400 million kronor; and Peru, $4.5 million"
_COMMA_GAP: Final = re.compile(rf",\s+{LEAD}")
# "Denmark, $14m.", "Canada – 700 million dollars." after others
_FRAGMENT: Final = re.compile(
    r"[^\s.;:]{0,4}\s?[\d,.]*\d(?:\s?[a-z]{1,2}\b|\s+\w+){0,3}(?:[.;,]\s|[.;,]?$)", re.MULTILINE
)
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
# "TURIN – $4 million was pledged": no entry of a list
_IS_GIVEN: Final = re.compile(r"(?:\s*\([^()]{2,30}\))?\s+(?:was|were|is|are|has|have|will|would)\s")
_PLACE: Final = re.compile(r"\b(?:in|at)\s+(?:the\s+)?$", re.IGNORECASE)  # "Summit in The Hague: 5% of GDP"
_BULLET: Final = re.compile(r"[\s•*·►▪–—\d.)-]*$")
_LINE_NAME: Final = compile_names(
    r"[\s•*·►▪–—-]*((?:the\s+)?[A-Z][\w&.’'-]*(?:\s+(?:of|for|and|the|de|la|&|[A-Z(][\w&.’')-]*)){0,7})\s*$"
)
_OF_GIVER: Final = re.compile(rf"(?:\b{GIFT}|[,;]|\band)\s+of\s+(?:the\s+)?$", re.IGNORECASE)
# The largest pledge is that of Peru, $9m; the biggest gift came from Peru: $9m
_GIFT_IS_OF: Final = re.compile(
    rf"\b{GIFT}\s+(?:\w+\s+)?(?:is|was|comes?|came)\s+(?:that\s+of|from|by)\s+(?:the\s+)?$", re.IGNORECASE
)
_APPENDED: Final = re.compile(rf"(?:,|:|\s+[–—-]|\s*\(|,?\s+(?:with|at|of|worth))\s*{LEAD}$")
_COPULA: Final = re.compile(rf"(?:\s+(?:is|was|are|were|will be|stands at|comes? to|amounts? to))?\s+{LEAD}$")
_ORIGIN: Final = re.compile(
    r"(?:\s+(?!(?:and|but|while|after|before|as|by|than|buy|bought|took|away)\b)[\w’'%-]+){0,6}?,?\s+from\s+"
    r"(?:the\s+)?(?:[\w’'-]+\s+)?$",
    re.IGNORECASE,
)
_PART: Final = re.compile(
    rf"(?:\s*\([^()]{{2,40}}\))?(?:[^.;:$€£\d]|\b(?:19|20)\d\d\b){{0,140}}(?::|,\s+of\s+(?:which|that|this|it|them)"
    r"|,\s+including|\s+of which|\s+(?:includes?|contains?|included|contained)|\s[–—])"
    rf"\s+{LEAD}",
    re.IGNORECASE,
)
_ALSO: Final = re.compile(
    rf"(?:\s+(?:in|of|for|as|to|goes|go|are|is|worth|will be|will go|comes? as|comes? in)\s+"
    r"[^.;:,$€£\d]{2,40})?(?:\s+(?:every|each|a|per|until|by|over|through|in)\s+(?:\w+\s+){0,2}?(?:year|20\d\d))*"
    rf"(?:,|,?\s+and|,?\s+plus|,?\s+on top of)\s+{LEAD}",
    re.IGNORECASE,
)
_THAT_IS: Final = re.compile(
    rf"[\s“\"‘]*(?:(?:that|this)(?:['’]s|\s+(?:is|was|means|makes|includes?|covers|comprises"
    rf"|comes to|amounts to|works out at|equals))"
    r"|(?:by|from|in|until)\s+20\d\d,?\s+it\s+(?:is to|will|would|should)\s+(?:be|reach|rise to))"
    rf"\s+{LEAD}"
    r"|[\s“\"‘]*of (?:this|that|it|these),?\s+",
    re.IGNORECASE,
)


def listed(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:
    """Take "Germany ($245 million)", "• France: EUR 50m", "Ireland, late, €9m", "12 Danish guns"."""
    span = grammar.quantity_span(governed)
    if _goes_on_getting(governed):
        return None
    for inside in article.nominals_in(*span) if governed.mention.quantity.kind == "units" else ():
        if inside.actor.name != context.taker_name and not _is_make(governed, inside, context):
            return Giver(inside.actor, inside.span)
    nominal = before(article, span[0], sentence)
    if nominal is None:
        headed = _headed(article, span[0], sentence) if of_giving(governed, context) else None
        return headed or _unknown_entry(article, span, sentence, context)
    own = nominal.actor.level == "person"
    if (nominal.person and not own) or nominal.adjective or nominal.actor.name == context.taker_name:
        return None
    if _LED.fullmatch(article.text, nominal.span[1], span[0]) and grammar.led(article, nominal, sentence):
        return None  # "will provide Ukraine with 2 percent"
    placed = of_giving(governed, context) and _heads(article.text, nominal.span, span[0], sentence)
    placed = placed and not _LABELLED.match(article.text, span[1])
    placed = placed and not _PLACE.search(
        article.text, max(sentence[0], nominal.span[0] - 8), nominal.span[0]
    )
    return grammar.as_giver(nominal) if placed else None


def _is_make(governed: Governed, inside: Nominal, context: Context) -> bool:
    """Tell a firm that only made the goods ("1,000 Starlink kits"), from one that sells them."""
    unit = (governed.mention.quantity.unit or "").rpartition(" ")[2]
    return inside.actor.level == "company" and unit not in context.words.sold


def _goes_on_getting(governed: Governed) -> bool:
    """Tell the second half of "Egypt receives €4bn and Tunisia €150m"."""
    cue = governed.cue
    return cue is not None and cue.group == "receive" and cue.span[0] < governed.own[0]


def _heads(text: str, giver: Span, at: int, sentence: Span) -> bool:
    """Tell a name that heads the figure at ``at``: in a line or row of a list, or in a gapped clause.

    "Norway will give $2m, and Iceland $1m", "the share of Norway is $2m, of Iceland $1m".
    """
    gap = text[giver[1] : at]
    if _BRACKET.fullmatch(gap) or gap.strip() in (":", "|"):
        return True
    if "with" in gap and (_LED.fullmatch(gap) or _FIRST.fullmatch(gap)):
        return True
    if _APPENDED.fullmatch(gap) and _GIFT_IS_OF.search(text, max(sentence[0], giver[0] - NEAR), giver[0]):
        return True
    before = text[max(sentence[0], giver[0] - 40) : giver[0]]
    if (_ENTRY.fullmatch(gap) and _opens_line(text, giver[0])) or (
        _COPULA.fullmatch(gap) and _OF_GIVER.search(before)
    ):
        return True
    comma, dash = _COMMA_GAP.fullmatch(gap), _DASH_GAP.fullmatch(gap)
    alone = (comma or dash) and not before.strip() and _FRAGMENT.match(text, at)
    if alone or (comma and _SEMICOLON.search(before)):
        return True
    apart = _GAP.fullmatch(gap) or (dash and _COUNTED.search(text, sentence[0], giver[0]))
    return bool(apart and _CLAUSE_OPENS.search(before))


def before(article: PledgeArticle, at: int, sentence: Span) -> Nominal | None:
    """Give the last nominal that begins before ``at``, past those of a relative clause."""
    text = article.text
    last = None
    for nominal in reversed(article.nominals_in(max(sentence[0], at - NEAR), at)):
        end = nominal.span[1]
        if end > at:
            continue
        last = last or nominal
        if _GAP.fullmatch(text, end, at):
            return nominal
        if _ENTRY.fullmatch(text, end, at) and _opens_line(text, nominal.span[0]):
            return nominal
    return last


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
    if name is None or _SUM.match(name[1]) or _IS_GIVEN.match(text, span[1]) or not _lists(article, context):
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
_ROW: Final = re.compile(r"[*†‡§¹²³⁴⁵]{0,3}\s*[:|–—-]\s*")
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


def sent(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:
    """Take "€30m in grants from Ireland"."""
    span, text = grammar.quantity_span(governed), article.text
    behind = article.nominals_in(span[1], min(sentence[1], span[1] + NEAR))
    others = (n for n in behind if not n.adjective and n.actor.name != context.taker_name)
    nominal = next((n for n in others if not text.startswith(("'s", "’s"), n.span[1])), None)
    if not of_giving(governed, context) or _is_bought(governed):
        return None
    if nominal is not None and _ORIGIN.fullmatch(text, span[1], nominal.span[0]):
        return grammar.as_giver(nominal)
    return unknown.behind(article, governed, sentence, context)


def _is_bought(governed: Governed) -> bool:
    """Tell "buys 35 jets from the United States": who sells gives nothing."""
    cue = governed.cue
    return cue is not None and governed.before and cue.lemma in _BUYING


_BUYING: Final = frozenset({"buy", "purchase", "order", "procure"})


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


def in_entry(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:
    """Take the goods behind a sum in one line of a list: "Norway – €3 million. This year: 40 trucks"."""
    at, last, text = governed.start, context.said, article.text
    if last is None or governed.mention.quantity.kind != "units" or governed.cue is not None:
        return None
    line = text.rfind("\n", max(sentence[0] - NEAR, 0), at) + 1
    opens = line > 0 and last.giver.span[0] >= line and _opens_line(text, last.giver.span[0])
    named = opens and _ENTRY.match(text, last.giver.span[1], last.span[0])
    return replace(last.giver, follows=True) if named else None


def restated(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:
    """Take "That is NOK 620 million a year", said of the figure before."""
    at, last = grammar.quantity_span(governed)[0], context.said
    if last is None or not 0 < sentence[0] - last.span[1] < NEAR:
        return None
    return replace(last.giver, follows=True) if _THAT_IS.fullmatch(article.text, sentence[0], at) else None
