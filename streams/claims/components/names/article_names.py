"""The names of one article: where words of names stand and whose they are.

ArticleNames holds the runs of capitalised words by offset, the actors over them and the
mentions of people found so far; it reads a name that begins or ends at an offset.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from models.messages import Actor, Span
from streams.claims.annotations import ActorMention
from streams.claims.components.names.roster import Individual, KnownPeople, Roster
from streams.claims.components.names.spelling import COLOURS, Run, Word, governed
from streams.claims.components.posts.role_words import Vocabulary
from streams.claims.components.posts.roles import RolePhrase
from streams.claims.components.text.words import Words

NAME_WORDS_MAX: Final = 5
# Letters that stand behind a name: "Ann Berg MP", "Ravi Lal KC".
LETTERS_BEHIND: Final = frozenset(["MP", "MEP", "MSP", "MLA", "TD", "KC", "QC", "OBE", "CBE", "MBE", "PhD"])
_ACRONYM_MAX: Final = 4  # letters in capitals that alone are no name
_SENTENCE_MAX: Final = 400  # characters
_LEADING_PARTICLES: Final = frozenset(["de", "van", "von", "di", "da", "al", "el"])


class ArticleNames:
    """What is known of an article's names while it is read."""

    def __init__(
        self,
        words: Words,
        runs: list[Run],
        actors: Sequence[ActorMention],
        phrases: list[RolePhrase],
        sources: "Sources",
    ) -> None:
        self.words = words
        self.text = words.text
        self.runs = runs
        self.phrases = phrases
        self.vocabulary = sources.vocabulary
        self.known = sources.known
        self.roster = Roster(
            sources.known, frozenset(mention.actor.id for mention in actors if mention.actor.id)
        )
        self.found: dict[int, tuple[Span, Individual]] = {}  # by the start of the name
        self.covered: set[int] = set()  # starts of the words that are part of a found name
        self.groups: dict[int, tuple[Span, RolePhrase]] = {}  # names with the phrase that introduces them
        self.linked: set[int] = set()  # phrases that introduce somebody, by the start of their head
        self.at: dict[int, tuple[Run, int]] = {}
        self.until: dict[int, tuple[Run, int]] = {}
        self._run_ends = [run[-1].end for run in runs]
        self.phrase_ends = {phrase.span[1] for phrase in phrases}
        self._actor_starts = {mention.span[0]: mention for mention in actors}
        self._actor_order = sorted(self._actor_starts)
        self._actor_over = self._actor_starts.copy()  # by the start of each word of their names
        self._in_no_name = sources.in_no_name
        for run in runs:
            self._place(run)

    def _place(self, run: Run) -> None:
        """Note where the words of a run stand, and which actor each is part of."""
        end, actor = 0, None
        for index, word in enumerate(run):
            start = word.start
            self.at[start] = self.until[word.end] = (run, index)
            if start in self._actor_starts:
                actor = self._actor_starts[start]
                end = actor.span[1]
            elif actor is not None and start < end:
                self._actor_over[start] = actor

    def note(self, span: Span, who: Individual) -> None:
        """Keep a mention of a person."""
        self.found[span[0]] = (span, who)
        run, index = self.at[span[0]]
        for word in run[index:]:
            if word.end > span[1]:
                break
            self.covered.add(word.start)

    def name_at(self, pos: int) -> tuple[Word, ...]:
        """Read the name that begins at ``pos``, past titles; () if none does."""
        if pos not in self.at:
            return ()
        run, index = self.at[pos]
        while index < len(run) and run[index].key in self.vocabulary.titles:
            index += 1
        if index >= len(run):
            return ()
        if run[index].start in self.found:
            (_, end), _ = self.found[run[index].start]
            return tuple(word for word in run[index:] if word.end <= end)
        words: list[Word] = []
        for word in run[index : index + NAME_WORDS_MAX + 1]:
            if self.stops(word, first=not words) and not (words and self._is_coloured(word)):
                break
            words.append(word)
        while words and words[-1].text[0].islower() and words[-1].text.islower():
            words.pop()
        if len(words) == 1 and words[0].text.isupper() and len(words[0].text) <= _ACRONYM_MAX:
            return ()  # "director general of the Africa CDC"
        return tuple(words)

    def _is_coloured(self, word: Word) -> bool:
        """Tell the surname of "Lee White" from the first word of "White House"."""
        run, index = self.at[word.start]
        return word.key in COLOURS and (index + 1 == len(run) or run[index + 1].text.islower())

    def run_ends(self, start: int, end: int) -> list[int]:
        """Give where runs end within ``start``..``end``."""
        return self._run_ends[bisect_left(self._run_ends, start) : bisect_left(self._run_ends, end)]

    def name_until(self, pos: int) -> tuple[Word, ...]:
        """Read the name that ends at ``pos``; () if none does."""
        run, last = self.until.get(pos, ((), -1))
        words: list[Word] = []
        for word in reversed(run[: last + 1]):
            short = len(word.text) < 3 and not word.text.isupper()  # "Md Shahriar Kader" is no MD
            post = (word.key in self.vocabulary.offices and not short) or word.key in self.vocabulary.titles
            # a capital's name may be a first name: "Sofia Ledent, the minister"
            first = bool(words) and word.key in self.known.first_names
            if post or self.stops(word, first=first) or (words and word.end in self.phrase_ends):
                break
            words.insert(0, word)
        while words and words[0].text[0].islower() and words[0].text not in _LEADING_PARTICLES:
            words.pop(0)
        return tuple(words[-NAME_WORDS_MAX:])

    def stops(self, word: Word, *, first: bool) -> bool:
        """Tell a word that is in no name; ``first`` allows a country's ("Israel Katz", "Jordan Bell")."""
        if word.key in self._in_no_name or (not first and word.text in LETTERS_BEHIND):
            return True
        actor = self._actor_over.get(word.start)
        if actor is None:
            return False
        following = self.at.get(word.end + 1)
        if not first or following is None or actor.span[1] != word.end:
            return True
        run, index = following
        return self.stops(run[index], first=False)

    def part_of_name(self, word: Word) -> bool:
        """Tell whether a capitalised word before a surname makes it somebody else's."""
        return word.text[0].isupper() and not (
            word.key in self.vocabulary.organisation_words
            or word.key in self.vocabulary.function_words
            or word.key in self.vocabulary.titles
            or word.key in self.vocabulary.offices
            or self.actor_over(word.start) is not None
        )

    def title_of(self, word: Word) -> str:
        """Give the title printed before a name's first word ("mr"), or nothing."""
        run, index = self.at[word.start]
        title = run[index - 1].key if index else ""
        return title if title in self.vocabulary.titles else ""

    def actor_over(self, start: int) -> ActorMention | None:
        """Give the actor that the word at ``start`` is part of."""
        return self._actor_over.get(start)

    def meant_by_its(self, at: int) -> Actor | None:
        """Give whose "its" at ``at`` is: the first free actor of its sentence, or before an "It"."""
        end = at
        for _ in range(2):
            start = self._sentence_start(end)
            found = None if self.text.startswith(("It ", "They "), start) else self._first_free(start, end)
            if found is not None:
                return found
            end = max(0, start - 2)
        return None

    def _sentence_start(self, at: int) -> int:
        low = max(0, at - _SENTENCE_MAX)
        start = max(self.text.rfind(". ", low, at) + 2, self.text.rfind("\n", low, at) + 1)
        return start if start > 1 else low

    def _first_free(self, start: int, end: int) -> Actor | None:
        low, high = bisect_left(self._actor_order, start), bisect_left(self._actor_order, end)
        for begin in self._actor_order[low:high]:
            actor = self._actor_starts[begin]
            if not actor.adjective and not governed(self.text, begin):
                return actor.actor
        return None

    def owner(self, span: Span | None) -> Actor | None:
        """Give the organisation that the words at ``span`` name, known or as printed."""
        if span is None:
            return None
        actor = self.actor_over(span[0])
        if actor is not None and actor.span[1] <= span[1]:
            return actor.actor
        return Actor(id=None, name=self.text[slice(*span)])


class Sources:
    """What every article is read with: the reference data's people, and the lexicon's words."""

    def __init__(self, known: KnownPeople, vocabulary: Vocabulary) -> None:
        self.known = known
        self.vocabulary = vocabulary
        self.in_no_name = vocabulary.function_words | (
            vocabulary.organisation_words - known.first_names.keys()
        )
