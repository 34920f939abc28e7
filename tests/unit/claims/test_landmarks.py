"""Who gets without being named: for each way articles that must be read, and one that must not."""

import pytest

from models.messages import Article
from models.reference import load_reference
from streams.claims.components.giving.takers.landmarks import LandmarkFinder, Landmarks, load_landmarks
from streams.claims.lexicon import LEXICON, LexiconError, load_table
from streams.claims.pipeline import Extractor
from tests.unit.claims.taker_cases import cases, last_taker

# Each row: an article, and who gets the last pledge in it ("-" for nobody).
ROWS = {
    "a country is called by its kind": [
        ("MASERU, March 3 - Hail fell.\n\nJapan has promised the Kingdom 300 million yen.", "Lesotho"),
        ("Vanuatu was hit on Monday.\n\nNorway pledged $3 million to the island nation.", "Vanuatu"),
        (
            "Colombo conference ends\n\nDonors pledged $2 billion to the island nation. India will lend $9 million.",
            "Sri Lanka",
        ),
        (
            "Nepal and India met.\n\nNorway will give $3 million to the landlocked Himalayan nation.",
            "Nepal",
        ),
        ("Grenada was hit.\n\nThe World Bank released $20 million to the Caribbean nation.", "Grenada"),
        (
            "BANGUI - It is hot.\n\nFrance has released €17 million for the country.",
            "Central African Republic",
        ),
        ("Fiji met.\n\nNorway pledged $3 million to the Faroe Islands.", "Faroe Islands"),
        ("Norway pledged $3 million. The Kingdom of Norway is rich, and so is the island.", "-"),
    ],
    "a place stands for its country": [
        ("Herat earthquake kills dozens\n\nTurkey will send $5 million.", "Afghanistan"),
        ("Spain has promised 12 million euros towards the restoration of Odesa's cathedral.", "Ukraine"),
        ("Italy will give €5 million for the victims of the floods in Derna.", "Libya"),
        ("Earthquake in Kathmandu\n\nIndia pledged 250 crore rupees.", "Nepal"),
        ("The ministers met in Kathmandu and in Herat. India pledged 250 crore rupees.", "-"),
    ],
    "a work is known by the form of its name": [
        ("Japan will put ¥4 billion into the Hvide Sound Bridge.", "Hvide Sound Bridge"),
        (
            "The Lobwe corridor has its money. Italy pledged €9 million towards the corridor.",
            "Lobwe Corridor",
        ),
        (
            "Seed Keepers Initiative grows\n\nItaly pledged $9 million to the Seed Keepers Initiative. Peru gives the initiative $2 million.",
            "Seed Keepers Initiative",
        ),
        ("Norway will contribute $90 million to the Great Steppe Programme.", "Great Steppe Programme"),
        ("Italy pledged €9 million. The old Bridge and the Project of Mr Link are closed.", "-"),
    ],
    "a firm is called by its trade": [
        (
            "Norway will lend Halvorsen Batteries AG money. Sweden promised the company $3 million.",
            "Halvorsen Batteries AG",
        ),
        ("Shipbuilder Nordwerft is saved. Germany will lend the shipyard €400 million.", "Nordwerft"),
        ("Swedish utility Kraftsund builds. The state is to lend the company SEK 12 billion.", "Kraftsund"),
        ("Germany pledged €400 million. The company of friends met at the firm.", "-"),
    ],
}


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.from_seeds()


@pytest.mark.parametrize(("text", "taker"), cases(ROWS))
def test_reads_who_gets(extractor, text, taker):
    assert last_taker(extractor, text) == taker


def test_a_landmark_gives_nothing(extractor):
    text = "The Lobwe Corridor met. Italy pledged €9 million. The Lobwe Corridor pledged 500 trees for Herat."
    claims = extractor.read(Article(id="a", text=text)).claims
    assert "Afghanistan" not in {c.pledge.pledger.name for c in claims if c.kind == "pledge"}


def test_every_country_of_the_table_is_known():
    load_landmarks(LEXICON, load_reference())


def test_a_country_that_no_table_holds_is_an_error_that_names_it():
    table = load_table(LEXICON / "landmarks.toml", Landmarks)
    with pytest.raises(LexiconError, match="Afghanistan"):
        LandmarkFinder(table, {}, {})


def test_the_dateline_tells_whose_government_it_is():
    finder = load_landmarks(LEXICON, load_reference())
    datelines = ["ATHENS - The", "Title\nAthens, May 2 - The", "ATHENS (Reuters) — The"]
    assert {country.name for line in datelines if (country := finder.home(line))} == {"Greece"}
    assert all(finder.home(line) for line in datelines)
    assert finder.home("A day in Athens. The government met.") is None
