"""Who gives: a governed quantity in, the pledger out.

The constructions that name a giver are tried in order of trust: lists, the verb's own
subject or agent, possessives; then whom the speaker speaks for, and who was spoken of.
"""

import re
from collections.abc import Callable, Sequence
from typing import Final

from msgspec.structs import replace

from models.messages import Span
from streams.claims.components.giving import grammar
from streams.claims.components.giving.article import Nominal, PledgeArticle
from streams.claims.components.giving.clauses import Governed
from streams.claims.components.giving.context import DONORS, Context, Giver
from streams.claims.components.giving.cues import PledgeCue
from streams.claims.components.giving.givers import (
    antecedents,
    beside,
    bringing,
    doing,
    fronts,
    gathering,
    owners,
    paired,
    partners,
    rows,
    schemes,
    totals,
    unknown,
)
from streams.claims.components.giving.subjects import helpers_from, subjects
from streams.claims.components.giving.sums import parts, taken_apart
from streams.claims.components.text.keyed import Keyed
from streams.claims.components.text.phrases import any_of

Step = Callable[[PledgeArticle, Governed, Span, Context], Giver | None]
_NAME_MAX: Final = 40
_DEFENCE: Final = re.compile(
    r"\b(?:defen[cs]e|military|armed forces|army|air force|navy|bundeswehr|arms)\b", re.IGNORECASE
)
# "Norway's lower house passed": an organ of the subject stands before its verb
_ORGAN: Final = re.compile(
    r"(?:['’]s?)?\s+(?:(?:lower|upper|coalition|federal)\s+)?"
    r"(?:house|parliament|government|cabinet|lawmakers|senate|chamber|congress|coalition)\b"
)
# "pledged by lenders and other countries"
_BY_MANY: Final = re.compile(
    r"\s+by\s+(?!(?:an?|one|two|three)\b)(?:[a-z]+\s+){0,4}?"
    r"(?:countries|governments|institutions|lenders|creditors|states|nations|organi[sz]ations|partners)\b"
)
_AND: Final = frozenset({"and", "and then", "and also", "and will"})
_REACHES: Final = frozenset({"arrive", "come", "land", "flow", "reach"})
_CONTRAST: Final = re.compile(r"\b(?:while|whereas|but|although|though)\s+$", re.IGNORECASE)
_DONOR_MONEY: Final = re.compile(
    r"\bdonors?['’]?\s+(?:contributions|pledges|money|funding|commitments)\b", re.IGNORECASE
)
_PRIVATE: Final = frozenset({"pledge", "commit", "give", "allocate"})
# What the place of a figure tells, in order of trust
_BESIDE: Final[tuple[Step, ...]] = (
    totals.total,
    grammar.agent_behind,
    paired.respectively,
    rows.figure_first,
    beside.listed,
    fronts.fronted,
    bringing.bringer,
    doing.keeps,
    taken_apart.of_whole,
    beside.part,
    doing.explained,
    beside.restated,
    parts.part_told,
)
# and where no verb will name who gives
_BESIDE_ALONE: Final[tuple[Step, ...]] = (
    *_BESIDE,
    totals.event,
    beside.also,
    beside.in_entry,
    owners.owner,
    beside.sent,
    doing.did,
    parts.of_package,
)


