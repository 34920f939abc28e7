"""Quote slots: utterances that reports give in different words, or give to different people.

Wordings are compared, not claims, and of many only those that share rare words: an index
finds them, the strongest pairs are aligned, each pair once in a worker's memory.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from itertools import combinations
from typing import Final, NamedTuple

from rapidfuzz.fuzz import ratio

from models.identities import skeleton, slug
from models.wordings import anchors
from streams.conflicts.disputes import Dispute
from streams.conflicts.moments import apart, day_of
from streams.conflicts.pairing import alike, set_against
from streams.conflicts.relations.quotes import WordsVerdict
from streams.conflicts.state import Digest, words_of
from streams.conflicts.together import in_one_event, joined
from streams.conflicts.view import View

PAIRS_MAX: Final = 192  # of one slot that are aligned
COMMON_MAX: Final = 12  # wordings with one word; beyond it the word tells nothing here
SHARED_MIN: Final = 0.4  # of the shorter one's telling words
SAME_TIME_DAYS: Final = 14  # reports this close together tell of one occasion
RETOLD_DAYS: Final = 400  # for as long a wording that is nearly the same is one utterance retold
NEARLY: Final = 0.75
SAME_NAME: Final = 80.0  # likeness of two spellings of a first name
ATTRIBUTION_WORDS: Final = 6  # fewer are anybody's
Voices = Callable[[Digest, Digest], bool]  # whether two claims can be of one speaker
Agreeing = dict[str, dict[str, tuple[int, int]]]
SAME: Final = WordsVerdict("equivalent", "the same words", 1.0)


class Match(NamedTuple):
    """Two wordings of a slot, by the names of their groups, and how they relate."""

    one: str
    other: str
    verdict: WordsVerdict


def quote_disputes(view: View) -> Iterator[Dispute]:
    """Find utterances of one speaker that reports put into different words."""
    matches = _matches(view)
    told = _agreeing(matches)
    for match in matches:
        if match.verdict.relation == "conflict":
            yield from _mutation(view, match, told, _same_name)
    yield from _spellings(view, matches)


def wording_disputes(view: View) -> Iterator[Dispute]:
    """Find words given to two people; and mutated words where a speaker is not named."""
    speakers = {digest.speaker for digest in view.digests}
    if None not in speakers and len(speakers) < 2:
        return
    matches = _matches(view)
    told = _agreeing(matches)
    for match in [*matches, *(Match(name, name, SAME) for name in view.groups)]:
        if match.verdict.relation == "conflict":
            yield from _mutation(view, match, told, partial(_compared_here, view))
        if match.verdict.relation != "conflict" or match.verdict.alike >= NEARLY:
            yield from _attributions(view, match)


def _matches(view: View) -> list[Match]:
    """Align the pairs of wordings that share most of their telling words."""
    telling = {name: view.wording(members[0]).telling for name, members in view.groups.items()}
    holders: dict[str, list[str]] = {}
    for name, words in telling.items():
        for word in words:
            holders.setdefault(word, []).append(name)
    shared: Counter[tuple[str, str]] = Counter()
    for names in holders.values():
        if 1 < len(names) <= COMMON_MAX:
            shared.update(combinations(names, 2))
    ranked = sorted(
        (-count / min(len(telling[one]), len(telling[other])), one, other)
        for (one, other), count in shared.items()
        if count >= SHARED_MIN * min(len(telling[one]), len(telling[other]))
    )
    return [
        Match(one, other, view.relate_words(view.groups[one][0], view.groups[other][0]))
        for _, one, other in ranked[:PAIRS_MAX]
    ]


def _agreeing(matches: list[Match]) -> Agreeing:
    """Give for each wording those that say the same as a part of it, and which part."""
    told: Agreeing = {}
    for match in matches:
        if match.verdict.relation in ("equivalent", "compatible"):
            start, end, from_, to = match.verdict.stretch
            told.setdefault(match.one, {})[match.other] = start, end
            told.setdefault(match.other, {})[match.one] = from_, to
    return told


def _mutation(view: View, match: Match, told: Agreeing, voices: Voices) -> Iterator[Dispute]:
    def disagree(a: Digest, b: Digest) -> str | None:
        verdict = match.verdict
        whole = verdict.counted or {words_of(a).form, words_of(b).form} == {"direct"}
        if verdict.shortened and not whole:
            return None
        if not voices(a, b) or _far(view, a, b, verdict.alike):
            return None
        start, end, from_, to = verdict.stretch
        if _knows(view, a, (start, end), b, told) or _knows(view, b, (from_, to), a, told):
            return None
        return verdict.reason

    sides = set_against(_kinds(view, match.one), _kinds(view, match.other), disagree)
    if sides:
        sides = joined(view, sides, view.groups[match.one], view.groups[match.other])
        values, claims = match.verdict.values, (sides.left, sides.right)
        yield Dispute("quote_mutation", "alert", values, claims, sides.reason, match.verdict.diff)


def _attributions(view: View, match: Match) -> Iterator[Dispute]:
    """Find the same words given to two people; one dispute for each two of them."""
    if match.verdict.relation == "not_comparable":
        return
    members = [*view.groups[match.one], *(view.groups[match.other] if match.one != match.other else ())]
    if len({digest.speaker for digest in members}) < 2:
        return
    speakers: dict[str, list[Digest]] = {}
    for digest in members:
        if digest.speaker and len(words_of(digest).text.split()) >= ATTRIBUTION_WORDS:
            speakers.setdefault(digest.speaker, []).append(digest)
    names = sorted(speakers, key=lambda name: (-min(4, len(speakers[name])), name))[:COMMON_MAX]
    for one, other in combinations(sorted(names), 2):
        if _sound(one) == _sound(other):
            continue
        both = {d.article_id for d in speakers[one]} & {d.article_id for d in speakers[other]}
        sides = set_against(
            alike((d for d in speakers[one] if d.article_id not in both), lambda d: (d.group, _day(view, d))),
            alike(
                (d for d in speakers[other] if d.article_id not in both), lambda d: (d.group, _day(view, d))
            ),
            lambda a, b: _given_to_both(view, a, b),
        )
        if sides:
            yield Dispute("attribution", "alert", (one, other), (sides.left, sides.right), sides.reason)


def _given_to_both(view: View, a: Digest, b: Digest) -> str | None:
    if _far(view, a, b, 0.0) or _meeting_place(a, b) != view.slot:
        return None
    if a.group == b.group or view.relate_words(a, b).relation != "conflict":
        return "the same words from two people"
    return "the same words, but for a few, from two people" if in_one_event(view, a, b) else None


def _spellings(view: View, matches: list[Match]) -> Iterator[Dispute]:
    """Find two spellings of one name to which reports give one utterance."""
    related = [(m.one, m.other) for m in matches if m.verdict.relation != "not_comparable"]
    for one, other in [*related, *((name, name) for name in view.groups)]:
        for a in alike(view.groups[one], lambda d: d.speaker):
            for b in alike(view.groups[other], lambda d: d.speaker):
                if _spelt_otherwise(a[0], b[0]):
                    names = a[0].speaker or "", b[0].speaker or ""
                    yield Dispute("name_variant", "warning", names, (a, b), "one name in two spellings")


def _kinds(view: View, group: str) -> list[tuple[Digest, ...]]:
    """Tell the claims of a wording apart by speaker, day and what else their articles quote."""
    return alike(
        view.groups[group],
        lambda d: (d.speaker, _day(view, d), frozenset(o.group for o in view.of_article(d.article_id))),
    )


def _knows(view: View, said: Digest, part: tuple[int, int], other: Digest, told: Agreeing) -> bool:
    """Say whether the other's article quotes this part as said, too: then these are two utterances."""
    agreeing = told.get(said.group, {})
    for digest in view.of_article(other.article_id):
        if digest.group == said.group:
            return True
        start, end = agreeing.get(digest.group, (0, 0))
        if min(end, part[1]) - max(start, part[0]) > (part[1] - part[0]) // 2:
            return True
    return False


