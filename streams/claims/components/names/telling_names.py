"""The names that tell one event from another: an article's names in, a sketch of them out.

Villages, halls, funds and people that no table lists: two reports that share some of them are of
one event. What the tables know (states, big bodies, leaders, listed towns, goods), words of posts
and of organisations, first names and the article's own house stand in reports of any event.
"""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Final

from models.name_sketch import sketch_names
from models.reference import Reference
from streams.claims.components.giving.takers.landmarks import Landmarks
from streams.claims.components.names.article_names import ArticleNames
from streams.claims.components.names.spelling import fold
from streams.claims.components.posts.parties import Cover
from streams.claims.components.posts.role_words import Vocabulary
from streams.claims.lexicon import Names, load_table
from streams.claims.vocabulary import load_units

_LETTERS: Final = 4  # of a name; shorter words in capitals are mostly currencies and agencies
_OPENING: Final = frozenset('.!?:;\n“”"‘«»—–|•(')  # marks behind which any word has a capital
_ENDS: Final = frozenset(".!?…”\"')")  # marks that end a paragraph, not a headline


class TellingNames:
    """Knows the words that tell nothing. Made once for a process."""

    def __init__(self, reference: Reference, vocabulary: Vocabulary, names: Names, lexicon: Path) -> None:
        """Take what is listed: ``reference`` data, words of posts and names, and tables below ``lexicon``.

        Raises LexiconError for a table that cannot be used.
        """
        self._people = frozenset(_folded(n for seed in reference.person for n in (seed.name, *seed.aliases)))
        listed = _listed(reference, lexicon)
        self._common = frozenset(_folded([*listed, *_words(vocabulary), *names.female, *names.male]))

    def sketch(self, names: ArticleNames, printed: AbstractSet[str], house: str) -> str:
        """Sketch an article's names; ``printed`` are its words, ``house`` is its publisher and site."""
        found: dict[str, bool] = {}
        house = house.casefold()
        for name, person in self._last_words(names):
            if name not in printed and name not in house:
                found[name] = found.get(name, False) or person
        return sketch_names(found)

    def _last_words(self, names: ArticleNames) -> Iterator[tuple[str, bool]]:
        """Give the last telling word of each run of capitals ("Rif" of "Rif Province"), and if a person's."""
        common, people, covered = self._common, self._people, names.covered
        roles = Cover([phrase.span for phrase in names.phrases])
        heading = _heading_end(names.text)
        for run in names.runs:
            for word in reversed(run):
                key, start = word.key, word.start
                if key in common or len(key) < _LETTERS or not _is_name(word.text):
                    continue
                if roles.holds((start, word.end)):
                    continue
                # "Jonas Gahr Støre" is listed, and "Gahr" is no name of its own.
                if key not in people and (start in covered or not _opens(names.text, start, heading)):
                    yield key, start in covered
                break


def _opens(text: str, start: int, heading: int) -> bool:
    """Say whether a word may owe its capital to its place: in a headline, or at a sentence's start."""
    return start < heading or text[max(0, start - 3) : start].rstrip(" \u00a0")[-1:] in _OPENING


def _is_name(word: str) -> bool:
    """Tell a word of letters with a capital, hyphens and apostrophes apart."""
    letters = word.isalpha() or word.replace("-", "").replace("'", "").replace("’", "").isalpha()
    return letters and word[0].isupper()


def _heading_end(text: str) -> int:
    """Give where the first line ends, if it is a headline: it has more lines below and no full stop."""
    end = text.find("\n")
    return end if end > 0 and text[end - 1] not in _ENDS else 0


def _listed(reference: Reference, lexicon: Path) -> Iterator[str]:
    for actor in reference.actor:
        yield from (actor.name, *actor.aliases, *actor.demonyms)
    for house in reference.house:
        yield from (house.name, *house.titles)
    for event in reference.event:
        yield from (event.name, event.place)
    for places in load_table(lexicon / "landmarks.toml", Landmarks).places.values():
        yield from places
    for goods in load_units(lexicon).units.values():
        yield from goods
        yield from (thing.removesuffix("s") for thing in goods)


def _words(vocabulary: Vocabulary) -> Iterator[str]:
    for words in (
        vocabulary.function_words,
        vocabulary.organisation_words,
        vocabulary.titles,
        vocabulary.offices,
        vocabulary.modifiers,
        vocabulary.bodies,
    ):
        yield from words


def _folded(names: Iterable[str]) -> Iterator[str]:
    """Give the words of names as they are compared."""
    for name in names:
        for word in name.split():
            yield fold(word)
