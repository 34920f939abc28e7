"""Introductions: role phrases and names in, who is given which post out.

A phrase introduces the name behind it ("Prime Minister Pedro Sánchez"), behind a comma
or a verb ("the head of the agency, Luis Ferrer,"), or before it ("Tim Cook, Apple’s
chief executive", "Jane Foster was appointed director").
"""

import re
from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from models.messages import Actor
from models.messages.claim import Tenure
from streams.claims.components.names.article_names import ArticleNames
from streams.claims.components.names.roster import Individual, held_post
from streams.claims.components.names.spelling import Word
from streams.claims.components.posts.deeds import Deed, deeds
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
    r"|,|[ ]?[(–—-]) ?"
    r"(?:now |also |currently |still |then |today |formerly |previously |once |until recently "
    r"|(?:until|till|since) (?:\w+ ){1,3})?\n?"
)
# A second post of one person: "the energy minister and the bank's former head".
_CHAIN: Final = re.compile(
    r" (?:and(?: also)?|as well as|who (?:doubles|also serves|also acts) as|who is also) "
)
_NO_LONGER: Final = re.compile(r"\b(?:formerly|previously|once|until|till|then)\b")
_ACTING: Final = frozenset(["official", "aide", "lawmaker", "source"])
_ASIDE_ENDS: Final = re.compile(",")
_SPEAKS: Final = re.compile(r", (?:said|says|told|added|announced|confirmed|explained|wrote)\b")
# Whose post is that of the person told of before.
_LIKE: Final[dict[str, Tenure]] = {
    "counterpart": "current",
    "colleague": "current",
    "predecessor": "former",
    "successor": "incoming",
}
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
        for deed in deeds(self._names):
            self._note_deed(deed)

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
        behind: dict[int, tuple[Word, ...]] = {}  # names by the end of the phrase behind them
        end = 0
        for phrase in self._names.phrases:
            if phrase.plural:
                yield from self._pair(phrase)
                continue
            in_body = self._ends_in_body(phrase)
            words = () if in_body else self._after(phrase)
            words = words or self._behind_comma(phrase)
            if not words:
                words = self._before(phrase)
                if not words and phrase.office and _CHAIN.fullmatch(self._text, end, phrase.span[0]):
                    words = behind.get(end, ())
                behind[phrase.span[1]] = words
                if not words and in_body:
                    words = self._after(phrase)
            end = phrase.span[1]
            if words:
                yield phrase, words

    def _pair(self, phrase: RolePhrase) -> Iterator[tuple[RolePhrase, tuple[Word, ...]]]:
        """Take both names of "its owners, Nassef Sawiris and Wes Edens"."""
        start = phrase.span[1]
        start += 2 if self._text.startswith(", ", start) else 1
        first = self._names.name_at(start)
        if len(first) < 2 or self._text[first[-1].end : first[-1].end + 5] != " and ":
            return
        second = self._names.name_at(first[-1].end + 5)
        if len(second) > 1:
            post = re.sub(rf"(?i)\b({re.escape(phrase.head)})s\b", r"\1", phrase.post)
            one = replace(phrase, post=post, plural=False)
            yield one, first
            yield one, second

    def _ends_in_body(self, phrase: RolePhrase) -> bool:
        """Tell "head of the generation group", behind which the group's name stands."""
        end = phrase.span[1]
        last = self._text.rfind(" ", phrase.head_span[1], end) + 1
        return last > 0 and self._text[last:end] in self._names.vocabulary.bodies

    def _after(self, phrase: RolePhrase) -> tuple[Word, ...]:
        """Read the name in "Prime Minister Pedro Sánchez"."""
        end = phrase.span[1]
        if copula := _IS_NAMED.match(self._text, end):
            words = self._names.name_at(copula.end())
            definite = phrase.determiner in ("the", "whose", "its", "his", "her", "their")
            return words if len(words) > 1 and definite and (phrase.office or phrase.head in _LIKE) else ()
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
        owner = self._text.startswith(("'s ", "’s "), phrase.span[1])
        if owner or phrase.determiner == "whose":
            return ()  # "Ali Shah, the minister's focal person"
        ends = self._names.run_ends(start - _LINK_MAX, start)
        end = next((end for end in ends if _LINK.fullmatch(self._text, end, start)), None)
        if end is None:
            return ()
        words = self._names.name_until(end)
        if len(words) == 1 and words[0].start not in self._names.found and not self._names.title_of(words[0]):
            return words if self._text[end] == "," and self._opens(words[0], phrase) else ()
        return words

    def _opens(self, word: Word, phrase: RolePhrase) -> bool:
        """Tell "Flasbarth, the German state secretary, said", where a surname opens its sentence."""
        before = self._text[max(0, word.start - 2) : word.start]
        return (
            phrase.office
            and len(word.text) > 3
            and not word.text.isupper()
            and (not before or before[-1] == "\n" or before in (". ", "? ", "! ", ", ", "” ", '" '))
            and bool(
                (_SPEAKS if before[:1] in (",", "”", '"') else _ASIDE_ENDS).match(self._text, phrase.span[1])
            )
        )

    def _introduce(self, phrase: RolePhrase, words: tuple[Word, ...]) -> None:
        if phrase.head in _LIKE and words[0].start > phrase.span[0]:
            phrase = self._like_before(phrase)
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
        known = groups.get(span[0])
        if known is None:
            groups[span[0]] = (whole, phrase)
        else:  # a post before the name and one behind it
            (start, end), first = known
            groups[span[0]] = (
                (min(start, whole[0]), max(end, whole[1])),
                phrase if end < whole[1] else first,
            )
        self._keep(phrase, whole, who, self._text[slice(*span)], org, self._tenure(phrase, span[1]))

    def _tenure(self, phrase: RolePhrase, name_end: int) -> Tenure:
        """Give the tenure that the words between name and post tell: "Bibeau, then Canada's minister"."""
        if phrase.tenure != "current" or not name_end < phrase.span[0]:
            return phrase.tenure
        if _COMING.search(self._text, name_end, phrase.span[0]):
            return "incoming"
        low = max(name_end, phrase.span[0] - _LINK_MAX)
        return "former" if _NO_LONGER.search(self._text, low, phrase.span[0]) else "current"

    def _like_before(self, phrase: RolePhrase) -> RolePhrase:
        """Make "his Ukrainian counterpart" and "his predecessor" holders of the post last told of."""
        like = _LIKE[phrase.head]
        owned = phrase.owner is not None or like != "current"
        if not owned or not self.introductions or not self.introductions[-1].office:
            return phrase
        post = self.introductions[-1].post
        return replace(
            phrase, post=post, office=True, tenure=like if phrase.tenure == "current" else phrase.tenure
        )

    def _note_deed(self, deed: Deed) -> None:
        words = deed.words
        if len(words) == 1 and words[0].start not in self._names.found:
            return
        org = self._names.owner(deed.owner)
        who = self._names.roster.of_name(words, None, org)
        span = (words[0].start, words[-1].end)
        self._names.note(span, who)
        if who.role is None:
            who.role, who.org, who.office = deed.post, org, True
        printed = self._text[slice(*span)]
        whole = (min(span[0], deed.span[0]), max(span[1], deed.span[1]))
        self.introductions.append(Introduction(whole, who, printed, deed.post, org, deed.tenure, office=True))

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
        """Give a person the post of a phrase; "Swedish" in "Swedish winger" is nobody they act for."""
        owner = self._names.actor_over(phrase.owner[0]) if phrase.owner else None
        of_country = (
            owner is not None and owner.adjective and not phrase.office and phrase.head not in _ACTING
        )
        who.role, who.org, who.office = phrase.post, None if of_country else org, phrase.office

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
