"""The ledger does not depend on kills, on order or on repetition."""

import random
import time

import pytest

from models.messages import Article
from models.reference import SEEDS
from streams.articles.reader import read_article
from streams.articles.sources import inputs
from streams.sandbox import Services
from streams.speed.articles import generate
from streams.topology import CLAIMS, RAW, READ
from tests.support.flow import Flow
from tests.support.undisturbed import digest_of, undisturbed_digest
from tests.support.wire_acts import with_wire_acts

VICTIMS = {
    "claims-0": ("claims", RAW.name),
    "conflicts-0": ("conflicts", CLAIMS.name),
    "ledger-0": ("ledger", READ.name),
}


def wires_and_acts(count: int) -> list[Article]:
    """Real slots hold many claims: the samples, variations of them, then new versions and kills."""
    wires = [read_article(given) for given in inputs([str(SEEDS / "wires")])]
    return with_wire_acts([*wires, *generate(count, dense=True)])


def _send_and_kill(flow: Flow, articles: list[Article], victims: list[str]) -> None:
    """Feed everything; kill each victim once while records are in work, with some of its own done."""
    flow.send(articles)
    for victim in victims:
        stage, topic = VICTIMS[victim]
        begin = flow.read_by(stage, topic)
        until = time.monotonic() + 60
        while flow.read_by(stage, topic) <= begin and time.monotonic() < until:
            time.sleep(0.05)
        starts = flow.kill(victim)
        while flow.supervisor.check() or starts == _starts(flow, victim):
            time.sleep(0.1)
    flow.wait()


def _starts(flow: Flow, name: str) -> int:
    return next(child.starts for child in flow.supervisor.children if child.name == name)


def _check(flow: Flow, articles: list[Article], services: Services) -> None:
    assert digest_of(str(flow.settings.database_url)) == undisturbed_digest(articles, services.database_url)
    assert flow.balanced()


@pytest.mark.timeout(420)
def test_killing_each_worker_changes_nothing(flow: Flow, services: Services) -> None:
    articles = wires_and_acts(250)
    _send_and_kill(flow, articles, list(VICTIMS))
    _check(flow, articles, services)


@pytest.mark.parametrize("seed", [1, 2])
def test_order_changes_nothing(flow: Flow, services: Services, seed: int) -> None:
    articles = wires_and_acts(60)
    shuffled = random.Random(seed).sample(articles, len(articles))
    flow.send(shuffled)
    flow.wait()
    _check(flow, articles, services)


def test_feeding_twice_changes_nothing(flow: Flow, services: Services) -> None:
    articles = wires_and_acts(60)
    flow.send(articles)
    flow.send(random.Random(3).sample(articles, len(articles)))
    flow.wait()
    _check(flow, articles, services)


@pytest.mark.soak
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("victims", [["claims-0"], ["conflicts-0"], ["ledger-0"], list(VICTIMS) * 2])
def test_killing_workers_in_two_thousand_articles_changes_nothing(
    flow: Flow, services: Services, victims: list[str]
) -> None:
    articles = wires_and_acts(2000)
    _send_and_kill(flow, articles, victims)
    _check(flow, articles, services)


@pytest.mark.soak
@pytest.mark.timeout(600)
@pytest.mark.parametrize("seed", range(10))
def test_ten_orders_give_one_ledger(flow: Flow, services: Services, seed: int) -> None:
    articles = wires_and_acts(300)
    flow.send(random.Random(seed).sample(articles, len(articles)))
    flow.wait()
    _check(flow, articles, services)
