"""The service at twice its capacity, while its library changes: a process of its own, for a while.

It goes on for TEST_SOAK_S seconds, 300 in CI.
"""

import os
import re
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import httpx
import pytest

from embeddings.encoder import Encoder
from qa.records import Release
from qa.settings import Settings
from qa.wiring import update_library
from tests.qa.api.service import check_problem, run_service, wait_until

SOAK_S = float(os.environ.get("TEST_SOAK_S", "8"))
THREADS, QUEUE = 2, 6
CLIENTS = 2 * (THREADS + QUEUE)
CHANGE_EVERY_S = 0.5
GROWTH_MB = 64  # of memory, once it has been asked for a while


def make_release(number: int) -> Release:
    """A release that says its number in its title and in its body."""
    title, body = f"Steel exports up {number} percent", f"Steel exports rose {number} percent."
    return Release("steel", title, date(2025, 1, 1), body, "M")


@dataclass(slots=True)
class Tally:
    """What the clients were answered."""

    statuses: Counter[int] = field(default_factory=Counter)
    generations: set[int] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)
    refused_s: list[float] = field(default_factory=list)
    healthy_s: list[float] = field(default_factory=list)
    memory_mb: list[float] = field(default_factory=list)


def keep_asking(url: str, tally: Tally, until: float) -> None:
    number = 0
    with httpx.Client(base_url=url, timeout=60) as client:
        while time.monotonic() < until:
            number += 1
            question = f"How far did steel exports rise? {threading.get_ident()} {number}"
            answer = client.get("/v1/ask", params={"question": question})
            tally.statuses[answer.status_code] += 1
            if answer.status_code == 503:
                check_problem(answer, 503)
                tally.refused_s.append(answer.elapsed.total_seconds())
                # Asked again when it says, a refusal would be rare; ten times as soon it is not.
                time.sleep(int(answer.headers["retry-after"]) / 10)
            elif answer.status_code == 200:
                found = answer.json()
                generation = found["index"]["generation"]
                tally.generations.add(generation)
                [hit] = found["hits"]
                said = (hit["release"]["title"], hit["passage"]["text"])
                expected = make_release(generation - 1)
                if said != (expected.title, expected.body):
                    tally.wrong.append(f"{generation}: {said}")


def keep_watching(url: str, pid: int, tally: Tally, until: float) -> None:
    status = Path(f"/proc/{pid}/status")
    with httpx.Client(base_url=url, timeout=60) as client:
        while time.monotonic() < until:
            health = client.get("/healthz")
            assert health.status_code == 200
            tally.healthy_s.append(health.elapsed.total_seconds())
            if status.exists() and (found := re.search(r"VmRSS:\s+(\d+)", status.read_text())):
                tally.memory_mb.append(int(found.group(1)) / 1024)
            time.sleep(0.05)


def find_quartile(seconds: list[float]) -> float:
    """What a quarter took less than: the others waited for these clients to have the processor."""
    return sorted(seconds)[len(seconds) // 4]


@pytest.mark.serial
def test_twice_the_capacity_is_borne_while_the_library_changes(
    tmp_path: Path, encoder: Encoder
) -> None:
    settings = Settings(data=tmp_path / "data")
    update_library(settings, encoder, [make_release(0)])
    tally = Tally()
    with run_service(
        settings.data, QA_THREADS=str(THREADS), QA_QUEUE=str(QUEUE), QA_DRAIN_S="0"
    ) as process:
        until = time.monotonic() + SOAK_S
        with ThreadPoolExecutor(CLIENTS + 1) as threads:
            watching = threads.submit(keep_watching, process.url, process.popen.pid, tally, until)
            asking = [
                threads.submit(keep_asking, process.url, tally, until) for _ in range(CLIENTS)
            ]
            number = 0
            while time.monotonic() < until:
                number += 1
                update_library(settings, encoder, [make_release(number)])
                time.sleep(CHANGE_EVERY_S)
            for each in (watching, *asking):
                each.result()
        metrics = httpx.get(f"{process.url}/metrics").text
        # Everybody has been answered, and the newest generation answers.
        assert 'qa_queue{state="working"} 0.0' in metrics
        assert 'qa_queue{state="waiting"} 0.0' in metrics
        wait_until(
            lambda: f"qa_generation {number + 1}.0" in httpx.get(f"{process.url}/metrics").text
        )
        assert "Traceback" not in "".join(process.log)
    assert tally.wrong == []
    assert set(tally.statuses) == {200, 503}
    assert len(tally.generations) > min(3, number / 2)
    assert find_quartile(tally.refused_s) < 0.1
    assert find_quartile(tally.healthy_s) < 0.05
    print(
        f"{tally.statuses[200] / SOAK_S:.0f} answers and {tally.statuses[503] / SOAK_S:.0f} refused"
        f" a second, these in {1000 * find_quartile(tally.refused_s):.0f} ms; /healthz in "
        f"{1000 * find_quartile(tally.healthy_s):.0f} ms; {len(tally.generations)} generations; "
        f"{tally.memory_mb[-1:]} MB"
    )
    if settled := tally.memory_mb[len(tally.memory_mb) // 3 :]:
        assert settled[-1] - settled[0] < GROWTH_MB, settled
