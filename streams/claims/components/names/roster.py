"""Who is who: names in, people out, for one article and from the reference data.

KnownPeople is made once from ``seeds/``; a Roster holds the people of one article, so
that a surname or a misspelling finds the person that was introduced.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, Literal

from msgspec import Struct
from rapidfuzz.distance import Levenshtein

from models.messages import Actor
from models.reference import PersonSeed, Reference, TenureSeed
from streams.claims.components.names.spelling import Run, Word, fold
from streams.claims.lexicon import Names

Key = tuple[str, ...]
Pronoun = Literal["he", "she"]
_NEAR_MAX: Final = 100  # people of an article that a misspelt surname is compared with
# Posts that are called otherwise than they are listed.
SPELT_OUT: Final = {
    "pm": "prime minister",
    "premier": "prime minister",
    "fm": "foreign minister",
    "dg": "director general",
    "ceo": "chief executive",
    "chief executive": "chief executive officer",
}
_PARTICLES: Final = frozenset(
    {"van", "von", "der", "den", "del", "della", "dos", "bin", "ibn", "ben", "bint", "abu", "ter", "ten"}
)
_SUFFIXES: Final = frozenset({"jr", "sr", "ii", "iii", "iv"})
_LONG_NAME: Final = 8  # letters of a surname from which one wrong letter is surely a slip


class Individual(Struct, eq=False):
    """A person of one article: ``keys`` are the names that stand for them there."""

    id: str | None
    name: str
    key: Key
    pronoun: Pronoun | None = None
    tenures: tuple[TenureSeed, ...] = ()
    role: str | None = None
    org: Actor | None = None
    office: bool = False


class KnownName(Struct, frozen=True):
    """A name of a person in the reference data, as its folded words.

    ``full`` is the name that who is called so goes by, ``full_key`` its words.
    """

    key: Key
    seed: PersonSeed
    full: str
    full_key: Key


class KnownPeople:
    """People of the reference data, by name and by surname."""

    def __init__(self, reference: Reference, names: Names) -> None:
        self.actors = {
            actor.id: Actor(id=actor.id, name=actor.name, level=actor.level) for actor in reference.actor
        }
        self.first_names: dict[str, Pronoun] = {
            **{fold(name): "he" for name in names.male},
            **{fold(name): "she" for name in names.female},
        }
        tenures: dict[str, list[TenureSeed]] = {}
        for tenure in reference.tenure:
            tenures.setdefault(tenure.person, []).append(tenure)
        self._tenures = {person: tuple(held) for person, held in tenures.items()}
        self.by_first: dict[str, list[KnownName]] = {}
        self.by_surname: dict[str, list[KnownName]] = {}
        for person in reference.person:
            for name in (person.name, *person.aliases):
                full = _full(name, person)
                self._add(KnownName(_key(name), person, full, _key(full)))

    def _add(self, known: KnownName) -> None:
        self.by_first.setdefault(known.key[0], []).append(known)
        self.by_first[known.key[0]].sort(key=lambda other: -len(other.key))
        if len(known.key) > 1:
            self.by_surname.setdefault(known.key[-1], []).append(known)

    def tenures(self, seed: PersonSeed) -> tuple[TenureSeed, ...]:
        """Give the posts that a person holds or held."""
        return self._tenures.get(seed.id, ())

    def longest(self, run: Run, index: int) -> KnownName | None:
        """Give the longest known name that the words of ``run`` from ``index`` on begin with."""
        for known in self.by_first.get(run[index].key, ()):
            words = run[index : index + len(known.key)]
            if known.key == tuple([word.key for word in words]):
                return known
        return None

    def misspelt(
        self, key: Key, head: str | None, org: Actor | None, around: frozenset[str] = frozenset()
    ) -> KnownName | None:
        """Find the person that a misspelt full name means; a post they held allows one more slip.

        ``around`` are the ids of the actors that the article names: who led one of them is likelier.
        """
        best: tuple[int, KnownName] | None = None
        for known in (*self.by_first.get(key[0], ()), *self.by_surname.get(key[-1], ())):
            if len(known.key) < 2 or len(known.key[-1]) < 5:
                continue
            distance = Levenshtein.distance(" ".join(known.key), " ".join(key), score_cutoff=3)
            fits = self.held(known.seed, head, org)
            likely = head is None and known.key[0] == key[0] and self._led(known.seed, around)
            long = len(known.key[-1])
            allowed = 2 if fits and long >= 6 else 1 if fits or likely or long >= _LONG_NAME else 0
            if distance <= allowed and (best is None or distance < best[0]):
                best = (distance, known)
        return best[1] if best else None

    def _led(self, seed: PersonSeed, orgs: frozenset[str]) -> bool:
        return any(tenure.org in orgs for tenure in self.tenures(seed))

    def held(self, seed: PersonSeed, head: str | None, org: Actor | None) -> bool:
        """Tell whether the person held such a post ("minister") there; without a post, no."""
        if head is None:
            return False
        return any(
            _same_post(head, t.post) and (org is None or org.id in (None, t.org)) for t in self.tenures(seed)
        )


@dataclass(slots=True)
class Roster:
    """The people of one article, found by full name, then by surname."""

    known: KnownPeople
    around: frozenset[str] = frozenset()
    people: list[Individual] = field(default_factory=list)
    _by_key: dict[Key, Individual] = field(default_factory=dict)
    _by_id: dict[str, Individual] = field(default_factory=dict)
    _by_last: dict[str, list[Individual]] = field(default_factory=dict)
    _by_first: dict[str, Individual] = field(default_factory=dict)
    _by_part: dict[str, Individual] = field(default_factory=dict)

    def of_known(self, found: KnownName) -> Individual:
        """Give the person of the reference data, under the full name that is printed first.

        A transliteration in use ("Zelenskyy") is no error and stays; the id says who it is.
        """
        if found.seed.id in self._by_id:
            person = self._by_id[found.seed.id]
            self._by_key.setdefault(found.key, person)
            return person
        pronoun = found.seed.pronoun or self.known.first_names.get(found.full_key[0])
        tenures = self.known.tenures(found.seed)
        person = Individual(found.seed.id, found.full, found.full_key, pronoun, tenures)
        self._add(person, found.key)
        return person

    def of_name(self, words: Sequence[Word], head: str | None, org: Actor | None) -> Individual:
        """Give the person of a printed name, who is new if nobody in the article is meant."""
        key = _bare(tuple(word.key for word in words))
        if key in self._by_key:
            return self._by_key[key]
        if len(key) == 1:
            return self._of_surname(words[0], head, org)
        if (same := self._same(key)) is not None:
            self._by_key[key] = same
            return same
        misspelt = self.known.misspelt(key, head, org, self.around)
        if misspelt is not None:
            person = self.of_known(misspelt)
            self._by_key[key] = person
            return person
        name = " ".join(w.text.title() if w.text.isupper() and len(w.text) > 3 else w.text for w in words)
        person = Individual(None, name, key, self.known.first_names.get(key[0]))
        self._add(person, key)
        return person

    def surname(self, key: Key) -> Individual | None:
        """Give whose surname this is: the last words of a name, or its first, as in Yoon Suk Yeol."""
        for person in self._by_last.get(key[-1], ()):
            if len(person.key) > len(key) and person.key[-len(key) :] == key:
                return person
        first = self._by_first.get(key[0])
        if first is not None and len(key) == 1 and key[0] not in self.known.first_names and len(key[0]) > 2:
            return first
        return self._by_key.get(key) or (self._by_part.get(key[0]) if len(key) == 1 else None)

    def near_surname(self, word: str) -> Individual | None:
        """Give the person of the article whose surname is one letter off ("Mr Borell")."""
        if len(word) < 5:
            return None
        for person in self.people[:_NEAR_MAX]:
            if len(person.key) > 1 and Levenshtein.distance(person.key[-1], word, score_cutoff=1) == 1:
                return person
        return None

    def _of_surname(self, word: Word, head: str | None, org: Actor | None) -> Individual:
        found = self.surname((word.key,))
        if found is not None:
            return found
        for known in self.known.by_surname.get(word.key, ()):
            if self.known.held(known.seed, head, org):
                return self.of_known(known)
        person = self.near_surname(word.key) or self._by_first.get(word.key)  # "Sir Keir"
        if person is None:
            person = Individual(None, word.text, (word.key,))
            self._add(person, person.key)
        return person

    def _same(self, key: Key) -> Individual | None:
        """Find who is meant by another form of a name: initials, a middle name more or less."""
        for person in self._by_last.get(key[-1], ()):
            if len(person.key) > 1 and _alike(person.key[0], key[0]):
                return person
        return None

    def _add(self, person: Individual, key: Key) -> None:
        self.people.append(person)
        self._by_last.setdefault(person.key[-1], []).append(person)
        self._by_first.setdefault(person.key[0], person)
        for part in name_parts(person.key):
            self._by_part.setdefault(part, person)
        if person.id is not None:
            self._by_id[person.id] = person
        self._by_key[key] = person
        self._by_key.setdefault(person.key, person)


def name_parts(key: Key) -> tuple[str, ...]:
    """Give what else stands for a person: parts of Lindqvist-Okafor, the Kacita of Cris Kacita Osako."""
    parts = [part for part in key[-1].split("-") if part != key[-1]] if len(key) > 1 else []
    return tuple(part for part in (*parts, *key[1:-1]) if len(part) > 2 and part not in _PARTICLES)


def _alike(first: str, other: str) -> bool:
    return first == other or (min(len(first), len(other)) == 1 and first[0] == other[0])


def _full(name: str, seed: PersonSeed) -> str:
    """Give the full name with the spelling of a bare surname ("Zelenskyy"), else the canonical one."""
    key = _key(name)
    if len(key) == 1:
        full = (
            other for other in (seed.name, *seed.aliases) if len(_key(other)) > 1 and _key(other)[-1:] == key
        )
        name = next(full, seed.name)
    return seed.name if _key(name) == _key(seed.name) else name


def _key(name: str) -> Key:
    return _bare(tuple(fold(word) for word in name.split()))


def _bare(key: Key) -> Key:
    """Take "Jr." off a name: who bears it is called by the word before."""
    return key[:-1] if len(key) > 2 and key[-1].rstrip(".") in _SUFFIXES else key


def _same_post(head: str, post: str) -> bool:
    """Tell whether a head noun may stand for a post: "premier" and "Prime Minister" do."""
    words = fold(post).replace("-", " ").split()
    head = head.replace("-", " ")
    if set(head.split()) <= set(words):
        return True
    return (head in ("premier", "pm") and words[-2:] == ["prime", "minister"]) or (
        head in ("chief", "head", "leader", "boss")
        and words[-1] in ("general", "president", "director", "minister", "chancellor", "chair", "chairman")
    )


def held_post(
    tenures: Sequence[TenureSeed], head: str, role: str, org: Actor | None, date: str | None = None
) -> bool:
    """Tell whether one of the tenures is the post of a role phrase, at its organisation if that is known.

    ``date`` (ISO) is a day of the tenure, or None where the article has none.
    """
    wanted = None
    for tenure in tenures:
        if (org is not None and org.id != tenure.org) or not _in_office(tenure, date):
            continue
        if wanted is None:
            wanted = _post_words(SPELT_OUT.get(role.lower(), role)) - {"of", "the", "for"}
        if wanted <= _post_words(tenure.post) or (
            org is not None and _same_post(head, tenure.post) and len(wanted) == 1
        ):
            return True
    return False


@lru_cache(maxsize=4096)
def _post_words(post: str) -> frozenset[str]:
    """Give the words that posts are compared by."""
    return frozenset(fold(post).replace("-", " ").replace("defence", "defense").split())


def _in_office(tenure: TenureSeed, date: str | None) -> bool:
    return date is None or (tenure.start <= date[:10] and (tenure.end is None or date[:10] <= tenure.end))
