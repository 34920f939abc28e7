"""The words a role phrase is made of, read from its head to the left.

In: the text before a head noun ("the EU’s outgoing foreign policy" before "chief").
Out: where the phrase begins, who owns it, its tenure, and the words of the post.
"""

import re
from typing import Final, Literal

from msgspec import Struct, field

from models.messages import Span
from models.messages.claim import Tenure
from streams.claims.annotations import ActorMention
from streams.claims.components.names.spelling import fold
from streams.claims.lexicon import Speech

DETERMINERS: Final = frozenset(
    [
        "the",
        "a",
        "an",
        "its",
        "their",
        "his",
        "her",
        "our",
        "this",
        "that",
        "one",
        "another",
        "some",
        "no",
        "my",
        "these",
        "those",
        "two",
        "whose",
    ]
)
_LEFT_WORDS: Final = 9
_WORD_MAX: Final = 40  # characters
# A mark that no role phrase runs over: at the start of a word it lets the word in, else not.
_CUT: Final = re.compile(r"([(“\"«‘])(?=[^\W_])|[,;:()“”\"«»!?—–]|(?<![A-Z.].)\.$(?<!\b[A-Z]\.)")
_NOT_PORTFOLIO: Final = frozenset(
    [
        "new",
        "current",
        "then",
        "same",
        "other",
        "only",
        "old",
        "young",
        "own",
        "first",
        "last",
        "present",
        "longtime",
        "as",
        "is",
        "was",
        "said",
        "says",
        "told",
        "who",
        "which",
        "with",
        "by",
        "in",
        "on",
        "at",
        "for",
        "of",
        "to",
        "from",
    ]
)
_NOT_OWNER: Final = frozenset(["The", "In", "At"])
_OF_RANK: Final = frozenset(["senior", "top", "junior", "special", "deputy", "leading", "lead"])
_NOBLE: Final = frozenset(["king", "queen", "prince", "princess", "justice"])  # heads of role phrases, too
_POSSESSIVE: Final = ("’s", "'s", "s’", "s'")
_ARTICLES: Final = ("the", "its", "their", "a", "an")
_Placed = tuple[str, int, int]  # a word, and where it begins and ends


class Vocabulary:
    """The lexicon's words for role phrases, as sets; made once."""

    def __init__(self, speech: Speech) -> None:
        roles, names = speech.roles, speech.names
        self.modifiers = frozenset(roles.modifiers)
        self.bodies = frozenset(roles.bodies)
        self.with_for, self.with_to = frozenset(roles.with_for), frozenset(roles.with_to)
        self.offices = frozenset(head.replace("-", " ") for head in roles.heads)
        self.organisation_words = frozenset(fold(word) for word in names.not_names)
        self.function_words = frozenset(fold(word) for word in names.function_words)
        he, she = _folded(names.honorifics_male), _folded(names.honorifics_female)
        self.honorifics = (he | she | _folded(names.honorifics)) - _NOBLE
        # What may stand before a name and is no part of it.
        self.titles = self.honorifics | _folded(names.ranks)
        self.pronouns: dict[str, Literal["he", "she"]] = {
            **dict.fromkeys(he, "he"),
            **dict.fromkeys(she, "she"),
        }
        self.gendered: dict[str, Literal["he", "she"]] = {
            **dict.fromkeys(roles.he, "he"),
            **dict.fromkeys(roles.she, "she"),
        }
        self.tenures: dict[str, Tenure] = {
            **dict.fromkeys(roles.former, "former"),
            **dict.fromkeys(roles.outgoing, "outgoing"),
            **dict.fromkeys(roles.incoming, "incoming"),
            **dict.fromkeys(roles.designate, "designate"),
            **dict.fromkeys(roles.acting, "acting"),
        }


def _word_before(text: str, end: int) -> tuple[str, int, int, bool]:
    """Give the word before ``end``, where it stands, and whether another of its clause may precede it."""
    while end and text[end - 1] in " \u00a0":
        end -= 1
    word = text[max(0, end - _WORD_MAX) : end].rpartition(" ")[2]
    start = end - len(word)
    cut = None
    if not word.isalnum():
        start = max(text.rfind("\n", start, end), text.rfind("\u00a0", start, end), start - 1) + 1
        cut = _CUT.search(text, start, end)
        if cut is not None:
            start = end if cut[1] is None else cut.end()
        word = text[start:end]
    more = cut is None and 0 < start < end and text[start - 1] != "\n"
    return word, start, end, more


def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


class Left(Struct):
    """What stands before a head. ``start`` is where the phrase begins."""

    start: int
    post: list[str] = field(default_factory=list)
    tenure: Tenure | None = None
    owner: Span | None = None
    capital: Span | None = None  # capitalised words that no list knows: an organisation
    determiner: str | None = None


