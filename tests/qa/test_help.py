"""The help of every command: each option is explained, and each example does what it says."""

import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
import time
import tomllib
from datetime import date
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
import typer

from embeddings.encoder import no_progress
from qa.cli import main
from qa.cli.commands import app
from qa.keys import KeyRing, Right
from qa.settings import Settings
from qa.storage.backups import back_up

ROOT = Path(__file__).resolve().parents[2]
_GROUP = typer.main.get_command(app)
COMMANDS: dict[str, Any] = dict(_GROUP.commands)  # type: ignore[attr-defined]
# Those of a group stand under both words.
COMMANDS |= {f"keys {name}": each for name, each in COMMANDS.pop("keys").commands.items()}
TIMEOUT_S = 120


def find_examples(name: str) -> list[list[str]]:
    """The examples in a command's help, as arguments."""
    shown = re.findall(r"^ *Example: (.*)$", COMMANDS[name].help, re.MULTILINE)
    return [shlex.split(each) for each in shown]


EXAMPLES = [(name, example) for name in COMMANDS for example in find_examples(name)]
# It needs an extra, and talks to a program: tests/qa/mcp runs what the README shows of it.
EXAMPLES = [(name, example) for name, example in EXAMPLES if name != "mcp"]


@pytest.fixture
def folder(tmp_path: Path, seed_settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as a newcomer has it: seeds/, and their library in data/."""
    shutil.copytree(seed_settings.data, tmp_path / "data")
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    for name in [name for name in os.environ if name.startswith("QA_") and name != "QA_GRAPHS"]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert (ended.value.code, capsys.readouterr().out) == (0, project["version"] + "\n")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_an_example_and_says_what_each_option_is_for(name: str) -> None:
    assert find_examples(name)
    for parameter in COMMANDS[name].params:
        assert parameter.help, f"qa {name} {parameter.name}"


@pytest.mark.parametrize("name", ["add", "sync", "remove", "backup", "restore"])
def test_command_that_waits_for_another_one_says_how_it_ends_when_that_is_in_vain(
    name: str,
) -> None:
    assert re.search(r"\b75: ", COMMANDS[name].help)


@pytest.mark.parametrize(
    "example", [pytest.param(each, id=" ".join(each)) for name, each in EXAMPLES if name != "serve"]
)
@pytest.mark.usefixtures("folder")
def test_example_does_what_it_says(example: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    program, *arguments = example
    assert program == "qa"
    if arguments[0] == "keys" and arguments[1] != "add":
        KeyRing(Path("data")).add("reading-room", [Right.READ], made=date(2025, 12, 1))
    if arguments[0] == "restore":
        back_up(Path("data"), Path(arguments[1]), no_progress)
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    said = capsys.readouterr()
    # No series is among the seeds, so that a timeline of them is empty.
    assert ended.value.code in ((1,) if arguments[0] == "timeline" else (0, None)), said.err
    assert said.out or said.err


@pytest.mark.parametrize(
    "example", [pytest.param(each, id=" ".join(each)) for name, each in EXAMPLES if name == "serve"]
)
def test_example_of_serving_answers(example: list[str], folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    [named] = [each for each in example if each.isdecimal()]
    arguments = [port if each == named else each for each in example[1:]]
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    with subprocess.Popen(
        [sys.executable, "-m", "qa", *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": path},
        stderr=subprocess.DEVNULL,
    ) as service:
        try:
            assert find_health(f"http://127.0.0.1:{port}/healthz") == 200
        finally:
            service.terminate()


def find_health(address: str) -> int:
    """The status at the address, once something answers there."""
    deadline = time.monotonic() + TIMEOUT_S
    while True:
        try:
            with urlopen(address, timeout=TIMEOUT_S) as answer:
                return int(answer.status)
        except OSError:
            assert time.monotonic() < deadline, "nothing answers"
            time.sleep(0.1)
