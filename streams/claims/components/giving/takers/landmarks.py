"""Who gets, known without a name: a text's words and its known actors in, further nominals out.

"The Kingdom" is a country of that kind which the text names, "the Herat quake" struck the
country that Herat lies in, and "the Lobwe Corridor" gets what is given to it. None of them
gives: the nominals made here are for who gets.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

from msgspec import Struct

from models.messages import Actor
from models.reference import Reference
from streams.claims.components.actors import Places
from streams.claims.components.giving.article import Nominal, PledgeArticle
from streams.claims.components.giving.takers.firms import FirmFinder
from streams.claims.components.giving.takers.homes import PageHomes
from streams.claims.components.giving.takers.restored import restored
from streams.claims.components.giving.takers.works import WorkFinder
from streams.claims.components.text.lead_ins import LeadIns
from streams.claims.components.text.words import Words as TextWords
from streams.claims.lexicon import LexiconError, Words, load_table

_OPENING: Final = 300  # characters in which the headline and the dateline stand
_NEAR: Final = 400  # characters from a country to what it is called next
_FOUND_MAX: Final = 200  # a bound of the work on a huge text
_KIND_OF: Final = re.compile(r"\s+(?:of|in|and|or)\b")
_DISASTER_BEHIND: Final = re.compile(
    r"(?:['’]s?)?\s+(?:[a-z]+\s+)?(?:(?:earth)?quakes?|floods?|flooding|cyclone|hurricane|typhoon|tsunami"
    r"|landslides?|wildfires?|blast|explosion|eruption|famine|drought|victims|survivors)\b"
)
_DISASTER_BEFORE: Final = LeadIns(
    {
        "quake quakes earthquake earthquakes flood floods flooding cyclone hurricane typhoon tsunami "
        "landslide landslides wildfire wildfires blast explosion eruption famine drought victims survivors "
        "hit struck flattened devastated destroyed battered shook": (
            r"\s(?:(?:in|near|around|off|outside|of|that|parts|much|half)\s){0,3}"
        )
    }
)


class Kind(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What some countries are called: ``alone`` ("kingdom"), or ``words`` before a noun ("island nation")."""

    alone: Words
    words: Words
    countries: Words


