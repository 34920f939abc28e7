"""Mentions of people: names of one article in, who is named where out.

First the people of the reference data, later those who are introduced by a courtesy
title, a first name or by speaking, last every surname of somebody found.
"""

import re
from collections.abc import Sequence
from itertools import dropwhile

from streams.claims.components.names.article_names import ArticleNames
from streams.claims.components.names.roster import name_parts
from streams.claims.components.names.spelling import Run, Word

# Right behind a quotation, or parted from it by the word that may say so.
_BEHIND_QUOTE = re.compile(r"[,.!?…][”\"’] (?:([a-z]{3,20}) )?$")
_BEHIND_QUOTE_MAX = 24  # characters
_SAID = frozenset(
    ["said", "says", "added", "adds", "explained", "explains", "recalled", "recalls", "asked", "asks"]
)
# "Lund, of the charity Open Doors, said": what stands right before "said" is no name of a speaker.
_ASIDE = re.compile(r", (?:of|from|at|with|for) (?:the |an? )?(?:[a-z][a-z-]{2,20} ){0,3}$")
_SURNAME_MIN = 4  # letters of a surname that alone stands for somebody
_SAYS = re.compile(r" (?:said|says|added|adds|explained|explains|recalled|recalls)\b(?! to )")
_ENDS = re.compile(r"[.,;]|$| (?:in|on|at|to|with|after|as|of|from)\b")
_GOVERNED = re.compile(r"\b(?:by|at|from|in|on|for|to)(?: the)? $")  # "a poll by Infotrak Mashariki says"
_PAPER_BY = re.compile(r"\b(?:poll|survey|analysis|data|figures|estimates|research|investigation)s? by $")
_GENERATIONS = frozenset(["jr", "sr", "ii", "iii"])
_BEFORE_MAX = 50  # characters before a name that may hold a cue