class Givers:
    """Finds pledgers."""

    def __init__(self, selves: Sequence[str]) -> None:
        self._self = re.compile(rf"(?<![\w’'-]){any_of(selves)}(?![\w’'])", re.IGNORECASE)
        self._self_ends = frozenset(phrase.lower().split()[-1] for phrase in selves)
        self._steps: tuple[Step, ...] = (
            owners.owner,
            partners.giver,
            grammar.addressed,
            totals.event,
            gathering.gathered,
            self._by_verb,
            grammar.owned,
            unknown.behind,
            owners.within,
            grammar.tagged,
            schemes.scheme_of,
            partners.debtor,
            _of_organ,
            self._spoken_for,
            parts.of_package,
        )

    def find(
        self, article: PledgeArticle, governed: Governed, sentence: Span, context: Context
    ) -> Giver | None:
        """Give the pledger of ``governed``; ``context`` is what the article said before."""
        for step in self._steps:
            giver = step(article, governed, sentence, context)
            if giver is not None:
                return giver
        return None

    @staticmethod
    def beside(
        article: PledgeArticle, governed: Governed, sentence: Span, context: Context, *, verb: bool
    ) -> Giver | None:
        """Give the pledger whom the figure's place names; ``verb``: a verb will name one otherwise."""
        for step in _BESIDE if verb else _BESIDE_ALONE:
            giver = step(article, governed, sentence, context)
            if giver is not None:
                elsewhere = parts.comes_from(article, governed, sentence, context) if giver.follows else None
                return replace(elsewhere or giver, beside=True)
        return None

    def _by_verb(
        self, article: PledgeArticle, governed: Governed, sentence: Span, context: Context
    ) -> Giver | None:
        cue, frame = governed.cue, governed.frame
        if cue is None:
            return None
        if cue.group in ("come", "receive"):
            found = self._from(article, governed, cue, sentence)
            if found is None and cue.group == "come":
                found = grammar.fronted(article, grammar.FROM_FRONT, sentence, cue.span[0])
            if found is None and self._for_taker(article, governed, sentence, context):
                found = Giver(DONORS, grammar.quantity_span(governed), firm=False)
            return found
        if frame.passive or (not governed.before and cue.form == "past" and not frame.perfect):
            behind = (grammar.quantity_span(governed)[1], governed.own[1])  # "$5m by Peru, $4m by Chile"
            agent = grammar.after(article, grammar.BY, *behind) if governed.before else None
            end = grammar.up_to_part(article, governed, sentence)
            agent = agent or grammar.after(article, grammar.BY, cue.span[1], end)
            if agent is None and cue.group == "commit":
                agent = grammar.after(article, grammar.PARTNER, cue.span[1], sentence[1])
            agent = agent or unknown.unknown_behind(
                article, "by", behind[0] if governed.before else cue.span[1], sentence[1]
            )
            agent = agent or grammar.fronted(article, grammar.BY_FRONT, sentence, cue.span[0])
            if agent is None and governed.before and self._for_taker(article, governed, sentence, context):
                return Giver(DONORS, grammar.quantity_span(governed), firm=False)
            if agent is None and _BY_MANY.match(article.text, cue.span[1]):
                return Giver(DONORS, grammar.quantity_span(governed))
            if agent or frame.passive or cue.span[0] - grammar.quantity_span(governed)[1] <= 1:
                return agent or grammar.tagged(article, governed, sentence, context)
        return self._subject(article, governed, sentence, context)

    @staticmethod
    def _from(article: PledgeArticle, governed: Governed, cue: PledgeCue, sentence: Span) -> Giver | None:
        """Take "From Japan comes a grant", then the nearest "from" behind the figure, then any."""
        for nominal in article.nominals_in(max(sentence[0], cue.span[0] - _NAME_MAX), cue.span[0]):
            opens = article.text[sentence[0] : nominal.span[0]].strip().lower() in ("from", "from the")
            if opens and not article.text[nominal.span[1] : cue.span[0]].strip():
                return grammar.as_giver(nominal)
        own = (grammar.quantity_span(governed)[1], governed.own[1])
        near = grammar.after(article, grammar.FROM, *own) if governed.before else None
        near = near or unknown.unknown_behind(article, "from", max(cue.span[1], own[0]), own[1])
        return near or grammar.after(article, grammar.FROM, cue.span[1], sentence[1])

    @staticmethod
    def _for_taker(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> bool:
        """Tell a fund that gets or is promised money of givers without a name."""
        cue = governed.cue
        if cue is None or cue.group == "come" or not context.pledging or not governed.before:
            return False
        nearest = subjects(article, governed, sentence, cue.span[0])
        taker = nearest[-1].actor if nearest else None
        if taker is None or taker.level != "organisation" or " from " in article.text[slice(*governed.own)]:
            return False
        return taker.name == context.taker_name or taker.name in context.words.reporting

    def _subject(
        self, article: PledgeArticle, governed: Governed, sentence: Span, context: Context
    ) -> Giver | None:
        """Walk back from the verb to the nearest nominal that can be its subject."""
        cue = governed.cue
        assert cue is not None
        at = cue.span[0]
        if at < governed.own[0] and (second := unknown.second(article, governed, sentence, context)):
            return second
        by_person = cue.group in _PRIVATE or (cue.group == "spend" and governed.frame.future)
        candidates = [
            n
            for n in subjects(article, governed, _stretch(article, governed, sentence), at)
            if by_person or n.actor.level != "person"
        ]
        if candidates and article.text[candidates[-1].span[1] : at].strip().lower() in _AND:
            candidates = candidates[:1]  # "will do as Germany does and send": the first subject goes on
        last = candidates[-1] if candidates else None
        strange = unknown.unknown_subject(article, sentence, at)
        named = max((subject.span[0] for subject in (strange, last) if subject is not None), default=-1)
        pronoun = self._last_self(article, sentence[0], at)
        if pronoun is not None and pronoun.start() > named:
            meant = antecedents.resolved(article, sentence, pronoun, context)
            return meant if by_person or meant is None or meant.actor.level != "person" else None
        if strange is not None and (last is None or strange.span[0] >= last.span[1]):
            return strange
        if last is not None and _plainly(article, governed, last, cue):  # even if others help it, too
            return grammar.respective(article, governed, sentence, candidates)
        given = [n for n in candidates if n.actor.name != context.taker_name]
        if not given:
            organ = _ORGAN_OPENS.match(article.text, *sentence)
            return antecedents.resolved(article, sentence, organ, context) if organ else None
        return grammar.respective(article, governed, sentence, given)

    def _last_self(self, article: PledgeArticle, start: int, end: int) -> re.Match[str] | None:
        """Give the last "it", "we" or "the government" within ``start``..``end``, past who only speaks."""
        if not article.words.stands(self._self_ends, start, end):
            return None
        found = self._self.finditer(article.text, start, end)
        spoken = [self_ for self_ in found if not grammar.speaks_aside(article.text, self_.start())]
        return spoken[-1] if spoken else None

    def _spoken_for(
        self, article: PledgeArticle, governed: Governed, sentence: Span, context: Context
    ) -> Giver | None:
        """Fall back on all givers together, on whom the speaker speaks for, on who gave before."""
        span, cue = grammar.quantity_span(governed), governed.cue
        own = article.text[slice(*governed.own)]
        if context.heading is not None and context.heading.name != context.taker_name:
            return Giver(context.heading, span)
        agentless = cue is None or governed.frame.passive or not governed.before or cue.lemma in _REACHES
        everybody = context.words.total.search(own) or _DONOR_MONEY.search(own)
        if agentless and context.pledging and (everybody or totals.pledged_there(article.text, governed)):
            return Giver(DONORS, span, firm=False)
        gathered = agentless and cue is not None and cue.lemma in gathering.GATHERS
        if gathered and (context.pledging or (context.taker and context.taker.level == "organisation")):
            return Giver(DONORS, span, firm=False)
        speaker = grammar.speaker_org(article, span[0], context)
        if speaker is not None:
            return speaker
        promised = gathering.PLEDGES.search(own) or (cue is not None and cue.group in ("pledge", "commit"))
        if agentless and context.pledging and promised:
            alone = len(context.givers) == 1 and context.last is not None
            return Giver(context.last if alone and context.last else DONORS, span, firm=False)
        return self._any(article, governed, sentence, context, agentless=agentless)

    def _any(
        self, article: PledgeArticle, governed: Governed, sentence: Span, context: Context, *, agentless: bool
    ) -> Giver | None:
        """Take the sentence's first subject, or for a sentence without one who gave before."""
        span, cue = grammar.quantity_span(governed), governed.cue
        active = cue is not None and governed.before and not governed.frame.passive and cue.lemma in _HANDING
        end = cue.span[0] if cue is not None and active else span[0]
        found = subjects(article, governed, _stretch(article, governed, sentence), end)
        others = [n for n in found if n.actor.name != context.taker_name and n.actor.level != "person"]
        gets = cue is not None and cue.group == "receive" and governed.before and context.pledging
        if gets and context.last is None:
            return Giver(DONORS, span, firm=False)
        if others and not gets:
            return Giver(others[0].actor, others[0].span, others[0].person, firm=False)
        bare = (
            cue is not None
            and not found
            and (cue.form in ("base", "ing") or self._thing(article, cue, sentence))
        )
        if context.last is not None and (agentless or bare or (cue and cue.group in ("receive", "come"))):
            return Giver(context.last, span, firm=False)
        return _unsaid(article, governed, sentence, context)

    @staticmethod
    def _thing(article: PledgeArticle, cue: PledgeCue, sentence: Span) -> bool:
        """Tell a verb whose subject is the money itself: "the financing goes up to €5bn"."""
        return bool(_THING.search(article.text, sentence[0], cue.span[0]))


def _unsaid(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:
    """Take whom the sentences before are about for what "is set aside", "will be sent", by nobody named."""
    cue = governed.cue
    if cue is None or not governed.frame.passive or cue.group not in ("allocate", "give"):
        return None
    if article.text.startswith(" by ", cue.span[1]):
        return None  # "given by the Government": somebody is named, but not whose
    before = antecedents.antecedent(article, sentence, context)
    return Giver(before.actor, before.span, firm=False) if before else None


# "Ministers confirmed", "Govt sets aside": whose, the page tells
_ORGAN_OPENS: Final = re.compile(
    r"[\W\d]{0,6}(?:Federal |State |Central |Junior )?(?:Government|Govt|Gov['’]t|Cabinet|Ministry"
    r"|[Mm]inisters?|Parliament|Lawmakers|MPs|Senate)\b(?!\s+(?:of|for)\b)"
)


def _of_organ(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:
    """Take whose government's plan it is that a sum goes to somebody."""
    cue = governed.cue
    if cue is None or (governed.before and not governed.frame.passive):
        return None
    organ = _ORGANS.search(article.words, sentence[0], governed.own[1])
    return antecedents.resolved(article, sentence, organ, context) if organ else None


# "under the government's plan €1bn goes to": whose, the page tells
_ORGANS: Final = Keyed(
    "government coalition cabinet ministry parliament treasury",
    r"\b(?:the|its)\s+(?:[a-z]+\s+)?(?:government|coalition|cabinet|ministry|parliament|treasury)(?=['’]s?\s)",
    re.IGNORECASE,
)
# "will hand the Red Cross a grant": who stands behind the verb gets.
_HANDING: Final = frozenset({"hand", "give", "grant", "offer", "award", "lend", "promise", "send", "pay"})
_THING: Final = re.compile(
    r"\b(?:financing|funding|total|sum|package|money|aid|support|programme|program|plan|amount|frame"
    r"|budget|figure|"
    r"contribution|pledge|loan|grant|assistance|deal|agreement|accord|pact|tranche|instalment|installment)\b(?:\s+\w+){0,8}\s*$",
    re.IGNORECASE,
)


def _plainly(article: PledgeArticle, governed: Governed, subject: Nominal, cue: PledgeCue) -> bool:
    """Tell a subject right before its verb: the grammar leaves no doubt."""
    if cue.group == "pledge":
        return cue.span[0] - subject.span[1] < 30
    own = governed.mention.quantity.kind == "gdp_share" or bool(
        _DEFENCE.search(article.text, *governed.clause)
    )
    if not (cue.group in _PRIVATE or (cue.group == "spend" and own)):
        return False
    organ = _ORGAN.match(article.text, subject.span[1], cue.span[0])
    end = organ.end() if organ else subject.span[1]
    return helpers_from(article.words, end, cue.span[0]) == end


def _stretch(article: PledgeArticle, governed: Governed, sentence: Span) -> Span:
    """Give where the subject may stand: "Mexico gave $20m, while the city of Ghent put down €50,000"."""
    start = governed.clause[0]
    contrast = _CONTRAST.search(article.text, max(0, start - 12), start)
    return (start, sentence[1]) if contrast else sentence
