"""Commands that a service carries out print what they would without: each a real process."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from embeddings.encoder import Encoder
from qa.cli.commands import app
from qa.records import Release
from qa.relay.performing import CommandLine
from qa.relay.protocol import Command
from qa.retrieval.ranking import read_ranking
from qa.settings import Settings
from qa.wiring import open_asker, remove_releases
from tests.qa.api.service import Process, run_service
from tests.qa.commands import QUESTION, ROOT, Call, find_settings, run
from tests.qa.relay.answered import AT, BATTERIES, COMMANDS, count
from tests.terminal import open_terminal


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_service_prints_what_the_command_would(
    call: Call, service: Process, data: Path, command: tuple[str, ...]
) -> None:
    before = count(service)
    relayed = call(*command, "--data", data)
    assert count(service) == before + 1
    assert relayed == call(*command, "--data", data, "--local")
    assert count(service) == before + 1
    assert relayed[1] or relayed[2]


def test_other_settings_are_answered_by_here(service: Process, data: Path, tmp_path: Path) -> None:
    ranking = tmp_path / "ranking.json"
    shutil.copy(ROOT / "qa" / "retrieval" / "ranking.json", ranking)
    before = count(service), count(service, 409)
    asked = ("ask", QUESTION, *AT, "--data", data)
    status, out, _ = run(tmp_path, *asked, QA_THRESHOLD="1")
    assert (status, "Not found" in out) == (1, True)
    assert run(tmp_path, *asked, QA_RANKING="ranking.json")[0] == 0
    assert (count(service), count(service, 409)) == (before[0], before[1] + 2)
    # Those of the service itself, and of the place, are nobody else's matter.
    assert run(tmp_path, *asked, QA_PORT="9", QA_THREADS="7")[0] == 0
    assert count(service) == before[0] + 1


def test_settings_that_are_the_same_are_shared(own: Path, tmp_path: Path) -> None:
    ranking = tmp_path / "ranking.json"
    shutil.copy(ROOT / "qa" / "retrieval" / "ranking.json", ranking)
    settings = {"QA_THRESHOLD": "1", "QA_RANKING": str(ranking)}
    asked = ("ask", QUESTION, *AT, "--data", own)
    with run_service(own, **settings) as service:
        found = run(tmp_path, *asked, **settings)
        assert (found[0], count(service)) == (1, 1)
        relative = run(tmp_path, *asked, **settings | {"QA_RANKING": "ranking.json"})
        assert (relative, count(service)) == (found, 2)
        os.utime(ranking, (1, 1))
        assert run(tmp_path, *asked, **settings) == found
        assert count(service) == 2


def test_terminal_is_that_of_the_command(service: Process, data: Path, tmp_path: Path) -> None:
    environment = {name: text for name, text in os.environ.items() if name not in find_settings()}
    environment |= {"TERM": "xterm", "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    environment.pop("NO_COLOR", None)
    shown = []
    before = count(service)
    for options in ((), ("--local",)):
        asked = ("ask", BATTERIES, "--as-of", "2025-09-01", "--data", data, *options)
        with open_terminal(
            *(sys.executable, "-m", "qa", *asked),
            folder=tmp_path,
            columns=60,
            environment=environment,
        ) as terminal:
            assert terminal.wait() == 0
            shown.append(terminal.raw)
    assert shown[0] == shown[1]
    assert "\x1b[1m" in shown[0]
    assert "Over time: qa timeline" in shown[0]
    assert count(service) == before + 1


def test_generation_left_behind_answers_no_command(
    own: Path, encoder: Encoder, seed_releases: tuple[Release, ...]
) -> None:
    settings = Settings(data=own)
    commands = CommandLine(app, settings, Path.cwd())
    command = Command(
        arguments=["ask", QUESTION, "--data", str(own)],
        folder=str(Path.cwd()),
        data=str(own),
        environment={},
        columns=80,
        stdout_is_terminal=False,
        stderr_is_terminal=False,
        today="2025-12-20",
    )
    asker = open_asker(settings, encoder, read_ranking())
    assert commands.perform(command, asker) is not None
    remove_releases(settings, [seed_releases[0].id])
    assert commands.perform(command, asker) is None
    newer = open_asker(settings, encoder, read_ranking())
    assert commands.perform(command, newer) is not None
    for each in (asker, newer):
        each.snapshot.close()