class MentionFinder:
    """Notes mentions on the names of one article."""

    def __init__(
        self, names: ArticleNames, said_after: re.Pattern[str], said_before: re.Pattern[str]
    ) -> None:
        self._names = names
        self._said_after = said_after
        self._said_before = said_before

    def note_known(self) -> None:
        """Note people of the reference data, by full name or by a surname that is enough."""
        known = self._names.known
        for run in self._names.runs:
            index = 0
            while index < len(run):
                name = known.longest(run, index) if run[index].key in known.by_first else None
                if name is None or (len(name.key) == 1 and not self._is_bare_surname(run, index)):
                    index += 1
                    continue
                last = run[index + len(name.key) - 1]
                self._names.note((run[index].start, last.end), self._names.roster.of_known(name))
                index += len(name.key)

    def note_speaking(self) -> None:
        """Note people nobody introduces: by a courtesy title, by a first name, or as they speak."""
        titles = self._names.vocabulary.titles
        stretches = [row for run in self._names.runs if (row := self._unknown_names(run))]
        full = {words[-1].key: words for row in reversed(stretches) for words in row if 2 <= len(words) <= 3}
        for row in stretches:
            for stretch in row:
                if len(stretch) == 1:
                    self._note_lone(stretch[0], full.get(stretch[0].key, ()))
                    continue
                words = self._without_description(stretch)
                name = tuple(dropwhile(lambda word: word.key in titles, words))  # "Maj. Gen. Carl Ek"
                titled = len(name) < len(words)
                if not name or any(word.start in self._names.covered for word in name):
                    continue
                if (titled and len(name) <= 3) or (len(name) <= 4 and self._is_person(name)):
                    self._note_new(name)

    def note_surnames(self) -> None:
        """Note every later, or earlier, mention by surname."""
        firsts, titles, covered = self._surname_keys(), self._names.vocabulary.titles, self._names.covered
        for run in self._names.runs:
            for index, word in enumerate(run):
                titled = index > 0 and run[index - 1].key in titles
                if (titled or word.key in firsts) and word.start not in covered:
                    self._note_surname(run, index, firsts.get(word.key, ()), titled=titled)

    def _is_bare_surname(self, run: Run, index: int) -> bool:
        """Tell "Trump" from "Melania Trump" and "the Biden Foundation"."""
        word, words = run[index], self._names.vocabulary
        actor = self._names.actor_over(word.start)
        if actor is not None and actor.span != (word.start, word.end):
            return False
        following = run[index + 1].key if index + 1 < len(run) else ""
        if following and self._is_first_name(run, index):
            return False
        if following in words.organisation_words and following not in words.offices:
            return False
        return index == 0 or not self._names.part_of_name(run[index - 1])

    def _is_first_name(self, run: Run, index: int) -> bool:
        """Tell "President Petro Poroshenko" from Gustavo Petro; "President Trump Tower" ends in no name."""
        if run[index + 1].key in _GENERATIONS:
            return False
        after_post = index > 0 and run[index - 1].key in self._names.vocabulary.offices
        known = run[index].key in self._names.known.first_names
        return (known or (after_post and index + 2 == len(run))) and self._names.part_of_name(run[index + 1])

    def _note_lone(self, word: Word, full: tuple[Word, ...]) -> None:
        """Note a surname alone, right beside the words that it is said to have said.

        ``full`` is the name of the article that ends in it, () for none.
        """
        names, start, end = self._names, word.start, word.end
        quoted = _BEHIND_QUOTE.search(names.text, max(0, start - _BEHIND_QUOTE_MAX), start)
        short = len(word.text) < _SURNAME_MIN or word.text.isupper()
        if quoted is None or short or start in names.phrase_ends:
            return
        verb = quoted[1]
        if full and self._speaks(word, verb):
            self._note_full(full)
        if word.key in names.vocabulary.titles or start in names.covered:
            return
        if (verb in _SAID and _ENDS.match(names.text, end)) or (not verb and _SAYS.match(names.text, end)):
            self._note_new((word,))

    def _speaks(self, word: Word, verb: str | None) -> bool:
        """Tell the surname in "…,” grinned Roullier" and "…,” Roullier grinned at the finish"."""
        text = self._names.text
        if verb:
            return self._said_before.search(text, max(0, word.start - _BEFORE_MAX), word.start) is not None
        return self._said_after.match(text, word.end) is not None

    def _note_full(self, name: tuple[Word, ...]) -> None:
        """Note the full name that an article gives elsewhere of somebody who speaks by surname."""
        if name[-1].end not in self._names.phrase_ends and name[0].start not in self._names.covered:
            self._note_new(name)

    def _note_new(self, name: tuple[Word, ...]) -> None:
        who = self._names.roster.of_name(name, None, None)
        self._names.note((name[0].start, name[-1].end), who)
        who.pronoun = self._names.vocabulary.pronouns.get(self._names.title_of(name[0])) or who.pronoun

    def _unknown_names(self, run: Run) -> list[tuple[Word, ...]]:
        """Give the stretches of a run that hold no word of another kind."""
        names, titles = self._names, self._names.vocabulary.titles
        stretches: list[tuple[Word, ...]] = []
        start = 0
        for index, word in enumerate(run):
            if word.start in names.covered or (names.stops(word, first=False) and word.key not in titles):
                if start < index:
                    stretches.append(run[start:index])
                start = index + 1
        if start < len(run):
            stretches.append(run[start:])
        return stretches

    def _without_description(self, words: tuple[Word, ...]) -> tuple[Word, ...]:
        """Cut "Crooner Teddy Valance" down to the name, where a first name is known to begin it."""
        first_names, titles = self._names.known.first_names, self._names.vocabulary.titles
        if words[0].key in first_names:
            return words
        for index, word in enumerate(words[1:-1], 1):
            if word.key in first_names and words[index - 1].key not in titles:
                return words[index:]
        return words

    def _is_person(self, name: tuple[Word, ...]) -> bool:
        first, last = name[0], name[-1]
        if first.end in self._names.phrase_ends or last.text.islower() or self._is_post(last):
            return False
        if first.key in self._names.known.first_names and len(first.key) > 2:
            return True
        text, before = self._names.text, max(0, first.start - _BEFORE_MAX)
        speaks = self._said_after.match(text, last.end) and not _ASIDE.search(text, before, first.start)
        speaks = speaks and not _GOVERNED.search(text, before, first.start)
        names_house = _PAPER_BY.search(text, before, first.start)
        return bool(speaks or (self._said_before.search(text, before, first.start) and not names_house))

    def _is_post(self, word: Word) -> bool:
        """Tell the last word of "Asutifi MP"."""
        return word.text.isupper() and word.key in self._names.vocabulary.offices

    def _surname_keys(self) -> dict[str, list[tuple[str, ...]]]:
        """Give the last words of every name by their first word, and first words that may be surnames."""
        firsts: dict[str, list[tuple[str, ...]]] = {}
        for who in self._names.roster.people:
            for key in [who.key[i:] for i in range(1, len(who.key))] + [who.key, who.key[:1]]:
                last = key == who.key[-1:]  # "Martin" is a surname, too, of Micheál Martin
                if key[0] not in self._names.known.first_names or last or len(key) == len(who.key):
                    firsts.setdefault(key[0], []).append(key)
            for part in name_parts(who.key):
                firsts.setdefault(part, []).append((part,))
        return firsts

    def _note_surname(self, run: Run, index: int, keys: Sequence[tuple[str, ...]], *, titled: bool) -> None:
        word, names = run[index], self._names
        if not titled and (names.actor_over(word.start) is not None or self._belongs_to_other(run, index)):
            return
        for key in sorted(keys, key=len, reverse=True):
            words = run[index : index + len(key)]
            if tuple(w.key for w in words) != key or self._goes_on(run, index + len(key)):
                continue
            who = names.roster.surname(key)
            if who is not None:
                names.note((word.start, words[-1].end), who)
                return
        near = names.roster.near_surname(word.key) if titled else None
        if near is not None:
            names.note((word.start, word.end), near)

    def _belongs_to_other(self, run: Run, index: int) -> bool:
        """Tell "Melania Trump" where only Donald Trump is known."""
        if index == 0 or run[index - 1].start in self._names.covered:
            return False
        return self._names.part_of_name(run[index - 1])

    def _goes_on(self, run: Run, index: int) -> bool:
        """Tell a surname from the first word of something longer ("Harris County")."""
        if index >= len(run):
            return False
        word = run[index]
        named = word.start in self._names.covered or word.key in self._names.vocabulary.function_words
        return word.text[0].isupper() and not named
