"""The grammar of giving: which of a sentence's nominals gives, by its place and the words around it.

In: an article, a governed quantity and the context. Out: the giver that one construction
names, or None: a list, "by", "from", a tag, a possessive, a subject.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from models.messages import Span
from streams.claims.capitals import compile_names
from streams.claims.components.giving.article import Nominal, PledgeArticle
from streams.claims.components.giving.clauses import Governed
from streams.claims.components.giving.context import GIVING, Context, Giver
from streams.claims.components.text.phrases import any_of
from streams.claims.components.text.words import Words

_PREPOSITIONS: Final = (
    "in", "at", "for", "to", "with", "against", "from", "on", "about", "into", "between", "than",
    "after", "over", "toward", "towards", "across", "near", "of", "support", "supporting", "help",
    "helping", "behind", "inside", "outside", "via", "through", "visit", "visited", "visiting",
    "invaded", "invading", "told", "tell", "before", "within", "versus", "v", "under", "among", "amid",
    "unlike", "besides", "despite", "including", "like", "same as", "such as", "well as", "gives",
    "give", "gave", "giving", "given", "supply", "supplying", "provide", "providing", "send", "sending",
    "assist", "assisting", "aiding", "equip", "arm", "arming", "join", "joins", "joining",
)  # fmt: skip
_ARTICLES: Final = (
    "the", "a", "an", "both", "all", "its", "new", "other", "many", "nato", "eu", "embattled", "neighbouring",
)  # fmt: skip
_PREPOSITION: Final = re.compile(
    rf"\b{any_of(_PREPOSITIONS)}\s+(?:(?:{any_of(_ARTICLES)}|war-\S+)\s+){{0,2}}$", re.IGNORECASE
)
# One of these, or a word with a hyphen, stands right before whom a preposition leads.
_LEADING: Final = frozenset({phrase.rpartition(" ")[2] for phrase in _PREPOSITIONS} | {*_ARTICLES})
_OF_GROUP: Final = re.compile(
    r"\b(?:government|leaders?|president|minister|ministry|king|parliament|people|kingdom|republic"
    r"|members|heads?|representatives|committees?|boards?|cabinet|council|chamber|house|senate|department"
    r"|directors|governors|executives?|taxpayers|treasury)\s+of\s+(?:the\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
# "by private banks that belong to the Alliance", "from the public sector of the members of the Group"
_OF_THOSE: Final = (
    r"(?:(?:the\s+)?(?:[a-z]+\s+){0,2}(?:sectors?|members?|budgets?|governments?|banks?|companies|firms|taxpayers)\s+"
    r"(?:of|that\s+belong\s+to|in)\s+(?:the\s+)?){0,2}"
)
BY: Final = re.compile(rf"(?<!\bnot )\bby\s+(?:the\s+)?{_OF_THOSE}(?:[\w’'.-]+\s+){{0,5}}$", re.IGNORECASE)
FROM: Final = re.compile(
    rf"\bfrom\s+{_OF_THOSE}(?:(?:the|his|her|h\.?\s?e\.?|excellency|mr|mrs|ms|dr)\.?\s+){{0,3}}"
    r"(?:[\w’'.-]+\s+){0,2}$",
    re.IGNORECASE,
)
_NAME_OF_KIND: Final = re.compile(
    r"\b(?:refugees|people|migrants|those|away|protect\w*|imports|seekers|gas|oil|grain|attacks?|far"
    r"|threats?|pressure|withdraw\w*|support)\s+from\s+(?:the\s+)?(?:[\w’'.-]+\s+){0,2}$"
    r"|\bby\s+(?:the\s+)?(?:\w+\s+)?(?:war|conflict|fighting|violence|crisis|floods?|flooding|drought|famine"
    r"|(?:earth)?quakes?|cyclone|hurricane|typhoon|storms?|disaster)\s+(?:in|on|across|of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# "doses made by Bavaria Biologics", "the coalition led by Latvia": whose it is, not who gives
_KIND: Final = 12  # characters
_MADE_BY: Final = re.compile(
    r"\b(?:made|manufactured|produced|built|designed|developed|assembled|owned|run|led|co-led|chaired|hosted|held"
    r"|administered|managed|organi[sz]ed|headed|compiled|followed|struck|hit|invaded|attacked|launched|set\s+up)"
    r"\s+by\s+(?:the\s+)?(?:[\w’'.-]+\s+){0,5}$",
    re.IGNORECASE,
)
_TAG: Final = re.compile(
    r"(?:\s+(?:government|cabinet|parliament|administration|coalition|ministers?|ministry|leaders?))?"
    r"\s+(?:has\s+|have\s+|had\s+|also\s+)?$"
)
_POSSESSIVE: Final = re.compile(r"^['’]s?\s")
FROM_FRONT: Final = re.compile(r"\bfrom\s+(?:the\s+)?$", re.IGNORECASE)
BY_FRONT: Final = re.compile(r"\bby\s+(?:the\s+|[\w-]+\s+){0,2}$", re.IGNORECASE)


def quantity_span(governed: Governed) -> Span:
    """Give the span of the figure."""
    span = governed.mention.quantity.span
    assert span is not None
    return span


def as_giver(nominal: Nominal) -> Giver:
    """Take a nominal for the giver."""
    return Giver(nominal.actor, nominal.span, nominal.person)


def tagged(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:
    """Take the tag behind: "€4bn will be spent on food, the G7 pledged on Tuesday"."""
    for nominal in reversed(article.nominals_in(quantity_span(governed)[1], sentence[1])):
        if nominal.adjective or nominal.actor.name in {context.taker_name, *context.words.reporting}:
            continue
        for cue in governed.all_cues:
            promising = cue.group in ("pledge", "commit") and cue.span[0] > nominal.span[1]
            if promising and _TAG.fullmatch(article.text, nominal.span[1], cue.span[0]):
                comma = article.text.rfind(",", sentence[0], nominal.span[0])
                return as_giver(nominal) if nominal.span[0] - comma < 12 else None
    return None


# ", he went on,": who speaks, not who gives
_SPEAKS: Final = re.compile(r",\s(?:s?he|they|I|we)\s(?:\w+\s){0,2}\w+,")


def speaks_aside(text: str, at: int) -> bool:
    """Tell a pronoun that is who speaks."""
    return bool(at > 1 and _SPEAKS.match(text, at - 2))


def addressed(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:  # noqa: ARG001
    """Take the one a demand is made of: "wants 5 percent from every member", "asked donors for $1bn"."""
    cue = governed.cue
    if cue is None or cue.group != "propose" or not governed.before:
        return None
    for nominal in article.nominals_in(cue.span[1], governed.own[1]):
        low = max(cue.span[1] - 1, nominal.span[0] - 30)
        share = governed.mention.quantity.kind == "gdp_share"
        if share and _FOR_MEMBERS.search(article.text, low, nominal.span[0]):
            return as_giver(nominal)
        if (
            not nominal.adjective
            and nominal.actor.name != context.taker_name
            and _OF_WHOM.search(article.text, low, nominal.span[0])
        ):
            return as_giver(nominal)
    return None


_FOR_MEMBERS: Final = re.compile(r"\bfor\s+(?:the\s+|all\s+|every\s+|each\s+|its\s+)*$", re.IGNORECASE)
_OF_WHOM: Final = re.compile(
    r"(?:\b(?:from|of|on|upon|by)\s+(?:the\s+|all\s+|every\s+|each\s+|its\s+)*|^\s*(?:the\s+|all\s+"
    r"|its\s+|other\s+)*)$",
    re.IGNORECASE,
)


def owned(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:
    """Take "$100 Million From UAE", "pledged by Yoon" and "Spain's package of $1bn"."""
    span, end = quantity_span(governed), governed.own[1]
    found = after(article, FROM, span[1], end) or after(article, BY, span[1], end)
    if found is not None and found.actor.name != context.taker_name:
        return found
    for nominal in reversed(article.nominals_in(sentence[0], span[0])):
        owner = _POSSESSIVE.match(article.text, nominal.span[1])
        if owner and nominal.actor.name != context.taker_name and not led(article, nominal, sentence):
            return as_giver(nominal)
    return None


def after(article: PledgeArticle, pattern: re.Pattern[str], start: int, end: int) -> Giver | None:
    """Take the first nominal behind ``pattern`` ("by the Dutch prime minister")."""
    for nominal in article.nominals_in(start, end):
        low = max(start - 1, nominal.span[0] - 60)
        of_kind = max(0, start - _KIND, nominal.span[0] - 60)  # "1,000 refugees from Chad"
        if nominal.adjective or not pattern.search(article.text, low, nominal.span[0]):
            continue
        if _NAME_OF_KIND.search(article.text, of_kind, nominal.span[0]):
            continue
        if not _MADE_BY.search(article.text, low, nominal.span[0]):
            return as_giver(nominal)
    return None


def up_to_part(article: PledgeArticle, governed: Governed, sentence: Span) -> int:
    """Give where a part of the figure is told: "$10bn were pledged, $3bn of them by the US"."""
    end = quantity_span(governed)[1]
    parts = (span[0] for span in governed.sums if span[0] > end and _OF_THEM.match(article.text, span[1]))
    return next(parts, sentence[1])


_OF_THEM: Final = re.compile(r"\s+of\s+(?:them|it|that|this|these|which)\b")


def agent_behind(
    article: PledgeArticle,
    governed: Governed,
    sentence: Span,  # noqa: ARG001
    context: Context,
) -> Giver | None:
    """Take whose a part is, right behind it: "$3bn of them by the US", "€5m of it from Peru"."""
    end = quantity_span(governed)[1]
    if not _OF.match(article.text, end):
        return None
    for nominal in article.nominals_in(end, min(governed.own[1], end + _AGENT_NEAR)):
        known = nominal.adjective or nominal.actor.name == context.taker_name
        if not known and _PART_BY.fullmatch(article.text, end, nominal.span[0]):
            return as_giver(nominal)
    return None


_AGENT_NEAR: Final = 60  # characters
_OF: Final = re.compile(r"\s+of\s")
_PART_BY: Final = re.compile(
    r"\s+of\s+(?:them|it|that|this|these|which|the\s+\w+)\s+(?:[a-z]+\s+){0,2}(?:by|from)\s+(?:the\s+)?"
)


def fronted(article: PledgeArticle, pattern: re.Pattern[str], sentence: Span, end: int) -> Giver | None:
    """Take "From the United States came $17.5 million", "By partners more than $10bn was pledged"."""
    for nominal in reversed(article.nominals_in(sentence[0], end)):
        if not nominal.adjective and pattern.search(
            article.text, max(sentence[0], nominal.span[0] - 24), nominal.span[0]
        ):
            return Giver(nominal.actor, nominal.span)
    return None


def speaker_org(article: PledgeArticle, at: int, context: Context) -> Giver | None:
    """Give the actor for whom somebody speaks at ``at``, unless that is the one that gets."""
    for source in (article.quotation_at(at), article.reported_at(at)):
        actor = article.org_of(source.speaker) if source else None
        if (
            actor is not None
            and actor.name != context.taker_name
            and actor.level in GIVING
            and actor.name not in context.words.reporting
        ):
            return Giver(actor, (at, at), person=True, firm=False)
    return None


# "an agreement was signed with Japan": who gives where the other one gets
PARTNER: Final = re.compile(r"\bwith\s+(?:the\s+)?$", re.IGNORECASE)


def respective(article: PledgeArticle, governed: Governed, sentence: Span, given: Sequence[Nominal]) -> Giver:
    """Give each of several its own: "Denmark and the Netherlands gave 80 million and 250 million euros"."""
    listed = [given[-1]]
    for nominal in reversed(given[:-1]):
        if not _LISTED_WITH.fullmatch(article.text, nominal.span[1], listed[0].span[0]):
            break
        listed.insert(0, nominal)
    sums = sums_behind(article, governed, sentence)
    here = quantity_span(governed)
    if len(listed) > 1 and len(sums) == len(listed) and here in sums:
        return as_giver(listed[sums.index(here)])
    return as_giver(given[-1])


def sums_behind(article: PledgeArticle, governed: Governed, sentence: Span) -> list[Span]:
    """Give the sums behind the verb where only "and" parts them: "80 million and 250 million euros"."""
    cue = governed.cue
    sums = [span for span in governed.sums if cue is not None and cue.span[1] <= span[0] < sentence[1]]
    tight = all(_LISTED_WITH.fullmatch(article.text, a[1], b[0]) for a, b in pairwise(sums))
    return sums if tight else []


_LISTED_WITH: Final = re.compile(
    r"(?:\s+euros?|\s+dollars?)?(?:,\s*(?:and\s+)?|\s+and\s+)(?:the\s+)?(?:foundation\s+|charity\s+)?",
    re.IGNORECASE,
)


def led(article: PledgeArticle, nominal: Nominal, stretch: Span) -> bool:
    """Tell a nominal that a preposition leads: it is where or to whom, not who."""
    words, at = article.words, nominal.span[0]
    low = max(stretch[0], at - 40)
    if led_at(words, low, at) or _is_second_led(words, stretch[0], at):
        return not _OF_GROUP.search(article.text, low, at)
    return False


def led_at(words: Words, low: int, at: int) -> bool:
    """Tell whether a preposition, not before ``low``, leads what stands at ``at``."""
    start, word = words.before(at)
    if word not in _LEADING and words.text[start - 1 : start] != "-":
        return False
    return bool(_PREPOSITION.search(words.text, low, at))


def _is_second_led(words: Words, low: int, at: int) -> bool:
    return words.before(at)[1] in _AND_THE and bool(_SECOND_LED.search(words.text, low, at))


_AND_THE: Final = frozenset({"and", "the"})
# "With Peru and the Tern Foundation, Chile is": the second, too; it opens the sentence, or none could tell
_SECOND_LED: Final = compile_names(
    r"(?:^|(?<=\n))(?:Together\s+)?(?:With|Like|Unlike|Besides|After|Alongside|Among|For|In|From"
    r"|Apart from|In addition to)\s+"
    r"(?:the\s+)?[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,3}(?:,\s+[A-Z][\w’'-]*)?,?\s+and\s+(?:the\s+)?$"
)
