"""Givers that no table names: a text and a place in, the name that stands there as a giver out.

A person who gives of their own, a name before its verb past any aside ("Digicel, the
mobile operator, donated"), behind a country's "Norway's", or behind "from" and "by".
"""

import re
from collections.abc import Iterator
from typing import Final

from models.messages import Actor, Span
from streams.claims.capitals import compile_names
from streams.claims.components.giving import grammar
from streams.claims.components.giving.article import PledgeArticle
from streams.claims.components.giving.clauses import Governed
from streams.claims.components.giving.context import DONORS, Context, Giver
from streams.claims.components.giving.leads import LEAD
from streams.claims.components.giving.subjects import helpers_from, subjects
from streams.claims.components.text.phrases import any_of

_NAME: Final = compile_names(
    r"(?:^|(?<=[\s“‘\"(]))((?:[A-Z][\w&.’'-]*|[A-Z]{2,})(?:\s+(?:(?:of|for|and|the|de"
    r"|&)\s+){0,2}[A-Z][\w&.’'-]*){0,6})$"
)
# "the Songwol coffee chain": a name, then what it is
_KINDS: Final = (
    "chain", "group", "company", "firm", "foundation", "charity", "bank", "insurer", "airline", "brand",
    "conglomerate", "network", "club", "trust", "cooperative", "franchise", "publisher", "brewery",
    "retailer", "carrier", "operator", "federation", "association", "church",
)  # fmt: skip
_KIND_WORDS: Final = frozenset(_KINDS)
_PUBLIC: Final = re.compile(r"(?:foundation|charity|network|club|trust|federation|association|church)\s*$")
_KIND: Final = rf"[Tt]he\s+((?:[A-Z][\w&.’'-]*\s+){{1,4}}?)(?:[a-z][\w-]*\s+){{0,2}}{any_of(_KINDS)}"
_OF_KIND: Final = compile_names(rf"(?:^|(?<=\s)){_KIND}$")
_GAPPED_KIND: Final = compile_names(rf"(?:[,;]|\b(?:and|while))\s+{_KIND}\s+{LEAD}$")
_NO_NAMES: Final = frozenset(
    (  # noqa: SIM905  (a list of words reads better unquoted)
        "New It He She They We I You In On At By For From Of To The A An This That These Those "
        "But And So As If When While With After Before Some Other Others Last Next Under Among "
        "What Who Which There Here Its His Her Their Our My Also Then Now One Two Each Every Most "
        "Many All Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March "
        "April May June July August September October November December President Prime Minister "
        "Congress Parliament Government Another Both Not No Yes Details Officials Leaders"
    ).split()
)
_FIRM_NAME: Final = re.compile(
    r"\b(?:Inc|Corp|Ltd|plc|Group|Holdings?|Company|Bank|Motors?|Energy|Technologies|Pharma\w*|Biologics"
    r"|Industries|Mutual|Airlines|Capital|Partners|Electronics)\b"
)


# ", the mobile operator," ", who owns nine bakeries,"
_ASIDE: Final = compile_names(
    r",\s(?:who|which|whose|where|the|an?|one\sof|once|now|itself|based|founded|formerly|best|long|another"
    r"|(?:[\w-]+\s)?(?:maker|owner|operator|parent|part|home|host|chair(?:man|woman|person)?|head|chief|president|(?:co-)?founder|heir|widow|director)\s(?:of|at|to)|(?:[A-Z][\w-]+\s){0,2}[A-Z][\w-]+['’]s)\s"
    r"[^,;.()]{2,90}|\([^()]{2,60}\)"
)
_BASED: Final = re.compile(r"[A-Z][\w’'.-]*-based\s+")
_POLITICAL: Final = re.compile(
    r"government|president|minister|chancellor|premier|secretary|senator|governor|mayor|commissioner|ambassador"
    r"|envoy|leader|lawmaker|director|spokes|\b(?:king|queen|prince|chief|head)\b",
    re.IGNORECASE,
)


