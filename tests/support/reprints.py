"""Pairs of texts whose origin is known, made from the project's own articles.

In: a text and a seeded Random. Out: what other desks print of it. A reprint keeps most of the
words; an abridged one cuts, reorders and rewords until as little as three in ten of its runs
of three words stand in the source. Quotations are never reworded: no desk does that knowingly.
"""

import json
import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parent.parent.parent
PAGES: Final = ROOT / "tests" / "data" / "articles"
WIRES: Final = ROOT / "seeds" / "wires" / "wires.jsonl"
FOREIGN: Final = frozenset({"085", "086"})
LEAST_WORDS: Final = 60  # shorter texts are notes: nothing can be cut from them

_SENTENCE: Final = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])")
_TOKEN: Final = re.compile(r"[“\"][^”\"]*[”\"]|\w+(?:[-'’.,]\w+)*|\W")
_DATELINE: Final = re.compile(r"^[A-Z][A-Z .]+(?:, \w[\w .]*)? \([^)]{2,30}\) [-–—] ")
_REWORDED: Final = {
    "said": "stated", "told": "informed", "will": "is to", "would": "was to", "also": "further",
    "government": "cabinet", "country": "nation", "countries": "nations", "after": "following",
    "before": "ahead of", "more": "further", "which": "that", "new": "fresh", "first": "initial",
    "money": "funds", "help": "assist", "aid": "support", "give": "provide", "since": "from",
    "between": "among", "but": "however", "because": "as", "about": "some", "had": "has",
    "was": "has been", "were": "are", "last": "past", "against": "over", "year": "twelvemonth",
    "officials": "authorities", "meeting": "gathering", "announced": "made known", "plan": "scheme",
    "war": "conflict", "people": "persons", "next": "coming", "still": "yet", "while": "whereas",
    "to": "so as to", "with": "alongside", "for": "towards", "on": "this", "in": "within",
    "the": "its", "a": "one", "by": "through", "from": "out of", "that": "how",
}  # fmt: skip


class Story(NamedTuple):
    """A text with the name of the article that it is or was made of."""

    name: str
    text: str


def own_stories() -> list[Story]:
    """Give the project's own English articles, in order of name."""
    pages = sorted((PAGES / "pages").glob("*.txt"))
    stories = [Story(page.stem, _without_address(page.read_text())) for page in pages]
    wires = [json.loads(line) for line in WIRES.read_text().splitlines()]
    stories += [Story(f"wire-{n}", wire["text"]) for n, wire in enumerate(wires)]
    return [s for s in stories if s.name not in FOREIGN and len(s.text.split()) >= LEAST_WORDS]


def reprint(text: str, dice: Random) -> str:
    """Print a text as a paper does: own dateline and headline, a few words changed, the end cut."""
    sentences = _sentences(text)
    kept = sentences[: max(3, round(len(sentences) * dice.uniform(0.75, 1.0)))]
    if dice.random() < 0.5:
        kept[0] = _DATELINE.sub("", kept[0])
    return " ".join([_headline(dice), *(_reword(each, dice, 0.06) for each in kept)])


def abridge(text: str, dice: Random, *, rewording: float) -> str:
    """Cut a text to a third or two, in another order, with a share of the words reworded."""
    sentences = _sentences(text)
    count = max(3, round(len(sentences) * dice.uniform(0.35, 0.7)))
    kept = sorted(dice.sample(range(len(sentences)), min(count, len(sentences))))
    if dice.random() < 0.5:
        dice.shuffle(kept)
    return " ".join([_headline(dice), *(_reword(sentences[n], dice, rewording) for n in kept)])


def excerpt(text: str, dice: Random) -> str:
    """Leave sentences out and reword nothing: another length of one report."""
    sentences = _sentences(text)
    kept = dice.sample(range(len(sentences)), max(3, round(len(sentences) * dice.uniform(0.6, 1.0))))
    return " ".join(sentences[n] for n in sorted(kept))


def independent_pairs() -> list[tuple[str, str]]:
    """Give the names of articles that tell of one event and were written apart."""
    relations = json.loads((PAGES / "relations.json").read_text())
    copied = {tuple(sorted(pair)) for pair in relations["near_duplicates"]}
    told = [pair[:2] for pair in relations["same_pledge"]]
    told += [conflict["pages"] for conflict in relations["conflicts"]]
    events: list[set[str]] = []
    for pages in map(set, told):
        joined = [event for event in events if event & pages]
        events = [event for event in events if not event & pages] + [pages.union(*joined)]
    pairs = (pair for event in events for pair in combinations(sorted(event - FOREIGN), 2))
    return sorted(pair for pair in pairs if pair not in copied)


def shared_runs(one: str, other: str) -> float:
    """Give the share of the shorter text's runs of three words that stand in the other, counted whole."""
    a, b = set(_runs(one)), set(_runs(other))
    return len(a & b) / min(len(a), len(b))


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return zip(words, words[1:], words[2:], strict=False)


def _without_address(page: str) -> str:
    return page.partition("\n")[2] if page.startswith("URL:") else page


def _sentences(text: str) -> list[str]:
    return [part for line in text.splitlines() for part in _SENTENCE.split(line.strip()) if part]


def _headline(dice: Random) -> str:
    words = ("Donors", "Brief", "World", "From the wires", "Today", "Abroad", "In short", "Update")
    return f"{dice.choice(words)}: {dice.choice(words).lower()} {dice.randrange(1000)}."


def _reword(sentence: str, dice: Random, share: float) -> str:
    """Put other words for some of those that stand outside quotation marks, or leave them out."""
    tokens: Sequence[str] = _TOKEN.findall(sentence)
    return "".join(_other(token, dice) if dice.random() < share else token for token in tokens)


def _other(token: str, dice: Random) -> str:
    if not token[0].isalpha() or token[0].isupper():
        return token
    return _REWORDED.get(token, "" if dice.random() < 0.5 else f"rather {token}")
