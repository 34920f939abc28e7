"""The score of a folder: its articles, the claims and the conflicts made of them in, figures out."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from models.messages import Claim, Conflict
from streams.scoring.conflicts import ConflictTally, score_conflicts
from streams.scoring.folder import Folder
from streams.scoring.likeness import ActorNames
from streams.scoring.offices import OfficeTally, score_offices
from streams.scoring.pledges import FIELDS, PledgeTally, score_pledges
from streams.scoring.quotes import QuoteTally, score_quotes
from streams.scoring.tally import Finding, Rates, share

Figures = Mapping[str, float]  # by name; a dot parts the measure from what is counted of it


@dataclass(frozen=True, slots=True)
class Score:
    """The figures of a folder, and everything that was missed, false or wrong."""

    figures: Figures
    findings: tuple[Finding, ...]


def score_folder(folder: Folder, claims: Iterable[Claim], conflicts: Sequence[Conflict]) -> Score:
    """Score what was extracted from the articles of ``folder``; a claim of two slots counts once."""
    pledges, quotes, offices = PledgeTally(), QuoteTally(), OfficeTally()
    names, mine = ActorNames(folder.aliases), _by_article_and_kind(claims)
    for page in folder.articles:
        score_pledges(pledges, page, mine[page.article.id, "pledge"], names)
        score_quotes(quotes, page, mine[page.article.id, "quote"])
        score_offices(offices, page, mine[page.article.id, "office"])
    articles = {page.article.id for page in folder.articles}
    disputes = score_conflicts(folder.relations, articles, conflicts)
    figures: dict[str, float] = {
        "articles": len(articles),
        **_pledge_figures(pledges),
        **quotes.found.figures("quote"),
        "quote_speaker": share(quotes.speaker_right, quotes.named),
        **_office_rates(offices).figures("office"),
        **_conflict_figures(disputes),
        "conflicts_reported": len(conflicts),
        "gold_quotes_not_located": quotes.not_located,
    }
    findings = (*pledges.findings, *quotes.findings, *offices.findings, *disputes.findings)
    return Score(figures, findings)


def _by_article_and_kind(claims: Iterable[Claim]) -> dict[tuple[str, str], list[Claim]]:
    sorted_out: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in {claim.claim_id: claim for claim in claims}.values():
        sorted_out[claim.article.id, claim.kind].append(claim)
    return sorted_out


def _pledge_figures(pledges: PledgeTally) -> dict[str, float]:
    found = pledges.found
    return {
        **found.figures("pledge_found"),
        **Rates(pledges.exact, found.given, found.wanted).figures("pledge_exact"),
        **{f"fields_of_found.{name}": share(pledges.right[name], found.right) for name in FIELDS},
        "pledges_on_negatives": pledges.on_negatives,
    }


def _office_rates(offices: OfficeTally) -> Rates:
    found = offices.found
    return Rates(min(found.right, found.given), found.given, found.wanted)


def _conflict_figures(disputes: ConflictTally) -> dict[str, float]:
    recall = {"conflict_recall": share(disputes.caught, disputes.wanted)} if disputes.wanted else {}
    return {
        **recall,
        "conflicts_gold": disputes.wanted,
        "false_conflicts": disputes.alarms,
        "pairs_without_conflict": disputes.calm,
    }
