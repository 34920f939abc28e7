"""Actors: doc.text in, ``doc._.actors`` out: every country, bloc, organisation and company named.

Names come from the reference data. Weak names ("the alliance", "the Commission") count
only where the article has named the actor itself; a capital counts where it acts, not
where something merely happens in it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from msgspec import Struct
from spacy.language import Language
from spacy.tokens import Doc

from models.messages import Actor, Span
from models.reference import SEEDS, ActorSeed
from streams.claims.annotations import ActorMention
from streams.claims.capitals import compile_names
from streams.claims.components.names.bodies import Bodies, BodyFinder
from streams.claims.components.names.described import described
from streams.claims.components.text.words import Words as TextWords
from streams.claims.components.text.words import words_of
from streams.claims.lexicon import LEXICON, Words, load_speech, load_table, shared_reference

_WORD: Final = re.compile(r"[^\W_]+")
_LOCATION: Final = re.compile(
    r"\b(?:in|at|from|near|outside|around|of|via|across|through|visit(?:ed|s)?|left)\s+(?:the\s+)?$"
)
_PAID: Final = re.compile(
    r"\b(?:receiv\w+|got|came|comes|come|coming|arriv\w+|due|expected|returned|back|home|funding|aid|money|[mb]illion|[mb]n|support|pledges?|package"
    r"|help)\s+(?:\w+\s+){0,3}from\s+$|\d[\w.,]*\s+from\s+$",
    re.IGNORECASE,
)
# "from Wellington $2 million", "From Seoul come"
_FRONTED: Final = re.compile(r"(?:^|[.;:,\n]\s*|\band\s+)from\s+$", re.IGNORECASE)
_COMES: Final = re.compile(
    r"\s*[:,]?\s*(?:(?:an?|about|up to|some|another|over|nearly)\s)?(?:[A-Z]{0,3}\s?[$€£¥]|[A-Z]{3}\s?\d|\d)"
    r"|\s+(?:comes?|came|(?:is|are)\s+(?:expected|due|to come))\b"
)
# A capital in a list of givers, before its sum.
_LISTED: Final = re.compile(
    r"\s+[–—-]\s+(?:[A-Z]{0,3}\s?[$€£¥]|[\d.,]+\s*(?:[mb]n?|[mb]illion|[mb]ln|tn)\b)|"
    r"\s*[:(]\s*(?:(?:an?|about|up to|some|another|over|nearly)\s)?(?:[A-Z]{0,3}\s?[$€£¥]|[A-Z]{3}\s?\d|\d)"
)
_DATED: Final = compile_names(
    r"(?:,\s+[A-Z][\w. ]{2,24})?(?:,\s*\d{1,2}(?:st|nd|rd|th)?\b|[,.]?\s+(?:\d{1,2}\s+)?(?:Jan|Feb|Mar"
    r"|Apr|May|Jun|Jul|Aug|Sep|Oct"
    r"|Nov|Dec)[a-z]*\.?\s+\d|[,.]?\s+\d{1,2}\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"|\.\s+[A-Z])"
)
_HELPED: Final = re.compile(r"\b(?:for|help|aid|arm|support)\s$")  # "Gripen for Kyiv: what it costs"
_VENUE: Final = re.compile(
    r"(?:['’]s)?[\s-]+(?:summit|conference|meeting|declaration|treaty|talks|forum|agreement|accord"
    r"|protocol|office|"
    r"on\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|based)\b|\s*[—–(:]|,\s*D\.?C|\s+D\.?C|/"
)
_COINS: Final = re.compile(r"\s+(?:dollars?|cents|currency)\b")  # "100 million US dollars" names no actor
_BASED: Final = re.compile(r"-(?:based|made|born|led|backed|built|occupied|held)\b")


class Places(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table ``places.toml``: aliases of actors that are places first."""

    places: Words


class _Name(NamedTuple):
    """A way to print an actor, which has it ``as_printed``."""

    actor: Actor
    adjective: bool = False
    weak: bool = False
    place: bool = False


class _Alike(NamedTuple):
    """The names of one spelling, and whether it is a place first."""

    spelling: str
    names: tuple[_Name, ...]
    place: bool


class ActorFinder:
    """Finds the actors of a text: one dictionary look-up for each word, one for what follows a known one."""

    def __init__(self, actors: Iterable[ActorSeed], places: Iterable[str]) -> None:
        placed = frozenset(places)
        index: dict[str, dict[str, list[_Name]]] = defaultdict(lambda: defaultdict(list))
        for seed in actors:
            for name in _names(seed, placed):
                spelling = name.actor.as_printed or ""
                if first := _WORD.match(spelling):
                    index[first[0]][_next_to(spelling, first.end())].append(name)
        self._index = {first: _longest_first(groups) for first, groups in index.items()}
        self._first_words = frozenset(self._index)

    def find(self, words: TextWords) -> tuple[ActorMention, ...]:
        """Give the mentions of a text in order, the longest name at each place."""
        text = words.text
        found: list[tuple[tuple[_Name, ...], Span]] = []
        end = 0
        for start, word in words.places(self._first_words):
            if start < end:
                continue
            groups = self._index[word]
            names = groups.get(_next_to(text, start + len(word)), groups[""])
            here = _at(text, start, names) if names else None
            if here:
                end = start + len(here.spelling)
                found.append((here.names, (start, end)))
        return tuple(_settled(text, found))


def _next_to(text: str, end: int) -> str:
    """Give the two characters behind a first word, which tell longer names apart; "" for fewer."""
    return text[end : end + 2] if len(text) > end + 1 else ""


