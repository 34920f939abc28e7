"""Sums that stand for others: what all gave together, what a package or an event holds.

In: an article, a governed quantity and the context. Out: the giver that such a sum has, or
None: all who promised for a total or what a conference brought.
"""

import re
from typing import Final

from models.messages import Span
from streams.claims.capitals import compile_names
from streams.claims.components.giving import grammar
from streams.claims.components.giving.article import PledgeArticle
from streams.claims.components.giving.clauses import Governed
from streams.claims.components.giving.context import DONORS, Context, Giver
from streams.claims.components.giving.cues import PledgeCue
from streams.claims.components.giving.givers import owners
from streams.claims.components.giving.subjects import subjects
from streams.claims.components.text.keyed import Keyed

_TOTAL: Final = Keyed(
    "total sum tally figure amount number",
    r"(?<!its )(?<!their )\b(?:total|sum|tally|(?:final|overall|headline|combined) (?:figure|amount|number)"
    r"|total (?:of|for) [^.;:$€£\d]{2,40})\s*"
    r"(?::|(?:so far |now |then |to date )?"
    r"(?:stands?|stood|is|was|comes?|came|rose|rises|reache[sd]|of|to)(?:\s+(?:at|to))?)\s+"
    r"(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
# "the relief fund crossed Rs 89 crore", "the campaign, which closed at 115 billion"
_FILLED: Final = Keyed(
    "fund appeal campaign collection collections kitty donations contributions pledges promises drive pot "
    "aid help support assistance money funding",
    r"\b(?:fund|appeal|campaign|collections?|kitty|donations|contributions|pledges|promises|drive|pot"
    r"|(?:(?:earth)?quake|flood|storm|cyclone|hurricane|typhoon|tsunami|relief|disaster|recovery|rebuilding"
    r"|reconstruction|international|global|foreign)\s+(?:aid|help|support|assistance|money|funding))\b"
    r"[^.;:$€£\d]{0,30}\b(?:cross(?:es|ed)?|top(?:s|ped)?|pass(?:es|ed)|hits?|reach(?:es|ed)|stands?\s+at"
    r"|(?:goes|went|climb(?:s|ed)?|ris(?:es|en)|rose|jump(?:s|ed)?|mount(?:s|ed)?)\s+(?:past|beyond|over|above|to)"
    r"|stood\s+at"
    r"|swell(?:s|ed)?\s+to|closed\s+at|has\s+collected|totall?ed|touch(?:es|ed)|exceed(?:s"
    r"|ed))\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
# "obtained promises that sum $1.1 billion"
_PROMISES_OF: Final = Keyed(
    "promises pledges commitments donations",
    r"\b(?:obtain|receiv|secur|collect|gather|reap|harvest|win|won|got|gets|attract|draw|drew|garner"
    r"|register|record"
    r"|tak|took)\w*\s[^.;:$€£\d]{0,40}\b(?:promises|pledges|commitments|donations)\s+"
    r"(?:that\s+(?:sum(?:\s+up\s+to)?|total|add\s+up\s+to|come\s+to|amount\s+to)|summing|adding\s+up\s+to"
    r"|worth|of|for"
    r"|totall?ing|reaching)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
# "What it got in Rome is $3 billion"
_WHAT_IT_GOT: Final = Keyed(
    "what",
    r"\bwhat\s+(?:\w+\s+){1,3}?(?:got|received|raised|collected|secured|took\s+(?:home|in)|brought\s+home"
    r"|was\s+promised)"
    r"\b[^.;:$€£\d]{0,40}\b(?:is|was|were)\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
# a sum, then "with that Gavi went home"
_WITH_THAT: Final = re.compile(
    r"(?:\s*\([^()]{2,30}\))?\s*[:–—]\s+(?:with\s+(?:that|this|it)|that\s+(?:is|was)\s+(?:what|how much|the)"
    r"|this\s+is|so\s+much|that\s+much|such\s+is)\b",
    re.IGNORECASE,
)
# "which makes $50 billion in total"
_WHICH_MAKES: Final = re.compile(
    r"\bwhich\s+(?:makes?|brings?|gives?|adds?\s+up\s+to|comes?\s+to)\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
# "it has $162 million in sight", "with $5 million in the kitty"
_HAS: Final = Keyed("has have had with", r"\b(?:has|have|had|with)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_IN_HAND: Final = re.compile(
    r"(?:\s*\([^()]{2,30}\))?\s+in\s+(?:sight|hand|(?:the|its)\s+(?:bank|kitty|pot|till|coffers|bag))\b"
)
_IN_ALL: Final = re.compile(r"\s+(?:in\s+total|in\s+all|altogether|all\s+told|together)\b", re.IGNORECASE)
_BOUND: Final = re.compile(r"(?:[a-z]+\s+)+")
_FROM_WHOM: Final = re.compile(r"\s+(?:\w+\s+){0,4}?from\s")
_WHICH: Final = re.compile(r"(?:\s*\([^()]{2,40}\))?,?\s+(?:which|that)\s+(?:the\s+)?")
_NEXT: Final = 60  # characters
_SUMS: Final = (_TOTAL, _FILLED, _PROMISES_OF, _WHAT_IT_GOT)
_WHOLE: Final = re.compile(
    r"\b(?:it|this|what is in it|(?:the|this|that)\s+(?:[\w-]+\s+){0,2}(?:package|measure|aid|assistance"
    r"|support|tranche|delivery|shipment|consignment|donation|contribution|help|commitment|pledge|grant|loan))\b"
    r"[^.;:]{0,60}\b(?:comprise[sd]?|includes?|included|contains?|contained|consists? of|covers?|amounts? to"
    r"|is worth|holds|provides? for|brings together|is made up of|adds up to)\b[^.;]{0,90}$",
    re.IGNORECASE,
)

_OPENS: Final = re.compile(
    r"[\s“\"‘]*(?:(?:instead|in addition|apart from (?:this|that)),?\s+)?"
    r"(?:(?:some|about|another|a further|the other|the first|the|up to|at least)\s+)*",
    re.IGNORECASE,
)
# "The summit raised $5 million": all who promised there
_EVENT: Final = re.compile(
    r"\b(?:conference|summit|meeting|event|round|session|talks|appeal|drive|gala|telethon|replenishment"
    r"|roundtable)\b"
    r"(?:\s+(?!who|which|that)[\w’'-]+){0,8}\s*$",
    re.IGNORECASE,
)
# "came together at a donors' conference", "was raised during the talks": whoever promised there
_AT_EVENT: Final = re.compile(
    r"[^.;:$€£]{0,60}?\b(?:at|during|in)\s+(?:(?:an?|the|this|that)\s+)?(?!order\b)(?:[\w’'-]+\s+){0,5}?"
    r"(?:conference|summit|meeting|round|talks|appeal|telethon|drive|gala|forum|moot|round[- ]?table)\b",
    re.IGNORECASE,
)
_TOGETHER: Final = re.compile(r"\s+(?:together|in)\b")
# "We have collectively raised", "they together promised"
_WE_TOGETHER: Final = re.compile(
    r"\b(?:we|they)\b(?:\s+\w+){0,3}?\s+(?:collectively|together|jointly|all)\s+(?:\w+\s+)?$", re.IGNORECASE
)
_WE: Final = re.compile(
    r"\bwe(?:['’]ve)?\s+(?:(?:have|had|has|now|already|also|just|so far)\s+)*$", re.IGNORECASE
)
_BRINGS: Final = frozenset(
    {
        "bring",
        "raise",
        "collect",
        "gather",
        "secure",
        "mobilise",
        "mobilize",
        "produce",
        "attract",
        "yield",
        "net",
        "harvest",
        "reap",
    }
)


_COLLECTS: Final = frozenset({"raise", "collect", "gather"})


def event(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:
    """Take all givers for what a conference brought, or what came together at one."""
    cue = governed.cue
    if cue is not None and context.pledging and governed.mention.quantity.kind == "money":
        if governed.before and _raised_by_us(article.text, cue, sentence):
            return Giver(DONORS, grammar.quantity_span(governed), beside=True)
        if _at_event(article, governed, cue, sentence):
            return Giver(DONORS, grammar.quantity_span(governed), beside=True)
    if cue is None or not governed.before or not context.pledging or cue.lemma not in _BRINGS:
        return None
    if governed.frame.passive or not _EVENT.search(
        article.text, max(sentence[0], cue.span[0] - 90), cue.span[0]
    ):
        return None
    return Giver(DONORS, grammar.quantity_span(governed))


def _raised_by_us(text: str, cue: PledgeCue, sentence: Span) -> bool:
    """Tell what those at a conference raised from each other: "We have collectively raised"."""
    low, at = max(sentence[0], cue.span[0] - 60), cue.span[0]
    if cue.lemma in _COLLECTS and _WE.search(text, low, at):
        return True
    return (cue.lemma in _BRINGS or cue.group == "pledge") and bool(_WE_TOGETHER.search(text, low, at))


def _at_event(article: PledgeArticle, governed: Governed, cue: PledgeCue, sentence: Span) -> bool:
    """Tell a sum that no one is said to give, but that came together where donors met."""
    at, end = grammar.quantity_span(governed)
    gathered = cue.span[0] >= end and (
        (cue.lemma in _BRINGS and cue.form == "past")
        or (cue.lemma == "come" and _TOGETHER.match(article.text, cue.span[1]))
    )
    if not gathered or not _AT_EVENT.match(article.text, cue.span[1], sentence[1]):
        return False
    named = grammar.after(article, grammar.BY, cue.span[1], sentence[1])
    named = named or grammar.after(article, grammar.FROM, end, sentence[1])
    return named is None and not article.nominals_in(sentence[0], at)


def total(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:
    """Take what all promised together: "Total: €5.8bn", "which brings the sum to $11 billion"."""
    at, end = grammar.quantity_span(governed)
    if not context.pledging or governed.mention.quantity.kind == "gdp_share":
        return None
    low = max(sentence[0], at - 90)
    opens = _WITH_THAT.match(article.text, end) and _OPENS.fullmatch(article.text, sentence[0], at)
    bound = _BOUND.match(article.text, at, end)  # "crossed" is of the figure
    number = bound.end() if bound else at
    made = _IN_ALL.match(article.text, end) and _WHICH_MAKES.search(article.text, low, at)
    held = _IN_HAND.match(article.text, end) and _HAS.search(article.words, low, number)
    ends = (number, at) if article.text.startswith(": ", at - 2) else (number,)
    if not (opens or made or held) and not any(
        form.search(article.words, low, end) for form in _SUMS for end in ends
    ):
        return None
    if _FROM_WHOM.match(article.text, end):
        return None  # "received pledges of $5m from Japan"
    which = any(_WHICH.fullmatch(article.text, end, n.span[0]) for n in article.nominals_in(end, end + _NEXT))
    a_total = _A_TOTAL.search(article.text, low, number)
    if which or (a_total and _given(article, governed, sentence, context)):
        return None  # "a total of $5m which the G7 pledged", "Japan gave a total of $5m"
    if owners.owner(article, governed, sentence, context) is not None:
        return None  # "the British sum of £139m"
    return Giver(DONORS, (at, at))


# a total of, to a combined sum of
_A_TOTAL: Final = re.compile(r"\ba\s+(?:\w+\s+)?(?:total|sum|amount)\s+of\s+(?:\w+\s+){0,2}$", re.IGNORECASE)


def _given(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> bool:
    """Tell a figure with a verb of giving before it, or a raise, and somebody who may be its subject."""
    cue = governed.cue
    if cue is None or not governed.before or governed.frame.passive:
        return False
    found = subjects(article, governed, sentence, cue.span[0])
    return any(n.actor.name != context.taker_name and not n.adjective for n in found)


def of_whole(article: PledgeArticle, governed: Governed, sentence: Span) -> bool:
    """Tell what a package spoken of before consists of: "It comprises 36 carriers"."""
    start, end = grammar.quantity_span(governed)
    opens = _OPENS.fullmatch(article.text, sentence[0], start)
    return bool(
        _WHOLE.search(article.text, sentence[0], start)
        or _ITS_VALUE.search(article.text, sentence[0], start)
        or (opens and _IS_ITS_VALUE.match(article.text, end))
    )


_PACKAGE: Final = r"(?:package|aid|assistance|support|delivery|shipment|consignment|donation|tranche)"
# "Its total value is", "The value of the package is put at"
_ITS_VALUE: Final = re.compile(
    rf"\b(?:its|the|their)\s+(?:(?:total|overall|combined|estimated)\s+)?(?:value|worth|volume)"
    rf"(?:\s+of\s+(?:the|this|that)\s+(?:[\w-]+\s+){{0,2}}{_PACKAGE})?\s+"
    r"(?:is|was|comes?\s+to|amounts?\s+to|stands\s+at|reaches)\s+(?:(?:put|estimated|given)\s+(?:at|as)\s+)?"
    r"(?:\w+\s+){0,2}$"
    rf"|\b(?:it|the\s+(?:[\w-]+\s+){{0,2}}{_PACKAGE})\s+(?:has|had|is)\s+(?:a\s+)?"
    r"(?:(?:total|overall|combined)\s+)?(?:value\s+of|valued\s+at)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
# "DKK 6.7 billion is its total value"
_IS_ITS_VALUE: Final = re.compile(
    r"(?:\s*\([^()\n]{2,40}\))?\s+(?:is|was)\s+(?:its|the|their)\s+(?:(?:total|overall|combined)\s+)?"
    rf"(?:value|worth|volume|size)(?:\s+of\s+(?:the|this|that)\s+(?:[\w-]+\s+){{0,2}}{_PACKAGE})?\b",
    re.IGNORECASE,
)


# "more than $3bn was pledged in Lima", "had been promised at the summit"
_THERE: Final = compile_names(
    r"\s+(?:in\s+[A-Z]|(?:at|during)\s+(?:the|a|an|this|last|its)\s+(?:[\w’'-]+\s+){0,4}?"
    r"(?:conference|summit|meeting|event|round|session|talks|forum|replenishment|gathering|round\s?table)\b)"
)


_THAT_WAS: Final = re.compile(r",?\s+(?:that|which)\s")  # of another time


def pledged_there(text: str, governed: Governed) -> bool:
    """Tell what was promised at a meeting, by whom nobody says."""
    cue, end = governed.cue, grammar.quantity_span(governed)[1]
    if cue is None or governed.before or not governed.frame.passive:
        return False
    if cue.group not in ("pledge", "commit") or _THAT_WAS.match(text, end):
        return False
    return bool(_THERE.match(text, cue.span[1]))
