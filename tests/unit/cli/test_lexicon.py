from pathlib import Path

import pytest
from typer.testing import CliRunner

from models.reference import SEEDS
from streams.claims.pipeline import Extractor
from streams.cli import app
from streams.cli.lexicon import readings
from streams.scoring.samples import Sample, load_samples

GILD = '[verbs]\ngive = ["gild gilds gilding gilded"]\n'
GILDED = "Norway gilded 500 million euros to Ukraine."


def seeds(folder: Path, **files: str) -> Path:
    (folder / "lexicon").mkdir()
    for name, text in files.items():
        (folder / "lexicon" / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


def check(folder: Path) -> tuple[int, str]:
    shown = CliRunner().invoke(app, ["lexicon", "check", str(folder)], env={"COLUMNS": "300"})
    return shown.exit_code, shown.output + str(shown.exception or "")


def test_shipped_lexicon_reads_its_sample_sentences() -> None:
    assert len(load_samples(SEEDS)) >= 60
    shown = CliRunner().invoke(app, ["lexicon", "check"])
    assert shown.exit_code == 0, shown.output


def test_operators_word_is_read_and_their_sentence_checked(tmp_path: Path) -> None:
    sample = f'[[sample]]\ntext = "{GILDED}"\nreads = ["Norway > Ukraine: EUR 500m, delivered"]\n'
    code, said = check(seeds(tmp_path, pledges=GILD, samples=sample))
    assert code == 0, said
    assert readings(Extractor(), Sample(text=GILDED)) == []


SPOKEN = [
    (
        '[roles]\nheads = ["plenipotentiary"]\nwith_for = ["plenipotentiary"]\n',
        "Plenipotentiary for the Arctic Ilona Petrescu left.",
        ["Ilona Petrescu = Plenipotentiary for the Arctic"],
    ),
    (
        '[roles]\nheads = ["legate"]\nwith_to = ["legate"]\n',
        "Kenya's legate to Mali, Amina Wekesa, left.",
        ["Amina Wekesa = legate of Kenya"],
    ),
    (
        '[cues]\nletters = ["fax"]\n',
        "Minister Anna Berg resigned. A crowd came. “We pay our own bills,” her fax says.",
        ["Anna Berg = Minister", 'Anna Berg: "We pay our own bills,"'],
    ),
]


@pytest.mark.parametrize(("speech", "text", "reads"), SPOKEN)
def test_operators_words_tell_who_speaks_and_in_what_post(
    tmp_path: Path, speech: str, text: str, reads: list[str]
) -> None:
    folder = seeds(tmp_path, speech=speech)
    assert readings(Extractor(folder), Sample(text=text)) == reads
    assert readings(Extractor(), Sample(text=text)) != reads
    assert check(folder)[0] == 0


CONFERENCE = "At the donor conference for Mali, Norway pledged 5 million euros."


def test_operators_words_tell_a_total_and_who_only_reports(tmp_path: Path) -> None:
    total = Sample(text=f"{CONFERENCE} By nightfall, $25 million had been pledged in toto.")
    words = Extractor(
        seeds(tmp_path, pledges='[beside]\ntotal = ["in toto"]\nreporting = ["African Union"]\n')
    )
    assert "donors (total) > Mali: USD 25m, pledged" in readings(words, total)
    assert "donors (total) > Mali: USD 25m, pledged" not in readings(Extractor(), total)
    told = Sample(
        text="For Mali, 3 million euros will be spent on food, the African Union pledged on Tuesday."
    )
    assert readings(Extractor(), told) == ["African Union > Mali: EUR 3m, pledged"]
    assert "African Union > Mali: EUR 3m, pledged" not in readings(words, told)


def test_sentence_that_reads_differently_names_the_entry_at_fault(tmp_path: Path) -> None:
    code, said = check(seeds(tmp_path, pledges=GILD + '[nouns]\nother = ["bonbons", "howitzers"]\n'))
    assert code == 1
    assert "Sweden is sending 15 Archer howitzers to Ukraine.\n    should read: Sweden > Ukraine" in said
    assert 'pledges.toml, nouns.other[1]: "howitzers" (takes away Sweden > Ukraine' in said
    assert "gild" not in said
    assert "bonbons" not in said


def test_sentence_of_their_own_that_reads_differently_is_shown_with_both_readings(tmp_path: Path) -> None:
    sample = '[[sample]]\ntext = "Sweden pledged 10 million euros to Chad."\nreads = ["Norway > Chad: EUR 10m, pledged"]\n'
    code, said = check(seeds(tmp_path, samples=sample))
    assert code == 1
    assert "should read: Norway > Chad: EUR 10m, pledged" in said
    assert "reads: Sweden > Chad: EUR 10m, pledged" in said


@pytest.mark.parametrize(
    ("files", "reasons"),
    [
        ({"pledges": "[verbs]\ngive = [3]\n"}, ["pledges.toml", "$.verbs.give[0]", "Expected `str`"]),
        ({"pledges": '[verbs]\ngive = [" "]\n'}, ["pledges.toml", "$.verbs.give", "without words"]),
        ({"pledges": '[verbs]\ngiven = ["x"]\n'}, ["pledges.toml", "given", "$.verbs"]),
        ({"pledges": '[verbs]\ngive = ["-gild"]\n'}, ["pledges.toml", "no 'gild' to take back"]),
        ({"pledges": "[verbs\n"}, ["pledges.toml", "line 1"]),
        ({"pledge": GILD}, ["pledge.toml", "no table of this name"]),
        ({"samples": '[[sample]]\nreads = ["x"]\n'}, ["samples.toml", "text", "$.sample[0]"]),
    ],
)
def test_bad_entry_is_one_line_with_file_place_and_reason(
    tmp_path: Path, files: dict[str, str], reasons: list[str]
) -> None:
    code, said = check(seeds(tmp_path, **files))
    assert code == 1
    assert all(reason in said for reason in reasons), said


def test_folder_without_words_is_named(tmp_path: Path) -> None:
    code, said = check(tmp_path)
    assert code == 1
    assert "no folder that holds lexicon/ or reference/" in said


def test_workers_read_with_the_folder_of_the_setting(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(GILDED)
    own = {"PLEDGEWIRE_SEEDS_DIR": str(seeds(tmp_path, pledges=GILD))}
    assert "EUR 500m" in CliRunner().invoke(app, ["try", str(article)], env=own).output
    assert "EUR 500m" not in CliRunner().invoke(app, ["try", str(article)]).output
