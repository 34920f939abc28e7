"""A cue and what stands beside it: the record, and rules that tell its subject from its neighbours."""

import re
from typing import Final, Literal

from msgspec import Struct

from models.messages import Span
from streams.claims.components.posts.parties import Party
from streams.claims.components.speech.clauses import ClauseSubjects

Kind = Literal["plain", "act", "quoting", "mental", "source", "noun"]
# "said Jordan would pay": the party behind the verb is the subject of what is said.
_GOES_ON: Final = re.compile(
    r" (?:had|has|have|will|would|is|was|are|were|should|could|can|cannot|may|might|must|did|does|do)\b"
)
# "said through its minister, Nuno Melo, that": who speaks for a country.
_THROUGH: Final = re.compile(r" (?:through|via|by way of) ")
_SENTENCE_END: Final = re.compile(r"\s*(?:[.;!?\n]|$)")
TRANSITIVE: Final = frozenset(
    ["told", "tells", "urged", "thanked", "informed", "reminded", "assured", "called"]
)


class Cue(Struct):
    """A verb of speech; ``party`` or ``pronoun`` is its subject, at ``subject``."""

    span: Span
    word: str
    kind: Kind
    sentence: int
    subject: Span | None = None
    party: Party | None = None
    pronoun: str | None = None
    inverted: bool = False
    loose: bool = False  # the subject is that of the clause, not next to the cue


ACCOUNTS: Final = {"account": "by", "reckoning": "by", "words": "in", "telling": "in"}
_OWN_ACCOUNT: Final = re.compile(r"\b(by|in) (his|her) (?:own )?$", re.IGNORECASE)


def own_account(text: str, at: int, word: str, sentence: int) -> Cue | None:
    """Take "By his account" and "in her own words" for a source at ``at``."""
    found = _OWN_ACCOUNT.search(text, max(0, at - 16), at)
    if found is None or found[1].lower() != ACCOUNTS[word]:
        return None
    cue = Cue((found.start(), at + len(word)), word, "source", sentence)
    cue.pronoun, cue.subject, cue.inverted = "he" if found[2] == "his" else "she", found.span(2), True
    return cue


def follows(text: str, cue: Cue, party: Party) -> bool:
    """Tell the speaker behind a cue from its object ("told Berg") and from who does what is told."""
    if cue.kind == "source":
        return True
    if cue.word in TRANSITIVE:  # "…, informed the president, Mario Moreira."
        return party.person is not None and bool(_SENTENCE_END.match(text, party.span[1]))
    after_comma = text[max(0, cue.span[0] - 2) : cue.span[0]] == ", "
    return not (after_comma and _GOES_ON.match(text, party.span[1]))


def speak_through(cue: Cue, text: str, begin: dict[int, Party]) -> None:
    """Make the minister the speaker of "Portugal said through its minister, Nuno Melo,"."""
    if cue.inverted or (cue.party is not None and cue.party.kind != "org"):
        return
    through = _THROUGH.match(text, cue.span[1])
    party = begin.get(through.end()) if through else None
    if party is not None and party.person is not None:
        cue.party, cue.subject, cue.pronoun = party, cue.subject or party.span, None


def joined(text: str, party: Party, end: dict[int, Party]) -> int:
    """Give where "Sweden and Canada" begins, of which the second is next to the cue."""
    start = party.span[0]
    if text[max(0, start - 5) : start] != " and ":
        return start
    first = end.get(start - 5)
    return start if first is None else first.span[0]


def lend(cue: Cue, text: str, clauses: ClauseSubjects) -> bool:
    """Make the subject of the sentence that of the cue, if it stands before it."""
    party, pronoun, span = clauses.of(cue.sentence)
    if span is None or span[1] > cue.span[0]:
        return False
    # "Ms Okafor, who chairs the board, told": what stands between the commas is the subject's own
    before = text[max(0, cue.span[0] - 2) : cue.span[0]].rstrip()[-1:]
    aside = text[span[1] : span[1] + 2].lstrip()[:1] in (",", "(") and before in (",", ")")
    cue.party, cue.pronoun, cue.subject, cue.loose = party, pronoun, span, not aside
    return True


def edge_before(text: str, at: int) -> int:
    """Give where the words before ``at`` end."""
    while at > 0 and text[at - 1] in " \u00a0":
        at -= 1
    return at


def may_invert(text: str, cue: Cue) -> bool:
    """Tell "…,” said Cook" from "had said Cook would": what stands before the cue decides."""
    before = text[max(0, cue.span[0] - 12) : cue.span[0]].rstrip()
    return (
        not before
        or before[-1] in "”\"’'»“,.!?…—–\n)"
        or before.endswith((" So", "\nSo", "As", " as", "so", "and", "also"))
    )
