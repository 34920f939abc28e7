"""Slots of people: the posts that one person is said to hold in a state, and which cannot go together.

In: the live claims of a person's slot. Out: disputes over posts of different rank at one time.
"""

from collections.abc import Iterator
from functools import partial
from itertools import combinations
from typing import Final

from models.posts import ministry_of, rank_of
from streams.conflicts.disputes import Dispute
from streams.conflicts.moments import LAST, Window, apart
from streams.conflicts.pairing import alike, set_against
from streams.conflicts.relations.offices import SAME_TIME_DAYS
from streams.conflicts.state import Digest, holding_of
from streams.conflicts.together import in_one_event
from streams.conflicts.view import View

POSTS_MAX: Final = 8  # of one person that are set against each other
HEADS: Final = frozenset({"state", "government"})


def holder_disputes(view: View) -> Iterator[Dispute]:
    """Find posts of two ranks that reports of one time give to one person.

    A head of government may keep a ministry: with a minister's post it is a warning.
    """
    posts: dict[str, list[Digest]] = {}
    for digest in view.digests:
        posts.setdefault(holding_of(digest).post, []).append(digest)
    compared = sorted(posts, key=lambda post: (-min(4, len(posts[post])), post))[:POSTS_MAX]
    for one, other in combinations(sorted(compared), 2):
        ranks = {rank_of(one), rank_of(other)}
        disagree = partial(_disagreement, view) if len(ranks - {None}) > 1 else partial(_two_ministries, view)
        if sides := set_against(_kinds(view, posts[one]), _kinds(view, posts[other]), disagree):
            severity = "alert" if ranks == HEADS or len(ranks) == 1 else "warning"
            values = _shown(sides.left[0]), _shown(sides.right[0])
            yield Dispute("office_holder", severity, values, (sides.left, sides.right), sides.reason)


def _kinds(view: View, digests: list[Digest]) -> list[tuple[Digest, ...]]:
    return alike(
        digests, lambda d: (_when(view, d), _ranks(view, d), view.source(d).names, view.source(d).told)
    )


def _disagreement(view: View, one: Digest, other: Digest) -> str | None:
    when = _when(view, one), _when(view, other)
    undated = LAST in (when[0].end, when[1].end)
    if (undated and not in_one_event(view, one, other)) or apart(*when) > SAME_TIME_DAYS:
        return None
    knows_both = len(_ranks(view, one)) > 1 or len(_ranks(view, other)) > 1
    return None if knows_both else "one person in two posts at one time"


def _two_ministries(view: View, one: Digest, other: Digest) -> str | None:
    """Compare two ministries that reports of one event give to one person."""
    kinds = {ministry_of(holding_of(digest).post) for digest in (one, other)}
    if len(kinds - {None}) < len((one, other)) or not in_one_event(view, one, other):
        return None
    if any(len(view.of_article(digest.article_id)) > 1 for digest in (one, other)):
        return None
    return "one person in two ministries in reports of one event"


def _ranks(view: View, digest: Digest) -> tuple[str, ...]:
    """Give the ranks of all posts that the claim's article gives the person."""
    posts = (holding_of(d).post for d in view.of_article(digest.article_id))
    return tuple(sorted({rank_of(post) or "" for post in posts}))


def _when(view: View, digest: Digest) -> Window:
    return view.moments.holding(digest, view.source(digest))


def _shown(digest: Digest) -> str:
    held = holding_of(digest)
    return f"{held.person}, {held.post.replace('-', ' ')}"
