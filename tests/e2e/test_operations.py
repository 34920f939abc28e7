"""What an operator sees and relies on: health, metrics, a stage that halts, one that goes on."""

import os
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

from models.messages import Article
from streams.runtime.supervisor import worker_environment
from streams.sandbox import Services
from streams.settings import Settings
from tests.support.flow import Flow, running_flow
from tests.support.services import empty_kafka
from tests.support.undisturbed import new_database

PLEDGE = (
    "Norway will give Ukraine 500 million euros this year, Prime Minister Jonas Gahr Støre said on Monday."
)


def _address(log: Path) -> str:
    found = re.search(r"http://[\d.]+:\d+", log.read_text())
    assert found, log.read_text()
    return found[0]


def _get(url: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def _until(true: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.1)


def test_every_worker_is_healthy_and_counts_what_it_does(flow: Flow) -> None:
    flow.send([Article(text=PLEDGE).identified()])
    flow.wait()
    for child in flow.supervisor.children:
        address = _address(child.log)
        _until(lambda at=address: _get(f"{at}/healthz")[0] == 200)
        status, body = _get(f"{address}/metrics")
        assert status == 200
        assert "pledgewire_loop_lag_seconds" in body
        assert _get(f"{address}/nothing")[0] == 404
    ledger = next(child for child in flow.supervisor.children if child.name == "ledger-0")
    done = re.search(
        r'pledgewire_records_total\{outcome="done",stage="ledger"\} (\d+)',
        _get(f"{_address(ledger.log)}/metrics")[1],
    )
    assert done
    assert int(done[1]) >= 4  # the article, its receipt, its claims


def test_stage_halts_when_dead_letters_pile_up_and_keeps_its_input(
    services: Services, tmp_path: Path
) -> None:
    with new_database(services.database_url) as url:
        settings = Settings(kafka=services.kafka, database_url=url, _env_file=None)
        strict = {"PLEDGEWIRE_DEAD_LETTERS_MAX": "5"}
        with running_flow(settings, tmp_path / "strict", strict) as flow:
            flow.send_bytes([b"rubbish %d" % number for number in range(20)])
            halted = [child for child in flow.supervisor.children if child.name.startswith("claims")]
            _until(lambda: any(child in flow.supervisor.check() for child in halted))
            assert flow.read_by("claims", "articles.raw") < 20
            said = "".join(child.log.read_text() for child in halted)
            assert "PLEDGEWIRE_DEAD_LETTERS_MAX" in said


def test_worker_refuses_topics_that_differ(services: Services, tmp_path: Path) -> None:
    with new_database(services.database_url) as url:
        made = Settings(kafka=services.kafka, database_url=url, state_dir=tmp_path, _env_file=None)
        empty_kafka(made)
        variables = worker_environment(made) | {"PLEDGEWIRE_PARTITIONS": "3"}
        command = [sys.executable, "-m", "streams.cli", "worker", "ledger"]
        done = subprocess.run(
            command, env=os.environ | variables, capture_output=True, text=True, timeout=60, check=False
        )
    assert done.returncode == 1
    assert "articles.raw: partitions is 4, expected 3" in done.stderr
    assert "Traceback" not in done.stderr
