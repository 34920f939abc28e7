"""Worlds in which all money is known, told in every way that reports tell it: no sum exceeds what there is."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from models.messages import Actor
from streams.ledger.queries.adding import Sum, add_up
from streams.ledger.queries.countable import KEYS, Change, Context, Countable
from tests.unit.ledger.test_adding import DONORS, EU, FRANCE, GERMANY, UKRAINE, pledge

NORWAY = Actor(id="Q20", name="Norway", level="country")
KENYA = Actor(id="Q114", name="Kenya", level="country")
CHAD = Actor(id="Q657", name="Chad", level="country")
AFRICA = Actor(id="Q7159", name="African Union", level="bloc")
MEMBERS = {"Q458": frozenset({"Q183", "Q142"}), "Q7159": frozenset({"Q114", "Q657"})}
GIVERS = {EU.name: (GERMANY, FRANCE), DONORS.name: (GERMANY, FRANCE, NORWAY)}
TAKERS = {AFRICA.name: (KENYA, CHAD)}
WAYS = (
    "raised", "raised by", "cut", "cut by", "part", "delivered", "without receiver", "rival", "annual",
    "denied", "withdrawn", "conditional", "asked for", "part of withdrawn",
)  # fmt: skip


class Gift(NamedTuple):
    """Money that is there once, and the ways in which it is told besides the plain one."""

    giver: Actor
    taker: Actor
    purpose: str
    sum: int
    ways: frozenset[str]


GIFTS = st.lists(
    st.builds(
        Gift,
        giver=st.sampled_from([GERMANY, FRANCE, NORWAY]),
        taker=st.sampled_from([UKRAINE, KENYA, CHAD]),
        purpose=st.sampled_from(["military", "health", "other"]),
        sum=st.integers(10, 90).map(lambda n: n * 10**8),
        ways=st.frozensets(st.sampled_from(WAYS), max_size=4),
    ),
    max_size=6,
)
WHOLES = st.lists(st.tuples(
    st.sampled_from([GERMANY, NORWAY, EU, DONORS]), st.sampled_from([UKRAINE, KENYA, AFRICA])
), unique=True, max_size=4)  # fmt: skip


class World:
    """The gifts as reports tell them, and what tells of them which are the same."""

    def __init__(self, gifts: list[Gift], wholes: list[tuple[Actor, Actor]]) -> None:
        self.gifts, self.changes, self.disputes = gifts, dict[str, Change](), list[frozenset[str]]()
        self.told = [p for n, gift in enumerate(gifts) for p in self._reports(f"g{n}", gift)]
        for giver, taker in wholes:
            inside = [g for g in gifts if _in(g.giver, giver, GIVERS) and _in(g.taker, taker, TAKERS)]
            if inside and (giver.name in GIVERS or taker.name in TAKERS):
                whole = float(sum(gift.sum for gift in inside))
                self.told.append(
                    self._pledge(f"{giver.name} {taker.name}", whole, giver, taker, purpose="other")
                )

    def context(self) -> Context:
        return Context(MEMBERS, self.disputes, self.changes)

    def there(self, by: str, key: str) -> float:
        """Give the money that there is under a key."""
        counted = {
            "pledger": lambda g: key in (g.giver.name, *(n for n, m in GIVERS.items() if g.giver in m)),
            "beneficiary": lambda g: key in (g.taker.name, *(n for n, m in TAKERS.items() if g.taker in m)),
        }.get(by, lambda _: True)
        return sum(gift.sum for gift in self.gifts if counted(gift))

    def _pledge(self, name: str, eur: float, giver: Actor, taker: Actor | None, **fields: Any) -> Countable:
        return pledge(name, eur, pledger=giver, beneficiary=taker, **fields)

    def _reports(self, name: str, gift: Gift) -> Iterator[Countable]:
        def told(kind: str, part: float = 1.0, taker: Actor | None = gift.taker, **fields: Any) -> Countable:
            purposed = {"purpose": gift.purpose} | fields
            return self._pledge(f"{name} {kind}", part * gift.sum, gift.giver, taker, **purposed)

        yield told("plain")
        cut = bool(gift.ways & {"cut", "cut by"}) and "raised" not in gift.ways
        claim = f"claim of {name} plain"
        for way in sorted(gift.ways):
            if way in ("raised", "raised by") and not cut:
                self.changes[claim] = Change("increase", by=False)
                if way == "raised by":
                    self.changes[f"claim of {name} {way}"] = Change("increase", by=True)
                yield told(
                    way,
                    0.6 if way == "raised" else 0.4,
                    day="2025-02-01" if way == "raised" else "2025-03-01",
                )
            if way in ("cut", "cut by") and cut:
                self.changes[claim] = Change("decrease", by=False)
                if way == "cut by":
                    self.changes[f"claim of {name} {way}"] = Change("decrease", by=True)
                yield told(way, 1.7 if way == "cut" else 0.7, day="2025-02-01")
            if way == "rival":
                self.disputes.append(frozenset({claim, f"claim of {name} rival"}))
                yield told(way, 0.8, independent_origins=2)
            if way == "part of withdrawn":
                yield told("void", 3.0, withdrawn=True)
                yield told(way, 2.0, part_of=f"{name} void")
            yield from _plainly(way, name, told)


def _plainly(way: str, name: str, told: Any) -> Iterator[Countable]:
    fields: dict[str, dict[str, Any]] = {
        "part": {"part": 0.3, "part_of": f"{name} plain"},
        "delivered": {"part": 0.5, "stage": "delivered", "fulfilment": "unratable"},
        "without receiver": {"taker": None},
        "annual": {"part": 0.2, "recurrence": "annual"},
        "denied": {"polarity": "denied"},
        "withdrawn": {"withdrawn": True},
        "conditional": {"polarity": "conditional"},
        "asked for": {"stage": "proposed"},
    }
    if way in fields:
        yield told(way, **fields[way])


def _in(part: Actor, whole: Actor, groups: dict[str, tuple[Actor, ...]]) -> bool:
    return part == whole or part in groups.get(whole.name, ())


@given(GIFTS, WHOLES, st.randoms(use_true_random=False))
@settings(max_examples=200, deadline=None)
def test_no_sum_exceeds_the_money_that_there_is(
    gifts: list[Gift], wholes: list[tuple[Actor, Actor]], dice: Any
) -> None:
    world = World(gifts, wholes)
    shuffled = dice.sample(world.told, len(world.told))
    for by in KEYS:
        sums = add_up(world.told, by, world.context())
        assert add_up(shuffled, by, world.context()) == sums
        _each_pledge_stands_once(sums, world.told)
        for made in sums:
            if made.recurrence == "total" and made.key != "proposed":
                assert made.eur <= world.there(by, made.key) * (1 + 1e-9)
    for_all = sum(s.eur for s in add_up(world.told, "purpose", world.context()) if s.recurrence == "total")
    assert for_all <= world.there("purpose", "") * (1 + 1e-9)


@given(GIFTS)
@settings(max_examples=200, deadline=None)
def test_gifts_told_plainly_are_all_counted(gifts: list[Gift]) -> None:
    world = World([gift._replace(ways=gift.ways - set(WAYS[:4]) - {"rival"}) for gift in gifts], [])
    by_pledger: dict[str, float] = defaultdict(float)
    for gift in gifts:
        by_pledger[gift.giver.name] += gift.sum
    sums = add_up(world.told, "pledger", world.context())
    found = {made.key: made.eur for made in sums if made.recurrence == "total"}
    assert {key: round(eur) for key, eur in found.items()} == by_pledger


def _each_pledge_stands_once(sums: list[Sum], told: list[Countable]) -> None:
    items = [item.pledge_id for made in sums for item in (*made.added, *made.left_out)]
    assert sorted(items) == sorted(p.state.pledge_id for p in told)
    assert all(item.reason is None for made in sums for item in made.added)
    assert all(item.reason for made in sums for item in made.left_out)
