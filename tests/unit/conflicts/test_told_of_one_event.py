"""Reports of unknown time are held together by the names that one event has, and by nothing less."""

import csv
from pathlib import Path

import pytest

from models.name_sketch import KEPT, code_of, read_names, sketch_names
from models.told_sketch import KEPT as TOLD_KEPT
from models.told_sketch import WORDS, read_told, sketch_told, tells
from streams.conflicts.reading import Reconciler
from streams.conflicts.state import NAMES, TOLD
from tests.unit.conflicts.making import quantity
from tests.unit.conflicts.pairs import report
from tests.unit.conflicts.test_claim_pairs import Pair, found_in

with (Path(__file__).parent / "event_pairs.tsv").open(encoding="utf-8") as table:
    PAIRS = [Pair(*row) for row in csv.reader(table, delimiter="\t", quoting=csv.QUOTE_NONE)][1:]


@pytest.mark.parametrize("pair", PAIRS, ids=[f"{pair.expected}: {pair.what}" for pair in PAIRS])
def test_names_tie_reports_of_one_event_alone(reconciler: Reconciler, pair: Pair) -> None:
    turned = pair._replace(one=pair.other, other=pair.one)
    expected = [] if pair.expected == "none" else [pair.expected]
    assert found_in(reconciler, pair) == found_in(reconciler, turned) == expected


@pytest.mark.parametrize(
    "pair", [pair for pair in PAIRS if pair.expected != "none"], ids=lambda pair: pair.what
)
def test_without_names_nothing_ties_them(reconciler: Reconciler, pair: Pair) -> None:
    assert found_in(reconciler, Pair("none", _nameless(pair.one), _nameless(pair.other), pair.what)) == []


def _nameless(line: str) -> str:
    return ";".join(
        part
        for part in line.split(";")
        if part.split()[0] not in ("names", "people", "says", "tells", "quotes")
    )


def test_figures_weigh_by_their_digits_and_words_stand_for_themselves() -> None:
    amounts = [quantity(value=value) for value in (611e6, 100e6, None)]
    shells = quantity("units", 1200.0, unit="shells"), quantity("units", 3.0, unit="jets")
    sketch = read_told(bytes.fromhex(sketch_told([*amounts, *shells], [["one", "other"]])))
    assert sorted(sketch.values())[-3:] == [1, 2, 2]
    assert set(sketch.values()) == {WORDS, 1, 2}
    assert sketch_told([], []) == ""
    assert tells("We asked for help and it came by June")
    assert not tells("He said no")
    many = sketch_told([quantity(value=1e6 + n) for n in range(100)], [])
    assert (len(many), TOLD) == (TOLD_KEPT * 6, TOLD_KEPT)


def test_a_slot_keeps_the_whole_sketch_of_names() -> None:
    assert NAMES == KEPT
    many = sketch_names({f"{chr(97 + n % 26)}{chr(97 + n // 26)}village": False for n in range(100)})
    assert len(many) == KEPT * 6
    assert report("a", "EUR 1bn; names Nkoro, Mbale")[0].article.names == sketch_names(
        {"Mbale": False, "nkoro": False}
    )


def test_a_name_is_a_person_where_one_mention_says_so() -> None:
    sketch = sketch_names({"al-Otaishan": False, "Otaishan": True, "Targuist": False})
    assert read_names(bytes.fromhex(sketch)) == {code_of("otaishan"): True, code_of("targuist"): False}
