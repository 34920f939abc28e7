"""Articles for the bench: the project's own samples with varied names, figures, dates and ids.

In each generated article countries, blocs and organisations have changed places with others of
their kind, people have other surnames, figures other digits. As on a wire, a story is told more
than once: some tellings repeat the first one's figures, some change them. The same seed gives
the same articles.
"""

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from models.messages import Article
from models.reference import SEEDS, ActorSeed, load_reference
from streams.articles.reader import read_article
from streams.articles.sources import inputs
from streams.claims.pipeline import Extractor

MIXED_EVERY: Final = 10  # of a mixed stream one article in ten holds pledges
STORIES: Final = SEEDS / "stories"
TELLINGS: Final = 3  # of one story, by several publishers
_PUBLISHERS: Final = 40
_DAYS: Final = 900  # stories lie within so many days before the sample's
_FIGURE: Final = re.compile(r"(?<![\w.,])([1-9])(\d{0,2})((?:[.,]\d{1,3})*)(?=[ %]|bn|m\b)")
_SYLLABLES: Final = (
    "ber", "dal", "fen", "gar", "hol", "kir", "lun", "mar", "nor", "ost", "ral", "sten", "tor", "vik",
)  # fmt: skip
_WORDS: Final = (
    "advertising", "applause", "arm", "audit", "basket", "batteries", "bench", "benches", "boots",
    "bread", "bridge", "brush", "budget", "bus", "chair", "children", "clinics", "contracts", "costs",
    "crew", "dictionaries", "dogs", "door", "doses", "drainage", "economy", "election", "emergencies",
    "figures", "floor", "footnote", "fraction", "furniture", "goats", "grateful", "harvest", "home",
    "joke", "journey", "lamp", "language", "largest", "launcher", "letters", "list", "lorries", "map",
    "minutes", "money", "months", "morning", "mountain", "nights", "noise", "number", "opinion",
    "order", "parcel", "patience", "people", "photograph", "photographs", "plain", "pledges", "power",
    "promise", "promises", "question", "reason", "refrigerator", "river", "road", "roof", "room",
    "schools", "sentence", "sight", "sparrow", "spring", "story", "sympathy", "systems", "table",
    "task", "tents", "time", "tired", "trust", "vaccines", "water", "weather", "window", "winter",
    "words", "work", "year", "years",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample article and the surnames of the people in it."""

    article: Article
    surnames: tuple[str, ...]


def generate(count: int, *, dense: bool, seed: int = 1, samples: Path = STORIES) -> Iterator[Article]:
    """Give ``count`` articles: all of them with pledges when ``dense``, else one in ten.

    ``samples`` is a folder of articles with pledges; the others are of ``seeds/plain``.
    """
    extractor = Extractor.from_seeds()
    stories, plain = _samples(samples, extractor), _samples(SEEDS / "plain", extractor)
    actors = load_reference().actor
    for number in range(count):
        pledging = dense or number % MIXED_EVERY == 0
        story = random.Random(seed * 1_000_003 + number // TELLINGS)  # noqa: S311  (variety, not secrecy)
        telling = random.Random(seed * 1_000_033 + number)  # noqa: S311
        sample = story.choice(stories if pledging else plain)
        names = exchange(actors, story) | _other_surnames(sample.surnames, story) | _other_words(story)
        yield _tell(sample.article, names, story, telling, f"{seed}-{number}")


def exchange(actors: Sequence[ActorSeed], rng: random.Random) -> dict[str, str]:
    """Give for each actor's name and demonym that of another actor of its kind."""
    names: dict[str, str] = {}
    for level in ("country", "bloc", "organisation", "company"):
        kind = [actor for actor in actors if actor.level == level and (actor.demonyms or level != "country")]
        for old, new in zip(kind, rng.sample(kind, len(kind)), strict=True):
            names[old.name] = new.name
            if old.demonyms and new.demonyms:
                names[old.demonyms[0]] = new.demonyms[0]
            names |= dict.fromkeys((alias for alias in old.aliases if len(alias) > 2), new.name)
    return names


def _other_words(rng: random.Random) -> dict[str, str]:
    """Give each of some common words another of them, so that quotes differ from story to story."""
    return dict(zip(_WORDS, rng.sample(_WORDS, len(_WORDS)), strict=True))


def _samples(folder: Path, extractor: Extractor) -> list[Sample]:
    articles = [read_article(given) for given in inputs([str(folder)])]
    return [Sample(article, _surnames(article, extractor)) for article in articles]


def _surnames(article: Article, extractor: Extractor) -> tuple[str, ...]:
    people = extractor.annotate(article)._.people
    return tuple(sorted({mention.person.name.split()[-1] for mention in people}))


def _other_surnames(surnames: Sequence[str], rng: random.Random) -> dict[str, str]:
    return {name: "".join(rng.choices(_SYLLABLES, k=3)).capitalize() for name in surnames}


def _tell(
    sample: Article, names: Mapping[str, str], story: random.Random, telling: random.Random, guid: str
) -> Article:
    figures = random.Random(story.random())  # noqa: S311  (the same for every telling of the story)
    shift = timedelta(days=story.randrange(_DAYS))
    if telling.random() < 1 / TELLINGS:
        figures = telling
    text = _renamed(_FIGURE.sub(lambda match: _figure(match, figures), sample.text), names)
    published = sample.published_at
    if published:
        published = (date.fromisoformat(published[:10]) - shift).isoformat() + published[10:]
    return replace(
        sample, id="", story_id="", guid=f"bench-{guid}", url=None, text=text, received_at=None,
        published_at=published, publisher=f"Outlet {telling.randrange(_PUBLISHERS)}", wire_credit=None,
    ).identified()  # fmt: skip


def _renamed(text: str, names: Mapping[str, str]) -> str:
    present = sorted((name for name in names if name in text), key=len, reverse=True)
    if not present:
        return text
    pattern = re.compile(r"\b(" + "|".join(map(re.escape, present)) + r")\b")
    return pattern.sub(lambda match: names[match[0]], text)


def _figure(match: re.Match[str], rng: random.Random) -> str:
    if len(match[1] + match[2]) == 4 or match[0] in {"1", "2"}:  # years and small counts stay
        return match[0]
    tail = "".join(str(rng.randrange(10)) if c.isdigit() else c for c in match[2] + match[3])
    return str(rng.randrange(1, 10)) + tail
