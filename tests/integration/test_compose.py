"""The compose file on a real engine: image built, every service healthy, articles in, ledger out.

Runs with ``--services=containers`` only, and then needs Docker, compose and the public images.
"""

import json
import os
import shutil
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
WIRES = ROOT / "seeds" / "wires"
SERVERS = {"kafka", "postgres", "claims", "conflicts", "ledger"}
JOBS = {"topics", "migrate", "feeder"}
BUILD_SECONDS = 600
HEALTHY_SECONDS = 180
BALANCED_SECONDS = 90

pytestmark = pytest.mark.timeout(BUILD_SECONDS + 2 * HEALTHY_SECONDS)


@dataclass
class Project:
    """The services of one compose project."""

    name: str

    def run(
        self, *arguments: str, seconds: float = 120, check: bool = True
    ) -> "subprocess.CompletedProcess[str]":
        command = [*compose(), "-p", self.name, "-f", str(ROOT / "docker-compose.yml"), *arguments]
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=os.environ | {"ARTICLES": str(WIRES)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=seconds,
            check=False,
        )
        assert not check or done.returncode == 0, f"{arguments}: {done.stdout[-2000:]}{done.stderr[-2000:]}"
        return done

    def pledgewire(self, *arguments: str, check: bool = True) -> "subprocess.CompletedProcess[str]":
        """Run a command of ours in a container beside the services."""
        return self.run("run", "--rm", "-T", "feeder", *arguments, check=check)

    def states(self) -> dict[str, dict[str, Any]]:
        identities = self.run("ps", "-q", "-a").stdout.split()
        found = subprocess.run(["docker", "inspect", *identities], capture_output=True, check=True).stdout
        return {
            each["Config"]["Labels"]["com.docker.compose.service"]: each["State"]
            for each in json.loads(found)
        }

    def healthy(self) -> set[str]:
        return {
            name
            for name, state in self.states().items()
            if state.get("Health", {}).get("Status") == "healthy"
        }


def compose() -> list[str]:
    plugin = subprocess.run(["docker", "compose", "version"], capture_output=True, check=False)
    if plugin.returncode == 0:
        return ["docker", "compose"]
    assert shutil.which("docker-compose"), "neither `docker compose` nor docker-compose is installed"
    return ["docker-compose"]


@pytest.fixture(scope="module")
def project() -> Iterator[Project]:
    build = ["docker", "build", "--network=host", "-f", "deploy/Dockerfile", "-t", "pledgewire:latest", "."]
    built = subprocess.run(
        build, cwd=ROOT, capture_output=True, text=True, timeout=BUILD_SECONDS, check=False
    )
    assert built.returncode == 0, built.stdout[-3000:] + built.stderr[-3000:]
    project = Project(f"pledgewire-{uuid.uuid4().hex[:8]}")
    try:
        project.run("up", "-d", seconds=HEALTHY_SECONDS)
        yield project
    finally:
        sys.stdout.write(project.run("logs", "--no-color", "--tail=40", check=False).stdout)
        project.run("down", "--volumes", "--timeout", "10")


def test_every_server_becomes_healthy_and_every_job_ends_well(project: Project) -> None:
    end = time.monotonic() + HEALTHY_SECONDS
    while project.healthy() != SERVERS and time.monotonic() < end:
        time.sleep(2)
    assert project.healthy() == SERVERS
    states = project.states()
    assert {name: states[name]["ExitCode"] for name in JOBS} == dict.fromkeys(JOBS, 0)
    assert {name: states[name]["Status"] for name in SERVERS} == dict.fromkeys(SERVERS, "running")


def test_articles_in_ledger_out_and_the_account_balances(project: Project) -> None:
    end = time.monotonic() + BALANCED_SECONDS
    while (account := project.pledgewire("audit", check=False)).returncode and time.monotonic() < end:
        time.sleep(2)
    assert account.stdout.startswith("balanced: "), account.stdout + account.stderr
    pledges = [json.loads(line) for line in project.pledgewire("ledger", "--json").stdout.splitlines()]
    assert len(pledges) >= 5
    assert any(pledge["beneficiary"] and pledge["quantity"]["value"] for pledge in pledges)


def test_the_image_runs_as_a_user_without_rights(project: Project) -> None:
    assert project.run("exec", "-T", "claims", "id", "-u").stdout.strip() == "10001"
