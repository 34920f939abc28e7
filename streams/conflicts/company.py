"""What else two articles say of a slot: two claims in, whether their figures stand for each other out.

An article seldom states one figure alone. Two figures are reports of one amount where each is
the only one in its article that could be the other; and where undated articles agree on as
much as they differ in, they tell one story.
"""

import math
from collections.abc import Iterator
from typing import Final

from streams.conflicts.relations.amounts import agree, garbled, relate_figures
from streams.conflicts.stages import comparable
from streams.conflicts.state import Digest, terms_of
from streams.conflicts.view import View

NEAR: Final = 2.0  # times the smaller of two figures of one amount that only their event ties
FIGURES_MAX: Final = 12  # of an article in one slot; one with more is a table, where anything meets


def facing(view: View, a: Digest, b: Digest, reach: float = math.inf) -> bool:
    """Say whether each figure is the only one of its article that the other could be.

    Beyond ``reach`` times a figure, and beyond the two, nothing could.
    """
    mine, theirs = view.of_article(a.article_id), view.of_article(b.article_id)
    if max(len(mine), len(theirs)) > FIGURES_MAX:
        return False
    one, other = view.figures[a.group].value, view.figures[b.group].value
    reach = max(reach, _times(view, a, b))
    return _rivals(view, a, b, reach) == {other} and _rivals(view, b, a, reach) == {one}


def share_the_rest(view: View, a: Digest, b: Digest) -> bool:
    """Say whether two articles agree on at least as many figures as they differ in of the claims' kind."""
    mine, theirs = view.of_article(a.article_id), view.of_article(b.article_id)
    if max(len(mine), len(theirs)) > FIGURES_MAX:
        return False
    kind = terms_of(a).kind
    differ = [_differing(view, mine, theirs, kind), _differing(view, theirs, mine, kind)]
    shared = {digest.group for digest in mine if _stated(view, digest, theirs)}
    return len(shared) >= max(len(set(groups)) for groups in differ)


def near(view: View, a: Digest, b: Digest) -> bool:
    """Say whether two figures lie so near each other that they can be two reports of one amount."""
    return _times(view, a, b) <= NEAR


def _times(view: View, a: Digest, b: Digest) -> float:
    """Say how many times the smaller of two figures the greater is."""
    small, great = sorted(comparable(view, a, b))
    return great / small if small > 0 else math.inf


def parts_of_one(view: View, a: Digest, b: Digest) -> bool:
    """Say whether two figures add up to one that an article of theirs states: its parts."""
    one, other = view.figures[a.group], view.figures[b.group]
    both = [*view.of_article(a.article_id), *view.of_article(b.article_id)][: 2 * FIGURES_MAX]
    return any(
        abs(whole.value - one.value - other.value) <= whole.slack
        and whole.terms.currency == one.terms.currency
        for whole in (view.figures[digest.group] for digest in both)
        if whole.value > max(one.value, other.value)
    )


def _rivals(view: View, claim: Digest, opposite: Digest, reach: float) -> set[float]:
    """Give the opposite article's different figures that could be the claim's and that its own lacks.

    Where one has the claim's very digits, mixed up, it alone could be.
    """
    own, others = view.of_article(claim.article_id), view.of_article(opposite.article_id)
    figure = view.figures[claim.group]
    lanes = {claim.lane, opposite.lane}
    rivals = [
        rival
        for other in others
        if other.lane in lanes
        and relate_figures(figure, rival := view.figures[other.group]).relation == "conflict"
        and _times(view, claim, other) <= reach
        and not _stated(view, other, own)
    ]
    mixed_up = {rival.value for rival in rivals if garbled(figure.terms, rival.terms)}
    return mixed_up or {rival.value for rival in rivals}


def _differing(view: View, these: list[Digest], those: list[Digest], kind: str) -> Iterator[str]:
    return (d.group for d in these if terms_of(d).kind == kind and not _stated(view, d, those))


def _stated(view: View, digest: Digest, others: list[Digest]) -> bool:
    figure = view.figures[digest.group]
    return any(agree(figure, view.figures[other.group]) for other in others)
