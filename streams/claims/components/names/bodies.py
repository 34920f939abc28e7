"""Organisations that no table names: a text and its known actors in, further mentions out.

A body is known by the form of its name: capitalised words that end in Fund, Facility or
Group, or that begin "Bank of". Its abbreviation in brackets and "the fund" stand for it
from there on.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice
from typing import Final

from msgspec import Struct

from models.messages import Actor, Span
from models.messages.claim import Level
from streams.claims.annotations import ActorMention
from streams.claims.capitals import compile_names
from streams.claims.components.text.words import Words as TextWords
from streams.claims.lexicon import Words

_BEFORE: Final = 90  # characters in which the words before a head stand
_WORDS_MAX: Final = 7
_SHORTS_MAX: Final = 20  # bounds of the work on a huge text
_NAMES_MAX: Final = 100
_PART: Final = re.compile(r"\S+")
_TAIL: Final = compile_names(
    r" (?:of|for|on|against|to)(?: the)? [A-Z][\w’'&-]*(?: (?:(?:of|for|and|the|in"
    r"|&) ){0,2}[A-Z][\w’'&-]*){0,4}"
)
_FOR: Final = compile_names(
    r" for(?: the)? [A-Z][\w’'&-]*(?: (?:(?:of|and|the|in|&) ){0,2}[A-Z][\w’'&-]*){0,4}"
)
_MORE: Final = re.compile(r" (?:Scheme|Programme|Program|Corps|Commission|Board|Unit)\b")
_SHORT: Final = compile_names(r"\s*\((?:the\s+|or\s+)?[\"“]?([A-Z][A-Za-z&-]{1,8})[\"”]?\)")
_NATIONAL: Final = re.compile(
    r"\bRed (?:Cross|Crescent)(?: and Red Crescent)? $"
)  # "Red Cross Society of China"
_STATELY: Final = frozenset({"Central", "National", "State", "Reserve"})  # "the Central Bank of Yemen"
_RELIEF: Final = re.compile(r"(?:Chief|Prime) Minister['’]s (?:\w+ ){0,3}(?:Fund|FUND)\W*$")
_LINKS: Final = frozenset({"and", "of", "for", "&", "de", "bin", "al", "van", "von", "der", "del", "di"})
_FORMS: Final = frozenset({"Group", "Society", "Organization", "Organisation"})
_COMMON: Final = re.compile(
    r"\s+(?:managers?|accounts?|loans?|holidays?|transfers?|robber\w*|of|for)\b", re.IGNORECASE
)


class Bodies(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table ``bodies.toml``: the words by which organisations are known."""

    heads: Words
    companies: Words
    openers: Words
    plain: Words
    again: Words
    never: Words
    trades: Words
    possessives: Words


def _national(text: str, at: int, head: str) -> Span | None:
    """Give where a national society stands: "Red Cross Society of China"."""
    cross = _NATIONAL.search(text, max(0, at - _BEFORE), at) if head == "Society" else None
    tail = _TAIL.match(text, at + len(head)) if cross else None
    return (cross.start(), tail.end()) if cross and tail else None


