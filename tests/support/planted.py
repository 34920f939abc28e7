"""Articles with planted truths: what was pledged is known, so that the ledger can be counted against it.

Each plot has a giver and a receiver of its own, so that its slot holds what the plot tells and
nothing else. Reports differ as reports do: reprints carry a wire credit and a body that is cut
here and there, independent ones tell the same in words of their own. The same seed gives the
same articles.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import permutations
from typing import Any, Final

from msgspec.structs import replace

from models.identities import slug
from models.messages import Article
from models.reference import load_reference

# One way for each independent report of a plot; {g} gives {m} to {r}.
WAYS: Final = (
    "{g} will give {r} {m} for schools and roads, its foreign ministry said on {d}.",
    "The government of {g} has pledged {m} to {r}, an official told journalists late on {d}.",
    "{r} is to receive {m} from {g} under a plan made public on {d}.",
    "{g} promised {m} in aid to {r} after long talks that ended on {d}.",
    "A package of {m} for {r} was announced by {g} when ministers met on {d}.",
    "{g} plans to provide {r} with {m}, according to a letter seen on {d}.",
)
RAISED: Final = (
    "{g} has raised its pledge to {r} to {m}, its foreign ministry said on {d}.",
    "{g} increased its aid for {r} to {m}, officials told journalists on {d}.",
)
_NAMES: Final = ("Harbour", "Meridian", "Northern", "Plainfield", "Delta", "Coastal", "Summit", "Lantern")
_KINDS: Final = ("Post", "Gazette", "Courier", "Ledger", "Herald", "Observer")
PUBLISHERS: Final = tuple(f"{name} {kind}" for kind in _KINDS for name in _NAMES)
_WORDS: Final = [
    "harvest",
    "bridge",
    "clinic",
    "letter",
    "winter",
    "teacher",
    "garden",
    "mirror",
    "engine",
    "ribbon",
    "candle",
    "market",
    "island",
    "kettle",
    "forest",
    "violin",
    "carpet",
    "ladder",
    "window",
    "basket",
    "orchard",
    "meadow",
    "lantern",
    "pillow",
    "saddle",
    "thunder",
    "copper",
    "velvet",
    "marble",
    "cotton",
    "silver",
    "walnut",
    "pepper",
    "ginger",
    "saffron",
    "barley",
    "timber",
    "gravel",
    "cavern",
    "harbour",
]
_LINKS: Final = [
    "the",
    "a",
    "of",
    "and",
    "beside",
    "under",
    "near",
    "while",
    "behind",
    "without",
    "because",
    "where",
    "is",
    "was",
    "has",
    "waited",
    "slept",
    "turned",
    "stood",
]


@dataclass
class Told:
    """What the ledger must say of one slot."""

    plot: str
    pledges: list[tuple[float, int, int]] = field(default_factory=list)  # value, articles, origins
    open_conflicts: int = 0
    entries: dict[str, int] = field(default_factory=dict)  # of operations that do not depend on arrival


@dataclass
class Planted:
    """Articles and, by slot, the truth that was planted in them."""

    articles: list[Article] = field(default_factory=list)
    truth: dict[str, Told] = field(default_factory=dict)


def plant(count: int, seed: int = 1) -> Planted:
    """Plant at least ``count`` articles."""
    rng, planted = random.Random(seed), Planted()
    pairs = _pairs(rng)
    while len(planted.articles) < count:
        giver, receiver = next(pairs)
        plot = Plot(giver, receiver, rng, len(planted.truth))
        name, tell = PLOTS[len(planted.truth) % len(PLOTS)]
        planted.truth[f"pledge:{slug(giver)}:{slug(receiver)}"] = told = Told(name)
        tell(plot, told)
        planted.articles += plot.articles
    return planted


def _pairs(rng: random.Random) -> Iterator[tuple[str, str]]:
    names = [actor.name for actor in load_reference().actor if actor.level == "country"]
    pairs = list(permutations(names, 2))
    rng.shuffle(pairs)
    return iter(pairs)


class Plot:
    """One pledge as it is told; every method adds articles."""

    def __init__(self, giver: str, receiver: str, rng: random.Random, number: int) -> None:
        self.giver, self.receiver, self.rng, self.number = giver, receiver, rng, number
        self.day = date(2022, 1, 3) + timedelta(days=rng.randrange(800))
        self.amount = rng.randrange(11, 99)
        self.other = self.amount + self.amount // 3
        self.articles: list[Article] = []
        self.publishers = iter(rng.sample(PUBLISHERS, len(PUBLISHERS)))
        self.ways = iter(rng.sample(WAYS, len(WAYS)))

    def report(self, amount: int, *, after: int = 0, way: str | None = None, **fields: Any) -> Article:
        """Tell of ``amount`` million euros in words of one's own, so many days after the first."""
        day = self.day + timedelta(days=after)
        sentence = (way or next(self.ways)).format(
            g=self.giver, r=self.receiver, m=f"{amount} million euros", d=day.strftime("%A")
        )
        text = "\n\n".join([sentence, *(self.filler() for _ in range(4))])
        values: dict[str, Any] = {
            "guid": f"{self.number}-{len(self.articles)}",
            "publisher": next(self.publishers),
            "published_at": f"{day}T{self.rng.randrange(6, 22):02d}:00:00Z",
            "title": f"News of {day}",
        }
        return self.add(Article(text=text, **(values | fields)))

    def reprint(self, of: Article) -> Article:
        """Print a report again, with a wire credit and without one of its paragraphs."""
        lines = of.text.split("\n\n")
        del lines[self.rng.randrange(1, len(lines))]
        fields = {
            "guid": f"{self.number}-{len(self.articles)}", "publisher": next(self.publishers),
            "wire_credit": of.publisher, "text": "\n\n".join(lines), "id": "", "story_id": "",
        }  # fmt: skip
        return self.add(replace(of, **fields))

    def version(self, of: Article, text: str, **fields: Any) -> Article:
        """Give the next version of a story."""
        return self.add(replace(of, text=text, version=of.version + 1, id="", **fields))

    def independents(self, amount: int, count: int) -> list[Article]:
        """Tell of ``amount`` in as many articles, each in its own words."""
        return [self.report(amount) for _ in range(count)]

    def reprints(self, of: Article, most: int) -> int:
        """Print a report again in some other papers; gives in how many."""
        count = self.rng.randrange(most + 1)
        for _ in range(count):
            self.reprint(of)
        return count

    def add(self, article: Article) -> Article:
        self.articles.append(article.identified())
        return self.articles[-1]

    def filler(self) -> str:
        """Give a paragraph that says nothing; no two share more than a run of three words by chance."""
        words = [self.rng.choice(_LINKS if n % 3 == 1 else _WORDS) for n in range(40)]
        half = f"{' '.join(words[:20])}. {' '.join(words[20:]).capitalize()}."
        return f"{half[0].upper()}{half[1:]}"


