"""Role phrases: a text in, "the former Dutch prime minister", "head of policy at Oxfam" out.

A phrase has a head noun ("minister"), words before it (an owner, tenure, a portfolio)
and after it ("of the European Commission", "for foreign affairs"). What names the
organisation is kept apart from what names the post.
"""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from models.messages import Span
from models.messages.claim import Tenure
from streams.claims.annotations import ActorMention
from streams.claims.components.names import fold
from streams.claims.components.role_words import DETERMINERS, Left, LeftReader, Vocabulary
from streams.claims.components.scan import occurrences
from streams.claims.lexicon import Speech

_WORD: Final = re.compile(r"\S+")
_STEP: Final = re.compile(
    r"[ \u00a0](of|for|at|to|in|in charge of)[ \u00a0](?:(?:the|its|his|her|their)[ \u00a0])?"
)
_CAP: Final = r"[^\W\d_a-zà-öø-ÿ][^\W_]{0,40}(?:['’&.-](?!s\b)[^\W_]{1,40}){0,4}"
_CAPITAL: Final = re.compile(
    rf"{_CAP}(?:[ \u00a0](?:(?:of|for|and|the|&|on|de|del|la|des|du)[ \u00a0]){{0,2}}{_CAP}){{0,9}}"
)
_LOWER: Final = re.compile(r"[a-z][a-z-]{1,30}(?:,?[ \u00a0](?:and[ \u00a0])?[a-z][a-z-]{1,30}){0,5}")
_SUFFIX: Final = re.compile(r"[- ](designate|elect)\b", re.IGNORECASE)
_TO_HEADS: Final = frozenset(
    ["ambassador", "envoy", "adviser", "advisor", "representative", "aide", "counsel", "delegate"]
)
_JOINTS: Final = frozenset(["of", "for", "and", "the", "&", "on"])
_COMMON: Final = frozenset(
    [
        "agency",
        "alliance",
        "country",
        "bloc",
        "bank",
        "fund",
        "organisation",
        "organization",
        "company",
        "group",
        "party",
        "union",
        "body",
        "nation",
        "foundation",
        "charity",
        "institution",
        "council",
        "board",
        "committee",
        "republic",
        "kingdom",
        "firm",
        "association",
        "administration",
        "office",
        "delegation",
        "mission",
        "secretariat",
        "project",
        "programme",
        "two",
        "three",
        "four",
        "five",
    ]
)
# Words of a portfolio that no list knows, where what follows shows that they end there.
_GUESS: Final = re.compile(
    r"[a-z][a-z-]{2,30}(?: (?:and )?[a-z][a-z-]{2,30}){0,3}?(?=, | at | in [A-Z]| for [A-Z]| [A-Z][a-z]+ [A-Z])"
)
_OWNED: Final = re.compile(
    r"[A-Za-z]{2,30}[’']s (?:board|council|office|committee|secretariat|parliament|government|cabinet)"
)
_BODIES: Final = frozenset(["charity", "company", "group", "firm", "foundation", "association"])
_LEADING: Final = frozenset(
    ["chief", "head", "lead", "trade", "defence", "defense", "foreign"]
)  # "chief scientist" is a post
_PARTICLE: Final = re.compile(r"[ \u00a0](?:van|von|der|de|di|da|al|el|bin|ibn|ten|ter)[ \u00a0]")


@dataclass(slots=True, frozen=True)
class RolePhrase:
    """A description of a person by what they do; ``post`` is printed less org and tenure."""

    span: Span
    head_span: Span
    head: str
    post: str
    tenure: Tenure
    owner: Span | None  # what stands for the organisation: "Dutch", "European Commission"
    determiner: str | None
    plural: bool
    office: bool  # a post, not a mere description ("analyst")


