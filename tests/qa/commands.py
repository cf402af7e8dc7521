"""Commands run here or as a program, for the tests of the command line."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
QUESTION = "How much did Korea's ICT exports rise in November 2025?"
TIMEOUT_S = 120


def find_settings() -> list[str]:
    """The settings in the environment, but for where graphs are, which take long to make."""
    return [name for name in os.environ if name.startswith("QA_") and name != "QA_GRAPHS"]


def run(folder: Path, *arguments: str | bytes | Path, **variables: str) -> tuple[int, str, str]:
    """Exit status, stdout and stderr of `python -m qa` with these arguments, run in `folder`."""
    inherited = {name: text for name, text in os.environ.items() if name not in find_settings()}
    path = os.pathsep.join([str(ROOT), *filter(None, [inherited.get("PYTHONPATH")])])
    done = subprocess.run(
        [sys.executable, "-m", "qa", *arguments],
        cwd=folder,
        env=inherited | {"PYTHONPATH": path, "PYTHONUTF8": "1"} | variables,
        capture_output=True,
        timeout=TIMEOUT_S,
        check=False,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


Call = Callable[..., tuple[int, str, str]]


def check_complaint(found: tuple[int, str, str], *words: str) -> None:
    """That a run ended with status 2, a message with these words, and no trace of Python."""
    status, out, complaint = found
    assert (status, out) == (2, ""), complaint
    assert "Traceback" not in complaint
    for word in words:
        assert word in complaint
