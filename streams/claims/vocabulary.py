"""The words of quantities and pledges, from ``seeds/lexicon``, typed and checked.

In: ``units.toml``. Out: one immutable Units. Extended without code, like every table.
"""

from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from streams.claims.lexicon import LEXICON, Words, load_table


class Currency(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A currency: ``code`` (ISO 4217), ``signs`` before a figure, ``words`` behind it."""

    code: str
    signs: Words
    words: Words


class Home(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A country whose outlets print its own dollar as a bare sign, and what tells such an outlet."""

    code: str
    ends: Words
    parts: Words
    cities: Words


class CountWords(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words around figures; each is explained beside it in ``units.toml``."""

    currency_scaled: Words
    additional: Words
    annual: Words
    output: Words
    output_context: Words
    output_nouns: Words
    output_aims: Words
    no_output: Words
    fillers: Words
    conversions: Words
    single: Words
    breaks: Words
    uncountable: Words


class Units(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table ``units.toml``: numbers, scales, currencies, bounds, heads of counted things by group."""

    numbers: dict[str, float]
    parts: dict[str, float]
    vague: dict[str, tuple[float, float]]
    scales: dict[str, float]
    letters: dict[str, float]
    currency: tuple[Currency, ...]
    home: tuple[Home, ...]
    qualifiers: dict[str, Words]
    qualifiers_after: dict[str, Words]
    words: CountWords
    units: dict[str, Words]


@lru_cache(maxsize=8)
def load_units(folder: Path = LEXICON) -> Units:
    """Read ``units.toml`` below ``folder``.

    Raises LexiconError for a file that is missing, does not parse or lacks a table.
    """
    return load_table(folder / "units.toml", Units)