def unknown_subject(article: PledgeArticle, sentence: Span, at: int) -> Giver | None:
    """Take a name that no table holds as the subject of the verb at ``at`` ("Halden Mutual committed")."""
    text = article.text
    low = max(sentence[0], at - _REACH)
    end = helpers_from(article.words, low, at)
    aside = _aside(text, low, end) if text[end:at].lstrip()[:1] in (",", "") else None
    name = _name_up_to(text, low, aside[0]) if aside else None
    called = name is not None and aside is not None and bool(_CALLED.match(text[slice(*aside)]))
    name = name or _name_up_to(text, low, end)
    if name is None:
        return None
    if name.re is _OF_KIND:
        return _kind(article, name)
    start, end = _past_owner(article, name.span(1))
    based = _BASED.match(text, start, end)  # "Lagos-based Okra Lines"
    span = (based.end() if based else start, end)
    return (
        None if span[0] == span[1] or _misread(article, span) else _named(text, sentence, span, called=called)
    )


def _aside(text: str, low: int, end: int) -> Span | None:
    """Give the aside that ends at ``end``: ", the mobile operator,", "(the firm)"."""
    opens = text.rfind("(", low, end) if text.endswith(")", low, end) else text.rfind(",", low, end)
    if opens < 0 or not _ASIDE.fullmatch(text, opens, end):
        return None
    return (low + len(text[low:opens].rstrip()) if text[opens] == "(" else opens, end)


def _name_up_to(text: str, low: int, end: int) -> re.Match[str] | None:
    """Give the name that ends at ``end``, if the last word has a capital at all."""
    last = text[low:end].rpartition(" ")[2]
    if last in _KIND_WORDS:
        return _OF_KIND.search(text, low, end)
    return None if last.islower() else _NAME.search(text, low, end)


# "Hagel Seafood gave $5m, the Tarn Trust $3m and Ilse Brand $1m": the verb is told once
_GAPPED: Final = compile_names(
    r"(?:[,;]|\b(?:and|while))\s+(?:the\s+)?((?:[A-Z][\w&.’'-]*)(?:\s+(?:(?:of|for|the|de|&)\s+){0,2}[A-Z][\w&.’'-]*){1,6})"
    rf"(?:\s*\([A-Z]{{2,8}}\))?\s+{LEAD}$"
)


_LINKED: Final = 6  # characters of ", and "


