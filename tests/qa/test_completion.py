"""Completion in real shells: what stands on the line after a tab."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import pytest
import typer

from embeddings.encoder import Encoder
from qa.cli.commands import app
from qa.cli.completion import complete_release_id
from qa.records import Release
from qa.settings import Settings
from qa.storage.release_library import Library
from qa.storage.schema import FILE_NAME
from qa.wiring import update_library
from tests.terminal import Terminal, open_terminal

ROOT = Path(__file__).resolve().parents[2]
COMMAND = f"""#!/bin/sh
exec '{sys.executable}' -m qa "$@"
"""

# What starts each shell bare, and what its user has in the file it reads first.
SHELLS = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], 'eval "$(qa --show-completion)"'),
    "zsh": (
        ["zsh", "-f", "-i"],
        'autoload -Uz compinit; compinit -u -D; eval "$(qa --show-completion)"',
    ),
    "fish": (["fish", "--no-config", "-i"], "qa --show-completion | source"),
}


@contextmanager
def open_shell(name: str, folder: Path, data: Path) -> Iterator[Terminal]:
    """A shell that completes `qa`, with QA_DATA set."""
    start, set_up = SHELLS[name]
    bin_folder = folder / "bin"
    bin_folder.mkdir()
    (bin_folder / "qa").write_text(COMMAND)
    (bin_folder / "qa").chmod(0o755)
    environment = {
        "PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")])),
        "HOME": str(folder),
        "TERM": "xterm",
        "LANG": "C.UTF-8",
        "QA_DATA": str(data),
    }
    with open_terminal(*start, folder=folder, columns=200, environment=environment) as terminal:
        # Halved, so that it is not the line as it is typed that is seen.
        terminal.type(f"{set_up}; echo rea''dy\n")
        terminal.wait_for("ready")
        yield terminal


@pytest.mark.parametrize(
    "shell",
    [
        pytest.param(
            name, marks=pytest.mark.skipif(not shutil.which(name), reason=f"no {name} here")
        )
        for name in SHELLS
    ],
)
def test_tab_completes_commands_options_files_and_the_ids_of_releases(
    shell: str, tmp_path: Path, seed_settings: Settings
) -> None:
    (tmp_path / "releases.jsonl").touch()
    with open_shell(shell, tmp_path, seed_settings.data) as terminal:
        for typed, completed in [
            ("qa rebu", "rebuild"),
            ("qa ask --per-r", "--per-release"),
            ("qa remove 2025-12-15-de", "2025-12-15-de6808753f"),
            ("qa add rel", "releases.jsonl"),
        ]:
            terminal.type(f"{typed}\t")
            terminal.wait_for(completed)
            terminal.type("\x15\n")  # drop the line


def test_completion_without_a_library_offers_nothing_and_says_nothing(tmp_path: Path) -> None:
    with open_shell("bash", tmp_path, tmp_path / "nowhere") as terminal:
        terminal.type("qa remove 2025\t\n")
        terminal.wait_for("qa remove 2025")
        terminal.type("echo do''ne\n")
        assert "Traceback" not in terminal.wait_for("done")


def test_id_that_a_shell_would_run_is_not_offered(
    tmp_path: Path, encoder: Encoder, graphs: Path
) -> None:
    ids = ("2025-plain", "2025-$(reboot)")
    releases = [Release(each, "News", date(2025, 12, 1), "Exports rose.", "M") for each in ids]
    update_library(Settings(data=tmp_path, graphs=graphs), encoder, releases)
    words = {"COMP_WORDS": "qa remove 2025", "COMP_CWORD": "2", "_QA_COMPLETE": "complete_bash"}
    offered = subprocess.run(
        [sys.executable, "-m", "qa"],
        env={**os.environ, **words, "QA_DATA": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert offered.stdout.split() == ["2025-plain"]


def test_library_that_is_damaged_offers_nothing_and_says_nothing(tmp_path: Path) -> None:
    Library(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection:
        connection.execute("ALTER TABLE releases RENAME TO others")
    context = typer.Context(typer.main.get_command(app))
    context.params["data"] = tmp_path
    assert complete_release_id(context, "2025") == []
