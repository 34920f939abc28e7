"""Reading one article's people: who is introduced by what, and every mention of them.

In: runs of capitalised words, role phrases, actors. Out: mentions, introductions and
parties, in text order. Full names are settled first, then surnames, so that "Frederiksen"
in the headline finds the Mette Frederiksen of the second paragraph.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from models.messages import Actor, Person, Span
from streams.claims.annotations import ActorMention, PersonMention
from streams.claims.components.names import Run, Word, fold
from streams.claims.components.parties import Introduction, Party
from streams.claims.components.role_words import Vocabulary
from streams.claims.components.roles import RolePhrase
from streams.claims.components.roster import Individual, KnownPeople, Roster, held_post

_NAME_WORDS: Final = 5
_HONORIFIC_HE: Final = frozenset(["mr", "sir", "lord"])
_HONORIFIC_SHE: Final = frozenset(["mrs", "ms", "miss", "mme", "lady", "dame", "baroness"])
_HONORIFICS: Final = (
    _HONORIFIC_HE
    | _HONORIFIC_SHE
    | frozenset(
        "dr prof professor gen lt col maj capt adm sgt sen rep gov hon rev engr sheikh he hrh h.e amb cmdr brig msgr rt president minister "
        "chancellor senator general premier major lieutenant brigadier colonel captain admiral commander sergeant corporal judge justice".split()  # noqa: SIM905
    )
)
_AFTER_APPOSITION: Final = re.compile(
    r"\s*(?:$|[,.;:)—–\n”\"]|(?:has|had|is|was|will|would|who|and|told|said|says|on|in|at)\b)"
)
_OF_ORG: Final = re.compile(
    r"(?: \([^()\n]{1,30}\))?(?:, \d{1,3},)?(?:,? (?:of|from|at|with) (?:the )?[A-Z][\w&’'-]{1,40}(?: (?:(?:of|for|and|the) ){0,2}[A-Z][\w&-]{1,40}){0,6})?,?"
)
_IS_NAMED: Final = re.compile(r" (?:is|was|remains|will be|became) (?=[^\W\d_a-z])")
_COPULA: Final = re.compile(
    r"(?:, \d{1,3},?)?(?:,? who (?:is|was|serves as|served as)"
    r"|,? (?:(?:is|was|has been|had been|will be)(?: (?:named|appointed|elected|made|reappointed|sworn in as|re-elected))?(?: as)?"
    r"|as|became|remains|named|appointed|elected|takes over as|took over as|served as|serves as|will become|becomes|to become)"
    r"|,|[ ]?[(–—-]) ?(?:now |also |currently |still )?$"
)
_COMING: Final = re.compile(r"will be|will become|becomes|to become|takes over")


class ArticlePeople:
    """The people of one article; call read once, then ask for what it found."""

    def __init__(
        self,
        text: str,
        actors: Sequence[ActorMention],
        phrases: list[RolePhrase],
        known: KnownPeople,
        vocabulary: Vocabulary,
        cue: tuple[re.Pattern[str], re.Pattern[str]],
        date: str | None,
    ) -> None:
        self.introductions: list[Introduction] = []
        self._text = text
        self._actors = actors
        self._phrases = phrases
        self._known = known
        self._vocabulary = vocabulary
        self._cue_after, self._cue_before = cue
        self._date = date
        self._roster = Roster(known)
        self._at: dict[int, tuple[Run, int]] = {}
        self._until: dict[int, tuple[Run, int]] = {}
        self._actor_words = {m.span[0]: m for m in actors}
        self._found: dict[int, tuple[Span, Individual]] = {}  # by the start of the name
        self._groups: dict[int, tuple[Span, RolePhrase]] = {}  # by the start of the name
        self._covered: set[int] = set()  # words that are part of a name
        self._linked: set[int] = set()  # phrases, by the start of their head

    def read(self, runs: list[Run]) -> None:
        """Find everyone, in the order that makes later steps sure."""
        for run in runs:
            for index, word in enumerate(run):
                self._at[word.start] = (run, index)
                self._until[word.end] = (run, index)
        self._known_names(runs)
        self._phrase_ends = {phrase.span[1] for phrase in self._phrases}
        links = list(self._links())
        for phrase, words in sorted(links, key=lambda link: (len(link[1]) == 1, link[0].span)):
            self._introduce(phrase, words)
        self._speaking_names(runs)
        self._surnames(runs)
        self._implied_offices()

    def mentions(self) -> tuple[PersonMention, ...]:
        """Give every mention, in order; role and org as the article tells them anywhere."""
        return tuple(
            PersonMention(
                span, Person(id=who.id, name=who.name, as_printed=self._text[slice(*span)]), who.role, who.org
            )
            for span, who in sorted(self._found.values(), key=lambda item: item[0])
        )

    def parties(self) -> tuple[Party, ...]:
        """Give all who may speak, in text order."""
        found = [self._person_party(span, who) for span, who in self._found.values()]
        taken = {party.span for party in found}
        for phrase in self._phrases:
            if phrase.head_span[0] not in self._linked and phrase.span not in taken:
                found.append(self._role_party(phrase))
        covered = _Cover(sorted(party.span for party in found))
        for mention in self._actors:
            if not mention.adjective and not covered.holds(mention.span):
                found.append(
                    Party(mention.span, "org", org=mention.actor, as_printed=self._text[slice(*mention.span)])
                )
        return tuple(sorted(found, key=lambda party: party.span))

    def _known_names(self, runs: list[Run]) -> None:
        """Note people of the reference data, by full name or by a surname that is enough."""
        for run in runs:
            index = 0
            while index < len(run):
                known = self._known.longest(run[index:]) if run[index].key in self._known.by_first else None
                if known is None or (len(known.key) == 1 and not self._is_bare_surname(run, index)):
                    index += 1
                    continue
                last = run[index + len(known.key) - 1]
                self._note((run[index].start, last.end), self._roster.of_known(known))
                index += len(known.key)

    def _is_bare_surname(self, run: Run, index: int) -> bool:
        """Tell "Trump" from "Melania Trump" and "the Biden Foundation"."""
        actor = self._actor_over(run[index].start)
        if actor is not None and actor.span != (run[index].start, run[index].end):
            return False
        if (
            index + 1 < len(run)
            and run[index + 1].key in self._vocabulary.organisation_words
            and run[index + 1].key not in self._vocabulary.offices
        ):
            return False
        return index == 0 or not self._part_of_name(run[index - 1])

    def _part_of_name(self, word: Word) -> bool:
        return word.text[0].isupper() and not (
            word.key in self._vocabulary.organisation_words
            or word.key in self._vocabulary.function_words
            or word.key in _HONORIFICS
            or word.key in self._vocabulary.offices
            or self._actor_over(word.start) is not None
        )

    def _links(self) -> Iterator[tuple[RolePhrase, tuple[Word, ...]]]:
        """Give each phrase with the name that it introduces."""
        for phrase in self._phrases:
            if phrase.plural:
                continue
            words = self._after(phrase) or self._behind_comma(phrase) or self._before(phrase)
            if words:
                yield phrase, words

    def _after(self, phrase: RolePhrase) -> tuple[Word, ...]:
        """Read the name in "Prime Minister Pedro Sánchez"."""
        end = phrase.span[1]
        if copula := _IS_NAMED.match(self._text, end):
            words = self._name_at(copula.end())
            return words if len(words) > 1 and phrase.office and phrase.determiner == "the" else ()
        if self._text[end : end + 1] not in (" ", "\u00a0"):
            return ()
        return self._name_at(end + 1)

    def _behind_comma(self, phrase: RolePhrase) -> tuple[Word, ...]:
        """Read the name in "the Dutch prime minister, Mark Rutte,"."""
        end = phrase.span[1]
        if self._text[end : end + 2] != ", " or not (phrase.determiner or phrase.owner):
            return ()
        words = self._name_at(end + 2)
        if len(words) == 1 and not self._cue_before.search(
            self._text, max(0, phrase.span[0] - 20), phrase.span[0]
        ):
            return ()
        if not words or not _AFTER_APPOSITION.match(self._text, words[-1].end):
            return ()
        return words

    def _before(self, phrase: RolePhrase) -> tuple[Word, ...]:
        """Read the name in "Tim Cook, Apple’s chief executive," and "Lee, who is the chairman"."""
        start = phrase.span[0]
        link = _COPULA.search(self._text, max(0, start - 45), start)
        if link is None or link.end() != start:
            return ()
        words = self._name_until(link.start())
        if len(words) == 1 and words[0].start not in self._found and not self._titled(words[0]):
            return ()
        return words

    def _titled(self, word: Word) -> bool:
        run, index = self._at[word.start]
        return index > 0 and run[index - 1].key in _HONORIFICS

    def _name_at(self, pos: int) -> tuple[Word, ...]:
        run, index = self._at.get(pos, ((), 0))
        while index < len(run) and run[index].key in _HONORIFICS:
            index += 1
        if index >= len(run):
            return ()
        if run[index].start in self._found:
            (_, end), _who = self._found[run[index].start]
            return tuple(word for word in run[index:] if word.end <= end)
        words: list[Word] = []
        for word in run[index : index + _NAME_WORDS + 1]:
            if self._stops(word, first=not words):
                break
            words.append(word)
        while words and words[-1].text[0].islower():
            words.pop()
        return tuple(words)

    def _stops(self, word: Word, *, first: bool) -> bool:
        if word.key in self._vocabulary.function_words or word.text.isdigit():
            return True
        if word.key in self._vocabulary.organisation_words and word.key not in self._known.first_names:
            return True
        actor = self._actor_over(word.start)
        if actor is None:
            return False
        following = self._at.get(word.end + 1)
        return not (
            first
            and following is not None
            and not self._stops(following[0][following[1]], first=False)
            and actor.span[1] == word.end
        )

    def _name_until(self, pos: int) -> tuple[Word, ...]:
        run, last = self._until.get(pos, ((), -1))
        words: list[Word] = []
        for word in reversed(run[: last + 1]):
            if (
                self._stops(word, first=False)
                or word.key in self._vocabulary.offices
                or word.key in _HONORIFICS
            ):
                break
            if words and word.end in self._phrase_ends:
                break
            words.insert(0, word)
        while (
            words
            and words[0].text[0].islower()
            and words[0].text not in ("de", "van", "von", "di", "da", "al", "el")
        ):
            words.pop(0)
        return tuple(words[-_NAME_WORDS:])

    def _introduce(self, phrase: RolePhrase, words: tuple[Word, ...]) -> None:
        org = self._owner(phrase.owner)
        who = self._roster.of_name(words, phrase.head, org)
        span = (words[0].start, words[-1].end)
        self._note(span, who)
        self._learn_pronoun(who, phrase.head, words)
        org = org or self._held_at(who, phrase)
        if who.role is None or (phrase.office and not who.office):
            who.role, who.org, who.office = phrase.post, org, phrase.office
        whole = (min(span[0], phrase.span[0]), max(span[1], phrase.span[1]))
        self._linked.add(phrase.head_span[0])
        if span[0] not in self._groups or self._groups[span[0]][0][1] < whole[1]:
            self._groups[span[0]] = (whole, phrase)
        tenure = phrase.tenure
        if (
            tenure == "current"
            and span[1] < phrase.span[0]
            and _COMING.search(self._text, span[1], phrase.span[0])
        ):
            tenure = "incoming"
        self.introductions.append(
            Introduction(whole, who, self._text[slice(*span)], phrase.post, org, tenure, phrase.office)
        )

    def _implied_offices(self) -> None:
        """Take "the US president" as the post of the one person of the article who holds it, if named without."""
        for phrase in self._phrases:
            definite = phrase.determiner in ("the", "its") or phrase.owner is not None
            if phrase.head_span[0] in self._linked or phrase.plural or not phrase.office or not definite:
                continue
            org = self._owner(phrase.owner)
            holders = [
                who
                for who in self._roster.people
                if held_post(who.tenures, phrase.head, phrase.post, org, self._date)
            ]
            if len(holders) != 1 or holders[0].office:
                continue
            who = holders[0]
            who.role, who.org, who.office = phrase.post, org or self._held_at(who, phrase), True
            self.introductions.append(
                Introduction(
                    phrase.span,
                    who,
                    self._text[slice(*phrase.span)],
                    phrase.post,
                    who.org,
                    phrase.tenure,
                    office=True,
                )
            )

    def _held_at(self, who: Individual, phrase: RolePhrase) -> Actor | None:
        """Give the org of the post that the reference data know the person in."""
        heads = set(fold(phrase.post).replace("-", " ").split())
        for tenure in who.tenures:
            if heads <= set(fold(tenure.post).replace("-", " ").split()):
                return self._known.actors.get(tenure.org)
        return None

    def _learn_pronoun(self, who: Individual, head: str, words: tuple[Word, ...]) -> None:
        if head.endswith("woman") or head in (
            "mother",
            "queen",
            "princess",
            "wife",
            "daughter",
            "sister",
            "widow",
        ):
            who.pronoun = "she"
        elif head.endswith("man") or head in (
            "father",
            "king",
            "prince",
            "husband",
            "son",
            "brother",
            "pope",
        ):
            who.pronoun = "he"
        self._learn_title(who, words[0])

    def _learn_title(self, who: Individual, first: Word) -> None:
        run, index = self._at[first.start]
        title = run[index - 1].key if index else ""
        if title in _HONORIFIC_HE:
            who.pronoun = "he"
        elif title in _HONORIFIC_SHE:
            who.pronoun = "she"

    def _owner(self, span: Span | None) -> Actor | None:
        if span is None:
            return None
        actor = self._actor_over(span[0])
        if actor is not None and actor.span[1] <= span[1]:
            return actor.actor
        return Actor(id=None, name=self._text[slice(*span)])

    def _speaking_names(self, runs: list[Run]) -> None:
        """Note people nobody introduces: by a courtesy title, by a first name, or as they speak."""
        for run in runs:
            for stretch in self._unknown_names(run):
                words = self._without_description(stretch)
                title = words[0].key in _HONORIFICS
                name = words[1:] if title else words
                if not name or any(word.start in self._covered for word in name):
                    continue
                if (title and len(name) <= 3) or (2 <= len(name) <= 4 and self._is_person(name)):
                    who = self._roster.of_name(name, None, None)
                    self._note((name[0].start, name[-1].end), who)
                    self._learn_title(who, name[0])

    def _unknown_names(self, run: Run) -> Iterator[tuple[Word, ...]]:
        """Give the stretches of a run that hold no word of another kind."""
        words: list[Word] = []
        for word in run:
            if word.start in self._covered or self._stops(word, first=False) and word.key not in _HONORIFICS:
                if words:
                    yield tuple(words)
                words = []
            else:
                words.append(word)
        if words:
            yield tuple(words)

    def _without_description(self, words: tuple[Word, ...]) -> tuple[Word, ...]:
        """Cut "Crooner Teddy Valance" down to the name, where a first name is known to begin it."""
        for index, word in enumerate(words[1:-1], 1):
            if (
                word.key in self._known.first_names
                and words[index - 1].key not in _HONORIFICS
                and words[0].key not in self._known.first_names
            ):
                return words[index:]
        return words

    def _is_person(self, name: tuple[Word, ...]) -> bool:
        if name[0].end in self._phrase_ends or name[-1].text[0].islower():
            return False
        if name[0].key in self._known.first_names and len(name[0].key) > 2:
            return True
        return bool(
            self._cue_after.match(self._text, name[-1].end)
            or self._cue_before.search(self._text, max(0, name[0].start - 50), name[0].start)
        )

    def _surnames(self, runs: list[Run]) -> None:
        """Note every later, or earlier, mention by surname."""
        firsts = self._surname_keys()
        for run in runs:
            for index, word in enumerate(run):
                if word.start in self._covered or not (
                    word.key in firsts or (index and run[index - 1].key in _HONORIFICS)
                ):
                    continue
                self._note_surname(run, index, firsts.get(word.key, ()))

    def _surname_keys(self) -> dict[str, list[tuple[str, ...]]]:
        firsts: dict[str, list[tuple[str, ...]]] = {}
        for who in self._roster.people:
            keys = [who.key[i:] for i in range(1, len(who.key))] + [who.key] + [who.key[:1]]
            for key in keys:
                if fold(key[0]) not in self._known.first_names or len(key) == len(who.key):
                    firsts.setdefault(key[0], []).append(key)
        return firsts

    def _note_surname(self, run: Run, index: int, keys: Sequence[tuple[str, ...]]) -> None:
        word = run[index]
        titled = index > 0 and run[index - 1].key in _HONORIFICS
        if not titled and self._actor_over(word.start) is not None:
            return
        if (
            not titled
            and index
            and self._part_of_name(run[index - 1])
            and run[index - 1].start not in self._covered
        ):
            return
        for key in sorted(keys, key=len, reverse=True):
            words = run[index : index + len(key)]
            if tuple(w.key for w in words) != key or self._goes_on(run, index + len(key)):
                continue
            who = self._roster.surname(key)
            if who is not None:
                self._note((word.start, words[-1].end), who)
                return
        near = self._roster.near_surname(word.key) if titled else None
        if near is not None:
            self._note((word.start, word.end), near)

    def _goes_on(self, run: Run, index: int) -> bool:
        """Tell a surname from the first word of something longer ("Harris County")."""
        if index >= len(run) or index == 0:
            return False
        word = run[index]
        return (
            word.text[0].isupper()
            and word.key not in self._vocabulary.function_words
            and word.start not in self._covered
        )

    def _note(self, span: Span, who: Individual) -> None:
        self._found[span[0]] = (span, who)
        run, index = self._at[span[0]]
        self._covered.update(word.start for word in run[index:] if word.end <= span[1])

    def _actor_over(self, start: int) -> ActorMention | None:
        """Give the actor that the word at ``start`` is part of."""
        found = self._actor_words.get(start)
        if found is not None:
            return found
        run, index = self._at.get(start, ((), 0))
        for word in run[max(0, index - 5) : index]:
            before = self._actor_words.get(word.start)
            if before is not None and before.span[1] > start:
                return before
        return None

    def _person_party(self, span: Span, who: Individual) -> Party:
        whole, phrase = self._groups.get(span[0], (span, None))
        run, index = self._at[span[0]]
        if index and run[index - 1].key in _HONORIFICS:
            whole = (min(whole[0], run[index - 1].start), whole[1])
        whole = (self._owner_before(whole[0], who), whole[1])
        if (behind := _OF_ORG.match(self._text, whole[1])) and phrase is None:
            whole = (whole[0], behind.end() - self._text[: behind.end()].endswith(","))
        return Party(
            whole,
            "person",
            person=who,
            as_printed=self._text[slice(*span)],
            head=phrase.head if phrase else None,
            role=who.role,
            org=who.org,
        )

    def _owner_before(self, start: int, who: Individual) -> int:
        """Give where "the World Bank’s Ajay Banga" begins, whose organisation that is."""
        if self._text[max(0, start - 3) : start] not in ("'s ", "’s "):
            return start
        run, index = self._until.get(start - 3, ((), 0))
        actor = self._actor_over(run[index].start) if run else None
        if actor is None or actor.span[1] != start - 3:
            return start
        who.org = who.org or actor.actor
        return (
            actor.span[0] - 4
            if self._text[max(0, actor.span[0] - 4) : actor.span[0]].lower() == "the "
            else actor.span[0]
        )

    def _role_party(self, phrase: RolePhrase) -> Party:
        return Party(
            phrase.span,
            "role",
            as_printed=self._text[slice(*phrase.span)],
            head=phrase.head,
            role=phrase.post,
            org=self._owner(phrase.owner),
            definite=phrase.determiner in ("the", "its", "their", "his", "her") or phrase.owner is not None,
            plural=phrase.plural,
        )


class _Cover:
    """Spans in order, to be asked whether one of them holds another."""

    def __init__(self, spans: list[Span]) -> None:
        self._starts = [start for start, _ in spans]
        self._ends = list(accumulate((end for _, end in spans), max))

    def holds(self, span: Span) -> bool:
        index = bisect_right(self._starts, span[0]) - 1
        return index >= 0 and self._ends[index] >= span[1]
