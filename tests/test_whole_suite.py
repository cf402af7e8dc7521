"""`scripts/test` in a checkout with a small suite of its own, on the real pytest."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parent.parent
# One test for each part, which says on what it ran, and fails where its file is told to.
_SUITE = """
import os
import sys
import pytest

assert not sys.dont_write_bytecode

def test_with_others():
    assert "PYTEST_XDIST_WORKER" in os.environ
    assert {others}

@pytest.mark.serial
def test_alone():
    assert "PYTEST_XDIST_WORKER" not in os.environ
    assert {alone}
"""
# What has no test that is `serial` is read side by side alone: to read all again takes long.
_OTHERS = """
import os

assert "PYTEST_XDIST_WORKER" in os.environ

def test_nothing():
    pass
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Set up already, with the suite's own settings."""
    for folder in ("scripts", ".venv/bin", "tests"):
        (tmp_path / folder).mkdir(parents=True)
    shutil.copy(_ROOT / "scripts" / "test", tmp_path / "scripts")
    shutil.copy(_ROOT / "pyproject.toml", tmp_path)
    for program, line in (
        ("scripts/setup", "exit 0"),
        (".venv/bin/python", f'exec "{sys.executable}" "$@"'),
    ):
        (tmp_path / program).write_text(f"#!/bin/sh\n{line}\n")
        (tmp_path / program).chmod(0o755)
    return tmp_path


def _test(
    checkout: Path, *options: str, others: bool = True, alone: bool = True
) -> tuple[int, str]:
    """The exit status and what is said, where the tests of either part pass or fail."""
    (checkout / "tests" / "test_both.py").write_text(_SUITE.format(others=others, alone=alone))
    kept = {name: text for name, text in os.environ.items() if not name.startswith("PYTEST_")}
    done = subprocess.run(
        [checkout / "scripts" / "test", *options],
        env=kept | {"PYTEST_XDIST_AUTO_NUM_WORKERS": "1", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


@pytest.mark.parametrize(("others", "alone"), [(True, True), (False, True), (True, False)])
def test_both_parts_run_and_the_last_lines_say_how_each_went(
    checkout: Path, others: bool, alone: bool
) -> None:
    (checkout / "tests" / "test_others.py").write_text(_OTHERS)
    status, said = _test(checkout, others=others, alone=alone)
    assert (status == 0) == (others and alone)
    went = {True: "passed", False: "FAILED, see above"}
    last = [f"side by side: {went[others]}", f"one at a time: {went[alone]}"]
    assert said.splitlines()[-2:] == last


def test_options_go_on_to_one_run_in_one_process(checkout: Path) -> None:
    status, said = _test(checkout, "-k", "test_alone", others=False)
    assert status == 0
    assert "1 passed" in said
    assert "side by side" not in said