class BodyFinder:
    """Finds organisations by the form of their names."""

    def __init__(self, bodies: Bodies, openers: AbstractSet[str]) -> None:
        """Take the words of bodies, and the ``openers`` (lower case) that begin a sentence and no name."""
        self._companies = frozenset(bodies.companies)
        heads = {*bodies.heads, *bodies.companies, *bodies.openers}
        self._heads = frozenset({*heads, *(head.upper() for head in heads)})
        self._ends = frozenset({*bodies.heads, *bodies.companies})
        self._openers = frozenset(bodies.openers)
        self._plain = frozenset(bodies.plain)
        self._never = frozenset({*bodies.never, *(word.upper() for word in bodies.never)})
        self._possessives = frozenset(bodies.possessives)
        self._not_first = frozenset({*openers, *(word.casefold() for word in bodies.trades)})
        self._again = frozenset({*bodies.again, *(word.title() for word in bodies.again)})

    def add(self, words: TextWords, known: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
        """Give ``known`` with the bodies of the text of ``words``, in order."""
        text, here = words.text, words.places(self._heads)
        found = {m.span: m for m in self._named(text, here, known)} if here else {}
        if found:
            taken = sorted(found)
            known = [mention for mention in known if not _within(taken, mention.span)]
        everyone = sorted([*known, *found.values()], key=lambda m: m.span)
        short = list(_abbreviated(text, everyone))
        again = tuple(self._called_again(words, everyone))
        if not (found or short or again):
            return tuple(known)
        spans = {m.span[0] for m in everyone}
        more = {m.span[0]: m for m in (*short, *again) if m.span[0] not in spans}
        return tuple(sorted([*everyone, *more.values()], key=lambda m: m.span))

    def _named(
        self, text: str, heads: Sequence[tuple[int, str]], known: Sequence[ActorMention]
    ) -> Iterator[ActorMention]:
        starts = [mention.span[0] for mention in known]
        names: dict[str, Actor] = {}
        done = 0
        for at, head in heads:
            if at < done:
                continue
            near = known[max(0, bisect_left(starts, at - _BEFORE) - 1) : bisect_left(starts, at + _BEFORE)]
            span = _national(text, at, head) or self._span(text, at, head, near)
            if span is None:
                continue
            done = span[1]
            printed = " ".join(text[slice(*span)].split())
            actor = names.get(printed) or self._meant(printed, head, names)
            names.setdefault(printed, actor)
            yield ActorMention(span, _printed(actor, printed))

    def _meant(self, printed: str, head: str, names: dict[str, Actor]) -> Actor:
        """Give the body of this name, or the longer one that it is the end of ("Oyelaran Foundation")."""
        for name, actor in islice(names.items(), _NAMES_MAX):
            if name.endswith(" " + printed):
                return actor
        level: Level = "company" if head in self._companies else "organisation"
        return Actor(id=None, name=printed, level=level, as_printed=printed)

    def _span(  # noqa: PLR0911  (one return for each rule)
        self, text: str, at: int, head: str, near: Sequence[ActorMention]
    ) -> Span | None:
        """Give where the name with its head at ``at`` stands, None where there is no name."""
        end = at + len(head)
        left = self._left(text, at, head, near)
        start = left[0] if left else at
        if head.isupper() and len(head) > 3 and not _labels(text, start, end):
            return None
        if head in self._plain and (more := _MORE.match(text, end)):
            end = more.end()  # "National Service Scheme"
        stately = head == "Bank" and text[start:at].strip() in _STATELY
        if head in self._openers:
            tail = (_TAIL if not left or head == "Agency" or stately else _FOR).match(text, end)
            if stately and tail:
                return (start, tail.end())
            if tail and not any(m.span[0] < tail.end() and end < m.span[0] for m in near if left):
                end = tail.end()
        if not left and head in self._plain:
            return None
        if end == at + len(head) and (
            not left or (head not in self._ends and head.title() not in self._ends)
        ):
            return None
        inside = [m for m in near if m.span[0] < end and start < m.span[1]]
        if not inside:
            return (start, end)
        if any(m.span[0] <= start and m.span[1] >= end for m in inside) or not self._own(
            head, inside, left, end
        ):
            return None
        return (start, end)

    def _own(self, head: str, inside: Sequence[ActorMention], left: Sequence[int], end: int) -> bool:
        """Tell a name of its own from a known name with a word before or behind it."""
        last = inside[-1]
        if last.span[1] == end:  # "Turkish Red Crescent" is not the Red Cross as a whole
            return head in ("Cross", "Crescent") and len(inside) > 1
        if last.actor.level == "organisation" and head in _FORMS:
            return False
        known = sum(len((m.actor.as_printed or "").split()) for m in inside)
        return head not in self._plain or len(left) > known

    def _left(self, text: str, at: int, head: str, near: Sequence[ActorMention]) -> list[int]:
        """Give where the words of the name before its head begin, from left to right."""
        low = max(0, at - _BEFORE, text.rfind("\n", 0, at) + 1)
        parts = [(p.start(), p[0]) for p in _PART.finditer(text, low, at)]
        upper, linked, owned, found = head.isupper() and len(head) > 3, False, False, [at]
        for start, part in reversed(parts[-_WORDS_MAX:]):
            if text[start + len(part) : start + len(part) + 1] != " " or (
                start == low and text[low - 1 : low].isalnum()
            ):
                break
            if part in _LINKS and not linked:
                linked = True
                owned = part in ("of", "for")
                continue
            if not self._in_name(part, upper=upper) or (linked and self._ends_other(start, part, near)):
                break
            if linked and owned and part not in self._openers:
                break  # "Harjeet Singh of Climate Action Network"
            linked = False
            found.insert(0, start)
        return self._trimmed(text, found)

    def _trimmed(self, text: str, found: list[int]) -> list[int]:
        """Take off words that open a sentence, and the head; nothing is left of a news agency."""
        words = [text[start:].split(maxsplit=1)[0].strip('“"‘(') for start in found]
        if _RELIEF.match(" ".join(words)):
            return found[:-1]
        while len(words) > 1 and words[0].casefold() in self._not_first:
            found, words = found[1:], words[1:]
        if self._never.intersection(words):
            return []
        if text[found[0]] in '“"‘(':
            found[0] += 1
        return found[:-1]

    def _in_name(self, part: str, *, upper: bool) -> bool:
        bare = part.lstrip('“"‘(')
        if part in self._possessives:
            return True
        if not bare[:1].isupper() or not bare[-1].isalnum():
            return bare[-1:] == "." and bare[:-1].isupper() and 1 < len(bare) <= 4  # "St."
        return not bare.endswith(("'s", "’s")) and (bare.isupper() or not upper)

    def _ends_other(self, start: int, part: str, near: Sequence[ActorMention]) -> bool:
        """Tell a word before a link that belongs to another name: "Canada and Arbor Trust"."""
        end = start + len(part)
        return part in self._ends or any(m.span[0] < end and start < m.span[1] for m in near)

    def _called_again(self, words: TextWords, everyone: Sequence[ActorMention]) -> Iterator[ActorMention]:
        """Give "the fund" as the body with that head that was named last."""
        named: dict[str, list[ActorMention]] = {}
        for mention in everyone:
            if mention.actor.level == "organisation":
                named.setdefault(mention.actor.name.rpartition(" ")[2].lower(), []).append(mention)
        wanted = frozenset(word for word in self._again if word.lower() in named)
        text = words.text
        for at, word in words.places(wanted) if wanted else ():
            end = at + len(word)
            if text[max(0, at - 4) : at].lower() != "the " or _COMMON.match(text, end):
                continue
            group = named[word.lower()]
            index = bisect_left(group, at, key=lambda m: m.span[0]) - 1
            if index >= 0:
                yield ActorMention((at, end), _printed(group[index].actor, word))


def _labels(text: str, start: int, end: int) -> bool:
    """Tell "OCEAN TRUST: who pays" from a headline in capitals."""
    line = text.rfind("\n", 0, start) + 1
    return not text[line:start].strip(" •*-–—") and text[end : end + 1] in (":", ".", "\n", "")


def _printed(actor: Actor, words: str) -> Actor:
    return Actor(id=actor.id, name=actor.name, level=actor.level, as_printed=words)


def _abbreviated(text: str, everyone: Sequence[ActorMention]) -> Iterator[ActorMention]:
    """Give the places of abbreviations that the text brackets behind a name: "(PRF)"."""
    done: set[str] = set()
    for mention in everyone:
        if mention.actor.id is not None or len(done) >= _SHORTS_MAX:
            continue
        short = _SHORT.match(text, mention.span[1])
        if short is None or short[1][0] not in mention.actor.name or sum(c.isupper() for c in short[1]) < 2:
            continue
        if short[1] in done:
            continue
        done.add(short[1])
        for place in re.finditer(rf"\b{re.escape(short[1])}\b", text):
            yield ActorMention(place.span(), _printed(mention.actor, short[1]))


def _within(spans: Sequence[Span], span: Span) -> bool:
    index = bisect_left(spans, (span[0] + 1, 0)) - 1
    return index >= 0 and spans[index][1] >= span[1]
