"""Origins: reprints count once, however cut and reworded; reports written apart count each."""

from collections.abc import Sequence
from random import Random
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.messages import Claim
from models.reference import HouseSeed, Reference, load_reference
from streams.claims.fingerprint import DIGITS, KEPT, fingerprint
from streams.conflicts.digests import digest_claim, source_of
from streams.conflicts.origins import ARTICLES_KEPT, Origins
from streams.conflicts.parts import Parts
from streams.conflicts.publishers import Houses
from streams.conflicts.state import HASH_BYTES, SKETCH_HASHES
from tests.support.reprints import (
    abridge,
    excerpt,
    independent_pairs,
    own_stories,
    reprint,
    shared_runs,
)
from tests.unit.conflicts.making import pledge

NO_HOUSES, NO_PARTS = Houses(Reference()), Parts(Reference())
STORIES = own_stories()


def count(claims: Sequence[Claim], origins: Origins | None = None, houses: Houses = NO_HOUSES) -> int:
    digests = [digest_claim(claim, NO_PARTS) for claim in claims]
    sources = {claim.article.id: source_of(claim.article, houses) for claim in claims}
    return len(set((origins or Origins()).group("slot", digests, sources).values()))


def texts(*printed: str) -> list[Claim]:
    return [pledge(f"article {n}", ref={"fingerprint": fingerprint(text)}) for n, text in enumerate(printed)]


def test_the_sketch_that_a_slot_keeps_is_the_whole_fingerprint() -> None:
    assert (SKETCH_HASHES, HASH_BYTES * 2) == (KEPT, DIGITS)


def test_at_most_one_reprint_in_a_hundred_counts_as_independent() -> None:
    dice = Random(11)
    pairs = [(story.text, reprint(story.text, dice)) for story in STORIES for _ in range(3)]
    missed = sum(count(texts(*pair)) == 2 for pair in pairs)
    assert len(pairs) >= 300
    assert missed <= len(pairs) // 100


