from pathlib import Path

import pytest

from models.messages import Claim, Conflict
from models.messages.conflict import Side, SideClaim
from streams.scoring.folder import FolderError, read_folder
from streams.scoring.score import Score, score_folder
from tests.unit.scoring.making import folder, gold_pledge, office, pledge, quote


def score(path: Path, gold: dict[str, object], *claims: Claim) -> Score:
    return score_folder(read_folder(folder(path, gold)), claims, [])


def test_equal_figures_pair_and_an_alias_is_the_same_giver(tmp_path: Path) -> None:
    gold = {"pledges": [gold_pledge(5_000_000, "Oslo"), gold_pledge(7_000_000)]}
    figures = score(tmp_path, gold, pledge(5_010_000), pledge(8_000_000)).figures
    assert (figures["pledge_found.p"], figures["pledge_found.r"]) == (0.5, 0.5)
    assert figures["pledge_exact.f1"] == 0.5


def test_wrong_field_keeps_the_pair_but_not_exactness(tmp_path: Path) -> None:
    scored = score(tmp_path, {"pledges": [gold_pledge(5)]}, pledge(5, "Sweden", stage="delivered"))
    assert scored.figures["pledge_found.f1"] == 1.0
    assert scored.figures["pledge_exact.f1"] == 0.0
    assert scored.figures["fields_of_found.pledger"] == scored.figures["fields_of_found.stage"] == 0.0
    assert scored.findings[0].what.startswith("pledger, stage: Sweden → Chad, 5 EUR, delivered")
    assert scored.findings[0].evidence == "the sentence"


def test_of_two_equal_figures_the_closer_claim_is_paired(tmp_path: Path) -> None:
    gold = {"pledges": [gold_pledge(5), gold_pledge(5, "Sweden")]}
    figures = score(tmp_path, gold, pledge(5, "Sweden"), pledge(5)).figures
    assert figures["pledge_exact.f1"] == 1.0


def test_promise_and_commitment_are_not_told_apart_but_delivery_is(tmp_path: Path) -> None:
    gold = {"pledges": [gold_pledge(5), gold_pledge(6)]}
    figures = score(tmp_path, gold, pledge(5, stage="committed"), pledge(6, stage="allocated")).figures
    assert figures["fields_of_found.stage"] == 0.5


def test_optional_pledge_counts_neither_way(tmp_path: Path) -> None:
    gold = {"pledges": [gold_pledge(5, optional=True), gold_pledge(6)]}
    figures = score(tmp_path, gold, pledge(5), pledge(6)).figures
    assert (figures["pledge_found.p"], figures["pledge_found.n"]) == (1.0, 1)


def test_claim_of_two_slots_counts_once(tmp_path: Path) -> None:
    figures = score(tmp_path, {"pledges": [gold_pledge(5)]}, pledge(5), pledge(5)).figures
    assert figures["pledge_found.p"] == 1.0


def test_pledge_in_an_article_without_any_is_counted_as_such(tmp_path: Path) -> None:
    scored = score(tmp_path, {}, pledge(5))
    assert scored.figures["pledges_on_negatives"] == 1
    assert scored.findings[0].kind == "false pledge"


QUOTE = {"speaker": "Kari Lie", "quote_start": "We keep our", "quote_end": "to Chad"}
SPAN = (52, 76)  # of “We keep our word to Chad,” without the marks


@pytest.mark.parametrize(
    ("span", "speaker", "found", "right"),
    [
        (SPAN, "K. Lie", 1.0, 1.0),
        ((SPAN[0], SPAN[1] + 1), "Ola Lie-Berg", 1.0, 0.0),
        ((SPAN[0], SPAN[1] - 3), None, 1.0, 0.0),
        ((SPAN[0] + 8, SPAN[1]), "Kari Lie", 0.0, 0.0),
    ],
)
def test_quote_pairs_by_overlap_and_speaker_by_person(
    tmp_path: Path, span: tuple[int, int], speaker: str | None, found: float, right: float
) -> None:
    page = read_folder(folder(tmp_path, {"statements": [QUOTE]}))
    assert page.articles[0].article.text[slice(*SPAN)] == "We keep our word to Chad"
    figures = score_folder(page, [quote(*span, speaker)], []).figures
    assert (figures["quote.f1"], figures["quote_speaker"]) == (found, right)


def test_quote_of_an_institution_is_no_false_alarm(tmp_path: Path) -> None:
    figures = score(tmp_path, {"institution_quotes": [QUOTE]}, quote(*SPAN, None)).figures
    assert figures["quote.p"] == 1.0


def test_office_may_be_told_in_fewer_words(tmp_path: Path) -> None:
    gold = {"roles": [{"person": "Kari Lie", "role": "Norwegian Minister of Finance"}]}
    figures = score(tmp_path, gold, office("Lie", "minister of finance"), office("Ola Moe", "mayor")).figures
    assert (figures["office.p"], figures["office.r"]) == (0.5, 1.0)


def conflict(kind: str, severity: str = "alert") -> Conflict:
    sides = tuple(
        Side(value=article, claims=(SideClaim(claim_id="c", article_id=article),))
        for article in ("001", "002")
    )
    return Conflict(
        conflict_id=kind, state="open", revision=1, kind=kind, slot="s", severity=severity, sides=sides, summary=""
    )  # fmt: skip


def two_pages(path: Path, **relations: object) -> Path:
    folder(path, {}, **relations)
    for part, suffix in (("pages", "txt"), ("gold", "json")):
        (path / part / f"002.{suffix}").write_bytes((path / part / f"001.{suffix}").read_bytes())
    return path


def test_conflict_is_caught_by_its_pages_and_kind(tmp_path: Path) -> None:
    told = [
        {"pages": ["002", "001"], "type": "status"},
        {"pages": ["001", "002"], "type": "quote"},
        {"pages": ["001", "002"], "type": "amount", "soft": True},
    ]
    read = read_folder(two_pages(tmp_path, conflicts=told))
    scored = score_folder(read, [], [conflict("stage")])
    assert (scored.figures["conflict_recall"], scored.figures["conflicts_gold"]) == (0.5, 2)
    assert [finding.kind for finding in scored.findings] == ["missed conflict"]


@pytest.mark.parametrize(("severity", "alarms"), [("alert", 1), ("warning", 0)])
def test_alert_on_pages_that_agree_is_false(tmp_path: Path, severity: str, alarms: int) -> None:
    read = read_folder(two_pages(tmp_path, not_conflicts=[["001", "002", "it grew"]]))
    assert score_folder(read, [], [conflict("amount", severity)]).figures["false_conflicts"] == alarms


def test_article_in_another_language_is_left_out(tmp_path: Path) -> None:
    assert read_folder(folder(tmp_path, {"language": "de"})).articles == ()


@pytest.mark.parametrize(
    ("gold", "place"), [({"pledges": [{"pledger": 1, "status": ""}]}, "pledger"), ({"pledges": 1}, "pledges")]
)
def test_bad_annotation_names_file_and_place(tmp_path: Path, gold: dict[str, object], place: str) -> None:
    with pytest.raises(FolderError, match=rf"001\.json: .*{place}"):
        read_folder(folder(tmp_path, gold))


def test_folder_without_annotations_is_named(tmp_path: Path) -> None:
    with pytest.raises(FolderError, match="no annotations"):
        read_folder(tmp_path)
