"""The end of a service: no question that was let in is lost."""

import asyncio
import shutil
import signal
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest
import uvicorn
from fastapi import APIRouter

from embeddings.encoder import Encoder
from qa.api.app import create_app
from qa.api.draining import Draining, DrainingServer
from qa.keys import KeyRing, Right
from qa.retrieval.asking import Asker
from qa.retrieval.ranking import read_ranking
from qa.settings import Settings
from qa.storage.release_library import Library
from qa.wiring import open_asker
from tests.qa.api.held_encoder import HOLD_TIMEOUT_S, HeldEncoder
from tests.qa.api.service import DAY, check_problem, find_url, run_service, start, wait_until

QUESTION = {"question": "Who is the new ambassador of India?"}


@pytest.fixture
def held(encoder: Encoder) -> HeldEncoder:
    return HeldEncoder(encoder)


@pytest.fixture
def asker(seed_settings: Settings, held: HeldEncoder) -> Iterator[Asker]:
    asker = open_asker(seed_settings, held, read_ranking())
    yield asker
    asker.snapshot.close()


def is_shut(url: str) -> bool:
    try:
        return httpx.get(f"{url}/healthz").status_code != 200
    except httpx.TransportError:  # refused, or let in by the system and not by the service
        return True


def test_questions_that_have_begun_are_answered_after_the_door_is_shut(
    asker: Asker, held: HeldEncoder
) -> None:
    with (
        start(lambda _: asker, Settings(threads=2, queue=10, drain_s=2)) as server,
        ThreadPoolExecutor(8) as threads,
    ):
        url = find_url(server)
        wait_until(lambda: httpx.get(f"{url}/readyz").status_code == 200)
        let_in = [threads.submit(httpx.get, f"{url}/v1/ask", params=QUESTION) for _ in range(8)]
        for _ in range(2):
            assert held.begun.acquire(timeout=HOLD_TIMEOUT_S)
        wait_until(lambda: 'qa_queue{state="waiting"} 6.0' in httpx.get(f"{url}/metrics").text)
        server.handle_exit(signal.SIGTERM, None)
        check_problem(httpx.get(f"{url}/readyz"), 503)
        assert httpx.get(f"{url}/healthz").status_code == 200
        wait_until(lambda: is_shut(url))
        held.go.set()
        assert [each.result().status_code for each in let_in] == [200] * 8


def test_tick_at_any_moment_of_the_signal_lets_the_service_go_on(asker: Asker) -> None:
    """A worker hears of the signal in a thread beside the one that ticks."""
    seen: list[bool] = []

    class Watched(DrainingServer):
        def __setattr__(self, name: str, value: object) -> None:
            super().__setattr__(name, value)
            if name == "should_exit":
                seen.append(bool(value))

    server = Watched(
        uvicorn.Config(create_app(lambda _: asker)), Draining(), drain_s=60, give_up_s=60
    )
    server.handle_exit(signal.SIGTERM, None)
    assert not any(seen)
    assert not asyncio.run(server.on_tick(1))
    server.handle_exit(signal.SIGTERM, None)
    assert asyncio.run(server.on_tick(2))


def test_request_that_is_on_its_way_as_the_door_closes_is_answered(asker: Asker) -> None:
    with start(lambda _: asker, Settings(drain_s=0)) as server:
        url = find_url(server)
        address = server.servers[0].sockets[0].getsockname()
        with socket.create_connection(address, timeout=HOLD_TIMEOUT_S) as connection:
            wait_until(lambda: len(server.server_state.connections) == 1)
            server.handle_exit(signal.SIGTERM, None)
            wait_until(lambda: is_shut(url))
            connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
            answer = b"".join(iter(lambda: connection.recv(65536), b""))
    assert answer.startswith(b"HTTP/1.1 200 ")
    assert b"connection: close" in answer.lower()


def test_process_that_is_told_to_end_answers_until_it_has_been_seen(
    seed_settings: Settings,
) -> None:
    def ask_until_unready(url: str) -> list[int]:
        found = []
        with httpx.Client(base_url=url, timeout=60) as client:
            while client.get("/readyz").status_code == 200:
                found.append(client.get("/v1/ask", params=QUESTION).status_code)
        return found

    with (
        run_service(seed_settings.data, QA_DRAIN_S="4") as process,
        ThreadPoolExecutor(4) as threads,
    ):
        asking = [threads.submit(ask_until_unready, process.url) for _ in range(4)]
        wait_until(lambda: httpx.get(f"{process.url}/v1/ask", params=QUESTION).status_code == 200)
        process.popen.send_signal(signal.SIGTERM)
        assert {status for each in asking for status in each.result()} == {200}
        assert process.popen.wait(timeout=20) == -signal.SIGTERM
        assert "Traceback" not in "".join(process.log)


def test_request_that_does_not_end_is_given_up_where_no_change_is_made(asker: Asker) -> None:
    begun = threading.Event()

    async def hang() -> None:
        begun.set()
        await asyncio.sleep(HOLD_TIMEOUT_S)

    router = APIRouter()
    router.get("/hang")(hang)
    settings = Settings(drain_s=0, question_timeout_s=0.5, client_timeout_s=0.5)
    with start(lambda _: asker, settings, routers=[router]) as server, ThreadPoolExecutor(1) as one:
        url = f"{find_url(server)}/hang"
        asked = one.submit(httpx.get, url, timeout=HOLD_TIMEOUT_S)
        assert begun.wait(HOLD_TIMEOUT_S)
        server.handle_exit(signal.SIGTERM, None)
        with pytest.raises(httpx.RemoteProtocolError):
            asked.result(timeout=HOLD_TIMEOUT_S / 2)


@pytest.mark.parametrize("workers", [1, 2])
def test_change_that_has_begun_is_made_and_answered(
    seed_settings: Settings, tmp_path: Path, workers: int
) -> None:
    data = tmp_path / "data"
    shutil.copytree(seed_settings.data, data)
    headers = {"Authorization": f"Bearer {KeyRing(data).add('crawler', list(Right), made=DAY)}"}
    release = {"title": "Steel", "published": "2025-12-01", "body": "Steel exports rose."}
    with (
        run_service(
            data,
            *("--workers", str(workers)),
            # Long enough for the change to have come in.
            QA_DRAIN_S="1",
            # No question and no client would be waited for as long as this change takes.
            QA_QUESTION_TIMEOUT_S="1",
            QA_CLIENT_TIMEOUT_S="1",
        ) as process,
        httpx.Client(base_url=process.url, headers=headers, timeout=60) as client,
        ThreadPoolExecutor(1) as threads,
    ):
        wait_until(lambda: client.get("/readyz").status_code == 200)
        with Library(data):
            changed = threads.submit(client.post, "/v1/releases", json={"releases": [release]})
            wait_until(changed.running)
            process.popen.send_signal(signal.SIGTERM)
            time.sleep(5)
            assert process.popen.poll() is None
        assert len(changed.result().json()["added"]) == 1
        assert process.popen.wait(timeout=20) == -signal.SIGTERM
