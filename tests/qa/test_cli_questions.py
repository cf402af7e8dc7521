"""The commands that ask: `qa ask` and `qa timeline`, what they print, and how they end."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from qa.settings import Settings
from tests.qa.commands import QUESTION, ROOT, TIMEOUT_S, Call, check_complaint, run

ICT_TITLE = "Korea’s ICT Exports Reach All-Time High in November"


def test_answer_as_json_is_all_of_stdout_and_not_found_exits_with_1(
    seed_settings: Settings,
) -> None:
    status, out, said = run(
        ROOT,
        *("ask", QUESTION, "--json", "--as-of", "2025-12-20", "--from", "2025-12-11", "-k", "2"),
        QA_DATA=str(seed_settings.data),
        QA_THRESHOLD="1",
    )
    assert status == 1, said
    answer = json.loads(out)
    assert answer["verdict"] == "not_found"
    assert answer["interpretation"]["published_from"] == "2025-12-11"
    assert [hit["rank"] for hit in answer["hits"]] == [1, 2]
    assert answer["hits"][0]["release"]["title"] == ICT_TITLE
    assert answer["index"]["releases"] == 8


def test_answer_stands_on_stdout_with_its_date_words_and_source(
    call: Call, seed_settings: Settings
) -> None:
    status, out, _ = call(
        "ask", QUESTION, "--as-of", "2025-12-20", "--explain", "--data", seed_settings.data
    )
    assert status == 0
    assert "1. 2025-12-15  " + ICT_TITLE in out
    assert "Ministry of Trade, Industry and Resources, “" in out
    assert "cosine" in out
    assert "»" in out


def ask_lines(lines: bytes, *options: str, folder: Path) -> tuple[int, str, str]:
    """`qa ask` without a question, with these bytes on stdin."""
    done = subprocess.run(
        [sys.executable, "-m", "qa", "ask", *options, "--data", folder],
        cwd=ROOT,
        env=os.environ | {"PYTHONUTF8": "1"},
        input=lines,
        capture_output=True,
        timeout=TIMEOUT_S,
        check=False,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_questions_on_stdin_are_answered_in_order(seed_settings: Settings) -> None:
    lines = f"{QUESTION}\n\nWho won the World Cup?\n".encode()
    status, out, said = ask_lines(lines, "-k", "1", folder=seed_settings.data)
    assert (status, said) == (1, "")
    assert out.index("24.3 percent") < out.index("Not found")


def test_line_that_is_no_question_is_told_of_and_the_others_are_answered(
    seed_settings: Settings,
) -> None:
    lines = b"exports \xff\n" + QUESTION.encode() + b"\n"
    status, out, said = ask_lines(lines, "--json", "-k", "1", folder=seed_settings.data)
    assert status == 2
    assert said.startswith("stdin:1: ")
    assert "UTF-8" in said
    assert json.loads(out)["question"] == QUESTION
    status, out, said = ask_lines(b"\n", folder=seed_settings.data)
    check_complaint((status, out, said), "on stdin", "found none")


@pytest.mark.parametrize("form", ["--jsonl", "--csv"])
def test_hits_are_exported_as_a_table(call: Call, seed_settings: Settings, form: str) -> None:
    asked = ("ask", QUESTION, "--as-of", "2025-12-20", "--data", seed_settings.data)
    status, out, said = call(*asked, form, "-k", "3")
    assert (status, said) == (0, "")
    if form == "--csv":
        rows = list(csv.DictReader(io.StringIO(out, newline="")))
    else:
        rows = [json.loads(line) for line in out.splitlines()]
    assert [int(row["rank"]) for row in rows] == [1, 2, 3]
    assert (rows[0]["title"], rows[0]["period_first"]) == (ICT_TITLE, "2025-11-01")
    assert "24.3 percent" in rows[0]["sentence"]
    check_complaint(call(*asked, form, "--json"), "--json", "--jsonl", "--csv")


def test_window_with_nothing_in_it_exits_with_1_and_names_the_nearest(
    call: Call, seed_settings: Settings
) -> None:
    status, out, _ = call("ask", "ICT?", "--from", "2026-02-01", "--data", seed_settings.data)
    assert status == 1
    assert "Not found" in out
    assert ICT_TITLE in out


def test_window_the_wrong_way_round_is_refused(call: Call, seed_settings: Settings) -> None:
    window = ("--from", "2025-12-15", "--to", "2025-12-10")
    found = call("ask", QUESTION, *window, "--data", seed_settings.data)
    check_complaint(found, "2025-12-10", "2025-12-15")


@pytest.mark.parametrize("command", ["ask", "history", "remove"])
def test_words_that_are_not_utf_8_are_refused(tmp_path: Path, command: str) -> None:
    check_complaint(run(tmp_path, command, b"exports \xff\xfe"), "UTF-8")


BATTERIES = "How much were exports of batteries?"
MONTHLY = ("--as-of", "2025-09-01")


def test_answer_has_the_other_instalments_beside_it(call: Call, monthly_settings: Settings) -> None:
    status, out, _ = call(
        *("ask", "What were battery exports in April 2025?", "-k", "1", *MONTHLY),
        *("--data", monthly_settings.data),
    )
    assert status == 0
    assert out.startswith("About 2025-04-01 to 2025-04-30 (“April 2025”)\n")
    assert "USD 659 million" in out
    assert "+ 3 other months (previous: 2025-03 “Battery Exports at USD 712 Million" in out


def test_what_words_say_is_overridden_and_switched_off(
    call: Call, monthly_settings: Settings
) -> None:
    asked = ("ask", "The latest battery exports in April 2025", "--json", *MONTHLY)
    data = ("--data", monthly_settings.data)
    given = ("--about-from", "2025-06-01", "--about-to", "2025-06-30")
    _, out, _ = call(*asked, *given, "--ignore", "latest", *data)
    understood = json.loads(out)["interpretation"]
    assert understood["period"]["first"] == "2025-06-01"
    assert understood["wants_latest"] is False
    _, out, _ = call(*asked, "--ignore", "latest", "--ignore", "period", *data)
    assert json.loads(out)["interpretation"]["period"] is None
    _, out, _ = call(*asked, "--per-series", "3", "-k", "20", *data)
    ids = [hit["release"]["id"] for hit in json.loads(out)["hits"]]
    assert sum(each.startswith("battery") for each in ids) == 3


def test_timeline_is_a_line_a_release_and_a_gap(call: Call, monthly_settings: Settings) -> None:
    status, out, _ = call("timeline", BATTERIES, *MONTHLY, "--data", monthly_settings.data)
    assert status == 0
    lines = out.splitlines()
    assert [line.split()[0] for line in lines] == [
        *("2025-03", "2025-04", "2025-05:", "2025-06", "2025-07")
    ]
    assert lines[1].split("  ")[1] == "2025-06-20"
    assert "»USD 659 million«" in lines[1]
    assert lines[2] == "2025-05: no release"


def test_timeline_is_json_csv_or_a_plot(
    call: Call, monthly_settings: Settings, tmp_path: Path
) -> None:
    asked = ("timeline", BATTERIES, *MONTHLY, "--data", monthly_settings.data)
    status, out, _ = call(*asked, "--json")
    assert (status, json.loads(out)["unit"]) == (0, "USD")
    status, out, _ = call(*asked, "--csv")
    assert status == 0
    assert out.splitlines()[3] == "2025-05-01,2025-05-31,month,,,,,,,"
    status, out, said = call(*asked, "--svg", "batteries.svg")
    assert (status, out) == (0, "")
    assert "batteries.svg" in said
    assert (tmp_path / "batteries.svg").read_text(encoding="utf-8").startswith("<svg")


def test_timeline_that_no_series_answers_exits_with_1(
    call: Call, monthly_settings: Settings
) -> None:
    data = ("--data", monthly_settings.data)
    status, out, said = call("timeline", "Who won the World Cup?", *MONTHLY, *data)
    assert (status, out) == (1, "")
    assert "qa ask" in said


def test_plot_that_cannot_be_written_is_said(call: Call, monthly_settings: Settings) -> None:
    data = ("--data", monthly_settings.data)
    found = call("timeline", BATTERIES, *MONTHLY, *data, "--svg", "nowhere/batteries.svg")
    check_complaint(found, "nowhere/batteries.svg")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("timeline", BATTERIES, "--json", "--csv"), "--svg"),
        (("timeline", " "), "1 to 2,000"),
        (("timeline", BATTERIES, "--ignore", "title"), "title"),
        (("ask", QUESTION, "--about-from", "2025-06-01"), "Give both"),
        (("ask", QUESTION, "--per-series", "0"), "--per-series"),
        (("timeline", BATTERIES, "--data", "nowhere"), "no library in nowhere"),
    ],
)
def test_series_asked_for_wrongly_exit_with_2(
    call: Call, arguments: tuple[str, ...], words: str
) -> None:
    check_complaint(call(*arguments), words)