class RoleFinder:
    """Finds role phrases; holds the patterns built from the lexicon."""

    def __init__(self, speech: Speech, vocabulary: Vocabulary) -> None:
        self._heads = _heads_by_last_word((*speech.roles.heads, *speech.roles.descriptions))
        self._vocabulary = frozenset(self._heads)
        self._words = vocabulary

    def phrases(self, text: str, words: AbstractSet[str], actors: Sequence[ActorMention]) -> list[RolePhrase]:
        """Give the role phrases of ``text`` in order; of "prime minister" one, not two."""
        ends = {mention.span[1]: mention for mention in actors}
        starts = {mention.span[0]: mention for mention in actors}
        found: list[RolePhrase] = []
        for head in self._found_heads(text, words):
            if found and found[-1].span[1] > head.span[0] >= found[-1].head_span[1]:
                continue  # a head inside the last one's "of ..." part
            left = LeftReader(self._words, text, ends).read(head.span[0])
            while (
                found and found[-1].head_span[1] + 1 >= head.span[0] and left.start <= found[-1].head_span[0]
            ):
                found.pop()  # "vice president", "chief executive officer": the last noun is the head
            right = self._right(text, head, starts)
            found.append(self._phrase(text, head, left, right))
        return found

    def _found_heads(self, text: str, words: AbstractSet[str]) -> Iterator["_Head"]:
        for at, word in occurrences(text, words, self._vocabulary):
            for name, prefix, plural in self._heads[word]:
                start = at - len(prefix)
                if not prefix:
                    yield _Head((at, at + len(word)), name, plural)
                elif (
                    start >= 0
                    and text[start:at].lower().replace("-", " ") == prefix
                    and not text[start - 1 : start].isalnum()
                ):
                    yield _Head((start, at + len(word)), name, plural)
                    break

    def _phrase(self, text: str, head: "_Head", left: Left, right: "_Right") -> RolePhrase:
        return RolePhrase(
            span=(left.start, right.end),
            head_span=head.span,
            head=head.name,
            post=_tidy(" ".join([*left.post, text[slice(*head.span)]]) + right.post),
            tenure=right.tenure or left.tenure or "current",
            owner=left.owner or right.owner,
            determiner=left.determiner,
            plural=head.plural,
            office=head.name in self._words.offices or bool(left.post and left.post[-1].lower() in _LEADING),
        )

    def _right(self, text: str, head: "_Head", starts: dict[int, ActorMention]) -> "_Right":
        right = _Right(head.span[1])
        if suffix := _SUFFIX.match(text, right.end):
            right.tenure = "designate" if suffix[1].lower() == "designate" else "incoming"
            right.end = suffix.end()
        for _ in range(3):
            step = _STEP.match(text, right.end)
            if step is None or (step[1] == "to" and head.name not in _TO_HEADS):
                break
            if not (self._take_capital(text, step, starts, right) or self._take_portfolio(text, step, right)):
                break
        return right

    def _take_capital(
        self, text: str, step: re.Match[str], starts: dict[int, ActorMention], right: "_Right"
    ) -> bool:
        """Take capitalised words: a portfolio ("of Foreign Affairs") or the organisation."""
        capital = _CAPITAL.match(text, step.end())
        if capital is None:
            return False
        stop = self._owner_end(text, capital, starts)
        words = text[capital.start() : stop].split()
        if step[1] == "in":
            if not text.startswith(",", stop):
                return False  # "in Kyiv" belongs to the verb
        elif all(fold(word) in self._words.modifiers or word in _JOINTS for word in words):
            right.post += text[right.end : stop]
        else:
            right.owner = right.owner or (capital.start(), stop)
        right.end = stop
        return True

    def _take_portfolio(self, text: str, step: re.Match[str], right: "_Right") -> bool:
        """Take lower-case words of a portfolio ("for foreign affairs"), or "the agency", which is none."""
        if step[1] == "in":
            return False
        if owned := _OWNED.match(text, step.end()):
            right.end = owned.end()
            return True
        end = self._known_portfolio(text, step.end())
        guess = _GUESS.match(text, step.end())
        if (
            guess is not None
            and guess[0].split()[0] not in DETERMINERS
            and (end is None or guess.end() > end)
        ):
            end = guess.end()
        if end is None:
            return False
        if text[step.end() : end] in _COMMON:
            if step[1] == "for" or text[step.end() : end] in _BODIES:
                self._take_named(text, end, right)
            right.end = max(right.end, end)
        else:
            right.post += text[right.end : end]
            right.end = end
        return True

    def _known_portfolio(self, text: str, start: int) -> int | None:
        """Give where words of a portfolio that the lexicon knows end, None if there are none."""
        lower = _LOWER.match(text, start)
        end = None
        for word in _WORD.finditer(text, *lower.span()) if lower else ():
            bare = word[0].rstrip(",")
            if bare not in self._words.modifiers and bare not in _COMMON and bare not in _JOINTS:
                break
            if bare not in _JOINTS:
                end = word.start() + len(bare)
        return end

    def _take_named(self, text: str, end: int, right: "_Right") -> None:
        """Take the name behind "the charity", where a comma parts it from a person's."""
        name = _CAPITAL.match(text, end + 1)
        if name is not None and text[name.end() : name.end() + 1] == ",":
            right.owner, right.end = right.owner or name.span(), name.end()

    def _owner_end(self, text: str, capital: re.Match[str], starts: dict[int, ActorMention]) -> int:
        """Part an organisation from the name behind it: "of Denmark Mette Frederiksen"."""
        words = [(word[0], word.end()) for word in _WORD.finditer(text, *capital.span())]
        actor = starts.get(capital.start())
        if actor is not None and actor.span[1] <= capital.end():
            rest = [word for word, end in words if end > actor.span[1]]
            if not rest or (rest[0] not in _JOINTS and fold(rest[0]) not in self._words.organisation_words):
                return actor.span[1]
        return self._name_start(text, words) or capital.end()

    def _name_start(self, text: str, words: list[tuple[str, int]]) -> int | None:
        """Give where a person's name begins in "Child Poverty Action Group Alison Garnham", if one does."""
        stop = next((i for i, (word, _) in enumerate(words) if self._cuts(word)), len(words))
        at = stop
        while at > 1 and self._in_name(words[at - 1][0]):
            at -= 1
        named = stop - at >= 2 or (stop - at == 1 and _PARTICLE.match(text, words[stop - 1][1]))
        if at == stop or not named or not self._ends_owner(words[at - 1][0]):
            return words[stop - 1][1] if stop < len(words) and stop > 0 else None
        return words[at - 1][1]

    def _cuts(self, word: str) -> bool:
        """Tell a word that no organisation's name holds: "On", "Dr"."""
        key = fold(word)
        return key in self._words.honorifics or (key in self._words.function_words and key not in _JOINTS)

    def _in_name(self, word: str) -> bool:
        return not self._ends_owner(word) and word not in _JOINTS

    def _ends_owner(self, word: str) -> bool:
        return fold(word) in self._words.organisation_words or fold(word) in self._words.modifiers