def second(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:
    """Take the subject of a verb told before: "Germany pledged €2bn and the UK up to €1bn"."""
    stretch = (governed.own[0], sentence[1])
    nearer = subjects(article, governed, stretch, grammar.quantity_span(governed)[0])
    if nearer and nearer[-1].actor.name != context.taker_name:
        return grammar.as_giver(nearer[-1])
    return _gapped(article, governed)


def _gapped(article: PledgeArticle, governed: Governed) -> Giver | None:
    """Take a name of no table between the last figure and this one, where the verb goes on from before."""
    at = grammar.quantity_span(governed)[0]
    low = max(0, governed.own[0] - _LINKED)
    kind = _GAPPED_KIND.search(article.text, low, at)
    if kind is not None:
        return _kind(article, kind)
    name = _GAPPED.search(article.text, low, at)
    if name is None or article.nominals_in(*name.span(1)):
        return None
    if any(p.role and p.span[0] < name.end(1) <= p.span[1] for p in article.people_near(*name.span(1))):
        return None
    return _named(article.text, (governed.own[0], at), name.span(1), called=True)


def _kind(article: PledgeArticle, found: re.Match[str]) -> Giver | None:
    """Take the name of "the Songwol coffee chain", none that a table holds."""
    start, end = found.start(1), found.start(1) + len(found[1].rstrip())
    printed = article.text[start:end]
    if article.nominals_in(start, end) or not _NO_NAMES.isdisjoint(printed.split()):
        return None
    public = _PUBLIC.search(found[0])
    actor = Actor(id=None, name=printed, level="organisation" if public else "company", as_printed=printed)
    return Giver(actor, (start, end))


_CALLED: Final = re.compile(r",\s(?:the|an?)\s(?!.*\b(?:says?|said|adds|added|told|tells|writes|reports)\b)")


def _named(text: str, sentence: Span, span: Span, *, called: bool) -> Giver | None:
    """Make a giver of the name at ``span``; ``called``: an aside behind it says what it is."""
    words = text[slice(*span)].split()
    before = text[max(0, span[0] - _LINE) : span[0]].rstrip()
    definite = words[0] == "The" or before.endswith((" the", "The"))
    trade = bool(_TRADE.search(words[0] + " "))  # "Insurer Brightwater"
    while words and words[0] in _NO_NAMES:
        words = words[1:]
    if trade and len(words) > 1:
        words = words[1:]
    if not words or (definite and len(words) == 1 and not _FIRM_NAME.search(words[0])):
        return None  # "The Commission": a noun of the article, not a name
    printed = " ".join(words).rstrip(".,'’")
    if len(printed) < 3 or printed.endswith(("’s", "'s")) or before.endswith("-"):
        return None
    everybody = printed in _EVERYBODY
    if (
        len(words) == 1
        and not (trade or everybody or called)
        and _opens_only(text, sentence, span[0], printed)
    ):
        return None  # "Ministers have agreed": a noun that opens its sentence
    if _POLITICAL.search(words[-1]):
        return None
    company = (
        trade or _FIRM_NAME.search(printed) or _TRADE.search(text, max(0, span[0] - _TRADE_MAX), span[0])
    )
    actor = Actor(id=None, name=printed, level="company" if company else "organisation", as_printed=printed)
    return Giver(DONORS if everybody else actor, span)


# "Ilse Brand and Finn Holm gave $1m each"
_WITH_OTHERS: Final = compile_names(
    r"(?:^|(?<=\s))([A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){1,3})(?:,\s+|,?\s+and\s+)$"
)


def listed_before(article: PledgeArticle, giver: Giver) -> Iterator[Actor]:
    """Give the names of no table that stand in a row before a giver that no table holds either."""
    at = giver.span[0]
    while giver.actor.id is None and (name := _WITH_OTHERS.search(article.text, max(0, at - _ROW_NEAR), at)):
        at = name.start(1)
        if article.nominals_in(*name.span(1)) or not _NO_NAMES.isdisjoint(name[1].split()):
            break
        yield Actor(id=None, name=name[1], level=giver.actor.level, as_printed=name[1])


_ROW_NEAR: Final = 60  # characters
_TRADE_MAX: Final = 24  # characters


def _past_owner(article: PledgeArticle, span: Span) -> Span:
    """Give the name behind a country's possessive ("Norway's Hagel Seafood"), none of its organs."""
    owner = next((o for o in _OWNERS.finditer(article.text, *span)), None)
    if owner is None or not article.nominals_in(span[0], owner.start() + 1):
        return span
    return (span[1], span[1]) if _ORGAN.search(article.text, owner.end(), span[1]) else (owner.end(), span[1])


_REACH: Final = 200  # characters before a verb
_OWNERS: Final = re.compile(r"['’]s?\s")
_ORGAN: Final = re.compile(
    r"\b(?:Parliament|Senate|Congress|Assembly|Diet|Council|Cabinet|Government|Ministry|Ministries|Ministers?"
    r"|Department|Office|Commission|President|Chancellor|King|Queen|Prince|Army|Navy|Air|Force|Forces|Defence|Defense"
    r"|Foreign|Interior|Finance|Treasury|State|Federal|National|Supreme|House|Embassy|Ambassador|Secretary|MPs)\b"
)


def _opens_only(text: str, sentence: Span, at: int, word: str) -> bool:
    """Tell a capital that only stands where a sentence begins."""
    if text[sentence[0] : at].strip(" \n“‘\"'"):
        return False
    if len(word) > _ACRONYM_MIN and word.isupper() and not text[at : at + _LINE].isupper():
        return False  # "ADQ invests"
    around = text[max(0, at - _AROUND) : at + _AROUND]
    return not re.search(rf"[a-z,;]\s+{re.escape(word)}\b", around)


_ACRONYM_MIN: Final = 2  # letters
_LINE: Final = 40  # characters
_EVERYBODY: Final = frozenset({"World", "Nations", "Lenders", "Philanthropies"})  # in headlines
_AROUND: Final = 5000  # characters in which a name comes up again, so that the work is bounded


_TRADE: Final = re.compile(
    r"\b(?:company|firm|maker|insurer|giant|retailer|bank|carmaker|automaker|startup|group|producer"
    r"|manufacturer|airline|utility|developer|supplier|conglomerate|brand)\s+$",
    re.IGNORECASE,
)


def _misread(article: PledgeArticle, span: Span, *, led: bool = False) -> bool:
    """Tell a name that is a person's, a known actor's, or led by a preposition."""
    if any(p.span[0] < span[1] and span[0] < p.span[1] for p in article.people_near(*span)):
        return True
    if any(thing.span[0] < span[1] and span[0] < thing.span[1] for thing in article.things):
        return True
    inside = article.nominals_in(span[0], span[1])
    if inside and not (inside[0].adjective and inside[-1].span[0] == span[0]):
        return True  # "Swiss Solidarity" is a name
    if inside and _ORGAN.search(article.text, *span):
        return True
    low = max(0, span[0] - 30)
    return not led and grammar.led_at(article.words, low, span[0]) and not _is_town(article, span[0])


# "The Polish city of Gdynia has given"
_TOWN_OF: Final = re.compile(
    r"(?:^|[.;:,\n–—-]\s*|\b(?:and|but|while)\s+)(?:the\s+)?(?:[\w-]+\s+){0,2}"
    r"(?:city|cities|town|municipality|region|canton|county|province|district|commune)\s+of\s+$",
    re.IGNORECASE,
)
_TOWN_MAX: Final = 60  # characters


def _is_town(article: PledgeArticle, at: int) -> bool:
    """Tell a town that opens its clause: it acts."""
    return bool(_TOWN_OF.search(article.text, max(0, at - _TOWN_MAX), at))


_BEHIND: Final = compile_names(
    r"(?:,?\s+(?:[a-z]+\s+){0,4}?)?\b(from|by)\s+(?:the\s+)?(?:[a-z]+\s+){0,2}?"
    r"([A-Z][\w&.’'-]*(?:\s+(?:(?:of|and|the|de|&)\s+){0,2}[A-Z][\w&.’'-]*){0,6})(?!-)"
)
_OWNED: Final = re.compile(r"['’]s?$|[.,]+$")


def behind(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:  # noqa: ARG001
    """Take "€5 million from the Malabar Growers", "€5 million by Harlow Ferries"."""
    start, end = grammar.quantity_span(governed)[1], governed.own[1]
    return unknown_behind(article, "from", start, end) or unknown_behind(article, "by", start, end)


def unknown_behind(article: PledgeArticle, word: str, start: int, end: int) -> Giver | None:
    """Take a name or a private person right behind ``word`` ("from", "by") between ``start`` and ``end``."""
    found = _BEHIND.match(article.text, start, end)
    if found is None or found[1] != word:
        return None
    for mention in article.people_near(*found.span(2)):
        role = mention.role or ""
        called = role.endswith(found[2]) and 0 < mention.span[0] - found.end(2) <= len(", ")
        if (called or mention.span[0] == found.start(2)) and not _POLITICAL.search(role):
            person = mention.person
            actor = Actor(id=person.id, name=person.name, level="person", as_printed=person.as_printed)
            return Giver(actor, mention.span, person=True)
    printed = _OWNED.sub("", found[2])
    if _misread(article, found.span(2), led=True) or printed.split()[0] in _NO_NAMES:
        return None
    trade = _TRADE.search(article.text, start, found.start(2))
    if printed.endswith(("-based", "-led", "-backed", "-owned")):
        return None
    if (len(printed.split()) == 1 and not trade) or _POLITICAL.search(printed.split()[-1]):
        return None  # "from Geneva"
    company = trade or _FIRM_NAME.search(printed)
    actor = Actor(id=None, name=printed, level="company" if company else "organisation", as_printed=printed)
    return Giver(actor, found.span(2))
