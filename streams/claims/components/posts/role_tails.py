"""What stands behind a role noun: "of the European Commission", "for foreign affairs", "-designate".

In: the text from the head noun on. Out: where the phrase ends, the words that belong to
the post, who owns it, and a tenure.
"""

import re
from typing import Final

from msgspec import Struct

from models.messages import Span
from models.messages.claim import Tenure
from streams.claims.annotations import ActorMention
from streams.claims.capitals import compile_names
from streams.claims.components.names.spelling import COLOURS, fold
from streams.claims.components.posts.role_words import DETERMINERS, Vocabulary

_WORD: Final = re.compile(r"\S+")
_STEP: Final = re.compile(
    r"[ \u00a0](in charge of|of|for|at|to|in)[ \u00a0](?:(?:the|its|his|her|their)[ \u00a0])?"
)
_CAP: Final = r"[^\W\d_a-zà-öø-ÿ][^\W_]{0,40}(?:['’&.-](?!s\b)[^\W_]{1,40}){0,4}"
_CAPITAL: Final = re.compile(
    rf"{_CAP}(?:[ \u00a0](?:(?:of|for|and|the|&|on|de|del|la|des|du)[ \u00a0]){{0,2}}{_CAP}){{0,9}}"
)
_LOWER: Final = re.compile(r"[a-z][a-z-]{1,30}(?:,?[ \u00a0](?:and[ \u00a0])?[a-z][a-z-]{1,30}){0,5}")
_LIST: Final = re.compile(
    rf"({_CAP}(?: {_CAP})?),(?: {_CAP}){{1,2}}(?:,(?: {_CAP}){{1,2}}){{0,3}},? and {_CAP}(?= |,|\.)"
)
_SUFFIX: Final = re.compile(r"[- ](designate|elect)\b", re.IGNORECASE)
_BEGINNING: Final = frozenset("deDEofati")  # letters that a suffix or a step begins with
_JOINTS: Final = frozenset(["of", "for", "and", "the", "&", "on"])
# Words of a portfolio that no list knows, where what follows shows that they end there.
_GUESS: Final = compile_names(
    r"[a-z][a-z-]{2,30}(?: (?:and )?[a-z][a-z-]{2,30}){0,3}?"
    r"(?=, | at | in [A-Z]| for [A-Z]| [A-Z][a-z]+ [A-Z])"
)
_OWNED: Final = compile_names(
    r"[A-Za-z]{2,30}[’']s (?:[a-z]{3,20} ){0,2}(?:board|council|office|committee|secretariat|parliament"
    r"|government|cabinet|agency|service|ministry|bank|fund|union|party|army|mission|authority|department)\b"
)
_BODY_NAMES: Final = frozenset(["party", "group", "committee", "programme", "program", "board", "union"])
_BODIES: Final = frozenset(["charity", "company", "group", "firm", "foundation", "association"])
_GOVERNMENT: Final = re.compile(
    r" (government|parliament|army|navy|air force|police|state|cabinet|embassy|delegation|opposition)\b"
)
_HOLDER: Final = compile_names(
    r"(?:[A-Z][a-z]+ ){0,2}(?:President|Minister|Chancellor|Premier|King|Queen|Mayor|Senator|Governor) [A-Z]"
)
_PARTICLE: Final = re.compile(r"[ \u00a0](?:van|von|der|de|di|da|al|el|bin|ibn|ten|ter)[ \u00a0]")


def _before_name(capital: re.Match[str]) -> int:
    """Give where "the Arctic" ends in "for the Arctic Ilona Petrescu": two words of a name follow."""
    words = list(_WORD.finditer(capital[0]))
    if len(words) < 3 or words[-2][0] in _JOINTS or words[-3][0] in _JOINTS:
        return capital.end()
    return capital.start() + words[-3].end()


class Tail(Struct):
    """What stands behind a head, as far as it is read."""

    end: int
    post: str = ""
    owner: Span | None = None
    tenure: Tenure | None = None


