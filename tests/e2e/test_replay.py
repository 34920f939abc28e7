"""An extractor that reads otherwise, and the stored articles once more: as if it had read them first."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from streams.cli.context import Context
from streams.cli.replay import send_stored
from streams.sandbox import Services
from streams.settings import Settings
from tests.e2e.test_same_ledger import wires_and_acts
from tests.support.flow import Flow, running_flow
from tests.support.undisturbed import digest_of, new_database, undisturbed_digest

SPEECH = '[cues]\nplain = ["-say says said saying"]\n'
PLEDGES = '[verbs]\ngive = ["-provide provides providing provided"]\n[purposes]\nmilitary = ["-military"]\n'


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    (folder / "lexicon").mkdir(parents=True)
    know_less(folder)
    return folder


def know_less(seeds: Path) -> None:
    (seeds / "lexicon" / "speech.toml").write_text(SPEECH)
    (seeds / "lexicon" / "pledges.toml").write_text(PLEDGES)


def know_all(seeds: Path) -> None:
    for path in (seeds / "lexicon").iterdir():
        path.unlink()


@pytest.fixture
def taught_flow(services: Services, tmp_path: Path, seeds: Path) -> Iterator[Flow]:
    with new_database(services.database_url) as url:
        settings = Settings(kafka=services.kafka, database_url=url, _env_file=None)
        with running_flow(settings, tmp_path, {"PLEDGEWIRE_SEEDS_DIR": str(seeds)}) as running:
            yield running


def replayed(flow: Flow) -> None:
    """Start the claims workers anew with what the seeds say now, and replay."""
    readers = [child for child in flow.supervisor.children if child.name.startswith("claims-")]
    starts = [flow.kill(child.name) for child in readers]
    while flow.supervisor.check() or starts == [child.starts for child in readers]:
        time.sleep(0.1)
    while any(child.process is None or child.process.poll() is not None for child in readers):
        flow.supervisor.check()
        time.sleep(0.1)
    context = Context(flow.settings)
    assert send_stored(context, flow.settings) > 0
    context.close()
    flow.wait()


@pytest.mark.timeout(900)
def test_a_replay_ends_in_the_ledger_that_a_fresh_one_would_be(
    taught_flow: Flow, services: Services, seeds: Path
) -> None:
    flow, articles, url = taught_flow, wires_and_acts(20), services.database_url
    less = undisturbed_digest(articles, url, seeds)
    flow.send(articles)
    flow.wait()
    assert digest_of(str(flow.settings.database_url)) == less

    know_all(seeds)
    more = undisturbed_digest(articles, url)
    replayed(flow)
    assert more.claims != less.claims
    assert more.readings != less.readings
    assert digest_of(str(flow.settings.database_url)) == more
    assert flow.balanced()

    know_less(seeds)
    replayed(flow)
    assert digest_of(str(flow.settings.database_url)) == less
    assert flow.balanced()

    know_all(seeds)  # what the last reading took back stands again
    replayed(flow)
    assert digest_of(str(flow.settings.database_url)) == more
    assert flow.balanced()
