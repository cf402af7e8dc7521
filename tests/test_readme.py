"""What the README says, held against what is there."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from qa.settings import Settings
from qa.signals import SIGNALS

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_first_question_has_the_answer_that_the_readme_shows(seed_settings: Settings) -> None:
    [block] = re.findall(r"```console\n(.*?)```", README, re.DOTALL)
    command, _, expected = block.partition("\n")
    program, *arguments = shlex.split(command.removeprefix("$ "))
    assert program == "scripts/query.py"
    asked = subprocess.run(
        [sys.executable, "-m", "qa", "ask", *arguments],
        cwd=ROOT,
        env={**os.environ, "QA_DATA": str(seed_settings.data)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert asked.returncode == 0, asked.stderr
    # How sure it is may differ by a percent between processors.
    sure = re.compile(r"\(\d+% sure\)")
    assert sure.sub("", asked.stdout.strip()) == sure.sub("", expected.strip())


def test_every_setting_is_in_the_table() -> None:
    named = {f"QA_{name.upper()}" for name in Settings.model_fields}
    assert named == set(re.findall(r"`(QA_[A-Z_]+)`", README))


@pytest.mark.parametrize("program", sorted(set(re.findall(r"scripts/[a-z_]+(?:\.py)?", README))))
def test_every_program_it_names_is_there_and_can_be_run(program: str) -> None:
    assert os.access(ROOT / program, os.X_OK)


def test_every_module_in_the_map_is_there() -> None:
    [listing] = re.findall(r"### Where things are\n\n(.*?)\n## ", README, re.DOTALL)
    for module in re.findall(r"([a-z_]+\.py)", listing):
        assert list(ROOT.rglob(f"[!.]*/**/{module}")), module


def test_the_number_of_signals_is_the_one_it_says() -> None:
    words = {13: "thirteen", 14: "fourteen", 21: "twenty-one"}
    assert f"{words[len(SIGNALS)]} named signals" in README.replace("\n", " ").replace("  ", " ")
