"""`qa ask` in a real terminal: one question in colours, and the prompt with its history."""

import doctest
import os
import shutil
import stat
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from qa.cli import prompt, session
from qa.index.changing_library import empty_log
from qa.records import Release
from qa.settings import Settings
from qa.storage.schema import FILE_NAME
from qa.wiring import remove_releases
from tests.terminal import TIMEOUT_S, Terminal, open_terminal

ROOT = Path(__file__).resolve().parents[2]
ICT = "How much did Korea's ICT exports rise in November 2025?"
ZONES = "Who heads the Free Economic Zone Planning Office?"
PROMPT = "qa> "
IGNORING = ("sh", "-c", 'trap "" INT; exec "$@"', "sh")  # as a script starts in the background
BOLD, CYAN = "\x1b[1m", "\x1b[36m"


@contextmanager
def run_in_terminal(
    folder: Path,
    *arguments: str | Path,
    columns: int = 100,
    through: Sequence[str] = (),
    **variables: str,
) -> Iterator[Terminal]:
    """`qa` in a terminal, with a home of its own in `folder`, started by the command `through`."""
    kept = {name: os.environ[name] for name in ("PATH", "QA_GRAPHS", "OMP_NUM_THREADS")}
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    environment = {"PYTHONPATH": path, "HOME": str(folder), "TERM": "xterm", "LANG": "C.UTF-8"}
    with open_terminal(
        *(*through, sys.executable, "-m", "qa", *arguments),
        folder=folder,
        columns=columns,
        environment={**kept, **environment, **variables},
    ) as terminal:
        yield terminal


def test_question_in_a_terminal_has_its_figure_in_bold_and_fits_its_width(
    tmp_path: Path, seed_settings: Settings
) -> None:
    asked = ("ask", ICT, "-k", "1", "--data", seed_settings.data)
    with run_in_terminal(tmp_path, *asked, columns=60) as terminal:
        assert terminal.wait() == 0
    assert f"{BOLD}24.3" in terminal.raw
    assert f"{CYAN}2025-12-15" in terminal.raw
    lines = terminal.text.splitlines()
    assert max(len(line) for line in lines if "--per-release" not in line) <= 60
    # What could be done next comes last, on stderr.
    assert lines[-1] == "More from one release: --per-release 3"


def test_terminal_without_colours_is_sent_none(tmp_path: Path, seed_settings: Settings) -> None:
    asked = ("ask", ICT, "-k", "1", "--data", seed_settings.data)
    with run_in_terminal(tmp_path, *asked, NO_COLOR="1") as terminal:
        assert terminal.wait() == 0
    assert "\x1b" not in terminal.raw


def test_prompt_answers_one_question_after_another_and_keeps_its_limits(
    tmp_path: Path, seed_settings: Settings
) -> None:
    with run_in_terminal(tmp_path, "ask", "--data", seed_settings.data) as terminal:
        terminal.wait_for("8 releases, published")
        terminal.wait_for(PROMPT)
        terminal.type(f"{ICT}\n")
        assert "24.3 percent" in terminal.wait_for(PROMPT)
        terminal.type(":k 1\n")
        assert ":k 1  :per-release 1" in terminal.wait_for(PROMPT)
        terminal.type(f"{ZONES}\n")
        answer = terminal.wait_for(PROMPT)
        assert "Je Kyung-hee" in answer
        assert "2. 2025" not in answer
        terminal.type(":open 1\n")
        assert "K-FEZ Expands Investment Outreach" in terminal.wait_for(PROMPT)
        terminal.type(":open 7\n")
        assert "there is no 7" in terminal.wait_for(PROMPT)
        terminal.type("\x04")
        assert terminal.wait() == 0