def _longest_first(groups: Mapping[str, Sequence[_Name]]) -> dict[str, tuple[_Alike, ...]]:
    """Order the names of a first word by what stands next to it; those of no more come with all others."""
    short = groups.get("", ())
    longer = {key: tuple(_alike([*group, *short])) for key, group in groups.items() if key}
    return {"": tuple(_alike(short)), **longer}


def _alike(names: Iterable[_Name]) -> Iterator[_Alike]:
    """Bring together the names of one spelling, the longest first."""
    alike: dict[str, list[_Name]] = defaultdict(list)
    for name in names:
        alike[name.actor.as_printed or ""].append(name)
    for spelling in sorted(alike, key=len, reverse=True):
        yield _Alike(spelling, tuple(alike[spelling]), alike[spelling][0].place)


def _settled(text: str, found: Sequence[tuple[tuple[_Name, ...], Span]]) -> Iterator[ActorMention]:
    """Keep strong names; give a weak one to the actor of that name that was named last."""
    strong = {names[0].actor.id for names, _ in found if not names[0].weak}
    last: dict[str, int] = {}
    for index, (names, span) in enumerate(found):
        known = [n for n in names if not n.weak or n.actor.id in strong or n.actor.level == "donors"]
        if not known:
            continue
        name = known[0] if len(known) == 1 else max(known, key=lambda n: last.get(n.actor.id or "", -1))
        last[name.actor.id or ""] = index
        adjective = (
            name.adjective or bool(_BASED.match(text, span[1])) or (name.place and _is_dateline(text, span))
        )
        yield ActorMention(span, name.actor, adjective)


def _names(seed: ActorSeed, places: frozenset[str]) -> Iterable[_Name]:
    for alias in dict.fromkeys((seed.name, *seed.aliases)):
        bare = alias if alias in places else alias.removeprefix("the ").removeprefix("The ")
        weak = bare != alias or not alias[:1].isupper() or alias in _WEAK
        weak = weak and not seed.name[:1].islower()  # a cause has no other name: "global food security"
        weak = weak and not any(part[:1].isupper() and part not in _WEAK for part in bare.split())
        weak = weak and not _particular(bare)
        yield _Name(_printed(seed, bare), weak=weak, place=alias in places)
        if bare[:1].islower():
            yield _Name(_printed(seed, bare[:1].upper() + bare[1:]), weak=weak)
        if len(bare) > 3 and bare.upper() != bare and not weak:
            yield _Name(_printed(seed, bare.upper()), place=alias in places)
    for demonym in seed.demonyms:
        yield _Name(_printed(seed, demonym), adjective=True)


def _printed(seed: ActorSeed, name: str) -> Actor:
    return Actor(id=seed.id, name=seed.name, level=seed.level, as_printed=name)


def _particular(name: str) -> bool:
    """Tell a lower-case name that is nobody else's: "loss and damage fund", not "32 member states"."""
    words = name.split()
    return len(words) >= 3 and name[0].isalpha() and words[-1] not in _GROUPS


_GROUPS: Final = frozenset(
    {
        "countries",
        "states",
        "nations",
        "leaders",
        "members",
        "partners",
        "conference",
        "organisations",
        "organizations",
    }
)
_WEAK: Final = frozenset({"Alliance", "Allies", "Commission", "Bank", "Alliance members", "Alliance leaders"})


def _at(text: str, at: int, groups: Iterable[_Alike]) -> _Alike | None:
    """Give the longest name that stands at ``at`` and is no part of a longer word, for all who bear it."""
    if at and text[at - 1] in "-@/" and text[at - 2 : at - 1].isalnum():
        return None
    for alike in groups:
        if not text.startswith(alike.spelling, at):
            continue
        end = at + len(alike.spelling)
        behind = text[end : end + 1]
        if not (behind.isalnum() or behind == "$" or _COINS.match(text, end)):
            return alike if not alike.place or _acts(text, at, end) else None
    return None


def _acts(text: str, start: int, end: int) -> bool:
    """Tell a capital that stands for its government from one that is only a place."""
    if _LISTED.match(text, end) or _HELPED.search(text, max(0, start - 10), start):
        return True
    if text[max(0, start - 10) : start].rstrip().lower().endswith("from"):
        if _PAID.search(text, max(0, start - 44), start):
            return True
        if _FRONTED.search(text, max(0, start - 14), start) and _COMES.match(text, end):
            return True
    return not _LOCATION.search(text, max(0, start - 14), start) and not _VENUE.match(text, end)


def _is_dateline(text: str, span: Span) -> bool:
    """Tell the place that opens a report: "MANILA, April 10 (AP) -"; it gives nothing."""
    opens = span[0] == 0 or text[span[0] - 1] == "\n"
    return opens and bool(_DATED.match(text, span[1]))


@Language.factory(
    "actors",
    assigns=["doc._.actors"],
    default_config={"reference": str(SEEDS / "reference"), "lexicon": str(LEXICON)},
)
def make_actors(nlp: Language, name: str, reference: str, lexicon: str) -> "ActorsComponent":  # noqa: ARG001
    """Build the component; ``reference`` and ``lexicon`` are folders of TOML tables."""
    folder = Path(lexicon)
    places = load_table(folder / "places.toml", Places).places
    openers = frozenset(word.casefold() for word in load_speech(folder).names.function_words)
    bodies = BodyFinder(load_table(folder / "bodies.toml", Bodies), openers)
    return ActorsComponent(ActorFinder(shared_reference(Path(reference)).actor, places), bodies)


class ActorsComponent:
    """Notes the actors on a Doc."""

    def __init__(self, finder: ActorFinder, bodies: BodyFinder) -> None:
        self._finder = finder
        self._bodies = bodies

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.actors``."""
        words = words_of(doc)
        doc._.actors = described(words.text, self._bodies.add(words, self._finder.find(words)))
        return doc
