"""A service of two processes that answer as one: real ones, on one port, seen from outside."""

import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from qa.keys import KeyRing, Right
from qa.settings import Settings
from tests.qa.api.seed_service import ask, without_time
from tests.qa.api.service import DAY, Process, check_problem, find_files, wait_until
from tests.qa.api.two_workers import (
    find_workers,
    reach_each,
    read_count,
    run_two,
    wait_until_ready,
)

RELEASE = {"title": "Steel exports rise", "published": "2025-12-01", "publisher": "KTC"}
WORD = "xylophonequartz"


@pytest.fixture(scope="module")
def process(seed_settings: Settings) -> Iterator[Process]:
    with run_two(seed_settings.data) as process:
        yield process


def copy_library(settings: Settings, folder: Path) -> str:
    """Make a library of one's own; a key that may change it."""
    shutil.copytree(settings.data, folder)
    return KeyRing(folder).add("crawler", [Right.READ, Right.WRITE], made=DAY)


def test_two_processes_answer_alike_and_neither_is_the_one_that_was_started(
    process: Process,
) -> None:
    with reach_each(process) as reached:
        first, second = (ask(client) for client in reached.values())
    assert without_time(first) == without_time(second)
    assert process.popen.pid not in reached
    assert set(reached) <= set(find_workers(process))


def test_either_counts_what_both_answered(process: Process) -> None:
    with reach_each(process) as reached:
        one, other = reached.values()
        before = read_count(one)
        for client in (one, one, other):
            ask(client)
        # An answer is counted when it has been sent.
        wait_until(lambda: read_count(one) == before + 3)
        assert read_count(other) == before + 3
        stages = read_count(other, 'qa_stage_seconds_count{stage="rank"}')
        assert stages == read_count(other)
        assert read_count(one, "qa_generation") == read_count(other, "qa_ready") == 1
        followed = read_count(one, "qa_followed_timestamp_seconds")
        wait_until(lambda: read_count(other, "qa_followed_timestamp_seconds") > followed)


def test_what_one_has_written_both_answer_from(seed_settings: Settings, tmp_path: Path) -> None:
    token = copy_library(seed_settings, tmp_path / "data")
    headers = {"Authorization": f"Bearer {token}"}
    with run_two(tmp_path / "data") as process, reach_each(process) as reached:
        one, other = reached.values()
        for client in (one, other):
            client.headers.update(headers)
            wait_until_ready(client)
        written = ""
        for number, (writer, reader) in enumerate([(one, other), (other, one)] * 4, start=2):
            release = RELEASE | {"body": f"Exports of {WORD} rose {number} percent."}
            change = writer.post("/v1/releases", json={"releases": [release]})
            assert change.status_code == 200, change.text
            assert change.json()["generation"] == number
            for client in (reader, writer):
                found = ask(client, question=f"How much did exports of {WORD} rise?")
                assert found["index"]["generation"] == number
                assert f"{number} percent" in found["sentence"]
            [written] = change.json()["added"] or change.json()["changed"]
        assert one.delete(f"/v1/releases/{written}").status_code == 200
        check_problem(other.get(f"/v1/releases/{written}"), 404)
        # Not even the write-ahead log has it, which each of them reads from.
        wait_until(lambda: not find_files(tmp_path / "data", WORD.encode()))


def test_writer_is_told_when_a_worker_does_not_follow(
    seed_settings: Settings, tmp_path: Path
) -> None:
    token = copy_library(seed_settings, tmp_path / "data")
    with run_two(tmp_path / "data") as process, reach_each(process) as reached:
        (_, writer), (stopped, reader) = reached.items()
        for client in (writer, reader):
            client.headers["Authorization"] = f"Bearer {token}"
            wait_until_ready(client)
        os.kill(stopped, signal.SIGSTOP)
        try:
            release = RELEASE | {"body": "Steel exports rose 4 percent."}
            change = writer.post("/v1/releases", json={"releases": [release]})
        finally:
            os.kill(stopped, signal.SIGCONT)
        assert "The change is made" in check_problem(change, 504)["detail"]
        wait_until(lambda: reader.get("/readyz").json()["generation"] == 2)


def test_one_limit_counts_for_both(seed_settings: Settings) -> None:
    with run_two(seed_settings.data, QA_RATE_LIMIT="6") as process, reach_each(process) as reached:
        left = [
            client.get("/openapi.json").headers["ratelimit"].partition(";t=")[0]
            for _ in range(3)
            for client in reached.values()
        ]
        assert left == [f'"minute";r={number}' for number in (5, 4, 3, 2, 1, 0)]
        for client in reached.values():
            refused = client.get("/openapi.json")
            check_problem(refused, 429)
            assert 1 <= int(refused.headers["retry-after"]) <= 10
