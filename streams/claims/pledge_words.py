"""The words of pledges, from ``seeds/lexicon/pledges.toml``, typed and checked.

In: the table. Out: one immutable PledgeWords; what each list is for stands beside it in
the file.
"""

from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from streams.claims.lexicon import LEXICON, Words, load_table


class Verbs(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Verbs by what they do to a pledge; an entry lists base, 3rd person, -ing, past and participle."""

    pledge: Words
    commit: Words
    allocate: Words
    give: Words
    spend: Words
    receive: Words
    come: Words
    propose: Words
    withdraw: Words
    reduce: Words


class Phrasal(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Verbs that a particle makes verbs of giving; an entry lists base, 3rd person, -ing, past, particle."""

    pledge: Words
    allocate: Words
    give: Words
    propose: Words
    receive: Words
    withdraw: Words


class Objects(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Verbs, by their base forms, that give or promise things whatever they are, or help people."""

    give: Words
    promise: Words
    people: Words
    care: Words
    sold: Words


class Nouns(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nouns that make a sum beside them a promise, a gift, a need, or something else."""

    pledge: Words
    aid: Words
    givers: Words
    head: Words
    other: Words
    needed: Words
    receivers: Words


class Frames(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words before a verb that put it ahead of us, make it a wish, deny it or set a condition."""

    future: Words
    wish: Words
    done: Words
    negation: Words
    condition: Words
    self: Words


class Beside(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What stands beside figures in an article of giving: verbs of no gift, totals, who only reports."""

    no_gift: Words
    total: Words
    reporting: Words


class PledgeWords(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table ``pledges.toml``."""

    verbs: Verbs
    phrasal: Phrasal
    objects: Objects
    nouns: Nouns
    frames: Frames
    beside: Beside
    purposes: dict[str, Words]
    instruments: dict[str, Words]


@lru_cache(maxsize=8)
def load_pledge_words(folder: Path = LEXICON) -> PledgeWords:
    """Read ``pledges.toml`` below ``folder``.

    Raises LexiconError for a file that is missing, does not parse or lacks a table.
    """
    return load_table(folder / "pledges.toml", PledgeWords)