def _plain(plot: Plot, told: Told) -> None:
    first, *others = plot.independents(plot.amount, plot.rng.randrange(1, 5))
    reprints = plot.reprints(first, 4)
    told.pledges = [(plot.amount * 1e6, 1 + len(others) + reprints, 1 + len(others))]


def _mutated(plot: Plot, told: Told) -> None:
    plot.independents(plot.amount, 2)
    plot.report(plot.other)
    told.pledges = [(plot.amount * 1e6, 2, 2), (plot.other * 1e6, 1, 1)]
    told.open_conflicts = 1


def _mended(plot: Plot, told: Told) -> None:
    plot.independents(plot.amount, 2)
    wrong = plot.report(plot.other)
    plot.version(wrong, wrong.text.replace(f"{plot.other} million", f"{plot.amount} million"))
    told.pledges = [(plot.amount * 1e6, 3, 3)]


def _killed(plot: Plot, told: Told) -> None:
    plot.independents(plot.amount, 2)
    wrong = plot.report(plot.other)
    plot.version(wrong, "KILL. Editors: this story is withdrawn.", status="canceled")
    told.pledges = [(plot.amount * 1e6, 2, 2)]
    told.entries = {"source_retracted": 1}


def _updated(plot: Plot, told: Told) -> None:
    plot.independents(plot.amount, 2)
    for way in RAISED:
        plot.report(plot.other, after=90, way=way)
    told.pledges = [(plot.amount * 1e6, 2, 2), (plot.other * 1e6, 2, 2)]
    told.entries = {"increase": 2}


def _taken_back(plot: Plot, told: Told) -> None:
    first = plot.report(plot.amount)
    plot.version(first, "KILL. Editors: this story is withdrawn.", status="canceled")
    told.entries = {"source_retracted": 1}


def _held_back(plot: Plot, told: Told) -> None:
    plot.report(plot.amount, status="withheld")
    released = plot.report(plot.amount, status="withheld")
    plot.add(replace(released, status="usable"))
    told.pledges = [(plot.amount * 1e6, 1, 1)]


def _rewritten(plot: Plot, told: Told) -> None:
    first = plot.report(plot.amount)
    second = plot.version(first, first.text + "\n\n" + plot.filler())
    plot.version(second, "\n\n".join([*second.text.split("\n\n")[:3], plot.filler()]))
    told.pledges = [(plot.amount * 1e6, 1, 1)]


def _corrected(plot: Plot, told: Told) -> None:
    first = plot.report(plot.other)
    right = first.text.replace(f"{plot.other} million", f"{plot.amount} million")
    notice = f"(This story corrects the sum to {plot.amount} million euros, not {plot.other} million euros)"
    plot.version(first, f"{right}\n\n{notice}")
    plot.report(plot.amount)
    told.pledges = [(plot.amount * 1e6, 2, 2)]


def _two_years(plot: Plot, told: Told) -> None:
    for after in (0, 366):
        year = (plot.day + timedelta(days=after)).year
        way = f"{{g}} will give {{r}} {{m}} in {year}, its foreign ministry said on {{d}}."
        plot.report(plot.amount, after=after, way=way)
    told.pledges = [(plot.amount * 1e6, 1, 1)] * 2


PLOTS: Final[Sequence[tuple[str, Callable[[Plot, Told], None]]]] = tuple(
    (tell.__name__.strip("_"), tell)
    for tell in (
        _plain, _mutated, _mended, _killed, _updated, _taken_back, _held_back, _rewritten, _corrected,
        _two_years,
    )
)  # fmt: skip
