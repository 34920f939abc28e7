"""The whole flow, from first produce to last ledger commit, and its latency at a steady rate.

What must arrive is known beforehand: the extraction's own ids. Postgres keeps the commit time
of every row (``track_commit_timestamp``), so no poll blurs the clock.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Engine, text

from models.messages import Article
from streams.claims.pipeline import Extractor
from streams.runtime.producer import ConfirmedProducer
from streams.runtime.records import Output
from streams.topology import RAW

POLL_SECONDS: Final = 0.25
# The last row of an article to be committed: itself, its receipt, its claims or their entries.
_COMMITS: Final = text("""
    WITH wanted AS (SELECT unnest(CAST(:ids AS text[])) AS id),
    rows AS (
        SELECT id, articles.xmin AS tx FROM wanted JOIN articles ON article_id = id
        UNION ALL SELECT id, receipts.xmin FROM wanted JOIN receipts ON article_id = id
        UNION ALL SELECT id, claims.xmin FROM wanted JOIN claims ON article_id = id
        UNION ALL SELECT id, entries.xmin FROM wanted JOIN claims ON article_id = id
            JOIN entries USING (claim_id)
    )
    SELECT id, extract(epoch FROM max(pg_xact_commit_timestamp(tx))) FROM rows GROUP BY id
""")
_ARRIVED: Final = text("""
    WITH wanted AS (SELECT unnest(CAST(:ids AS text[])) AS id)
    SELECT (SELECT count(*) FROM wanted JOIN articles ON article_id = id)
         + (SELECT count(*) FROM wanted JOIN receipts ON article_id = id),
           (SELECT count(*) FROM wanted JOIN claims ON article_id = id),
           (SELECT count(*) FROM wanted JOIN claims ON article_id = id WHERE kind = 'pledge'
             AND EXISTS (SELECT FROM entries WHERE entries.claim_id = claims.claim_id))
""")


class FlowStuckError(RuntimeError):
    """The flow did not deliver everything in time; says what is missing."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What a set of articles must leave in the ledger."""

    ids: list[str]
    claims: int
    pledges: int

    @classmethod
    def of(cls, articles: Sequence[Article], extractor: Extractor) -> "Expected":
        """Read the articles here to know their claims."""
        receipts = [extractor.read(article).receipt for article in articles]
        claims = {claim for receipt in receipts for claim in receipt.claim_ids.all()}
        pledges = {claim for receipt in receipts for claim in receipt.claim_ids.pledge}
        return cls([article.id for article in articles], len(claims), len(pledges))


def flow_rate(
    articles: Sequence[Article],
    expected: Expected,
    producer: ConfirmedProducer,
    engine: Engine,
    patience: float,
) -> float:
    """Give articles/s of a burst; ``patience`` is the longest wait in seconds."""
    start = time.time()
    for article in articles:
        producer.queue(_output(article))
    producer.confirm()
    _wait(expected, engine, start + patience)
    return len(articles) / (max(_commits(expected.ids, engine).values()) - start)


def latencies(
    articles: Sequence[Article], rate: float, expected: Expected, producer: ConfirmedProducer, engine: Engine
) -> list[float]:
    """Give each article's seconds from produce to ledger commit, sent at ``rate`` articles/s."""
    produced: dict[str, float] = {}
    begin = time.time()
    for number, article in enumerate(articles):
        time.sleep(max(0.0, begin + number / rate - time.time()))
        produced[article.id] = time.time()
        producer.send([_output(article)])
    _wait(expected, engine, time.time() + 60)
    commits = _commits(expected.ids, engine)
    return sorted(commits[article] - sent for article, sent in produced.items())


def percentile(ordered: Sequence[float], percent: float) -> float:
    """Give the value that ``percent`` of the ordered values do not exceed."""
    return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))]


def _output(article: Article) -> Output:
    return Output(RAW.name, article.story_id, article, article.id)


def _wait(expected: Expected, engine: Engine, until: float) -> None:
    wanted = (2 * len(expected.ids), expected.claims, expected.pledges)
    while True:
        with engine.connect() as connection:
            arrived = tuple(connection.execute(_ARRIVED, {"ids": expected.ids}).one())
        if arrived == wanted:
            return
        if time.time() > until:
            raise FlowStuckError(
                f"articles and receipts, claims, pledges with entries: {arrived} of {wanted} arrived"
            )
        time.sleep(POLL_SECONDS)


def _commits(ids: list[str], engine: Engine) -> dict[str, float]:
    with engine.connect() as connection:
        return {row[0]: float(row[1]) for row in connection.execute(_COMMITS, {"ids": ids})}
