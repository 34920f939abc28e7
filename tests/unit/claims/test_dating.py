"""The time an article tells of: events, tenures and openings bound it, nothing stands in for its date."""

import pytest

from models.messages import Actor, Person
from models.reference import EventSeed, Reference, TenureSeed, load_reference
from streams.claims.annotations import OfficeMention
from streams.claims.components.text.words import Words
from streams.claims.dating import Dater, Dating

SUMMIT = EventSeed(
    id="league-oslo-2024",
    name="League summit in Oslo",
    place="Oslo",
    start="2024-07-09",
    end="2024-07-11",
    words=("League", "summit", "Oslo"),
)
LATER = EventSeed(
    id="league-rome-2025",
    name="League summit in Rome",
    place="Rome",
    start="2025-06-24",
    end="2025-06-25",
    words=("League", "summit", "Rome"),
)
LEAGUE = Actor(id="x:league", name="League", level="bloc", as_printed="League")
TENURES = (
    TenureSeed(person="x:ann", post="Secretary General", org="x:league", start="2024-10-01"),
    TenureSeed(person="x:bob", post="Prime Minister", org="Q55", start="2010-10-14", end="2012-11-05"),
    TenureSeed(person="x:bob", post="Prime Minister", org="Q55", start="2017-10-26", end="2024-07-02"),
)


@pytest.fixture(scope="module")
def dater() -> Dater:
    return Dater(Reference(event=(SUMMIT, LATER), tenure=TENURES))


def office(person: str, post: str, tenure: str = "current") -> OfficeMention:
    return OfficeMention((0, 3), Person(id=person, name="Ann Bo", as_printed="Bo"), post, LEAGUE, tenure)


@pytest.mark.parametrize(
    "text",
    [
        "At the League summit in Oslo, members pledged €5 billion.",
        "Members said at the League’s summit in Oslo on Wednesday that they pay. The League summit in Oslo ended.",
        "The League held its summit here. In Oslo, the League summit agreed on shells.",
    ],
)
def test_what_an_event_is_told_to_have_done_was_written_on_its_first_day_or_later(dater, text):
    assert dater.date_article(Words(text), ()) == Dating((SUMMIT.id,), "2024-07-09", None)


@pytest.mark.parametrize(
    "text",
    [
        "Preparations for the League summit in Oslo go on.",
        "The upcoming League summit in Oslo is to agree on shells.",
        "A League summit will be held in Oslo.",
        "Oslo has nice weather. A summit is no League.",
    ],
)
def test_an_event_still_to_come_or_unnamed_bounds_nothing(dater, text):
    assert dater.date_article(Words(text), ()) == Dating()


@pytest.mark.parametrize(
    "text",
    [
        "The League summit will be held in Oslo next week.",
        "Ahead of the League summit in Oslo, members argue.",
        "Members meet for the upcoming League summit in Oslo later this month.",
    ],
)
def test_an_event_at_hand_is_the_news_of_the_day_but_sets_no_bound(dater, text):
    assert dater.date_article(Words(text), ()) == Dating((SUMMIT.id,), None, None)


def test_of_several_events_told_the_last_one_bounds_the_time(dater):
    text = "After the League summit in Oslo came the League summit in Rome."
    assert dater.date_article(Words(text), ()) == Dating((SUMMIT.id, LATER.id), "2025-06-24", None)