def test_prompt_left_open_keeps_nothing_of_what_is_removed(
    tmp_path: Path,
    seed_settings: Settings,
    seed_releases: tuple[Release, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # A slow machine may need longer to open the newer generation.
    monkeypatch.setattr("qa.index.changing_library._LET_GO_WITHIN_S", 30.0)
    data = tmp_path / "data"
    shutil.copytree(seed_settings.data, data)
    words = seed_releases[0].body[:40].encode()
    with run_in_terminal(tmp_path, "ask", "--data", data) as terminal:
        terminal.wait_for("8 releases, published")
        terminal.wait_for(PROMPT)
        assert words in b"".join(each.read_bytes() for each in data.glob(f"{FILE_NAME}*"))
        remove_releases(Settings(data=data), [seed_releases[0].id])
        assert empty_log(data)
        assert words not in b"".join(each.read_bytes() for each in data.glob(f"{FILE_NAME}*"))
        terminal.type(f"{seed_releases[0].title}\n")
        assert seed_releases[0].body[:40] not in terminal.wait_for(PROMPT)
        terminal.type("\x04")
        assert terminal.wait() == 0


def test_prompt_over_a_library_that_was_emptied_names_no_days(
    tmp_path: Path, seed_settings: Settings, seed_releases: tuple[Release, ...]
) -> None:
    data = tmp_path / "data"
    shutil.copytree(seed_settings.data, data)
    remove_releases(Settings(data=data), [each.id for each in seed_releases])
    with run_in_terminal(tmp_path, "ask", "--data", data) as terminal:
        assert "0 releases. Ask away" in terminal.wait_for(PROMPT)
        terminal.type("\x04")
        assert terminal.wait() == 0


def test_interrupt_while_the_prompt_is_loading_ends_it_at_once(
    tmp_path: Path, seed_settings: Settings
) -> None:
    pipe = tmp_path / "ranking.json"
    os.mkfifo(pipe)
    asked = ("ask", "--data", seed_settings.data)
    with run_in_terminal(tmp_path, *asked, QA_RANKING=str(pipe)) as terminal:
        writer = open_once_it_is_read(pipe)  # and is read until it is closed
        assert terminal.interrupt() == 130
        os.close(writer)


@pytest.mark.parametrize("through", [(), IGNORING], ids=["in front", "from the background"])
def test_interrupt_drops_the_line_and_leaves_the_prompt_standing(
    tmp_path: Path, seed_settings: Settings, through: Sequence[str]
) -> None:
    asked = ("ask", "--data", seed_settings.data)
    with run_in_terminal(tmp_path, *asked, through=through) as terminal:
        terminal.wait_for(PROMPT)
        terminal.type("What was half typ")
        terminal.wait_for("half typ")
        terminal.type("\x03")
        terminal.wait_for(PROMPT)
        terminal.type(":limits\n")
        assert ":k 5" in terminal.wait_for(PROMPT)
        terminal.type(":quit\n")
        assert terminal.wait() == 0


def test_interrupts_upon_interrupts_leave_the_prompt_standing(
    tmp_path: Path, seed_settings: Settings
) -> None:
    with run_in_terminal(tmp_path, "ask", "--data", seed_settings.data) as terminal:
        terminal.wait_for(PROMPT)
        for _ in range(1000):
            terminal.type("\x03")
            os.sched_yield()  # so that they arrive apart
        # The first line is dropped where one of them is still to be seen to.
        terminal.type("\n:limits\n")
        terminal.wait_for(":k 5")
        terminal.wait_for(PROMPT)
        terminal.type(":quit\n")
        assert terminal.wait() == 0


def test_history_outlives_the_session_for_its_owners_eyes_alone(
    tmp_path: Path, seed_settings: Settings
) -> None:
    state = tmp_path / "state"
    asked = ("ask", "--data", seed_settings.data)
    with run_in_terminal(tmp_path, *asked, XDG_STATE_HOME=str(state)) as terminal:
        terminal.wait_for(PROMPT)
        terminal.type(":as-of 2025-12-16\n")
        terminal.wait_for(PROMPT)
        terminal.type(":quit\n")
        assert terminal.wait() == 0
    history = state / "release-qa" / "history"
    assert stat.S_IMODE(history.stat().st_mode) == 0o600
    assert history.read_text(encoding="utf-8").splitlines() == [":as-of 2025-12-16", ":quit"]
    with run_in_terminal(tmp_path, *asked, XDG_STATE_HOME=str(state)) as terminal:
        terminal.wait_for(PROMPT)
        terminal.type("\x1b[A\x1b[A\n")  # up, up
        assert ":as-of 2025-12-16" in terminal.wait_for("qa> ")
        terminal.type(":per-s\t")
        terminal.wait_for(":per-series ")
        terminal.type("2\n")
        assert ":per-series 2" in terminal.wait_for(PROMPT)


def test_what_cannot_be_done_is_said_and_the_prompt_stands(
    tmp_path: Path, seed_settings: Settings
) -> None:
    with run_in_terminal(tmp_path, "ask", "--data", seed_settings.data) as terminal:
        terminal.wait_for(PROMPT)
        terminal.type(":open\n")
        assert "no answer yet" in terminal.wait_for(PROMPT)


def open_once_it_is_read(pipe: Path) -> int:
    deadline = time.monotonic() + TIMEOUT_S
    while True:
        try:
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:  # nobody reads from it
            assert time.monotonic() < deadline, "it was not read"
            time.sleep(0.02)


def test_doctests_hold() -> None:
    assert doctest.testmod(prompt).failed == 0
    assert doctest.testmod(session).failed == 0
