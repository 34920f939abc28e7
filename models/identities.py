"""Deterministic ids: content in, short hexadecimal hash out.

The same input gives the same id on every run and every machine, so that a
repeated message is recognised wherever it lands. Pure functions of strings.
"""

import unicodedata
from functools import lru_cache
from hashlib import blake2b

_SEPARATOR = "\x1f"  # cannot stand in a part, see content_id
_ID_BYTES = 12  # 24 hex digits: no collision to expect below 10^13 ids


def content_id(*parts: object) -> str:
    """Hash ``parts`` in order to 24 hexadecimal digits; None and "" are the same part."""
    joined = _SEPARATOR.join(["" if part is None else str(part).replace(_SEPARATOR, " ") for part in parts])
    return blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=_ID_BYTES).hexdigest()


def story_id(publisher: str | None, guid: str | None, url: str | None, text: str) -> str:
    """Name a story: by publisher and guid, else by its canonical URL, else by its text."""
    if guid:
        return content_id("story", publisher, guid)
    if url:
        return content_id("story", url)
    return content_id("story", text)


def article_id(story: str, version: int, text: str) -> str:
    """Name one version of a story: a silent edit of the text is a new article."""
    return content_id("article", story, version, text)


def claim_id(article: str, kind: str, span: tuple[int, int], *what: object) -> str:
    """Name what an article states: its kind, its place in the text and its content."""
    return content_id("claim", article, kind, span[0], span[1], *what)


def pledge_slot(pledger: str, beneficiary: str | None) -> str:
    """Name the slot of pledges from ``pledger`` to ``beneficiary``: "-" where nobody is named who gets."""
    return f"pledge:{slug(pledger)}:{receiver_key(beneficiary)}"


def holder_slot(person_id: str | None, name: str, org: str) -> str:
    """Name the slot of the posts that a person is said to hold in a state."""
    return f"holder:{slug(person_id or name)}:{slug(org)}"


def receiver_key(beneficiary: str | None) -> str:
    """Name a receiver as the last part of its slots does."""
    return slug(beneficiary) if beneficiary else "-"


@lru_cache(65_536)
def slug(name: str) -> str:
    """Fold a name to what slots are made of: lower case ASCII words joined by hyphens."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    kept = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return "-".join(kept.split())


def voice(person_id: str | None, name: str) -> str:
    """Name whose words a quote is, for its slot: a known person by id, another by the surname's sound.

    A name that no reference lists is spelt in many ways and often shortened: its surname's
    consonants stand for it, after ``~``.
    """
    return (
        slug(person_id)
        if person_id
        else f"~{skeleton(name.rsplit(maxsplit=1)[-1] if name.split() else name)}"
    )


@lru_cache(65_536)
def skeleton(word: str) -> str:
    """Fold a word to its first letter and its later consonants, doubled ones once."""
    letters = slug(word).replace("-", "")
    kept = letters[:1]
    for letter in letters[1:]:
        if letter not in "aeiouyhj" and letter != kept[-1]:
            kept += letter
    return kept