@pytest.mark.parametrize(
    ("mention", "not_before"),
    [
        (office("x:ann", "Secretary General"), "2024-10-01"),
        (office("x:ann", "Secretary General", "former"), "2024-10-01"),
        (office("x:bob", "Prime Minister"), "2010-10-14"),  # the first of two tenures: no later is sure
        (office("x:ann", "Secretary General", "designate"), None),
        (office("x:ann", "Prime Minister"), None),
        (office("x:eve", "Secretary General"), None),
    ],
)
def test_a_holder_of_a_post_was_named_after_taking_it_up(dater, mention, not_before):
    assert dater.date_article(Words("Bo spoke."), (mention,)).not_before == not_before


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("OSLO, July 5, 2024 (Wire) - Members pay.", "2024-07-05", "2024-07-05"),
        ("Headline\n\nOSLO, 5 July 2024 – Members pay.", "2024-07-05", "2024-07-05"),
        ("OSLO, Feb. 5, 2024 — Members pay.", "2024-02-05", "2024-02-05"),
        ("date 2023-01-10 OSLO: Members pay.", "2023-01-10", "2023-01-10"),
        ("Headline\nPublished: 2023-01-10\nMembers pay.", "2023-01-10", "2023-01-10"),
        ("In early 2024, members pledged shells.", "2024-01-01", "2024-06-30"),
        ("In late 2024, members pledged shells.", "2024-07-01", "2024-12-31"),
        ("In February 2024, members pledged shells.", "2024-02-01", "2024-02-29"),
        ("In June 2024, members pledged shells.", "2024-06-01", "2024-06-30"),
        ("On July 5, 2024, members pledged shells.", "2024-07-05", "2024-07-05"),
        ("In the summer of 2024, members pledged shells.", "2024-06-01", "2024-09-30"),
        ("In 2024, members pledged shells.", "2024-01-01", "2024-12-31"),
        # No frame: a year in passing, a day the calendar lacks, an opening long past.
        ("Members pledged 2024 shells for 2025.", None, None),
        ("date 2023-02-31 OSLO: Members pay.", None, None),
        ("Members pay. " * 40 + "In 2024, they paid.", None, None),
        ("", None, None),
    ],
)
def test_an_opening_or_a_dateline_frames_what_is_told(dater, text, first, last):
    assert dater.date_article(Words(text), ()) == Dating((), first, last)


def test_an_opening_that_looks_back_sets_no_end(dater):
    text = "In early 2024, members argued. At the League summit in Oslo they agreed."
    assert dater.date_article(Words(text), ()) == Dating((SUMMIT.id,), "2024-07-09", None)


def test_the_shipped_events_are_read():
    events = load_reference().event
    text = "NATO leaders agreed at their summit in Vilnius. The NATO summit in Vilnius ended."
    assert Dater(load_reference()).date_article(Words(text), ()).events == ("nato-vilnius-2023",)
    assert all(event.start <= event.end for event in events)


@pytest.mark.parametrize(
    "head",
    [
        "Harbour plan agreed\nPosted on 22/04/2026 by Ann Bo",
        "22.04.2026 at 11.30\nHarbour plan agreed",
        "News | Oslo | 22 April 2026 | 3 min read",
        "Wed 22 Apr 2026 06.00 BST\nHarbour plan agreed",
        "Published April 22, 2026",
    ],
)
def test_a_note_of_publication_sets_the_day(dater, head):
    assert dater.date_article(Words(f"{head}\nOslo pays."), ()) == Dating((), "2026-04-22", "2026-04-22")


@pytest.mark.parametrize(
    "text",
    [
        "Posted on 04/05/2026 by Ann Bo",
        "Oslo pays 30 crowns until 22 April 2026 and more later.",
        "The sum is 22.04.2026 in the old notation.",
    ],
)
def test_a_day_that_has_two_readings_or_stands_in_a_sentence_is_no_note_of_publication(dater, text):
    assert dater.date_article(Words(text), ()) == Dating()


@pytest.mark.parametrize(
    ("address", "first", "last"),
    [
        ("https://paper.example/world/2026/07/14/a-bridge", "2026-07-14", "2026-07-14"),
        ("https://paper.example/2026/02/a-bridge.html", "2026-02-01", "2026-02-28"),
        ("https://paper.example/news/2025-11-30-a-bridge", "2025-11-30", "2025-11-30"),
        ("https://paper.example/budget/2026-draft", None, None),
        ("https://paper.example/2026/14/32/a-bridge", None, None),
        (None, None, None),
    ],
)
def test_an_address_bounds_what_its_text_leaves_open(dater, address, first, last):
    assert dater.date_article(Words("Oslo pays."), (), address) == Dating((), first, last)
    stamped = "Published: 2024-01-10\nOslo pays."
    assert dater.date_article(Words(stamped), (), address) == Dating((), "2024-01-10", "2024-01-10")
