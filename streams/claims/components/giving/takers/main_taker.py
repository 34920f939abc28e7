"""Whom the article is about helping: an indexed article in, its likely beneficiaries out.

Where a sentence names nobody who gets, the article's own beneficiary is meant. Each way of
naming somebody in need counts for them: "floods in X", "X's army", "X has asked", "X: who
gives what".
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from typing import Final

from models.messages import Actor
from streams.claims.capitals import compile_names
from streams.claims.components.giving.article import Nominal, PledgeArticle
from streams.claims.components.giving.givers.jointly import AND
from streams.claims.components.giving.takers.receiving import LEADS, NEAR, led_to
from streams.claims.components.text.lead_ins import Before, LeadIns
from streams.claims.components.text.words import Words

_THE: Final = r"\s+(?:the\s+)?"
_WHERE: Final = (
    r"\s+(?:the\s+|\d+\s+|some\s+|several\s+)?"
    r"(?:(?:north|south|east|west)\w*\s+|central\s+|neighbouring\s+|war-\w+\s+)?"
)
_IN_WHERE: Final = r"\b(?:[^.;\n]{0,50}\b(?:in|across)|\s+of)" + _WHERE
_SENT_TO: Final = r"\s+(?:\w+\s+)?(?:to|in|for)" + _THE
_MET_ON: Final = r"\s+(?:on|about)" + _THE
# What stands before the country that the article is about.
_CONCERNS: Final = LeadIns(
    {
        "invest invests invested investing investment investments investor investors spend spends "
        "spending spent operations people victims survivors projects work response crisis famine flood "
        "floods flooding earthquake earthquakes quake cyclone hurricane typhoon tsunami landslide "
        "landslides wildfire wildfires hunger starvation refugees across jobs outbreak war drought "
        "poverty demining mines health care education hospitals schools clinics reconstruction recovery "
        "relief fighting support mission force gangs violence forest forests millions children families "
        "conflict": _IN_WHERE,
        "aid": r" work\w*" + _IN_WHERE,
        "in": r"\s+(?:favou?r|aid)\s+of" + _THE,
        "on": r"\s+behalf\s+of" + _THE,
        "for": r"\s+the\s+(?:benefit|sake|armed\s+forces|people|army)\s+of" + _THE,
        "solidarity": r"\s+with" + _THE,
        "stand stands standing": r"\s+(?:by|with)" + _THE,
        "fly flew flown ship shipped deliver delivered delivery deliveries transfer transferred "
        "arrive arrived go travel travelled shipment shipments leave": _SENT_TO,
        "hand handed": r"\s+over" + _SENT_TO,
        # "Brussels conference on Syria"
        "conference summit meeting talks forum roundtable appeal": _MET_ON,
        "round": r"\s?table" + _MET_ON,
        # "Hurricane Mabel hit Dominica"
        "hit hits hitting struck strikes devastated devastates devastating battered ravaged flattened lashed "
        "shook rocked pounded pummelled": _WHERE,
        "swept tore ripped": r"\s+(?:through|across)" + _WHERE,
        "slammed": r"\s+into" + _WHERE,
    }
)
# "Afghan floods", "Vanuatu earthquake": who is hit is who is helped.
_STRUCK: Final = re.compile(
    r"(?:['’]s?)?\s+(?:\w+\s+)?(?:floods?|flooding|earthquakes?|quake|cyclone|hurricane|typhoon|tsunami"
    r"|landslides?"
    r"|wildfires?|famine|drought|hunger|disaster|refugees|war victims|emergency|humanitarian|relief|aid"
    r"|reconstruction|recovery|rebuilding)\b"
    r"(?!\s+(?:minister|ministry|agenc|chief|budget|work|official|commissioner|group|organi|spend|cut|intake|visa|program"
    r"|contribution|commitment|pledge|donation|corridor|effort))"
)
# "Ukrainian soldiers", "Syria's hospitals": those of whom what is given is for.
_THEIRS: Final = re.compile(
    r"(?:['’]s?)?\s+(?:(?!\w+(?:ed|s)\s)[a-z]+\s+)?(?:factories|makers|industry|farmers"
    r"|hospitals|schools|children|women|civilians|refugees|families|people"
    r"|villages|cities|towns|grid|power grid|defenders|patients|victims|survivors|colleagues|economy"
    r"|health system|returnees|evacuees|orphans|widows|teachers|nurses|students|girls|fishermen"
    r"|herders|growers|schoolchildren|camps|clinics|pensioners|mothers|homes)\b"
)
# Who is at war gets for these; others send them.
_FORCES: Final = re.compile(
    r"(?:['’]s?)?\s+(?:(?!\w+(?:ed|s)\s)[a-z]+\s+)?(?:soldiers|troops|pilots|army"
    r"|armed forces|forces|air force|navy|fighters|brigades?|crews)\b"
)
_SENDS: Final = re.compile(
    r"(?:['’]s?)?\s+(?:[a-z]+\s+){1,2}(?:(?:is|are|were|was)\s+)?(?:on\s+(?:the|their)\s+way|to\s+(?:arrive|leave|go|join|be\s+sent)|arriv|leav|join|deploy|land|for\s)"
)
_ASKS: Final = compile_names(
    r",?\s+(?:(?:has|had|is|was|have|itself|says it)\s+)?(?:(?:ask(?:ed|s|ing)?|appeal(?:ed|s|ing)?"
    r"|seek(?:s|ing)?"
    r"|sought|plead(?:ed|s)?|beg(?:s|ged)?)\s+(?:for|donors|to\s+(?:donors|allies|partners|the\s+world)"
    r"|[A-Z]\w+(?:\s+[A-Z]\w+)*\s+for|\w+\s+to\s+raise|to\s+raise)\b"
    r"|(?:need|want|demand|request)(?:s|ed)?\s+(?:more|help|aid|money|weapons|(?:a\s+|an\s+|at least\s+"
    r"|about\s+)?[$€£\d]))"
)
# "Haiti appeal passes half-way mark", "Jordan donor conference"; a place of meeting is not meant.
_MET_FOR: Final = re.compile(
    r"(?:['’]s?)?\s+(?:[a-z]+\s+){0,2}?(?:appeal|(?:donors?['’]?|pledging|support|aid|solidarity"
    r"|recovery|reconstruction|humanitarian)\s+(?:conference|meeting|forum|round\s?table)"
    r"|response\s+plan)\b(?!\s+(?:for|on|to|about|of|in favour)\b)",
    re.IGNORECASE,
)
# "Tuvalu and Wallis to get cable": a headline's taker
_GETS: Final = re.compile(
    r"(?:,?\s+and\s+[A-Z]\w+)?\s+(?:(?:is|are)\s+to\s+|to\s+|will\s+)?(?:gets?|receives?|draw)\s+"
    r"(?:[a-z]+\s+){0,3}(?:[$€£¥\d]|[A-Z]{1,3}[$€£¥]|help|aid|money|cash|funds|funding|loans?|grants?|support|relief"
    r"|cable|weapons|arms|jets|doses|vaccines|pledges|promises|billions?|millions?|donations?|boats|vans|trucks|food|rice|boost|lifeline)\b"
)
_ITS_FAVOUR: Final = re.compile(r"['’]s?\s+(?:favou?r|benefit|behalf)\b")
# "the fund had collected pledges of $8m", "Gavi books $9bn": bodies that others fill.
_COLLECTS: Final = re.compile(
    r"(?:\s+(?:has|had|have|so far|already|now|itself))*\s+(?:collect|rais|secur|book|harvest|attract|gather"
    r"|garner|mobili[sz]|bagg?)(?:ed|es|e|s)\s+(?:(?:about|some|over|nearly|almost|just|more|less|than|only|new|fresh|another|pledges|of|promises"
    r"|commitments|worth|up|to|a|total)\s+)*(?:[A-Z]{0,3}[$€£¥]|[A-Z]{2,3}\s?\d|\d|pledges|promises|commitments)"
)
# "the replenishment of the fund", "partners of the facility met"
_OF: Final = r"(?:\s+(?:of|for))?" + _THE
_OF_IT: Final = r"(?:\s+of|\s+to|['’]s?)" + _OF
_FILLED: Final = LeadIns(
    {
        "replenishment recapitalisation recapitalization": _OF,
        "donors partners contributors backers members friends investors conference": _OF_IT,
    }
)
_IS_FILLED: Final = re.compile(
    r"(?:['’]s?)?\s+(?:\w+\s+)?(?:replenishment|pledging|financing\s+(?:conference|summit)|donors?)\b"
)
# "Sweden's support to Yemen", "thanked Japan", "the ambassador of Peru": who gives.
_ITS_GIFT: Final = re.compile(
    r"(?:['’]s?)?\s+(?:[\w-]+\s+){0,3}?(?:aid|support|assistance|help|contributions?|donations?|grants?|loans?|gifts?|backing|funding)"
    r"\s+(?:to|for|in|towards)\s",
)
_THANKED: Final = LeadIns(
    {
        "thank thanks thanked thanking thankful gratitude grateful appreciation ambassador "
        "embassy": r"\s+(?:(?:to|for|of|government|people|the|both)\s+)*"
    }
)
_LABEL: Final = re.compile(r"\s*:\s")
# A line of a list of givers: "Norway: 30bn kroner", no heading.
_GIVES: Final = re.compile(
    r"\s*:\s+(?:(?:up to|about|some|over|nearly|another|at least|an?)\s+)?(?:[A-Z]{0,3}\s?[$€£¥]"
    r"|[A-Z]{2,3}\s?\d|\d|zero|nothing|no\b)"
)
# "Sudan: $2bn raised in Paris" is none.
_RAISED: Final = re.compile(
    r"\s*:[^\n:]{0,20}?\d[\d.,]*\s?[a-z]{0,8}\s+(?:in\s+[a-z]+\s+)?"
    r"(?:raised|pledged|promised|collected|secured|needed|committed|sought)\b"
)
# Bodies that live on what others give.
FUND: Final = re.compile(
    r"(?<!Monetary )Fund\b(?! Foundation)|FUND\b|Facility\b|Gavi|UNRWA|Initiative"
    r"|Development Association|World "
    r"Food|UNICEF|Refugee|COVAX|CEPI|Red Cross|Cannot Wait|UNFPA|Partnership|OCHA|Appeal\b"
)
# An alliance of givers: what goes "to NATO" is spent at home.
NEVER: Final = frozenset({"Q7184", "x:nato-europe", "x:nato-europe-canada", "x:donors"})
_UN: Final = "Q1065"  # it passes on and reports; those that it names get
ENDS: Final = frozenset({"x:developing", "x:africa", "x:pacific-islands"})
# "East Africa: Uganda gets help": where a headline's news is from
_REGIONS: Final = frozenset(
    {
        "Africa",
        "East Africa",
        "West Africa",
        "Central Africa",
        "southern Africa",
        "Latin America",
        "Central America",
        "Central Asia",
        "Southeast Asia",
    }
)
_HEADLINE: Final = 250  # characters in which the headline and the first words stand
_VOTES_MIN: Final = 2
_NAMED_MIN: Final = 3
_STATE_NAMED_MIN: Final = 2


def likely_takers(article: PledgeArticle) -> list[Actor]:
    """Give the actors that the article is about helping, the likeliest first; those hardly named left out."""
    votes: Counter[str] = Counter()
    actors: dict[str, Actor] = {}
    everyone = article.takers_in(0, len(article.text))
    for nominal in everyone:
        if nominal.person or nominal.actor.id in NEVER or nominal.actor.id == _UN:
            continue
        actors.setdefault(nominal.actor.name, nominal.actor)
        votes[nominal.actor.name] += _vote(article, nominal)
    if any(votes[name] and actors[name].id in article.aided for name in votes):
        votes.update({actor.name: -votes[actor.name] for actor in article.dealing})
    for pact in article.pacts:
        actors.setdefault(pact.taker.name, pact.taker)
        actors.setdefault(pact.giver.name, pact.giver)
        votes[pact.taker.name] += 3 if pact.span[0] < _HEADLINE else 2
        votes[pact.giver.name] = 0
    title = article.text.find("\n") if "\n" in article.text[:_HEADLINE] else 0
    for name in {n.actor.name for n in article.takers_in(0, title)}:
        votes[name] += bool(votes[name])  # between two, the headline decides
    filled = {n.actor.name for n in everyone if votes[n.actor.name] and _is_filled(article.words, n)}
    first = {n.actor.name: -n.span[0] for n in reversed(everyone)}
    ranked = sorted(votes, key=lambda name: (votes[name], first[name]), reverse=True)
    seen = Counter(n.actor.name for n in everyone)
    takers = [
        actors[name]
        for name in ranked
        if votes[name] >= _VOTES_MIN
        and (seen[name] > 1 or -first[name] < _HEADLINE or name in filled or AND in name)
    ]
    likeliest = takers[0].name if takers else ""  # with another country, where both get together
    takers.sort(key=lambda taker: not (AND in taker.name and likeliest in taker.name.split(AND)))
    # A fund for the poor is who gets the money; the poor are what it is for.
    funds = [taker for taker in takers if FUND.search(taker.name)]
    return [*funds, *(t for t in takers if t not in funds)] if takers and takers[0].id in ENDS else takers


def _vote(article: PledgeArticle, nominal: Nominal) -> int:
    """Give how strongly the words around ``nominal`` speak for it; what stands early counts more."""
    before = _before(article.words, nominal.span[0])
    vote = _spoken_for(article, nominal, before)
    return 0 if vote and _gives(article.text, nominal, before) else vote


def _spoken_for(article: PledgeArticle, nominal: Nominal, before: Before) -> int:
    text, (start, end) = article.text, nominal.span
    early = start < _HEADLINE
    low = max(_begins(article, start), start - NEAR) if before else start
    fund = nominal.actor.level == "organisation" and FUND.search(nominal.actor.name)
    lives = (2 if early else 1) if fund else 0
    told = led_to(text, nominal, low, [lead for lead in before if lead[0] >= low])
    if told or _helped(text, nominal):
        return lives + (3 if early else 2)
    if _is_filled(article.words, nominal):
        return lives + 3
    label = _LABEL.match(text, end) and _opens(text, start)
    if label and (not _GIVES.match(text, end) or _RAISED.match(text, end)):
        return lives + (1 if nominal.actor.name in _REGIONS else 3)
    return lives + (2 if early else 1) if _concerned(text, nominal, before) else lives


def _before(words: Words, at: int) -> list[tuple[int, str]]:
    """Give the words before ``at`` that may lead to it."""
    return [lead for lead in words.within(at - NEAR, at) if lead[1] in _LEADS]


def _begins(article: PledgeArticle, at: int) -> int:
    """Give where the sentence at ``at`` begins: a headline above it says nothing of its names."""
    index = bisect_right(article.sentences, (at, len(article.text))) - 1
    return article.sentences[index][0] if index >= 0 else 0


def _helped(text: str, nominal: Nominal) -> bool:
    end = nominal.span[1]
    if _STRUCK.match(text, end) or _ITS_FAVOUR.match(text, end):
        return True
    if _MET_FOR.match(text, end) and nominal.actor.as_printed in (None, nominal.actor.name):
        return True
    return not nominal.adjective and bool(_ASKS.match(text, end) or _GETS.match(text, end))


def _is_filled(words: Words, nominal: Nominal) -> bool:
    """Tell a body that others fill: its replenishment, its donors, what it has raised."""
    text, (start, end) = words.text, nominal.span
    if nominal.actor.level != "organisation":
        return False
    if _COLLECTS.match(text, end) or _IS_FILLED.match(text, end):
        return True
    return _FILLED.lead(text, _before(words, start), start)


def _gives(text: str, nominal: Nominal, before: Before) -> bool:
    """Tell a country by whose gift it is named, or who is thanked."""
    start, end = nominal.span
    if nominal.actor.level != "country":
        return False
    return bool(_ITS_GIFT.match(text, end)) or _THANKED.lead(text, before, start)


def _concerned(text: str, nominal: Nominal, before: Before) -> bool:
    start, end = nominal.span
    if _THEIRS.match(text, end) or (_FORCES.match(text, end) and not _SENDS.match(text, end)):
        return True
    if nominal.actor.id is None and _is_restored(text, start, end, before):
        return True
    return _CONCERNS.lead(text, before, start)


# "a fire at Holm Abbey", "Holm Abbey's restoration": no country, no body that the tables hold
_RESTORED: Final = LeadIns(
    {
        "fire blaze restoration renovation repair repairs reconstruction rebuilding donations pledges "
        "gifts": r"\s(?:at|of|in|to|for|towards)\s(?:the\s)?"
    }
)
_RESTORED_BEHIND: Final = re.compile(
    r"(?:['’]s?)?\s(?:fire|blaze|restoration|renovation|repairs|reconstruction|rebuilding|donations)\b"
)


_LEADS: Final = LEADS.union(*(each.words for each in (_CONCERNS, _FILLED, _THANKED, _RESTORED)))


def _is_restored(text: str, start: int, end: int, before: Before) -> bool:
    return _RESTORED.lead(text, before, start) or bool(_RESTORED_BEHIND.match(text, end))


def often_named(article: PledgeArticle, givers: Iterable[str]) -> Actor | None:
    """Give the actor that the article names most and that gives nothing, None where none stands out."""
    counts = Counter(n.actor.name for n in article.nominals if n.actor.id not in NEVER)
    actors = {n.actor.name: n.actor for n in article.nominals}
    for name in (
        *givers,
        *(a.name for a in actors.values() if a.level == "country" and a.id not in article.aided),
    ):
        counts.pop(name, None)  # whom nobody has to help may still be spoken of
    name, count = max(counts.items(), key=lambda item: item[1], default=("", 0))
    needed = _STATE_NAMED_MIN if name and actors[name].level == "country" else _NAMED_MIN
    return actors[name] if count >= needed else None


def _opens(text: str, at: int) -> bool:
    return not text[text.rfind("\n", 0, at) + 1 : at].strip()