@dataclass(slots=True)
class _Right:
    """What stands behind a head, as far as it is read."""

    end: int
    post: str = ""
    owner: Span | None = None
    tenure: Tenure | None = None


@dataclass(slots=True, frozen=True)
class _Head:
    """A head noun where it stands; ``name`` is its form in the lexicon, blanks for hyphens."""

    span: Span
    name: str
    plural: bool


def _heads_by_last_word(heads: Sequence[str]) -> dict[str, list[tuple[str, str, bool]]]:
    """Index heads by the printed forms of their last word, longest head first: (head, words before it, plural)."""
    index: dict[str, list[tuple[str, str, bool]]] = {}
    for head in sorted({head.replace("-", " ") for head in heads}, key=len, reverse=True):
        prefix, _, last = head.rpartition(" ")
        for form in _printed(last):
            index.setdefault(form, []).append((head, prefix + " " if prefix else "", False))
            index.setdefault(form + "s", []).append((head, prefix + " " if prefix else "", True))
    return index


def _printed(word: str) -> tuple[str, ...]:
    """Give the forms a word may be printed in: minister, Minister, MINISTER; of an abbreviation only CEO."""
    if word in ("ceo", "cfo", "coo", "mp", "mep"):
        return (word.upper(),)
    return (word, word.capitalize(), word.upper())


def _tidy(post: str) -> str:
    """Give a post one form: single blanks, no hyphen in Secretary General."""
    post = re.sub(r"\s+", " ", post).strip(" -,")
    return re.sub(
        r"(?i)\b(secretary|director|attorney|solicitor)-general\b", lambda m: m[0].replace("-", " "), post
    )