def _far(view: View, a: Digest, b: Digest, likeness: float) -> bool:
    one, other = day_of(view.source(a)), day_of(view.source(b))
    limit = RETOLD_DAYS if likeness >= NEARLY else SAME_TIME_DAYS
    return bool(one and other and apart(one, other) > limit)


def _day(view: View, digest: Digest) -> str:
    return (view.source(digest).published_at or "")[:10]


def _compared_here(view: View, a: Digest, b: Digest) -> bool:
    """Say whether two claims meet here first: one names no speaker, or one event's reports name two."""
    if view.slot != _meeting_place(a, b):
        return False
    if not (a.speaker and b.speaker):
        return True
    return _sound(a.speaker) != _sound(b.speaker) and in_one_event(view, a, b)


def _meeting_place(a: Digest, b: Digest) -> str | None:
    """Name the first of the wording slots that two quotations share: they are compared there only."""
    one, other = (anchors(words_of(d).text, named=d.speaker is not None) for d in (a, b))
    return min((f"wording:{anchor}" for anchor in set(one) & set(other)), default=None)


def _same_name(a: Digest, b: Digest) -> bool:
    """Say whether two names that sound alike can be one person's."""
    one, other = (slug(d.speaker or "").split("-") for d in (a, b))
    if _sound(a.speaker or "") != _sound(b.speaker or ""):
        return False
    if len(one) < 2 or len(other) < 2 or set(one) <= set(other) or set(other) <= set(one):
        return True
    return one[0][:1] == other[0][:1] and (
        min(len(one[0]), len(other[0])) == 1 or ratio(one[0], other[0]) >= SAME_NAME
    )


def _spelt_otherwise(a: Digest, b: Digest) -> bool:
    one, other = slug(a.speaker or ""), slug(b.speaker or "")
    return one != other and one.count("-") == other.count("-") and _same_name(a, b)


def _sound(name: str) -> str:
    return skeleton(name.rsplit(maxsplit=1)[-1]) if name.split() else ""
