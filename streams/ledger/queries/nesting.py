"""Blocs and their members, as givers and as receivers: pledges in, those that another holds out.

Of a bloc's pledge (or a conference total) and those of its members the larger side is
counted; so of what a bloc gets and what its members get, and of two blocs that share members.
Of the pledges that are left no two can hold the same money.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from models.messages import Actor
from streams.ledger.queries.countable import (
    By,
    Context,
    Countable,
    Reason,
    Reasons,
    comparable,
    euros_of,
    one_occasion,
)

Overlaps = Mapping[str, frozenset[str]]  # by an actor's name the names of all that share with it, its own too
NOBODY = ""


def nested(pledges: Sequence[Countable], by: By, context: Context) -> Reasons:
    """Leave out the smaller side, bloc or members; who a sum is of has one of its own."""
    givers = _overlaps((p.state.pledger for p in pledges), context, alone=by == "pledger")
    takers = _overlaps(
        (p.state.beneficiary for p in pledges if p.state.beneficiary), context, alone=by == "beneficiary"
    )
    homes: dict[tuple[str, str], list[Countable]] = {}
    for pledge in pledges:
        homes.setdefault(_parties(pledge), []).append(pledge)
    return dict(_smaller(pledges, homes, givers, takers))


def _smaller(
    pledges: Iterable[Countable],
    homes: Mapping[tuple[str, str], Sequence[Countable]],
    givers: Overlaps,
    takers: Overlaps,
) -> Iterator[tuple[str, Reason]]:
    gone: set[str] = set()
    for whole in sorted(pledges, key=lambda p: (-euros_of(p), p.state.pledge_id)):
        name, own = whole.state.pledge_id, _parties(whole)
        if name in gone:
            continue
        inside = [
            part
            for giver in sorted(givers[own[0]])
            for taker in sorted(takers.get(own[1], frozenset({NOBODY})))
            if (giver, taker) != own
            for part in homes.get((giver, taker), ())
            if part.state.pledge_id not in gone and _may_share(whole, part)
        ]
        if not inside:
            continue
        if sum(map(euros_of, inside)) > euros_of(whole):
            gone.add(name)
            yield name, Reason("its members' pledges come to more, and are counted")
        else:
            for part in inside:
                gone.add(part.state.pledge_id)
                yield part.state.pledge_id, Reason(_within_words(whole, part), name)


def _overlaps(actors: Iterable[Actor], context: Context, *, alone: bool) -> Overlaps:
    named = {actor.name: actor for actor in actors}
    if alone:
        return {name: frozenset({name}) for name in named}
    return {
        name: frozenset(other for other, its in named.items() if _overlap(actor, its, context.members))
        for name, actor in named.items()
    }


def _overlap(one: Actor, other: Actor, members: Mapping[str, AbstractSet[str]]) -> bool:
    """Say whether two actors are one, or a bloc with a member or with a bloc that shares some."""
    if one.name == other.name or "donors" in (one.level, other.level):
        return True
    ours, theirs = members.get(one.id or "", frozenset()), members.get(other.id or "", frozenset())
    return other.id in ours or one.id in theirs or bool(ours & theirs)


def _may_share(one: Countable, other: Countable) -> bool:
    """Say whether two pledges can hold the same money; a conference total is of every purpose."""
    if "donors" in (one.state.pledger.level, other.state.pledger.level):
        recurrences = one.state.period.recurrence, other.state.period.recurrence
        return recurrences[0] == recurrences[1] and one_occasion(one, other)
    return comparable(one, other) and one_occasion(one, other)


def _parties(pledge: Countable) -> tuple[str, str]:
    taker = pledge.state.beneficiary
    return pledge.state.pledger.name, taker.name if taker else NOBODY


def _within_words(whole: Countable, part: Countable) -> str:
    if whole.state.pledger.name != part.state.pledger.name:
        return f"within that of {whole.state.pledger.name}"
    return f"within that to {whole.state.beneficiary.name if whole.state.beneficiary else 'nobody'}"