class LeftReader:
    """Reads the phrases of a text, each from right to left."""

    def __init__(self, vocabulary: Vocabulary, text: str, ends: dict[int, ActorMention]) -> None:
        self._vocabulary = vocabulary
        self._text = text
        self._ends = ends
        self._words: list[_Placed] = []  # the next words to read that are cut out, the nearest first
        self._edge = 0  # where the word before them ends
        self._left = 0  # words that may still be cut out

    def read(self, head: int) -> Left:
        """Give what stands before the head at ``head``, within its sentence."""
        self._words, self._edge, self._left = [], head, _LEFT_WORDS
        left = Left(start=head)
        while self._sees() and self._take(left, *self._words.pop(0)):
            pass
        left.owner = left.owner or left.capital
        return left

    def _sees(self, count: int = 1) -> bool:
        """Cut out words up to the next ``count``; tell whether the clause has so many."""
        while self._left and len(self._words) < count:
            word, start, end, more = _word_before(self._text, self._edge)
            if word:
                self._words.append((word, start, end))
            self._edge = start
            self._left = self._left - 1 if more else 0
        return len(self._words) >= count

    def _take(self, left: Left, word: str, start: int, end: int) -> bool:
        """Fold one more word into the phrase; False where the phrase begins."""
        lower = word.lower()
        if lower in DETERMINERS:
            left.determiner, left.start = lower, start
            return False
        if word.endswith(_POSSESSIVE):
            return self._take_owner(left, word, start, end)
        if self._take_tenure(left, lower, start):
            return True
        if end in self._ends:
            return self._take_actor(left, self._ends[end])
        return self._take_word(left, word, start, end)

    def _take_word(self, left: Left, word: str, start: int, end: int) -> bool:
        lower = word.lower()
        if lower in ("and", "&"):
            return self._take_and(left, word, start)
        if self._is_modifier(lower) or self._is_body(left, word):
            return self._take_modifier(left, word, start)
        if word[0].isupper() and fold(word) not in self._vocabulary.function_words:
            return self._take_capital(left, start, end)
        return self._take_owned(left, word, start)

    def _take_owner(self, left: Left, word: str, start: int, end: int) -> bool:
        """Take "EU’s", the owner, with the capitalised words before it."""
        cut = end - (2 if word[-1] == "s" else 1)
        if cut in self._ends:
            start = self._ends[cut].span[0]
        else:
            while self._sees() and self._words[0][0][0].isupper() and self._words[0][0] not in _NOT_OWNER:
                start = self._words.pop(0)[1]
        left.owner = left.owner or left.capital or (start, cut)
        left.start, left.determiner = start, "the"
        if self._sees() and self._words[0][0].lower() == "the":
            left.start = self._words[0][1]
        return False

    def _take_tenure(self, left: Left, lower: str, start: int) -> bool:
        first, hyphen, rest = lower.partition("-")
        tenure = self._vocabulary.tenures.get(first)
        if tenure is None or (hyphen and first not in ("ex", "then", "outgoing", "former")):
            return False
        left.tenure, left.start = tenure, start
        if rest in self._vocabulary.modifiers:
            left.post.insert(0, rest)  # "ex-finance minister"
        return True

    def _take_actor(self, left: Left, actor: ActorMention) -> bool:
        """Take a country or organisation that stands before the post: "Dutch", "World Bank"."""
        if left.owner is None:
            left.owner = actor.span
        left.start = actor.span[0]
        while self._sees() and self._words[0][1] >= actor.span[0]:
            self._words.pop(0)
        return True

    def _take_and(self, left: Left, word: str, start: int) -> bool:
        """Take "and" between two words of a portfolio ("Cooperation and Development")."""
        if not left.post or left.owner is not None or left.capital is not None or not self._sees():
            return False
        before = self._words[0][0].rstrip(",")
        if not self._is_modifier(before.lower()) or before[0].isupper() != left.post[0][0].isupper():
            return False
        left.post.insert(0, word)
        left.start = start
        return True

    def _take_modifier(self, left: Left, word: str, start: int) -> bool:
        if left.capital is not None:
            left.capital = (start, left.capital[1])  # "Federal Grid Company": one name
        elif left.owner is not None and word[0].islower() and word not in _OF_RANK:
            return False
        elif left.owner is None:
            left.post.insert(0, word)
        else:
            left.post.insert(0, word)  # "Federal German finance minister"
        left.start = start
        return True

    def _take_capital(self, left: Left, start: int, end: int) -> bool:
        if left.owner is not None:
            return False
        left.capital = (start, left.capital[1] if left.capital else end)
        left.start = start
        return True

    def _take_owned(self, left: Left, word: str, start: int) -> bool:
        """Take a lower-case noun that nobody listed, where an owner stands just before it."""
        if left.owner is not None or left.capital is not None or not word.isalpha():
            return False
        if not (self._is_definite(word, start) or self._has_owner(start)):
            return False
        left.post.insert(0, word)
        left.start = start
        return True

    def _is_definite(self, word: str, start: int) -> bool:
        """Tell whether an article stands before a word that may be of a portfolio."""
        ends = self._text[max(0, start - _WORD_MAX) : start].rstrip(" \u00a0").lower().endswith(_ARTICLES)
        return (
            ends
            and word.lower() not in _NOT_PORTFOLIO
            and self._sees()
            and self._words[0][0].lower() in _ARTICLES
        )

    def _has_owner(self, start: int) -> bool:
        """Tell whether one of the two words before ``start`` is an owner's."""
        before = self._text[max(0, start - 2 * _WORD_MAX) : start]
        if not any(mark in before for mark in _POSSESSIVE):
            return False
        self._sees(2)
        return any(word.endswith(_POSSESSIVE) for word, _, _ in self._words[:2])

    def _is_body(self, left: Left, word: str) -> bool:
        """Tell the body in "former central bank governor", which nobody names: part of the post."""
        return word in self._vocabulary.bodies and left.owner is None and left.capital is None

    def _is_modifier(self, lower: str) -> bool:
        known = self._vocabulary.modifiers
        return lower in known or ("-" in lower and all(part in known for part in lower.split("-")))
