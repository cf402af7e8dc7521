"""The command line: what it prints where, and how it ends.

Loading the model takes a new process seconds, so few tests start one.
"""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from qa.settings import Settings
from tests.misbehaving_server import serve
from tests.qa.commands import QUESTION, ROOT, Call, check_complaint, run

SEEDS = ROOT / "seeds" / "motir-releases-2025-12.txt"


def write_questions(folder: Path, *, right: int, wrong: int) -> Path:
    """A question that finds its release, and the same said to be answered by none held."""
    path = folder / "questions.jsonl"
    lines = [{"question": QUESTION, "release_id": "2025-12-15-4958921b8a"}] * right
    lines += [{"question": QUESTION, "release_id": "2025-12-10-4c4df27acf"}] * wrong
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def test_index_reads_releases_once_and_then_has_nothing_to_do(tmp_path: Path) -> None:
    status, out, said = run(tmp_path, "add", SEEDS, QA_DATA="held")
    assert (status, out) == (0, ""), said
    assert "8 releases" in said
    assert (tmp_path / "held" / "library.sqlite").is_file()
    status, out, said = run(tmp_path, "add", SEEDS, "--data", "held")
    assert (status, out) == (0, ""), said
    assert "Nothing to do" in said


def test_release_dated_far_ahead_is_added_and_told_of_once_with_its_place(
    call: Call, tmp_path: Path
) -> None:
    day = f"{date.today().year + 100}-12-30"
    lines = [
        {"title": "Ships", "published": "2025-12-15", "body": "A ship was launched."},
        {"title": "Ships", "published": day, "body": "A ship was launched."},
    ]
    (tmp_path / "a.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in lines))
    for command in ("add", "sync"):
        said = call(command, "a.jsonl", "--data", command)[2]
        assert "2 releases added" in said
        [told] = [line for line in said.splitlines() if "a year ahead" in line]
        assert "a.jsonl:2: " in told
        assert day in told
        assert "It is held" in told
        assert "qa remove" in told
        assert "ahead" not in call(command, "a.jsonl", "--data", command)[2]
    said = call("sync", "a.jsonl", "--dry-run", "--data", "none")[2]
    assert "It would be held, and found from that day on; if the day is wrong, correct it" in said
    assert "qa remove" not in said


def test_index_takes_an_address_and_costs_nothing_where_nothing_changed(
    call: Call, tmp_path: Path
) -> None:
    with serve() as server:
        found = call("add", f"{server.url}/etag")
        check_complaint(found, "leads inside a network", "--allow-private")
        status, out, said = call("add", f"{server.url}/etag", "--allow-private")
        assert (status, out) == (0, ""), said
        assert "1 release added" in said
        status, _, said = call("add", f"{server.url}/etag", "--allow-private")
        assert status == 0
        assert "Nothing to do" in said
        assert "if-none-match" in server.asked[-1][1]
    assert (tmp_path / "data" / "fetched.sqlite3").is_file()


def test_evaluation_over_the_mark_is_written_and_exits_with_0(
    call: Call, seed_settings: Settings, tmp_path: Path
) -> None:
    path = write_questions(tmp_path, right=1, wrong=0)
    out_folder = tmp_path / "report"
    status, out, said = call(
        *("evaluate", path, "--data", seed_settings.data),
        *("--fail-under", "1", "--out", out_folder, "--table"),
    )
    assert status == 0, said
    assert "questions: 1 question" in out
    assert QUESTION in out
    assert {file.name for file in out_folder.iterdir()} == {
        "run.trec",
        "report.json",
        "report.html",
    }
    measures = json.loads((out_folder / "report.json").read_text(encoding="utf-8"))["measures"]
    assert measures["ours"]["first"] == 1.0
    run_written = out_folder / "run.trec"
    assert run_written.read_text(encoding="utf-8").startswith("q1 Q0 2025-12-15-4958921b8a 1 ")
    # Against itself there is no difference.
    status, out, _ = call("evaluate", path, "--data", seed_settings.data, "--baseline", run_written)
    assert status == 0
    assert "against run.trec: +0.0000" in out


def test_evaluation_under_the_mark_exits_with_1_and_still_reports(
    call: Call, seed_settings: Settings, tmp_path: Path
) -> None:
    path = write_questions(tmp_path, right=1, wrong=1)
    status, out, said = call("evaluate", path, "--data", seed_settings.data, "--fail-under", "0.51")
    assert status == 1
    assert "questions: 2 questions" in out
    assert "51%" in said


@pytest.mark.parametrize(
    "arguments", [("ask", QUESTION), ("serve",), ("evaluate", "questions.jsonl")]
)
def test_missing_library_is_said_with_the_command_that_makes_one(
    call: Call, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    write_questions(tmp_path, right=1, wrong=0)
    found = call(*arguments, "--data", "nowhere")
    check_complaint(found, "no library in nowhere", "qa add")
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("ask", "  "), "1 to 2,000"),
        (("ask", "a" * 2001), "2001"),
        (("ask", QUESTION, "--k", "101"), "--k"),
        (("ask", QUESTION, "--from", "15.12.2025"), "15.12.2025"),
        (("ask", QUESTION, "--as-of", "2025-02-30"), "Expected a day as 2025-12-31"),
        (("add", "nowhere"), "nowhere"),
        (("evaluate", "nowhere"), "nowhere"),
        (("answer",), "answer"),
        (("serve", "--port", "65536"), "QA_PORT"),
        (("add",), "SOURCE"),
    ],
)
def test_used_wrongly_it_exits_with_2_and_says_how(
    call: Call, arguments: tuple[str, ...], words: str
) -> None:
    check_complaint(call(*arguments), words)


def test_unknown_setting_is_refused(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QA_COLOUR", "red")
    check_complaint(call("ask", QUESTION), "QA_COLOUR")


def test_file_without_a_single_release_fails(call: Call, tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_text("{\n", encoding="utf-8")
    check_complaint(call("add", "bad.jsonl", "--data", "held"), "bad.jsonl:1: ")
    assert not (tmp_path / "held").exists()


def test_help_names_every_command_on_stdout(call: Call) -> None:
    status, out, said = call("--help")
    assert (status, said) == (0, "")
    for command in ("add", "sync", "ask", "timeline", "evaluate", "serve"):
        assert command in out


@pytest.mark.parametrize(("command", "threads"), [("serve", "1"), ("ask", "1"), ("add", "None")])
def test_what_answers_keeps_a_question_to_one_thread(command: str, threads: str) -> None:
    program = (
        "import os; from qa.cli import main\n"
        f"try: main([{command!r}, '--help'])\n"
        "finally: print(os.environ.get('OMP_NUM_THREADS'))"
    )
    others = {name: value for name, value in os.environ.items() if name != "OMP_NUM_THREADS"}
    said = subprocess.run(
        [sys.executable, "-c", program], env=others, capture_output=True, text=True, check=True
    )
    assert said.stdout.split()[-1] == threads
