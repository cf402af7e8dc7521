"""Commands whose standard streams are closed, full, or of an encoding that lacks letters."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from qa import cli
from qa.settings import Settings
from tests.qa.commands import QUESTION, ROOT, TIMEOUT_S


def run_in_shell(data: Path, line: str, **variables: str) -> tuple[int, str, str]:
    """Exit status, stdout and stderr of a line of the shell in which "$@" is the command `qa`."""
    done = subprocess.run(
        ["sh", "-c", line, "sh", sys.executable, "-m", "qa"],
        cwd=ROOT,
        env=os.environ | {"QA_DATA": str(data), "QUESTION": QUESTION} | variables,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=TIMEOUT_S,
        check=False,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.mark.parametrize("command", ["status", 'ask --local "$QUESTION"', "ask --json exports"])
def test_output_that_cannot_be_written_is_an_error(seed_settings: Settings, command: str) -> None:
    status, _, said = run_in_shell(seed_settings.data, f'"$@" {command} >/dev/full')
    assert status == 2
    assert said == "qa: stdout cannot be written to: No space left on device.\n"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
@pytest.mark.parametrize(("named", "said"), [(None, "a file"), ("report.html", "report.html")])
def test_other_file_that_a_disk_refuses_is_not_said_to_be_stdout_nor_to_be_written(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    number: int,
    named: str | None,
    said: str,
) -> None:
    def refuse(_: list[str]) -> None:
        raise OSError(number, os.strerror(number), named)

    monkeypatch.setattr(cli, "_run", refuse)
    with pytest.raises(SystemExit) as ended:
        cli.main(["status"])
    assert ended.value.code == 2
    assert capsys.readouterr().err == f"qa: {said} cannot be used: {os.strerror(number)}.\n"


def test_command_without_streams_ends_as_one_with_them(seed_settings: Settings) -> None:
    assert run_in_shell(seed_settings.data, '"$@" status <&- >&- 2>&-') == (0, "", "")
    answered = run_in_shell(seed_settings.data, '"$@" ask --local "$QUESTION" <&- >&-')
    assert answered == (0, "", "")
    status, _, said = run_in_shell(seed_settings.data, '"$@" ask --local <&-')
    assert status == 2
    assert "Expected a question" in said


def test_locale_without_letters_gets_their_numbers(seed_settings: Settings) -> None:
    status, out, said = run_in_shell(
        seed_settings.data,
        '"$@" ask --local "$QUESTION"',
        **{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": ""},
    )
    assert status == 0, said
    assert "\\u2019s ICT Exports Reach All-Time High in November" in out
