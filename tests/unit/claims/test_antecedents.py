"""Whose government it is: articles, and who gives the last pledge in them."""

import pytest

from models.messages import Article
from streams.claims.pipeline import Extractor

ROWS = {
    "a dateline tells whose government it is": [
        ("ATHENS - Villages burnt.\n\nThe government has earmarked 300 million euros for farmers.", "Greece"),
        (
            "RABAT - Help comes.\n\nQatar adds $25 million.\n\nNobody slept that night.\n\nThe government itself has set aside $80 million for homes.",
            "Morocco",
        ),
        ("Fires\n\nATHENS, May 2 - The government will give 40 million euros to foresters.", "Greece"),
        (
            "ATHENS - The ministers met.\n\nPortugal has small villages. The government will give €4 million to farmers.",
            "Portugal",
        ),
    ],
    "of several countries it is the one that the article begins with": [
        (
            "Dutch jets\n\nThe Netherlands is small. Denmark, Norway and Belgium give jets as well. The government has earmarked €150 million for missiles.",
            "Netherlands",
        ),
        ("Swedish utility builds reactors.\n\nThe state is to lend 12 billion kronor.", "Sweden"),
        (
            "Spain and its neighbours\n\nFrance and Italy met. The government pledged €4 million.",
            "Spain",
        ),
        ("Spain met.\n\nFrance is rich. The government pledged €4 million.", "France"),
    ],
    "of several agents it is the one behind the figure": [
        ("Fiji was promised A$55 million by Peru and A$9 million by Chile.", "Chile"),
        (
            "Fiji has been promised A$5 million by Peru, A$4 million by Chile and A$9 million by Japan.",
            "Japan",
        ),
        ("A$55 million was promised by Peru, and A$9 million by Chile.", "Chile"),
        ("Fiji was promised A$55 million by Peru, close by Chile.", "Peru"),
    ],
    "who was struck does not give": [
        ("Help comes\n\nThe Peru drought appeal has $3 million, pledged by Chile.", "Chile"),
        ("Peru appeal: Chile has pledged $3 million", "Chile"),
        ("Peru floods\n\nChile has pledged $3 million for the Peru crisis.", "Chile"),
        ("Peru has pledged $3 million for flood victims.", "Peru"),
    ],
    "between semicolons a comma parts giver and figure": [
        ("Peru pledged $61 million for Chad; Sweden, 400 million kronor; and Fiji, $4.5 million.", "Fiji"),
        ("Peru pledged $61 million for Chad; Sweden, about 400 million kronor.", "Sweden"),
        ("Chad is promised $5 million by Peru; the Netherlands, €3 million.", "Netherlands"),
        ("Peru pledged Chad, after a talk with Sweden, 400 million kronor.", "Peru"),
    ],
    "a federal government is a country's": [
        ("ABUJA - It rained.\n\nThe Federal Government has set aside $6 million for homes.", "Nigeria"),
        ("Somalia is dry. The federal government pledged $6 million for wells.", "Somalia"),
        ("BERLIN, May 3 - The federal government will give $6 million to farmers.", "Germany"),
        ("Somalia is dry. The Federal Reserve Trust pledged $6 million for wells.", "Federal Reserve Trust"),
    ],
    "what a fund raises is its donors'": [
        ("The Virunga Alliance has raised €48 million in pledges for its rangers.", "donors (total)"),
        ("The Lake Turkana Fund raised about $75 million for its pledges.", "donors (total)"),
        ("Donors met. The Cedar Coalition has collected $5 million in grants.", "donors (total)"),
        ("The Virunga Alliance raised its pledge to $5 million for Chad.", "Virunga Alliance"),
    ],
    "what comes from somebody is theirs, before the verb too": [
        ("From Japan comes a grant of 4.2 billion yen.", "Japan"),
        ("For Chad a conference met. From Japan came $4 million, and nothing from New Zealand.", "Japan"),
        ("From Italy comes a loan of $4 million, to be paid back from Chad.", "Italy"),
        ("Gas from Italy comes late. A grant of $4 million comes from Spain.", "Spain"),
    ],
}
CASES = [(rule, text, giver) for rule, rows in ROWS.items() for text, giver in rows]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.from_seeds()


@pytest.mark.parametrize(("rule", "text", "giver"), CASES, ids=[f"{r}: {t[:40]}" for r, t, _ in CASES])
def test_reads_who_gives(extractor, rule, text, giver):  # noqa: ARG001  (names the case)
    claims = extractor.read(Article(id="a", text=text)).claims
    pledges = [claim.pledge for claim in claims if claim.kind == "pledge"]
    assert max(pledges, key=lambda pledge: pledge.mentions[0]).pledger.name == giver
