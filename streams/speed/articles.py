"""Articles for the bench: the project's own samples with varied figures, names and ids.

Each generated article is a sample in which countries and surnames have changed places and
figures have changed digits, so that slots, claims and texts differ as they do in a real stream.
The same seed gives the same articles.
"""

import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from models.messages import Article
from models.reference import SEEDS, ActorSeed, load_reference
from streams.articles.reader import read_article
from streams.articles.sources import inputs

MIXED_EVERY: Final = 10  # of a mixed stream one article in ten holds pledges
_FIGURE: Final = re.compile(r"(?<![\w.,])([1-9])(\d{0,2})((?:[.,]\d{1,3})*)(?=[ %]|bn|m\b)")
_SURNAME: Final = re.compile(
    r"\b([A-Z][a-z]{2,15}) ([A-Z][a-zà-ÿ]{3,20}(?:-[A-Z][a-z]{3,15})?)\b(?=,| said| told| added)"
)
_SYLLABLES: Final = (
    "ber",
    "dal",
    "fen",
    "gar",
    "hol",
    "kir",
    "lun",
    "mar",
    "nor",
    "ost",
    "ral",
    "sten",
    "tor",
    "vik",
)


def samples(folder: Path) -> list[Article]:
    """Read the articles of a folder below ``seeds/``."""
    return [read_article(given) for given in inputs([str(folder)])]


def generate(count: int, *, dense: bool, seed: int = 1) -> Iterator[Article]:
    """Give ``count`` articles: all of them with pledges when ``dense``, else one in ten."""
    wires, plain = samples(SEEDS / "wires"), samples(SEEDS / "plain")
    countries = [a for a in load_reference().actor if a.level == "country" and a.demonyms]
    for number in range(count):
        rng = random.Random(seed * 1_000_003 + number)  # noqa: S311  (variety, not secrecy)
        pledging = dense or number % MIXED_EVERY == 0
        yield vary(rng.choice(wires if pledging else plain), countries, rng, number)


def vary(sample: Article, countries: Sequence[ActorSeed], rng: random.Random, number: int) -> Article:
    """Give the sample with other countries, surnames and figures, as a story of its own."""
    text = _FIGURE.sub(lambda match: _figure(match, rng), sample.text)
    names = _exchange(countries, rng) | _surnames(text, rng)
    present = [name for name in names if name in text]
    if present:
        longest_first = sorted(present, key=len, reverse=True)
        pattern = re.compile(r"\b(" + "|".join(map(re.escape, longest_first)) + r")\b")
        text = pattern.sub(lambda match: names[match[0]], text)
    varied = replace(
        sample, id="", story_id="", guid=f"bench-{number}", url=None, text=text, received_at=None
    )
    return varied.identified()


def _exchange(countries: Sequence[ActorSeed], rng: random.Random) -> dict[str, str]:
    shuffled = rng.sample(list(countries), len(countries))
    names = {old.name: new.name for old, new in zip(countries, shuffled, strict=True)}
    demonyms = {old.demonyms[0]: new.demonyms[0] for old, new in zip(countries, shuffled, strict=True)}
    return names | demonyms


def _surnames(text: str, rng: random.Random) -> dict[str, str]:
    found = {match[2] for match in _SURNAME.finditer(text)}
    return {name: "".join(rng.choices(_SYLLABLES, k=3)).capitalize() for name in sorted(found)}


def _figure(match: re.Match[str], rng: random.Random) -> str:
    if len(match[1] + match[2]) == 4 or match[0] in {"1", "2"}:  # years and small counts stay
        return match[0]
    tail = "".join(str(rng.randrange(10)) if c.isdigit() else c for c in match[2] + match[3])
    return str(rng.randrange(1, 10)) + tail
