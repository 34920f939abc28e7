"""One article as the pledge rules see it: its text with what earlier components noted, indexed.

In: a Doc. Out: nominals (who may give or get), quotations and reported clauses by place.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Final, NamedTuple

from msgspec import Struct
from msgspec.structs import replace
from spacy.tokens import Doc

from models.messages import Actor, Span, Speaker
from streams.claims.annotations import (
    ActorMention,
    PeriodMention,
    PersonMention,
    QuantityMention,
    Quotation,
    ReportedSpeech,
)
from streams.claims.capitals import compile_names
from streams.claims.components.giving.context import DONORS
from streams.claims.components.giving.givers.groups import groups, private_groups
from streams.claims.components.giving.givers.private import private_givers
from streams.claims.components.text.words import Words, words_of

# Behind a demonym these make it the actor itself: "the Danish government", "Dutch Prime Minister".
_OFFICE: Final = re.compile(
    r"(?:\s+[\w’'-]+){0,3}?\s+(?:government|govt|minister|ministry|president|chancellor|parliament"
    r"|cabinet|premier|aircraft|planes?|ships?|vessels?|navy|rescuers|rescue\s+teams?|firefighters|convoys?|"
    r"officials?|authorities|leaders?|king|prince|army|military|senate|congress|lawmakers|MPs"
    r"|administration|state|"
    r"foundation|agency|treasury|secretary|taxpayers?|embassy|ambassador|envoy|people|side|bank"
    r"|delegation|hosts?|diplomats?|negotiators?)s?\b",
    re.IGNORECASE,
)


_FIRM: Final = (
    r"giant|firm|company|group|bank|insurer|lender|retailer|carrier|airline|manufacturer|producer|developer"
    r"|conglomerate|start-?up|charity|foundation|operator|utility"
)
# "the US drugmaker Pfizer", "Chinese telecoms giant Huawei": where the firm is from
_FIRM_BEHIND: Final = compile_names(
    rf"\s+(?:[a-z][a-z-]*\s+){{0,2}}?[a-z-]*(?:maker|{_FIRM}|billionaire|philanthropist|tycoon|magnate)"
    r"\s+(?=[A-Z])"
)
# "Hagel Group, Norway's second-largest insurer,": where the firm before it is from
_KIND_OF_FIRM: Final = re.compile(
    rf"['’]s?\s+(?:[\w’'-]+\s+){{0,4}}?(?:[a-z-]*maker|{_FIRM}|exporter|brewer"
    r"|chain|publisher|supplier|builder|miner|refiner|shipper|employer|taxpayer|newspaper|broadcaster|union|club)[,)]"
    r"|['’]s?\s+(?:[\w-]+-)?(?:largest|biggest|oldest|leading|top|richest)\b[^,.;()]{0,40}[,)]"
)
# "MANILA, April 10 (Meridian) - The fund": where it was written, not who acts
_DATELINE: Final = compile_names(
    r"(?:,\s+(?:[A-Z][\w.]+\s+\d{1,2}|\d{1,2}\s+[A-Z]\w+|[A-Z]\w+))?(?:,?\s+\d{4})?\s*(?:\([^()\n]{2,30}\)\s*)?[-–—]{1,2}\s"
    r"(?!\s*(?:[a-z]+\s+)?(?:[A-Z]{0,3}[$€£¥]|[A-Z]{0,3}\s?\d|Rs\b))"
)
_WORD: Final = re.compile(r"[^\W_]")
_THE: Final = re.compile(r"\b[Tt]he\s+$")


# "the Dutch are to send": a demonym for those who act.
_ACTS: Final = re.compile(
    r"\s+(?:are|were|will|would|have|had|gave|give|sent|send|pledged|promised|said|say|also|plan|want"
    r"|agreed|offered|intend|put|with|who|too|themselves|did|do|added|add|brought|bring|paid|pay|could|can)\b"
)
# "Ukraine's Western allies", "the members of the Contact Group": whose they are is told
_COMMON: Final = frozenset({"allies", "members", "member states", "member countries", "partners"})
_ANOTHERS: Final = re.compile(r"(?<!NATO)(?<!lliance)['’]s?\s+(?:\w+\s+){0,2}$")
_OF_ANOTHER: Final = re.compile(r"\s+of\s+(?!(?:the\s+)?(?:NATO|Nato|[Aa]lliance|North)\b)")


_SPAN: Final = attrgetter("span")
NO_ORGANS: Final[Mapping[str, Actor]] = {}
_SENTENCE_MAX: Final = 1500  # characters
_REACH: Final = 1500  # characters between a figure and the words that report it


class Nominal(Struct, frozen=True):
    """Words at ``span`` that name an actor, or a person who acts for one (``person``)."""

    span: Span
    actor: Actor
    adjective: bool = False
    person: bool = False


class Pact(NamedTuple):
    """A pact of two states in the sentence ``span``: who gives, who gets."""

    span: Span
    giver: Actor
    taker: Actor


@dataclass(slots=True)
class PledgeArticle:
    """What the rules look up; spans are offsets into ``text``."""

    text: str
    words: Words
    sentences: Sequence[Span]
    nominals: list[Nominal]
    quantities: Sequence[QuantityMention]
    quotations: Sequence[Quotation]
    reported: Sequence[ReportedSpeech]
    people: Sequence[PersonMention]
    periods: Sequence[PeriodMention] = ()
    published_at: str | None = None
    publisher: str | None = None
    things: Sequence[Nominal] = ()  # what can only get: people in need, causes, landmarks
    aided: AbstractSet[str | None] = frozenset()  # ids of the countries that mostly get
    home: Actor | None = None  # the country that the dateline is of
    pacts: Sequence[Pact] = ()
    organs: Mapping[str, Actor] = field(default_factory=dict)  # blocs by the names of their organs
    dealing: Sequence[Actor] = ()  # with whom a country in need has a deal
    _starts: list[int] = field(init=False)
    _quoted: list[int] = field(init=False)
    _cues: list[int] = field(init=False)
    _named: list[int] = field(init=False)
    _org_of: dict[str, Actor] = field(init=False)
    _actor_of: dict[str, Actor] = field(init=False)

    def __post_init__(self) -> None:
        self._quoted = [quotation.span[0] for quotation in self.quotations]
        self.reported = sorted(self.reported, key=lambda r: r.cue_span)
        self._cues = [reported.cue_span[0] for reported in self.reported]
        self._named = [mention.span[0] for mention in self.people]
        orgs = ((m.person.name, m.org) for m in reversed(self.people) if m.org is not None)
        self._org_of = {name: self.organs.get(org.name, org) for name, org in orgs}
        self._actor_of = {}
        for nominal in self.nominals:
            self._actor_of.setdefault(nominal.actor.name, nominal.actor)
        self._starts = [nominal.span[0] for nominal in self.nominals]

    def nominals_in(self, start: int, end: int) -> list[Nominal]:
        """Give the nominals that begin within ``start``..``end``, in order."""
        return self.nominals[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def takers_in(self, start: int, end: int) -> list[Nominal]:
        """Give the nominals that begin within ``start``..``end`` and may get, in order."""
        more = [thing for thing in self.things if start <= thing.span[0] < end]
        near = self.nominals_in(start, end)
        return sorted([*near, *more], key=lambda nominal: nominal.span) if more else near

    def add_things(self, things: Sequence[Nominal]) -> None:
        """Note what can only get; a name within a longer one is none ("the Caribbean nation")."""
        self.things = [*self.things, *things]
        longer = {at for n in things for at in range(*n.span)} if things else set()
        if longer:
            self.nominals = [n for n in self.nominals if n.span[0] not in longer]
            self._starts = [nominal.span[0] for nominal in self.nominals]

    def let_only_get(self, names: Iterable[str]) -> None:
        """Take the actors of these ``names`` for givers no more."""
        getting = frozenset(names)
        self.things = [*self.things, *(n for n in self.nominals if n.actor.name in getting)]
        self.nominals = [n for n in self.nominals if n.actor.name not in getting]
        self._starts = [nominal.span[0] for nominal in self.nominals]

    def heading(self, sentence: Span) -> Actor | None:
        """Give the actor whose name alone makes up ``sentence`` ("FRANCE"), as in a fact box."""
        start, end = sentence
        if end - start > 60:
            return None
        named = [n for n in self.nominals_in(start, end) if not n.adjective and not n.person]
        if len(named) != 1 or _is_place_of_report(self.text, named[0]):
            return None
        around = _THE.sub("", self.text[start : named[0].span[0]]) + self.text[named[0].span[1] : end]
        return None if _WORD.search(around) else named[0].actor

    def actors(self) -> Iterable[Actor]:
        """Give the actors of the article, each once, in the order in which they are first named."""
        return self._actor_of.values()

    def names(self, actor: Actor) -> bool:
        """Tell whether the article names ``actor``."""
        return actor.name in self._actor_of

    def quotation_at(self, at: int) -> Quotation | None:
        """Give the quotation (no mere term) around ``at``."""
        index = bisect_right(self._quoted, at) - 1
        if index < 0:
            return None
        quotation = self.quotations[index]
        return quotation if at < quotation.span[1] and not quotation.scare else None

    def reported_near(self, start: int, end: int) -> Sequence[ReportedSpeech]:
        """Give the reported clauses whose cues stand within reach of ``start``..``end``."""
        low = bisect_left(self._cues, start - _REACH)
        return self.reported[low : bisect_right(self._cues, end + _REACH)]

    def reported_in(self, start: int, end: int) -> Sequence[ReportedSpeech]:
        """Give the reported clauses whose cues begin within ``start``..``end``."""
        return self.reported[bisect_left(self._cues, start) : bisect_left(self._cues, end)]

    def people_near(self, start: int, end: int) -> Sequence[PersonMention]:
        """Give the people named within reach of ``start``..``end``."""
        low = bisect_left(self._named, start - _REACH)
        return self.people[low : bisect_right(self._named, end + _REACH)]

    def reported_at(self, at: int, *, named: bool = False) -> ReportedSpeech | None:
        """Give the shortest reported clause around ``at``; ``named``: by a person with a name."""
        around = [
            r
            for r in self.reported_near(at, at)
            if r.span[0] <= at < r.span[1] and (r.speaker.name or not named)
        ]
        return min(around, key=lambda r: r.span[1] - r.span[0], default=None)

    def org_of(self, speaker: Speaker | None) -> Actor | None:
        """Give the actor for whom ``speaker`` acts, as far as the article says."""
        if speaker is None:
            return None
        if speaker.name is not None and speaker.name in self._org_of:
            return self._org_of[speaker.name]
        return self._actor_of.get(speaker.org or "") or self.organs.get(speaker.org or "")


def pledge_article(
    doc: Doc,
    officials: frozenset[str] = frozenset(),
    needy: frozenset[str] = frozenset(),
    organs: Mapping[str, Actor] = NO_ORGANS,
) -> PledgeArticle:
    """Index ``doc`` for the rules; ``needy`` are the ids of actors that only get.

    ``organs`` gives the blocs by the names of their organs: what the Commission gives is the EU's.
    """
    words, notes = words_of(doc), doc._
    actors, people, quantities = notes.actors, notes.people, notes.quantities
    owns = private_givers(words, people, actors, officials)
    private = [
        Nominal(own.span, own.actor, person=own.person) for own in (*owns, *private_groups(words, actors))
    ]
    private.sort(key=_SPAN)
    nominals = sorted([*private, *_nominals(words, actors, people, private)], key=_SPAN)
    nominals = [_of_bloc(n, organs[n.actor.name]) if n.actor.name in organs else n for n in nominals]
    counted = {at for mention in quantities if mention.quantity.kind == "units" for at in _places(mention)}
    getting = [
        n for n in nominals if n.actor.id in needy or (n.span[0] in counted and n.actor.level != "company")
    ]
    return PledgeArticle(
        words.text,
        words,
        tuple(_bounded(notes.sentences)),
        [nominal for nominal in nominals if nominal not in getting],
        quantities,
        notes.quotations,
        notes.reported,
        people,
        notes.periods,
        notes.published_at,
        notes.publisher,
        getting,
        organs=organs,
    )


def _of_bloc(nominal: Nominal, bloc: Actor) -> Nominal:
    return replace(nominal, actor=replace(bloc, as_printed=nominal.actor.as_printed))


def _places(mention: QuantityMention) -> range:
    """Give the places of a figure: who is named within it gives nothing ("32 American jets")."""
    return range(*mention.quantity.span) if mention.quantity.span else range(0)


def _is_place_of_report(text: str, nominal: Nominal) -> bool:
    """Tell "LONDON" in a line of its own over a report."""
    start, end = nominal.span
    printed = text[start:end]
    capital = printed.isupper() and len(printed) > 3 and printed.casefold() != nominal.actor.name.casefold()
    return capital and start < _OPENING and nominal.actor.level == "country"


_OPENING: Final = 300  # characters in which a report says where it was written


def _bounded(sentences: Iterable[Span]) -> Iterator[Span]:
    """Cut sentences that no editor wrote, so that the work on each is bounded."""
    for sentence in sentences:
        if sentence[1] - sentence[0] <= _SENTENCE_MAX:
            yield sentence
            continue
        for at in range(*sentence, _SENTENCE_MAX):
            yield at, min(at + _SENTENCE_MAX, sentence[1])


def _nominals(
    words: Words, actors: Iterable[ActorMention], people: Iterable[PersonMention], private: Sequence[Nominal]
) -> list[Nominal]:
    """Give those of the actors, of people who act for one and of groups, without what ``private`` covers."""
    text, found = words.text, []
    taken = [nominal.span for nominal in private]
    for mention in actors:
        start, end = mention.span
        if taken and _overlaps(taken, mention.span):
            continue
        printed = text[start:end]
        if printed.isupper() and _DATELINE.match(text, end):
            continue
        if printed in _COMMON and (
            _OF_ANOTHER.match(text, end) or _ANOTHERS.search(text, max(0, start - 40), start)
        ):
            continue
        adjective = (mention.adjective and not _acts(text, start, end)) or _is_of_firm(text, start, end)
        found.append(Nominal(mention.span, mention.actor, adjective))
    found.extend(
        Nominal(person.span, person.org, person=True)
        for person in people
        if person.org is not None and person.org.id is not None and not _overlaps(taken, person.span)
    )
    found.extend(_groups(words, found))
    return found


def _is_of_firm(text: str, start: int, end: int) -> bool:
    """Tell where a firm is from: "the US drugmaker Pfizer", "Hagel Group, Norway's largest insurer,"."""
    aside = text[start - 2 : start] in (", ", " (") and text[end : end + 1] in ("'", "’")
    return bool(_FIRM_BEHIND.match(text, end) or (aside and _KIND_OF_FIRM.match(text, end)))


def _acts(text: str, start: int, end: int) -> bool:
    """Tell a demonym for those who act: "the Dutch are to send", "the Dutch minister"."""
    itself = text[max(0, start - 4) : start].lower() == "the " and _ACTS.match(text, end)
    return bool(itself or _OFFICE.match(text, end))


def _groups(words: Words, taken: Sequence[Nominal]) -> Iterator[Nominal]:
    """Give all givers together where only their kind and number name them."""
    owned = {nominal.span[1] + 1 for nominal in taken if nominal.actor.level == "country"}
    found = list(groups(words, owned))
    others = sorted(nominal.span for nominal in taken) if found else []
    for span in found:
        if not _overlaps(others, span):
            printed = words.text[slice(*span)]
            yield Nominal(span, Actor(id=DONORS.id, name=DONORS.name, level=DONORS.level, as_printed=printed))


def _overlaps(spans: Sequence[Span], span: Span) -> bool:
    at = bisect_left(spans, span)
    return any(a < span[1] and span[0] < b for a, b in spans[max(0, at - 2) : at + 2])
