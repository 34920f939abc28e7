"""Whatever the order, the repetitions and the batches: the same set gives the same outcome."""

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from models.messages import Claim, Conflict, Reading, Retraction
from models.name_sketch import sketch_names
from models.reference import Reference
from models.wordings import anchors
from streams.conflicts.reading import Reconciler, decode, encode
from tests.unit.conflicts.making import office, pledge, quote, retraction

Message = Claim | Retraction
NAMES = [f"article-{n}" for n in range(9)]
REASONS = ["new_version", "canceled"]
DAYS = [None, "2024-01-10", "2024-01-12", "2024-06-01", "2025-03-01T10:00:00Z"]

refs = st.fixed_dictionaries(
    {
        "published_at": st.sampled_from(DAYS),
        "events": st.sampled_from([(), ("summit-2024",), ("summit-2025",)]),
        "publisher": st.sampled_from([None, "Wire", "Daily"]),
        "names": st.sampled_from(["", sketch_names({"Nkoro": False, "Mbale": False, "Brekke": True})]),
        "fingerprint": st.sampled_from(["", "000001000002000003000009", "000001000002000003000007"]),
    }
)
pledges = st.builds(
    pledge,
    st.sampled_from(NAMES),
    st.sampled_from([1e9, 1.04e9, 1.2e9, 2e9, 2.3e9]),
    ref=refs,
    currency=st.sampled_from(["EUR", "USD"]),
    in_eur=st.sampled_from([None, 1e9, 2e9]),
    qualifier=st.sampled_from(["exactly", "about", "more_than", "up_to"]),
    stage=st.sampled_from(["proposed", "pledged", "committed", "allocated", "delivered"]),
    end=st.sampled_from([None, "2024-12-31", "2025-12-31"]),
    deadline=st.sampled_from([None, None, "2026-12-31", "2023-06-30"]),
    polarity=st.sampled_from(["affirmed", "affirmed", "denied"]),
    announced_on=st.sampled_from([None, "2024-01-09", "2025-02-28"]),
    speaker=st.sampled_from([None, "Ada Older", "Ben Newer"]),
    operation=st.sampled_from(["assert", "assert", "increase", "withdraw"]),
    to=st.sampled_from([None, None, "-"]),
)
people = [("Ada Older", "x:old"), ("Ben Newer", "x:new"), ("Dee Unknown", None)]
offices = st.builds(
    lambda name, who, ref, tenure: office(name, who[0], person_id=who[1], ref=ref, tenure=tenure),
    st.sampled_from(NAMES),
    st.sampled_from(people),
    refs,
    st.sampled_from(["current", "former", "acting"]),
)
TEXTS = [
    "We will not wait for the next winter to act",
    "We will wait for the next winter to act",
    "We shall not wait for the next winter",
    "We will not wait for the coming winter to act, and we told them",
    "The bridge was never ours to give",
]
quotes = st.builds(
    quote,
    st.sampled_from(NAMES),
    st.sampled_from(TEXTS),
    st.sampled_from(["Ada Older", "Ada Oldder", "Older"]),
    slot=st.just("quote:~ldr"),
    ref=refs,
)
wordings = st.builds(
    quote,
    st.sampled_from(NAMES),
    st.sampled_from(TEXTS[:2]),
    st.sampled_from(["Ada Older", "Ben Newer", None]),
    slot=st.just(f"wording:{anchors(TEXTS[0], named=True)[0]}"),
    ref=refs,
)


@st.composite
def streams(draw: st.DrawFn, claims: st.SearchStrategy[Claim]) -> tuple[list[Message], list[Message]]:
    """A set of claims and retractions in two arrangements, the second with repetitions."""
    made = {claim.claim_id: claim for claim in draw(st.lists(claims, min_size=1, max_size=12))}
    articles: dict[str, Claim] = {}
    for claim in made.values():
        articles.setdefault(claim.article.id, claim)
    # What an article is does not vary between its claims: each takes the first one's ref.
    messages: list[Message] = [
        msgspec.structs.replace(claim, article=articles[claim.article.id].article) for claim in made.values()
    ]
    taken_back = draw(st.lists(st.sampled_from(list(made.values())), max_size=3))
    messages += [retraction(claim, draw(st.sampled_from(REASONS))) for claim in taken_back]
    again = messages + draw(st.lists(st.sampled_from(messages), max_size=5))
    return draw(st.permutations(messages)), draw(st.permutations(again))


def outcome_of(
    messages: list[Message], reference: Reference, batch: int, claims_max: int = 256
) -> tuple[Reading | None, dict[str, Conflict]]:
    """Feed a stream in batches, through the bytes of the table, and keep what stays open."""
    reconciler = Reconciler(reference, claims_max)
    data, reading = None, None
    known: dict[str, Conflict] = {}
    for start in range(0, len(messages), batch):
        items = list(enumerate(messages[start : start + batch], start))
        folded = reconciler.fold(messages[0].slot, decode(data) if data else None, items, "now")
        data, reading = encode(folded.state), folded.reading
        known.update({c.conflict_id: msgspec.structs.replace(c, revision=0) for c in folded.conflicts})
    still_open = {name: conflict for name, conflict in known.items() if conflict.state == "open"}
    return msgspec.structs.replace(reading, revision=0) if reading else None, still_open


@given(streams(pledges), st.integers(1, 5), st.integers(1, 5))
@settings(max_examples=150, deadline=None)
def test_pledges_read_alike_in_any_order_repetition_and_batch(
    reference: Reference, made: tuple[list[Message], list[Message]], one: int, other: int
) -> None:
    first, second = made
    assert outcome_of(first, reference, one) == outcome_of(second, reference, other)


@given(streams(offices), st.integers(1, 5), st.integers(1, 5))
@settings(max_examples=100, deadline=None)
def test_offices_conflict_alike_in_any_order_repetition_and_batch(
    reference: Reference, made: tuple[list[Message], list[Message]], one: int, other: int
) -> None:
    first, second = made
    assert outcome_of(first, reference, one) == outcome_of(second, reference, other)


@given(streams(quotes), st.integers(1, 5), st.integers(1, 5))
@settings(max_examples=100, deadline=None)
def test_quotes_conflict_alike_in_any_order_repetition_and_batch(
    reference: Reference, made: tuple[list[Message], list[Message]], one: int, other: int
) -> None:
    first, second = made
    assert outcome_of(first, reference, one) == outcome_of(second, reference, other)


@given(streams(wordings), st.integers(1, 5), st.integers(1, 5))
@settings(max_examples=100, deadline=None)
def test_wordings_conflict_alike_in_any_order_repetition_and_batch(
    reference: Reference, made: tuple[list[Message], list[Message]], one: int, other: int
) -> None:
    first, second = made
    assert outcome_of(first, reference, one) == outcome_of(second, reference, other)


@given(streams(pledges), st.integers(1, 5), st.integers(1, 5))
@settings(max_examples=100, deadline=None)
def test_a_slot_beyond_its_bound_keeps_the_same_claims_in_any_order(
    reference: Reference, made: tuple[list[Message], list[Message]], one: int, other: int
) -> None:
    first, second = made
    reading, conflicts = outcome_of(first, reference, one, claims_max=4)
    assert (reading, conflicts) == outcome_of(second, reference, other, claims_max=4)
    claims = {m.claim_id: m for m in first if isinstance(m, Claim)}
    if len(claims) <= 4 and all(m.pledge and m.pledge.beneficiary is None for m in claims.values()):
        assert reading is None  # guests have none
        return
    assert reading is not None
    assert reading.dropped == max(0, len(claims) - 4)
