"""One bench run: every figure from the same articles on the same machine in the same minutes."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import Engine

from models.messages import Article
from streams.claims.pipeline import Extractor
from streams.runtime.codec import encode
from streams.runtime.producer import ConfirmedProducer
from streams.settings import Settings
from streams.speed.articles import STORIES, generate
from streams.speed.bound import extraction_rate
from streams.speed.flow import Expected, flow_rate, latencies, percentile
from streams.speed.loop import loop_rate
from streams.speed.peer import core_rates
from streams.speed.processes import peak_memory, processor_seconds
from streams.speed.writer import copy_rate, writer_rate
from streams.topology import LEDGER_STAGE

WARM_UP: Final = 100
LATENCY_SECONDS: Final = 30


@dataclass(frozen=True, slots=True)
class Plan:
    """What to measure: how many articles of which kind and samples, and the steady rate for the latency."""

    articles: int
    rate: float
    dense: bool
    samples: Path = STORIES

    def generate(self, count: int, seed: int = 1) -> list[Article]:
        """Make ``count`` articles of this kind."""
        return list(generate(count, dense=self.dense, seed=seed, samples=self.samples))


def before_flow(
    plan: Plan, settings: Settings, producer: ConfirmedProducer, say: Callable[[str], None]
) -> dict[str, float]:
    """Measure what must have the machine to itself, before any worker runs."""
    articles = plan.generate(plan.articles)
    say(f"extraction alone in {settings.claims_workers} processes")
    bound = extraction_rate(articles, settings.claims_workers)
    say("a bare consume-produce loop")
    loop = loop_rate(settings, producer, [encode(article) for article in articles])
    say("extraction on one core, beside the blank tokenizer and a statistical pipeline")
    rates = core_rates(articles)
    return {"bound_articles_per_s": round(bound, 1), "loop_messages_per_s": round(loop), **rates}


def flow(
    plan: Plan, producer: ConfirmedProducer, engine: Engine, say: Callable[[str], None]
) -> dict[str, object]:
    """Measure the running pipeline: a burst, then a steady rate, then the peak memory."""
    extractor = Extractor.from_seeds()
    say("warming the workers up")
    warm = plan.generate(WARM_UP, seed=2)
    flow_rate(warm, Expected.of(warm, extractor), producer, engine, patience=120)
    articles = plan.generate(plan.articles)
    expected = Expected.of(articles, extractor)
    say(f"the whole flow: {plan.articles} articles, {expected.claims} claims")
    before = processor_seconds()
    rate = flow_rate(articles, expected, producer, engine, patience=60 + plan.articles / 5)
    after = processor_seconds()
    say(f"{plan.rate:g} articles/s for {LATENCY_SECONDS} s")
    steady = plan.generate(int(plan.rate * LATENCY_SECONDS), seed=3)
    waits = latencies(steady, plan.rate, Expected.of(steady, extractor), producer, engine)
    return {
        "flow_articles_per_s": round(rate, 1),
        "claims": expected.claims,
        "characters_per_article": round(sum(len(article.text) for article in articles) / len(articles)),
        "processor_ms_per_article": {
            name: round((seconds - before.get(name, 0.0)) * 1000 / plan.articles, 2)
            for name, seconds in after.items()
        },
        "latency_ms": {f"p{p}": round(percentile(waits, p) * 1000) for p in (50, 95, 99)},
        "memory_mb": peak_memory(),
    }


def after_flow(plan: Plan, engine: Engine, say: Callable[[str], None]) -> dict[str, float]:
    """Measure the ledger writer on claims that it has not seen, once the workers are gone."""
    say("the ledger writer against COPY")
    extractor = Extractor.from_seeds()
    articles = generate(plan.articles, dense=True, seed=4, samples=plan.samples)
    claims = [claim for article in articles for claim in extractor.read(article).claims]
    copied = copy_rate(claims, engine)
    return {
        "writer_claims_per_s": round(writer_rate(claims, engine, LEDGER_STAGE.batch)),
        "copy_claims_per_s": round(copied),
    }
