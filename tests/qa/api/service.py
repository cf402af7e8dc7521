"""A real server on loopback for the tests of the service, and what they all look for in answers."""

import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import uvicorn
from fastapi import APIRouter
from uvicorn.config import LoopFactoryType

from qa.api.app import OpenDoor, create_app
from qa.api.changes import Writer
from qa.api.connections import MAX_CONNECTIONS, guard_connections
from qa.api.draining import Draining, DrainingServer
from qa.api.sharing import Place
from qa.keys import KeyRing
from qa.retrieval.follower import OpenAsker
from qa.settings import Settings

PROBLEM = "application/problem+json"
DAY = date(2025, 12, 20)
START_TIMEOUT_S = 30.0
ROOT = Path(__file__).resolve().parents[3]


@contextmanager
def serve(
    open_asker: OpenAsker,
    settings: Settings | None = None,
    keys: KeyRing | None = None,
    routers: Sequence[APIRouter] = (),
    writer: Writer | None = None,
) -> Iterator[httpx.Client]:
    """A client of a server of its own, on a free port of loopback."""
    with (
        start(open_asker, settings or Settings(), keys, routers, writer) as server,
        httpx.Client(base_url=find_url(server), timeout=60) as client,
    ):
        yield client


@contextmanager
def serve_at(open_asker: OpenAsker, keys: KeyRing | None = None) -> Iterator[str]:
    """The address of a server of its own, which may still be loading."""
    with start(open_asker, Settings(), keys) as server:
        yield find_url(server)


@contextmanager
def start(
    open_asker: OpenAsker,
    settings: Settings,
    keys: KeyRing | None = None,
    routers: Sequence[APIRouter] = (),
    writer: Writer | None = None,
    open_door: OpenDoor | None = None,
    place: Place | None = None,
    *,
    max_connections: int = MAX_CONNECTIONS,
    loop: LoopFactoryType = "auto",
) -> Iterator[DrainingServer]:
    """A server as `qa serve` starts it, in a thread; `loop` is which event loop, by uvicorn."""
    draining = Draining()
    app = create_app(
        open_asker,
        today=lambda: DAY,
        settings=settings,
        draining=draining,
        keys=keys,
        writer=writer,
        open_door=open_door,
        place=place,
    )
    for router in routers:
        app.include_router(router)
    connections = guard_connections(settings.client_timeout_s, max_connections=max_connections)
    config = uvicorn.Config(app, port=0, log_level="critical", http=connections, loop=loop)
    server = DrainingServer(
        config,
        draining,
        drain_s=settings.drain_s,
        give_up_s=settings.question_timeout_s + settings.client_timeout_s,
    )
    thread = threading.Thread(target=server.run, name="server")
    thread.start()
    try:
        wait_until(lambda: server.started)
        yield server
    finally:
        server.should_exit = True
        thread.join()


def find_url(server: uvicorn.Server) -> str:
    """The address that a server listens on."""
    return f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"


@dataclass(frozen=True, slots=True)
class Process:
    """`qa serve` as a program of its own, and what it has logged."""

    popen: "subprocess.Popen[str]"
    url: str
    log: list[str]


@contextmanager
def run_service(
    data: Path, *options: str, program: Sequence[str] = ("-m", "qa"), **variables: str
) -> Iterator[Process]:
    """`qa serve` over a data folder, on a free port, ready to answer.

    `program` is how Python is told to be `qa`.
    """
    popen = subprocess.Popen(
        [sys.executable, *program, "serve", "--port", "0", "--data", str(data), *options],
        cwd=ROOT,
        env={**os.environ, **variables},
        stderr=subprocess.PIPE,
        text=True,
    )
    log: list[str] = []
    stderr = popen.stderr
    assert stderr is not None
    reader = threading.Thread(target=lambda: log.extend(iter(stderr.readline, "")))
    reader.start()
    try:
        wait_until(lambda: any("running on" in line for line in log) or popen.poll() is not None)
        assert popen.poll() is None, log
        [url] = (found[0] for line in log if (found := re.search(r"http://\S+:\d+", line)))
        # Several workers have it wait, and not refused, until they have come up.
        wait_until(lambda: httpx.get(f"{url}/readyz", timeout=60).status_code != 503)
        yield Process(popen, url, log)
    finally:
        popen.kill()
        popen.wait()
        reader.join()
        stderr.close()


def wait_until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + START_TIMEOUT_S
    while not is_so():
        assert time.monotonic() < deadline, "the server did not come that far"
        time.sleep(0.02)


def find_files(folder: Path, words: bytes) -> list[Path]:
    """The files that hold words."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path for path in files if words in path.read_bytes()]


def check_problem(response: httpx.Response, status: int) -> dict[str, Any]:
    """That it is an RFC 9457 problem of this status which says something."""
    assert response.status_code == status, response.text
    assert response.headers["content-type"].startswith(PROBLEM)
    problem: dict[str, Any] = response.json()
    assert problem["status"] == status
    assert problem["title"]
    assert problem["detail"]
    return problem
