"""Role phrases: a text in, "the former Dutch prime minister", "head of policy at Oxfam" out.

A phrase has a head noun ("minister"), words before it (an owner, tenure, a portfolio)
and after it ("of the European Commission", "for foreign affairs"). What names the
organisation is kept apart from what names the post.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from models.messages import Span
from models.messages.claim import Tenure
from streams.claims.annotations import ActorMention
from streams.claims.components.posts.role_tails import Tail, TailReader
from streams.claims.components.posts.role_words import Left, LeftReader, Vocabulary
from streams.claims.components.text.words import Words
from streams.claims.lexicon import Speech

_HYPHENATED: Final = re.compile(r"(?i)\b(secretary|director|attorney|solicitor)-(general)\b")
_CAPITALS: Final = frozenset(["ceo", "cfo", "coo", "cto", "mp", "mep", "cs", "ps", "md", "msp", "mla", "td"])
_LEADING: Final = frozenset(["chief", "head", "lead"])


class RolePhrase(Struct, frozen=True):
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
        self._before_max = max(len(before) for heads in self._heads.values() for _, before, _ in heads)
        self._words = vocabulary

    def phrases(self, words: Words, actors: Sequence[ActorMention]) -> list[RolePhrase]:
        """Give the role phrases of a text in order; of "prime minister" one, not two."""
        text = words.text
        ends = {mention.span[1]: mention for mention in actors}
        lefts = LeftReader(self._words, text, ends)
        tails = TailReader(self._words, text, {mention.span[0]: mention for mention in actors})
        found: list[RolePhrase] = []
        for head in self._found_heads(words):
            if found and found[-1].span[1] > head.span[0] >= found[-1].head_span[1]:
                continue  # a head inside the last one's "of ..." part
            left = lefts.read(head.span[0])
            while (
                found and found[-1].head_span[1] + 1 >= head.span[0] and left.start <= found[-1].head_span[0]
            ):
                found.pop()  # "vice president", "chief executive officer": the last noun is the head
            found.append(self._phrase(text, head, left, tails.read(head.span[1], head.name)))
        return found

    def _found_heads(self, words: Words) -> Iterator["_Head"]:
        text = words.text
        for at, word in words.places(self._vocabulary):
            before = text[max(0, at - self._before_max) : at].lower().replace("-", " ")
            for name, prefix, plural in self._heads[word]:
                if before.endswith(prefix):
                    start = at - len(prefix)
                    if prefix and text[start - 1 : start].isalnum():
                        continue
                    yield _Head((start, at + len(word)), name, plural)
                    if prefix:
                        break

    def _phrase(self, text: str, head: "_Head", left: Left, tail: Tail) -> RolePhrase:
        return RolePhrase(
            span=(left.start, tail.end),
            head_span=head.span,
            head=head.name,
            post=_tidy(" ".join([*left.post, text[slice(*head.span)]]) + tail.post),
            tenure=tail.tenure or left.tenure or "current",
            owner=left.owner or tail.owner,
            determiner=left.determiner,
            plural=head.plural,
            office=(head.name in self._words.offices or _is_leading(head.name, left.post))
            and "retired" not in left.post,
        )


class _Head(Struct, frozen=True):
    """A head noun where it stands; ``name`` is its form in the lexicon, blanks for hyphens."""

    span: Span
    name: str
    plural: bool


def _heads_by_last_word(heads: Sequence[str]) -> dict[str, list[tuple[str, str, bool]]]:
    """Index heads, longest first, by the printed forms of their last word: (head, words before, plural)."""
    index: dict[str, list[tuple[str, str, bool]]] = {}
    for head in sorted({head.replace("-", " ") for head in heads}, key=len, reverse=True):
        prefix, _, last = head.rpartition(" ")
        for form in _printed(last):
            index.setdefault(form, []).append((head, prefix + " " if prefix else "", False))
            index.setdefault(form + "s", []).append((head, prefix + " " if prefix else "", True))
    return index


def _printed(word: str) -> tuple[str, ...]:
    """Give the forms a word may be printed in: minister, Minister, MINISTER; only CEO."""
    if word in _CAPITALS:
        return (word.upper(),)
    return (word, word.capitalize(), word.upper())


def _is_leading(head: str, post: list[str]) -> bool:
    """Tell a post from a description: "chief scientist", "trade official"."""
    return bool(post) and (head == "official" or post[-1].lower() in _LEADING)


def _tidy(post: str) -> str:
    """Give a post one form: single blanks, no hyphen in Secretary General."""
    post = " ".join(post.split()).strip(" -,")
    return _HYPHENATED.sub(r"\1 \2", post) if "-" in post else post
