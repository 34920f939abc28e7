"""Which pledges of a slot are parts of another: pledges in, each part with its whole out.

A part is told as one ("€10bn, of which €2bn for shells"), or its article gives the sum: the
largest figure is what all the others make together.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from streams.conflicts.state import Digest, Terms, terms_of
from streams.conflicts.view import View

SUMMANDS: Final = range(2, 9)  # figures that an article can be taken to add up


def find_wholes(view: View, pledges: Mapping[str, Sequence[Digest]]) -> dict[str, str]:
    """Map the pledges that are parts to their wholes, the least if reports differ."""
    homes = {digest.claim_id: name for name, members in pledges.items() for digest in members}
    found: dict[str, str] = {}
    for part, whole in _told(view):
        one, other = homes[part.claim_id], homes[whole.claim_id]
        if one != other:
            found[one] = min(found.get(one, other), other)
    return {part: whole for part, whole in found.items() if whole not in found}


def _told(view: View) -> Iterator[tuple[Digest, Digest]]:
    for article in view.articles():
        digests = [digest for digest in view.of_article(article) if not digest.home]
        if len(digests) < 2:
            continue
        for part in digests:
            if part.part and (whole := _whole_of(part, digests)):
                yield part, whole
        yield from _summands(digests)


def _whole_of(part: Digest, digests: Sequence[Digest]) -> Digest | None:
    """Find the larger figure that a part is of: in its sentence, else the only one of the article."""
    small = terms_of(part)
    larger = [d for d in digests if not d.part and _alike(terms_of(d), small) and _size(d) > _size(part)]
    near = [d for d in larger if d.evidence and d.evidence == part.evidence] or larger
    return near[0] if len({digest.group for digest in near}) == 1 else None


def _summands(digests: Sequence[Digest]) -> Iterator[tuple[Digest, Digest]]:
    """Find what one article adds up: all figures of one kind but the largest make the largest."""
    kinds: dict[tuple[object, ...], dict[str, Digest]] = {}
    for digest in digests:
        t = terms_of(digest)
        if t.value:
            kinds.setdefault((t.kind, t.unit, t.currency, digest.lane), {}).setdefault(digest.group, digest)
    for values in kinds.values():
        *parts, whole = sorted(values.values(), key=_size)
        if len(parts) in SUMMANDS and abs(sum(map(_size, parts)) - _size(whole)) <= whole.slack:
            yield from ((part, whole) for part in parts)


def _alike(a: Terms, b: Terms) -> bool:
    return (a.kind, a.unit, a.currency, a.recurrence) == (b.kind, b.unit, b.currency, b.recurrence)


def _size(digest: Digest) -> float:
    return terms_of(digest).value or 0.0