def test_nine_of_ten_abridged_and_reworded_reprints_are_recognised() -> None:
    dice = Random(12)
    pairs = [
        (story.text, abridge(story.text, dice, rewording=share))
        for story in STORIES
        for share in (0.1, 0.3, 0.5)
    ]
    shares = sorted(shared_runs(*pair) for pair in pairs)
    assert shares[len(shares) // 10] < 0.31, "the pairs must be hard enough"
    assert len(pairs) >= 300
    assert sum(count(texts(*pair)) == 1 for pair in pairs) >= 0.9 * len(pairs)


def test_reports_written_apart_are_rarely_taken_for_one() -> None:
    dice, text = Random(13), {story.name: story.text for story in STORIES}
    apart = [(text[a], text[b]) for a, b in independent_pairs() if a in text and b in text]
    assert len(apart) >= 40
    assert all(count(texts(*pair)) == 2 for pair in apart)
    varied = [(excerpt(a, dice), excerpt(b, dice)) for a, b in apart for _ in range(8)]
    assert len(varied) >= 300
    assert sum(count(texts(*pair)) == 1 for pair in varied) <= 0.02 * len(varied)


def test_a_wire_credit_makes_one_origin_however_it_is_spelt() -> None:
    houses = Houses(Reference(house=(HouseSeed(name="Harbour Wire", titles=("HW", "Harbour Wire Service")),)))
    spelt = ("HW", "harbour wire", "Harbour Wire Service", "HW/Meridian", "with Harbour Wire and staff")
    claims = [
        pledge(f"{n}", ref={"wire_credit": credit, "publisher": f"P{n}"}) for n, credit in enumerate(spelt)
    ]
    own = pledge("own", ref={"publisher": "The Harbour Wire"})
    other = pledge("other", ref={"publisher": "Harbour Wireless"})
    assert count([*claims, own], houses=houses) == 1
    assert count([*claims, own, other], houses=houses) == 2


def test_titles_and_sites_of_one_house_are_one_origin() -> None:
    houses = Houses(
        Reference(house=(HouseSeed(name="Quay Press", titles=("The Quay", "Pier"), sites=("quay.example",)),))
    )
    ours = [
        pledge("a", ref={"publisher": "The Quay"}),
        pledge("b", ref={"publisher": "pier"}),
        pledge("c", ref={"url": "https://news.quay.example/x"}),
        pledge("d", ref={"publisher": "Weekend Quay", "url": "https://www.quay.example/y"}),
    ]
    others = [
        pledge("e", ref={"publisher": "Quayside"}),
        pledge("f", ref={"url": "https://notquay.example/z"}),
        pledge("g", ref={"url": "http://[broken"}),
    ]
    assert count(ours, houses=houses) == 1
    assert count(ours + others, houses=houses) == 4


def test_articles_of_one_site_without_a_publisher_are_one_origin() -> None:
    claims = [pledge(name, ref={"url": f"https://www.site.example/{name}"}) for name in "ab"]
    assert count(claims) == 1


def test_a_long_sentence_in_common_makes_one_origin_and_a_short_one_does_not() -> None:
    long = "Germany will give Ukraine another two billion euros for shells, the ministry said."
    for sentence, origins in ((long, 1), ("Germany pledged €2 billion.", 2)):
        assert count([pledge(name, evidence=sentence) for name in "ab"]) == origins


@pytest.mark.parametrize("house", ["Agence France-Presse", "News Corp", "BBC"])
def test_the_shipped_houses_have_several_names(house: str) -> None:
    (seed,) = (each for each in load_reference().house if each.name == house)
    houses = Houses(load_reference())
    assert {houses.of(title, None) for title in (seed.name, *seed.titles)} == {house}
    assert {houses.of(None, f"https://www.{site}/a") for site in seed.sites} == {house}


def test_no_title_or_site_belongs_to_two_houses() -> None:
    houses = load_reference().house
    names = [name.casefold() for house in houses for name in {house.name, *house.titles}]
    sites = [site for house in houses for site in house.sites]
    assert (len(names), len(sites)) == (len(set(names)), len(set(sites)))


PRINTED = [fingerprint(STORIES[0].text), fingerprint(abridge(STORIES[0].text, Random(1), rewording=0.1))]
PRINTED += [fingerprint(STORIES[1].text), ""]


@given(st.lists(st.lists(st.integers(0, 30), min_size=1, max_size=31), min_size=1, max_size=6))
@settings(max_examples=60, deadline=None)
def test_what_is_remembered_of_a_slot_never_changes_the_answer(views: list[list[int]]) -> None:
    origins = Origins()
    for view in views:
        claims = [pledge(f"{n}", ref={"fingerprint": PRINTED[n % 4]}) for n in view]
        assert count(claims, origins) == count(claims)


def test_a_known_slot_costs_little_more_for_one_article_more() -> None:
    claims = texts(*(abridge(STORIES[n % 90].text, Random(n), rewording=0.3) for n in range(256)))
    digests = [digest_claim(claim, NO_PARTS) for claim in claims]
    sources = {claim.article.id: source_of(claim.article, NO_HOUSES) for claim in claims}
    origins = Origins()
    origins.group("slot", digests[:-1], sources)
    started = process_time()
    for _ in range(20):
        origins.group("slot", digests, sources)
    warm = (process_time() - started) / 20
    started = process_time()
    Origins().group("slot", digests, sources)
    assert warm < (process_time() - started) / 4


def test_what_is_remembered_of_all_slots_is_bounded() -> None:
    origins = Origins()
    claims = texts(*(story.text for story in STORIES[:100]))
    digests = [digest_claim(claim, NO_PARTS) for claim in claims]
    sources = {claim.article.id: source_of(claim.article, NO_HOUSES) for claim in claims}
    for n in range(60):
        origins.group(f"slot {n}", digests, sources)
    assert ARTICLES_KEPT - 100 <= origins.remembered <= ARTICLES_KEPT
