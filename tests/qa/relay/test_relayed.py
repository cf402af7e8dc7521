"""Questions that a running service answers print what they would without: each a real process."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.qa.api.service import Process, run_service
from tests.qa.commands import QUESTION, ROOT, Call, find_settings, run
from tests.qa.relay.answered import AT, BATTERIES, COMMANDS, count
from tests.terminal import open_terminal

OWN: list[tuple[str, ...]] = [
    ("ask", QUESTION, "--local"),
    ("ask", QUESTION, "--data", "nowhere"),
    ("ask", QUESTION, "--model", "nowhere"),
    ("ask", QUESTION, "--from", "2025-12-15", "--to", "2025-12-10"),
    ("ask", QUESTION, "--k", "0"),
    ("ask", " "),
    ("timeline", BATTERIES, "--as-of", "2025-09-01", "--svg", "batteries.svg"),
]


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


@pytest.mark.parametrize("command", OWN, ids=" ".join)
@pytest.mark.usefixtures("call")
def test_what_is_not_for_a_service_is_carried_out_here(
    call: Call, service: Process, data: Path, command: tuple[str, ...], tmp_path: Path
) -> None:
    before = count(service)
    given = command if "--data" in command else (*command, "--data", str(data))
    found = call(*given)
    local = (*given, *(() if "--local" in given else ("--local",)))
    assert found == call(*local)
    assert count(service) == before
    assert (tmp_path / "batteries.svg").exists() == ("--svg" in command)


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


def test_another_version_of_the_program_answers_for_itself(
    service: Process, data: Path, tmp_path: Path
) -> None:
    for package in ("qa", "embeddings"):
        shutil.copytree(ROOT / package, tmp_path / package)
    asked = ("ask", QUESTION, *AT, "--data", data)
    expected = run(tmp_path, *asked, PYTHONPATH=str(tmp_path))
    before = count(service)
    with (tmp_path / "qa" / "answers.py").open("a") as file:
        file.write("# a line more\n")
    assert run(tmp_path, *asked, PYTHONPATH=str(tmp_path)) == expected
    assert count(service) == before
    assert expected[0] == 0


def test_other_versions_of_what_it_is_built_on_answer_for_themselves(
    service: Process, data: Path, tmp_path: Path
) -> None:
    asked = ("ask", QUESTION, *AT, "--data", data)
    path = os.pathsep.join([str(ROOT), str(tmp_path)])
    before = count(service)
    expected = run(tmp_path, *asked, PYTHONPATH=path)
    assert (expected[0], count(service)) == (0, before + 1)
    # As pip leaves it when it has put another version in place of the one the service has loaded.
    (tmp_path / "tantivy-99.0.dist-info").mkdir()
    assert run(tmp_path, *asked, PYTHONPATH=path) == expected
    assert count(service) == before + 1


def test_relayed_question_loads_nothing_that_takes_long(service: Process, data: Path) -> None:
    before = count(service)
    code = (
        "import sys, qa.cli\n"
        f"try: qa.cli.main(['ask', {QUESTION!r}, '--data', {str(data)!r}])\n"
        "except SystemExit as end: print(end.code, *sys.modules, file=sys.stderr)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    status, *loaded = ran.stderr.split()
    assert (status, count(service)) == ("0", before + 1)
    heavy = {"typer", "pydantic", "numpy", "onnxruntime", "rich", "torch", "asyncio", "subprocess"}
    assert not heavy & set(loaded)
    assert {name for name in loaded if name.split(".")[0] in ("qa", "embeddings")} == {
        *("qa", "qa.cli", "qa.cli.relaying", "qa.errors", "qa.relay")
    }