class Landmarks(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table ``landmarks.toml``; its parts are explained there."""

    works: Words
    schemes: Words
    no_names: Words
    trades: Words
    nouns: Words
    aided: Words
    kind: tuple[Kind, ...]
    places: dict[str, Words]


class _Place(NamedTuple):
    text: str
    at: int  # where the word that it is found by stands in it
    country: Actor
    struck: bool  # counts only beside the words of a disaster


class LandmarkFinder:
    """Finds kinds, places and works. Made once for a process."""

    def __init__(self, table: Landmarks, actors: Mapping[str, Actor], capitals: Mapping[str, Actor]) -> None:
        """Take the ``table``, the countries by name and the country of each capital.

        Raises LexiconError for a country that ``actors`` does not hold.
        """
        self._capitals = capitals
        self._places: dict[str, list[_Place]] = {}
        for name, country, struck in _placed(table, actors, capitals):
            at, word = _telling(name)
            self._places.setdefault(word, []).append(_Place(name, at, country, struck))
        for places in self._places.values():
            places.sort(key=lambda place: -len(place.text))
        self._place_words = frozenset(self._places)
        self._kinds = [
            (frozenset(k.alone), tuple(map(_padded, k.words)), _ids(k.countries, actors)) for k in table.kind
        ]
        self._helped = frozenset[str]().union(_ids(table.places, actors), *(ids for _, _, ids in self._kinds))
        self._nouns = frozenset(table.nouns)
        self._heads = self._nouns.union(*(alone for alone, _, _ in self._kinds))
        self._firms = FirmFinder(table.trades)
        self._works = WorkFinder(table.works, table.schemes, table.no_names)

    def find(self, article: PledgeArticle) -> list[Nominal]:
        """Give what can only get, in order, apart from the nominals that the article has."""
        words, taken = article.words, article.nominals
        found = [n for n in self._struck(words) if not _over(taken, n)]
        named = [n for n in taken if n.actor.level == "country"]  # "the Faroe Islands"
        found += [n for n in self._called(article) if not _over(named, n)]
        found += [n for n in self._works.find(words, taken) if not _over(found, n)]
        found += self._firms.find(words, taken)
        found += restored(words, [*taken, *found, *article.people])
        return sorted(found, key=lambda nominal: nominal.span)

    def home(self, text: str) -> Actor | None:
        """Give the country whose capital dates the report ("ATHENS, May 2 -"), None where none does."""
        for line in islice(_DATELINE.finditer(text, 0, _OPENING), 8):
            name = line[1] if line[1] in self._capitals else line[1].title()
            if name in self._capitals and name not in _SEATS:
                return self._capitals[name]
        return None

    def _struck(self, words: TextWords) -> Iterator[Nominal]:
        text = words.text
        for at, word in words.among(self._place_words)[:_FOUND_MAX]:
            for place in self._places[word]:
                start = at - place.at
                end = start + len(place.text)
                if text[max(0, start) : end] != place.text or text[end : end + 1].isalnum():
                    continue
                if not place.struck or _beside_disaster(words, start, end):
                    yield Nominal((start, end), place.country)
                break

    def _called(self, article: PledgeArticle) -> Iterator[Nominal]:
        """Give "the Kingdom", "the small island nation" as the country that it stands for."""
        words, text = article.words, article.words.text
        for at, word in words.among(self._heads)[:_FOUND_MAX]:
            end = at + len(word)
            lead = _THE.search(text, max(0, at - 50), at)
            if lead is None or text[end : end + 1].isalnum() or _KIND_OF.match(text, end):
                continue
            ids = self._fitting(word, lead[1])
            country = _meant(article, ids, at, self._capitals) if ids else None
            if word in _PLAIN and not lead[1] and article.home and article.home.id in self._helped:
                country = article.home  # "MASERU - Japan will help the country"
            if country is not None:
                yield Nominal((lead.start(), end), country)

    def _fitting(self, noun: str, before: str) -> frozenset[str]:
        """Give the ids of all countries of that kind, none where the words tell of no kind."""
        padded, found = _padded(before), []
        plural = noun.endswith("s") and before.strip()  # "the outer islands" are no country's name
        for alone, adjectives, ids in self._kinds:
            if (noun in alone and not plural) or (before and any(word in padded for word in adjectives)):
                found.append(ids)
        return frozenset.intersection(*found) if found else frozenset()


_PLAIN: Final = frozenset({"country", "nation"})
_SEATS: Final = frozenset({"Brussels"})  # of a bloc, whose news is not the country's


def load_landmarks(lexicon: Path, reference: Reference) -> LandmarkFinder:
    """Read ``landmarks.toml`` below ``lexicon``; the countries and their capitals are those of ``reference``.

    Raises LexiconError for a table that cannot be used.
    """
    states = [seed for seed in reference.actor if seed.level == "country"]
    actors = {seed.name: Actor(id=seed.id, name=seed.name, level=seed.level) for seed in states}
    places = frozenset(load_table(lexicon / "places.toml", Places).places)
    capitals = {a: actors[seed.name] for seed in states for a in seed.aliases if a in places}
    return LandmarkFinder(load_table(lexicon / "landmarks.toml", Landmarks), actors, capitals)


_THE: Final = re.compile(r"\b[Tt]he\s+((?:[A-Za-z-]+\s+){0,4})$")
_DATELINE: Final = re.compile(
    r"^[ \t]*([A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,2})"
    r"(?:,[^\n(.—–-]{0,30}|\s+\d{1,2}\s[A-Z]\w+)?\s*(?:\([^()\n]{2,30}\)\s*)?\s?(?:[—–:]|\.?-{1,2}\s)",
    re.MULTILINE,
)


def _meant(
    article: PledgeArticle, ids: frozenset[str], at: int, capitals: Mapping[str, Actor]
) -> Actor | None:
    """Give the country of ``ids`` whose capital opens the article, else the last before, else the first."""
    opening = article.text[:_OPENING]
    for found in _CAPITAL.finditer(opening):
        country = capitals.get(found[0]) or capitals.get(found[0].title())
        if country is not None and country.id in ids:
            return country
    named = [n for n in article.nominals if n.actor.id in ids]
    before = [n for n in named if at - _NEAR <= n.span[0] < at]
    return before[-1].actor if before else named[0].actor if named else None


_CAPITAL: Final = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?")


def _beside_disaster(words: TextWords, start: int, end: int) -> bool:
    behind = _DISASTER_BEHIND.match(words.text, end)
    return bool(behind) or _DISASTER_BEFORE.lead(words.text, words.within(start - 60, start), start)


def _over(nominals: Sequence[Nominal], one: Nominal) -> bool:
    """Tell a nominal that touches one of those in order."""
    at = bisect_left(nominals, one.span, key=lambda n: n.span)
    near = nominals[max(0, at - 2) : at + 2]
    return any(n.span[0] < one.span[1] and one.span[0] < n.span[1] for n in near)


def load_homes(lexicon: Path, reference: Reference) -> PageHomes:
    """Read the countries that mostly get from ``landmarks.toml`` below ``lexicon``.

    Raises LexiconError for a table that cannot be used.
    """
    states = [seed for seed in reference.actor if seed.level == "country"]
    actors = {seed.name: Actor(id=seed.id, name=seed.name, level=seed.level) for seed in states}
    aided = [_country(name, actors) for name in load_table(lexicon / "landmarks.toml", Landmarks).aided]
    places = frozenset(load_table(lexicon / "places.toml", Places).places)
    names = {
        name: actors[s.name]
        for s in states
        for name in (s.name, *s.demonyms, *places.intersection(s.aliases))
    }
    return PageHomes(aided, names, {s.id: s.currency for s in states if s.currency})


def _placed(
    table: Landmarks, actors: Mapping[str, Actor], capitals: Mapping[str, Actor]
) -> Iterator[tuple[str, Actor, bool]]:
    for country, places in table.places.items():
        for place in places:
            yield place, _country(country, actors), False
    listed = {place for places in table.places.values() for place in places}
    for capital, actor in capitals.items():
        if capital not in listed and capital[:1].isupper():
            yield capital, actor, True


def _ids(countries: Iterable[str], actors: Mapping[str, Actor]) -> frozenset[str]:
    return frozenset(_country(name, actors).id or "" for name in countries)


def _country(name: str, actors: Mapping[str, Actor]) -> Actor:
    if name not in actors:
        raise LexiconError(f"landmarks.toml: no country is named {name!r} in the reference data")
    return actors[name]


def _telling(name: str) -> tuple[int, str]:
    """Give the longest word of a ``name`` in lower case, and where it stands: "hague" of "The Hague"."""
    words = re.finditer(r"[^\W_]+", name)
    word = max(words, key=lambda word: len(word[0]), default=None)
    return (word.start(), word[0].lower()) if word else (0, "")


def _padded(words: str) -> str:
    """Give ``words`` in lower case between blanks, so that one is found in them as a whole."""
    return f" {words.lower().replace('-', ' ')} "
