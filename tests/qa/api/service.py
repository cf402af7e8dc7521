"""A real server on loopback for the tests of the service, and what they all look for in answers."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import httpx
import uvicorn

from qa.api.app import create_app
from qa.api.desk import OpenAsker
from qa.settings import Settings

PROBLEM = "application/problem+json"
DAY = date(2025, 12, 20)
START_TIMEOUT_S = 30.0


@contextmanager
def serve(open_asker: OpenAsker, settings: Settings | None = None) -> Iterator[httpx.Client]:
    """A client of a server of its own, on a free port of loopback."""
    app = create_app(open_asker, today=lambda: DAY, settings=settings)
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="critical"))
    thread = threading.Thread(target=server.run, name="server")
    thread.start()
    try:
        wait_until(lambda: server.started)
        port = server.servers[0].sockets[0].getsockname()[1]
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
            yield client
    finally:
        server.should_exit = True
        thread.join()


def wait_until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + START_TIMEOUT_S
    while not is_so():
        assert time.monotonic() < deadline, "the server did not come that far"
        time.sleep(0.02)


def check_problem(response: httpx.Response, status: int) -> dict[str, Any]:
    """That it is an RFC 9457 problem of this status which says something."""
    assert response.status_code == status, response.text
    assert response.headers["content-type"].startswith(PROBLEM)
    problem: dict[str, Any] = response.json()
    assert problem["status"] == status
    assert problem["title"]
    assert problem["detail"]
    return problem
