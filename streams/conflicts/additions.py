"""Goods counted in all, or on top of what was delivered: live digests in, disputes out.

"Nineteen jets" and "six delivered, nineteen more to come" agree on a number and differ in
the sum: the second report makes it twenty-five.
"""

import re
from collections.abc import Iterator
from typing import Final

from streams.conflicts.disputes import Dispute
from streams.conflicts.moments import apart
from streams.conflicts.pairing import alike, set_against
from streams.conflicts.relations.promises import COUNT_MIN, SAME_TIME_DAYS
from streams.conflicts.relations.units import comparable, family
from streams.conflicts.state import Digest, stage_class, terms_of
from streams.conflicts.values import show_figure
from streams.conflicts.view import View, meet_elsewhere

_MORE: Final = re.compile(r"\b(?:more|another|additional|further|other)\b", re.IGNORECASE)


def addition_disputes(view: View) -> Iterator[Dispute]:
    """Find counts that one report gives in all and another beyond what it says was delivered."""
    numbers: dict[tuple[float | None, str], tuple[list[Digest], list[Digest]]] = {}
    for digest in view.digests:
        t = terms_of(digest)
        if t.kind == "units" and (t.value or 0) >= COUNT_MIN and stage_class(t.stage) == "pledged":
            in_all, beyond = numbers.setdefault((t.value, family(t.unit)), ([], []))
            (beyond if _MORE.search(t.text or "") else in_all).append(digest)
    for in_all, beyond in numbers.values():
        if in_all and (counted := [digest for digest in beyond if _delivered(view, digest)]):
            yield from _dispute(view, in_all, counted)


def _dispute(view: View, in_all: list[Digest], beyond: list[Digest]) -> Iterator[Dispute]:
    sides = set_against(
        alike(in_all, lambda d: (view.report(d).when, d.article_id)),
        alike(beyond, lambda d: (view.report(d).when, d.article_id)),
        lambda a, b: "in all, or on top of what was delivered" if _at_odds(view, a, b) else None,
    )
    if sides:
        figure = show_figure(terms_of(in_all[0]))
        values = f"{figure} in all", f"{figure} more"
        yield Dispute("amount", "alert", values, (sides.left, sides.right), sides.reason)


def _at_odds(view: View, a: Digest, b: Digest) -> bool:
    one, other = view.report(a).when, view.report(b).when
    if a.article_id == b.article_id or meet_elsewhere(a, b) or _delivered(view, a):
        return False
    together = not (one and other) or apart(one, other) <= SAME_TIME_DAYS
    return together and comparable(terms_of(a).unit, terms_of(b).unit)


def _delivered(view: View, digest: Digest) -> bool:
    """Say whether the claim's article counts others of its kind that were delivered already."""
    mine = terms_of(digest)
    return any(
        t.kind == "units" and t.stage == "delivered" and family(t.unit) == family(mine.unit)
        for t in (terms_of(other) for other in view.of_article(digest.article_id))
    )
