"""Two claims about one post: one holder, a succession, or two people at one time.

Reference tenures decide where they know the post: a claim misfits when, at the time its
article tells of, the post was another's. Without them only dated reports of one time
can disagree.
"""

from datetime import date, timedelta
from typing import Final

from models.identities import skeleton, slug
from streams.conflicts.moments import LAST, Window, apart
from streams.conflicts.relations.verdict import Verdict
from streams.conflicts.state import Holding
from streams.conflicts.tenures import Term

GRACE_DAYS: Final = 45  # articles go on naming a holder who has just left
SAME_TIME_DAYS: Final = 30  # reports this close together tell of one holder
UNTIED: Final = "nothing tells that both speak of one time"
TOGETHER: Final = Verdict("conflict", "two people in one post at one time")
IN_POST: Final = frozenset({"current", "acting"})


def relate_offices(
    a: Holding, b: Holding, when_a: Window, when_b: Window, terms: tuple[Term, ...]
) -> Verdict:
    """Compare two claims of one post, told of the given days."""
    if same_person(a, b):
        return _one_person(a, b, when_a, when_b, terms)
    if a.tenure not in IN_POST or b.tenure not in IN_POST:
        return Verdict("compatible", "they do not both claim the post at present")
    if any(t.person_id in (a.person_id, b.person_id) for t in terms):
        return _against_terms(a, b, when_a, when_b, terms)
    if _dated(when_a) and _dated(when_b) and apart(when_a, when_b) <= SAME_TIME_DAYS:
        return TOGETHER
    return Verdict("not_comparable", UNTIED)


def same_person(a: Holding, b: Holding) -> bool:
    """Say whether two claims name one person: by id, else by name."""
    if a.person_id and b.person_id:
        return a.person_id == b.person_id
    one, other = slug(a.person).split("-"), slug(b.person).split("-")
    if sorted(one) == sorted(other) or spelt_alike(a, b):
        return True
    if min(len(one), len(other)) > 1 and (set(one) <= set(other) or set(other) <= set(one)):
        return True  # "Datuk Seri Mohamad Hasan"
    return one[-1:] == other[-1:] and (len(one) == 1 or len(other) == 1)


def spelt_alike(a: Holding, b: Holding) -> bool:
    """Say whether two names are one in two spellings: they sound alike, word by word."""
    one, other = slug(a.person).split("-"), slug(b.person).split("-")
    return len(one) == len(other) > 1 and [skeleton(w) for w in one] == [skeleton(w) for w in other]


def misfits(claim: Holding, when: Window, terms: tuple[Term, ...]) -> bool:
    """Say whether the post was surely another's at the time that the claim tells of."""
    own = [t for t in terms if t.person_id == claim.person_id]
    if any(_overlap(Window(t.start, _later(t.end, GRACE_DAYS)), when) for t in own):
        return False
    known = Window(terms[0].start, max(t.end for t in terms)) if terms else None
    return bool(own or claim.person_id is None) and known is not None and known.start <= when.start


def _against_terms(
    a: Holding, b: Holding, when_a: Window, when_b: Window, terms: tuple[Term, ...]
) -> Verdict:
    for one, when, other in ((a, when_a, b), (b, when_b, a)):
        if misfits(one, when, terms) and _holds(other, when, terms):
            return Verdict("conflict", f"the post was {other.person}'s at the time told of")
        if misfits(one, when, terms) and other.person_id is None and apart(when_a, when_b) <= SAME_TIME_DAYS:
            return Verdict("conflict", f"{one.person} was no more in the post at the time told of")
    return Verdict("compatible", "a succession: each held the post at a time that fits")


def _one_person(a: Holding, b: Holding, when_a: Window, when_b: Window, terms: tuple[Term, ...]) -> Verdict:
    former, present = (a, b) if a.tenure == "former" else (b, a)
    if a.tenure == b.tenure or former.tenure != "former" or present.tenure not in IN_POST:
        return Verdict("equivalent", "the same person in the same post")
    when, other = (when_a, when_b) if former is a else (when_b, when_a)
    if _dated(other) and other.end < when.start:
        return Verdict("compatible", "in the post at one time, former at a later one")
    own = [t for t in terms if t.person_id == former.person_id]
    if own and not any(t.end < when.end for t in own):
        return Verdict("conflict", "called former while still in the post")
    if not own and _dated(when) and _dated(other) and apart(when, other) <= SAME_TIME_DAYS:
        return Verdict("conflict", "called former, and shortly after in the post")
    return Verdict("compatible", "in the post at one time, former at a later one")


def _holds(claim: Holding, when: Window, terms: tuple[Term, ...]) -> bool:
    return any(
        t.person_id == claim.person_id and _overlap(Window(t.start, t.end), Window(when.start, when.start))
        for t in terms
    )


def _overlap(a: Window, b: Window) -> bool:
    return a.start <= b.end and b.start <= a.end


def _dated(when: Window) -> bool:
    return when.end != LAST


def _later(day: str, days: int) -> str:
    if day == LAST:
        return LAST
    return (date.fromisoformat(day[:10]) + timedelta(days=days)).isoformat()
