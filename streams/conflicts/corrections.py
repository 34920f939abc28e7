"""Figures that their publisher took back in another story: live digests in, what they say now out.

A notice names the figure that was wrong. Earlier stories of that house that state it in the same
slot stand with the right one; their claims stay, with their own time, stage and words.
"""

from collections.abc import Iterable, Mapping

from streams.conflicts.digests import restated
from streams.conflicts.state import Digest, Source, Terms, terms_of


def as_corrected(live: Iterable[Digest], sources: Mapping[str, Source]) -> list[Digest]:
    """Give the digests, those of a figure that a notice of their publisher calls wrong with the right one."""
    digests = list(live)
    notices = [d for d in digests if isinstance(d.content, Terms) and d.content.corrects]
    if not notices:
        return digests
    notices.sort(key=lambda d: (sources[d.article_id].published_at or "", d.claim_id), reverse=True)
    return [_corrected(digest, notices, sources) for digest in digests]


def _corrected(digest: Digest, notices: list[Digest], sources: Mapping[str, Source]) -> Digest:
    for notice in notices:
        if _mends(notice, digest, sources):
            return restated(digest, terms_of(notice))
    return digest


def _mends(notice: Digest, digest: Digest, sources: Mapping[str, Source]) -> bool:
    """Say whether a notice is about a claim: the figure, the house, and no later story."""
    right, said = terms_of(notice), terms_of(digest)
    if (said.value, said.currency) != right.corrects or (said.kind, said.unit) != (right.kind, right.unit):
        return False
    one, other = sources[notice.article_id], sources[digest.article_id]
    if one.publisher is None or one.publisher != other.publisher or one.story_id == other.story_id:
        return False
    return (other.published_at or "")[:10] <= (one.published_at or "9999")[:10]
