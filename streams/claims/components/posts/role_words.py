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
_AHEAD: Final = 3  # words
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
_POSSESSIVE: Final = re.compile(r"(?:['’]s|s['’])$")


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
    low = max(0, end - _WORD_MAX)
    start = (
        max(text.rfind(" ", low, end), text.rfind("\n", low, end), text.rfind("\u00a0", low, end), low - 1)
        + 1
    )
    cut = _CUT.search(text, start, end)
    if cut is not None:
        start = end if cut[1] is None else cut.end()
    more = cut is None and 0 < start < end and text[start - 1] != "\n"
    return text[start:end], start, end, more


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
    """Reads one phrase from right to left; make one for each head."""

    def __init__(self, vocabulary: Vocabulary, text: str, ends: dict[int, ActorMention]) -> None:
        self._vocabulary = vocabulary
        self._text = text
        self._ends = ends
        self._words: list[tuple[str, int, int]] = []  # the next words to read, the nearest last
        self._edge: int | None = None  # where the word before them ends
        self._left = _LEFT_WORDS

    def read(self, head: int) -> Left:
        """Give what stands before the head at ``head``, within its sentence."""
        self._edge = head
        self._fill()
        left = Left(start=head)
        while self._words and self._take(left, *self._words.pop()):
            self._fill()
        left.owner = left.owner or left.capital
        return left

    def _fill(self) -> None:
        """Keep two words in sight, for those that are judged by what stands before them."""
        while self._edge is not None and self._left and len(self._words) < _AHEAD:
            word, start, end, more = _word_before(self._text, self._edge)
            if word:
                self._words.insert(0, (word, start, end))
            self._left -= 1
            self._edge = start if more else None

    def _take(self, left: Left, word: str, start: int, end: int) -> bool:
        """Fold one more word into the phrase; False where the phrase begins."""
        lower = word.lower()
        if lower in DETERMINERS:
            left.determiner, left.start = lower, start
            return False
        if _POSSESSIVE.search(word):
            return self._take_owner(left, word, start, end)
        if self._take_tenure(left, lower, start):
            return True
        if end in self._ends:
            return self._take_actor(left, self._ends[end])
        return self._take_word(left, word, start, end)

    def _take_word(self, left: Left, word: str, start: int, end: int) -> bool:
        if word.lower() in ("and", "&"):
            return self._take_and(left, word, start)
        if self._is_modifier(word.lower()) or self._is_body(left, word):
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
            while self._words and self._words[-1][0][0].isupper() and self._words[-1][0] not in _NOT_OWNER:
                start = self._words.pop()[1]
                self._fill()
        left.owner = left.owner or left.capital or (start, cut)
        left.start, left.determiner = start, "the"
        if self._words and self._words[-1][0].lower() == "the":
            left.start = self._words[-1][1]
        return False

    def _take_tenure(self, left: Left, lower: str, start: int) -> bool:
        first = lower.split("-", 1)[0]
        tenure = self._vocabulary.tenures.get(first)
        if tenure is None or (first != lower and first not in ("ex", "then", "outgoing", "former")):
            return False
        left.tenure, left.start = tenure, start
        rest = lower[len(first) + 1 :]
        if rest in self._vocabulary.modifiers:
            left.post.insert(0, rest)  # "ex-finance minister"
        return True

    def _take_actor(self, left: Left, actor: ActorMention) -> bool:
        """Take a country or organisation that stands before the post: "Dutch", "World Bank"."""
        if left.owner is None:
            left.owner = actor.span
        left.start = actor.span[0]
        while self._words and self._words[-1][1] >= actor.span[0]:
            self._words.pop()
            self._fill()
        return True

    def _take_and(self, left: Left, word: str, start: int) -> bool:
        """Take "and" between two words of a portfolio ("Cooperation and Development")."""
        if not left.post or not self._words or left.owner is not None or left.capital is not None:
            return False
        before = self._words[-1][0].rstrip(",")
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
        owned = any(_POSSESSIVE.search(before[0]) for before in self._words[-2:]) or (
            self._words
            and self._words[-1][0].lower() in ("the", "its", "their", "a", "an")
            and word.lower() not in _NOT_PORTFOLIO
        )
        if not owned or left.owner is not None or left.capital is not None or not word.isalpha():
            return False
        left.post.insert(0, word)
        left.start = start
        return True

    def _is_body(self, left: Left, word: str) -> bool:
        """Tell the body in "former central bank governor", which nobody names: part of the post."""
        return word in self._vocabulary.bodies and left.owner is None and left.capital is None

    def _is_modifier(self, lower: str) -> bool:
        known = self._vocabulary.modifiers
        return lower in known or ("-" in lower and all(part in known for part in lower.split("-")))
