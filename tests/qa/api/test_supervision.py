"""How workers begin, end and are replaced: real processes, over the seeds."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from qa.settings import Settings
from tests.qa.api.held_encoder import ENDLESS
from tests.qa.api.seed_service import QUESTION, ask
from tests.qa.api.service import ROOT, Process, check_problem, run_service, wait_until
from tests.qa.api.two_workers import find_workers, is_running, reach_each, read_count, run_two

HANGING = (
    "from functools import partial; from qa.api import supervision; from qa.cli import main, "
    "serving; from tests.qa.api.hanging_worker import hang; serving._work = hang; "
    "supervision.supervise = partial(supervision.supervise, patience_s=3); main()"
)
"""`qa serve` with two workers that a question can hold."""


def test_worker_that_dies_is_replaced_while_the_other_answers(seed_settings: Settings) -> None:
    with run_two(seed_settings.data) as process:
        with reach_each(process) as reached:
            (dead, _), (left, client) = reached.items()
            ask(client)
            before = read_count(client)
            os.kill(dead, signal.SIGKILL)
            wait_until(lambda: any(f"Worker {dead} ended with status -9" in x for x in process.log))
            # Whoever comes meanwhile is answered, by the one that is left or by the new one.
            for _ in range(20):
                assert httpx.get(f"{process.url}/readyz", timeout=60).status_code == 200
            assert read_count(client) >= before
            assert read_count(client, "qa_ready") in (0, 1)
        with reach_each(process) as reached:
            assert left in reached
            assert dead not in reached
            for client in reached.values():
                ask(client)
            wait_until(lambda: read_count(client) >= before + 2)
            wait_until(lambda: read_count(client, "qa_ready") == 1)


def check_replaced(process: Process, ended: int, left: int) -> None:
    """One worker is killed, and another answers in its place beside the one that is left."""
    wait_until(lambda: any(f"Worker {ended} ended with status -9" in x for x in process.log))
    with reach_each(process) as reached:
        assert left in reached
        assert ended not in reached
        for client in reached.values():
            ask(client)


def test_worker_that_hangs_is_replaced_while_the_other_answers(seed_settings: Settings) -> None:
    with run_two(seed_settings.data, patience_s=3) as process:
        with reach_each(process) as reached:
            hanging, left = reached
        os.kill(hanging, signal.SIGSTOP)
        time.sleep(0.5)  # until then it may take a request yet
        while not any(f"Worker {hanging} hangs" in line for line in process.log):
            assert httpx.get(f"{process.url}/readyz", timeout=60).status_code == 200
        check_replaced(process, hanging, left)
        assert sum("hangs" in line for line in process.log) == 1


def test_worker_whose_threads_all_hang_is_replaced(seed_settings: Settings) -> None:
    with run_service(
        seed_settings.data,
        "--workers=2",
        program=("-c", HANGING),
        QA_THREADS="1",
        QA_QUESTION_TIMEOUT_S="1",
        QA_LOG_FORMAT="json",
    ) as process:
        with reach_each(process) as reached:
            (hanging, client), (left, other) = reached.items()
            late = client.get("/v1/ask", params={"question": f"What is {ENDLESS}?"})
            check_problem(late, 504)
            # Its event loop goes round: health is answered, as is whoever comes to the other.
            wait_until(lambda: client.get("/readyz").status_code == 503)
            assert client.get("/healthz").status_code == 200
            ask(other)
        check_replaced(process, hanging, left)


@pytest.mark.serial
def test_worker_with_more_to_do_than_it_can_is_not_taken_for_one_that_hangs(
    seed_settings: Settings,
) -> None:
    def ask_on(url: str) -> set[int]:
        until, found = time.monotonic() + 10, set()
        with httpx.Client(base_url=url, timeout=60) as client:
            while time.monotonic() < until:
                asked = {"question": f"ICT exports {time.monotonic()}", "k": "100"}
                found.add(client.get("/v1/ask", params=asked).status_code)
        return found

    with (
        run_two(seed_settings.data, patience_s=3, QA_THREADS="32") as process,
        ThreadPoolExecutor(100) as threads,
    ):
        asking = [threads.submit(ask_on, process.url) for _ in range(100)]
        assert 200 in set().union(*(each.result() for each in asking))
        assert not any("hangs" in line for line in process.log)


@pytest.mark.serial
def test_both_end_under_load_and_lose_no_question(seed_settings: Settings) -> None:
    def ask_until_unready(url: str) -> list[int]:
        found = []
        with httpx.Client(base_url=url, timeout=60) as client:
            while client.get("/readyz").status_code == 200:
                found.append(client.get("/v1/ask", params={"question": QUESTION}).status_code)
        return found

    with (
        run_two(seed_settings.data, QA_DRAIN_S="2") as process,
        ThreadPoolExecutor(8) as threads,
    ):
        with reach_each(process) as reached:
            workers = list(reached)
        asking = [threads.submit(ask_until_unready, process.url) for _ in range(8)]
        time.sleep(1)
        process.popen.send_signal(signal.SIGTERM)
        assert {status for each in asking for status in each.result()} == {200}
        assert process.popen.wait(timeout=20) == -signal.SIGTERM
        assert not any(is_running(pid) for pid in workers)
        assert set(find_workers(process)) == set(workers)
        assert "Traceback" not in "".join(process.log)


def find_folder(pid: int) -> Path:
    """Where a worker keeps what it shares: a file of it is in its memory."""
    [folder, *_] = re.findall(r"\S+/release-qa-[^/]+", Path(f"/proc/{pid}/maps").read_text())
    return Path(folder)


# The folder has a name that nobody knows beforehand, and is looked up in the worker's memory.
@pytest.mark.skipif(
    not Path("/proc/self/maps").exists(),
    reason="only Linux says in a file what a process has in its memory, and so where that is kept",
)
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_nothing_is_left_when_the_process_above_the_workers_has_ended(
    seed_settings: Settings, number: signal.Signals
) -> None:
    with run_two(seed_settings.data) as process:
        with reach_each(process) as reached:
            workers = list(reached)
        [folder] = {find_folder(pid) for pid in workers}
        assert folder.is_dir()
        process.popen.send_signal(number)
        assert process.popen.wait(timeout=20) == -number
        wait_until(lambda: not any(is_running(pid) for pid in workers))
        wait_until(lambda: not folder.exists())
        assert "Traceback" not in "".join(process.log)


def serve_on(data: Path, *options: str) -> "subprocess.CompletedProcess[str]":
    """`qa serve` with two workers, that is to end by itself."""
    return subprocess.run(
        [sys.executable, "-m", "qa", "serve", "--workers", "2", "--data", str(data), *options],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_what_keeps_it_from_starting_is_said_once_and_before_any_worker(
    seed_settings: Settings, tmp_path: Path
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        ended = serve_on(seed_settings.data, "--port", port)
    assert ended.returncode == 3
    assert ended.stderr.count(f"Nothing can listen on port {port}") == 1
    assert "Started server process" not in ended.stderr
    for data, options, said in (
        (seed_settings.data, ["--host", "0.0.0.0"], "no keys"),
        (tmp_path, [], "There is no library"),
        (seed_settings.data, ["--workers", "0"], "QA_WORKERS"),
    ):
        ended = serve_on(data, "--port", "0", *options)
        assert ended.returncode == 2
        assert len(ended.stderr.splitlines()) == 1
        assert said in ended.stderr


@pytest.mark.parametrize(
    ("worker", "options", "status"), [("die", "", 7), ("hang", ", start_patience_s=1", -9)]
)
def test_workers_that_cannot_start_end_the_service_with_an_error(
    worker: str, options: str, status: int
) -> None:
    code = (
        f"import logging; from tests.qa.api.dying_worker import {worker}; "
        "from qa.api.supervision import supervise; logging.basicConfig(); "
        f"supervise({worker}, [], 2{options})"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 3
    assert ended.stderr.count(f"ended with status {status}. Another takes its place.") == 4
    assert ended.stderr.count("ended before they could answer") == 1
    assert ended.stderr.count("hangs, and is killed") == (0 if worker == "die" else 6)
