"""The words that extraction knows, from ``seeds/lexicon/*.toml``, typed and checked.

In: a folder of TOML tables. Out: one immutable Struct a table. A folder other than the
shipped one adds to it: an operator's file holds only what is new (lexicon_additions.py). A
wrong table is an error that names the file and the place in it.
"""

from functools import lru_cache
from pathlib import Path
from typing import Final, TypeVar

import msgspec
from msgspec import Struct

from models.reference import SEEDS, Reference, load_reference
from streams.claims.lexicon_additions import extended, without_taken_back

LEXICON: Final = SEEDS / "lexicon"
Words = tuple[str, ...]
Table = TypeVar("Table", bound=Struct)


class LexiconError(ValueError):
    """A lexicon table that cannot be used; names the file and the reason."""


class Cues(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Verbs that report speech, in all their forms ("say says said saying").

    ``plain`` verbs take a quote or a clause ("said", "told"); ``acts`` are deeds of
    speech ("announced", "pledged"); ``quoting`` bring words into a sentence of their
    own ("called", "praised"). ``nouns`` follow a possessive ("was his answer").
    ``mental`` verbs are no speech, yet their subject owns the words quoted beside them.
    ``letters`` are nouns of what people write and say ("her letter says", "the post read").
    """

    plain: Words
    acts: Words
    quoting: Words
    mental: Words
    nouns: Words
    letters: Words
    helpers: Words
    passive: Words


class Roles(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Posts and descriptions of people.

    ``heads`` are nouns of posts ("minister"), ``descriptions`` of people without a post
    ("analyst"), ``modifiers`` words that belong to a post ("foreign", "deputy"),
    ``bodies`` nouns that stand for an organisation ("head of the agency"). Behind heads of
    ``with_for`` "for" names the portfolio, whatever it is ("commissioner for the Arctic");
    those of ``with_to`` are sent "to" somewhere. A ``generic`` one may mean whoever is talked
    about; ``he`` and ``she`` tell a person's pronoun. The rest are words of tenure, by kind.
    """

    heads: Words
    descriptions: Words
    modifiers: Words
    bodies: Words
    with_for: Words
    with_to: Words
    generic: Words
    he: Words
    she: Words
    former: Words
    outgoing: Words
    incoming: Words
    designate: Words
    acting: Words


class Names(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Parts of names: titles and ranks before them, particles in them, words that are in none.

    ``female`` and ``male`` are first names, for he and she; ``function_words`` open
    sentences or name days, ``not_names`` are words of organisations and posts.
    """

    honorifics_male: Words
    honorifics_female: Words
    honorifics: Words
    ranks: Words
    particles: Words
    female: Words
    male: Words
    function_words: Words
    not_names: Words


class Speech(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table ``speech.toml``: who speaks, in what post, and the words that say so.

    ``abbreviations`` end in a full stop and end no sentence; ``abbreviations_either`` do
    where a word of ``sentence_openers`` follows.
    """

    cues: Cues
    roles: Roles
    names: Names
    abbreviations: Words
    abbreviations_either: Words
    sentence_openers: Words


@lru_cache(maxsize=8)
def load_speech(folder: Path = LEXICON) -> Speech:
    """Read ``speech.toml`` below ``folder``.

    Raises LexiconError for a file that is missing, does not parse or lacks a table.
    """
    return load_table(folder / "speech.toml", Speech)


@lru_cache(maxsize=8)
def shared_reference(folder: Path = SEEDS / "reference") -> Reference:
    """Read the reference data once for all components of a process."""
    return load_reference(folder)


def load_table(path: Path, table: type[Table]) -> Table:
    """Read one TOML file as ``table``; one outside the shipped lexicon adds to that of its name.

    Raises LexiconError with the file and, for a wrong value, its place ("at `$.cues.plain[3]`").
    """
    shipped = LEXICON / path.name
    try:
        if path == shipped:
            return msgspec.toml.decode(path.read_bytes(), type=table)
        tree = _tree(shipped)
        if not path.exists():
            return msgspec.convert(tree, table)
        own = _tree(path)
        msgspec.convert(extended(own, tree), table)  # own entries first: an error gives their place
        return msgspec.convert(without_taken_back(extended(tree, own)), table)
    except (msgspec.DecodeError, msgspec.ValidationError, ValueError, OSError) as error:
        raise LexiconError(f"{path}: {error}") from error


def _tree(path: Path) -> dict[str, object]:
    return msgspec.toml.decode(path.read_bytes(), type=dict[str, object])


def check_folder(seeds: Path) -> None:
    """Check that a folder of seeds adds something: its tables have names that are read.

    Raises LexiconError for a folder without ``lexicon`` and ``reference``, and for a misspelt table.
    """
    if not any((seeds / part).is_dir() for part in ("lexicon", "reference")):
        raise LexiconError(f"{seeds}: no folder that holds lexicon/ or reference/")
    known = {path.name for path in LEXICON.glob("*.toml")}
    for path in sorted((seeds / "lexicon").glob("*.toml")):
        if path.name not in known:
            raise LexiconError(f"{path}: no table of this name; there are {', '.join(sorted(known))}")


def forms(entries: Words) -> frozenset[str]:
    """Give the single forms of entries that list several, parted by blanks ("say says said")."""
    return frozenset(form for entry in entries for form in entry.split())
