"""Introductions: role phrases and names in, who is given which post out.

A phrase introduces the name behind it ("Prime Minister Pedro Sánchez"), behind a comma
or a verb ("the head of the agency, Luis Ferrer,"), or before it ("Tim Cook, Apple’s
chief executive", "Jane Foster was appointed director").
"""

import re
from collections.abc import Iterator
from typing import Final

from models.messages import Actor
from models.messages.claim import Tenure
from streams.claims.components.names.article_names import ArticleNames
from streams.claims.components.names.roster import Individual, held_post
from streams.claims.components.names.spelling import Word
from streams.claims.components.posts.parties import Introduction
from streams.claims.components.posts.roles import RolePhrase

_AFTER_APPOSITION: Final = re.compile(
    r"\s*(?:$|[,.;:)—–\n”\"]|(?:has|had|is|was|will|would|who|and|told|said|says|on|in|at)\b)"
)
_IS_NAMED: Final = re.compile(r" (?:is|was|remains|will be|became) (?=[^\W\d_a-z])")
_LINK: Final = re.compile(
    r"(?:, \d{1,3},?)?(?:,? who (?:is|was|serves as|served as)"
    r"|,? (?:who )?(?:(?:is|was|has been|had been|will be)"
    r"(?: (?:named|appointed|elected|made|reappointed|sworn in as|re-elected))?(?: as)?"
    r"|as|became|remains|named|appointed|elected|takes over as|took over as|served as|serves as"
    r"|will become|becomes|to become)"
    r"|,|[ ]?[(–—-]) ?(?:now |also |currently |still |then )?$"
)
_LINK_MAX: Final = 45  # characters between a name and the phrase behind it
_COMING: Final = re.compile(r"will be|will become|becomes|to become|takes over")


class Introducer:
    """Finds the introductions of one article and notes them on its names."""

    def __init__(self, names: ArticleNames, said_before: re.Pattern[str], date: str | None) -> None:
        self.introductions: list[Introduction] = []
        self._names = names
        self._text = names.text
        self._said_before = said_before
        self._date = date

    def introduce_all(self) -> None:
        """Settle full names first, then surnames: "President Ruto" may stand before "William Ruto"."""
        for phrase, words in sorted(self._links(), key=lambda link: (len(link[1]) == 1, link[0].span)):
            self._introduce(phrase, words)

    def imply_offices(self) -> None:
        """Take "the US president" as the post of the one person in the article who holds it."""
        people = [person for person in self._names.roster.people if person.tenures]
        for phrase in self._names.phrases:
            definite = phrase.determiner in ("the", "its") or phrase.owner is not None
            if phrase.head_span[0] in self._names.linked or phrase.plural or not (phrase.office and definite):
                continue
            org = self._names.owner(phrase.owner)
            holders = [p for p in people if held_post(p.tenures, phrase.head, phrase.post, org, self._date)]
            if len(holders) == 1 and not holders[0].office:
                org = org or self._held_at(holders[0], phrase)
                self._give(holders[0], phrase, org)
                self._keep(
                    phrase, phrase.span, holders[0], self._text[slice(*phrase.span)], org, phrase.tenure
                )

    def _links(self) -> Iterator[tuple[RolePhrase, tuple[Word, ...]]]:
        for phrase in self._names.phrases:
            if not phrase.plural:
                words = self._after(phrase) or self._behind_comma(phrase) or self._before(phrase)
                if words:
                    yield phrase, words

    def _after(self, phrase: RolePhrase) -> tuple[Word, ...]:
        """Read the name in "Prime Minister Pedro Sánchez"."""
        end = phrase.span[1]
        if copula := _IS_NAMED.match(self._text, end):
            words = self._names.name_at(copula.end())
            return words if len(words) > 1 and phrase.office and phrase.determiner == "the" else ()
        if self._text[end : end + 1] not in (" ", "\u00a0"):
            return ()
        return self._names.name_at(end + 1)

    def _behind_comma(self, phrase: RolePhrase) -> tuple[Word, ...]:
        """Read the name in "the Dutch prime minister, Mark Rutte,"."""
        start, end = phrase.span
        if self._text[end : end + 2] != ", " or not (phrase.determiner or phrase.owner):
            return ()
        words = self._names.name_at(end + 2)
        if len(words) == 1 and not self._said_before.search(self._text, max(0, start - 20), start):
            return ()
        if not words or not _AFTER_APPOSITION.match(self._text, words[-1].end):
            return ()
        return words

    def _before(self, phrase: RolePhrase) -> tuple[Word, ...]:
        """Read the name in "Tim Cook, Apple’s chief executive," and "Lee, who is the chairman"."""
        start = phrase.span[0]
        link = _LINK.search(self._text, max(0, start - _LINK_MAX), start)
        if link is None:
            return ()
        words = self._names.name_until(link.start())
        if len(words) == 1 and words[0].start not in self._names.found and not self._names.title_of(words[0]):
            return ()
        return words

    def _introduce(self, phrase: RolePhrase, words: tuple[Word, ...]) -> None:
        org = self._names.owner(phrase.owner)
        who = self._names.roster.of_name(words, phrase.head, org)
        span = (words[0].start, words[-1].end)
        self._names.note(span, who)
        self._learn_pronoun(who, phrase.head, words[0])
        org = org or self._held_at(who, phrase)
        if org is None and phrase.determiner in ("its", "their"):
            org = self._names.meant_by_its(phrase.span[0])
        if who.role is None or (phrase.office and not who.office):
            self._give(who, phrase, org)
        whole = (min(span[0], phrase.span[0]), max(span[1], phrase.span[1]))
        self._names.linked.add(phrase.head_span[0])
        groups = self._names.groups
        if span[0] not in groups or groups[span[0]][0][1] < whole[1]:
            groups[span[0]] = (whole, phrase)
        coming = span[1] < phrase.span[0] and _COMING.search(self._text, span[1], phrase.span[0])
        tenure: Tenure = "incoming" if coming and phrase.tenure == "current" else phrase.tenure
        if self._text.endswith(", then ", 0, phrase.span[0]):
            tenure = "former"  # "Bibeau, then Canada's minister"
        self._keep(phrase, whole, who, self._text[slice(*span)], org, tenure)

    def _keep(  # noqa: PLR0913
        self,
        phrase: RolePhrase,
        span: tuple[int, int],
        who: Individual,
        printed: str,
        org: Actor | None,
        tenure: Tenure,
    ) -> None:
        self.introductions.append(Introduction(span, who, printed, phrase.post, org, tenure, phrase.office))

    def _give(self, who: Individual, phrase: RolePhrase, org: Actor | None) -> None:
        who.role, who.org, who.office = phrase.post, org, phrase.office

    def _held_at(self, who: Individual, phrase: RolePhrase) -> Actor | None:
        """Give the org of the post that the reference data know the person in."""
        for tenure in who.tenures:
            if held_post((tenure,), phrase.head, phrase.post, None):
                return self._names.known.actors.get(tenure.org)
        return None

    def _learn_pronoun(self, who: Individual, head: str, first: Word) -> None:
        if head.endswith("woman"):
            who.pronoun = "she"
        elif head.endswith("man"):
            who.pronoun = "he"
        title = self._names.vocabulary.pronouns.get(self._names.title_of(first))
        who.pronoun = title or self._names.vocabulary.gendered.get(head) or who.pronoun