class TailReader:
    """Reads what stands behind the role nouns of one text."""

    def __init__(self, vocabulary: Vocabulary, text: str, starts: dict[int, ActorMention]) -> None:
        self._words = vocabulary
        self._text = text
        self._starts = starts

    def read(self, end: int, head: str) -> Tail:
        """Give what stands behind the head noun that ends at ``end``."""
        text, right = self._text, Tail(end)
        if text[end + 1 : end + 2] not in _BEGINNING:
            return right
        if suffix := _SUFFIX.match(text, right.end):
            right.tenure = "designate" if suffix[1].lower() == "designate" else "incoming"
            right.end = suffix.end()
        for _ in range(3):
            step = _STEP.match(text, right.end)
            if step is None or (step[1] == "to" and head not in self._words.with_to):
                break
            if not (
                self._take_region(step, right)
                or self._take_list(step, right)
                or self._take_capital(step, right, head)
                or self._take_portfolio(step, right)
            ):
                break
        return right

    def _take_region(self, step: re.Match[str], right: Tail) -> bool:
        """Take "for southern Africa": a region that begins with a small letter."""
        region = self._starts.get(step.end())
        printed = self._text[slice(*region.span)] if region is not None else ""
        if region is None or step[1] not in ("for", "of") or not printed[0].islower() or printed.islower():
            return False
        right.post += self._text[right.end : region.span[1]]
        right.end = region.span[1]
        return True

    def _take_list(self, step: re.Match[str], right: Tail) -> bool:
        """Take "for Climate, Energy and Utilities": a portfolio, whatever its last word is."""
        listed = _LIST.match(self._text, step.end()) if step[1] in ("of", "for") else None
        if listed is None or not all(fold(word) in self._words.modifiers for word in listed[1].split()):
            return False
        right.post += self._text[right.end : listed.end()]
        right.end = listed.end()
        return True

    def _take_capital(self, step: re.Match[str], right: Tail, head: str) -> bool:
        """Take capitalised words: a portfolio ("of Foreign Affairs") or the organisation."""
        text = self._text
        capital = _CAPITAL.match(text, step.end())
        if capital is None or _HOLDER.match(text, step.end()):
            return False  # "a spokesman for President Ruto"
        stop = self._owner_end(capital)
        whole = step[1] == "for" and head in self._words.with_for  # then all of it is the portfolio
        if whole and stop == capital.end() and not text.startswith(",", stop):
            stop = _before_name(capital)
        words = text[capital.start() : stop].split()
        if step[1] == "in":
            if not text.startswith(",", stop):
                return False  # "in Kyiv" belongs to the verb
        elif whole or self._is_portfolio(words):
            right.post += text[right.end : stop]
        else:
            right.owner = right.owner or (capital.start(), stop)
            actor = self._starts.get(capital.start())
            stop = max(stop, actor.span[1]) if actor is not None else stop  # "Latvian government"
            if government := _GOVERNMENT.match(text, capital.end()):
                right.post += f" of {government[1]}"
                stop = max(stop, government.end())
        right.end = stop
        return True

    def _is_portfolio(self, words: list[str]) -> bool:
        """Tell "Foreign Affairs" from "the Labour Party", whose last word names a body."""
        known = all(fold(word) in self._words.modifiers or word in _JOINTS for word in words)
        return known and not (len(words) > 1 and fold(words[-1]) in _BODY_NAMES)

    def _take_portfolio(self, step: re.Match[str], right: Tail) -> bool:
        """Take lower-case words of a portfolio ("for foreign affairs"), or "the agency", which is none."""
        text = self._text
        if step[1] == "in":
            return False
        if owned := _OWNED.match(text, step.end()):
            right.end = owned.end()
            return True
        end = self._known_portfolio(step.end())
        guess = _GUESS.match(text, step.end())
        if (
            guess is not None
            and guess[0].split()[0] not in DETERMINERS
            and (end is None or guess.end() > end)
        ):
            end = guess.end()
        if end is None:
            return False
        if text[step.end() : end] in self._words.bodies:
            if step[1] == "for" or text[step.end() : end] in _BODIES:
                self._take_named(end, right)
            right.end = max(right.end, end)
        else:
            right.post += text[right.end : end]
            right.end = end
        return True

    def _known_portfolio(self, start: int) -> int | None:
        """Give where words of a portfolio that the lexicon knows end, None if there are none."""
        lower = _LOWER.match(self._text, start)
        end = None
        for word in _WORD.finditer(self._text, *lower.span()) if lower else ():
            bare = word[0].rstrip(",")
            if bare not in self._words.modifiers and bare not in self._words.bodies and bare not in _JOINTS:
                break
            if bare not in _JOINTS:
                end = word.start() + len(bare)
        return end

    def _take_named(self, end: int, right: Tail) -> None:
        """Take the name behind "the charity", where a comma parts it from a person's."""
        name = _CAPITAL.match(self._text, end + 1)
        if name is not None and self._text[name.end() : name.end() + 1] == ",":
            right.owner, right.end = right.owner or name.span(), name.end()

    def _owner_end(self, capital: re.Match[str]) -> int:
        """Part an organisation from the name behind it: "of Denmark Mette Frederiksen"."""
        words = [(word[0], word.end()) for word in _WORD.finditer(self._text, *capital.span())]
        for index, (word, _) in enumerate(words[1:], 1):
            if word == "of" and all(fold(before) in self._words.modifiers for before, _ in words[:index]):
                return words[index - 1][1]  # "Defence of Ukraine": a portfolio, then the owner
        actor = self._starts.get(capital.start())
        if actor is not None and actor.span[1] <= capital.end():
            rest = [word for word, end in words if end > actor.span[1]]
            if not rest or (rest[0] not in _JOINTS and not self._names_body(rest)):
                return actor.span[1]
        return self._name_start(words) or capital.end()

    def _names_body(self, words: list[str]) -> bool:
        """Tell "Forest Service" behind "Korea" from a name: what it begins or ends with."""
        known = self._words.organisation_words
        return fold(words[0]) in known or (fold(words[-1]) in known and fold(words[-1]) not in COLOURS)

    def _name_start(self, words: list[tuple[str, int]]) -> int | None:
        """Give where a person's name begins in "Child Poverty Action Group Alison Garnham", if one does."""
        stop = next((i for i, (word, _) in enumerate(words) if self._cuts(word)), len(words))
        at = stop
        while at > 1 and self._in_name(words[at - 1][0]):
            at -= 1
        named = stop - at >= 2 or (stop - at == 1 and _PARTICLE.match(self._text, words[stop - 1][1]))
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
