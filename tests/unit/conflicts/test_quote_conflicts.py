"""What one person is quoted as having said."""

import pytest

from models.messages import Claim, Conflict
from models.wordings import anchors
from streams.conflicts.reading import Reconciler
from tests.unit.conflicts.making import quote

SAID = "We will rebuild the bridge before the winter, and we will not wait for permission"
MUTATIONS = [
    "We will rebuild the bridge before the winter, but we will not wait for permission",
    "We will rebuild the bridge before the summer, and we will not wait for permission",
    "We will rebuild the bridge before the winter, and we will wait for permission",
    "We shall repair the bridge before the winter, and we won't wait for permission",
]
SAME = [
    "We shall rebuild the bridge before winter, and we won’t wait for permission",
    "We will rebuild the bridge before the winter",
    "we will not wait for permission",
    "We will rebuild the bridge … and we will not wait for permission",
    "We will rebuild [it] before the winter, and we will not wait for permission",
    "WE WILL REBUILD THE BRIDGE BEFORE THE WINTER AND WE WILL NOT WAIT FOR PERMISSION",
]
OTHERS = [
    "The ferry is older than my mother",
    "We will rebuild the school next, and then the road to it",
    "Permission is for those who wait",
]


def conflicts_of(reconciler: Reconciler, *claims: Claim) -> list[Conflict]:
    return list(reconciler.fold(claims[0].slot, None, list(enumerate(claims)), "now").conflicts)


@pytest.mark.parametrize("text", MUTATIONS)
def test_one_utterance_in_other_words_is_a_mutation_with_its_words_marked(
    reconciler: Reconciler, text: str
) -> None:
    (found,) = conflicts_of(reconciler, quote("a", SAID, "Ada Older"), quote("b", text, "Ada Older"))
    assert (found.kind, found.severity) == ("quote_mutation", "alert")
    assert found.diff
    assert ("[-" in found.diff) or ("{+" in found.diff)


def test_the_diff_marks_what_changed_and_nothing_else(reconciler: Reconciler) -> None:
    def diff(one: str, other: str) -> str | None:
        (found,) = conflicts_of(reconciler, quote("a", one, "Ada Older"), quote("b", other, "Ada Older"))
        return found.diff

    first = diff(SAID, MUTATIONS[1])
    second = diff("Ninety tanks are a start, they know", "Nine tanks are a start, they know")
    assert first in (
        "We will rebuild the bridge before the [-winter-] {+summer+} and we will not wait for permission",
        "We will rebuild the bridge before the [-summer-] {+winter+} and we will not wait for permission",
    )
    tanks = "tanks are a start they know"
    assert second in (f"[-Ninety-] {{+Nine+}} {tanks}", f"[-Nine-] {{+Ninety+}} {tanks}")


@pytest.mark.parametrize("text", [*SAME, *OTHERS])
def test_cuts_spellings_and_other_utterances_are_none(reconciler: Reconciler, text: str) -> None:
    assert conflicts_of(reconciler, quote("a", SAID, "Ada Older"), quote("b", text, "Ada Older")) == []


def test_an_article_that_quotes_both_knows_two_utterances(reconciler: Reconciler) -> None:
    both = quote("a", SAID, "Ada Older"), quote("a", MUTATIONS[1], "Ada Older")
    assert conflicts_of(reconciler, *both) == []
    assert conflicts_of(reconciler, *both, quote("b", MUTATIONS[1], "Ada Older")) == []


def test_like_words_of_another_year_are_another_utterance(reconciler: Reconciler) -> None:
    then = quote("a", SAID, "Ada Older", ref={"published_at": "2022-01-10"})
    later = quote("b", MUTATIONS[3], "Ada Older", ref={"published_at": "2024-01-10"})
    assert conflicts_of(reconciler, then, later) == []


def test_a_name_in_two_spellings_is_one_voice_and_a_warning(reconciler: Reconciler) -> None:
    one, other = (
        quote("a", SAID, "Ada Older", slot="quote:~ldr"),
        quote("b", SAID, "Ada Oldder", slot="quote:~ldr"),
    )
    (found,) = conflicts_of(reconciler, one, other)
    assert (found.kind, found.severity) == ("name_variant", "warning")
    assert [side.value for side in found.sides] == ["Ada Oldder", "Ada Older"]


def test_people_whose_names_sound_alike_are_two_voices(reconciler: Reconciler) -> None:
    one = quote("a", SAID, "Ada Older", slot="quote:~ldr")
    other = quote("b", MUTATIONS[0], "Bela Older", slot="quote:~ldr")
    assert conflicts_of(reconciler, one, other) == []


def wording(name: str, text: str, speaker: str | None, at: int = 0) -> Claim:
    named = speaker is not None
    shared = sorted(set(anchors(SAID, named=named)) & set(anchors(text, named=named)))
    return quote(name, text, speaker, slot=f"wording:{shared[at]}")


def test_the_same_words_of_two_people_are_a_conflict_of_attribution(reconciler: Reconciler) -> None:
    (found,) = conflicts_of(reconciler, wording("a", SAID, "Ada Older"), wording("b", SAID, "Ben Newer"))
    assert found.kind == "attribution"
    assert [side.value for side in found.sides] == ["Ada Older", "Ben Newer"]


def test_words_that_meet_in_two_slots_conflict_in_one(reconciler: Reconciler) -> None:
    def found(at: int) -> int:
        claims = wording("a", SAID, None, at), wording("b", MUTATIONS[2], None, at)
        return len(conflicts_of(reconciler, *claims))

    assert [found(0), found(1)] == [1, 0]


def test_an_article_that_gives_words_to_both_is_no_evidence(reconciler: Reconciler) -> None:
    assert conflicts_of(reconciler, wording("a", SAID, "Ada Older"), wording("a", SAID, "Ben Newer")) == []


def test_words_without_a_named_speaker_are_compared_too(reconciler: Reconciler) -> None:
    (found,) = conflicts_of(reconciler, wording("a", SAID, None), wording("b", MUTATIONS[0], None))
    assert found.kind == "quote_mutation"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We stand by the people of Transnistria who have opened their gates", "by the people of Transnistria, who opened gates"),
        ("The harbour that they have promised never froze", "The harbour they promised never froze"),
        ("Nobody would have repaired bridges with paper", "Nobody repaired bridges using paper"),
    ],
)  # fmt: skip
def test_words_printed_with_and_without_small_ones_meet(one: str, other: str) -> None:
    assert set(anchors(one, named=True)) & set(anchors(other, named=True))


def test_other_words_do_not_meet() -> None:
    assert not set(anchors(SAID, named=True)) & set(anchors("Nobody repaired bridges with paper", named=True))
