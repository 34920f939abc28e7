"""Two sums told the other way round: live digests in, disputes out.

"33 billion in loans, 17 billion in grants" and "17 billion in loans, 33 billion in grants" agree on
both figures and on their sum; only which is lent and which is given is mixed up.
"""

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from streams.conflicts.company import FIGURES_MAX
from streams.conflicts.disputes import Dispute
from streams.conflicts.moments import apart
from streams.conflicts.pairing import alike, set_against
from streams.conflicts.relations.pledges import SAME_FIGURE_DAYS
from streams.conflicts.state import Digest, terms_of
from streams.conflicts.values import show_figure
from streams.conflicts.view import View, meet_elsewhere

Forms = tuple[str, str]  # the instruments of the lesser sum and of the greater


class Two(NamedTuple):
    """Two sums that one article gives in two forms, the lesser first."""

    lesser: Digest
    greater: Digest


def swap_disputes(view: View) -> Iterator[Dispute]:
    """Find two sums of which reports of one time call each what the other report calls the other."""
    told: dict[tuple[object, ...], dict[Forms, list[Two]]] = {}
    for article in view.articles():
        for two in _twos(view.of_article(article)):
            one, other = terms_of(two.lesser), terms_of(two.greater)
            forms = one.instrument or "", other.instrument or ""
            key = one.currency, one.value, other.value
            told.setdefault(key, {}).setdefault(forms, []).append(two)
    for ways in told.values():
        for one_way, other_way in combinations(sorted(ways), 2):
            if one_way == other_way[::-1]:
                yield from _dispute(view, ways[one_way], ways[other_way])


def _twos(digests: list[Digest]) -> Iterator[Two]:
    formed = [d for d in digests if terms_of(d).kind == "money" and terms_of(d).instrument]
    if len(digests) > FIGURES_MAX:
        return
    for two in combinations(sorted(formed, key=lambda d: (terms_of(d).value or 0, d.claim_id)), 2):
        a, b = (terms_of(digest) for digest in two)
        if a.value != b.value and a.currency == b.currency and a.instrument != b.instrument:
            yield Two(*two)


def _dispute(view: View, one: list[Two], other: list[Two]) -> Iterator[Dispute]:
    partners = {two.lesser.claim_id: two.greater for two in (*one, *other)}
    sides = set_against(
        alike((two.lesser for two in one), lambda d: (view.report(d).when, d.home)),
        alike((two.lesser for two in other), lambda d: (view.report(d).when, d.home)),
        lambda a, b: "the same two sums, the other way round" if _of_one_time(view, a, b) else None,
    )
    if sides:
        left, right = (tuple(d for c in side for d in (c, partners[c.claim_id])) for side in sides[:2])
        yield Dispute("amount", "alert", (_show(left), _show(right)), (left, right), sides.reason)


def _of_one_time(view: View, a: Digest, b: Digest) -> bool:
    one, other = view.report(a).when, view.report(b).when
    return not meet_elsewhere(a, b) and (not (one and other) or apart(one, other) <= SAME_FIGURE_DAYS)


def _show(side: tuple[Digest, ...]) -> str:
    return ", ".join(f"{terms_of(d).instrument} {show_figure(terms_of(d))}" for d in side[:2])
